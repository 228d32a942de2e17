import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addNaturalDays,
  addWorkingDays,
  ageOn,
  calendarOf,
  createCalendar,
  daysBetween,
  dueOn,
  isPublished,
  isWorkingDay,
  monthsBetween,
  workingDaysBetween,
} from './index.ts';
import { national } from './national.fixture.ts';

const calendar = createCalendar(national);
const working = (days: number) => ({ days, unit: 'working' as const });
const natural = (days: number) => ({ days, unit: 'natural' as const });
const anyDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2024-01-01', days));

describe('working days', () => {
  test.each([
    ['2025-09-28', true],
    ['2025-10-08', false],
    ['2024-02-09', true],
    ['2024-02-18', true],
    ['2024-02-17', false],
    ['2026-01-04', true],
    ['2026-01-10', false],
  ])('%s works: %s', (day, works) => {
    expect(isWorkingDay(calendar, day)).toBe(works);
  });

  test('2025 and 2026 have 248 working days each', () => {
    expect(workingDaysBetween(calendar, '2024-12-31', '2025-12-31')).toBe(248);
    expect(workingDaysBetween(calendar, '2025-12-31', '2026-12-31')).toBe(248);
  });

  test('nothing lies between a day and an earlier one', () => {
    expect(workingDaysBetween(calendar, '2025-03-05', '2025-03-03')).toBe(0);
    expect(daysBetween('2025-03-05', '2025-03-03')).toBe(-2);
  });

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (start, days) => {
        const end = addWorkingDays(calendar, start, days);
        expect(workingDaysBetween(calendar, start, end)).toBe(days);
        if (days > 0) expect(isWorkingDay(calendar, end)).toBe(true);
      }),
    );
  });

  test('days are never counted backward', () => {
    expect(() => addWorkingDays(calendar, '2025-03-05', -1)).toThrow(RangeError);
    expect(() => addNaturalDays(calendar, '2025-03-05', 1.5)).toThrow(RangeError);
  });
});

describe('dueOn', () => {
  test.each([
    ['2025-09-28', 20, '2025-10-31'],
    ['2025-09-30', 5, '2025-10-14'],
    ['2024-02-08', 5, '2024-02-21'],
    ['2025-01-24', 15, '2025-02-20'],
    ['2025-04-30', 1, '2025-05-06'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2025-12-31', 3, '2026-01-06'],
    ['2025-10-13', 7, '2025-10-22'],
  ])('from %s, %i working days end on %s', (start, days, end) => {
    expect(dueOn(calendar, start, working(days))).toEqual({ dueOn: end, published: true });
  });

  test('natural days include holidays, and a last day off rolls to the next working day', () => {
    expect(dueOn(calendar, '2025-03-03', natural(15)).dueOn).toBe('2025-03-18');
    expect(dueOn(calendar, '2025-09-26', natural(7)).dueOn).toBe('2025-10-09');
    expect(dueOn(calendar, '2025-09-13', natural(15)).dueOn).toBe('2025-09-28');
  });

  test('a promise past the last published year says so', () => {
    expect(dueOn(calendar, '2026-12-30', working(5))).toMatchObject({ published: false });
    expect(dueOn(calendar, '2026-12-30', working(1))).toMatchObject({ published: true });
    expect(dueOn(calendar, '2026-12-30', natural(60))).toMatchObject({ published: false });
  });

  test('files of single years join into one calendar', () => {
    const joined = calendarOf([
      { year: 2025, published: true, holidays: [{ days: ['2025-10-08'] }], make_up: [{ day: '2025-10-11' }] },
      { year: 2026, published: false, holidays: [{ days: ['2026-01-02'] }], make_up: [] },
    ]);
    expect(isWorkingDay(joined, '2025-10-08')).toBe(false);
    expect(isWorkingDay(joined, '2025-10-11')).toBe(true);
    expect(isPublished(joined, '2025-10-08', '2026-01-02')).toBe(false);
  });

  test('a year listed but not published is not trusted', () => {
    const draft = createCalendar({ ...national, years: { ...national.years, 2027: { published: false } } });
    expect(isPublished(draft, '2026-01-01', '2027-01-01')).toBe(false);
    expect(isPublished(draft, '2024-01-01', '2026-12-31')).toBe(true);
  });
});

describe('months and age', () => {
  test.each([
    ['2025-01-15', '2026-01-14', 11],
    ['2025-01-15', '2026-01-15', 12],
    ['2024-01-31', '2024-02-29', 1],
    ['2024-01-31', '2024-02-28', 0],
    ['2026-01-15', '2025-01-15', -12],
    ['2025-05-05', '2025-05-05', 0],
  ])('from %s to %s are %i months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-06-15', -18, '2023-12-15'],
    ['2025-06-15', 240, '2045-06-15'],
  ])('%s and %i months is %s', (start, months, end) => {
    expect(addMonths(start, months)).toBe(end);
  });

  test('age counts the birthday itself', () => {
    expect(ageOn('2010-03-07', '2026-03-06')).toBe(15);
    expect(ageOn('2010-03-07', '2026-03-07')).toBe(16);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(18);
  });
});
