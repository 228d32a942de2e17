import { addDays } from '@tongban/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClock, readClocks } from './clocks.ts';
import { apply } from './fold.ts';
import {
  acceptedKayak,
  approver,
  assignedKayak,
  calendar,
  citizen,
  clerk,
  createPlay,
  handler,
  head,
  kayakFile,
  kayakPlan,
  morning,
} from './kayak.fixture.ts';
import { clockColour, LIGHT_DEFAULTS, lightOf } from './light.ts';
import type { CasePlan } from './plan.ts';
import type { Pause } from './state.ts';

const rules = { plan: kayakPlan, calendar, thresholds: LIGHT_DEFAULTS };

describe('readClocks', () => {
  test('counting starts the working day after acceptance', () => {
    const { statutory, promised } = readClocks(acceptedKayak('2025-09-28').state(), calendar, '2025-09-28');
    expect(statutory).toMatchObject({
      used: 0,
      left: 20,
      dueOn: '2025-10-31',
      overdue: false,
      published: true,
    });
    expect(promised).toMatchObject({ used: 0, left: 10, dueOn: '2025-10-17' });
  });

  test('ten days accepted on 22 September, suspended after three, resumed on 13 October, end on 22 October', () => {
    const play = assignedKayak('2025-09-22');
    play.give(approver, '2025-09-25', {
      type: 'start-special-procedure',
      procedure: 'float-test',
      reason: '要试水',
    });
    expect(readClocks(play.state(), calendar, '2025-10-09').promised).toMatchObject({
      used: 3,
      left: 7,
      paused: true,
      overdue: false,
    });
    play.give(approver, '2025-10-13', { type: 'end-special-procedure', result: '浮得住' });
    expect(readClocks(play.state(), calendar, '2025-10-13').promised).toMatchObject({
      used: 3,
      left: 7,
      paused: false,
      dueOn: '2025-10-22',
    });
    expect(readClocks(play.state(), calendar, '2025-10-22').promised).toMatchObject({
      left: 0,
      overdue: false,
    });
    expect(readClocks(play.state(), calendar, '2025-10-24').promised).toMatchObject({
      overdue: true,
      overdueDays: 2,
    });
  });

  test('an extension adds its days to both clocks', () => {
    const play = assignedKayak('2025-09-28');
    play.give(approver, '2025-09-29', {
      type: 'request-extension',
      procedure: 'longer',
      days: 2,
      reason: '水位高',
    });
    play.give(head, '2025-09-29', { type: 'approve-extension' });
    const { statutory, promised } = readClocks(play.state(), calendar, '2025-09-29');
    expect(statutory).toMatchObject({ limit: { days: 22 }, dueOn: '2025-11-04' });
    expect(promised).toMatchObject({ limit: { days: 12 }, dueOn: '2025-10-21' });
  });

  test('an extension in calendar days moves a clock of working days by so many calendar days', () => {
    const plan: CasePlan = {
      ...kayakPlan,
      limits: { statutory: { days: 15, unit: 'natural' }, promised: { days: 7, unit: 'working' } },
      specialProcedures: [
        { id: 'longer', name: { zh: '延长' }, type: 'extend', max: { days: 15, unit: 'natural' } },
      ],
    };
    const play = createPlay(plan);
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number: 'TB990120260105000001' });
    play.give(clerk, '2026-01-05', { type: 'accept' });
    const before = readClocks(play.state(), calendar, '2026-01-06');
    expect([before.statutory?.dueOn, before.promised?.dueOn]).toEqual(['2026-01-20', '2026-01-14']);
    play.give(approver, '2026-01-06', {
      ...{ type: 'request-extension', procedure: 'longer', days: 15, reason: '路远' },
    });
    play.give(head, '2026-01-06', { type: 'approve-extension' });
    const after = readClocks(play.state(), calendar, '2026-01-06');
    expect([after.statutory?.dueOn, after.promised?.dueOn]).toEqual(['2026-02-04', '2026-01-29']);
  });

  test('the statutory clock stops at the decision, the promised one when the result is ready', () => {
    const play = assignedKayak('2026-01-05');
    play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
    play.give(approver, '2026-01-07', { type: 'pass-step', step: 'review', opinion: '同意' });
    play.give(head, '2026-01-08', { type: 'grant' });
    const decided = readClocks(play.state(), calendar, '2026-01-13');
    expect(decided.statutory).toMatchObject({ used: 3, stoppedOn: '2026-01-08' });
    expect(decided.promised).toMatchObject({ used: 6 });
    expect(decided.promised?.stoppedOn).toBeUndefined();
    play.give(clerk, '2026-01-13', { type: 'produce' });
    play.give(clerk, '2026-01-14', { type: 'finish-production', delivery: { by: 'desk' } });
    expect(readClocks(play.state(), calendar, '2026-06-30').promised).toMatchObject({
      used: 7,
      stoppedOn: '2026-01-14',
      overdue: false,
    });
  });

  test('a case withdrawn during a pause stops where it stood', () => {
    const play = assignedKayak('2026-01-05');
    play.give(approver, '2026-01-07', {
      type: 'request-correction',
      missing: [{ what: '补照片' }],
      replyBy: '2026-01-20',
    });
    play.give(citizen, '2026-01-15', { type: 'withdraw' });
    expect(readClocks(play.state(), calendar, '2026-03-30').statutory).toMatchObject({
      used: 2,
      overdue: false,
      paused: false,
      stoppedOn: '2026-01-15',
    });
  });

  test('a due day in a year not yet published is marked', () => {
    expect(readClocks(acceptedKayak('2026-12-25').state(), calendar, '2026-12-25').statutory).toMatchObject({
      published: false,
    });
  });

  test('a case not yet accepted has no clock', () => {
    expect(readClocks({ status: 'none' }, calendar, '2026-01-05')).toEqual({});
  });
});

describe('readClock', () => {
  const anyRun = fc
    .record({
      start: fc.integer({ min: 0, max: 700 }),
      days: fc.integer({ min: 0, max: 40 }),
      unit: fc.constantFrom('working' as const, 'natural' as const),
      gaps: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 4 }),
      open: fc.boolean(),
      later: fc.nat(120),
    })
    .map(({ start, days, unit, gaps, open, later }) => {
      const startedOn = addDays('2024-01-01', start);
      let cursor = startedOn;
      const pauses: Pause[] = gaps.map(([wait, length], index) => {
        const from = addDays(cursor, wait);
        cursor = addDays(from, length);
        const last = index === gaps.length - 1;
        return last && open ? { cause: 'correction', from } : { cause: 'correction', from, to: cursor };
      });
      return { run: { limit: { days, unit }, startedOn, pauses }, today: addDays(startedOn, later) };
    });

  test('no count is ever negative, and what is used and left never exceeds the limit while time remains', () => {
    fc.assert(
      fc.property(anyRun, ({ run, today }) => {
        const reading = readClock(calendar, run, today);
        expect(
          Math.min(reading.used, reading.left, reading.pausedDays, reading.overdueDays),
        ).toBeGreaterThanOrEqual(0);
        expect(reading.dueOn >= run.startedOn).toBe(true);
        expect(reading.overdue).toBe(today > reading.dueOn);
        if (!reading.overdue && run.limit.unit === 'working') {
          expect(reading.used + reading.left).toBe(run.limit.days);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('used never shrinks as days go by', () => {
    fc.assert(
      fc.property(anyRun, ({ run, today }) => {
        const before = readClock(calendar, run, today).used;
        expect(readClock(calendar, run, addDays(today, 1)).used).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('lightOf', () => {
  test('green, then yellow near the promised day, yellow past it, red past the law', () => {
    const state = acceptedKayak('2026-01-05').state();
    expect(lightOf(state, rules, '2026-01-06')).toEqual({ colour: 'green', reasons: [] });
    expect(lightOf(state, rules, '2026-01-15')).toEqual({ colour: 'yellow', reasons: ['promise-near'] });
    expect(lightOf(state, rules, '2026-01-20')).toEqual({ colour: 'yellow', reasons: ['promise-passed'] });
    expect(lightOf(state, rules, '2026-02-10')).toMatchObject({ colour: 'red' });
  });

  test('a late step is yellow though the promise holds', () => {
    const state = assignedKayak('2026-01-05').state();
    expect(lightOf(state, rules, '2026-01-08')).toEqual({ colour: 'yellow', reasons: ['step-late'] });
  });

  test('a second notice before acceptance is red', () => {
    const play = assignedKayak('2026-01-05');
    const once = play.actions.slice(0, 2);
    const mark = { at: morning('2026-01-06'), by: { id: 'clerk-1', role: 'clerk' as const } };
    const notice = {
      type: 'correction-requested' as const,
      phase: 'before-acceptance' as const,
      missing: [{ what: '补照片' }],
      replyBy: '2026-01-20',
      ...mark,
    };
    const resubmitted = { type: 'resubmitted' as const, ...mark };
    const actions = [...once, notice, resubmitted, notice];
    const state = actions.reduce((before, action) => apply(before, action, kayakPlan), {
      status: 'none',
    } as ReturnType<typeof apply>);
    expect(lightOf(state, rules, '2026-01-06')).toEqual({ colour: 'red', reasons: ['second-notice'] });
  });

  test('each clock has a colour of its own', () => {
    const { statutory, promised } = readClocks(acceptedKayak('2026-01-05').state(), calendar, '2026-01-20');
    const near = { calendar, thresholds: LIGHT_DEFAULTS };
    expect(statutory && clockColour(statutory, { ...near, kind: 'statutory' }, '2026-01-20')).toBe('green');
    expect(promised && clockColour(promised, { ...near, kind: 'promised' }, '2026-01-20')).toBe('yellow');
  });
});
