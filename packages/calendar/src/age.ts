import type { Day } from '@tongban/kernel';

/**
 * Whole months from one day to another; negative when the second is earlier.
 * A month without the corresponding day is complete on its last day (Civil Code 202, recalled).
 */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return 0 - monthsBetween(to, from);
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  const corresponding = Math.min(fromDay, lastDayOfMonth(toYear, toMonth));
  return toDay < corresponding ? months - 1 : months;
}

/** 周岁: whole years of age on a day, counting the birthday itself. */
export function ageOn(birthDate: Day, day: Day): number {
  return Math.floor(monthsBetween(birthDate, day) / 12);
}

function parts(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** So many months later; a month without the corresponding day ends on its last one. */
export function addMonths(start: Day, months: number): Day {
  const [year, month, day] = parts(start);
  const place = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(place / 12), (((place % 12) + 12) % 12) + 1];
  const last = Math.min(day, lastDayOfMonth(inYear, inMonth));
  return [inYear, twoDigits(inMonth), twoDigits(last)].join('-');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
