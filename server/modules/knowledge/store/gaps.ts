import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { GapRow, Tables } from './tables.ts';

/** SQL of what was looked for and not found. */
export function createGapStore(db: Db) {
  return {
    count: (
      tx: Tx,
      { scope, words, outside, at }: { scope: string; words: string; outside: boolean; at: Date },
    ) =>
      sql`insert into knowledge.gap as gap (scope, words, asked, asked_outside, first_at, last_at)
        values (${scope}, ${words}, 1, ${outside ? 1 : 0}, ${at}, ${at})
        on conflict (scope, words) do update set
          asked = gap.asked + 1, asked_outside = gap.asked_outside + excluded.asked_outside, last_at = excluded.last_at,
          settled_at = case when gap.settled_at < excluded.last_at - interval '30 days' then null else gap.settled_at end`.execute(
        tx,
      ),
    openGaps: (scopes: readonly string[], limit: number, tx?: Tx): Promise<GapRow[]> =>
      (tx ?? db)
        .withTables<Tables>()
        .selectFrom('knowledge.gap')
        .selectAll()
        .where('settled_at', 'is', null)
        .where('scope', 'in', scopes)
        .orderBy('asked', 'desc')
        .orderBy('words')
        .limit(limit)
        .execute(),
    countGaps: async (scopes: readonly string[]): Promise<number> => {
      const row = await db
        .withTables<Tables>()
        .selectFrom('knowledge.gap')
        .select((see) => see.fn.countAll<number>().as('count'))
        .where('settled_at', 'is', null)
        .where('scope', 'in', scopes)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
    settle: (tx: Tx, { scope, words, at }: { scope: string; words: string; at: Date }) =>
      tx
        .withTables<Tables>()
        .updateTable('knowledge.gap')
        .set({ settled_at: at })
        .where('scope', '=', scope)
        .where('words', '=', words)
        .execute(),
    /** What was asked once and long ago is forgotten. */
    forgetBefore: (tx: Tx, at: Date) =>
      tx
        .withTables<Tables>()
        .deleteFrom('knowledge.gap')
        .where('last_at', '<', at)
        .where((see) => see.or([see('asked', '<', 3), see('settled_at', 'is not', null)]))
        .execute(),
  };
}
