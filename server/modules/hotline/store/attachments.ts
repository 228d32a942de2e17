import type { Db, Tx } from '../../../platform/index.ts';
import type { AttachmentRow, Tables } from './tables.ts';

/** SQL of what lies under which order; only who sees the order sees a row of it. */
export function createAttachmentStore(db: Db) {
  return {
    insert: async (tx: Tx, rows: readonly AttachmentRow[]) => {
      if (rows.length === 0) return;
      await tx
        .withTables<Tables>()
        .insertInto('hotline.attachment')
        .values([...rows])
        .execute();
    },
    /** The orders a file lies under, by what the house makes of its id. */
    ordersOf: async (indexes: readonly Buffer[]): Promise<string[]> => {
      const found = await db
        .withTables<Tables>()
        .selectFrom('hotline.attachment')
        .select('order_id')
        .where('file_index', 'in', [...indexes])
        .limit(20)
        .execute();
      return found.map(({ order_id: orderId }) => orderId);
    },
  };
}
