import { describe, expect, test } from 'vitest';
import { dayWords, momentWords, timeWords } from './moments.ts';

describe('moments', () => {
  test('times are those of Shanghai, wherever the computer stands', () => {
    expect(timeWords('2026-12-04T18:02:00Z')).toBe('02:02');
  });
  test('a moment is said with month, day and time', () => {
    expect(momentWords('2026-12-05T06:02:00Z')).toBe('12月5日 14:02');
  });
  test('a day is said with its weekday', () => {
    expect(dayWords('2026-12-05')).toBe('2026年12月5日（星期六）');
  });
});
