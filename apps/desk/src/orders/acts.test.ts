import type { OrderTerms } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { actOf, type Filled, missingFor, pressable, unitsFor } from './acts.ts';

const units: OrderTerms['units'] = [
  { unit: 'lake', name: '湖区', place: 'above' },
  { unit: 'east', name: '东岸', place: 'here' },
  { unit: 'pier', name: '码头', place: 'below' },
  { unit: 'west', name: '西岸', place: 'beside' },
];
const filled: Filled = {
  ...{ text: ' 桨已换好。 ', days: 3, number: '', kind: 'help', labels: [] },
  ...{ publish: false, openTitle: '', openQuestion: '' },
};

describe('what may be pressed', () => {
  test('stands in the order one works, claiming first', () => {
    expect(pressable(['return', 'claim', 'hand-up'], units)).toEqual(['claim', 'hand-up', 'return']);
  });
  test('leaves out handing down where nobody is below', () => {
    const alone = units.filter(({ place }) => place !== 'below');
    expect(pressable(['hand-up', 'hand-down'], alone)).toEqual(['hand-up']);
  });
  test('is sent to this unit or one below, and handed up to one above', () => {
    expect(unitsFor('dispatch', units).map(({ unit }) => unit)).toEqual(['east', 'pier']);
    expect(unitsFor('hand-up', units).map(({ unit }) => unit)).toEqual(['lake']);
  });
});

describe('what is missing', () => {
  test('is nothing once a unit is chosen and a reason is said', () => {
    expect(missingFor('hand-down', { ...filled, unit: 'pier' }, 10)).toBeUndefined();
  });
  test('is the unit, the reason, the days or the public words', () => {
    expect(missingFor('hand-down', filled, 10)).toBe('选一个单位');
    expect(missingFor('return', { ...filled, text: ' ' }, 10)).toBe('写上说明，至少两个字');
    expect(missingFor('ask-time', { ...filled, days: 11 }, 10)).toBe('延期 1 到 10 个工作日');
    expect(missingFor('draft', { ...filled, publish: true }, 10)).toBe('公开的标题和问题都要写');
  });
});

describe('what is sent', () => {
  test('a public reply takes its question along, another does not', () => {
    const open = { ...filled, publish: true, openTitle: '换桨', openQuestion: '桨断了怎么办' };
    expect(actOf('draft', open)).toEqual({
      ...{ type: 'draft', text: '桨已换好。' },
      open: { title: '换桨', question: '桨断了怎么办' },
    });
    expect(actOf('draft', filled)).toEqual({ type: 'draft', text: '桨已换好。' });
  });
  test('a call-back of which nothing was said says nothing', () => {
    expect(actOf('satisfied', { ...filled, text: ' ' })).toEqual({ type: 'satisfied' });
  });
});
