import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { EventRow, HallDay, TicketRow, WindowRow } from './tables.ts';
import type { Server } from './tickets.ts';

/** A window as its clerk finds it, and the number it has in hand. */
export type Standing = Pick<WindowRow, 'state' | 'skills'> & { held: string | undefined };
/** What the queue bar of a window shows: what waits for it, who would be called, and what it has to do with besides. */
export type WindowLine = {
  announcement: string | undefined;
  states: Readonly<Record<string, WindowRow['state']>>;
  waiting: number;
  since: Date | undefined;
  served: number;
  next: TicketRow | undefined;
  aside: TicketRow[];
};
type LineWish = { server: Server; now: Date; missedSince: Date; tx?: Tx | undefined };
type LineRow = TicketRow & {
  said: string | undefined;
  states: WindowLine['states'] | undefined;
  line_waiting: number;
  line_since: Date | undefined;
  line_served: number;
};
type CallWish = {
  ticket: TicketRow;
  what: Extract<EventRow['what'], 'called' | 'recalled'>;
  number: number;
  by: string;
  now: Date;
};

/** SQL of calling; each question is one function of the database, whose plan is kept. */
export function createCallingStore(db: Db) {
  return {
    windowLine: (at: HallDay, wish: LineWish): Promise<WindowLine> => windowLine(wish.tx ?? db, at, wish),
    /** The window of a clerk, held until the end; undefined where it has not been opened today. */
    async stand(tx: Tx, { city, day }: HallDay, window: string): Promise<Standing | undefined> {
      const { rows } = await sql<{ [K in keyof Standing]: Standing[K] | undefined }>`
        select state, skills, held from hall.stand(${city}, ${window}, ${day})`.execute(tx);
      const [row] = rows;
      return row?.state === undefined ? undefined : { ...row, state: row.state };
    },
    /**
     * Gives a window the ticket that is due first among those it may serve. A ticket another window is just taking is
     * passed over, so nobody waits for anybody and no two windows get one ticket.
     */
    async next(
      tx: Tx,
      at: HallDay,
      { server, now }: { server: Server; now: Date },
    ): Promise<TicketRow | undefined> {
      const { window, queue, skills } = server;
      const { rows } = await sql<TicketRow>`select * from hall.call_next(${at.city}, ${at.hall}, ${at.day},
        ${window}, ${queue ?? null}, ${[...skills]}::text[], ${now})`.execute(tx);
      return rows[0];
    },
    /**
     * Puts a call on record under its number; the row of the day stays held until the end, so calls are told in the order of
     * their numbers. `untold`: somebody waits who has yet to be told that their turn comes near.
     */
    async callOut(
      tx: Tx,
      { ticket, what, number, by, now }: CallWish,
    ): Promise<{ seq: number; untold: boolean }> {
      const { rows } = await sql<{ seq: number; untold: boolean }>`select seq, untold
        from hall.call_out(${ticket.city}, ${ticket.ticket_id}, ${what}, ${number}, ${by}, ${now})`.execute(
        tx,
      );
      return rows[0] ?? { seq: 0, untold: false };
    },
    /** Puts on record what happened to a ticket, and grows the version of its hall. */
    async note(tx: Tx, event: NewEvent): Promise<void> {
      const { city, ticket_id, what, window_id, by_id, at } = event;
      await sql`select hall.note(${city}, ${ticket_id}, ${what}, ${window_id ?? null}, ${by_id ?? null}, ${at}, 0)`.execute(
        tx,
      );
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
type NewEvent = Pick<EventRow, 'city' | 'ticket_id' | 'what' | 'at'> &
  Partial<Pick<EventRow, 'window_id' | 'by_id'>>;

async function windowLine(
  db: Db,
  { city, hall, day }: HallDay,
  { server, now, missedSince }: LineWish,
): Promise<WindowLine> {
  const { window, queue, skills } = server;
  const { rows } = await sql<LineRow>`select announcement as said, states, waiting as line_waiting,
      since as line_since, served as line_served, (ticket).*
    from hall.window_queue(${city}, ${hall}, ${day}, ${window}, ${queue ?? null}, ${[...skills]}::text[], ${now},
      ${missedSince})`.execute(db);
  const [first, ...aside] = rows;
  return {
    ...{ announcement: first?.said, states: first?.states ?? {}, since: first?.line_since },
    ...{ waiting: first?.line_waiting ?? 0, served: first?.line_served ?? 0 },
    // Where nobody would be called, the first row names no ticket.
    next: (first?.ticket_id as string | undefined) === undefined ? undefined : first,
    aside,
  };
}
