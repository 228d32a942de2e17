import type { ClockView } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { lightWords, usedPercent } from './light.ts';

const clock = (changes: Partial<ClockView>): ClockView => ({
  kind: 'promised',
  days: 20,
  unit: 'working',
  used: 3,
  overdue: false,
  published: true,
  light: 'green',
  ...changes,
});

describe('lightWords', () => {
  test('says what is left in working days', () => {
    expect(lightWords(clock({}), 'in-review')).toEqual({
      colour: 'green',
      name: '绿灯',
      remaining: '剩 17 个工作日',
    });
  });
  test('says natural days as days', () => {
    expect(lightWords(clock({ unit: 'natural', used: 19 }), 'in-review').remaining).toBe('剩 1 天');
  });
  test('the last day is called today', () => {
    expect(lightWords(clock({ used: 20, light: 'yellow' }), 'in-review').remaining).toBe('今天到期');
  });
  test('says by how much a limit was passed', () => {
    expect(lightWords(clock({ used: 22, overdue: true, light: 'red' }), 'in-review')).toEqual({
      colour: 'red',
      name: '红灯',
      remaining: '超 2 个工作日',
    });
  });
  test('a limit passed outweighs a pause', () => {
    const overdue = clock({ used: 21, overdue: true, paused: { zh: '等鉴定' } });
    expect(lightWords(overdue, 'in-review').remaining).toBe('超 1 个工作日');
  });
  test('a paused clock says so', () => {
    expect(lightWords(clock({ paused: { zh: '等鉴定' } }), 'in-review').remaining).toBe('暂停');
  });
  test('a case that has ended is watched no more', () => {
    expect(lightWords(clock({ light: 'red' }), 'closed').remaining).toBe('不再计时');
  });
  test('a case not yet accepted has no light', () => {
    expect(lightWords(undefined, 'in-review')).toEqual({ colour: 'none', name: '', remaining: '未计时' });
  });
});

describe('usedPercent', () => {
  test.each([
    [0, 20, 0],
    [5, 20, 25],
    [25, 20, 100],
    [0, 0, 100],
  ])('%i of %i days is %i percent', (used, days, percent) => {
    expect(usedPercent(clock({ used, days }))).toBe(percent);
  });
});
