import { shanghaiDay } from '@tongban/kernel';
import { dayAfter, spanOf } from './days.ts';
import type { Parts } from './parts.ts';
import type { Provider, StatementLine } from './providers/port.ts';
import type { RefundRow } from './store/money.ts';

type Day = { readonly day: string; readonly there: readonly StatementLine[] };

/**
 * 退款跨日: what was paid back, to be compared with the statement of a day. A provider books a refund somewhere between its
 * confirmation and the moment we hear that it is done, so one that spans midnight is looked for in the statements of all its
 * days and is missing only when it stands in none.
 */
export async function refundLines(
  { money, store }: Parts,
  provider: Provider,
  { day, there }: Day,
): Promise<StatementLine[]> {
  const span = spanOf(day);
  const refunds = await money.refundsUnderWayIn(span);
  const charges = await store.paidCharges(refunds.map(({ order_id: order }) => order));
  const lines: StatementLine[] = [];
  for (const refund of refunds) {
    const charge = charges.find((one) => one.order_id === refund.order_id && one.way === provider.way);
    if (charge === undefined) continue;
    const line = { said: 'refunded', tradeNumber: charge.trade_number, fen: refund.fen } as const;
    const isOver = refund.done_at !== undefined && refund.done_at < span.to;
    if (
      there.some((one) => isSame(one, line)) ||
      (isOver && !(await isEarlier(provider, { refund, line, day })))
    )
      lines.push(line);
  }
  return lines;
}

type Sought = { readonly refund: RefundRow; readonly line: StatementLine; readonly day: string };

/** Whether a refund stands in the statement of a day before, on which it was already on its way. */
async function isEarlier(provider: Provider, { refund, line, day }: Sought): Promise<boolean> {
  const from = shanghaiDay(refund.settled_at ?? refund.asked_at);
  for (let before = from; before < day; before = dayAfter(before)) {
    const there = (await provider.statement(before)) ?? [];
    if (there.some((one) => isSame(one, line))) return true;
  }
  return false;
}

function isSame(one: StatementLine, other: StatementLine): boolean {
  return one.said === other.said && one.tradeNumber === other.tradeNumber && one.fen === other.fen;
}
