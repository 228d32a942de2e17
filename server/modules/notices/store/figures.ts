import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { Weighted } from '../balance.ts';
import type { FigureRow, Tables } from './tables.ts';

const figureDays = 14;
const outwardChannels = 3;

/** All SQL of daily figures and of the weights of providers. */
export function createFigureStore(db: Db) {
  const tables = db.withTables<Tables>();
  return {
    /** Counts what fell due between two moments, per channel. */
    count: async (day: string, promptSeconds: number): Promise<FigureRow[]> => {
      const { rows } = await sql<FigureRow>`select ${day} as day, channel,
          count(*) filter (where state <> 'dropped')::integer as due,
          count(handed_at)::integer as handed,
          count(*) filter (where handed_at <= first_due_at + make_interval(secs => ${promptSeconds}))::integer as prompt,
          count(*) filter (where state = 'delivered')::integer as delivered,
          count(*) filter (where state = 'failed')::integer as failed,
          count(*) filter (where state = 'dropped')::integer as dropped
        from notices.delivery
        where channel = any(${['sms', 'wechat', 'mail']})
          and first_due_at >= (${day}::date)::timestamp at time zone 'Asia/Shanghai'
          and first_due_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'
        group by channel
        order by channel`.execute(db);
      return rows;
    },
    keep: (tx: Tx, rows: readonly FigureRow[]) =>
      tx
        .withTables<Tables>()
        .insertInto('notices.day_figure')
        .values([...rows])
        .onConflict((one) =>
          one.columns(['day', 'channel']).doUpdateSet(({ ref }) => ({
            ...{ due: ref('excluded.due'), handed: ref('excluded.handed'), prompt: ref('excluded.prompt') },
            ...{ delivered: ref('excluded.delivered'), failed: ref('excluded.failed') },
            dropped: ref('excluded.dropped'),
          })),
        )
        .execute(),
    kept: (before: string): Promise<FigureRow[]> =>
      tables
        .selectFrom('notices.day_figure')
        .selectAll()
        .where('day', '<', before)
        .orderBy('day', 'desc')
        .orderBy('channel')
        .limit(outwardChannels * figureDays)
        .execute(),
    /** What was kept of the days of a span. */
    between: ({ from, to }: { from: string; to: string }): Promise<FigureRow[]> =>
      tables
        .selectFrom('notices.day_figure')
        .selectAll()
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('channel')
        .execute(),
    weights: () => tables.selectFrom('notices.provider').selectAll().execute(),
    /** The weights under lock, so that one process at a time moves them; those of new providers begin where they rest. */
    async lockWeights(tx: Tx, resting: readonly Weighted[], now: Date) {
      const within = tx.withTables<Tables>();
      await within
        .insertInto('notices.provider')
        .values(resting.map((one) => ({ ...one, shifted_at: now })))
        .onConflict((one) => one.column('provider').doNothing())
        .execute();
      return within
        .selectFrom('notices.provider')
        .selectAll()
        .where(
          'provider',
          'in',
          resting.map(({ provider }) => provider),
        )
        .orderBy('provider')
        .forUpdate()
        .execute();
    },
    async setWeights(tx: Tx, weights: readonly Weighted[], now: Date) {
      for (const { provider, weight } of weights)
        await tx
          .withTables<Tables>()
          .updateTable('notices.provider')
          .set({ weight, shifted_at: now })
          .where('provider', '=', provider)
          .execute();
    },
  };
}
export type FigureStore = ReturnType<typeof createFigureStore>;
