import { describe, expect, test } from 'vitest';
import { hallRules } from './boat-house.fixture.ts';
import { dueOf, isTooEarly, kindOf, rejoinUntil, type TicketFacts } from './due.ts';

const at = (clock: string) => new Date(`2026-03-02T${clock}:00+08:00`);
const taken = (clock: string, more: { bookedFor?: Date; priority?: string } = {}) => ({
  ...{ on: 'taken' as const, at: at(clock) },
  ...more,
});
const due = (facts: TicketFacts) => dueOf(facts, hallRules);
const elder = { priority: '60 周岁以上' };

describe('dueOf a ticket taken', () => {
  test('booked and in time is due three minutes after the time, or after coming', () => {
    expect(due(taken('09:40', { bookedFor: at('10:00') }))).toEqual({
      ...{ due: at('10:03'), why: '约在 10:00，按时到了，10:03 前叫' },
    });
    expect(due(taken('10:10', { bookedFor: at('10:00') })).due).toEqual(at('10:13'));
  });
  test('booked and late queues like a walk-in who came half as long before', () => {
    expect(due(taken('10:16', { bookedFor: at('10:00') }))).toEqual({
      ...{ due: at('11:01'), why: '约在 10:00，10:16 才到，按现场取号等候时间的一半排' },
    });
  });
  test('a walk-in is due when the longest wait of the hall is over', () => {
    expect(due(taken('09:30'))).toEqual({
      ...{ due: at('11:00'), why: '09:30 现场取号，按等候不超过 90 分钟排' },
    });
  });
  test('priority is due in five minutes, and a booking never makes it later', () => {
    expect(due(taken('09:30', elder))).toEqual({
      due: at('09:35'),
      why: '绿色通道（60 周岁以上），09:35 前叫',
    });
    expect(due(taken('09:30', { ...elder, bookedFor: at('09:50') })).due).toEqual(at('09:35'));
    expect(due(taken('09:49', { ...elder, bookedFor: at('09:50') }))).toEqual({
      due: at('09:53'),
      why: '约在 09:50，按时到了，09:53 前叫；也是绿色通道（60 周岁以上），按更早的这个时间',
    });
  });
  test('what it queues as follows from the booking first, then from priority', () => {
    expect(kindOf(taken('09:40', { bookedFor: at('10:00') }), hallRules)).toBe('booked');
    expect(kindOf(taken('10:16', { bookedFor: at('10:00') }), hallRules)).toBe('late');
    expect(kindOf(taken('10:16', { ...elder, bookedFor: at('10:00') }), hallRules)).toBe('priority');
    expect(kindOf(taken('09:40'), hallRules)).toBe('walk-in');
  });
  test('checking in opens half an hour before the time', () => {
    const { check_in } = hallRules.booking;
    expect(isTooEarly(at('10:00'), at('09:29'), check_in)).toBe(true);
    expect(isTooEarly(at('10:00'), at('09:30'), check_in)).toBe(false);
  });
});

describe('dueOf what happens later', () => {
  const granted = (more: { due: Date; why: string; waits?: boolean }) =>
    due({ on: 'granted', at: at('10:00'), priority: '孕妇', waits: true, ...more });
  test('granted priority is due in five minutes and says so', () => {
    expect(granted({ due: at('11:00'), why: '09:30 现场取号' })).toEqual({
      ...{ due: at('10:05'), why: '绿色通道（孕妇），10:05 前叫' },
    });
  });
  test('granted priority changes nothing where the ticket is due before that, and tells both reasons', () => {
    const kept = granted({ due: at('10:03'), why: '约在 10:00，按时到了，10:03 前叫' });
    expect(kept).toEqual({
      ...{
        due: at('10:03'),
        why: '约在 10:00，按时到了，10:03 前叫；也是绿色通道（孕妇），按更早的这个时间',
      },
    });
    expect(granted(kept)).toEqual(kept);
  });
  test('granted priority to somebody who is away does not bring their time forward', () => {
    expect(granted({ due: at('11:00'), why: '约好 10:45 回来再叫', waits: false })).toEqual({
      ...{ due: at('11:00'), why: '约好 10:45 回来再叫；也是绿色通道（孕妇）' },
    });
  });
  test('parked is due when its minutes are over', () => {
    expect(due({ on: 'parked', at: at('10:00'), minutes: 20 }).due).toEqual(at('10:20'));
  });
  test('sent on with its place is due no later than before', () => {
    const facts = { on: 'forwarded', at: at('10:00'), keepPlace: true } as const;
    expect(due({ ...facts, due: at('09:50') }).due).toEqual(at('09:50'));
    expect(due({ ...facts, due: at('11:00') }).due).toEqual(at('10:05'));
  });
  test('sent on without its place queues anew, priority as priority', () => {
    const facts = { on: 'forwarded', at: at('10:00'), due: at('09:50'), keepPlace: false } as const;
    expect(due(facts).due).toEqual(at('11:30'));
    expect(due({ ...facts, ...elder }).due).toEqual(at('10:05'));
  });
  test('back after a miss is behind three who wait, or behind all if fewer', () => {
    const waiting = ['10:10', '10:20', '10:30', '10:40'].map(at);
    const back = { on: 'rejoined', at: at('10:00') } as const;
    const third = due({ ...back, waiting });
    expect(third.due > at('10:30') && third.due < at('10:40')).toBe(true);
    expect(third.why).toBe('过号后回来，排在 3 个人后面');
    expect(due({ ...back, waiting: [at('10:10')] }).due > at('10:10')).toBe(true);
    expect(due({ ...back, waiting: [] })).toEqual({ due: at('10:00'), why: '过号后回来，前面没有人' });
    expect(rejoinUntil(at('10:00'), hallRules.queue)).toEqual(at('10:30'));
  });
  test('called again and there now, it is due at once', () => {
    expect(due({ on: 'recalled', at: at('10:00') }).due).toEqual(at('10:00'));
  });
});
