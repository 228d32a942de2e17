import { beforeAll, describe, expect, test } from 'vitest';
import { boatHouse, hallRules } from './boat-house.fixture.ts';
import { latestCall } from './latest-call.ts';
import { byDue, mayServe, type ServingWindow } from './next.ts';
import { seededRandom } from './random.ts';
import { type Stay, simulateDay } from './simulate.ts';

type Called = Stay & Required<Pick<Stay, 'calledAt' | 'calledBy' | 'freeAt'>>;

const minuteMs = 60_000;
const random = seededRandom(21);
const loads = [0.6, 0.75, 0.85, 0.95, 1.1];
const { windows } = boatHouse(1);
const days: Called[][] = [];
const pairs: { call: Called; other: Called }[] = [];
/** Pairs of one day: a call, and a ticket that was waiting at that moment and that the calling window may serve. */
const passed = (day: readonly Called[]) =>
  day.flatMap((call) => {
    const window = windows.find(({ id }) => id === call.calledBy);
    const others = day.filter(
      (other) => other !== call && other.enteredAt < call.calledAt && other.calledAt > call.calledAt,
    );
    return others
      .filter((other) => window !== undefined && mayServe(window, other))
      .map((other) => ({ call, other }));
  });
const able = (stay: Stay): ServingWindow[] => windows.filter((window) => mayServe(window, stay));
const minutes = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / minuteMs);

/** What is left at its due time, and goes first: in the windows that may serve it, and called later with a smaller due. */
function workAhead(stay: Called, day: readonly Called[]): number {
  const mine = able(stay).map(({ id }) => id);
  const first = day.filter(
    (other) => other !== stay && other.freeAt > stay.due && mine.includes(other.calledBy),
  );
  return first
    .filter((other) => other.calledAt <= stay.due || byDue(other, stay) < 0)
    .reduce(
      (sum, { calledAt, freeAt }) => sum + Math.min(minutes(calledAt, freeAt), minutes(stay.due, freeAt)),
      0,
    );
}

beforeAll(() => {
  for (let at = 0; at < 10; at += 1) {
    const crowd = boatHouse(loads[at % loads.length] ?? 1);
    days.push(simulateDay({ crowd, rules: hallRules, random }) as Called[]);
  }
  pairs.push(...days.flatMap(passed));
}, 60_000);

describe('the queue over random days', () => {
  test('everybody who took a number is called, and no stay twice', () => {
    for (const day of days) {
      const stays = new Set(day.map(({ id, enteredAt }) => `${id} ${enteredAt.getTime()}`));
      expect(stays.size).toBe(day.length);
      expect(new Set(day.map(({ id }) => id)).size).toBeGreaterThan(200);
    }
  });
  test('no ticket is at two windows, and no window has two tickets', () => {
    const overlapping = (by: (call: Called) => string, day: readonly Called[]) =>
      [...Map.groupBy(day, by).values()].flatMap((calls) =>
        calls
          .toSorted((a, b) => a.calledAt.getTime() - b.calledAt.getTime())
          .filter((call, at, sorted) => call.calledAt < (sorted[at - 1]?.freeAt ?? call.calledAt)),
      );
    for (const day of days) {
      expect(overlapping(({ id }) => id, day)).toEqual([]);
      expect(overlapping(({ calledBy }) => calledBy, day)).toEqual([]);
    }
  });
  test('a window never calls past a ticket it may serve that is due before', () => {
    expect(pairs.length).toBeGreaterThan(1000);
    expect(pairs.filter(({ call, other }) => byDue(other, call) < 0)).toEqual([]);
  });
  test('somebody booked and in time is called before every walk-in who came after their due time', () => {
    const booked = pairs.filter(({ call, other }) => other.kind === 'booked' && call.kind === 'walk-in');
    expect(booked.length).toBeGreaterThan(0);
    expect(booked.filter(({ call, other }) => call.firstTakenAt > other.due && call.due > other.due)).toEqual(
      [],
    );
  });
  test('no walk-in is called later than the bound of the queue', () => {
    const waited = days.flatMap((day) =>
      day
        .filter(({ kind, enteredAt, firstTakenAt }) => kind === 'walk-in' && enteredAt === firstTakenAt)
        .filter(({ due, calledAt }) => calledAt > due)
        .map((stay) => ({
          stay,
          bound: latestCall({ due: stay.due, workAhead: workAhead(stay, day), windows: able(stay).length }),
        })),
    );
    expect(waited.length).toBeGreaterThan(50);
    const beyond = waited.filter(
      ({ stay, bound }) => bound === undefined || stay.calledAt.getTime() > bound.getTime() + 1,
    );
    expect(beyond).toEqual([]);
  });
  test('whoever is sent on, parked or comes back keeps the time of first arrival', () => {
    const again = days.flatMap((day) =>
      day.filter(({ enteredAt, firstTakenAt }) => enteredAt !== firstTakenAt).map((stay) => ({ stay, day })),
    );
    expect(again.length).toBeGreaterThan(50);
    const first = ({ stay, day }: (typeof again)[number]) =>
      day.find(({ id, enteredAt, firstTakenAt }) => id === stay.id && enteredAt === firstTakenAt);
    expect(again.every((each) => first(each)?.enteredAt === each.stay.firstTakenAt)).toBe(true);
  });
  test('whoever is sent on with the place is due no later than before', () => {
    const sent = days.flatMap((day) =>
      day
        .filter(({ outcome }) => outcome === 'forwarded')
        .map((stay) => [stay, day.find(({ id, enteredAt }) => id === stay.id && enteredAt > stay.enteredAt)]),
    );
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.every(([before, after]) => before && after && after.due <= before.due)).toBe(true);
  });
});

describe('latestCall', () => {
  test('is the due time and the work ahead shared among the windows', () => {
    const due = new Date('2026-03-02T10:00:00+08:00');
    expect(latestCall({ due, workAhead: 30, windows: 3 })).toEqual(new Date('2026-03-02T10:10:00+08:00'));
  });
  test('without a window that may serve there is none', () => {
    expect(latestCall({ due: new Date(), workAhead: 0, windows: 0 })).toBeUndefined();
  });
});
