import { describe, expect, test } from 'vitest';
import { aKayakEdition } from '../checks/kayak-edition.fixture.ts';
import {
  basisChoices,
  basisOf,
  emptyRefusal,
  findRefusalGap,
  reasonPhrases,
  remedyWords,
} from './refusal.ts';

const edition = aKayakEdition();

describe('a refusal', () => {
  test('offers the defects found and the conditions of the item as reasons', () => {
    const defects = [{ name: '船桨照片', rows: [{ key: 'paddle/whole', say: '桨断了' }] }];
    expect(reasonPhrases(edition, defects)).toEqual(['船桨照片：桨断了', '不符合这一条件：年满16周岁']);
  });
  test('offers the laws of the edition and says its remedies', () => {
    expect(basisChoices(edition)).toEqual([{ text: '《皮划艇管理办法》第三条', recalled: false }]);
    expect(remedyWords(edition)).toEqual(['申请行政复议']);
  });
  test('does not leave without a reason', () => {
    expect(findRefusalGap({ ...emptyRefusal, chosen: ['《皮划艇管理办法》第三条'] })).toBe('reason');
  });
  test('does not leave without a legal basis', () => {
    expect(findRefusalGap({ ...emptyRefusal, reason: '艇长超过 7 米' })).toBe('basis');
  });
  test('leaves with both', () => {
    const draft = { reason: '艇长超过 7 米', chosen: ['《皮划艇管理办法》第三条'], other: ' 第五条 ' };
    expect(findRefusalGap(draft)).toBeUndefined();
    expect(basisOf(draft)).toBe('《皮划艇管理办法》第三条；第五条');
  });
});
