import { describe, expect, test } from 'vitest';
import type { Actor, OrderCommand } from './commands.ts';
import {
  approver,
  begin,
  caller,
  clerk,
  house,
  monday,
  operator,
  province,
  second,
  spokesperson,
  staff,
} from './course.fixture.ts';
import { decideOrder, mayOf } from './decide.ts';
import { kayakTiming } from './kayak-rules.fixture.ts';
import { readHandClock, readReplyClock } from './lights.ts';
import { callBackDueOn, type OrderState, replyDueOn } from './state.ts';

const give = (state: OrderState, actor: Actor, command: OrderCommand, today = monday): OrderState => {
  const verdict = decideOrder({ state, actor, today }, command, kayakTiming);
  if (!verdict.ok) throw new Error(verdict.why);
  return verdict.state;
};
const whyNot = (state: OrderState, actor: Actor, command: OrderCommand, today = monday) => {
  const verdict = decideOrder({ state, actor, today }, command, kayakTiming);
  return verdict.ok ? undefined : verdict.why;
};
const classify = { type: 'classify', kind: 'complaint', matter: 'pier', labels: [] } as const;
const sent = () =>
  give(give(begin(), operator, classify), operator, { type: 'dispatch', to: 'lake/east/pier' });
const held = () => give(sent(), clerk, { type: 'claim' });
const drafted = (open = false) =>
  give(held(), clerk, {
    type: 'draft',
    text: '已换新桨',
    ...(open ? { open: { title: '换桨', question: '桨断了' } } : {}),
  });
const replied = () => give(give(drafted(), approver, { type: 'pass' }), clerk, { type: 'reply' });

describe('the course of an order', () => {
  test('goes from the desk to a unit, back with a reply, to the call-back and into the archive', () => {
    const stages = [begin(), give(begin(), operator, classify), sent(), held(), drafted(), replied()].map(
      ({ stage }) => stage,
    );
    expect(stages).toEqual(['received', 'sorting', 'handling', 'handling', 'handling', 'call-back']);
    expect(give(replied(), operator, { type: 'satisfied' })).toMatchObject({
      stage: 'closed',
      how: 'solved',
    });
  });
  test('is answered at once at the desk and closed', () => {
    expect(give(begin(), operator, { type: 'answer', text: '九点开门' })).toMatchObject({
      ...{ stage: 'closed', how: 'answered', reply: '九点开门' },
    });
    expect(whyNot(begin(), clerk, { type: 'answer', text: '九点开门' })).toBe('missing');
  });
  test('returns to the desk with a reason, and the wrong dispatch is counted', () => {
    const back = give(sent(), clerk, { type: 'return', reason: '不归码头管' });
    expect(back).toMatchObject({ stage: 'sorting', branch: 'lake/east', dispatches: 1, wrongDispatches: 1 });
  });
  test('begins again with days of its own when somebody is dissatisfied', () => {
    const again = give(replied(), caller, { type: 'dissatisfied', say: '桨还是断的' }, '2026-03-05');
    expect(again).toMatchObject({
      stage: 'handling',
      round: 2,
      startedOn: '2026-03-05',
      branch: 'lake/east/pier',
    });
    expect(again.handlerId).toBeUndefined();
    expect(replyDueOn(again, kayakTiming)).toBe('2026-03-24');
  });
  test('may be reopened for thirty days after closing, and no longer; what was merged is not', () => {
    const closed = give(replied(), caller, { type: 'satisfied' });
    const reopen = { type: 'reopen', say: '又坏了' } as const;
    expect(give(closed, caller, reopen, '2026-04-01').stage).toBe('handling');
    expect(whyNot(closed, caller, reopen, '2026-04-02')).toBe('too-late');
    const merged = give(begin(), operator, { type: 'merge', into: '1' });
    expect(whyNot(merged, caller, reopen)).toBe('stage');
  });
  test('hands an emergency over at once, and never queues it', () => {
    const gone = give(begin(), operator, { type: 'emergency', number: '119' });
    expect(gone).toMatchObject({ stage: 'closed', how: 'emergency', dispatches: 0 });
    expect(mayOf({ state: gone, actor: caller, today: monday }, kayakTiming)).toEqual([]);
  });
  test('is urged by its caller once a day', () => {
    const urged = give(sent(), caller, { type: 'urge' });
    expect(whyNot(urged, caller, { type: 'urge' })).toBe('urged');
    expect(give(urged, caller, { type: 'urge' }, '2026-03-03').urgedOn).toHaveLength(2);
  });
});

describe('more time', () => {
  const ask = { type: 'ask-time', days: 5, basis: '要等配件' } as const;
  test('is asked for once, before the last day is over, with a basis, and granted by somebody else', () => {
    const asked = give(held(), clerk, ask, '2026-03-19');
    expect(whyNot(asked, clerk, ask, '2026-03-19')).toBe('asked-already');
    expect(replyDueOn(asked, kayakTiming)).toBe('2026-03-19');
    expect(replyDueOn(give(asked, approver, { type: 'grant-time' }, '2026-03-19'), kayakTiming)).toBe(
      '2026-03-26',
    );
    const refused = give(asked, approver, { type: 'refuse-time', reason: '有备件' }, '2026-03-19');
    expect(replyDueOn(refused, kayakTiming)).toBe('2026-03-19');
    expect(whyNot(refused, clerk, ask, '2026-03-19')).toBe('asked-already');
  });
  test('is too late after the last day, too much beyond the most, and never granted by whoever asked', () => {
    expect(whyNot(held(), clerk, ask, '2026-03-20')).toBe('too-late');
    expect(whyNot(held(), clerk, { ...ask, days: 6 })).toBe('too-late');
    const own = give(give(sent(), approver, { type: 'claim' }), approver, ask);
    expect(whyNot(own, approver, { type: 'grant-time' })).toBe('own-wish');
  });
});

describe('a reply', () => {
  test('is passed by somebody who did not draft it', () => {
    expect(whyNot(drafted(), clerk, { type: 'reply' })).toBe('not-reviewed');
    const own = give(give(sent(), approver, { type: 'claim' }), approver, { type: 'draft', text: '好' });
    expect(whyNot(own, approver, { type: 'pass' })).toBe('own-draft');
    const back = give(give(drafted(), approver, { type: 'pass' }), second, {
      type: 'send-back',
      reason: '写清日期',
    });
    expect(whyNot(back, clerk, { type: 'reply' })).toBe('not-reviewed');
  });
  test('that anybody can read is passed by two', () => {
    const once = give(drafted(true), approver, { type: 'pass' });
    expect(whyNot(once, clerk, { type: 'reply' })).toBe('not-reviewed');
    expect(whyNot(once, approver, { type: 'pass' })).toBe('passed');
    expect(give(give(once, second, { type: 'pass' }), clerk, { type: 'reply' }).stage).toBe('call-back');
  });
  test('awaits an answer before it is closed: three calls nobody took, or its days', () => {
    const due = replied();
    expect(callBackDueOn(due, kayakTiming)).toBe('2026-03-03');
    expect(whyNot(due, operator, { type: 'close' })).toBe('waits');
    const called = [1, 2, 3].reduce((state) => give(state, operator, { type: 'not-reached' }), due);
    expect(give(called, operator, { type: 'close' }).how).toBe('unreached');
    expect(whyNot(due, house, { type: 'close' }, '2026-03-09')).toBe('waits');
    expect(give(due, house, { type: 'close' }, '2026-03-10').how).toBe('unreached');
  });
});

describe('other levels', () => {
  const up = { type: 'hand-up', to: 'lake/east', reason: '要市里定' } as const;
  test('get an order with a clock of their own, while the promised day stands', () => {
    const handed = give(held(), approver, up, '2026-03-05');
    expect(handed).toMatchObject({ stage: 'coordinating', branch: 'lake/east' });
    expect(handed.handlerId).toBeUndefined();
    expect(readHandClock(handed, kayakTiming, '2026-03-11')).toEqual({
      ...{ dueOn: '2026-03-12', light: 'yellow', workingDaysLeft: 1 },
    });
    expect(readReplyClock(handed, kayakTiming, '2026-03-11').dueOn).toBe('2026-03-19');
    const back = give(handed, spokesperson, { type: 'hand-back', say: '按规定办' }, '2026-03-06');
    expect(back.branch).toBe('lake/east/pier');
    expect(readHandClock(back, kayakTiming, '2026-03-06')).toBeUndefined();
  });
  test('are really above or below', () => {
    expect(whyNot(held(), approver, { ...up, to: 'lake/west' })).toBe('not-above');
    expect(whyNot(held(), approver, { ...up, to: 'lake/east/pier' })).toBe('not-above');
    const handed = give(held(), approver, up);
    const down = { type: 'hand-down', reason: '就近办' } as const;
    expect(whyNot(handed, spokesperson, { ...down, to: 'lake/west' })).toBe('not-below');
    expect(give(handed, spokesperson, { ...down, to: 'lake/east/boats' }).branch).toBe('lake/east/boats');
  });
  test('act only where the order stands: a province does nothing over the head of a city but supervise', () => {
    expect(whyNot(held(), province, { type: 'draft', text: '好' })).toBe('unit');
    expect(give(held(), province, { type: 'supervise', say: '三天内办' }).stage).toBe('coordinating');
  });
  test('help when they are asked, once', () => {
    const asked = give(held(), clerk, { type: 'ask-help', of: 'lake/west', say: '查船号' });
    const helper = staff('w1', 'clerk', 'lake/west');
    expect(asked.stage).toBe('coordinating');
    expect(whyNot(asked, helper, { type: 'draft', text: '好' })).toBe('unit');
    const helped = give(asked, helper, { type: 'give-help', say: '船号 7' });
    expect(whyNot(helped, helper, { type: 'give-help', say: '船号 8' })).toBe('unit');
  });
});

describe('a tip-off', () => {
  const tip = () => begin({ kind: 'report', tipOff: true, unit: 'lake/east/pier' });
  test('goes to its unit at once and is nothing to anybody else, not even above it', () => {
    expect(tip()).toMatchObject({ stage: 'handling', branch: 'lake/east/pier' });
    for (const actor of [operator, spokesperson, province, staff('u', 'supervisor', 'lake/east')])
      expect(mayOf({ state: tip(), actor, today: monday }, kayakTiming)).toEqual([]);
    expect(whyNot(tip(), operator, { type: 'supervise', say: '快' })).toBe('missing');
  });
  test('is not spread to helpers, not merged, and never answered in public', () => {
    const mine = give(tip(), clerk, { type: 'claim' });
    expect(whyNot(mine, clerk, { type: 'ask-help', of: 'lake/west', say: '查' })).toBe('tip-off');
    expect(whyNot(mine, clerk, { type: 'return', reason: '不归我管' })).toBe('tip-off');
    const open = { title: '举报', question: '有人偷桨' };
    expect(whyNot(mine, clerk, { type: 'draft', text: '已查', open })).toBe('tip-off');
  });
  test('that is recognised at the desk leaves it there and then', () => {
    const sealed = give(begin(), operator, { ...classify, kind: 'report', unit: 'lake/east/pier' });
    expect(sealed).toMatchObject({ tipOff: true, stage: 'handling', branch: 'lake/east/pier' });
    expect(whyNot(sealed, operator, { type: 'merge', into: '1' })).toBe('missing');
  });
});

describe('a petition that is running', () => {
  const doubled = () => give(begin({ procedure: 'XF1' }), operator, classify);
  test('is recognised: the order goes nowhere until somebody has said whether it is the same', () => {
    expect(whyNot(doubled(), operator, { type: 'dispatch', to: 'lake/east/pier' })).toBe('procedure');
    expect(whyNot(doubled(), operator, { type: 'answer', text: '好' })).toBe('procedure');
    expect(give(doubled(), operator, { type: 'in-procedure', number: 'XF1' }).how).toBe('in-procedure');
    const apart = give(doubled(), operator, { type: 'tell-apart', reason: '说的是另一条船' });
    expect(give(apart, operator, { type: 'dispatch', to: 'lake/east/pier' }).stage).toBe('handling');
  });
});
