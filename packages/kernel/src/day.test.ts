import { describe, expect, test } from 'vitest';
import { compactDay, endOfDay, findCompactDay, isDay, shanghaiDay, startOfDay } from './day.ts';

describe('Shanghai days', () => {
  test('a moment belongs to the day it is in Shanghai', () => {
    expect(shanghaiDay(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
    expect(shanghaiDay('2025-12-31T15:59:59Z')).toBe('2025-12-31');
  });

  test('a day begins and ends in Shanghai', () => {
    expect(startOfDay('2026-01-01').toISOString()).toBe('2025-12-31T16:00:00.000Z');
    expect(endOfDay('2026-01-01').toISOString()).toBe('2026-01-01T15:59:59.000Z');
  });

  test('days that do not exist are refused', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2025-02-29')).toBe(false);
    expect(isDay('2025-2-1')).toBe(false);
    expect(findCompactDay('20251301')).toBeUndefined();
    expect(findCompactDay(compactDay('2025-12-01'))).toBe('2025-12-01');
  });
});
