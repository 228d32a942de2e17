import { describe, expect, test } from 'vitest';
import { filterFrom, narrowings, searchOf } from './filter.ts';

const full = {
  queue: 'review',
  q: '990',
  items: ['kayak', 'canoe'],
  lights: ['red', 'yellow'],
  holder: 'me',
  dueBy: '2026-01-05',
} as const;
const filter = { ...full, items: [...full.items], lights: [...full.lights] };

describe('a filter in the address', () => {
  test('comes back as it was written', () => {
    expect(filterFrom(new URLSearchParams(searchOf(filter)), 'approver')).toEqual(filter);
  });
  test('without a queue is the first queue of the post', () => {
    expect(filterFrom(new URLSearchParams(), 'clerk')).toEqual({ queue: 'intake' });
  });
  test('leaves out lights that do not exist and text that is only blanks', () => {
    expect(filterFrom(new URLSearchParams({ lights: 'blue,red', holder: '  ' }), 'approver')).toEqual({
      queue: 'review',
      lights: ['red'],
    });
  });
  test('counts in how many ways it narrows, queue and search apart', () => {
    expect(narrowings(filter)).toBe(4);
    expect(narrowings({ queue: 'all', q: 'x', items: [] })).toBe(0);
  });
});
