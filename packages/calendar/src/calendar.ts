import type { Day } from '@tongban/kernel';
import { toEpochDay, weekday } from './epoch.ts';

/** The calendar of statutory working days as content keeps it: weekdays work, weekends do not, but for these days. */
export type CalendarData = {
  /** Which years the State Council has published; other years are only guessed from weekdays. */
  readonly years: Readonly<Record<string, { readonly published: boolean }>>;
  /** 放假: days off. */
  readonly holidays: readonly Day[];
  /** 调休上班: weekend days that are worked. */
  readonly makeUpDays: readonly Day[];
};

/** 工作日历: tells working days from days off, and how far it can be trusted. */
export type WorkingCalendar = {
  readonly publishedYears: ReadonlySet<number>;
  readonly holidays: ReadonlySet<number>;
  readonly makeUpDays: ReadonlySet<number>;
};

/** Creates a working calendar from its data. */
export function createCalendar(data: CalendarData): WorkingCalendar {
  const published = Object.entries(data.years).filter(([, year]) => year.published);
  return {
    publishedYears: new Set(published.map(([year]) => Number(year))),
    holidays: new Set(data.holidays.map(toEpochDay)),
    makeUpDays: new Set(data.makeUpDays.map(toEpochDay)),
  };
}

/** Whether a day is a statutory working day. Hall opening days are another calendar. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  return works(calendar, toEpochDay(day));
}

export function works(calendar: WorkingCalendar, epochDay: number): boolean {
  if (calendar.makeUpDays.has(epochDay)) return true;
  if (calendar.holidays.has(epochDay)) return false;
  const day = weekday(epochDay);
  return day !== 0 && day !== 6;
}

/** Whether every year from one day through another has been published. */
export function isPublished(calendar: WorkingCalendar, from: Day, to: Day): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!calendar.publishedYears.has(year)) return false;
  }
  return true;
}

/** One year of the calendar, as a content file keeps it. */
export type CalendarYear = {
  readonly year: number;
  readonly published: boolean;
  readonly holidays: readonly { readonly days: readonly Day[] }[];
  readonly make_up: readonly { readonly day: Day }[];
};

/** Joins the files of several years into one calendar. */
export function calendarOf(years: readonly CalendarYear[]): WorkingCalendar {
  return createCalendar({
    years: Object.fromEntries(years.map(({ year, published }) => [year, { published }])),
    holidays: years.flatMap((year) => year.holidays.flatMap((holiday) => holiday.days)),
    makeUpDays: years.flatMap((year) => year.make_up.map(({ day }) => day)),
  });
}
