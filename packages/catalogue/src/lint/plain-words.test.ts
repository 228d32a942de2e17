import { describe, expect, test } from 'vitest';
import { readingEase } from './plain-words.ts';
import { refuses } from './refusals.fixture.ts';

describe('plain language', () => {
  test.each([
    [
      'a forbidden word',
      'who: 带皮划艇下水的人都可以办。',
      'who: 带上相关证明。',
      'plain.word',
      '写出证明的名称',
    ],
    [
      'an unfinished list',
      'who: 带皮划艇下水的人都可以办。',
      'who: 带上身份证、户口簿等。',
      'plain.word',
      '把材料列全',
    ],
    ['an exclamation mark', 'who: 带皮划艇下水的人都可以办。', 'who: 快来办！', 'plain.word', '感叹号'],
    [
      'a long sentence',
      'who: 带皮划艇下水的人都可以办。',
      `who: ${'带着皮划艇下水的人'.repeat(4)}都可以办。`,
      'plain.sentence',
      '拆成两句',
    ],
    [
      'piled up pleas',
      'who: 带皮划艇下水的人都可以办。',
      'who: 请您先看，请您再办。',
      'plain.please',
      '2 个“请”',
    ],
    [
      'brackets in brackets',
      'who: 带皮划艇下水的人都可以办。',
      'who: 带艇的人（成人（18岁以上））。',
      'plain.brackets',
      '括号',
    ],
    [
      'a long paragraph',
      'who: 带皮划艇下水的人都可以办。',
      'who: 一句。两句。三句。四句。',
      'plain.paragraph',
      '4 句',
    ],
  ])('%s is refused', (_rule, from, to, rule, words) => {
    const finding = refuses('item.yaml', from, to).find((each) => each.rule === rule);
    expect(finding?.message).toContain(words);
  });

  test('a word forbidden only on screens may stand in content', () => {
    expect(refuses('item.yaml', 'a: 看艇上的铭牌。', 'a: 网站写着系统繁忙时，改天再来。')).toEqual([]);
  });

  test('申请 and 邀请 are not pleas', () => {
    expect(refuses('item.yaml', 'who: 带皮划艇下水的人都可以办。', 'who: 受邀请的人，请直接申请。')).toEqual(
      [],
    );
  });

  test('a limit said without a unit is refused', () => {
    expect(refuses('guide.yaml', '交齐材料后1个工作日办好', '交齐材料后1办好')).toMatchObject([
      { rule: 'plain.limit' },
    ]);
  });
});

describe('readingEase', () => {
  test('short sentences of common characters score full', () => {
    expect(readingEase(['带身份证。', '到窗口办。'])).toEqual({
      score: 100,
      meanSentence: 4,
      commonShare: 1,
    });
  });

  test('long sentences and rare characters cost points', () => {
    const long = readingEase(['带着身份证和户口簿到窗口找工作人员办理']);
    const rare = readingEase(['带舢舨证。', '到窗口办。']);
    expect(long.score).toBeLessThan(80);
    expect(rare.commonShare).toBeLessThan(0.8);
    expect(rare.score).toBeLessThan(long.score);
  });

  test('no text has nothing against it', () => {
    expect(readingEase([]).score).toBe(100);
  });
});
