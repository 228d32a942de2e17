import { type Insertable, type Selectable, sql } from 'kysely';
import { type Db, type Maybe, type Moment, newId, type Tx } from '../../../platform/index.ts';
import type { HeldWhy } from '../rules.ts';

type PaymentTable = {
  payment_id: string;
  order_id: Maybe<string>;
  way: string;
  transaction_number: string;
  trade_number: string;
  fen: number;
  currency: string;
  paid_at: Moment;
  heard_at: Moment;
  heard_by: 'callback' | 'query' | 'window';
  why: HeldWhy | '';
  settled_at: Maybe<Date>;
  settled_by: Maybe<string>;
  settled_how: Maybe<string>;
};
type RefundTable = {
  refund_id: string;
  order_id: string;
  refund_number: string;
  fen: number;
  reason: string;
  state: 'asked' | 'confirmed' | 'done' | 'declined';
  asked_by: string;
  asked_at: Moment;
  settled_by: Maybe<string>;
  settled_at: Maybe<Date>;
  done_at: Maybe<Date>;
};
type StatementTable = {
  way: string;
  day: string;
  read_at: Moment;
  there_count: number;
  there_fen: number;
  here_count: number;
  here_fen: number;
};
type DifferenceTable = {
  difference_id: string;
  way: string;
  day: string;
  kind: 'only-there' | 'only-here' | 'amount' | 'refund';
  trade_number: string;
  here_fen: Maybe<number>;
  there_fen: Maybe<number>;
  explained_at: Maybe<Date>;
  explained_by: Maybe<string>;
  explained_how: Maybe<string>;
};
type Tables = {
  'payments.payment': PaymentTable;
  'payments.refund': RefundTable;
  'payments.statement': StatementTable;
  'payments.difference': DifferenceTable;
};
export type PaymentRow = Selectable<PaymentTable>;
type NewPayment = Omit<Insertable<PaymentTable>, 'payment_id'>;
export type RefundRow = Selectable<RefundTable>;
type DifferenceRow = Selectable<DifferenceTable>;
type NewDifference = Pick<DifferenceRow, 'way' | 'day' | 'kind' | 'trade_number'> & {
  here_fen?: number;
  there_fen?: number;
};
export type MoneyStore = ReturnType<typeof createMoneyStore>;
type Span = { readonly from: Date; readonly to: Date };
type Settling = { readonly id: string; readonly by: string; readonly at: Date; readonly how: string };

const mostRows = 200;

/** The SQL of money that came, money that goes back, and what the statements of providers say. */
export function createMoneyStore(db: Db) {
  return { ...createPayments(db), ...createRefunds(db), ...createStatements(db) };
}

function createPayments(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  return {
    /** Records money once, however often it is told of; undefined where it is known already. */
    async insertPayment(tx: Tx, row: NewPayment): Promise<string | undefined> {
      const inserted = await within(tx)
        .insertInto('payments.payment')
        .values({ payment_id: newId(), ...row })
        .onConflict((conflict) => conflict.constraint('payment_heard_once').doNothing())
        .returning('payment_id')
        .executeTakeFirst();
      return inserted?.payment_id;
    },
    /** Whether this very transaction has counted already. */
    async counted(tx: Tx, way: string, transaction: string): Promise<boolean> {
      const row = await within(tx)
        .selectFrom('payments.payment')
        .select('payment_id')
        .where('way', '=', way)
        .where('transaction_number', '=', transaction)
        .where('why', '=', '')
        .executeTakeFirst();
      return row !== undefined;
    },
    countedIn: (way: string, { from, to }: Span) =>
      within()
        .selectFrom('payments.payment')
        .selectAll()
        .where('way', '=', way)
        .where('why', '=', '')
        .where('paid_at', '>=', from)
        .where('paid_at', '<', to)
        .orderBy('payment_id')
        .execute(),
    totals: ({ from, to }: Span) =>
      within()
        .selectFrom('payments.payment')
        .select(['way', sql<number>`count(*)`.as('count'), sql<number>`sum(fen)`.as('fen')])
        .where('why', '=', '')
        .where('order_id', 'is not', null)
        .where('paid_at', '>=', from)
        .where('paid_at', '<', to)
        .groupBy('way')
        .orderBy('way')
        .execute(),
    held: () =>
      within()
        .selectFrom('payments.payment')
        .selectAll()
        .where('why', '<>', '')
        .where('settled_at', 'is', null)
        .orderBy('heard_at')
        .limit(mostRows)
        .execute(),
    payment: (tx: Tx, paymentId: string) =>
      within(tx)
        .selectFrom('payments.payment')
        .selectAll()
        .where('payment_id', '=', paymentId)
        .forUpdate()
        .executeTakeFirst(),
    settlePayment: (tx: Tx, { id, by, at, how }: Settling) =>
      within(tx)
        .updateTable('payments.payment')
        .set({ settled_at: at, settled_by: by, settled_how: how })
        .where('payment_id', '=', id)
        .execute(),
    async heldOf(tx: Tx, orderId: string): Promise<number> {
      const { count } = await within(tx)
        .selectFrom('payments.payment')
        .select(sql<number>`count(*)`.as('count'))
        .where('order_id', '=', orderId)
        .where('why', '<>', '')
        .where('settled_at', 'is', null)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

function createRefunds(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  const refunds = (tx?: Tx) => within(tx).selectFrom('payments.refund').selectAll();
  return {
    insertRefund: (tx: Tx, row: Omit<Insertable<RefundTable>, 'refund_id'>) =>
      within(tx)
        .insertInto('payments.refund')
        .values({ refund_id: newId(), ...row })
        .execute(),
    lockRefund: (tx: Tx, refundId: string) =>
      refunds(tx).where('refund_id', '=', refundId).forUpdate().executeTakeFirst(),
    openRefunds: () =>
      refunds()
        .where('state', 'in', ['asked', 'confirmed'])
        .orderBy('asked_at')
        .orderBy('refund_id')
        .limit(mostRows)
        .execute(),
    /** The refunds of orders that are not declined. */
    async standingRefunds(orderIds: readonly string[], tx?: Tx): Promise<RefundRow[]> {
      if (orderIds.length === 0) return [];
      return refunds(tx).where('order_id', 'in', orderIds).where('state', '<>', 'declined').execute();
    },
    settleRefund: (
      tx: Tx,
      refundId: string,
      to: Pick<RefundRow, 'state'> & { settled_by: string; settled_at: Date },
    ) => within(tx).updateTable('payments.refund').set(to).where('refund_id', '=', refundId).execute(),
    refundDone: (tx: Tx, refundId: string, at: Date) =>
      within(tx)
        .updateTable('payments.refund')
        .set({ state: 'done', done_at: at })
        .where('refund_id', '=', refundId)
        .execute(),
    /** Confirmed refunds that were on their way within a span, done in it or still under way after it. */
    refundsUnderWayIn: ({ from, to }: Span) =>
      refunds()
        .where('state', 'in', ['confirmed', 'done'])
        .where('settled_at', '<', to)
        .where((one) => one.or([one('done_at', 'is', null), one('done_at', '>=', from)]))
        .orderBy('refund_id')
        .execute(),
    refundsDoneIn: ({ from, to }: Span) =>
      refunds().where('done_at', '>=', from).where('done_at', '<', to).orderBy('refund_id').execute(),
  };
}

function createStatements(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  return {
    /** A statement read again replaces what it said before; what was explained stays explained. */
    async keepStatement(
      tx: Tx,
      row: Insertable<StatementTable>,
      found: readonly NewDifference[],
    ): Promise<void> {
      const { way, day } = row;
      await within(tx)
        .insertInto('payments.statement')
        .values(row)
        .onConflict((conflict) => conflict.columns(['way', 'day']).doUpdateSet(row))
        .execute();
      const kept = found.map(({ trade_number: number }) => number);
      await within(tx)
        .deleteFrom('payments.difference')
        .where('way', '=', way)
        .where('day', '=', day)
        .where('explained_at', 'is', null)
        .where(sql<boolean>`trade_number <> all(${kept}::text[])`)
        .execute();
      if (found.length === 0) return;
      await within(tx)
        .insertInto('payments.difference')
        .values(found.map((one) => ({ difference_id: newId(), ...one })))
        .onConflict((conflict) => conflict.constraint('difference_once').doNothing())
        .execute();
    },
    /** The ways whose statement of a day has been read and agrees with what is kept here, or is explained. */
    async agreed(day: string): Promise<string[]> {
      const rows = await within()
        .selectFrom('payments.statement as read')
        .select('read.way')
        .where('read.day', '=', day)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('payments.difference as open')
                .select('open.difference_id')
                .whereRef('open.way', '=', 'read.way')
                .whereRef('open.day', '=', 'read.day')
                .where('open.explained_at', 'is', null),
            ),
          ),
        )
        .execute();
      return rows.map(({ way }) => way);
    },
    statements: (day: string) =>
      within().selectFrom('payments.statement').selectAll().where('day', '=', day).execute(),
    /** Differences of a day, and of earlier days those nobody has explained. */
    differences: (day: string) =>
      within()
        .selectFrom('payments.difference')
        .selectAll()
        .where((or) => or.or([or('day', '=', day), or('explained_at', 'is', null)]))
        .orderBy('day')
        .orderBy('trade_number')
        .limit(mostRows)
        .execute(),
    async explain(tx: Tx, { id, by, at, how }: Settling): Promise<boolean> {
      const { numUpdatedRows } = await within(tx)
        .updateTable('payments.difference')
        .set({ explained_at: at, explained_by: by, explained_how: how })
        .where('difference_id', '=', id)
        .where('explained_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
