import { describe, expect, test } from 'vitest';
import { lastedMs, minutesOf, timerWords } from './timer.ts';

describe('lastedMs', () => {
  const heard = { asOf: '2026-03-02T01:05:00Z', heardAt: 1_000_000 };
  test('goes on from what the server said, however wrong the clock of the desk is', () => {
    expect(lastedMs('2026-03-02T01:03:00Z', heard, 1_000_000)).toBe(120_000);
    expect(lastedMs('2026-03-02T01:03:00Z', heard, 1_007_000)).toBe(127_000);
  });
  test('is never less than nothing', () => {
    expect(lastedMs('2026-03-02T01:06:00Z', heard, 1_000_000)).toBe(0);
  });
});

describe('timerWords', () => {
  test.each([
    [0, '0:00'],
    [7_900, '0:07'],
    [187_000, '3:07'],
    [3_787_000, '1:03:07'],
  ])('%i ms is %s', (ms, words) => {
    expect(timerWords(ms)).toBe(words);
  });
  test('minutes are whole', () => {
    expect(minutesOf(119_000)).toBe(1);
  });
});
