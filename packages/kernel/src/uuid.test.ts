import { describe, expect, test } from 'vitest';
import { createUuids, isUuid } from './uuid.ts';

const zeros = (count: number) => new Uint8Array(count);
const ones = (count: number) => new Uint8Array(count).fill(255);

describe('createUuids', () => {
  test('the id has version 7, the right variant and the moment in front', () => {
    const id = createUuids(() => new Date('2026-01-05T00:00:00Z'), ones)();
    expect(isUuid(id)).toBe(true);
    expect(id.charAt(14)).toBe('7');
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.parse('2026-01-05T00:00:00Z'));
  });

  test('ids of one millisecond keep their order, even when it overflows and the clock steps back', () => {
    const moments = Array.from({ length: 10_000 }, (_, index) => 1_000_000 - (index > 9_000 ? 5 : 0));
    let next = 0;
    const make = createUuids(() => new Date(moments[next++] ?? 0), zeros);
    const ids = moments.map(() => make());
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  test('a text of another shape is not a uuid', () => {
    expect(isUuid('019b8a7c-0000-7000-8000-00000000000')).toBe(false);
  });
});
