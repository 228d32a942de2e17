import type { PaymentView } from '@tongban/contract';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { missingOrder, type Parts } from './parts.ts';
import type { OrderRow } from './store/orders.ts';
import { ownView } from './views.ts';

/** Lets only the one for whom it is to be paid at an order. */
export function ownOrder(caller: SignedIn, row: OrderRow | undefined): OrderRow {
  if (row === undefined || row.person_id !== payerOf(caller)) throw missingOrder();
  return row;
}

/** Whose orders somebody sees: their own, or those of the one they act for. */
export function payerOf({ role, personId, principalId }: SignedIn): string | undefined {
  return role === 'agent' ? principalId : personId;
}

/** Whether what was paid is on its way back. */
export async function isRefunding(money: Parts['money'], row: OrderRow, tx?: Tx): Promise<boolean> {
  return row.state === 'paid' && (await money.standingRefunds([row.order_id], tx)).length > 0;
}

/** Orders as their payers see them, all of a list in two queries. */
export async function viewsOf(
  { store, money, clock, providers }: Parts,
  rows: readonly OrderRow[],
  tx?: Tx,
): Promise<PaymentView[]> {
  const ids = rows.map(({ order_id: id }) => id);
  const charges = await store.chargesOfAll(ids, tx);
  const refunds = await money.standingRefunds(ids, tx);
  return rows.map((row) => {
    const isOf = (one: { order_id: string }) => one.order_id === row.order_id;
    const refunding = refunds.some(isOf);
    const [last] = charges.filter(isOf);
    return ownView({ row, charge: last, refunding, providers, now: clock() });
  });
}

/** One order as its payer sees it. */
export async function viewOf(parts: Parts, row: OrderRow, tx?: Tx): Promise<PaymentView> {
  const [only] = await viewsOf(parts, [row], tx);
  if (only === undefined) throw missingOrder();
  return only;
}
