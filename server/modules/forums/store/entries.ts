import type { Db, Tx } from '../../../platform/index.ts';
import type { NoteRow, Tables } from './tables.ts';

export type EntryStore = ReturnType<typeof createEntryStore>;
type Key = { readonly city: string; readonly orderId: string };
type Put = { forumId: string; key: Key; at: Date; by?: string };
type Page = { readonly limit: number; readonly after?: string | undefined };

/** SQL of the orders of forums and of what was done about them. */
export function createEntryStore(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  const notes = (tx?: Tx) =>
    within(tx).selectFrom('forums.note').selectAll().orderBy('on_day').orderBy('note_id');
  return {
    ...createEntering(),
    /** Every order of a forum, for counting. */
    async keys(forumId: string): Promise<Key[]> {
      const rows = await within()
        .selectFrom('forums.entry')
        .select(['city', 'order_id'])
        .where('forum_id', '=', forumId)
        .execute();
      return rows.map(keyOf);
    },
    /** Orders of a forum, the newest first; their ids follow the time they came. */
    async page(forumId: string, { limit, after }: Page): Promise<Key[]> {
      const rows = await within()
        .selectFrom('forums.entry')
        .select(['city', 'order_id'])
        .where('forum_id', '=', forumId)
        .$if(after !== undefined, (query) => query.where('order_id', '<', after ?? ''))
        .orderBy('order_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(keyOf);
    },
    /** The forums an order is in. */
    async ofOrder(orderId: string, tx?: Tx): Promise<string[]> {
      const rows = await within(tx)
        .selectFrom('forums.entry')
        .select('forum_id')
        .where('order_id', '=', orderId)
        .orderBy('forum_id')
        .execute();
      return rows.map(({ forum_id }) => forum_id);
    },
    notesIn: async (forumId: string, orderIds: readonly string[]): Promise<NoteRow[]> =>
      orderIds.length === 0
        ? []
        : notes().where('forum_id', '=', forumId).where('order_id', 'in', orderIds).execute(),
    notesOf: (orderId: string, tx?: Tx): Promise<NoteRow[]> =>
      notes(tx).where('order_id', '=', orderId).execute(),
  };
}

function createEntering() {
  return {
    /** Tells whether it came in; an order is in a forum once. */
    async put(tx: Tx, { forumId, key, at, by }: Put): Promise<boolean> {
      const { numInsertedOrUpdatedRows: count = 0n } = await tx
        .withTables<Tables>()
        .insertInto('forums.entry')
        .values({ forum_id: forumId, city: key.city, order_id: key.orderId, at, by_id: by })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return count > 0n;
    },
    async takeOut(tx: Tx, forumId: string, { orderId }: Key): Promise<boolean> {
      const { numDeletedRows } = await tx
        .withTables<Tables>()
        .deleteFrom('forums.entry')
        .where('forum_id', '=', forumId)
        .where('order_id', '=', orderId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    insertNote: (tx: Tx, row: NoteRow) =>
      tx.withTables<Tables>().insertInto('forums.note').values(row).execute(),
  };
}

function keyOf({ city, order_id: orderId }: { city: string; order_id: string }): Key {
  return { city, orderId };
}
