import { addDays } from '@tongban/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from './actions.ts';
import { citizenEvent } from './citizen-event.ts';
import { citizenLine } from './citizen-line.ts';
import { citizenStatus, HEADLINES } from './citizen-status.ts';
import { readClocks } from './clocks.ts';
import { COMMAND_RULES, type Command, type CommandType } from './commands.ts';
import { decide } from './decide.ts';
import { fold } from './fold.ts';
import {
  approver,
  calendar,
  citizen,
  clerk,
  dispatcher,
  handler,
  head,
  kayakFile,
  kayakPlan,
  morning,
  paddlePlan,
  refusal,
  worker,
} from './kayak.fixture.ts';
import { LIGHT_DEFAULTS, lightOf } from './light.ts';
import { may } from './may.ts';
import type { CasePlan } from './plan.ts';
import type { Actor } from './roles.ts';
import { type CaseState, findAcceptedFile, isFinished, type Status } from './state.ts';

const types = Object.keys(COMMAND_RULES) as CommandType[];
const actors: readonly Actor[] = [
  citizen,
  clerk,
  handler,
  approver,
  head,
  dispatcher,
  worker,
  { id: clerk.id, role: 'approver' },
];
const everything = {
  file: kayakFile,
  number: 'TB990120260105000001',
  missing: [{ what: '补照片' }],
  refusal,
  assignment: { unit: 'lake-station', why: '按辖区' },
  opinion: '同意',
  reason: '水位高',
  result: '浮得住',
  detail: '工本费',
  to: '本人',
  days: 3,
  waybill: 'SF1',
  verdict: 'grant',
};

const STATUSES: readonly Status[] = [
  'draft',
  'submitted',
  'pre-review',
  'correction-before-acceptance',
  'not-accepted',
  'accepted',
  'in-review',
  'awaiting-decision',
  'correction-after-acceptance',
  'special-procedure',
  'decided',
  'producing',
  'at-issue-desk',
  'in-delivery',
  'closed',
  'none',
];

const anyMove = fc.record({
  /** Which of the commands somebody may give; a wild move ignores whether it may be given. */
  pick: fc.nat(),
  turn: fc.nat(20),
  wild: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
  type: fc.constantFrom(...types),
  by: fc.constantFrom(...actors),
  wait: fc.nat(4),
  step: fc.constantFrom('handle', 'review', 'decide'),
  procedure: fc.constantFrom('float-test', 'longer'),
  need: fc.constantFrom('pay', 'visit', 'confirm'),
  delivery: fc.constantFrom({ by: 'desk' }, { by: 'express', waybill: 'SF1' }),
  reply: fc.nat(10),
});
type Move = typeof anyMove extends fc.Arbitrary<infer T> ? T : never;
const anyCourse = fc.array(anyMove, { minLength: 30, maxLength: 60 });
const anyPlan = fc.constantFrom(kayakPlan, paddlePlan);

const ENDINGS: readonly CommandType[] = [
  'withdraw',
  'return',
  'forward',
  'not-accept',
  'expire-correction',
  'revoke',
];

/** A command somebody may give, seldom one that ends the case early, so that courses run deep. */
function chosen(state: CaseState, move: Move, plan: CasePlan) {
  const early = move.pick % 12 === 0;
  const step = state.status === 'in-review' ? state.open[0].step : move.step;
  const open = types
    .filter((type) => early || !ENDINGS.includes(type))
    .map((type) => ({ type, allowed: actors.filter((by) => may(state, { type, by, step }, plan).ok) }))
    .filter(({ allowed }) => allowed.length > 0);
  const tamed = move.wild ? undefined : open[move.pick % open.length];
  const by = tamed?.allowed[move.turn % tamed.allowed.length];
  return tamed === undefined || by === undefined
    ? { type: move.type, by: move.by }
    : { type: tamed.type, by, step };
}

/** Plays a course of commands and reports each state with its day. */
function playOut(
  course: readonly Move[],
  plan: CasePlan,
  seen: (state: CaseState, today: string) => void,
): Action[] {
  const actions: Action[] = [];
  let today = '2026-01-05';
  for (const move of course) {
    today = addDays(today, move.wait);
    const before = fold(actions, plan);
    const command = {
      ...everything,
      ...move,
      ...chosen(before, move, plan),
      at: morning(today),
      replyBy: addDays(today, move.reply),
    } as unknown as Command;
    const outcome = decide(before, command, { plan, calendar });
    if (outcome.ok) {
      expect(isFinished(before) && command.type !== 'revoke').toBe(false);
      expect(may(before, command, plan).ok).toBe(true);
      actions.push(...outcome.actions);
    }
    if (outcome.ok || move.wild) seen(fold(actions, plan), today);
  }
  return actions;
}

describe('any course of commands', () => {
  test('what decide allows, fold can follow, and every state has words, clocks and a light', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(anyCourse, anyPlan, (course, plan) => {
        playOut(course, plan, (state, today) => {
          reached.add(state.status);
          const { statutory, promised } = readClocks(state, calendar, today);
          for (const reading of [statutory, promised]) {
            if (reading === undefined) continue;
            expect(Math.min(reading.used, reading.left, reading.pausedDays)).toBeGreaterThanOrEqual(0);
          }
          expect(HEADLINES).toHaveProperty(citizenStatus(state).code);
          expect(citizenLine(state, calendar, today).line.zh).not.toBe('');
          expect(lightOf(state, { plan, calendar, thresholds: LIGHT_DEFAULTS }, today).colour).toBeTypeOf(
            'string',
          );
        });
      }),
      { numRuns: 250, seed: 20_260_114 },
    );
    expect([...reached].sort()).toEqual([...STATUSES].sort());
  }, 30_000);

  test('intake and approval are never by one person, unless the edition has no approval', () => {
    let decided = 0;
    fc.assert(
      fc.property(anyCourse, (course) => {
        playOut(course, kayakPlan, (state) => {
          if (state.status === 'decided') decided += 1;
          const file = findAcceptedFile(state);
          if (file === undefined || !('decision' in file)) return;
          expect(file.intakeBy).not.toContain(file.decision.by);
        });
      }),
      { numRuns: 100, seed: 20_260_105 },
    );
    expect(decided).toBeGreaterThan(0);
  });

  test('a finished case accepts nothing', () => {
    const mark = { by: citizen, at: morning('2026-01-05') };
    const draft = { type: 'opened' as const, file: kayakFile, ...mark };
    const submitted = { type: 'submitted' as const, number: 'TB990120260105000001', ...mark };
    const finished = [
      fold([draft, submitted, { type: 'withdrawn', ...mark }], kayakPlan),
      fold([draft, submitted, { type: 'not-accepted', refusal, ...mark }], kayakPlan),
    ];
    for (const state of finished) {
      for (const type of types) {
        for (const by of actors) {
          expect(may(state, { type, by } as Parameters<typeof may>[1], kayakPlan)).toMatchObject({
            why: 'finished',
          });
        }
      }
    }
  });

  test('folding twice, or action by action, gives the same state and survives storage as JSON', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const actions = playOut(course, kayakPlan, () => undefined);
        const stored = JSON.parse(JSON.stringify(actions)) as Action[];
        expect(fold(stored, kayakPlan)).toEqual(fold(actions, kayakPlan));
        for (const action of actions) expect(() => citizenEvent(action)).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });

  test('a history in the wrong order is refused', () => {
    const mark = { by: citizen, at: morning('2026-01-05') };
    expect(() => fold([{ type: 'resubmitted', ...mark }], kayakPlan)).toThrow('办件记录前后不符');
  });
});
