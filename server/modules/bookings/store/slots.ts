import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import { type Standing, type StandingRow, standingOf } from './bookings.ts';
import type { Tables } from './tables.ts';

/** Where times are looked for: pools of a hall in some lanes, from one quantum up to another. */
type Reach = {
  city: string;
  hall: string;
  pools: readonly string[];
  lanes: readonly number[];
  from: number;
  to: number;
};
export type QuantumRow = {
  pool: string;
  lane: number;
  t: number;
  free: number;
  opens_at: Date;
};
/** One pool of one hall, for a search over many. */
type PoolPlace = { hall: string; pool: string };
type EarliestRow = PoolPlace & { t: number; free: number };
export type LaidQuantum = { pool: string; lane: number; t: number; planned: number; opensAt: Date };

/** SQL of times: what is free, and how a day is laid out. */
export function createSlotStore(db: Db) {
  return { ...createFreeStore(db), ...createLayingStore(db) };
}

function createFreeStore(db: Db) {
  const reader = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** Every quantum in reach with how many places are left, in order; the full ones too. */
    quanta: (tx: Tx | undefined, reach: Reach): Promise<QuantumRow[]> =>
      within(reader(tx).selectFrom('bookings.slot'), reach)
        .select(['pool', 'lane', 't', 'opens_at', sql<number>`capacity - booked`.as('free')])
        .orderBy('t')
        .orderBy('pool')
        .orderBy('lane')
        .execute(),
    /**
     * How a person stands who asks for a span, whose bookings then wait; undefined where there is no room for it, which is
     * told before anything is locked.
     */
    async ask(tx: Tx, reach: Reach, { person, item, since, now }: AskWish): Promise<Standing | undefined> {
      const { city, hall, pools, lanes, from, to } = reach;
      const { rows } =
        await sql<StandingRow>`select * from bookings.ask(${city}, ${hall}, ${[...pools]}::text[],
        ${[...lanes]}::smallint[], ${from}, ${to - from}, ${now}, ${person}, ${item}, ${since})`.execute(tx);
      return rows[0] === undefined ? undefined : standingOf(rows[0]);
    },
    /** How many starts of each day are free, and when the next ones of a day are released. */
    async days(reach: Reach, { length, step, now }: { length: number; step: number; now: Date }) {
      const { rows } = await sql<{ day: string; free: number; released_at: Date | undefined }>`
        select (date '1970-01-01' + (t + 96) / 288)::text as day,
          count(distinct t) filter (where opens <= ${now})::integer as free,
          min(opens) filter (where opens > ${now}) as released_at
        from (
          select t, lead(t, ${length - 1}::integer) over following as last, max(opens_at) over (
            partition by pool, lane order by t rows between current row and ${length - 1}::integer following
          ) as opens
          from bookings.slot
          where city = ${reach.city} and hall = ${reach.hall} and pool = any(${reach.pools}::text[])
            and lane = any(${reach.lanes}::smallint[]) and t >= ${reach.from} and t < ${reach.to} and open
          window following as (partition by pool, lane order by t)
        ) as starts
        where last = t + ${length - 1} and t % ${step} = 0
        group by 1`.execute(db);
      return rows;
    },
    /** The first free start of every place, in order; asked in every rush, so it is a function whose plan is kept. */
    async earliest(tx: Tx | undefined, wish: EarliestWish): Promise<EarliestRow[]> {
      const { city, places, lanes, length, step, from, to, now } = wish;
      const { rows } = await sql<EarliestRow>`select hall, pool, t, free from bookings.earliest(${city},
        ${places.map(({ hall }) => hall)}::text[], ${places.map(({ pool }) => pool)}::text[],
        ${[...lanes]}::smallint[], ${length}, ${step}, ${from}, ${to}, ${now})`.execute(tx ?? db);
      return rows;
    },
    /** Holds of a day that have lapsed and not been given back yet. */
    async lapsed(tx: Tx | undefined, day: DayPlace, now: Date) {
      const { rows } = await sql<{ pool: string; lane: number; t: number; quanta: number }>`
        select pool, lane, t, quanta from bookings.lapsed(${day.city}, ${day.hall}, ${day.from}, ${now})`.execute(
        tx ?? db,
      );
      return rows;
    },
    async giveBack(tx: Tx, day: DayPlace, now: Date): Promise<number> {
      const { rows } = await sql<{ given: number }>`
        select bookings.give_back(${day.city}, ${day.hall}, ${day.from}, ${now}) as given`.execute(tx);
      return rows[0]?.given ?? 0;
    },
  };
}

type AskWish = { person: string; item: string; since: number; now: Date };

type EarliestWish = {
  city: string;
  places: readonly PoolPlace[];
  lanes: readonly number[];
  length: number;
  step: number;
  from: number;
  to: number;
  now: Date;
};
/** A day of a hall by its first quantum. */
type DayPlace = { city: string; hall: string; from: number };

type SlotQuery<O> = SelectQueryBuilder<Tables, 'bookings.slot', O>;
function within<O>(query: SlotQuery<O>, { city, hall, pools, lanes, from, to }: Reach): SlotQuery<O> {
  return query
    .where('city', '=', city)
    .where('hall', '=', hall)
    .where('pool', 'in', pools)
    .where('lane', 'in', lanes)
    .where('t', '>=', from)
    .where('t', '<', to);
}

function createLayingStore(db: Db) {
  const reader = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** Locks all times of a day in the one order; before several bookings of it are changed. */
    async holdDay(tx: Tx, { city, hall, from }: DayPlace): Promise<void> {
      await sql`select bookings.hold_day(${city}, ${hall}, ${from})`.execute(tx);
    },
    async lay(tx: Tx, { city, hall, from }: DayPlace, quanta: readonly LaidQuantum[]): Promise<void> {
      await sql`select bookings.lay(${city}, ${hall}, ${from}, ${quanta.map(({ pool }) => pool)}::text[],
        ${quanta.map(({ lane }) => lane)}::smallint[], ${quanta.map(({ t }) => t)}::integer[],
        ${quanta.map(({ planned }) => planned)}::smallint[],
        ${quanta.map(({ opensAt }) => opensAt)}::timestamptz[])`.execute(tx);
    },
    /** What each lane and pool of some days can take and has taken. */
    counts: (tx: Tx | undefined, reach: Omit<Reach, 'pools' | 'lanes'>) =>
      reader(tx)
        .selectFrom('bookings.slot')
        .select(['pool', 'lane', 't', 'planned', 'capacity', 'booked'])
        .where('city', '=', reach.city)
        .where('hall', '=', reach.hall)
        .where('t', '>=', reach.from)
        .where('t', '<', reach.to)
        .orderBy('t')
        .execute(),
    /** What can be booked and is, day by day. */
    async totals(reach: Omit<Reach, 'pools' | 'lanes'>) {
      const { rows } = await sql<{ day: string; capacity: number; booked: number; over: boolean }>`
        select (date '1970-01-01' + (t + 96) / 288)::text as day,
          coalesce(sum(planned) filter (where lane < 2), 0)::integer as capacity,
          coalesce(sum(booked) filter (where lane < 2), 0)::integer as booked, bool_or(booked > planned) as over
        from bookings.slot
        where city = ${reach.city} and hall = ${reach.hall} and t >= ${reach.from} and t < ${reach.to}
        group by 1`.execute(db);
      return rows;
    },
  };
}
