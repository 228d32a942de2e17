import { addDays, isWorkingDay } from '@tongban/calendar';
import { type OrderKind, type OrderStage, orderEndings, orderKinds, orderStages } from '@tongban/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, type CommandType, commandRules, type OrderCommand } from './commands.ts';
import {
  approver,
  caller,
  clerk,
  house,
  monday,
  operator,
  province,
  registered,
  second,
  spokesperson,
  staff,
} from './course.fixture.ts';
import { decideOrder, mayOf } from './decide.ts';
import { foldOrder } from './fold.ts';
import { kayakTiming } from './kayak-rules.fixture.ts';
import { mustRemind, readReplyClock } from './lights.ts';
import { type OrderState, replyDueOn } from './state.ts';
import type { OrderStep } from './steps.ts';

/** 模型: the stages as the handbook draws them, told apart from the rules. */
const arrows: Readonly<Record<OrderStage, readonly OrderStage[]>> = {
  received: ['received', 'sorting', 'handling', 'closed'],
  sorting: ['sorting', 'handling', 'closed'],
  handling: ['handling', 'sorting', 'coordinating', 'call-back', 'closed'],
  coordinating: ['coordinating', 'call-back', 'closed'],
  'call-back': ['call-back', 'closed', 'handling', 'received'],
  closed: ['handling', 'received'],
};
/** Of visits more, for an act of their own lies on their way. */
const kinds = fc.constantFrom(...orderKinds, ...Array<'visit'>(orderKinds.length).fill('visit'));
const actors: readonly Actor[] = [
  ...[operator, clerk, approver, second, spokesperson, province, caller, house],
  staff('u1', 'supervisor', 'lake'),
  staff('w1', 'clerk', 'lake/west'),
];
const said = {
  ...{ say: '说明', reason: '理由', text: '内容', basis: '依据', matter: 'pier', labels: [] },
  ...{ files: [], into: '1', number: '110', case: 'K1', time: 'morning', who: '示例·陈' },
};
const commands = fc
  .record({
    type: fc.constantFrom(...(Object.keys(commandRules) as CommandType[])),
    kind: fc.constantFrom(...orderKinds.filter((kind) => kind !== 'report')),
    to: fc.constantFrom('lake', 'lake/east', 'lake/east/pier', 'lake/west'),
    of: fc.constantFrom('lake/west', 'lake/east/boats'),
    days: fc.integer({ min: 1, max: 8 }),
    /** 上门: so many days from now. */
    ahead: fc.integer({ min: -1, max: 6 }),
    /** Whether somebody says why, where nobody works. */
    says: fc.boolean(),
    actor: fc.constantFrom(...actors),
    after: fc.integer({ min: 0, max: 9 }),
    open: fc.constantFrom(undefined, { title: '题目', question: '问题' }),
    /** Most wishes are among those that may be fulfilled, so that courses become long. */
    guided: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
  })
  .map(({ actor, after, open, guided, ahead, says, ...rest }) => ({
    ...{ actor, after, guided, ahead, says },
    command: { ...said, ...rest, ...(open === undefined ? {} : { open }) } as OrderCommand,
  }));

type Wish = { actor: Actor; command: OrderCommand; guided: number | undefined };
type Days = { after: number; ahead: number; says: boolean };

/** What leads off the straight way to a reply; taken now and then. */
const aside: readonly CommandType[] = [
  ...(['withdraw', 'merge', 'emergency', 'in-procedure', 'answer', 'hand-up', 'hand-down'] as const),
  ...(['return', 'send-back', 'urge', 'attach', 'supervise', 'link', 'classify'] as const),
];

/** An order that nobody has sorted leads nowhere, and a visit is arranged once before it is changed. */
function isAside({ stage, visit }: OrderState, type: CommandType): boolean {
  if (type === 'classify') return stage !== 'received';
  return type === 'arrange-visit' ? visit !== undefined : aside.includes(type);
}

/** What ends a call-back; left out now and then, so that some wait for nothing. */
const verdicts: readonly CommandType[] = ['satisfied', 'dissatisfied', 'reopen'];

/** Most are classified as what they came as. */
function kept({ kind }: OrderState, guided: number): { kind?: OrderKind } {
  return guided % 4 === 0 || kind === 'report' ? {} : { kind };
}

/** Of all that may be done now one thing, by one who may. */
function guide(state: OrderState, today: string, { actor, command, guided }: Wish) {
  if (guided === undefined) return { actor, command };
  const straight = guided % 8 !== 0;
  const all = actors.flatMap((one) =>
    mayOf({ state, actor: one, today }, kayakTiming)
      .filter((type) => !straight || !isAside(state, type))
      .filter((type) => guided % 3 !== 0 || !verdicts.includes(type))
      .map((type) => ({ actor: one, type })),
  );
  const waited = guided % 3 === 0 ? all.find(({ type }) => type === 'close') : undefined;
  const found = waited ?? all[guided % Math.max(all.length, 1)];
  return found === undefined
    ? { actor, command }
    : {
        actor: found.actor,
        command: { ...command, ...kept(state, guided), type: found.type } as OrderCommand,
      };
}

/** Counts working days one by one, as somebody with a wall calendar would. */
function countedDue(from: string, days: number): string {
  let [day, left] = [from, days];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(kayakTiming.calendar, day)) left -= 1;
  }
  return day;
}

/** A course so far, and what a bystander has written down of it. */
type Course = {
  steps: OrderStep[];
  state: OrderState;
  today: string;
  /** Working days that were asked for in this round, and how often. */
  asked: { days: number; times: number };
};

function checkClocks({ state, today, asked }: Course): void {
  const limit = state.urgent ? 0 : kayakTiming.limits.of(state.kind, false).days;
  const base = countedDue(state.startedOn, limit);
  const due = state.extension?.state === 'granted' ? countedDue(base, asked.days) : base;
  expect(replyDueOn(state, kayakTiming)).toBe(due);
  const until = state.repliedOn ?? state.closedOn ?? today;
  expect(readReplyClock(state, kayakTiming, today).light === 'red').toBe(until > due);
  const isOpen = !['call-back', 'closed'].includes(state.stage);
  const isLate = isOpen && today > due && state.remindedOn === undefined;
  expect(mustRemind(state, kayakTiming, today)).toBe(isLate);
}

function checkCourse({ steps, state, asked }: Course): void {
  expect(foldOrder(steps)).toEqual(state);
  expect(asked.times).toBeLessThanOrEqual(1);
  expect(state.wrongDispatches).toBeLessThanOrEqual(state.dispatches);
  expect(state.tipOff ? state.helpers : []).toEqual([]);
}

/** 约上门 is for a day, counted from now; whoever says nothing gives no reason. */
function onDay(command: OrderCommand, day: string, says: boolean): OrderCommand {
  if (command.type !== 'arrange-visit') return command;
  const { reason, ...rest } = { reason: '单位周末才有人', ...command, day };
  return says ? { ...rest, reason } : rest;
}

type Arranged = { state: OrderState; today: string; says: boolean; ok: boolean; offered: boolean };

/** What may be arranged is arranged on any day that is not over, where somebody works or says why. */
function checkVisit(command: OrderCommand, { state, today, says, ok, offered }: Arranged): void {
  if (command.type !== 'arrange-visit') return;
  const isFit = command.day >= today && (says || isWorkingDay(kayakTiming.calendar, command.day));
  expect(ok).toBe(offered && isFit);
  if (ok) expect([state.kind, state.tipOff, state.repliedOn]).toEqual(['visit', false, undefined]);
}

function askedAfter({ asked }: Course, { type, days }: { type: string; days?: number }): Course['asked'] {
  return type === 'ask-time' ? { days: days ?? 0, times: asked.times + 1 } : asked;
}

/** One wish put to the order; a refused one leaves it as it was. */
function advance(course: Course, { after, ahead, says, ...wish }: Wish & Days): Course {
  const today = addDays(course.today, after);
  const { state } = course;
  const { actor, command: chosen } = guide(state, today, wish);
  const command = onDay(chosen, addDays(today, ahead), says);
  const verdict = decideOrder({ state, actor, today }, command, kayakTiming);
  const offered = mayOf({ state, actor, today }, kayakTiming).includes(command.type);
  expect([command.type, offered || !verdict.ok]).toEqual([command.type, true]);
  checkVisit(command, { state, today, says, ok: verdict.ok, offered });
  if (!verdict.ok) return { ...course, today };
  expect(arrows[state.stage]).toContain(verdict.state.stage);
  const isNew = verdict.state.round > state.round;
  return {
    ...{ today, state: verdict.state, steps: [...course.steps, ...verdict.steps] },
    asked: isNew ? { days: 0, times: 0 } : askedAfter(course, command),
  };
}

describe('whatever happens', () => {
  test('stages follow the arrows, clocks the wall calendar, and steps tell the whole story', () => {
    const met = new Set<string>();
    const wishes = fc.array(commands, { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(kinds, fc.boolean(), wishes, (kind, urgent, all) => {
        const unit = kind === 'report' ? { tipOff: true, unit: 'lake/east/pier' } : {};
        const steps = [registered(kind, { urgent, ...unit })];
        let course: Course = { steps, state: foldOrder(steps), today: monday, asked: { days: 0, times: 0 } };
        for (const wish of all) {
          course = advance(course, wish);
          checkCourse(course);
          checkClocks(course);
          met.add(course.state.stage).add(course.state.how ?? '');
          if (course.state.visit !== undefined) met.add('visit');
        }
      }),
      { numRuns: 400 },
    );
    // Every stage and every ending has come up, and a visit, or the courses were too short to say anything.
    expect([...orderStages, ...orderEndings, 'visit'].filter((one) => !met.has(one))).toEqual([]);
  });
});
