import { expect, test } from 'vitest';
import { stepIn } from './rows.ts';

const ids = ['a', 'b', 'c'];

test('a step goes to the next row and stays at the last', () => {
  expect(stepIn(ids, 'a', 1)).toBe('b');
  expect(stepIn(ids, 'c', 1)).toBe('c');
  expect(stepIn(ids, 'a', -1)).toBe('a');
});
test('with none picked, or a row that is gone, a step begins at the edge', () => {
  expect(stepIn(ids, undefined, 1)).toBe('a');
  expect(stepIn(ids, 'gone', -1)).toBe('c');
  expect(stepIn([], undefined, 1)).toBeUndefined();
});
