import type { DeskPayment, PaymentState, PaymentView } from '@tongban/contract';
import { maskName, shanghaiDay } from '@tongban/kernel';
import type { Provider } from './providers/port.ts';
import { lateFen } from './rules.ts';
import type { ChargeRow, OrderRow } from './store/orders.ts';
import { STATE_TITLES, wayName } from './words.ts';

/** What comes on top today, or came on top when it was paid. */
function onTop(row: OrderRow, now: Date): number {
  if (row.paid_fen !== undefined) return row.paid_fen - row.fen;
  const { fen, due_on: dueOn, late: rule } = row;
  return lateFen({ fen, dueOn, rule, on: shanghaiDay(now) });
}

/** 应缴: what has to be paid today. */
export function dueFen(row: OrderRow, now: Date): number {
  return row.fen + onTop(row, now);
}

/** How an order stands to the one who pays. */
function stateOf(row: OrderRow, refunding: boolean): PaymentState['state'] {
  switch (row.state) {
    case 'opened':
      return 'open';
    case 'quarantined':
      return 'checking';
    case 'paid':
      return refunding ? 'refunding' : 'paid';
    case 'refunded':
    case 'closed':
      return row.state;
  }
}

/** 缴费状态, for the case it belongs to. */
export function shortView(row: OrderRow, refunding: boolean, now: Date): PaymentState {
  const state = stateOf(row, refunding);
  return { order: row.order_id, state, title: STATE_TITLES[state], fen: dueFen(row, now) };
}

type Standing = {
  readonly row: OrderRow;
  readonly refunding: boolean;
  /** What was begun last. */
  readonly charge: ChargeRow | undefined;
  readonly providers: readonly Provider[];
  readonly now: Date;
};

/** 缴款单, as the one who pays sees it. */
export function ownView({ row, refunding, charge, providers, now }: Standing): PaymentView {
  const last = row.state === 'opened' ? charge : undefined;
  return {
    ...{ order: row.order_id, number: row.number, about: row.about, title: row.title, payee: row.payee },
    lines: row.lines.map(({ name, fen, basis }) => ({ name, fen, basis })),
    ...{ lateFen: onTop(row, now), fen: dueFen(row, now), state: stateOf(row, refunding) },
    ...(row.late?.basis === undefined ? {} : { lateBasis: row.late.basis }),
    openedAt: row.opened_at.toISOString(),
    ways: providers.map(({ way, name, pretended }) => ({ way, name, pretended })),
    receipt: row.state === 'paid',
    ...(row.due_on === undefined ? {} : { dueOn: row.due_on }),
    ...(row.bill_number === undefined ? {} : { billNumber: row.bill_number }),
    ...(row.paid_at === undefined ? {} : { paidAt: row.paid_at.toISOString() }),
    ...(row.way === undefined ? {} : { paidBy: wayName(providers, row.way) }),
    ...(last?.state === 'open' ? { charge: chargeView(last) } : {}),
    ...(last?.state === 'closed' ? { endedUnpaid: last.began_at.toISOString() } : {}),
  };
}

function chargeView({ way, began_at: beganAt, good_until: goodUntil, next }: ChargeRow) {
  return { way, beganAt: beganAt.toISOString(), goodUntil: goodUntil.toISOString(), next };
}

type AtDesk = Pick<Standing, 'row' | 'refunding' | 'providers' | 'now'> & {
  readonly payer: string | undefined;
};

/** 缴款单, as the window sees it. */
export function deskView({ row, refunding, providers, now, payer }: AtDesk): DeskPayment {
  return {
    ...{ order: row.order_id, number: row.number, about: row.about, title: row.title.zh },
    payer: maskName(payer ?? ''),
    lines: row.lines.map(({ name, fen, basis }) => ({ name: name.zh, fen, basis })),
    ...{ lateFen: onTop(row, now), fen: dueFen(row, now), state: stateOf(row, refunding) },
    ...(row.paid_at === undefined ? {} : { paidAt: row.paid_at.toISOString() }),
    ...(row.way === undefined ? {} : { paidBy: wayName(providers, row.way).zh }),
    ...(row.paid_fen === undefined ? {} : { paidFen: row.paid_fen }),
  };
}
