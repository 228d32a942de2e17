import { sql } from 'kysely';
import type { Db, Moment, Tx } from '../../platform/index.ts';

type PendingTable = { city: string; case_id: string; changed_at: Moment };
type ToldTable = { city: string; case_id: string; batch: string; at: Moment };
type Tables = { 'partners.pending': PendingTable; 'partners.told': ToldTable };
type Key = { city: string; caseId: string };

/** All SQL of partners: which cases are still to be reported, and which were. */
export function createStore(_db: Db) {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    remember: (tx: Tx, { city, caseId }: Key, at: Date) =>
      within(tx)
        .insertInto('partners.pending')
        .values({ city, case_id: caseId, changed_at: at })
        .onConflict((conflict) => conflict.columns(['city', 'case_id']).doUpdateSet({ changed_at: at }))
        .execute(),
    /** Takes cases that wait, the longest waiting first; another server takes others. */
    take: async (tx: Tx, limit: number): Promise<Key[]> => {
      const { rows } = await sql<{ city: string; case_id: string }>`
        delete from partners.pending
        where (city, case_id) in (
          select city, case_id from partners.pending
          order by changed_at, case_id limit ${limit} for update skip locked
        )
        returning city, case_id`.execute(tx);
      return rows.map((row) => ({ city: row.city, caseId: row.case_id }));
    },
    /** Which of some cases were reported before. */
    toldBefore: async (tx: Tx, keys: readonly Key[]): Promise<Set<string>> => {
      if (keys.length === 0) return new Set();
      const rows = await within(tx)
        .selectFrom('partners.told')
        .select('case_id')
        .where('city', 'in', [...new Set(keys.map(({ city }) => city))])
        .where(
          'case_id',
          'in',
          keys.map(({ caseId }) => caseId),
        )
        .execute();
      return new Set(rows.map((row) => row.case_id));
    },
    told: (tx: Tx, keys: readonly Key[], { batch, at }: { batch: string; at: Date }) =>
      within(tx)
        .insertInto('partners.told')
        .values(keys.map(({ city, caseId }) => ({ city, case_id: caseId, batch, at })))
        .onConflict((conflict) => conflict.columns(['city', 'case_id']).doUpdateSet({ batch, at }))
        .execute(),
  };
}
