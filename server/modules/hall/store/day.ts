import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { CallRow, DayRow, EventRow, HallDay, Tables, WindowRow } from './tables.ts';

type Told = Pick<DayRow, 'version' | 'calls'>;
type NewEvent = Pick<EventRow, 'city' | 'ticket_id' | 'branch' | 'what' | 'at'> &
  Partial<Pick<EventRow, 'window_id' | 'by_id'>>;

/** SQL of what a hall has once a day: its version, its calls, its numbers, its windows. */
export function createDayStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    ...createWindowStore(db),
    ...createEventStore(),
    day: ({ city, hall, day }: HallDay, tx?: Tx): Promise<DayRow | undefined> =>
      within(tx)
        .selectFrom('hall.day')
        .selectAll()
        .where('city', '=', city)
        .where('hall', '=', hall)
        .where('day', '=', day)
        .executeTakeFirst(),
    /** Grows the version; the row stays held until the end, so calls are told in the order of their numbers. */
    grow: (tx: Tx, { city, hall, day, branch }: HallDay, calls: number): Promise<Told> =>
      within(tx)
        .insertInto('hall.day')
        .values({ city, hall, day, branch, version: 1, calls })
        .onConflict((conflict) =>
          conflict.columns(['city', 'hall', 'day']).doUpdateSet({
            version: sql`day.version + 1`,
            calls: sql`day.calls + ${calls}`,
          }),
        )
        .returning(['version', 'calls'])
        .executeTakeFirstOrThrow(),
    setAnnouncement: (tx: Tx, { city, hall, day }: HallDay, text: string | undefined) =>
      within(tx)
        .updateTable('hall.day')
        .set({ announcement: text ?? null })
        .where('city', '=', city)
        .where('hall', '=', hall)
        .where('day', '=', day)
        .execute(),
    lastCalls: ({ city, hall, day }: HallDay, limit: number): Promise<CallRow[]> =>
      within(undefined)
        .selectFrom('hall.call')
        .selectAll()
        .where('city', '=', city)
        .where('hall', '=', hall)
        .where('day', '=', day)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
    /** The next number under a prefix; at least `reached` where a kiosk has given numbers by itself. */
    async number(
      tx: Tx,
      at: HallDay,
      { prefix, reached }: { prefix: string; reached?: number },
    ): Promise<number> {
      const { city, hall, day } = at;
      const last =
        reached === undefined
          ? sql<number>`numbering.last + 1`
          : sql<number>`greatest(numbering.last, ${reached})`;
      const row = await within(tx)
        .insertInto('hall.numbering')
        .values({ city, hall, day, prefix, last: reached ?? 1 })
        .onConflict((conflict) => conflict.columns(['city', 'hall', 'day', 'prefix']).doUpdateSet({ last }))
        .returning('last')
        .executeTakeFirstOrThrow();
      return row.last;
    },
  };
}
export type DayStore = ReturnType<typeof createDayStore>;

function createWindowStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    windows: ({ city, hall, day }: HallDay, tx?: Tx): Promise<WindowRow[]> =>
      within(tx)
        .selectFrom('hall.window')
        .selectAll()
        .where('city', '=', city)
        .where('hall', '=', hall)
        .where('day', '=', day)
        .orderBy('window_id')
        .execute(),
    /** One window, held until the end. */
    lockWindow: (tx: Tx, { city, day }: HallDay, windowId: string): Promise<WindowRow | undefined> =>
      within(tx)
        .selectFrom('hall.window')
        .selectAll()
        .where('city', '=', city)
        .where('window_id', '=', windowId)
        .where('day', '=', day)
        .forUpdate()
        .executeTakeFirst(),
    putWindow: (tx: Tx, row: WindowRow) => {
      const { state, clerk_id, skills, since } = row;
      const to = { state, since, clerk_id: clerk_id ?? null, skills: skills ?? null };
      return within(tx)
        .insertInto('hall.window')
        .values({ ...row, ...to })
        .onConflict((conflict) => conflict.columns(['city', 'window_id', 'day']).doUpdateSet(to))
        .execute();
    },
  };
}

function createEventStore() {
  return {
    insertEvent: (tx: Tx, { city, ticket_id, branch, what, at, window_id, by_id }: NewEvent) =>
      sql`insert into hall.ticket_event (city, ticket_id, seq, branch, what, at, window_id, by_id)
        select ${city}, ${ticket_id}, coalesce(max(seq), 0) + 1, ${branch}, ${what}, ${at}, ${window_id ?? null},
          ${by_id ?? null}::uuid
        from hall.ticket_event
        where city = ${city} and ticket_id = ${ticket_id}`.execute(tx),
    async lastEvent(tx: Tx, { city, ticket_id }: Pick<EventRow, 'city' | 'ticket_id'>): Promise<number> {
      const row = await tx
        .withTables<Tables>()
        .selectFrom('hall.ticket_event')
        .select((of) => of.fn.max('seq').as('seq'))
        .where('city', '=', city)
        .where('ticket_id', '=', ticket_id)
        .executeTakeFirst();
      return row?.seq ?? 0;
    },
    insertSaid: (tx: Tx, row: EventRow) =>
      tx.withTables<Tables>().insertInto('hall.ticket_event').values(row).execute(),
  };
}
