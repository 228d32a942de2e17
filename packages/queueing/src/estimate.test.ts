import { beforeAll, describe, expect, test } from 'vitest';
import { boatHouse, hallRules } from './boat-house.fixture.ts';
import { durationOf, meanMinutes } from './duration.ts';
import { type Estimate, estimate, rangeOf } from './estimate.ts';
import { ahead, nextFor } from './next.ts';
import type { EstimateTicket, EstimateWindow, Queue } from './queue.ts';
import { seededRandom } from './random.ts';
import { simulateDay } from './simulate.ts';

const now = new Date('2026-03-02T10:00:00+08:00');
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
/** Always exactly so many minutes. */
const exactly = (minutes: number) => ({ mu: Math.log(minutes), sigma: 0 });
const ticket = (id: string, due: number, more: Partial<EstimateTicket> = {}): EstimateTicket => ({
  ...{ id, number: id, item: 'kayak', skills: ['lake'], due: at(due), firstTakenAt: at(-5) },
  ...more,
});
const window = (id: string, more: Partial<EstimateWindow> = {}): EstimateWindow => ({
  ...{ id, kind: 'comprehensive', skills: ['lake'] },
  ...more,
});
const queue = (more: Partial<Queue>): Queue => ({
  ...{ now, tickets: [], windows: [window('w1')], durations: new Map([['kayak', exactly(10)]]) },
  ...{ expected: [], rules: hallRules, random: seededRandom(1) },
  ...more,
});
const told = (more: Partial<Queue>) =>
  Object.fromEntries([...estimate(queue(more))].map(([id, { p50 }]) => [id, Math.round(p50)]));

describe('estimate', () => {
  test('people are called one after another, by due time', () => {
    expect(told({ tickets: [ticket('A2', 20), ticket('A1', 10), ticket('A3', 30)] })).toEqual({
      A1: 0,
      A2: 10,
      A3: 20,
    });
  });
  test('a window goes on with whom it serves, and one on a break comes back', () => {
    const busy = { item: 'kayak', since: at(-4) };
    expect(told({ tickets: [ticket('A1', 1)], windows: [window('w1', { busy })] })).toEqual({ A1: 6 });
    expect(told({ tickets: [ticket('A1', 1)], windows: [window('w1', { from: at(15) })] })).toEqual({
      A1: 15,
    });
  });
  test('nobody is called while the hall is closed for lunch', () => {
    const closed = [{ from: at(5), to: at(65) }];
    expect(told({ tickets: [ticket('A1', 1), ticket('A2', 2)], closed })).toEqual({ A1: 0, A2: 65 });
  });
  test('a second window makes the wait shorter, one with other skills does not', () => {
    const tickets = [ticket('A1', 1), ticket('A2', 2)];
    expect(told({ tickets, windows: [window('w1'), window('w2')] }).A2).toBe(0);
    expect(told({ tickets, windows: [window('w1'), window('w2', { skills: ['sea'] })] }).A2).toBe(10);
  });
  test('a ticket no staffed window may serve is absent, never nothing', () => {
    expect(told({ tickets: [ticket('A1', 1), ticket('B1', 1, { skills: ['sea'] })] })).toEqual({ A1: 0 });
    expect(told({ tickets: [ticket('A1', 1)], windows: [] })).toEqual({});
  });
  test('a parked ticket is not called before its time', () => {
    expect(told({ tickets: [ticket('A1', 7, { parkedUntil: at(7) })] })).toEqual({ A1: 7 });
  });
  test('people booked for soon go before walk-ins who wait', () => {
    const tickets = [ticket('A1', 80), ticket('A2', 81), ticket('A3', 82)];
    const expected = Array.from({ length: 3 }, () => ({ at: at(5), item: 'kayak', skills: ['lake'] }));
    const sure = { ...hallRules, estimate: { ...hallRules.estimate, show_rate: 100 } };
    expect(told({ tickets, expected, rules: sure }).A3).toBeGreaterThanOrEqual(40);
    const none = { ...hallRules, estimate: { ...hallRules.estimate, show_rate: 0 } };
    expect(told({ tickets, expected, rules: none }).A3).toBe(20);
  });
  test('people who come without a booking and are due sooner make the wait longer', () => {
    const tickets = Array.from({ length: 8 }, (_, index) => ticket(`A${index}`, 60 + index));
    const unbooked = [{ item: 'kayak', skills: ['lake'], perHour: 2, dueMinutes: 5 }];
    expect(told({ tickets, unbooked }).A7).toBeGreaterThan(told({ tickets }).A7 ?? 0);
  });
  test('walk-ins wait longer where people booked come early than where they come too late', () => {
    const tickets = Array.from({ length: 6 }, (_, index) => ticket(`A${index}`, 80 + index));
    const expected = Array.from({ length: 3 }, () => ({ at: at(10), item: 'kayak', skills: ['lake'] }));
    const [early, late] = [
      told({ tickets, expected, offsets: [-9] }),
      told({ tickets, expected, offsets: [120] }),
    ];
    expect(early.A5).toBeGreaterThanOrEqual((late.A5 ?? 0) + 20);
  });
  test('one queue under one seed is told one estimate, whatever varies', () => {
    const tickets = Array.from({ length: 8 }, (_, index) => ticket(`A${index}`, 60 + index));
    const unbooked = [{ item: 'raft', skills: ['lake'], perHour: 3, dueMinutes: 5 }];
    const asked = (seed: number) => estimate(queue({ tickets, unbooked, random: seededRandom(seed) }));
    expect(asked(7)).toEqual(asked(7));
    expect(asked(8)).not.toEqual(asked(7));
  });
  test('with durations that never vary it tells exactly what the order of calling does', () => {
    const random = seededRandom(8);
    const skills = [['lake'], ['sea'], ['lake', 'sea']];
    for (let round = 0; round < 60; round += 1) {
      const tickets = Array.from({ length: 12 }, (_, index) =>
        ticket(`A${index}`, Math.floor(random() * 90), {
          skills: skills[index % 3] ?? [],
          item: `m${index % 3}`,
        }),
      );
      const windows = skills.map((each, index) => window(`w${index}`, { skills: each }));
      const durations = new Map(
        [0, 1, 2].map((index) => [`m${index}`, exactly(3 + Math.floor(random() * 20))]),
      );
      const found = [...estimate(queue({ tickets, windows, durations, runs: 1 }))].map(([id, { p50 }]) => [
        id,
        Math.round(p50),
      ]);
      expect(Object.fromEntries(found)).toEqual(playedByHand(tickets, windows, durations));
    }
  });
});

/** Window by window, whichever is free first calls the next. */
function playedByHand(tickets: EstimateTicket[], windows: EstimateWindow[], durations: Queue['durations']) {
  const free = windows.map((each) => ({ window: each, at: 0 }));
  const waiting = new Set(tickets);
  const called: Record<string, number> = {};
  for (;;) {
    const turn = free
      .filter((each) => nextFor(each.window, [...waiting]) !== undefined)
      .sort((a, b) => a.at - b.at)[0];
    const next = turn === undefined ? undefined : nextFor(turn.window, [...waiting]);
    if (turn === undefined || next === undefined) return called;
    waiting.delete(next);
    called[next.id] = Math.round(turn.at);
    turn.at += Math.exp(durations.get(next.item)?.mu ?? 0);
  }
}

/** A busy day on which everything an estimate is told of is all there is: nobody jumps in, nobody comes back. */
const plainDay = { ...boatHouse(0.85), priority: 0, late: 0, forwarded: 0, parked: 0, missed: 0 };

/** What every third walk-in of one day was told, what position × average says, and how long they then waited. */
function tellDay(random: () => number): (Estimate & { average: number; waited: number })[] {
  const { items, windows } = plainDay;
  const durations = new Map(
    items.map(({ item, minutes }) => [item, durationOf([], minutes, hallRules.estimate)]),
  );
  const asked = new Map<string, Estimate & { average: number }>();
  const stays = simulateDay({
    ...{ crowd: plainDay, rules: hallRules, random },
    onTaken({ now: moment, taken, waiting, windows: doing, expected }) {
      if (taken.kind !== 'walk-in' || Number(taken.number) % 3 !== 0) return;
      const booked = expected.map(({ at: time, item }) => ({
        at: time,
        item: item.item,
        skills: item.skills,
      }));
      const given = { now: moment, tickets: waiting, windows: doing, durations, expected: booked, random };
      const average = (ahead(taken, waiting, windows) * 12) / windows.length;
      const answer = estimate(queue(given)).get(taken.id);
      if (answer !== undefined) asked.set(taken.id, { ...answer, average });
    },
  });
  return stays.flatMap(({ id, enteredAt, calledAt = enteredAt }) => {
    const answer = asked.get(id);
    return answer === undefined
      ? []
      : [{ ...answer, waited: (calledAt.getTime() - enteredAt.getTime()) / 60_000 }];
  });
}

describe('estimate against simulated days', () => {
  const random = seededRandom(31);
  const told: ReturnType<typeof tellDay> = [];
  beforeAll(() => {
    told.push(...[1, 2, 3, 4, 5, 6].flatMap(() => tellDay(random)));
  }, 60_000);
  const mean = (of: (one: (typeof told)[number]) => number) =>
    told.reduce((sum, one) => sum + of(one), 0) / told.length;

  test('it is off by less than half of what position × average is', () => {
    expect(told.length).toBeGreaterThan(200);
    const off = mean(({ p50, waited }) => Math.abs(p50 - waited));
    expect(off).toBeLessThan(mean(({ average, waited }) => Math.abs(average - waited)) / 2);
  });
  test('it is neither too low nor too high by more than a few minutes', () => {
    expect(Math.abs(mean(({ p50, waited }) => p50 - waited))).toBeLessThan(3);
  });
  test('about four in five wait no longer than the upper bound', () => {
    const covered = mean(({ p80, waited }) => Number(waited <= p80));
    expect(covered).toBeGreaterThan(0.68);
    expect(covered).toBeLessThan(0.92);
  });
});

describe('rangeOf', () => {
  test('rounds to five minutes below an hour and to ten above, never promising less than the upper bound', () => {
    expect(rangeOf(19, 23)).toEqual({ from: 15, to: 25 });
    expect(rangeOf(0, 0)).toEqual({ from: 0, to: 0 });
    expect(rangeOf(0, 0.4)).toEqual({ from: 0, to: 5 });
    expect(rangeOf(57, 71)).toEqual({ from: 40, to: 80 });
  });
});

describe('durationOf', () => {
  const rules = { samples: 30, spread: 0.6 };
  test('without a measured one it is the configured, with the usual spread', () => {
    expect(meanMinutes(durationOf([], 15, rules))).toBeCloseTo(15);
  });
  test('few measured ones lean on the configured, many stand alone', () => {
    const some = (count: number) => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 8 : 12.5));
    expect(durationOf(some(30), 40, rules).mu).toBeCloseTo(Math.log(10));
    const few = meanMinutes(durationOf(some(10), 40, rules));
    expect(few).toBeGreaterThan(meanMinutes(durationOf(some(30), 40, rules)));
    expect(few).toBeLessThan(40);
  });
});
