import { addDays } from '@tongban/calendar';
import type { AnswerPair, FreeSlot } from '@tongban/contract';
import { type Day, shanghaiDay } from '@tongban/kernel';
import { minutesPerQuantum, slotsOf, startOf } from '@tongban/queueing';
import type { Tx } from '../../platform/index.ts';
import type { Ground } from './ground.ts';
import type { Place, PlacePool, Places } from './places.ts';
import { firstOf, reachOf } from './rules.ts';
import type { QuantumRow } from './store/slots.ts';
import { type LaidRow, lanes } from './store/tables.ts';

/** What is looked for on one day of a hall. */
type DayWish = ItemWish & { day: Day; priority?: boolean };
/** An item, the window that was chosen, and the answers that decide how long it takes. */
type ItemWish = { item: string; window?: string | undefined; answers?: readonly AnswerPair[] | undefined };
/** The next free time of an item, wherever in the city it is. */
export type NextFree = { hall: string; hallName: string; at: Date };
export type Times = ReturnType<typeof createTimes>;

const quantaOfDay = 288;

/** 可约时间: what is free now, at one hall or in the whole city. */
export function createTimes(ground: Ground & { places: Places }) {
  return { ...createOfDay(ground), ...createSearch(ground) };
}

/** Lanes somebody may book in, the one kept for them first. */
export function lanesFor(priority: boolean): number[] {
  return priority ? [lanes.priority, lanes.online] : [lanes.online];
}

/** Finds the starts of a day, pool by pool; what lapsed holds still keep counts as free. */
function createStarts({ store, clock, hallRules }: Ground) {
  const { booking: rules } = hallRules;
  const step = rules.step_minutes / minutesPerQuantum;
  return async (place: Place, { day, priority, tx }: StartsWish): Promise<Start[]> => {
    const now = clock();
    const reach = reachOf(rules, now);
    const from = Math.max(firstOf(day), reach.from);
    const to = Math.min(firstOf(day) + quantaOfDay, reach.to);
    if (place.pools.length === 0 || from >= to) return [];
    const at = { city: place.city, hall: place.hall.id };
    const span = { ...at, pools: place.pools.map(({ pool }) => pool), lanes: lanesFor(priority), from, to };
    const rows = await store.slots.quanta(tx, span);
    const lapsed = await store.slots.lapsed(tx, { ...at, from: firstOf(day) }, now);
    const free = (row: QuantumRow) =>
      row.opens_at > now ? 0 : row.free + lapsed.filter((hold) => holds(hold, row)).length;
    return place.pools.flatMap((one) =>
      lanesFor(priority).flatMap((lane) => {
        const own = rows.filter((row) => row.pool === one.pool && row.lane === lane);
        const quanta = own.map((row) => ({ t: row.t, free: free(row) }));
        return slotsOf({ quanta, length: place.length, step }).map((slot) => ({ ...slot, ...one }));
      }),
    );
  };
}
type StartsWish = { day: Day; priority: boolean; tx?: Tx | undefined };
type Start = PlacePool & { t: number; free: number };

function createOfDay(ground: Ground & { places: Places }) {
  const { store, clock, places, hallRules } = ground;
  const { booking: rules } = hallRules;
  const step = rules.step_minutes / minutesPerQuantum;
  const startsOn = createStarts(ground);
  return {
    startsOn,
    /** The times of one day in order; full ones with nothing free. */
    async freeSlots(
      hall: string,
      { item, day, window, answers, priority = false }: DayWish,
    ): Promise<FreeSlot[]> {
      const place = await places.at(hall, item, { window, answers });
      const starts = await startsOn(place, { day, priority });
      return merged(starts, place, window);
    },
    /** The days of the horizon at one hall, and the windows that can be chosen there. */
    async freeDays(hall: string, { item, ...wish }: ItemWish) {
      const place = await places.at(hall, item, wish);
      const now = clock();
      const { from, to, until } = reachOf(rules, now);
      const at = { city: place.city, hall };
      const span = { ...at, pools: place.pools.map(({ pool }) => pool), lanes: lanesFor(false), from, to };
      const counts = await store.slots.days(span, { length: place.length, step, now });
      const laid = await store.days.laid(undefined, { ...at, from: shanghaiDay(now), to: until });
      const windows = place.pools.flatMap((one) => one.window ?? []);
      return {
        days: laid.map((row) => freeDayOf(row, counts)),
        windows: windows.map(({ id, name }) => ({ window: id, name })),
      };
    },
  };
}

type DayCount = { day: Day; free: number; released_at: Date | undefined };

function freeDayOf({ day, open, says }: LaidRow, counts: readonly DayCount[]) {
  const { free = 0, released_at: releasedAt } = counts.find((row) => row.day === day) ?? {};
  const released = releasedAt === undefined ? {} : { releasedAt: releasedAt.toISOString() };
  return { day, open, says, free, ...released };
}

function holds(hold: { pool: string; lane: number; t: number; quanta: number }, row: QuantumRow): boolean {
  return hold.pool === row.pool && hold.lane === row.lane && hold.t <= row.t && row.t < hold.t + hold.quanta;
}

/** One entry a start; where several pools have it, their free places add up. */
function merged(starts: readonly Start[], place: Place, window: string | undefined): FreeSlot[] {
  const chosen =
    window === undefined ? undefined : place.pools.find((one) => one.window?.id === window)?.window;
  const named = chosen === undefined ? {} : { window: chosen.id, windowName: chosen.name };
  const byStart = Map.groupBy(starts, ({ t }) => t);
  return [...byStart]
    .toSorted(([one], [other]) => one - other)
    .map(([t, same]) => ({
      at: startOf(t).toISOString(),
      until: startOf(t + place.length).toISOString(),
      free: same.reduce((sum, { free }) => sum + free, 0),
      ...named,
    }));
}

function createSearch({ store, clock, places, hallRules }: Ground & { places: Places }) {
  const { booking: rules } = hallRules;
  const step = rules.step_minutes / minutesPerQuantum;
  const search = async (found: readonly Place[]) => {
    const [first] = found;
    if (first === undefined) return [];
    const now = clock();
    const pools = found.flatMap(({ hall, pools: own }) => own.map(({ pool }) => ({ hall: hall.id, pool })));
    const { from, to } = reachOf(rules, now);
    const wish = { city: first.city, places: pools, lanes: lanesFor(false), length: first.length };
    return store.slots.earliest(undefined, { ...wish, step, from, to, now });
  };
  const nextFree = async (place: Place): Promise<NextFree | undefined> => {
    const [here] = await search([place]);
    const elsewhere = async () => {
      const found = await places.inCity(place.city, place.item);
      return (await search(found.map((one) => ({ ...one, length: place.length }))))[0];
    };
    const found = here ?? (await elsewhere());
    if (found === undefined) return undefined;
    return { hall: found.hall, hallName: places.hall(found.hall).name, at: startOf(found.t) };
  };
  return {
    /** The earliest free time of every hall of a city that takes an item, asked of the database once. */
    async earliest(city: string, item: string): Promise<Map<string, FreeSlot>> {
      const found = await places.inCity(city, item);
      const length = found[0]?.length ?? 1;
      const rows = await search(found);
      const slots = new Map<string, FreeSlot>();
      for (const { hall, t, free } of rows) {
        const known = slots.get(hall);
        const at = startOf(t).toISOString();
        if (known === undefined) slots.set(hall, { at, until: startOf(t + length).toISOString(), free });
        else if (known.at === at) slots.set(hall, { ...known, free: known.free + free });
      }
      return slots;
    },
    /** 最近有空: the next free time at the hall asked for, or else anywhere in its city. */
    nextFree: shared((place: Place) => `${place.hall.id} ${place.item} ${place.length}`, nextFree),
    /** Days somebody can wish for now. */
    wishable: (): { from: Day; to: Day } => {
      const today = shanghaiDay(clock());
      return { from: today, to: addDays(today, rules.horizon_days) };
    },
  };
}

/** Whoever asks the same while it is being found out hears the same answer; nothing is kept beyond that. */
function shared<A, R>(
  nameOf: (asked: A) => string,
  find: (asked: A) => Promise<R>,
): (asked: A) => Promise<R> {
  const asking = new Map<string, Promise<R>>();
  return (asked) => {
    const name = nameOf(asked);
    const found = asking.get(name) ?? find(asked).finally(() => asking.delete(name));
    asking.set(name, found);
    return found;
  };
}
