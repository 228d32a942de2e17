import Type from 'typebox';
import { enqueue, job, type Tx, transaction } from '../../platform/index.ts';
import { lockOrder, type Parts } from './parts.ts';
import { recordRefunded } from './recording.ts';
import type { RefundRow } from './store/money.ts';
import type { OrderRow } from './store/orders.ts';

const refundJob = job('payments.refund', Type.Object({ refund: Type.String() }));
export type Refunding = ReturnType<typeof createRefunding>;

/** 退款: money goes back the way it came, once, however often the provider has to be asked. */
export function createRefunding(parts: Parts) {
  const { db, jobs, money, clock } = parts;
  const done = async (tx: Tx, row: OrderRow, refund: RefundRow) => {
    await money.refundDone(tx, refund.refund_id, clock());
    await recordRefunded(parts, tx, row, refund.refund_number);
  };
  jobs.handle(refundJob, async ({ refund: refundId }) => {
    if (!(await askProvider(parts, refundId))) throw new Error('the refund is under way at the provider');
    await transaction(db, async (tx) => {
      const refund = await money.lockRefund(tx, refundId);
      if (refund?.state !== 'confirmed') return;
      await done(tx, await lockOrder(parts, tx, refund.order_id), refund);
    });
  });
  return {
    /** A confirmed refund: at the window the money is handed back at once, online the provider is asked. */
    async begin(tx: Tx, row: OrderRow, refund: RefundRow): Promise<void> {
      const online = parts.providers.some(({ way }) => way === row.way);
      if (!online) return done(tx, row, refund);
      await enqueue(tx, { job: refundJob, data: { refund: refund.refund_id }, maxAttempts: 50 });
    },
  };
}

/** Whether the money is back; asked again under the same number a provider does it once. */
async function askProvider({ db, money, store, providers }: Parts, refundId: string): Promise<boolean> {
  const known = await transaction(db, async (tx) => {
    const refund = await money.lockRefund(tx, refundId);
    const row = refund === undefined ? undefined : await store.find(refund.order_id, tx);
    const charges = row === undefined ? [] : await store.chargesOf(row.order_id, tx);
    return { refund, row, charge: charges.find(({ state }) => state === 'paid') };
  });
  const { refund, row, charge } = known;
  const provider = providers.find(({ way }) => way === charge?.way);
  if (refund?.state !== 'confirmed' || row === undefined || charge === undefined) return true;
  if (provider === undefined) throw new Error(`no provider for ${charge.way}`);
  const { refund_number: refundNumber, fen, reason } = refund;
  const paidFen = row.paid_fen ?? fen;
  const wish = { tradeNumber: charge.trade_number, refundNumber, fen, paidFen, reason };
  return (await provider.refund(wish)) === 'done';
}
