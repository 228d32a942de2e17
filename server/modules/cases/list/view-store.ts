import type { ListFilter, SavedView } from '@tongban/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';

/** More views nobody finds again. */
export const mostViews = 20;

type ViewRow = {
  person_id: string;
  view_id: string;
  name: string;
  filter: ListFilter;
  shown: SavedView['columns'];
  made_at: Date;
};

/** SQL of saved views. */
export function createViewStore(db: Db) {
  return {
    views: async (tx: Tx | undefined, personId: string): Promise<ViewRow[]> => {
      const { rows } = await sql<ViewRow>`
        select person_id, view_id, name, filter, shown, made_at from cases.saved_view
        where person_id = ${personId} order by made_at, view_id limit ${mostViews}`.execute(tx ?? db);
      return rows;
    },
    /** Keeps a view unless there are as many as one person may have. */
    insert: async (tx: Tx, row: ViewRow): Promise<boolean> => {
      const { numAffectedRows } = await sql`
        insert into cases.saved_view (person_id, view_id, name, filter, shown, made_at)
        select ${row.person_id}::uuid, ${row.view_id}::uuid, ${row.name}, ${JSON.stringify(row.filter)}::jsonb,
          ${[...row.shown]}::text[], ${row.made_at}::timestamptz
        where (select count(*) from cases.saved_view where person_id = ${row.person_id}) < ${mostViews}`.execute(
        tx,
      );
      return (numAffectedRows ?? 0n) > 0n;
    },
    change: async (tx: Tx, row: Omit<ViewRow, 'made_at'>): Promise<boolean> => {
      const { numAffectedRows } = await sql`
        update cases.saved_view
        set name = ${row.name}, filter = ${JSON.stringify(row.filter)}::jsonb, shown = ${[...row.shown]}::text[]
        where person_id = ${row.person_id} and view_id = ${row.view_id}`.execute(tx);
      return (numAffectedRows ?? 0n) > 0n;
    },
    drop: async (tx: Tx, personId: string, view: string): Promise<void> => {
      await sql`delete from cases.saved_view where person_id = ${personId} and view_id = ${view}`.execute(tx);
    },
  };
}
export type ViewStore = ReturnType<typeof createViewStore>;
