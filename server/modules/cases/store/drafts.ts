import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { Tables } from './tables.ts';

export type DraftRow = Selectable<Tables['cases.draft']>;
type NewDraft = Omit<DraftRow, 'case_number'>;

/** SQL of drafts. */
export function createDraftStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const one = (tx: Tx | undefined, personId: string, draftId: string) =>
    within(tx)
      .selectFrom('cases.draft')
      .selectAll()
      .where('person_id', '=', personId)
      .where('draft_id', '=', draftId);
  return {
    insertDraft: (tx: Tx, row: NewDraft) => within(tx).insertInto('cases.draft').values(row).execute(),
    draft: (tx: Tx | undefined, personId: string, draftId: string): Promise<DraftRow | undefined> =>
      one(tx, personId, draftId).executeTakeFirst(),
    lockDraft: (tx: Tx, personId: string, draftId: string): Promise<DraftRow | undefined> =>
      one(tx, personId, draftId).forUpdate().executeTakeFirst(),
    openDrafts: (tx: Tx | undefined, personId: string): Promise<DraftRow[]> =>
      within(tx)
        .selectFrom('cases.draft')
        .selectAll()
        .where('person_id', '=', personId)
        .where('case_number', 'is', null)
        .orderBy('saved_at', 'desc')
        .orderBy('draft_id', 'desc')
        .limit(50)
        .execute(),
    saveDraft: (tx: Tx, row: Pick<DraftRow, 'person_id' | 'draft_id' | 'sealed' | 'saved_at'>) =>
      within(tx)
        .updateTable('cases.draft')
        .set({ sealed: row.sealed, saved_at: row.saved_at })
        .where('person_id', '=', row.person_id)
        .where('draft_id', '=', row.draft_id)
        .execute(),
    draftBecame: (tx: Tx, row: Pick<DraftRow, 'person_id' | 'draft_id'>, caseNumber: string) =>
      within(tx)
        .updateTable('cases.draft')
        .set({ case_number: caseNumber })
        .where('person_id', '=', row.person_id)
        .where('draft_id', '=', row.draft_id)
        .execute(),
    discardDraft: (tx: Tx, row: Pick<DraftRow, 'person_id' | 'draft_id'>) =>
      within(tx)
        .deleteFrom('cases.draft')
        .where('person_id', '=', row.person_id)
        .where('draft_id', '=', row.draft_id)
        .where('case_number', 'is', null)
        .execute(),
  };
}
export type DraftStore = ReturnType<typeof createDraftStore>;
