import { describe, expect, test } from 'vitest';
import { aDraft, aQuestion } from '../kayak-sitting.fixture.ts';
import { boxPages, declarationsOf, nextBox, openBoxes } from './form.ts';

const draft = aDraft({
  values: { owner: '示例·划艇', colour: '' },
  provenance: { owner: { from: { zh: '实名信息' } } },
  pages: [
    {
      id: 'who',
      title: { zh: '申请人' },
      questions: [aQuestion('owner'), aQuestion('phone', { kind: 'phone' })],
    },
    {
      id: 'boat',
      title: { zh: '皮划艇' },
      questions: [
        aQuestion('colour'),
        aQuestion('note', { required: false }),
        aQuestion('true', { kind: 'declaration', label: { zh: '以上属实' } }),
      ],
    },
  ],
});
const ids = (boxes: readonly { question: { id: string } }[]) => boxes.map(({ question }) => question.id);

describe('the form at the window', () => {
  test('leaves the declaration to the person', () => {
    expect(boxPages(draft, {}).flatMap(({ boxes }) => ids(boxes))).toEqual([
      'owner',
      'phone',
      'colour',
      'note',
    ]);
    expect(declarationsOf(draft)).toEqual(['以上属实']);
  });
  test('only what is missing stays open', () => {
    expect(ids(openBoxes(boxPages(draft, {})))).toEqual(['phone', 'colour']);
    expect(ids(openBoxes(boxPages(draft, { phone: '19900000001', colour: '红' })))).toEqual([]);
  });
  test('a number that cannot be one stays open and says why', () => {
    const [wrong] = openBoxes(boxPages(draft, { phone: '199', colour: '红' }));
    expect(wrong?.wrong).toBe('手机号码应为 11 位数字');
  });
  test('a known value says where it came from until it is typed over', () => {
    expect(boxPages(draft, {})[0]?.boxes[0]).toMatchObject({ value: '示例·划艇', from: '实名信息' });
    expect(boxPages(draft, { owner: '示例·桨手' })[0]?.boxes[0]?.from).toBeUndefined();
  });
});

describe('Enter', () => {
  test('goes to the next open box, round the end', () => {
    const pages = boxPages(draft, {});
    expect(nextBox(pages, 'owner')?.question.id).toBe('phone');
    expect(nextBox(pages, 'note')?.question.id).toBe('phone');
  });
  test('finds no box in a form that is complete', () => {
    expect(nextBox(boxPages(draft, { phone: '19900000001', colour: '红' }), 'owner')).toBeUndefined();
  });
});
