import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { HallDay, Tables, TicketRow, TicketUpdate } from './tables.ts';

/** 谁来叫: a window, and what it may be given. */
export type Server = {
  window: string;
  /** Issue and stuck windows have a queue of their own kind; the others serve by skills. */
  queue: 'issue' | 'stuck' | undefined;
  skills: readonly string[];
};
type Key = Pick<TicketRow, 'city' | 'ticket_id'>;

/** The most tickets of a hall that are looked at together. */
const mostLive = 3000;
const live = ['waiting', 'parked', 'called', 'serving'] as const;

/** SQL of single tickets: taking, finding, holding, changing. */
export function createTicketStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const tickets = (tx: Tx | undefined) => within(tx).selectFrom('hall.ticket').selectAll();
  return {
    ...createLists(db),
    endDays,
    letGo,
    /** Adds a ticket; undefined where its number, its key or its booking has one already. */
    insert: (tx: Tx, row: TicketRow): Promise<TicketRow | undefined> =>
      within(tx)
        .insertInto('hall.ticket')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst(),
    byKey: (tx: Tx | undefined, hash: Buffer): Promise<TicketRow | undefined> =>
      tickets(tx).where('key_hash', '=', hash).executeTakeFirst(),
    find: (tx: Tx | undefined, ticketId: string): Promise<TicketRow | undefined> =>
      tickets(tx).where('ticket_id', '=', ticketId).executeTakeFirst(),
    lock: (tx: Tx, ticketId: string): Promise<TicketRow | undefined> =>
      tickets(tx).where('ticket_id', '=', ticketId).forUpdate().executeTakeFirst(),
    lockByKey: (tx: Tx, hash: Buffer): Promise<TicketRow | undefined> =>
      tickets(tx).where('key_hash', '=', hash).forUpdate().executeTakeFirst(),
    ofBooking: (tx: Tx, city: string, bookingId: string): Promise<TicketRow | undefined> =>
      tickets(tx).where('city', '=', city).where('booking_id', '=', bookingId).executeTakeFirst(),
    inHand: (tx: Tx | undefined, city: string, window: string): Promise<TicketRow | undefined> =>
      tickets(tx)
        .where('city', '=', city)
        .where('window_id', '=', window)
        .where('state', 'in', ['called', 'serving'])
        .executeTakeFirst(),
    change: (tx: Tx, key: Key, to: TicketUpdate): Promise<TicketRow> =>
      within(tx)
        .updateTable('hall.ticket')
        .set(to)
        .where('city', '=', key.city)
        .where('ticket_id', '=', key.ticket_id)
        .returningAll()
        .executeTakeFirstOrThrow(),
  };
}
export type TicketStore = ReturnType<typeof createTicketStore>;

function createLists(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const today = (at: HallDay, tx?: Tx) =>
    within(tx)
      .selectFrom('hall.ticket')
      .selectAll()
      .where('city', '=', at.city)
      .where('hall', '=', at.hall)
      .where('day', '=', at.day);
  return {
    /** Everybody who waits, is away for a while, or is at a window, in the order of their due times. */
    live: (at: HallDay, tx?: Tx): Promise<TicketRow[]> =>
      today(at, tx)
        .where('state', 'in', [...live])
        .orderBy('due')
        .orderBy('first_taken_at')
        .orderBy('number')
        .limit(mostLive)
        .execute(),
    /** Those in the hands of windows, away, or missed since a moment. */
    aside: (at: HallDay, since: Date, tx?: Tx): Promise<TicketRow[]> =>
      today(at, tx)
        .where((or) =>
          or.or([
            or('state', 'in', ['called', 'serving', 'parked']),
            or.and([or('state', '=', 'missed'), or('missed_at', '>', since)]),
          ]),
        )
        .orderBy('due')
        .orderBy('number')
        .limit(500)
        .execute(),
    search: (at: HallDay, asked: { number?: string; personId?: string; tx?: Tx }): Promise<TicketRow[]> =>
      today(at, asked.tx)
        .where((or) =>
          or.or([
            ...(asked.number === undefined ? [] : [or('number', '=', asked.number)]),
            ...(asked.personId === undefined ? [] : [or('person_id', '=', asked.personId)]),
          ]),
        )
        .orderBy('taken_at', 'desc')
        .orderBy('number')
        .limit(20)
        .execute(),
  };
}

/** SQL of the end of a day: who was served is done, whoever still waits has left, and phones that were left are forgotten. */
async function endDays(tx: Tx, now: Date): Promise<void> {
  await sql`update hall.ticket
    set state = case state when 'serving' then 'done' else 'left' end, ended_at = coalesce(ended_at, ${now}),
      parked_until = null
    where state in ('waiting', 'parked', 'called', 'serving') and day <= (${now} at time zone 'Asia/Shanghai')::date`.execute(
    tx,
  );
  await sql`update hall.ticket
    set phone = null
    where phone is not null and day <= (${now} at time zone 'Asia/Shanghai')::date`.execute(tx);
}

/** Lets go what a window still has in hand from a day that ended without being closed. */
async function letGo(tx: Tx, { city, day }: HallDay, window: string): Promise<void> {
  await sql`update hall.ticket
    set state = case state when 'serving' then 'done' else 'left' end, ended_at = called_at
    where city = ${city} and window_id = ${window} and state in ('called', 'serving') and day < ${day}`.execute(
    tx,
  );
}
