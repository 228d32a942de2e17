import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { OrderRow, StepRow, Tables } from './tables.ts';

/** Which public answers somebody asks for. */
export type OpenSearch = {
  readonly city?: string;
  readonly answers?: readonly string[];
  readonly matters?: readonly string[];
  readonly closed?: boolean;
  readonly from: Date;
  readonly to: Date;
  readonly by: 'received' | 'answered';
  readonly limit: number;
  readonly offset: number;
};
type OpenRow = {
  answer_id: string;
  city: string;
  title: string;
  question: string;
  reply: string;
  unit: string;
  matter: string | undefined;
  closed: boolean;
  received_on: string;
  on_day: string;
};

/** SQL of what other systems read of orders: those they passed on, and answers anybody may read. */
export function createPassedStore(db: Db) {
  const within = () => db.withTables<Tables>();
  return {
    byNumbers: async (numbers: readonly string[]): Promise<OrderRow[]> =>
      numbers.length === 0
        ? []
        : within()
            .selectFrom('hotline.order')
            .selectAll()
            .where('city', 'in', [...new Set(numbers.map((number) => number.slice(0, 4)))])
            .where('number', 'in', numbers)
            .where('tip_off', '=', false)
            .execute(),
    /** The last reply to each of some orders. */
    replies: async (orders: readonly OrderRow[]): Promise<StepRow[]> =>
      orders.length === 0
        ? []
        : within()
            .selectFrom('hotline.step')
            .selectAll()
            .distinctOn(['city', 'order_id'])
            .where('city', 'in', [...new Set(orders.map(({ city }) => city))])
            .where(
              'order_id',
              'in',
              orders.map(({ order_id: id }) => id),
            )
            .where('type', '=', 'replied')
            .orderBy('city')
            .orderBy('order_id')
            .orderBy('seq', 'desc')
            .execute(),
    open: (search: OpenSearch): Promise<OpenRow[]> => open(db, search),
  };
}

async function open(db: Db, search: OpenSearch): Promise<OpenRow[]> {
  const { city, answers, matters, closed, from, to, by, limit, offset } = search;
  const { rows } = await sql<OpenRow>`
    select answer.answer_id, answer.city, answer.title, answer.question, answer.reply, answer.unit,
      "order".matter, "order".stage = 'closed' as closed, answer.on_day::text,
      (("order".received_at at time zone 'Asia/Shanghai')::date)::text as received_on
    from hotline.answer
    join hotline."order" using (city, order_id)
    where answer.shown and not "order".tip_off
      and (${city ?? null}::text is null or answer.city = ${city ?? null})
      and (${answers ?? null}::uuid[] is null or answer.answer_id = any(${answers ?? null}::uuid[]))
      and (${matters ?? null}::text[] is null or "order".matter = any(${matters ?? null}::text[]))
      and (${closed ?? null}::boolean is null or ("order".stage = 'closed') = ${closed ?? null})
      -- Nothing is answered before it was received.
      and answer.on_day >= (${from}::timestamptz at time zone 'Asia/Shanghai')::date
      and ${
        by === 'received'
          ? sql`"order".received_at between ${from} and ${to}`
          : sql`answer.on_day <= (${to}::timestamptz at time zone 'Asia/Shanghai')::date`
      }
    order by ${by === 'received' ? sql`"order".received_at desc` : sql`answer.on_day`}, answer.answer_id
    limit ${limit} offset ${offset}`.execute(db);
  return rows;
}
