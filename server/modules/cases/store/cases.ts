import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { CaseKey, Tables } from './tables.ts';

export type CaseRow = Selectable<Tables['cases.case']>;
type NewAction = { seq: number; type: string; at: Date; sealed: Buffer };
type Changed = Pick<
  CaseRow,
  'state' | 'queue' | 'urgent_on' | 'version' | 'sealed' | 'marks' | 'defects' | 'documents'
> & { holder_id?: string | undefined; licence_id?: string | undefined };

/** SQL of single cases: their row, their actions, their numbers and whose they are. */
export function createCaseStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
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
        .values({ ...row, marks: JSON.stringify(row.marks), defects: JSON.stringify(row.defects) })
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
    updateCase: (tx: Tx, { city, caseId }: CaseKey, row: Changed) =>
      within(tx)
        .updateTable('cases.case')
        .set({
          ...row,
          marks: JSON.stringify(row.marks),
          defects: JSON.stringify(row.defects),
          holder_id: row.holder_id ?? null,
          licence_id: row.licence_id ?? null,
        })
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .execute(),
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
    findKeyByNumber: async (caseNumber: string): Promise<CaseKey | undefined> => {
      const row = await within(undefined)
        .selectFrom('cases.case')
        .select(['city', 'case_id'])
        .where('case_number', '=', caseNumber)
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : { city: row.city, caseId: row.case_id };
    },
    findOwnKey: async (personId: string, caseNumber: string): Promise<CaseKey | undefined> => {
      const row = await within(undefined)
        .selectFrom('cases.of_person')
        .select(['city', 'case_id'])
        .where('person_id', '=', personId)
        .where('case_number', '=', caseNumber)
        .executeTakeFirst();
      return row === undefined ? undefined : { city: row.city, caseId: row.case_id };
    },
    casesOf: async (personId: string, limit: number): Promise<CaseRow[]> => {
      const keys = await within(undefined)
        .selectFrom('cases.of_person')
        .select(['city', 'case_id'])
        .where('person_id', '=', personId)
        .orderBy('submitted_at', 'desc')
        .orderBy('case_id', 'desc')
        .limit(limit)
        .execute();
      if (keys.length === 0) return [];
      const rows = await within(undefined)
        .selectFrom('cases.case')
        .selectAll()
        .where(
          'city',
          'in',
          keys.map((key) => key.city),
        )
        .where(
          'case_id',
          'in',
          keys.map((key) => key.case_id),
        )
        .execute();
      const byId = new Map(rows.map((row) => [row.case_id, row]));
      return keys.flatMap((key) => byId.get(key.case_id) ?? []);
    },
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
    /** Cases of a queue whose day has passed, oldest first, for the nightly sweep. */
    overdue: (queue: CaseRow['queue'], today: string): Promise<CaseRow[]> =>
      within(undefined)
        .selectFrom('cases.case')
        .selectAll()
        .where('queue', '=', queue)
        .where('urgent_on', '<', today)
        .orderBy('urgent_on')
        .orderBy('case_id')
        .limit(500)
        .execute(),
  };
}
export type CaseStore = ReturnType<typeof createCaseStore>;
