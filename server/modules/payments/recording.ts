import { Problem } from '@tongban/kernel';
import { enqueue, publish, type Tx } from '../../platform/index.ts';
import { billPaidJob } from './bills.ts';
import { paymentPaid, paymentRefunded } from './events.ts';
import type { Parts } from './parts.ts';
import { type OrderEvent, stateAfter } from './rules.ts';
import type { OrderRow } from './store/orders.ts';

/** 记一笔: adds what happened to a locked order and writes it as it stands now; what cannot happen is refused. */
export async function record(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  tx: Tx,
  { row, event: happening, by }: { row: OrderRow; event: OrderEvent; by?: string | undefined },
): Promise<OrderRow> {
  const { type, ...data } = happening;
  const state = stateAfter(row.state, type);
  if (state === undefined) throw refused();
  const event = { type, at: clock(), data, ...(by === undefined ? {} : { by }) };
  await store.insertEvent(tx, row.order_id, row.version, event);
  const next = { ...row, state, version: row.version + 1 };
  await store.save(tx, next);
  return next;
}

type PaidWish = { row: OrderRow; way: string; fen: number; at: Date; transaction: string; by?: string };

/** 缴清: the order is paid, other attempts to pay it run out, and others are told; its receipt follows. */
export async function recordPaid(parts: Parts, tx: Tx, { row, way, fen, at, ...wish }: PaidWish) {
  const { store, clock } = parts;
  const { transaction, by } = wish;
  const event = { type: 'paid', fen, way, transaction } as const;
  const whole = await record(parts, tx, { row: { ...row, way, paid_fen: fen, paid_at: at }, event, by });
  await store.endCharges(tx, row.order_id, clock());
  await publish(tx, paymentPaid(happened(whole)), clock());
  if (row.bill_number !== undefined) {
    const told = { billNumber: row.bill_number, fen, at: at.toISOString(), reference: row.number };
    await enqueue(tx, { job: billPaidJob, data: told, maxAttempts: 50 });
  }
  return whole;
}

/** 退清: the money is back. */
export async function recordRefunded(parts: Parts, tx: Tx, row: OrderRow, refundNumber: string) {
  const next = await record(parts, tx, { row, event: { type: 'refunded', refundNumber } });
  await publish(tx, paymentRefunded(happened(next)), parts.clock());
  return next;
}

/** What every fact about an order tells of it. */
export function happened(row: OrderRow) {
  return {
    ...{ order: row.order_id, number: row.number, about: row.about, title: row.title },
    ...{ personId: row.person_id, branch: row.branch, fen: row.paid_fen ?? row.fen },
  };
}

export function refused(): Problem {
  return new Problem('payments.state', 'conflict', '这张缴款单的状态已经变了，刷新后再看');
}
