import { type ExpressionBuilder, type Insertable, sql } from 'kysely';
import type { Db, Maybe, Moment, Tx } from '../../../platform/index.ts';
import type { Reach } from '../rules.ts';
import type { CaseKey } from '../store/tables.ts';

type Standing = 'open' | 'correcting' | 'done';
type Kept = { city: string; case_id: string; task_id: string };
type InvestigationTable = Kept & { branch: string; due_on: string; done_at: Maybe<Date> };
type PromiseTable = Kept & { branch: string; item: string; standing: Standing; urgent_on: string };
type BrokenTable = Kept & {
  person_id: string;
  item: string;
  material: string;
  until: string;
  recorded_by: string;
  at: Moment;
};
type Tables = {
  'cases.investigation': InvestigationTable;
  'cases.promise_check': PromiseTable;
  'cases.broken_promise': BrokenTable;
};

/** Where a page of promises ended. */
type PromisePlace = { urgentOn: string; taskId: string };
export type PromisePage = { standings: readonly Standing[]; after?: PromisePlace; limit: number };
type Columns = ExpressionBuilder<Tables, 'cases.promise_check'>;

/** SQL of what stands in for papers: where investigations and checks of promises are, and who may not promise. */
export function createProofStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const keyOf = (row: { city: string; case_id: string } | undefined): CaseKey | undefined =>
    row === undefined ? undefined : { city: row.city, caseId: row.case_id };
  return {
    insertInvestigations: async (tx: Tx, rows: readonly Omit<InvestigationTable, 'done_at'>[]) => {
      if (rows.length > 0) await within(tx).insertInto('cases.investigation').values(rows).execute();
    },
    findInvestigated: async (taskId: string): Promise<CaseKey | undefined> =>
      keyOf(
        await within(undefined)
          .selectFrom('cases.investigation')
          .select(['city', 'case_id'])
          .where('task_id', '=', taskId)
          .executeTakeFirst(),
      ),
    investigationDone: (tx: Tx, { city, caseId }: CaseKey, done: { taskId: string; at: Date }) =>
      within(tx)
        .updateTable('cases.investigation')
        .set({ done_at: done.at })
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .where('task_id', '=', done.taskId)
        .execute(),
    insertPromises: async (tx: Tx, rows: readonly PromiseTable[]) => {
      if (rows.length > 0) await within(tx).insertInto('cases.promise_check').values(rows).execute();
    },
    findPromised: async (taskId: string): Promise<CaseKey | undefined> =>
      keyOf(
        await within(undefined)
          .selectFrom('cases.promise_check')
          .select(['city', 'case_id'])
          .where('task_id', '=', taskId)
          .executeTakeFirst(),
      ),
    promiseStands: (
      tx: Tx,
      { city, caseId }: CaseKey,
      now: { taskId: string; standing: Standing; urgentOn: string },
    ) =>
      within(tx)
        .updateTable('cases.promise_check')
        .set({ standing: now.standing, urgent_on: now.urgentOn })
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .where('task_id', '=', now.taskId)
        .execute(),
    /** Checks of promises within reach, the most urgent first; settled ones the newest first. */
    promises: (reach: Reach, { standings, after, limit }: PromisePage): Promise<PromiseTable[]> => {
      const direction = standings.includes('done') ? 'desc' : 'asc';
      let query = within(undefined)
        .selectFrom('cases.promise_check')
        .selectAll()
        .where('standing', 'in', standings)
        .where((see) => withinReach(see, reach));
      if (after !== undefined) {
        const beyond = sql.raw(direction === 'asc' ? '>' : '<');
        query = query.where(
          sql<boolean>`(urgent_on, task_id) ${beyond} (${after.urgentOn}, ${after.taskId})`,
        );
      }
      return query.orderBy('urgent_on', direction).orderBy('task_id', direction).limit(limit).execute();
    },
    insertBroken: (tx: Tx, row: Insertable<BrokenTable>) =>
      within(tx).insertInto('cases.broken_promise').values(row).execute(),
    /** Whether a person has promised untruly and the time is not over. */
    isBarred: async (tx: Tx | undefined, personId: string, today: string): Promise<boolean> => {
      const found = await within(tx)
        .selectFrom('cases.broken_promise')
        .select('task_id')
        .where('person_id', '=', personId)
        .where('until', '>', today)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}
export type ProofStore = ReturnType<typeof createProofStore>;

function withinReach(see: Columns, { branch, items }: Reach) {
  const here = see.or([
    see('branch', '=', branch),
    see.and([see('branch', '>', `${branch}/`), see('branch', '<', `${branch}0`)]),
  ]);
  return items === undefined ? here : see.and([here, sql<boolean>`item = any(${[...items]})`]);
}
