import type { Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import type { Paid } from './providers/port.ts';
import { record, recordPaid } from './recording.ts';
import { type HeldWhy, judgeMoney } from './rules.ts';
import type { OrderRow } from './store/orders.ts';

/** Money a provider says has come, and how we heard of it. */
export type Told = { readonly way: string; readonly paid: Paid; readonly heardBy: 'callback' | 'query' };
export type Counting = ReturnType<typeof createCounting>;

/**
 * 到账: judges money against the charge it names. It pays its order once; told again it changes nothing; what does not fit is
 * held apart with an alarm, and its order waits for somebody to look.
 */
export function createCounting(parts: Parts) {
  const { store, money } = parts;
  return async (tx: Tx, told: Told): Promise<'paid' | 'held' | 'known'> => {
    const { way, paid } = told;
    const named = await findNamed(parts, tx, told);
    if (await money.counted(tx, way, paid.transaction)) return 'known';
    const verdict = judgeMoney(named && { state: named.row.state, fen: named.charge.fen }, paid);
    const why = verdict.counts ? '' : verdict.why;
    if (!(await keep(parts, tx, { told, why, row: named?.row }))) return 'known';
    if (why !== '' || named === undefined) return hold(parts, tx, { row: named?.row, why, told });
    await store.setCharge(tx, paid.tradeNumber, 'paid');
    const { fen, at, transaction } = paid;
    await recordPaid(parts, tx, { row: named.row, way, fen, at, transaction });
    return 'paid';
  };
}

/** The charge money names, and its order, held; a charge of another way is not the one that is meant. */
async function findNamed({ store }: Parts, tx: Tx, { way, paid }: Told) {
  const charge = await store.charge(paid.tradeNumber, tx);
  const row = charge?.way === way ? await store.lock(tx, charge.order_id) : undefined;
  return charge === undefined || row === undefined ? undefined : { charge, row };
}

type Kept = { told: Told; why: HeldWhy | ''; row: OrderRow | undefined };

/** Whether this was not kept before. */
async function keep({ money, clock }: Parts, tx: Tx, { told, why, row }: Kept): Promise<boolean> {
  const { way, paid, heardBy } = told;
  const inserted = await money.insertPayment(tx, {
    ...{ way, transaction_number: paid.transaction, trade_number: paid.tradeNumber, fen: paid.fen },
    ...{ currency: paid.currency, paid_at: paid.at, heard_at: clock(), heard_by: heardBy },
    ...{ order_id: row?.order_id ?? null, why },
  });
  return inserted !== undefined;
}

async function hold(parts: Parts, tx: Tx, { row, why, told }: Kept): Promise<'held'> {
  const { fen, tradeNumber, transaction, currency } = told.paid;
  const alarm = { alarm: 'payments.held', why, way: told.way, tradeNumber, transaction, fen, currency };
  parts.log.error(alarm, 'money was held apart');
  if (row !== undefined && why !== '' && (row.state === 'opened' || row.state === 'quarantined')) {
    await record(parts, tx, { row, event: { type: 'quarantined', why, fen } });
  }
  return 'held';
}
