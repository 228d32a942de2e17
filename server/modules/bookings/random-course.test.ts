import { type DayRule, hallPlanRoutes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { quantumAt, seededRandom, startOf } from '@tongban/queueing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { invariants } from './invariants.fixture.ts';
import { aHall, aWindow } from './pier-content.fixture.ts';
import { at, createPierHouse } from './pier-house.fixture.ts';

const day = '2026-03-03';
const nine = quantumAt(new Date(at(day, '09:00')));
const lengths = { kayak: 4, raft: 6, canoe: 2 } as const;
type Item = keyof typeof lengths;
const items = Object.keys(lengths) as Item[];

const house = await createPierHouse({
  rules: { per_day: 9 },
  halls: [aHall('pier', [aWindow('p1'), aWindow('p2')])],
});
afterAll(house.stop);
const people: SignedIn[] = [];
beforeAll(async () => {
  for (let nth = 0; nth < 7; nth += 1) people.push(await house.citizen());
});
const manager = house.manager();

/** What one of them does next; numbers choose among what there is then. */
type Act =
  | { act: 'book' | 'hold'; who: number; item: Item; start: number }
  | { act: 'confirm' | 'cancel'; which: number }
  | { act: 'move'; which: number; start: number }
  | { act: 'rule'; blocked: number }
  | { act: 'wait' };

function anAct(random: () => number): Act {
  const upTo = (most: number) => Math.floor(random() * most);
  const start = upTo(7) * 2;
  const dice = upTo(20);
  if (dice < 9)
    return {
      act: dice < 5 ? 'book' : 'hold',
      who: upTo(people.length),
      item: items[upTo(3)] ?? 'kayak',
      start,
    };
  if (dice < 12) return { act: 'confirm', which: upTo(60) };
  if (dice < 15) return { act: 'cancel', which: upTo(60) };
  if (dice < 18) return { act: 'move', which: upTo(60), start };
  return dice === 18 ? { act: 'rule', blocked: upTo(3) } : { act: 'wait' };
}

type Known = { id: string; who: number; item: Item; t: number; state: string };

/** 对照: the same rules said naively, over a list. */
function createOracle() {
  const all: Known[] = [];
  let windows = (_t: number) => 2;
  const taken = (t: number, but?: Known) =>
    all.filter((one) => one !== but && isLive(one) && one.t <= t && t < one.t + lengths[one.item]).length;
  const isLive = ({ state }: Known) => state === 'held' || state === 'booked';
  const fits = (item: Item, t: number, but?: Known) =>
    Array.from({ length: lengths[item] }, (_, at) => t + at).every(
      (each) => taken(each, but) < windows(each),
    );
  const clashes = (wish: { who: number; item: Item; t: number }, but?: Known) =>
    all.some(
      (one) =>
        one !== but &&
        isLive(one) &&
        one.who === wish.who &&
        one.t < wish.t + lengths[wish.item] &&
        wish.t < one.t + lengths[one.item],
    );
  return {
    all,
    taken,
    restrict: (next: (t: number) => number) => {
      windows = next;
    },
    why(wish: { who: number; item: Item; t: number }): string {
      const live = all.find((one) => isLive(one) && one.who === wish.who && one.item === wish.item);
      if (live?.state !== 'held' && !fits(wish.item, wish.t)) return 'bookings.full';
      if (live?.state === 'booked') return 'bookings.twice';
      if (!fits(wish.item, wish.t, live)) return 'bookings.full';
      return clashes(wish, live) ? 'bookings.same-time' : 'done';
    },
    whyNotMove(one: Known, t: number): string {
      if (one.state !== 'booked') return 'bookings.over';
      if (!fits(one.item, t, one)) return 'bookings.full';
      return clashes({ ...one, t }, one) ? 'bookings.same-time' : 'done';
    },
  };
}
type Oracle = ReturnType<typeof createOracle>;

async function outcome<T>(work: Promise<T>): Promise<{ said: string; got?: T }> {
  try {
    return { said: 'done', got: await work };
  } catch (error) {
    if (error instanceof Problem) return { said: error.code };
    throw error;
  }
}

/** From half past nine on one window, or both, are closed. */
const ruleFor = (blocked: number): DayRule => ({
  open: true,
  blockOuts:
    blocked === 0
      ? []
      : [{ span: { from: '09:30', to: '12:00' }, reason: '演练', windows: ['p1', 'p2'].slice(0, blocked) }],
});
const halfPast = nine + 6;

const book = (act: { who: number; item: Item; start: number; act: string }) => {
  const who = people[act.who];
  if (who === undefined) throw new Error('nobody');
  return house.book(who, {
    item: act.item,
    at: startOf(nine + act.start).toISOString(),
    hold: act.act === 'hold',
  });
};
const change = (blocked: number) =>
  house.as(manager)(hallPlanRoutes.change, {
    params: { day },
    body: { rule: ruleFor(blocked), tell: false },
  });

async function step(oracle: Oracle, act: Act): Promise<void> {
  switch (act.act) {
    case 'book':
    case 'hold': {
      const wish = { who: act.who, item: act.item, t: nine + act.start };
      const expected = oracle.why(wish);
      const { said, got } = await outcome(book(act));
      expect([act, said]).toEqual([act, expected]);
      if (got === undefined) return;
      const before = oracle.all.find(({ id }) => id === got.booking);
      const next = { ...wish, id: got.booking, state: act.act === 'hold' ? 'held' : 'booked' };
      if (before === undefined) oracle.all.push(next);
      else Object.assign(before, next);
      return;
    }
    case 'rule':
      await change(act.blocked);
      oracle.restrict((t) => (t < halfPast ? 2 : 2 - act.blocked));
      return;
    case 'wait':
      house.moveBy({ minutes: 6 });
      await house.platform.jobs.runTimer('bookings.expire-holds');
      for (const one of oracle.all) if (one.state === 'held') one.state = 'expired';
      return;
    default:
      await changeOne(oracle, act);
  }
}

async function changeOne(oracle: Oracle, act: Extract<Act, { which: number }>): Promise<void> {
  const one = oracle.all[act.which % Math.max(1, oracle.all.length)];
  const who = one === undefined ? undefined : people[one.who];
  if (one === undefined || who === undefined) return;
  if (act.act === 'move') {
    const t = nine + act.start;
    const expected = oracle.whyNotMove(one, t);
    const { said } = await outcome(house.move(who, one.id, { at: startOf(t).toISOString() }));
    expect([act, one, said]).toEqual([act, one, expected]);
    if (said === 'done') one.t = t;
    return;
  }
  const fine = act.act === 'cancel' ? ['held', 'booked', 'cancelled'] : ['held', 'booked'];
  const { said } = await outcome(
    act.act === 'cancel' ? house.cancel(who, one.id) : house.confirm(who, one.id),
  );
  expect([act, one, said]).toEqual([act, one, fine.includes(one.state) ? 'done' : 'bookings.lapsed']);
  if (said === 'done') one.state = act.act === 'cancel' ? 'cancelled' : 'booked';
}

async function faults(): Promise<string[]> {
  const found: string[] = [];
  for (const [name, question] of Object.entries(invariants)) {
    const { rows } = await sql<{ faults: number }>`${sql.raw(question)}`.execute(house.db);
    if (rows[0]?.faults !== 0) found.push(`${name}: ${rows[0]?.faults}`);
  }
  return found;
}

async function clear(): Promise<void> {
  await sql`delete from bookings.booking`.execute(house.db);
  await change(0);
}

describe('any course of booking, holding, waiting, moving, cancelling and changing the day', () => {
  test.each([1, 2, 3])('agrees with the same rules said naively, one after another (%i)', async (seed) => {
    await clear();
    const random = seededRandom(seed);
    const oracle = createOracle();
    for (let nth = 0; nth < 90; nth += 1) await step(oracle, anAct(random));
    const { rows } = await sql<{ t: number; booked: number }>`select t, sum(booked)::integer as booked
      from bookings.slot where t >= ${nine} and t < ${nine + 36} group by t order by t`.execute(house.db);
    for (const { t, booked } of rows) expect([t, booked]).toEqual([t, oracle.taken(t)]);
    expect(new Set(oracle.all.map(({ state }) => state)).size).toBeGreaterThan(1);
    expect(await faults()).toEqual([]);
  });

  test.each([4, 5])('oversells nothing and breaks nothing when all come at once (%i)', async (seed) => {
    await clear();
    const random = seededRandom(seed);
    const made: Made[] = [];
    const said: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const acts = Array.from({ length: 10 }, () => anAct(random));
      said.push(...(await Promise.all(acts.map((act) => doAmongOthers(made, act)))));
      house.moveBy({ minutes: 3 });
      await house.platform.jobs.runTimer('bookings.expire-holds');
    }
    expect(said.filter((code) => code.startsWith('server.'))).toEqual([]);
    expect(said.filter((code) => code === 'done').length).toBeGreaterThan(20);
    expect(await faults()).toEqual([]);
  });
});

type Made = { id: string; who: number };

/** Does one act while others do theirs, and remembers what was booked; tells what was said. */
async function doAmongOthers(made: Made[], act: Act): Promise<string> {
  const one = 'which' in act ? made[act.which % Math.max(1, made.length)] : undefined;
  const work = workOf(act, one, people[one?.who ?? 0]);
  if (work === undefined) return '';
  const { said, got } = await outcome<unknown>(work);
  if ('who' in act && isBooking(got)) made.push({ id: got.booking, who: act.who });
  return said;
}

function workOf(
  act: Act,
  one: { id: string } | undefined,
  who: SignedIn | undefined,
): Promise<unknown> | undefined {
  if (act.act === 'book' || act.act === 'hold') return book(act);
  if (act.act === 'rule') return change(act.blocked);
  if (one === undefined || who === undefined || act.act === 'wait') return undefined;
  if (act.act === 'move') return house.move(who, one.id, { at: startOf(nine + act.start).toISOString() });
  return act.act === 'cancel' ? house.cancel(who, one.id) : house.confirm(who, one.id);
}

function isBooking(got: unknown): got is { booking: string } {
  return typeof got === 'object' && got !== null && 'booking' in got;
}
