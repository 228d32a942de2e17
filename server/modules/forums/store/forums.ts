import { sql, type Updateable } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { ForumRow, Tables } from './tables.ts';

export type ForumStore = ReturnType<typeof createForumStore>;
type Begun = {
  readonly branch: string;
  readonly now: Date;
  /** Only what has not run out either. */
  readonly lasting: boolean;
  readonly limit: number;
};

/** SQL of forums; whose they are the row policies say. */
export function createForumStore(db: Db) {
  const forums = (tx?: Tx) => (tx ?? db).withTables<Tables>().selectFrom('forums.forum').selectAll();
  return {
    latest: (limit: number): Promise<ForumRow[]> =>
      forums().orderBy('starts_at', 'desc').orderBy('forum_id').limit(limit).execute(),
    /** Those that take what a branch takes in: its own and those above it, begun and not ended. */
    begun: ({ branch, now, lasting, limit }: Begun): Promise<ForumRow[]> =>
      forums()
        .where(sql<boolean>`(branch = ${branch} or starts_with(${branch}, branch || '/'))`)
        // Into a contact desk goes only what volunteers say themselves.
        .where('kind', '<>', 'contact-desk')
        .where('closed_at', 'is', null)
        .where('starts_at', '<=', now)
        .$if(lasting, (query) => query.where('ends_at', '>', now))
        .orderBy('starts_at', 'desc')
        .orderBy('forum_id')
        .limit(limit)
        .execute(),
    find: (forumId: string, tx?: Tx): Promise<ForumRow | undefined> =>
      forums(tx).where('forum_id', '=', forumId).executeTakeFirst(),
    lock: (tx: Tx, forumId: string): Promise<ForumRow | undefined> =>
      forums(tx).where('forum_id', '=', forumId).forUpdate().executeTakeFirst(),
    byIds: async (forumIds: readonly string[]): Promise<ForumRow[]> =>
      forumIds.length === 0
        ? []
        : forums()
            .where('forum_id', 'in', forumIds)
            .orderBy('starts_at', 'desc')
            .orderBy('forum_id')
            .execute(),
    /** 警民联系台 of some branches; there is one of each at most. */
    contactDesks: async (branches: readonly string[], tx?: Tx): Promise<ForumRow[]> =>
      branches.length === 0
        ? []
        : forums(tx)
            .where('kind', '=', 'contact-desk')
            .where('branch', 'in', branches)
            .orderBy('branch')
            .execute(),
    /** Tells whether it was not there yet. */
    async insertOnce(tx: Tx, row: ForumRow): Promise<boolean> {
      const { numInsertedOrUpdatedRows: count = 0n } = await tx
        .withTables<Tables>()
        .insertInto('forums.forum')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return count > 0n;
    },
    insert: (tx: Tx, row: ForumRow) =>
      tx.withTables<Tables>().insertInto('forums.forum').values(row).execute(),
    change: (tx: Tx, forumId: string, to: Updateable<Tables['forums.forum']>) =>
      tx.withTables<Tables>().updateTable('forums.forum').set(to).where('forum_id', '=', forumId).execute(),
    /** How many orders each has, in one query. */
    async sizes(forumIds: readonly string[]): Promise<Map<string, number>> {
      const { rows } = await sql<{ forum_id: string; n: number }>`select forum_id, count(*)::integer as n
        from forums.entry
        where forum_id = any(${forumIds}::uuid[])
        group by forum_id`.execute(db);
      return new Map(rows.map(({ forum_id, n }) => [forum_id, n]));
    },
  };
}
