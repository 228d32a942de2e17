import { type Db, type Maybe, newId } from '../../../platform/index.ts';
import { spanOf } from '../days.ts';
import type { Standing, StatementLine } from '../providers/port.ts';

type PretendedTable = {
  trade_number: string;
  fen: number;
  state: 'open' | 'paid' | 'closed';
  transaction_number: Maybe<string>;
  paid_at: Maybe<Date>;
  refunded_fen: number;
  refunded_at: Maybe<Date>;
};
type Tables = { 'payments.pretended': PretendedTable };

/** The SQL of what the pretended provider remembers: its own books, which no module of the house reads. */
export function createPretendedBooks(db: Db) {
  const books = db.withTables<Tables>();
  const find = (tradeNumber: string) =>
    books
      .selectFrom('payments.pretended')
      .selectAll()
      .where('trade_number', '=', tradeNumber)
      .executeTakeFirst();
  return {
    async open(tradeNumber: string, fen: number): Promise<void> {
      const row = { trade_number: tradeNumber, fen, state: 'open' as const, refunded_fen: 0 };
      await books
        .insertInto('payments.pretended')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async pay(tradeNumber: string, at: Date): Promise<void> {
      await books
        .updateTable('payments.pretended')
        .set({ state: 'paid', transaction_number: `SIM${newId().replaceAll('-', '')}`, paid_at: at })
        .where('trade_number', '=', tradeNumber)
        .where('state', '=', 'open')
        .execute();
    },
    async close(tradeNumber: string): Promise<void> {
      await books
        .updateTable('payments.pretended')
        .set({ state: 'closed' })
        .where('trade_number', '=', tradeNumber)
        .where('state', '=', 'open')
        .execute();
    },
    async refund(tradeNumber: string, fen: number, at: Date): Promise<void> {
      await books
        .updateTable('payments.pretended')
        .set({ refunded_fen: fen, refunded_at: at })
        .where('trade_number', '=', tradeNumber)
        .where('state', '=', 'paid')
        .where('refunded_at', 'is', null)
        .execute();
    },
    async standing(tradeNumber: string): Promise<Standing> {
      const row = await find(tradeNumber);
      if (row?.paid_at === undefined) return { state: row?.state === 'closed' ? 'closed' : 'open' };
      const { fen, transaction_number: transaction = '', paid_at: at } = row;
      return { state: 'paid', paid: { tradeNumber, transaction, fen, currency: 'CNY', at } };
    },
    statement: (day: string) => statementOf(db, day),
  };
}

/** What was paid and paid back on a day. */
async function statementOf(db: Db, day: string): Promise<StatementLine[]> {
  const { from, to } = spanOf(day);
  const of = (column: 'paid_at' | 'refunded_at') =>
    db
      .withTables<Tables>()
      .selectFrom('payments.pretended')
      .selectAll()
      .where(column, '>=', from)
      .where(column, '<', to)
      .orderBy('trade_number')
      .execute();
  const [paid, back] = await Promise.all([of('paid_at'), of('refunded_at')]);
  return [
    ...paid.map(({ trade_number: tradeNumber, fen }) => ({ said: 'paid' as const, tradeNumber, fen })),
    ...back.map(({ trade_number: tradeNumber, refunded_fen: fen }) => ({
      ...{ said: 'refunded' as const, tradeNumber, fen },
    })),
  ];
}
