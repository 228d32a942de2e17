import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { OrderKey } from './tables.ts';

/** 件数: what is counted of some orders. */
type Counted = {
  readonly received: number;
  readonly answered: number;
  readonly inTime: number;
  readonly solved: number;
  readonly reopened: number;
};

/** SQL of counting some orders, in one query; who sees them the row policies say, and tip-offs are left out. */
export function createStandingStore(db: Db) {
  return async (keys: readonly OrderKey[]): Promise<Counted> => {
    const { rows } = await sql<Counted>`
      select count(*)::integer as received,
        count(*) filter (where replied_on is not null)::integer as answered,
        count(*) filter (where in_time)::integer as "inTime",
        count(*) filter (where satisfied)::integer as solved,
        count(*) filter (where exists (
          select from hotline.step
          where step.city = one.city and step.order_id = one.order_id and step.type = 'reopened'
        ))::integer as reopened
      from hotline."order" as one
      where not tip_off and (city, order_id) in (
        select * from unnest(${keys.map(({ city }) => city)}::text[], ${keys.map(({ orderId }) => orderId)}::uuid[])
      )`.execute(db);
    return rows[0] ?? { received: 0, answered: 0, inTime: 0, solved: 0, reopened: 0 };
  };
}
