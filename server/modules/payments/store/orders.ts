import type { Words } from '@tongban/contract';
import { type ColumnType, type Insertable, type Selectable, sql } from 'kysely';
import { type Db, type Maybe, type Moment, newId, type Tx } from '../../../platform/index.ts';
import type { Next } from '../providers/port.ts';
import type { LateRule, OrderEventType, OrderState } from '../rules.ts';

/** A jsonb column: arrives parsed, is written as text. */
type Json<T> = ColumnType<T, string, string>;
/** One amount of an order and why it may be charged. */
export type OrderLine = { readonly name: Words; readonly fen: number; readonly basis: string };

type OrderTable = {
  order_id: string;
  number: string;
  about: string;
  kind: 'fee' | 'fine';
  person_id: string;
  branch: string;
  city: string;
  title: Json<Words>;
  payee: string;
  lines: Json<readonly OrderLine[]>;
  fen: number;
  bill_number: Maybe<string>;
  due_on: Maybe<string>;
  late: ColumnType<LateRule | undefined, string | null | undefined, string | null | undefined>;
  state: OrderState;
  way: Maybe<string>;
  paid_fen: Maybe<number>;
  paid_at: Maybe<Date>;
  paper_id: Maybe<string>;
  version: number;
  opened_at: Moment;
};
type EventTable = {
  order_id: string;
  seq: number;
  type: OrderEventType;
  at: Moment;
  by_id: Maybe<string>;
  data: Json<Record<string, unknown>>;
};
type ChargeTable = {
  charge_id: string;
  order_id: string;
  trade_number: string;
  way: string;
  fen: number;
  next: Json<Next>;
  state: 'open' | 'paid' | 'closed';
  began_at: Moment;
  good_until: Moment;
  asked_at: Maybe<Date>;
};
type Tables = {
  'payments.payment_order': OrderTable;
  'payments.event': EventTable;
  'payments.charge': ChargeTable;
};
export type OrderRow = Selectable<OrderTable>;
export type NewOrderRow = Omit<Insertable<OrderTable>, 'order_id'>;
export type ChargeRow = Selectable<ChargeTable>;
type NewEvent = { type: OrderEventType; at: Date; by?: string; data: Record<string, unknown> };
export type OrderStore = ReturnType<typeof createOrderStore>;

const mostRows = 100;
/** More than are ever open at once at one bureau; what is beyond is asked about in the next minute. */
const mostCharges = 2000;

/** The SQL of orders, what happened to them, and attempts to pay them. */
export function createOrderStore(db: Db) {
  return { ...createOrders(db), ...createCharges(db) };
}

function createOrders(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  const orders = (tx?: Tx) => within(tx).selectFrom('payments.payment_order').selectAll();
  const newest = (tx?: Tx) =>
    orders(tx).orderBy('opened_at', 'desc').orderBy('order_id', 'desc').limit(mostRows);
  return {
    async insert(tx: Tx, row: NewOrderRow): Promise<OrderRow> {
      const whole = { order_id: newId(), ...row };
      return within(tx)
        .insertInto('payments.payment_order')
        .values(whole)
        .returningAll()
        .executeTakeFirstOrThrow();
    },
    find: (orderId: string, tx?: Tx) => orders(tx).where('order_id', '=', orderId).executeTakeFirst(),
    /** Locks an order: whatever happens to it happens one thing after another. */
    lock: (tx: Tx, orderId: string) =>
      orders(tx).where('order_id', '=', orderId).forUpdate().executeTakeFirst(),
    /** The order that stands for one thing; of several the one that was not closed, else the last. */
    findAbout: (about: string, tx?: Tx) =>
      orders(tx)
        .where('about', '=', about)
        .orderBy(sql`state = 'closed'`)
        .orderBy('opened_at', 'desc')
        .limit(1)
        .executeTakeFirst(),
    findBill: (billNumber: string, tx?: Tx) =>
      orders(tx).where('bill_number', '=', billNumber).where('state', '<>', 'closed').executeTakeFirst(),
    ofPerson: (personId: string) => newest().where('person_id', '=', personId).execute(),
    many: (orderIds: readonly string[]) =>
      orderIds.length === 0 ? Promise.resolve([]) : orders().where('order_id', 'in', orderIds).execute(),
    openInBranch: () => newest().where('state', 'in', ['opened', 'quarantined']).execute(),
    byNumber: (number: string) =>
      newest()
        .where((one) =>
          one.or([
            one('number', '=', number),
            one('about', '=', `case:${number}`),
            one('bill_number', '=', number),
          ]),
        )
        .execute(),
    /** Writes an order as it stands after something happened to it. */
    save: (tx: Tx, row: OrderRow) =>
      within(tx)
        .updateTable('payments.payment_order')
        .set({
          ...{ state: row.state, version: row.version, way: row.way ?? null, paid_fen: row.paid_fen ?? null },
          ...{ paid_at: row.paid_at ?? null, paper_id: row.paper_id ?? null },
        })
        .where('order_id', '=', row.order_id)
        .execute(),
    insertEvent: (tx: Tx, orderId: string, seq: number, { by, data, ...event }: NewEvent) =>
      within(tx)
        .insertInto('payments.event')
        .values({ order_id: orderId, seq, ...event, by_id: by ?? null, data: JSON.stringify(data) })
        .execute(),
  };
}

function createCharges(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  const charges = (tx?: Tx) => within(tx).selectFrom('payments.charge').selectAll();
  return {
    insertCharge: (tx: Tx, row: Omit<Insertable<ChargeTable>, 'charge_id'>) =>
      within(tx)
        .insertInto('payments.charge')
        .values({ charge_id: newId(), ...row })
        .execute(),
    charge: (tradeNumber: string, tx?: Tx) =>
      charges(tx).where('trade_number', '=', tradeNumber).executeTakeFirst(),
    chargesOf: (orderId: string, tx?: Tx) =>
      charges(tx)
        .where('order_id', '=', orderId)
        .orderBy('began_at', 'desc')
        .orderBy('charge_id', 'desc')
        .limit(mostRows)
        .execute(),
    paidCharges: (orderIds: readonly string[]) =>
      orderIds.length === 0
        ? Promise.resolve([])
        : charges().where('order_id', 'in', orderIds).where('state', '=', 'paid').execute(),
    /** The charges of several orders, the newest of each first. */
    chargesOfAll: (orderIds: readonly string[], tx?: Tx) =>
      orderIds.length === 0
        ? Promise.resolve([])
        : charges(tx)
            .where('order_id', 'in', orderIds)
            .orderBy('began_at', 'desc')
            .orderBy('charge_id', 'desc')
            .execute(),
    setCharge: (tx: Tx, tradeNumber: string, state: ChargeRow['state']) =>
      within(tx)
        .updateTable('payments.charge')
        .set({ state })
        .where('trade_number', '=', tradeNumber)
        .execute(),
    /** Nothing more is to come by the open charges of an order; the round asks about each once more and closes it. */
    endCharges: (tx: Tx, orderId: string, now: Date) =>
      within(tx)
        .updateTable('payments.charge')
        .set({ good_until: now })
        .where('order_id', '=', orderId)
        .where('state', '=', 'open')
        .where('good_until', '>', now)
        .execute(),
    /** Open charges nobody has asked the provider about since a moment; who has waited longest for it comes first. */
    openCharges: (since: Date) =>
      charges()
        .where('state', '=', 'open')
        .where((or) => or.or([or('asked_at', 'is', null), or('asked_at', '<=', since)]))
        .orderBy(sql`coalesce(asked_at, began_at)`)
        .orderBy('charge_id')
        .limit(mostCharges)
        .execute(),
    asked: (tradeNumber: string, at: Date) =>
      within()
        .updateTable('payments.charge')
        .set({ asked_at: at })
        .where('trade_number', '=', tradeNumber)
        .execute(),
  };
}
