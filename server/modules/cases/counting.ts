import { sql } from 'kysely';
import type { Db } from '../../platform/index.ts';

/** 收件数: how many cases a day of Shanghai brought by one channel; `unknown` where the channel was not yet kept. */
export type Submissions = { readonly day: string; readonly channel: string; readonly count: number };

/** Counts what was handed in from one day to another, by channel. */
export function createSubmissionCount(db: Db) {
  return async ({ from, to }: { from: string; to: string }): Promise<Submissions[]> => {
    const { rows } =
      await sql<Submissions>`select (submitted_at at time zone 'Asia/Shanghai')::date::text as day,
        coalesce(channel, 'unknown') as channel, count(*)::integer
      from cases.case
      where submitted_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
        and submitted_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      group by 1, 2
      order by 1, 2`.execute(db);
    return rows;
  };
}
