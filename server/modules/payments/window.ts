import { randomBytes } from 'node:crypto';
import type { DeskPayment, RefundRow as RefundView } from '@tongban/contract';
import { maskName, Problem, randomPublicNumber } from '@tongban/kernel';
import { newId, type SignedIn, type Tx } from '../../platform/index.ts';
import { lockOrder, type Parts } from './parts.ts';
import { record, recordPaid, refused } from './recording.ts';
import type { Refunding } from './refunding.ts';
import type { OrderRow } from './store/orders.ts';
import { deskView, dueFen } from './views.ts';
import { wayName } from './words.ts';

type Taking = {
  readonly order: string;
  readonly way: 'cash' | 'pos';
  readonly fen: number;
  readonly slip?: string;
};
type Settling = { readonly refund: string; readonly verdict: 'confirm' | 'decline' };

/** 窗口收费: cash and cards at the window, and refunds, which take two people. */
export function createWindow(parts: Parts, refunding: Refunding) {
  const { store, money } = parts;
  const views = async (rows: readonly OrderRow[], tx?: Tx): Promise<DeskPayment[]> => {
    const refunds = await money.standingRefunds(
      rows.map(({ order_id: id }) => id),
      tx,
    );
    const people = await parts.identity.persons(rows.map(({ person_id: id }) => id));
    return rows.map((row) =>
      deskView({
        ...{ row, providers: parts.providers, now: parts.clock() },
        refunding: refunds.some(({ order_id: order }) => order === row.order_id),
        payer: people.get(row.person_id)?.name,
      }),
    );
  };
  const view = async (tx: Tx, orderId: string): Promise<DeskPayment> => {
    const [only] = await views([await lockOrder(parts, tx, orderId)], tx);
    if (only === undefined) throw refused();
    return only;
  };
  return {
    async search(words = ''): Promise<DeskPayment[]> {
      const number = words.trim().toUpperCase();
      return views(await (number === '' ? store.openInBranch() : store.byNumber(number)));
    },
    async take(tx: Tx, caller: SignedIn, taking: Taking): Promise<DeskPayment> {
      await takeMoney(parts, tx, caller, taking);
      return view(tx, taking.order);
    },
    async askRefund(tx: Tx, caller: SignedIn, order: string, reason: string): Promise<DeskPayment> {
      await askRefund(parts, tx, caller, { order, reason: reason.trim() });
      return view(tx, order);
    },
    async settleRefund(tx: Tx, caller: SignedIn, settling: Settling): Promise<DeskPayment> {
      return view(tx, await settleRefund({ parts, refunding }, tx, caller, settling));
    },
    refunds: (caller: SignedIn): Promise<RefundView[]> => listRefunds(parts, caller),
  };
}

async function takeMoney(parts: Parts, tx: Tx, caller: SignedIn, { order, way, fen, slip }: Taking) {
  const { clock, money } = parts;
  const row = await lockOrder(parts, tx, order);
  if (row.state !== 'opened') throw refused();
  refuseAmount(fen, dueFen(row, clock()));
  if ((way === 'pos') !== (slip !== undefined)) throw slipProblem();
  const now = clock();
  const transaction = slip ?? newId();
  const kept = await money.insertPayment(tx, {
    ...{ order_id: order, way, transaction_number: transaction, trade_number: row.number, fen },
    ...{ currency: 'CNY', paid_at: now, heard_at: now, heard_by: 'window', why: '' },
  });
  if (kept === undefined) throw slipProblem();
  await recordPaid(parts, tx, { ...{ row, way, fen, at: now, transaction }, by: caller.personId });
}

async function askRefund(parts: Parts, tx: Tx, caller: SignedIn, wish: { order: string; reason: string }) {
  const { clock, money } = parts;
  const row = await lockOrder(parts, tx, wish.order);
  if (row.state !== 'paid' || row.paid_fen === undefined) throw refused();
  if ((await money.standingRefunds([row.order_id], tx)).length > 0) {
    throw new Problem('payments.refund-asked', 'conflict', '这张缴款单已经申请退费');
  }
  const { reason } = wish;
  await record(parts, tx, { row, event: { type: 'refund-asked', reason }, by: caller.personId });
  await money.insertRefund(tx, {
    ...{ order_id: row.order_id, fen: row.paid_fen, reason, state: 'asked' },
    refund_number: `R${row.number.slice(1)}${randomPublicNumber(4, randomBytes)}`,
    ...{ asked_by: caller.personId, asked_at: clock() },
  });
}

type Sides = { readonly parts: Parts; readonly refunding: Refunding };

/** Answers the order; whoever asked is refused here and by the database. */
async function settleRefund(
  { parts, refunding }: Sides,
  tx: Tx,
  caller: SignedIn,
  { refund: refundId, verdict }: Settling,
) {
  const refund = await parts.money.lockRefund(tx, refundId);
  if (refund === undefined) throw new Problem('payments.refund', 'missing', '没有这个退费申请');
  if (refund.state !== 'asked') throw refused();
  if (refund.asked_by === caller.personId) {
    throw new Problem('payments.two-people', 'forbidden', '退费要两个人：谁申请的，不能由谁确认');
  }
  const row = await lockOrder(parts, tx, refund.order_id);
  const settled = { settled_by: caller.personId, settled_at: parts.clock() };
  if (verdict === 'confirm') {
    await parts.money.settleRefund(tx, refundId, { state: 'confirmed', ...settled });
    await refunding.begin(tx, row, refund);
  } else {
    await parts.money.settleRefund(tx, refundId, { state: 'declined', ...settled });
    await record(parts, tx, { row, event: { type: 'refund-declined' }, by: caller.personId });
  }
  return row.order_id;
}

async function listRefunds(parts: Parts, caller: SignedIn): Promise<RefundView[]> {
  const refunds = await parts.money.openRefunds();
  const orders = new Map(
    (await parts.store.many(refunds.map(({ order_id: id }) => id))).map((row) => [row.order_id, row]),
  );
  const known = refunds.flatMap((refund) => {
    const row = orders.get(refund.order_id);
    return row === undefined || (refund.state !== 'asked' && refund.state !== 'confirmed')
      ? []
      : [{ refund, row, state: refund.state }];
  });
  const people = await parts.identity.persons(
    known.flatMap(({ refund, row }) => [refund.asked_by, row.person_id]),
  );
  return known.map(({ refund, row, state }) => ({
    ...{ refund: refund.refund_id, order: row.order_id, number: row.number, title: row.title.zh },
    payer: maskName(people.get(row.person_id)?.name ?? ''),
    ...{ fen: refund.fen, reason: refund.reason, state, mine: refund.asked_by === caller.personId },
    paidBy: wayName(parts.providers, row.way ?? '').zh,
    askedBy: people.get(refund.asked_by)?.name ?? '',
    askedAt: refund.asked_at.toISOString(),
  }));
}

function refuseAmount(fen: number, due: number): void {
  if (fen === due) return;
  const message = '收的钱和应缴的不一样，核对金额';
  throw new Problem('payments.amount', 'invalid', message, [{ pointer: '/fen', code: 'amount', message }]);
}

function slipProblem(): Problem {
  const message = '填写签购单上的交易号；同一个交易号只能用一次';
  return new Problem('payments.slip', 'invalid', message, [{ pointer: '/slip', code: 'slip', message }]);
}
