import { expect, test } from 'vitest';
import { createHearing } from './hearing.ts';
import type { Spoken } from './standing.ts';

const now = new Date('2026-03-02T02:00:00Z');
const call = (seq: number, secondsAgo = 1): Spoken => ({
  ...{ seq, number: `A00${seq}`, window: 'w1', windowNumber: 1, again: false },
  at: new Date(now.getTime() - secondsAgo * 1000).toISOString(),
});

function heard() {
  const spoken: number[] = [];
  const hear = createHearing(
    () => now,
    (calls) => spoken.push(...calls.map(({ seq }) => seq)),
  );
  return { spoken, hear };
}

test('what was called before the screen was opened is not spoken', () => {
  const { spoken, hear } = heard();
  hear([call(1), call(2)]);
  expect(spoken).toEqual([]);
});
test('every call is spoken once and in order, however often and in whatever order it is told', () => {
  const { spoken, hear } = heard();
  hear([]);
  hear([call(2), call(1)]);
  hear([call(2)]);
  hear([call(1), call(2), call(3)]);
  expect(spoken).toEqual([1, 2, 3]);
});
test('after a break nothing older than 20 seconds is spoken, nor is it spoken later', () => {
  const { spoken, hear } = heard();
  hear([call(1)]);
  hear([call(2, 25), call(3, 19)]);
  hear([call(2, 25), call(4)]);
  expect(spoken).toEqual([3, 4]);
});
test('the numbers of the next day begin again', () => {
  const { spoken, hear } = heard();
  hear([call(80, 86_400)]);
  hear([call(1)]);
  expect(spoken).toEqual([1]);
});
test('an answer that was overtaken by later word repeats nothing', () => {
  const { spoken, hear } = heard();
  hear([]);
  hear([call(1)]);
  hear([call(2)]);
  hear([call(1)]);
  expect(spoken).toEqual([1, 2]);
});
