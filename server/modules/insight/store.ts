import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/index.ts';

export type Axis = 'all' | 'kind' | 'channel' | 'matter' | 'fraud';
const measures = ['received', 'closed', 'satisfied', 'reopened'] as const;
export type Measures = Readonly<Record<(typeof measures)[number], number>>;
/** 计数: so much more of something at a desk on a day. */
export type Count = Partial<Measures> & {
  readonly axis: Axis;
  readonly value: string;
  readonly day: string;
  readonly branch: string;
  readonly city: string;
};
export type Span = { readonly from: string; readonly to: string };
export type Sum = Measures & { readonly axis: Axis; readonly value: string };
type RegionSum = Measures & { readonly city: string };
export type CountStore = ReturnType<typeof createCountStore>;

const chunk = 2000;
const reached = (branch: string) => sql<boolean>`(branch collate "C" = ${branch}
  or (branch collate "C" >= ${`${branch}/`} and branch collate "C" < ${`${branch}0`}))`;
const summed = sql`sum(received)::integer as received, sum(closed)::integer as closed, sum(satisfied)::integer as satisfied, sum(reopened)::integer as reopened`;

/** SQL of day counts: written by what happens, read by span and place. */
export function createCountStore(db: Db) {
  const within = ({ from, to }: Span) => sql`day between ${from}::date and ${to}::date`;
  return {
    async add(tx: Tx, counts: readonly Count[]): Promise<void> {
      for (let at = 0; at < counts.length; at += chunk) await addSome(tx, counts.slice(at, at + chunk));
    },
    clear: (tx: Tx) => sql`delete from insight.day_count`.execute(tx),
    /** Everything of a span, by axis and value. */
    sums: async (branch: string, span: Span): Promise<Sum[]> =>
      (
        await sql<Sum>`select axis, value, ${summed} from insight.day_count
          where ${within(span)} and ${reached(branch)} group by axis, value`.execute(db)
      ).rows,
    regions: async (branch: string, span: Span): Promise<RegionSum[]> =>
      (
        await sql<RegionSum>`select city, ${summed} from insight.day_count
          where axis = 'all' and ${within(span)} and ${reached(branch)} group by city`.execute(db)
      ).rows,
    /** What was received day by day, of everything or of each matter. */
    days: async (branch: string, { axis, ...span }: Span & { axis: 'all' | 'matter' }) =>
      (
        await sql<{ value: string; day: string; count: number }>`
          select value, day::text, sum(received)::integer as count from insight.day_count
          where axis = ${axis} and ${within(span)} and ${reached(branch)} group by value, day order by day`.execute(
          db,
        )
      ).rows,
  };
}

async function addSome(tx: Tx, counts: readonly Count[]): Promise<void> {
  if (counts.length === 0) return;
  const texts = (name: 'axis' | 'value' | 'branch' | 'city' | 'day') => counts.map((one) => one[name]);
  const numbers = (name: keyof Measures) => counts.map((one) => one[name] ?? 0);
  await sql`
    insert into insight.day_count (axis, day, branch, city, value, received, closed, satisfied, reopened)
    select axis, day, branch, city, value, sum(received), sum(closed), sum(satisfied), sum(reopened)
    from unnest(
      ${texts('axis')}::text[], ${texts('day')}::date[], ${texts('branch')}::text[], ${texts('city')}::text[],
      ${texts('value')}::text[], ${numbers('received')}::integer[], ${numbers('closed')}::integer[],
      ${numbers('satisfied')}::integer[], ${numbers('reopened')}::integer[]
    ) as more (axis, day, branch, city, value, received, closed, satisfied, reopened)
    group by axis, day, branch, city, value
    on conflict on constraint day_count_pk do update set
      received = day_count.received + excluded.received, closed = day_count.closed + excluded.closed,
      satisfied = day_count.satisfied + excluded.satisfied,
      reopened = day_count.reopened + excluded.reopened`.execute(tx);
}
