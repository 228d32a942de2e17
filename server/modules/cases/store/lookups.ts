import { type Db, prepared } from '../../../platform/index.ts';
import type { CaseKey, CaseRow, Tables } from './tables.ts';

/** SQL that finds cases: by number for the desk, by person for applicants, by day for the nightly sweep. */
export function createLookups(db: Db) {
  const tables = db.withTables<Tables>();
  const some = async (keys: readonly Pick<CaseRow, 'city' | 'case_id'>[]): Promise<CaseRow[]> => {
    if (keys.length === 0) return [];
    const cities = keys.map(({ city }) => city);
    const ids = keys.map((key) => key.case_id);
    return tables
      .selectFrom('cases.case')
      .selectAll()
      .where('city', 'in', cities)
      .where('case_id', 'in', ids)
      .execute();
  };
  const byNumber = prepared((number: string) =>
    tables.selectFrom('cases.case').selectAll().where('case_number', '=', number).limit(1),
  );
  return {
    /** These cases, in no order. */
    some,
    findByNumber: async (caseNumber: string): Promise<CaseRow | undefined> =>
      (await byNumber(db, caseNumber))[0],
    findKeyByNumber: async (caseNumber: string): Promise<CaseKey | undefined> => {
      const row = await tables
        .selectFrom('cases.case')
        .select(['city', 'case_id'])
        .where('case_number', '=', caseNumber)
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : { city: row.city, caseId: row.case_id };
    },
    findOwnKey: async (personId: string, caseNumber: string): Promise<CaseKey | undefined> => {
      const row = await tables
        .selectFrom('cases.of_person')
        .select(['city', 'case_id'])
        .where('person_id', '=', personId)
        .where('case_number', '=', caseNumber)
        .executeTakeFirst();
      return row === undefined ? undefined : { city: row.city, caseId: row.case_id };
    },
    /** The cases of a person, newest first. */
    casesOf: async (personId: string, limit: number): Promise<CaseRow[]> => {
      const keys = await tables
        .selectFrom('cases.of_person')
        .select(['city', 'case_id'])
        .where('person_id', '=', personId)
        .orderBy('submitted_at', 'desc')
        .orderBy('case_id', 'desc')
        .limit(limit)
        .execute();
      const rows = await some(keys);
      const byId = new Map(rows.map((row) => [row.case_id, row]));
      return keys.flatMap((key) => byId.get(key.case_id) ?? []);
    },
    /** Cases of a queue whose day has passed, oldest first. */
    overdue: (queue: CaseRow['queue'], today: string): Promise<CaseRow[]> =>
      tables
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
