import { addDays, isWorkingDay } from '@tongban/calendar';
import { type OrderStage, orderEndings, orderKinds, orderStages } from '@tongban/contract';
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
const actors: readonly Actor[] = [
  ...[operator, clerk, approver, second, spokesperson, province, caller, house],
  staff('u1', 'supervisor', 'lake'),
  staff('w1', 'clerk', 'lake/west'),
];
const said = {
  ...{ say: '说明', reason: '理由', text: '内容', basis: '依据', matter: 'pier', labels: [] },
  ...{ files: [], into: '1', number: '110', case: 'K1' },
};
const commands = fc
  .record({
    type: fc.constantFrom(...(Object.keys(commandRules) as CommandType[])),
    kind: fc.constantFrom(...orderKinds.filter((kind) => kind !== 'report')),
    to: fc.constantFrom('lake', 'lake/east', 'lake/east/pier', 'lake/west'),
    of: fc.constantFrom('lake/west', 'lake/east/boats'),
    days: fc.integer({ min: 1, max: 8 }),
    actor: fc.constantFrom(...actors),
    after: fc.integer({ min: 0, max: 9 }),
    open: fc.constantFrom(undefined, { title: '题目', question: '问题' }),
    /** Most wishes are among those that may be fulfilled, so that courses become long. */
    guided: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
  })
  .map(({ actor, after, open, guided, ...rest }) => ({
    ...{ actor, after, guided },
    command: { ...said, ...rest, ...(open === undefined ? {} : { open }) } as OrderCommand,
  }));

type Wish = { actor: Actor; command: OrderCommand; guided: number | undefined };

/** What leads off the straight way to a reply; taken now and then. */
const aside: readonly CommandType[] = [
  ...(['withdraw', 'merge', 'emergency', 'in-procedure', 'answer', 'hand-up', 'hand-down'] as const),
  ...(['return', 'send-back', 'urge', 'attach', 'supervise', 'link', 'classify'] as const),
];

/** What ends a call-back; left out now and then, so that some wait for nothing. */
const verdicts: readonly CommandType[] = ['satisfied', 'dissatisfied', 'reopen'];

/** Of all that may be done now one thing, by one who may. */
function guide(state: OrderState, today: string, { actor, command, guided }: Wish) {
  if (guided === undefined) return { actor, command };
  const straight = guided % 8 !== 0;
  const all = actors.flatMap((one) =>
    mayOf({ state, actor: one, today }, kayakTiming)
      .filter((type) => !straight || !aside.includes(type))
      .filter((type) => guided % 3 !== 0 || !verdicts.includes(type))
      .map((type) => ({ actor: one, type })),
  );
  const waited = guided % 3 === 0 ? all.find(({ type }) => type === 'close') : undefined;
  const found = waited ?? all[guided % Math.max(all.length, 1)];
  return found === undefined
    ? { actor, command }
    : { actor: found.actor, command: { ...command, type: found.type } as OrderCommand };
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

function askedAfter({ asked }: Course, { type, days }: { type: string; days?: number }): Course['asked'] {
  return type === 'ask-time' ? { days: days ?? 0, times: asked.times + 1 } : asked;
}

/** One wish put to the order; a refused one leaves it as it was. */
function advance(course: Course, { after, ...wish }: Wish & { after: number }): Course {
  const today = addDays(course.today, after);
  const { state } = course;
  const { actor, command } = guide(state, today, wish);
  const verdict = decideOrder({ state, actor, today }, command, kayakTiming);
  const offered = mayOf({ state, actor, today }, kayakTiming).includes(command.type);
  expect([command.type, offered || !verdict.ok]).toEqual([command.type, true]);
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
      fc.property(fc.constantFrom(...orderKinds), fc.boolean(), wishes, (kind, urgent, all) => {
        const unit = kind === 'report' ? { tipOff: true, unit: 'lake/east/pier' } : {};
        const steps = [registered(kind, { urgent, ...unit })];
        let course: Course = { steps, state: foldOrder(steps), today: monday, asked: { days: 0, times: 0 } };
        for (const wish of all) {
          course = advance(course, wish);
          checkCourse(course);
          checkClocks(course);
          met.add(course.state.stage).add(course.state.how ?? '');
        }
      }),
      { numRuns: 150 },
    );
    // Every stage and every ending has come up, or the courses were too short to say anything.
    expect([...orderStages, ...orderEndings].filter((one) => !met.has(one))).toEqual([]);
  });
});
