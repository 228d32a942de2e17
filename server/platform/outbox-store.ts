import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Event } from './facts.ts';

/** How far a subscriber has read, in the order of transactions. */
export type Place = { readonly xid: string; readonly seq: number };

/** Why and when an event is tried again. */
export type Failure = { readonly attempts: number; readonly dueAt: Date; readonly error: string };

/** All SQL of the outbox. */
export function createOutboxStore(db: Db) {
  return {
    /** Takes the subscriber's place for this transaction; undefined while another process holds it. */
    async holdPlace(name: string): Promise<Place | undefined> {
      const found = await sql<Place>`select xid, seq from platform.subscriber where name = ${name}
        for update skip locked`.execute(db);
      if (found.rows[0] !== undefined) return found.rows[0];
      const made = await sql<Place>`insert into platform.subscriber (name, xid, seq) values (${name}, '0', 0)
        on conflict do nothing
        returning xid, seq`.execute(db);
      return made.rows[0];
    },
    /** Below this number every transaction has ended, so that no event can appear there any more. */
    async horizon(): Promise<string> {
      const { rows } = await sql<{ horizon: string }>`
        select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db);
      return rows[0]?.horizon ?? '0';
    },
    async readAfter(
      place: Place,
      wanted: { horizon: string; types: readonly string[]; limit: number },
    ): Promise<(Event & Place)[]> {
      const { rows } = await sql<Event & Place>`select id, type, at, data, xid, seq from platform.event
        where (xid, seq) > (${place.xid}::xid8, ${place.seq})
          and xid < ${wanted.horizon}::xid8
          and type = any(${[...wanted.types]})
        order by xid, seq
        limit ${wanted.limit}`.execute(db);
      return rows;
    },
    async moveTo(name: string, place: Place): Promise<void> {
      await sql`update platform.subscriber set xid = ${place.xid}::xid8, seq = ${place.seq}
        where name = ${name}`.execute(db);
    },
    /** Whether events wait behind a transaction that is still open. */
    async hasLate(): Promise<boolean> {
      const { rows } = await sql<{ late: boolean }>`select exists(
        select from platform.event where xid >= pg_snapshot_xmin(pg_current_snapshot())
      ) as late`.execute(db);
      return rows[0]?.late ?? false;
    },
    /** Takes events set aside whose time has come. */
    async takeDue(name: string, now: Date, limit: number): Promise<{ event: Event; attempts: number }[]> {
      const { rows } = await sql<Event & { attempts: number }>`
        with due as (
          delete from platform.redelivery
          where (subscriber, event_id) in (
            select subscriber, event_id from platform.redelivery
            where subscriber = ${name} and due_at <= ${now}
            order by due_at
            limit ${limit}
          )
          returning event_id, attempts
        )
        select event.id, event.type, event.at, event.data, due.attempts
        from due
        join platform.event event on event.id = due.event_id
        order by event.xid, event.seq`.execute(db);
      return rows.map(({ attempts, ...event }) => ({ event, attempts }));
    },
    async setAside(name: string, eventId: string, failure: Failure): Promise<void> {
      await sql`insert into platform.redelivery (subscriber, event_id, attempts, due_at, error)
        values (${name}, ${eventId}, ${failure.attempts}, ${failure.dueAt}, ${failure.error})`.execute(db);
    },
    savepoint: () => sql`savepoint parcel`.execute(db),
    release: () => sql`release savepoint parcel`.execute(db),
    rollBack: () => sql`rollback to savepoint parcel`.execute(db),
    /** Forgets events everyone has digested, a month after they happened. */
    async forget(before: Date): Promise<void> {
      await sql`delete from platform.event event
        where at < ${before}
          and xid < (select min(xid) from platform.subscriber)
          and not exists (select from platform.redelivery where event_id = event.id)`.execute(db);
    },
  };
}
