import { dueOn, isWorkingDay, type Limit, type WorkingCalendar } from '@tongban/calendar';
import type { ArrangedVisit, VisitTime } from '@tongban/contract';
import type { Day } from '@tongban/kernel';
import type { OrderWhy } from './why.ts';

/** 约好的上门 as it stands in a wish or a step, and nothing else of it. */
export function arrangedIn({ day, time, who, note, reason }: ArrangedVisit): ArrangedVisit {
  return {
    ...{ day, time, who: who.trim() },
    ...(note === undefined ? {} : { note: note.trim() }),
    ...(reason === undefined ? {} : { reason: reason.trim() }),
  };
}

type Ahead = { readonly calendar: WorkingCalendar; readonly visitAhead: Limit };

/** What stands against a day and a time: both have to lie ahead, and a day nobody works needs its reason. */
export function whyNotVisited(
  { day, time, reason }: ArrangedVisit,
  today: Day,
  { calendar, visitAhead }: Ahead,
): OrderWhy | undefined {
  if (day < today) return 'visit-past';
  if (day > dueOn(calendar, today, visitAhead).dueOn) return 'visit-far';
  if (!isForward(time)) return 'visit-hours';
  return isWorkingDay(calendar, day) || reason !== undefined ? undefined : 'visit-day-off';
}

function isForward(time: VisitTime): boolean {
  return typeof time === 'string' || time.from < time.to;
}
