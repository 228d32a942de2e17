import { expect, test } from 'vitest';
import { aboutText, findFen, yuan } from './money.ts';

test('an amount is typed in yuan and kept in fen', () => {
  expect([findFen('20'), findFen('20.5'), findFen(' 20.05 ')]).toEqual([2000, 2050, 2005]);
  expect([findFen(''), findFen('1,000'), findFen('-5'), findFen('1.234')]).toEqual(Array(4).fill(undefined));
});
test('an amount is shown with two places', () => {
  expect([yuan(5), yuan(1500), yuan(-50)]).toEqual(['0.05 元', '15.00 元', '-0.50 元']);
});
test('a payment of a case is quoted by the number of the case', () => {
  expect(aboutText({ about: 'case:K1', number: 'P1' })).toBe('K1');
  expect(aboutText({ about: 'bill:9', number: 'P1' })).toBe('P1');
});
