import type { Db, Tx } from '../../../platform/index.ts';
import type { CaseKey, HeldRow, Tables } from './tables.ts';

/** SQL of decisions that have not left yet; at most one a case. */
export function createHeldStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    insert: (tx: Tx, row: HeldRow) => within(tx).insertInto('cases.held').values(row).execute(),
    find: (tx: Tx | undefined, { city, caseId }: CaseKey): Promise<HeldRow | undefined> =>
      within(tx)
        .selectFrom('cases.held')
        .selectAll()
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .executeTakeFirst(),
    /** Takes a held decision away; undefined when it has left or was taken back before. */
    take: (tx: Tx, { city, caseId }: CaseKey, heldId: string): Promise<HeldRow | undefined> =>
      within(tx)
        .deleteFrom('cases.held')
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .where('held_id', '=', heldId)
        .returningAll()
        .executeTakeFirst(),
  };
}
export type HeldStore = ReturnType<typeof createHeldStore>;
