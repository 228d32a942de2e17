import { sql } from 'kysely';
import type { Db, Moment, Tx } from '../../platform/index.ts';

/** One line of the feed, numbered. */
export type FeedLine = { readonly seq: number } & Readonly<Record<string, unknown>>;
export type Way = 'file' | 'push';
type CursorTable = { way: Way; seq: number; attempts: number; due_at: Moment };
type Tables = { 'insight.feed_cursor': CursorTable };
type Cursor = { readonly seq: number; readonly attempts: number };
export type FeedStore = ReturnType<typeof createFeedStore>;

/** SQL of the feed: what is told, and how far each way out has come. */
export function createFeedStore(db: Db) {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    add: (tx: Tx, item: object, at: Date) =>
      sql`insert into insight.feed_item (at, item) values (${at}, ${JSON.stringify(item)}::jsonb)`.execute(
        tx,
      ),
    /** How far a way has come, held while it goes on; nothing while another holds it or before its next try. */
    hold: (tx: Tx, way: Way, now: Date): Promise<Cursor | undefined> =>
      within(tx)
        .selectFrom('insight.feed_cursor')
        .select(['seq', 'attempts'])
        .where('way', '=', way)
        .where('due_at', '<=', now)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst(),
    after: async (tx: Tx, seq: number, limit: number): Promise<FeedLine[]> => {
      const { rows } = await sql<{ seq: number; item: object }>`
        select seq, item from insight.feed_item where seq > ${seq} order by seq limit ${limit}`.execute(tx);
      return rows.map((row) => ({ seq: row.seq, ...row.item }));
    },
    move: (tx: Tx, way: Way, to: Cursor & { due_at: Date }) =>
      within(tx).updateTable('insight.feed_cursor').set(to).where('way', '=', way).execute(),
    /** What every way out has told, and is older than this, is forgotten. */
    trim: (before: Date, ways: readonly Way[]) =>
      sql`delete from insight.feed_item where at < ${before}
        and seq <= (select min(seq) from insight.feed_cursor where way = any(${ways}::text[]))`.execute(db),
    standing: async (): Promise<{ lines: number; ways: Map<Way, Cursor> }> => {
      const { rows } = await sql<{ last: number }>`
        select coalesce(max(seq), 0) as last from insight.feed_item`.execute(db);
      const cursors = await db
        .withTables<Tables>()
        .selectFrom('insight.feed_cursor')
        .select(['way', 'seq', 'attempts'])
        .execute();
      const furthest = Math.max(rows[0]?.last ?? 0, ...cursors.map(({ seq }) => seq));
      return { lines: furthest, ways: new Map(cursors.map((one) => [one.way, one])) };
    },
  };
}
