import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { BookingRow, State, Tables } from './tables.ts';

/** What a booking is to become; `moves` says that it is there already and changes its time. */
export type Claim = {
  city: string;
  booking_id: string;
  hall: string;
  branch: string;
  day: string;
  t: number;
  quanta: number;
  item: string;
  person_id: string;
  by_id: string;
  window_id?: string | undefined;
  state: 'held' | 'booked';
  held_until?: Date | undefined;
  wish_id?: string | undefined;
  instead_id?: string | undefined;
  code: string;
  sequence: number;
  priority?: string | undefined;
  draft_id?: string | undefined;
  sealed: Buffer;
  claimed_at: Date;
  made_at: Date;
  remind_at?: Date | undefined;
};
/** A pool and a lane to try. */
type Candidate = { pool: string; lane: number };
type How = { candidates: readonly Candidate[]; moves: boolean; livePerItem: number };
export type Outcome = 'taken' | 'full' | 'item' | 'time' | 'code' | 'gone';
/** How a person stands with bookings. */
export type Standing = {
  onDay: number;
  missed: number;
  lastMissed?: string;
  /** How many live bookings of the item there are, and the one that is changed first: a hold before a booking. */
  lives: number;
  live?: { booking: string; state: 'held' | 'booked' };
};

const live = ['held', 'booked', 'arrived'] as const satisfies readonly State[];
const mostOfPerson = 100;

/** SQL of bookings. */
export function createBookingStore(db: Db) {
  return { ...createReading(db), ...createClaiming(db), ...createAtHall(db), ...createSweeping(db) };
}

function createReading(db: Db) {
  const reader = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    booking: (tx: Tx | undefined, bookingId: string): Promise<BookingRow | undefined> =>
      reader(tx)
        .selectFrom('bookings.booking')
        .selectAll()
        .where('booking_id', '=', bookingId)
        .executeTakeFirst(),
    lock: (tx: Tx, bookingId: string): Promise<BookingRow | undefined> =>
      reader(tx)
        .selectFrom('bookings.booking')
        .selectAll()
        .where('booking_id', '=', bookingId)
        .forUpdate()
        .executeTakeFirst(),
    /** The bookings somebody has or made for others: those to come first, or those that are over, the newest first. */
    ofPerson: (
      personId: string,
      wish: { states: readonly State[]; order: 'asc' | 'desc' },
    ): Promise<BookingRow[]> =>
      reader(undefined)
        .selectFrom('bookings.booking')
        .selectAll()
        .where((has) => has.or([has('person_id', '=', personId), has('by_id', '=', personId)]))
        .where('state', 'in', wish.states)
        .orderBy('t', wish.order)
        .orderBy('booking_id')
        .limit(mostOfPerson)
        .execute(),
  };
}

function createClaiming(db: Db) {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    /** How a person stands; `alone` makes everything else about this person's bookings wait for this transaction. */
    async standing(
      tx: Tx | undefined,
      asked: StandingWish,
      { alone }: { alone: boolean },
    ): Promise<Standing> {
      const { rows } = await sql<StandingRow>`select * from bookings.standing(${asked.person}, ${asked.city},
        ${asked.item}, ${asked.day}, ${asked.since}, ${alone}, ${[...(asked.besides ?? [])]}::uuid[])`.execute(
        tx ?? db,
      );
      return standingOf(rows[0]);
    },
    async take(tx: Tx, claim: Claim, { candidates, moves, livePerItem }: How): Promise<Outcome> {
      const given = JSON.stringify({
        ...{ ...claim, sealed: `\\x${claim.sealed.toString('hex')}` },
        live_per_item: livePerItem,
      });
      const { rows } = await sql<{ outcome: Outcome }>`select bookings.take(${given}::jsonb,
        ${candidates.map(({ pool }) => pool)}::text[], ${candidates.map(({ lane }) => lane)}::smallint[],
        ${moves}) as outcome`.execute(tx);
      return rows[0]?.outcome ?? 'full';
    },
    /** Turns a hold into a booking while it has not lapsed; one that replaces another is numbered among the live ones now. */
    confirm: (
      tx: Tx,
      at: Confirmed,
      { now, remindAt, livePerItem }: { now: Date; remindAt: Date | undefined; livePerItem: number },
    ) =>
      within(tx)
        .updateTable('bookings.booking')
        .set({
          state: 'booked',
          held_until: null,
          instead_id: null,
          remind_at: remindAt ?? null,
          ...nthOf(at, livePerItem),
        })
        .where('city', '=', at.city)
        .where('booking_id', '=', at.booking_id)
        .where('state', '=', 'held')
        .where('held_until', '>=', now)
        .returningAll()
        .executeTakeFirst(),
    /** Ends a booking that is in one of some states; its time is free from then on where the end gives it back. */
    end: (tx: Tx, at: Key, { from, to, now }: { from: readonly State[]; to: State; now: Date }) =>
      within(tx)
        .updateTable('bookings.booking')
        .set({ state: to, held_until: null, remind_at: null, ended_at: now, sequence: sql`sequence + 1` })
        .where('city', '=', at.city)
        .where('booking_id', '=', at.booking_id)
        .where('state', 'in', from)
        .returningAll()
        .executeTakeFirst(),
  };
}
type Key = Pick<BookingRow, 'city' | 'booking_id'>;
type Confirmed = Key & Pick<BookingRow, 'person_id' | 'item' | 'instead_id'>;

function nthOf({ city, person_id, item, instead_id: instead }: Confirmed, allowed: number) {
  if (instead === undefined) return {};
  const besides = [instead];
  return {
    nth: sql<number>`coalesce(bookings.free_nth(${city}, ${person_id}, ${item}, ${allowed}, ${besides}::uuid[]), 1)`,
  };
}

type StandingWish = {
  person: string;
  city: string;
  item: string;
  day: string;
  since: number;
  /** Bookings that are about to be changed or given up. */
  besides?: readonly string[];
};
export type StandingRow = {
  on_day_count: number;
  missed: number;
  last_missed: string | undefined;
  live_count: number;
  live_id: string | undefined;
  live_state: 'held' | 'booked' | undefined;
};

/** How a person stands, as the database says it. */
export function standingOf(row: StandingRow | undefined): Standing {
  if (row === undefined) return { onDay: 0, missed: 0, lives: 0 };
  const { live_id: booking, live_state: state } = row;
  return {
    ...{ onDay: row.on_day_count, missed: row.missed, lives: row.live_count },
    ...(row.last_missed === undefined ? {} : { lastMissed: row.last_missed }),
    ...(booking === undefined || state === undefined ? {} : { live: { booking, state } }),
  };
}

type HallSpan = { city: string; hall: string; from: number; to: number };
type BookingQuery = SelectQueryBuilder<Tables, 'bookings.booking', BookingRow>;

function createAtHall(db: Db) {
  const reader = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const atHall = (tx: Tx | undefined, { city, hall, from, to }: HallSpan): BookingQuery =>
    reader(tx)
      .selectFrom('bookings.booking')
      .selectAll()
      .where('city', '=', city)
      .where('hall', '=', hall)
      .where('t', '>=', from)
      .where('t', '<', to);
  return {
    /** Bookings of a hall that have a claim on its times, in order. */
    liveAt: (tx: Tx | undefined, span: HallSpan, states: readonly State[] = live): Promise<BookingRow[]> =>
      atHall(tx, span).where('state', 'in', states).orderBy('t').orderBy('booking_id').execute(),
    /** One page of the bookings of a hall, those that were given back left out. */
    pageAt: (span: HallSpan, wish: { limit: number; after: { t: number; id: string } | undefined }) => {
      const { limit, after } = wish;
      let query = atHall(undefined, span).where('state', 'not in', ['held', 'cancelled', 'expired']);
      if (after !== undefined)
        query = query.where(sql<boolean>`(t, booking_id) > (${after.t}, ${after.id}::uuid)`);
      return query.orderBy('t').orderBy('booking_id').limit(limit).execute();
    },
    byCode: (tx: Tx, at: { city: string; hall: string; day: string; code: string }): Promise<BookingRow[]> =>
      reader(tx)
        .selectFrom('bookings.booking')
        .selectAll()
        .where('city', '=', at.city)
        .where('hall', '=', at.hall)
        .where('day', '=', at.day)
        .where('code', '=', at.code)
        .where('state', 'in', live)
        .execute(),
    ofPersonAt: (
      tx: Tx,
      at: { city: string; hall: string; day: string; personId: string },
    ): Promise<BookingRow[]> =>
      reader(tx)
        .selectFrom('bookings.booking')
        .selectAll()
        .where('person_id', '=', at.personId)
        .where('city', '=', at.city)
        .where('hall', '=', at.hall)
        .where('day', '=', at.day)
        .where('state', 'in', live)
        .orderBy('t')
        .execute(),
    arrive: (tx: Tx, at: Key, { ticket, now }: { ticket: Buffer; now: Date }) =>
      reader(tx)
        .updateTable('bookings.booking')
        .set({ state: 'arrived', ticket, arrived_at: now, remind_at: null })
        .where('city', '=', at.city)
        .where('booking_id', '=', at.booking_id)
        .where('state', 'in', ['booked', 'arrived'])
        .returningAll()
        .executeTakeFirst(),
  };
}

function createSweeping(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  const atOnce = 200;
  return {
    lapsedHolds: (now: Date): Promise<BookingRow[]> =>
      tables
        .selectFrom('bookings.booking')
        .selectAll()
        .where('state', '=', 'held')
        .where('held_until', '<', now)
        .orderBy('held_until')
        .limit(atOnce)
        .execute(),
    /** Ends a hold that has lapsed; undefined when it was confirmed, renewed or ended meanwhile. */
    expire: (tx: Tx, at: Key, now: Date): Promise<BookingRow | undefined> =>
      within(tx)
        .updateTable('bookings.booking')
        .set({ state: 'expired', held_until: null, ended_at: now })
        .where('city', '=', at.city)
        .where('booking_id', '=', at.booking_id)
        .where('state', '=', 'held')
        .where('held_until', '<', now)
        .returningAll()
        .executeTakeFirst(),
    /** Marks everybody as missed whose time ended before a quantum without their coming. */
    missBefore: (t: number, now: Date) =>
      tables
        .updateTable('bookings.booking')
        .set({ state: 'missed', remind_at: null, ended_at: now })
        .where('state', '=', 'booked')
        .where('t', '<', t)
        .where(sql<boolean>`t + quanta <= ${t}`)
        .returning('booking_id')
        .execute(),
    /** Those to be reminded by now, each seen by one sweep alone. */
    lockToRemind: (tx: Tx, now: Date): Promise<BookingRow[]> =>
      within(tx)
        .selectFrom('bookings.booking')
        .selectAll()
        .where('remind_at', '<=', now)
        .orderBy('remind_at')
        .limit(atOnce)
        .forUpdate()
        .skipLocked()
        .execute(),
    setReminder: (tx: Tx, at: Key, remindAt: Date | undefined) =>
      within(tx)
        .updateTable('bookings.booking')
        .set({ remind_at: remindAt ?? null })
        .where('city', '=', at.city)
        .where('booking_id', '=', at.booking_id)
        .execute(),
  };
}
