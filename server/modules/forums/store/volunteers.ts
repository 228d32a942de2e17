import type { Db, Tx } from '../../../platform/index.ts';
import type { Tables, VolunteerRow } from './tables.ts';

export type VolunteerStore = ReturnType<typeof createVolunteerStore>;
type Page = { readonly branch: string; readonly limit: number; readonly after?: string | undefined };
type Days = { readonly from: string; readonly until: string };
type Of = { readonly branch: string; readonly personId: string };

/** SQL of volunteer supervisors; whose they are the row policies say. */
export function createVolunteerStore(db: Db) {
  const volunteers = (tx?: Tx) => (tx ?? db).withTables<Tables>().selectFrom('forums.volunteer').selectAll();
  return {
    /** Of a branch, the latest appointed first; their ids follow the time they were. */
    page: ({ branch, limit, after }: Page, tx?: Tx): Promise<VolunteerRow[]> =>
      volunteers(tx)
        .where('branch', '=', branch)
        .$if(after !== undefined, (query) => query.where('volunteer_id', '<', after ?? ''))
        .orderBy('volunteer_id', 'desc')
        .limit(limit)
        .execute(),
    lock: (tx: Tx, volunteerId: string): Promise<VolunteerRow | undefined> =>
      volunteers(tx).where('volunteer_id', '=', volunteerId).forUpdate().executeTakeFirst(),
    /** Whether somebody is appointed there already on one of these days. */
    async isAppointed(tx: Tx, { branch, personId }: Of, { from, until }: Days): Promise<boolean> {
      const found = await volunteers(tx)
        .where('branch', '=', branch)
        .where('person_id', '=', personId)
        .where('dismissed_at', 'is', null)
        .where('from_day', '<=', until)
        .where('until_day', '>=', from)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },
    /** The branches somebody was a volunteer of at a moment. */
    async branchesOf(personId: string, { day, at }: { day: string; at: Date }): Promise<string[]> {
      const rows = await volunteers()
        .where('person_id', '=', personId)
        .where('from_day', '<=', day)
        .where('until_day', '>=', day)
        .where((where) => where.or([where('dismissed_at', 'is', null), where('dismissed_at', '>', at)]))
        .orderBy('branch')
        .execute();
      return [...new Set(rows.map(({ branch }) => branch))];
    },
    insert: (tx: Tx, row: VolunteerRow) =>
      tx.withTables<Tables>().insertInto('forums.volunteer').values(row).execute(),
    dismiss: (tx: Tx, volunteerId: string, at: Date) =>
      tx
        .withTables<Tables>()
        .updateTable('forums.volunteer')
        .set({ dismissed_at: at })
        .where('volunteer_id', '=', volunteerId)
        .execute(),
  };
}
