import { describe, expect, test } from 'vitest';
import { kayakContent } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';

const matters = `
matters:
  - {id: water, name: 水域, children: [{id: boats, name: 船艇, items: [kayak], words: [皮划艇]}]}
labels: []
`;
const whole = `{id: leak, name: 漏水, when: 皮划艇漏水, text: "先靠岸，再打{电话}。", slots: [电话], item: kayak, matters: [boats], scope: {level: province, division: "44"}, version: 1, valid_from: "2026-01-01", valid_until: "2027-01-01", author: knowledge-editor, approver: spokesperson, house_default: true}`;

function errorsOf(...replies: readonly string[]): string[] {
  const loading = loadContent([
    ...kayakContent(),
    { path: 'hotline/matters.yaml', text: matters },
    ...replies.map((reply, at) => ({ path: `replies/lake-${at}.yaml`, text: `replies:\n  - ${reply}\n` })),
  ]);
  if (loading.ok) return [];
  return loading.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

describe('the reply library', () => {
  test('with links that lead somewhere, named slots and a last day is read', () => {
    expect(errorsOf(whole)).toEqual([]);
  });
  test('links to items and matters there are', () => {
    expect(errorsOf(whole.replace('item: kayak', 'item: kayaks'))).toEqual([
      '没有事项“kayaks”，是不是“kayak”？',
    ]);
    expect(errorsOf(whole.replace('[boats]', '[boat]'))).toEqual(['没有事项类别“boat”，是不是“boats”？']);
  });
  test('names every slot of its text, and no other', () => {
    expect(errorsOf(whole.replace('slots: [电话]', 'slots: [编号]'))).toEqual([
      '文中的空“电话”没有列出',
      '列出的空“编号”文中没有',
    ]);
  });
  test('says plainly what to do', () => {
    expect(errorsOf(whole.replace('先靠岸', '带相关证明靠岸'))).toEqual([
      expect.stringContaining('不写“相关证明”'),
    ]);
  });
  test('is approved by another kind of person than wrote it, and ends after it begins', () => {
    expect(errorsOf(whole.replace('approver: spokesperson', 'approver: knowledge-editor'))).toEqual([
      '起草和审定要是两种人',
    ]);
    expect(errorsOf(whole.replace('2027-01-01', '2025-01-01'))).toEqual(['失效的那天要在生效以后']);
  });
  test('of a city names the city, and no entry stands in two files', () => {
    expect(errorsOf(whole.replace('level: province', 'level: city'))).toEqual([
      '省级口径写两位区划，市级口径写四位',
    ]);
    expect(errorsOf(whole, whole)).toEqual(['口径“leak”在别的文件里已经有了']);
  });
});
