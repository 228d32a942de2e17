import { describe, expect, test } from 'vitest';
import { usualRule } from './kayak-plan.fixture.ts';
import { clockOf, cutOut, isSameRule, spansFault, withPart } from './rule.ts';

const day = [{ from: '09:00', to: '17:00' }];

describe('withPart', () => {
  test('what is set to undefined is left out again', () => {
    const said = withPart(usualRule, { says: '周六延时开放' });
    expect(said).toEqual({ open: true, blockOuts: [], says: '周六延时开放' });
    expect(withPart(said, { says: undefined })).toEqual(usualRule);
  });
});

test('two rules are the same whatever order they are written in', () => {
  expect(isSameRule({ open: true, blockOuts: [] }, { blockOuts: [], open: true })).toBe(true);
  expect(isSameRule(usualRule, { ...usualRule, open: false })).toBe(false);
});

test.each([
  ['9', '09:00'],
  ['14', '14:00'],
  ['930', '09:30'],
  ['1745', '17:45'],
  ['9:05', '09:05'],
  ['25', '25'],
  ['9点', '9点'],
])('a time typed as %s is read as %s', (typed, read) => {
  expect(clockOf(typed)).toBe(read);
});

describe('cutOut', () => {
  test('lunch splits a day in two', () => {
    expect(cutOut(day, { from: '12:00', to: '14:00' })).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '17:00' },
    ]);
  });
  test('what is already shut stays shut', () => {
    const halves = cutOut(day, { from: '12:00', to: '14:00' });
    expect(cutOut(halves, { from: '12:00', to: '14:00' })).toEqual(halves);
  });
  test('a span within lunch is gone', () => {
    expect(cutOut([{ from: '12:30', to: '13:00' }], { from: '12:00', to: '14:00' })).toEqual([]);
  });
});

describe('spansFault', () => {
  test('spans in order are good', () => {
    expect(spansFault(cutOut(day, { from: '12:00', to: '14:00' }))).toBeUndefined();
  });
  test('a span that ends before it begins, or into another, is told', () => {
    expect(spansFault([{ from: '12:00', to: '09:00' }])).toContain('晚于');
    expect(spansFault([...day, { from: '16:00', to: '18:00' }])).toContain('重叠');
    expect(spansFault([{ from: '', to: '09:00' }])).toContain('起止');
  });
});
