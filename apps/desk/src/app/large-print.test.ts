import { describe, expect, test } from 'vitest';
import { keyGroups } from './key-groups.ts';
import { isLarge, printCookie, showPrint } from './large-print.ts';

describe('large print', () => {
  test('is chosen by the same cookie as in the portal, wherever it stands', () => {
    expect(isLarge('mode=elder')).toBe(true);
    expect(isLarge('lang=zh; mode=elder; city=4419')).toBe(true);
    expect(isLarge('mode=normal')).toBe(false);
    expect(isLarge('othermode=elder; mode=elderly')).toBe(false);
    expect(isLarge('')).toBe(false);
  });
  test('is kept as it was last chosen, for the whole site', () => {
    const kept = (large: boolean) => printCookie(large).split('; ');
    expect(kept(true)).toEqual(['mode=elder', 'Path=/', 'Max-Age=31536000', 'SameSite=Lax']);
    expect(isLarge(kept(true)[0] ?? '')).toBe(true);
    expect(isLarge(kept(false)[0] ?? '')).toBe(false);
  });
  test('marks the page, and leaves no mark when it is given up', () => {
    const page = { dataset: {} as DOMStringMap };
    showPrint(page, true);
    expect(page.dataset).toEqual({ mode: 'elder' });
    showPrint(page, false);
    expect(page.dataset).toEqual({});
  });
  test('has a key of its own, named in the sheet of all keys', () => {
    const [everywhere, ...others] = keyGroups;
    expect(everywhere?.keys.some(([keys, does]) => keys.includes('L') && does.includes('大字版'))).toBe(true);
    expect(others.flatMap(({ keys }) => keys.flatMap(([names]) => names))).not.toContain('L');
  });
});
