import type { Selectable } from 'kysely';
import { type Db, type Maybe, type Moment, newId, type Tx } from '../../platform/index.ts';

type ScreenTable = {
  screen_id: string;
  key_hash: Buffer;
  code_index: Maybe<Buffer>;
  code_until: Maybe<Date>;
  window_id: Maybe<string>;
  office: Maybe<string>;
  paired_at: Maybe<Date>;
  seen_at: Maybe<Date>;
  thanked_for: Maybe<'sign' | 'decline'>;
  thanked_until: Maybe<Date>;
  offered_at: Moment;
};
type Tables = {
  'devices.screen': ScreenTable;
  'devices.ticket': { ticket_hash: Buffer; screen_id: string; good_until: Moment };
};
export type ScreenRow = Selectable<ScreenTable>;

/** All SQL of devices: screens and the tickets of their streams. */
export function createStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    ...createTicketStore(),
    /** Forgets offers nobody took up. */
    dropStale: (tx: Tx, now: Date) =>
      within(tx).deleteFrom('devices.screen').where('code_until', '<', now).execute(),
    /** Adds an offer; undefined when another screen shows the same code. */
    insertOffer: async (
      tx: Tx,
      offer: { key_hash: Buffer; code_index: Buffer; code_until: Date; offered_at: Date },
    ): Promise<string | undefined> => {
      const row = await within(tx)
        .insertInto('devices.screen')
        .values({ screen_id: newId(), ...offer })
        .onConflict((conflict) => conflict.column('code_index').doNothing())
        .returning('screen_id')
        .executeTakeFirst();
      return row?.screen_id;
    },
    screen: (screenId: string): Promise<ScreenRow | undefined> =>
      tables.selectFrom('devices.screen').selectAll().where('screen_id', '=', screenId).executeTakeFirst(),
    atWindow: (windowId: string): Promise<ScreenRow | undefined> =>
      tables.selectFrom('devices.screen').selectAll().where('window_id', '=', windowId).executeTakeFirst(),
    lockOffer: (tx: Tx, codeIndex: Buffer, now: Date): Promise<ScreenRow | undefined> =>
      within(tx)
        .selectFrom('devices.screen')
        .selectAll()
        .where('code_index', '=', codeIndex)
        .where('code_until', '>=', now)
        .forUpdate()
        .executeTakeFirst(),
    pair: (tx: Tx, screenId: string, to: { window_id: string; office: string | null; paired_at: Date }) =>
      within(tx)
        .updateTable('devices.screen')
        .set({ ...to, code_index: null, code_until: null })
        .where('screen_id', '=', screenId)
        .returningAll()
        .executeTakeFirstOrThrow(),
    /** Releases the screen of a window, or that one alone; answers which screens are gone. */
    release: async (tx: Tx, windowId: string, screenId?: string): Promise<string[]> => {
      let query = within(tx).deleteFrom('devices.screen').where('window_id', '=', windowId);
      if (screenId !== undefined) query = query.where('screen_id', '=', screenId);
      return (await query.returning('screen_id').execute()).map((row) => row.screen_id);
    },
    thank: (tx: Tx, screenId: string, { verdict, until }: { verdict: 'sign' | 'decline'; until: Date }) =>
      within(tx)
        .updateTable('devices.screen')
        .set({ thanked_for: verdict, thanked_until: until })
        .where('screen_id', '=', screenId)
        .execute(),
    seen: (screenId: string, at: Date) =>
      tables.updateTable('devices.screen').set({ seen_at: at }).where('screen_id', '=', screenId).execute(),
  };
}

function createTicketStore() {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    insertTicket: (tx: Tx, row: { ticket_hash: Buffer; screen_id: string; good_until: Date }) =>
      within(tx).insertInto('devices.ticket').values(row).execute(),
    dropStaleTickets: (tx: Tx, screenId: string, now: Date) =>
      within(tx)
        .deleteFrom('devices.ticket')
        .where('screen_id', '=', screenId)
        .where('good_until', '<', now)
        .execute(),
    /** Uses a ticket up; false when it is not good. */
    useTicket: async (tx: Tx, ticket: { hash: Buffer; screenId: string; now: Date }): Promise<boolean> => {
      const used = await within(tx)
        .deleteFrom('devices.ticket')
        .where('ticket_hash', '=', ticket.hash)
        .where('screen_id', '=', ticket.screenId)
        .where('good_until', '>=', ticket.now)
        .returning('screen_id')
        .executeTakeFirst();
      return used !== undefined;
    },
  };
}
export type Store = ReturnType<typeof createStore>;
