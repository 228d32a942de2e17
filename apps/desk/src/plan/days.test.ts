import { expect, test } from 'vitest';
import { daysOfKey, mondayOf, plusDays } from './days.ts';

test('weeks begin on Monday', () => {
  expect(mondayOf('2026-03-01')).toBe('2026-02-23');
  expect(mondayOf('2026-03-02')).toBe('2026-03-02');
});
test('days are counted over the end of a month and of a year', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusDays('2026-03-01', -1)).toBe('2026-02-28');
});
test('arrows go by days and by weeks; other keys do not', () => {
  expect(daysOfKey('ArrowDown')).toBe(7);
  expect(daysOfKey('x')).toBeUndefined();
});
