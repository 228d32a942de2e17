import { addMonths, dueOn, type Limit, type WorkingCalendar, workingDaysBetween } from '@tongban/calendar';
import type { KeptPromise } from '../kept.ts';

/** 本项目的默认值: periods no law at hand lays down; a bureau sets its own. */
export const PROOF_DEFAULTS = {
  /** How long an investigation may take. */
  investigation: { days: 5, unit: 'working' },
  /** How long a person has to put right what they promised. */
  correction: { days: 10, unit: 'working' },
  /** For how long nobody may promise again after an untrue promise. */
  barredMonths: 24,
  /** So many working days before the last day the light turns yellow. */
  yellowDays: 5,
  source: 'house',
} as const satisfies {
  investigation: Limit;
  correction: Limit;
  barredMonths: number;
  yellowDays: number;
  source: 'house';
};

export type PromiseState = KeptPromise['state'];
export type PromiseOutcome = 'kept' | 'correct' | 'corrected' | 'broken';

/** What a check may find, by how the promise stands. */
const OUTCOMES: Readonly<Record<PromiseState, readonly PromiseOutcome[]>> = {
  open: ['kept', 'correct', 'broken'],
  correcting: ['corrected', 'broken'],
  kept: [],
  corrected: [],
  broken: [],
};

export function mayEndIn(state: PromiseState, outcome: PromiseOutcome): boolean {
  return OUTCOMES[state].includes(outcome);
}

/** The light of a promise still to be checked, or to be put right: red past its last day, yellow shortly before. */
export function promiseLight(
  day: string,
  today: string,
  calendar: WorkingCalendar,
): 'green' | 'yellow' | 'red' {
  if (today > day) return 'red';
  return workingDaysBetween(calendar, today, day) <= PROOF_DEFAULTS.yellowDays ? 'yellow' : 'green';
}

export function lastDay(calendar: WorkingCalendar, today: string, within: Limit): string {
  return dueOn(calendar, today, within).dueOn;
}

/** Until when somebody who promised untruly may not promise again. */
export function barredUntil(today: string): string {
  return addMonths(today, PROOF_DEFAULTS.barredMonths);
}

/** A check older than a day is made again before anything rests on it. */
export function isStale(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) > 86_400_000;
}
