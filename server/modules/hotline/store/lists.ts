import type { orderLists } from '@tongban/contract';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { OrderRow, Tables } from './tables.ts';

export type ListStore = ReturnType<typeof createListStore>;
export type DeskList = (typeof orderLists)[number];
export type Cursor = { readonly key: string; readonly id: string };
type ListWish = {
  readonly list: DeskList;
  readonly branch: string;
  readonly personId: string;
  readonly limit: number;
  readonly after?: Cursor;
};
type Query = SelectQueryBuilder<Tables, 'hotline.order', OrderRow>;

const open = sql<boolean>`stage in ('received', 'sorting', 'handling', 'coordinating')`;

/** SQL of lists: each one query with a limit and an order of its own; what a post reaches the row policies say besides. */
export function createListStore(db: Db) {
  const tables = db.withTables<Tables>();
  const orders = (): Query => tables.selectFrom('hotline.order').selectAll();
  return {
    page: (wish: ListWish): Promise<OrderRow[]> => deskPage(db, wish).execute(),
    ofPerson: (personId: string, page: Page): Promise<OrderRow[]> =>
      newest(orders().where('person_id', '=', personId), page).execute(),
    /** What was asked from a phone before; tip-offs are never among it. */
    ofPhone: (indexes: readonly Buffer[], limit: number): Promise<OrderRow[]> =>
      newest(
        orders()
          .where('phone_index', 'in', [...indexes])
          .where('tip_off', '=', false),
        { limit },
      ).execute(),
  };
}
/** One page of a list of the desk, not yet asked for. */
export function deskPage(db: Db, wish: ListWish): Query {
  return pageOf(db.withTables<Tables>().selectFrom('hotline.order').selectAll(), wish);
}

type Page = { limit: number; after?: Cursor };

function newest(query: Query, { limit, after }: Page): Query {
  const sorted = query.orderBy('received_at', 'desc').orderBy('order_id').limit(limit);
  return after === undefined ? sorted : sorted.where(earlier('received_at', after));
}

function pageOf(orders: Query, wish: ListWish): Query {
  const { list, branch, personId, limit, after } = wish;
  switch (list) {
    case 'closed': {
      const sorted = orders
        .where('branch', '=', branch)
        .where('stage', '=', 'closed')
        .orderBy('closed_at', 'desc')
        .orderBy('order_id')
        .limit(limit);
      return after === undefined ? sorted : sorted.where(earlier('closed_at', after));
    }
    case 'call-backs':
      return soonest(
        orders.where(calledFrom(branch, personId)).where('stage', '=', 'call-back'),
        'call_back_on',
        wish,
      );
    case 'mine':
      return soonest(
        orders.where('handler_id', '=', personId).where(sql<boolean>`stage in ('handling', 'coordinating')`),
        'due_on',
        wish,
      );
    case 'inbox':
      return soonest(orders.where('branch', '=', branch).where(open), 'due_on', wish);
    case 'below':
      return soonest(
        orders
          .where(sql<boolean>`branch collate "C" >= ${`${branch}/`} and branch collate "C" < ${`${branch}0`}`)
          .where(open),
        'due_on',
        wish,
      );
    case 'helping':
      return soonest(orders.where(helpedBy(branch)).where(open), 'due_on', wish);
  }
}

/** Whoever took the order in calls back, and whoever replied to it. */
function calledFrom(branch: string, personId: string) {
  return sql<boolean>`(desk = ${branch} or handler_id = ${personId}::uuid)`;
}

function helpedBy(branch: string) {
  return sql<boolean>`(city, order_id) in (select city, order_id from hotline.seat where branch = ${branch} and helps)`;
}

function soonest(
  query: Query,
  by: 'due_on' | 'call_back_on',
  { limit, after }: Pick<ListWish, 'limit' | 'after'>,
): Query {
  const sorted = query.orderBy(by).orderBy('order_id').limit(limit);
  if (after === undefined) return sorted;
  return sorted.where(sql<boolean>`(${sql.ref(by)}, order_id) > (${after.key}::date, ${after.id}::uuid)`);
}

function earlier(by: 'received_at' | 'closed_at', { key, id }: Cursor) {
  return sql<boolean>`(${sql.ref(by)} < ${key}::timestamptz
    or (${sql.ref(by)} = ${key}::timestamptz and order_id > ${id}::uuid))`;
}
