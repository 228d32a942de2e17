import { describe, expect, test } from 'vitest';
import type { Actor, OrderCommand } from './commands.ts';
import { approver, begin, caller, clerk, monday, operator, second, spokesperson } from './course.fixture.ts';
import { decideOrder, mayOf } from './decide.ts';
import { kayakTiming } from './kayak-rules.fixture.ts';
import { type OrderState, replyDueOn } from './state.ts';

const decide = (state: OrderState, actor: Actor, command: OrderCommand, today = monday) =>
  decideOrder({ state, actor, today }, command, kayakTiming);
const give = (state: OrderState, actor: Actor, command: OrderCommand, today = monday): OrderState => {
  const verdict = decide(state, actor, command, today);
  if (!verdict.ok) throw new Error(verdict.why);
  return verdict.state;
};
const whyNot = (state: OrderState, actor: Actor, command: OrderCommand, today = monday) => {
  const verdict = decide(state, actor, command, today);
  return verdict.ok ? undefined : verdict.why;
};
const arrange = { type: 'arrange-visit', day: '2026-03-05', time: 'morning', who: '示例·陈' } as const;
const classify = (kind: 'visit' | 'help') =>
  ({ type: 'classify', kind, matter: 'pier', labels: [] }) as const;
const sent = (kind: 'visit' | 'help' = 'visit') =>
  give(give(begin({ kind }), operator, classify(kind)), operator, { type: 'dispatch', to: 'lake/east/pier' });
const held = (kind: 'visit' | 'help' = 'visit') => give(sent(kind), clerk, { type: 'claim' });

describe('a visit', () => {
  test('is arranged by whoever has it in hand at the unit, and by nobody else', () => {
    expect(give(held(), clerk, arrange).visit).toEqual({
      day: '2026-03-05',
      time: 'morning',
      who: '示例·陈',
    });
    expect(whyNot(sent(), clerk, arrange)).toBe('handler');
    expect(whyNot(held(), second, arrange)).toBe('handler');
    expect(whyNot(held(), spokesperson, arrange)).toBe('unit');
    expect(whyNot(held(), caller, arrange)).toBe('role');
    expect(whyNot(give(begin({ kind: 'visit' }), operator, classify('visit')), operator, arrange)).toBe(
      'role',
    );
  });
  test('is arranged for orders of its own kind alone, and no other order becomes one', () => {
    expect(whyNot(held('help'), clerk, arrange)).toBe('not-visit');
    expect(mayOf({ state: held('help'), actor: clerk, today: monday }, kayakTiming)).not.toContain(
      arrange.type,
    );
    expect(mayOf({ state: held(), actor: clerk, today: monday }, kayakTiming)).toContain(arrange.type);
    expect(whyNot(begin({ kind: 'help' }), operator, classify('visit'))).toBe('no-visit');
    const helped = give(begin({ kind: 'visit' }), operator, classify('help'));
    expect(give(helped, operator, classify('visit')).kind).toBe('visit');
  });
  test('is on a day that is not over, not too far ahead, and worked unless somebody says why', () => {
    const on = (day: string, more: object = {}) => whyNot(held(), clerk, { ...arrange, ...more, day });
    expect(on('2026-03-01')).toBe('visit-past');
    expect(on(monday)).toBeUndefined();
    expect(on('2026-03-07')).toBe('visit-day-off');
    expect(on('2026-03-07', { reason: '单位只在周六有人' })).toBeUndefined();
    // The second Saturday of May is worked for the holidays before it.
    expect(whyNot(held(), clerk, { ...arrange, day: '2026-05-09' }, '2026-04-20')).toBeUndefined();
    expect(whyNot(held(), clerk, { ...arrange, day: '2026-05-01' }, '2026-04-20')).toBe('visit-day-off');
    expect(on('2026-06-01')).toBe('visit-far');
  });
  test('begins before it ends', () => {
    const at = (from: string, to: string) => whyNot(held(), clerk, { ...arrange, time: { from, to } });
    expect(at('09:30', '11:00')).toBeUndefined();
    expect(at('11:00', '09:30')).toBe('visit-hours');
    expect(at('09:30', '09:30')).toBe('visit-hours');
  });
  test('may be arranged anew until it is answered, and stops no clock', () => {
    const arranged = give(held(), clerk, arrange);
    expect(replyDueOn(arranged, kayakTiming)).toBe(replyDueOn(held(), kayakTiming));
    const again = give(arranged, clerk, { ...arrange, day: '2026-03-06', note: ' 带采集箱 ' });
    expect(again.visit).toEqual({ day: '2026-03-06', time: 'morning', who: '示例·陈', note: '带采集箱' });
    const drafted = give(again, clerk, { type: 'draft', text: '3月6日上门办好' });
    const replied = give(give(drafted, approver, { type: 'pass' }), clerk, { type: 'reply' });
    expect(whyNot(replied, clerk, arrange)).toBe('stage');
  });
  test('stays promised when the order goes to others, and is gone with the next round', () => {
    const arranged = give(held(), clerk, arrange);
    const up = give(arranged, approver, { type: 'hand-up', to: 'lake/east', reason: '要市里去' });
    expect(up.visit?.day).toBe('2026-03-05');
    const drafted = give(arranged, clerk, { type: 'draft', text: '办好了' });
    const replied = give(give(drafted, approver, { type: 'pass' }), clerk, { type: 'reply' });
    expect(give(replied, caller, { type: 'dissatisfied', say: '没有来' }).visit).toBeUndefined();
  });
  test('is never arranged for a tip-off', () => {
    const tip = give(begin({ kind: 'visit', tipOff: true, unit: 'lake/east/pier' }), clerk, {
      type: 'claim',
    });
    expect(whyNot(tip, clerk, arrange)).toBe('tip-off');
  });
});
