import { describe, expect, test } from 'vitest';
import { arrangeAct, arrangingOf, missingIn } from './arranging.ts';

const blank = arrangingOf({ handler: '示例·陈受理' });
const arranged = {
  day: '2026-03-05',
  time: { from: '09:30', to: '11:00' },
  who: '示例·李受理',
  note: '带采集箱',
};

describe('a visit that is being arranged', () => {
  test('is by whoever has the order in hand, until somebody else is named', () => {
    expect(blank).toMatchObject({ who: '示例·陈受理', time: 'morning', day: '' });
    const again = arrangingOf({ visit: { reason: 'hard-to-move', address: '东湖****', arranged } });
    expect(again).toMatchObject({ time: 'hours', from: '09:30', to: '11:00', who: '示例·李受理' });
    expect(arrangeAct(again)).toEqual({ type: 'arrange-visit', ...arranged });
  });
  test('needs a day, hours that go forward, and who comes', () => {
    expect(missingIn(blank)).toBe('选上门的日子');
    const day = { ...blank, day: '2026-03-05' };
    expect(missingIn({ ...day, time: 'hours', from: '11:00', to: '09:30' })).toContain('09:30');
    expect(missingIn({ ...day, who: ' ' })).toBe('写上谁去');
    expect(missingIn(day)).toBeUndefined();
  });
  test('is sent without what nobody filled in', () => {
    expect(arrangeAct({ ...blank, day: '2026-03-05', note: ' ' })).toEqual({
      ...{ type: 'arrange-visit', day: '2026-03-05', time: 'morning', who: '示例·陈受理' },
    });
  });
});
