import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { OrderRow, Tables } from './tables.ts';

export type ToldKey = { readonly city: string; readonly orderId: string };
/** What was received from one moment to before another, in the divisions that begin like this, about these matters or any. */
export type ToldSpan = {
  readonly from: Date;
  readonly to: Date;
  readonly division: string;
  readonly matters?: readonly string[];
};
export type ToldStore = ReturnType<typeof createToldStore>;

/** SQL of what was told in a span of time; tip-offs are left out. */
export function createToldStore(db: Db) {
  const orders = () => db.withTables<Tables>().selectFrom('hotline.order').where('tip_off', '=', false);
  return {
    keysIn: async ({ from, to, division, matters }: ToldSpan): Promise<ToldKey[]> => {
      const rows = await orders()
        .select(['city', 'order_id'])
        .where('received_at', '>=', from)
        .where('received_at', '<', to)
        .where(sql<boolean>`starts_with(city, ${division})`)
        .$if(matters !== undefined, (query) => query.where('matter', 'in', matters ?? []))
        .orderBy('received_at')
        .orderBy('order_id')
        .execute();
      return rows.map(({ city, order_id }) => ({ city, orderId: order_id }));
    },
    rows: (keys: readonly ToldKey[]): Promise<OrderRow[]> =>
      orders()
        .selectAll()
        .where(
          sql<boolean>`(city, order_id) in (
            select * from unnest(${keys.map(({ city }) => city)}::text[], ${keys.map(({ orderId }) => orderId)}::uuid[])
          )`,
        )
        .execute(),
  };
}
