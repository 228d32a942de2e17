import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import { createLookups } from './lookups.ts';
import type { CaseKey, CaseRow, Tables } from './tables.ts';

type NewAction = { seq: number; type: string; at: Date; sealed: Buffer };

/** SQL of cases: their rows, actions and numbers. */
export function createCaseStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    ...createLookups(db),
    /** The next sequence of a stem that day; whoever comes second waits for the first to end. */
    nextSequence: async (tx: Tx, at: { city: string; stem: string; day: string }): Promise<number> => {
      const { last } = await within(tx)
        .insertInto('cases.counter')
        .values({ ...at, last: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['city', 'stem', 'day'])
            .doUpdateSet({ last: sql<number>`cases.counter.last + 1` }),
        )
        .returning('last')
        .executeTakeFirstOrThrow();
      return last;
    },
    insertCase: async (tx: Tx, row: CaseRow) => {
      await within(tx)
        .insertInto('cases.case')
        .values({ ...row, ...writtenLists(row) })
        .execute();
      await within(tx)
        .insertInto('cases.of_person')
        .values({
          person_id: row.person_id,
          case_id: row.case_id,
          city: row.city,
          case_number: row.case_number,
          submitted_at: row.submitted_at,
        })
        .execute();
    },
    /** Writes what may change in a case; its number, its people and its edition never do. */
    updateCase: (tx: Tx, row: CaseRow) => {
      const { state, queue, urgent_on, version, sealed } = row;
      return within(tx)
        .updateTable('cases.case')
        .set({
          ...{ state, queue, urgent_on, version, sealed, ...writtenLists(row) },
          holder_id: row.holder_id ?? null,
          unassigned_since: row.unassigned_since ?? null,
          yellow_on: row.yellow_on ?? null,
          red_on: row.red_on ?? null,
          licence_id: row.licence_id ?? null,
          held_id: row.held_id ?? null,
          urges: row.urges,
        })
        .where('city', '=', row.city)
        .where('case_id', '=', row.case_id)
        .execute();
    },
    findCase: (tx: Tx | undefined, { city, caseId }: CaseKey): Promise<CaseRow | undefined> =>
      within(tx)
        .selectFrom('cases.case')
        .selectAll()
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .executeTakeFirst(),
    lockCase: (tx: Tx, { city, caseId }: CaseKey): Promise<CaseRow | undefined> =>
      within(tx)
        .selectFrom('cases.case')
        .selectAll()
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .forUpdate()
        .executeTakeFirst(),
    insertActions: async (tx: Tx, { city, caseId }: CaseKey, actions: readonly NewAction[]) => {
      if (actions.length === 0) return;
      const rows = actions.map((action) => ({ city, case_id: caseId, ...action }));
      await within(tx).insertInto('cases.action').values(rows).execute();
    },
    /** The actions of some cases, each case's in order. */
    actions: (tx: Tx | undefined, rows: readonly Pick<CaseRow, 'city' | 'case_id'>[]) =>
      within(tx)
        .selectFrom('cases.action')
        .selectAll()
        .where(
          'city',
          'in',
          rows.map((row) => row.city),
        )
        .where(
          'case_id',
          'in',
          rows.map((row) => row.case_id),
        )
        .orderBy('case_id')
        .orderBy('seq')
        .execute(),
  };
}
/** jsonb columns are written as text. */
function writtenLists({ marks, defects, documents }: Pick<CaseRow, 'marks' | 'defects' | 'documents'>) {
  return {
    marks: JSON.stringify(marks),
    defects: JSON.stringify(defects),
    documents: JSON.stringify(documents),
  };
}

export type CaseStore = ReturnType<typeof createCaseStore>;
