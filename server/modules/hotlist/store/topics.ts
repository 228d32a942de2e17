import { sql, type Updateable } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { BoardRow, StepRow, Tables, TopicRow } from './tables.ts';

export type TopicStore = ReturnType<typeof createTopicStore>;
/** Two days, both counted. */
type Span = { readonly from: string; readonly to: string };
export type DailyRow = { topic_id: string; day: string; count: number };

/** SQL of the list: its matters, what was done about them, and their daily counts. Whose they are the row policies say. */
export function createTopicStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const topics = (tx: Tx | undefined) => within(tx).selectFrom('hotlist.topic').selectAll();
  return {
    ...createKeeping(db),
    /** What stands on a list, and what left it since a day. */
    list: (since: string, limit: number): Promise<TopicRow[]> =>
      topics(undefined)
        .where(sql<boolean>`(removed_on is null or removed_on >= ${since}::date)`)
        .orderBy('listed_on', 'desc')
        .orderBy('topic_id')
        .limit(limit)
        .execute(),
    find: (topicId: string, tx?: Tx): Promise<TopicRow | undefined> =>
      topics(tx).where('topic_id', '=', topicId).executeTakeFirst(),
    byIds: async (topicIds: readonly string[]): Promise<TopicRow[]> =>
      topicIds.length === 0 ? [] : topics(undefined).where('topic_id', 'in', topicIds).execute(),
    lock: (tx: Tx, topicId: string): Promise<TopicRow | undefined> =>
      topics(tx).where('topic_id', '=', topicId).forUpdate().executeTakeFirst(),
    /** What has been picked of a list: by candidate, and by key while it has not been removed. */
    picked: (
      scope: string,
      tx?: Tx,
    ): Promise<Pick<TopicRow, 'topic_id' | 'candidate_id' | 'key' | 'stage'>[]> =>
      within(tx)
        .selectFrom('hotlist.topic')
        .select(['topic_id', 'candidate_id', 'key', 'stage'])
        .where('scope', '=', scope)
        .execute(),
    /** Whether the same matter was picked anew meanwhile and stands on the list. */
    stands: async (tx: Tx, { scope, key }: Pick<TopicRow, 'scope' | 'key'>): Promise<boolean> =>
      (await topics(tx)
        .where('scope', '=', scope)
        .where('key', '=', key)
        .where('stage', '<>', 'removed')
        .executeTakeFirst()) !== undefined,
    /** What is still counted: on a list, or removed since a day. */
    counted: (since: string): Promise<TopicRow[]> =>
      topics(undefined)
        .where(sql<boolean>`(removed_on is null or removed_on >= ${since}::date)`)
        .orderBy('scope')
        .orderBy('topic_id')
        .execute(),
    steps: (topicId: string, tx?: Tx): Promise<StepRow[]> =>
      within(tx)
        .selectFrom('hotlist.step')
        .selectAll()
        .where('topic_id', '=', topicId)
        .orderBy('at')
        .orderBy('step_id')
        .execute(),
    daily: (topicId: string, tx?: Tx): Promise<DailyRow[]> =>
      within(tx)
        .selectFrom('hotlist.daily')
        .selectAll()
        .where('topic_id', '=', topicId)
        .orderBy('day')
        .execute(),
    /** How many orders told of each in some days. */
    async sums(topicIds: readonly string[], { from, to }: Span, tx?: Tx): Promise<Map<string, number>> {
      const { rows } = await sql<{
        topic_id: string;
        sum: number;
      }>`select topic_id, sum(count)::integer as sum
        from hotlist.daily
        where topic_id = any(${topicIds}::uuid[]) and day between ${from}::date and ${to}::date
        group by topic_id`.execute(tx ?? db);
      return new Map(rows.map(({ topic_id, sum }) => [topic_id, sum]));
    },
  };
}

function createKeeping(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** Tells whether it was put on the list; the same matter stands there once. */
    async insert(tx: Tx, row: TopicRow): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await within(tx)
        .insertInto('hotlist.topic')
        .values({ ...row, signals: JSON.stringify(row.signals) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    change: (tx: Tx, topicId: string, to: Updateable<Tables['hotlist.topic']>) =>
      within(tx).updateTable('hotlist.topic').set(to).where('topic_id', '=', topicId).execute(),
    insertStep: (tx: Tx, row: StepRow) =>
      within(tx)
        .insertInto('hotlist.step')
        .values({ ...row, figures: JSON.stringify(row.figures) })
        .execute(),
    /** Days counted again are written over. */
    count: (tx: Tx, rows: readonly DailyRow[]) =>
      sql`insert into hotlist.daily (topic_id, day, count)
        select * from unnest(${rows.map((row) => row.topic_id)}::uuid[], ${rows.map((row) => row.day)}::date[],
          ${rows.map((row) => row.count)}::integer[])
        on conflict (topic_id, day) do update set count = excluded.count`.execute(tx),
    board: (topicId: string, tx?: Tx): Promise<BoardRow | undefined> =>
      within(tx).selectFrom('hotlist.board').selectAll().where('topic_id', '=', topicId).executeTakeFirst(),
    lockBoard: (tx: Tx, topicId: string): Promise<BoardRow | undefined> =>
      within(tx)
        .selectFrom('hotlist.board')
        .selectAll()
        .where('topic_id', '=', topicId)
        .forUpdate()
        .executeTakeFirst(),
    boards: async (topicIds: readonly string[]): Promise<BoardRow[]> =>
      topicIds.length === 0
        ? []
        : within(undefined)
            .selectFrom('hotlist.board')
            .selectAll()
            .where('topic_id', 'in', topicIds)
            .execute(),
    shown: (scopes: readonly string[], limit: number): Promise<BoardRow[]> =>
      within(undefined)
        .selectFrom('hotlist.board')
        .selectAll()
        .where('shown', '=', true)
        .where('scope', 'in', scopes)
        .orderBy('at', 'desc')
        .orderBy('topic_id')
        .limit(limit)
        .execute(),
    insertBoard: (tx: Tx, row: BoardRow) => within(tx).insertInto('hotlist.board').values(row).execute(),
    changeBoard: (tx: Tx, topicId: string, to: Updateable<Tables['hotlist.board']>) =>
      within(tx).updateTable('hotlist.board').set(to).where('topic_id', '=', topicId).execute(),
  };
}
