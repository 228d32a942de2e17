import {
  addNaturalDays,
  addWorkingDays,
  daysBetween,
  isPublished,
  type Limit,
  type Unit,
  type WorkingCalendar,
  workingDaysBetween,
} from '@tongban/calendar';
import type { Day } from '@tongban/kernel';
import { type AcceptedFile, type CaseState, findAcceptedFile, type Pause } from './state.ts';

/** How one limit of a case stands on a day. Counting starts the day after acceptance; pauses are not counted. */
export type ClockReading = {
  /** The limit with any extension added. */
  readonly limit: Limit;
  readonly startedOn: Day;
  readonly pauses: readonly Pause[];
  readonly pausedDays: number;
  readonly used: number;
  readonly left: number;
  /** The last day; while the clock stands still, the last day if it went on today. */
  readonly dueOn: Day;
  readonly paused: boolean;
  readonly overdue: boolean;
  /** How many days past the last one, in the unit of the limit. */
  readonly overdueDays: number;
  readonly stoppedOn?: Day;
  /** False when the due day lies in a year whose calendar is not published yet. */
  readonly published: boolean;
};

/** 两个时钟: what the law allows and what the bureau promised; absent when there is no such limit or no acceptance. */
export type Clocks = { readonly statutory?: ClockReading; readonly promised?: ClockReading };

/** A limit running over a stretch of days, with the pauses in it. */
export type Run = {
  readonly limit: Limit;
  readonly startedOn: Day;
  readonly pauses: readonly Pause[];
  readonly stoppedOn?: Day;
};

/**
 * Reads both clocks of a case. The statutory one stops at the decision (making and handing over have their own
 * limit in law); the promised one stops when the result is ready, for that is what was promised.
 */
export function readClocks(state: CaseState, calendar: WorkingCalendar, today: Day): Clocks {
  const file = findAcceptedFile(state);
  if (file === undefined) return {};
  const { limits, on } = file.acceptance;
  const read = (limit: Limit | undefined, stoppedOn: Day | undefined) => {
    if (limit === undefined) return undefined;
    const run = { limit, startedOn: on, pauses: file.pauses, ...(stoppedOn && { stoppedOn }) };
    return readClock(calendar, file.extensions.reduce(withExtension(calendar, today), run), today);
  };
  const statutory = read(limits.statutory, stops(state).statutory);
  const promised = read(limits.promised, stops(state).promised);
  return { ...(statutory && { statutory }), ...(promised && { promised }) };
}

/** Adds the days of an extension; those in the other unit of days are counted from the last day there was. */
function withExtension(calendar: WorkingCalendar, today: Day) {
  return (run: Run, { days, unit }: AcceptedFile['extensions'][number]): Run => {
    const { limit, stoppedOn } = run;
    const last = findDueDay(calendar, run, stoppedOn !== undefined && stoppedOn < today ? stoppedOn : today);
    const extra =
      unit === limit.unit
        ? days
        : count(calendar, limit.unit, [last, lastDay(calendar, last, { days, unit })]);
    return { ...run, limit: { ...limit, days: limit.days + extra } };
  };
}

/** Reads one running limit on a day. */
export function readClock(calendar: WorkingCalendar, run: Run, today: Day): ClockReading {
  const { limit, startedOn, pauses, stoppedOn } = run;
  const until = stoppedOn === undefined || stoppedOn > today ? today : stoppedOn;
  const stretches = runningStretches(startedOn, pauses, until);
  const used = stretches.reduce((sum, [from, to]) => sum + count(calendar, limit.unit, [from, to]), 0);
  const paused = stoppedOn === undefined && pauses.some((pause) => pause.to === undefined);
  const dueOn = findDueDay(calendar, run, until);
  const overdue = until > dueOn;
  return {
    limit,
    startedOn,
    pauses,
    pausedDays: Math.max(0, count(calendar, limit.unit, [startedOn, until]) - used),
    used,
    left: Math.max(0, limit.days - used),
    dueOn,
    paused,
    overdue,
    overdueDays: overdue ? count(calendar, limit.unit, [dueOn, until]) : 0,
    ...(stoppedOn === undefined ? {} : { stoppedOn }),
    published: isPublished(calendar, startedOn, later(dueOn, until)),
  };
}

type Stretch = readonly [from: Day, to: Day];

function count(calendar: WorkingCalendar, unit: Unit, [from, to]: Stretch): number {
  return unit === 'working' ? workingDaysBetween(calendar, from, to) : Math.max(0, daysBetween(from, to));
}

/** The stretches in which days count: each begins after its first day, the day a pause begins still counts. */
function runningStretches(startedOn: Day, pauses: readonly Pause[], until: Day): Stretch[] {
  const stretches: Stretch[] = [];
  let from = startedOn;
  for (const pause of pauses) {
    if (pause.from > until) break;
    if (pause.from > from) stretches.push([from, pause.from]);
    from = later(from, pause.to ?? until);
  }
  if (until > from) stretches.push([from, until]);
  return stretches;
}

/** Walks the limit over the pauses; an open pause is taken to end today. */
function findDueDay(calendar: WorkingCalendar, run: Run, today: Day): Day {
  let left = run.limit.days;
  let from = run.startedOn;
  for (const pause of run.pauses) {
    const before = pause.from > from ? count(calendar, run.limit.unit, [from, pause.from]) : 0;
    if (before >= left) break;
    left -= before;
    from = later(from, pause.to ?? today);
  }
  return lastDay(calendar, from, { days: left, unit: run.limit.unit });
}

function lastDay(calendar: WorkingCalendar, from: Day, limit: Limit): Day {
  return limit.unit === 'working'
    ? addWorkingDays(calendar, from, limit.days)
    : addNaturalDays(calendar, from, limit.days);
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function stops(state: CaseState): { statutory: Day | undefined; promised: Day | undefined } {
  const file = findAcceptedFile(state);
  const closedOn = state.status === 'closed' ? state.on : undefined;
  if (file === undefined || !('decision' in file)) return { statutory: closedOn, promised: closedOn };
  const { decision, readyOn } = file;
  const awaitsDocument = decision.outcome === 'granted' && decision.produces;
  return { statutory: decision.on, promised: awaitsDocument ? readyOn : decision.on };
}
