import { type Db, prepared, type Tx } from '../../../platform/index.ts';
import type { CaseKey, NoteRow, Tables } from './tables.ts';

/** SQL of what is kept of a case beside its course. */
export function createNoteStore(db: Db) {
  const latest = prepared((city: string, caseId: string) =>
    db
      .withTables<Tables>()
      .selectFrom('cases.note')
      .selectAll()
      .where('city', '=', city)
      .where('case_id', '=', caseId)
      .orderBy('note_id', 'desc')
      .limit(100),
  );
  return {
    insert: (tx: Tx, row: NoteRow) => tx.withTables<Tables>().insertInto('cases.note').values(row).execute(),
    /** The latest notes of a case, in order. */
    of: async (tx: Tx | undefined, { city, caseId }: CaseKey): Promise<NoteRow[]> =>
      (await latest(tx ?? db, city, caseId)).toReversed(),
  };
}
export type NoteStore = ReturnType<typeof createNoteStore>;
