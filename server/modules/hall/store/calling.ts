import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { HallDay, TicketRow } from './tables.ts';
import { callable, type Server } from './tickets.ts';

/** What waits for one window. */
export type Waiting = { waiting: number; since: Date | undefined; served: number };

/** SQL of calling: the next ticket of a window. */
export function createCallingStore(db: Db) {
  return {
    /**
     * Gives a window the ticket that is due first among those it may serve. A ticket another window is just taking is
     * passed over, so nobody waits for anybody and no two windows get one ticket.
     */
    async next(
      tx: Tx,
      at: HallDay,
      { server, now }: { server: Server; now: Date },
    ): Promise<TicketRow | undefined> {
      const { rows } = await sql<TicketRow>`update hall.ticket
        set state = 'called', window_id = ${server.window}, calls = 1, called_at = ${now},
          first_called_at = coalesce(first_called_at, ${now}), started_at = null, parked_until = null
        where city = ${at.city} and ticket_id = (
          select ticket_id
          from hall.ticket
          where ${callable(at, server, now)}
          order by due, first_taken_at, number
          limit 1
          for update skip locked
        )
        returning *`.execute(tx);
      return rows[0];
    },
    /** Who would be called now. */
    async peek(
      at: HallDay,
      { server, now, tx }: { server: Server; now: Date; tx?: Tx | undefined },
    ): Promise<TicketRow | undefined> {
      const { rows } = await sql<TicketRow>`select *
        from hall.ticket
        where ${callable(at, server, now)}
        order by due, first_taken_at, number
        limit 1`.execute(tx ?? db);
      return rows[0];
    },
    /** How many a window may call, since when the first of them waits, and how many it has served today. */
    async waiting(
      at: HallDay,
      { server, now, tx }: { server: Server; now: Date; tx?: Tx | undefined },
    ): Promise<Waiting> {
      const { rows } = await sql<Waiting>`select count(*) as waiting, min(taken_at) as since,
          (select count(*) from hall.ticket
            where city = ${at.city} and hall = ${at.hall} and day = ${at.day} and state = 'done'
              and window_id = ${server.window}) as served
        from hall.ticket
        where ${callable(at, server, now)}`.execute(tx ?? db);
      return rows[0] ?? { waiting: 0, since: undefined, served: 0 };
    },
    /** Whether anybody waits who can be reached and has not been told that their turn comes near. */
    async hasUntold(tx: Tx, { city, hall, day }: Pick<HallDay, 'city' | 'hall' | 'day'>): Promise<boolean> {
      const { rows } = await sql<{ found: boolean }>`select exists (
          select from hall.ticket
          where city = ${city} and hall = ${hall} and day = ${day} and state in ('waiting', 'parked')
            and state = 'waiting' and not told_near and (person_id is not null or phone is not null)
        ) as found`.execute(tx);
      return rows[0]?.found ?? false;
    },
    /** When the first few of those who wait are due, in their order. */
    async firstDues(tx: Tx, at: Pick<HallDay, 'city' | 'hall' | 'day'>, limit: number): Promise<Date[]> {
      const { rows } = await sql<{ due: Date }>`select due
        from hall.ticket
        where city = ${at.city} and hall = ${at.hall} and day = ${at.day} and state in ('waiting', 'parked')
          and state = 'waiting'
        order by due, first_taken_at, number
        limit ${limit}`.execute(tx);
      return rows.map(({ due }) => due);
    },
  };
}
export type CallingStore = ReturnType<typeof createCallingStore>;
