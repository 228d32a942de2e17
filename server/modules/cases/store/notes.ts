import type { Db, Tx } from '../../../platform/index.ts';
import type { CaseKey, NoteRow, Tables } from './tables.ts';

/** SQL of what is kept of a case beside its course. */
export function createNoteStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    insert: (tx: Tx, row: NoteRow) => within(tx).insertInto('cases.note').values(row).execute(),
    /** The latest notes of a case, in order. */
    of: async (tx: Tx | undefined, { city, caseId }: CaseKey): Promise<NoteRow[]> => {
      const latest = await within(tx)
        .selectFrom('cases.note')
        .selectAll()
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .orderBy('note_id', 'desc')
        .limit(100)
        .execute();
      return latest.toReversed();
    },
  };
}
export type NoteStore = ReturnType<typeof createNoteStore>;
