import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';

/** 计数: what stood at a desk on a day, counted once for everything and once on each axis. */
type Tally = {
  readonly axis: 'all' | 'kind' | 'channel' | 'matter' | 'fraud';
  readonly value: string;
  readonly day: string;
  readonly branch: string;
  readonly city: string;
  readonly received: number;
  readonly closed: number;
  readonly satisfied: number;
  readonly reopened: number;
};

/** SQL of counting everything once, in one pass over the orders and what ended or reopened them. */
export function createTallyStore(db: Db) {
  /** `fraud` are the matters counted apart, of tip-offs too. */
  return async (fraud: readonly string[]): Promise<Tally[]> => {
    const { rows } = await sql<Tally>`
      with told as (
        select city, desk as branch, kind, channel, case when tip_off then null else matter end as matter,
          (received_at at time zone 'Asia/Shanghai')::date as day, 'received' as what
        from hotline."order"
        union all
        select city, desk, kind, channel, case when tip_off then null else matter end,
          (at at time zone 'Asia/Shanghai')::date, step.type
        from hotline.step join hotline."order" using (city, order_id)
        where step.type in ('closed', 'satisfied', 'reopened')
      )
      select case
          when grouping(kind) = 0 then 'kind' when grouping(channel) = 0 then 'channel'
          when grouping(matter) = 0 then 'matter' else 'all'
        end as axis,
        coalesce(kind, channel, matter, '') as value, day::text, branch, city, count(*) filter (where what = 'received')::integer as received,
        count(*) filter (where what = 'closed')::integer as closed,
        count(*) filter (where what = 'satisfied')::integer as satisfied,
        count(*) filter (where what = 'reopened')::integer as reopened
      from told
      group by grouping sets (
        (city, branch, day), (city, branch, day, kind), (city, branch, day, channel), (city, branch, day, matter)
      )
      having grouping(matter) = 1 or matter is not null
      union all
      select 'fraud', matter, ((received_at at time zone 'Asia/Shanghai')::date)::text, desk, city, count(*)::integer, 0, 0, 0
      from hotline."order" where matter = any(${fraud}::text[])
      group by matter, (received_at at time zone 'Asia/Shanghai')::date, desk, city`.execute(db);
    return rows;
  };
}
