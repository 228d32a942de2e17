import type { Insertable } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { Tables, WarningRow } from './tables.ts';

type NewRow = Insertable<Tables['notices.warning']>;
type Settled = { state: 'going' | 'declined'; settled_by: string; settled_at: Date };
/** How far the machine has come with a warning. */
type Reached = { told: number; reached: string | null };
const most = 50;

/** All SQL of warnings. */
export function createWarningStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const change = (tx: Tx, id: string) =>
    within(tx).updateTable('notices.warning').where('warning_id', '=', id);
  return {
    latest: (): Promise<WarningRow[]> =>
      within(undefined)
        .selectFrom('notices.warning')
        .selectAll()
        .orderBy('asked_at', 'desc')
        .orderBy('warning_id', 'desc')
        .limit(most)
        .execute(),
    insert: (tx: Tx, row: NewRow): Promise<WarningRow> =>
      within(tx).insertInto('notices.warning').values(row).returningAll().executeTakeFirstOrThrow(),
    lock: (tx: Tx, id: string): Promise<WarningRow | undefined> =>
      within(tx)
        .selectFrom('notices.warning')
        .selectAll()
        .where('warning_id', '=', id)
        .forUpdate()
        .executeTakeFirst(),
    settle: (tx: Tx, id: string, settled: Settled): Promise<WarningRow> =>
      change(tx, id).set(settled).returningAll().executeTakeFirstOrThrow(),
    /** Those whose people are not all told, the earliest confirmed first. */
    going: async (): Promise<string[]> => {
      const rows = await within(undefined)
        .selectFrom('notices.warning')
        .select('warning_id')
        .where('state', '=', 'going')
        .orderBy('settled_at')
        .limit(most)
        .execute();
      return rows.map(({ warning_id: id }) => id);
    },
    /** One that goes on, unless another process has it in hand. */
    take: (tx: Tx, id: string): Promise<WarningRow | undefined> =>
      within(tx)
        .selectFrom('notices.warning')
        .selectAll()
        .where('warning_id', '=', id)
        .where('state', '=', 'going')
        .forUpdate()
        .skipLocked()
        .executeTakeFirst(),
    reach: (tx: Tx, id: string, reached: Reached) => change(tx, id).set(reached).execute(),
    end: (tx: Tx, id: string, state: 'told' | 'stale', now: Date) =>
      change(tx, id).set({ state, ended_at: now }).execute(),
  };
}
export type WarningStore = ReturnType<typeof createWarningStore>;
