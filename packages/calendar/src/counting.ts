import type { Day } from '@tongban/kernel';
import { isPublished, type WorkingCalendar, works } from './calendar.ts';
import { fromEpochDay, toEpochDay } from './epoch.ts';

export type Unit = 'working' | 'natural';

/** 时限: so many working or natural days. */
export type Limit = { readonly days: number; readonly unit: Unit };

/** When something is due, and whether every year counted through has a published calendar. */
export type Due = { readonly dueOn: Day; readonly published: boolean };

/** The n-th working day after a day; the day itself is not counted. */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, days: number): Day {
  refuseBelowZero(days);
  let cursor = toEpochDay(start);
  for (let left = days; left > 0; ) {
    cursor += 1;
    if (works(calendar, cursor)) left -= 1;
  }
  return fromEpochDay(cursor);
}

/** So many natural days later, with no regard to holidays. */
export function addDays(start: Day, days: number): Day {
  return fromEpochDay(toEpochDay(start) + days);
}

/** So many natural days later; a last day that is off rolls to the next working day (Civil Code 203, recalled). */
export function addNaturalDays(calendar: WorkingCalendar, start: Day, days: number): Day {
  refuseBelowZero(days);
  let cursor = toEpochDay(start) + days;
  while (days > 0 && !works(calendar, cursor)) cursor += 1;
  return fromEpochDay(cursor);
}

/** When a limit that starts on a day runs out; never silent about a year not yet published. */
export function dueOn(calendar: WorkingCalendar, start: Day, limit: Limit): Due {
  const day =
    limit.unit === 'working'
      ? addWorkingDays(calendar, start, limit.days)
      : addNaturalDays(calendar, start, limit.days);
  return { dueOn: day, published: isPublished(calendar, start, day) };
}

/** How many working days lie after one day through another; 0 when the second is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const last = toEpochDay(to);
  let count = 0;
  for (let day = toEpochDay(from) + 1; day <= last; day += 1) if (works(calendar, day)) count += 1;
  return count;
}

/** How many natural days lie after one day through another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDay(to) - toEpochDay(from);
}

function refuseBelowZero(days: number): void {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`cannot count ${days} days forward`);
}
