import type { WorkingCalendar } from '@tongban/calendar';
import { isFinished, LIGHT_DEFAULTS, lightDays, needsHolder } from '@tongban/casework';
import { shanghaiDay } from '@tongban/kernel';
import type { OpenCase } from '../model.ts';
import type { CaseRow } from '../store/tables.ts';

type Standing = { holder: string | undefined; calendar: WorkingCalendar; now: Date };
type Waiting = Pick<CaseRow, 'unassigned_since' | 'yellow_on' | 'red_on'>;

/** What lists narrow by: since when nobody has the case, and from which day its clocks show yellow and red. */
export function waitingOf({ row, state, plan }: OpenCase, { holder, calendar, now }: Standing): Waiting {
  const waits = holder === undefined && needsHolder(state, plan);
  const rules = { calendar, thresholds: LIGHT_DEFAULTS };
  const { yellowOn, redOn } = isFinished(state) ? {} : lightDays(state, rules, shanghaiDay(now));
  return {
    unassigned_since: waits ? (row.unassigned_since ?? now) : undefined,
    yellow_on: yellowOn,
    red_on: redOn,
  };
}
