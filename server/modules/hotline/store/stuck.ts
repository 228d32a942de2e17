import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { Cursor } from './lists.ts';
import type { CauseRow, OrderRow, Tables } from './tables.ts';

export type StuckStore = ReturnType<typeof createStuckStore>;
type Page = { readonly list: 'open' | 'closed'; readonly limit: number; readonly after?: Cursor };
export type StuckKey = Pick<OrderRow, 'city' | 'order_id'>;

/** SQL of what could not be got done; what a post reaches the row policies say. */
export function createStuckStore(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  return {
    page: ({ list, limit, after }: Page): Promise<OrderRow[]> => {
      const stuck = within().selectFrom('hotline.order').selectAll().where('kind', '=', 'stuck').limit(limit);
      if (list === 'closed') {
        const ended = stuck.where('stage', '=', 'closed').orderBy('closed_at', 'desc').orderBy('order_id');
        if (after === undefined) return ended.execute();
        return ended
          .where(
            sql<boolean>`(closed_at < ${after.key}::timestamptz
              or (closed_at = ${after.key}::timestamptz and order_id > ${after.id}::uuid))`,
          )
          .execute();
      }
      const open = stuck.where('stage', '<>', 'closed').orderBy('due_on').orderBy('order_id');
      if (after === undefined) return open.execute();
      return open.where(sql<boolean>`(due_on, order_id) > (${after.key}::date, ${after.id}::uuid)`).execute();
    },
    causesOf: async (orderIds: readonly string[], tx?: Tx): Promise<CauseRow[]> =>
      orderIds.length === 0
        ? []
        : within(tx)
            .selectFrom('hotline.stuck_cause')
            .selectAll()
            .where('order_id', 'in', [...orderIds])
            .execute(),
    /** Written again, it stands anew: what was mended before may have to be mended once more. */
    save: (tx: Tx, row: Omit<CauseRow, 'tip_off' | 'mended_at'>) => {
      const { city: _city, order_id: _order, ...said } = row;
      return within(tx)
        .insertInto('hotline.stuck_cause')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['city', 'order_id'])
            .doUpdateSet({ ...said, item: said.item ?? null, defect: said.defect ?? null, mended_at: null }),
        )
        .execute();
    },
    /** What the guides should say instead, the open ones first. */
    defects: (limit: number): Promise<CauseRow[]> =>
      within()
        .selectFrom('hotline.stuck_cause')
        .selectAll()
        .where('defect', 'is not', null)
        .orderBy(sql`mended_at desc nulls first`)
        .orderBy('at', 'desc')
        .orderBy('order_id')
        .limit(limit)
        .execute(),
    defect: (number: string): Promise<CauseRow | undefined> =>
      within()
        .selectFrom('hotline.stuck_cause')
        .selectAll()
        .where('defect', 'is not', null)
        .where('order_number', '=', number)
        .executeTakeFirst(),
    mend: (tx: Tx, { city, order_id }: StuckKey, at: Date) =>
      within(tx)
        .updateTable('hotline.stuck_cause')
        .set({ mended_at: at })
        .where('city', '=', city)
        .where('order_id', '=', order_id)
        .where('mended_at', 'is', null)
        .execute(),
  };
}
