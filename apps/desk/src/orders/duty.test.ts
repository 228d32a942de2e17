import { expect, test } from 'vitest';
import { isOn } from './duty.ts';

test.each([
  ['08:30', '17:30', '08:30', true],
  ['08:30', '17:30', '17:30', false],
  ['17:30', '08:30', '23:59', true],
  ['17:30', '08:30', '03:00', true],
  ['17:30', '08:30', '12:00', false],
])('a shift from %s to %s holds at %s: %s', (from, to, now, holds) => {
  expect(isOn({ from, to }, now)).toBe(holds);
});
