import type { AnswerPair } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { aKayakEdition } from '../../case/checks/kayak-edition.fixture.ts';
import { choicesOf, isTyped, numberFault, unsure, walkFrom, withAnswer, withoutLast } from './walk.ts';

const edition = aKayakEdition();
const walk = (pairs: AnswerPair[], at?: string) => walkFrom(edition, pairs, at);
const question = (key: string) => {
  const { question: found } = walk([], key);
  if (found === undefined) throw new Error(`no question ${key}`);
  return found;
};

describe('the questions at the window', () => {
  test('begin with the first, each answer has its digit', () => {
    const begun = walk([]);
    expect(begun.question?.id).toBe('水域');
    expect(choicesOf(question('水域'), {}).map(({ digit, label }) => [digit, label])).toEqual([
      ['1', '湖泊'],
      ['2', '江河'],
      ['3', '海上'],
    ]);
  });
  test('a number of people up to nine is one digit', () => {
    expect(choicesOf(question('同行人'), {}).map(({ digit, label }) => [digit, label])).toEqual([
      ['0', '没有'],
      ['1', '1 个'],
      ['2', '2 个'],
      ['3', '3 个'],
    ]);
    expect(isTyped(question('同行人'))).toBe(false);
  });
  test('a larger number is typed, and said what it may be', () => {
    const length = question('艇长');
    expect(isTyped(length)).toBe(true);
    expect(numberFault(length, '350')).toBeUndefined();
    expect(numberFault(length, '')).toBe('填一个数字');
    expect(numberFault(length, '35')).toBe('填 100 到 900 之间的数');
    expect(numberFault(length, '三米')).toBe('只填数字，例如 3');
  });
  test('an answer takes the place of the former one to the same question', () => {
    const pairs = withAnswer(
      [
        ['水域', '湖泊'],
        ['要贴标', '否'],
      ],
      '水域',
      ['江河'],
    );
    expect(pairs).toEqual([
      ['要贴标', '否'],
      ['水域', '江河'],
    ]);
    expect(walk(pairs).answered.map(({ words }) => words)).toContain('水域：江河');
  });
  test('going back takes the last answer away', () => {
    const begun = walk([['水域', '江河']]);
    expect(withoutLast(begun)).toEqual([]);
  });
  test('not sure is an answer', () => {
    const pairs = withAnswer([], '水域', [unsure]);
    expect(walk(pairs).answered[0]?.words).toBe('水域：不清楚');
    expect(walk(pairs).question?.id).not.toBe('水域');
  });
  test('end where another item takes over', () => {
    expect(walk([['水域', '海上']]).verdict).toMatchObject({ is: 'elsewhere', elsewhere: 'sea-kayak' });
  });
  test('an answered question may be asked again without losing the others', () => {
    const again = walk(
      [
        ['水域', '江河'],
        ['要贴标', '是'],
      ],
      '水域',
    );
    expect(again.question?.id).toBe('水域');
    expect(choicesOf(question('水域'), again.answers).find(({ chosen }) => chosen)?.label).toBe('江河');
  });
});
