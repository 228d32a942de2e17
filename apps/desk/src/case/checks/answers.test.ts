import { describe, expect, test } from 'vitest';
import { answerRows } from './answers.ts';
import { aKayakEdition } from './kayak-edition.fixture.ts';

const edition = aKayakEdition();

describe('answerRows', () => {
  test('reads answers back as questions and words', () => {
    const rows = answerRows(edition, [
      ['水域', '江河'],
      ['艇长', '320'],
      ['要贴标', '否'],
    ]);
    expect(rows.map(({ ask, value }) => [ask, value])).toEqual([
      ['您在哪里下水？', '江河'],
      ['您的皮划艇有多长？', '320 厘米'],
      ['您要一张艇身贴吗？', '否'],
    ]);
  });
  test('names the companion an answer is about', () => {
    expect(answerRows(edition, [['同行人.2.满16', '是']])[0]?.ask).toBe(
      '同行人（第 2 个）：这个人满16周岁了吗？',
    );
  });
  test('an answer to a question the edition does not know is shown as it came', () => {
    expect(answerRows(edition, [['帆', '有']])).toEqual([{ id: '帆', ask: '帆', value: '有' }]);
  });
});
