/** 缴款单的状态: open, stopped because of strange money, paid, paid back, or given up. */
export type OrderState = 'opened' | 'quarantined' | 'paid' | 'refunded' | 'closed';

/** What happens to an order. */
export type OrderEvent =
  | { readonly type: 'opened'; readonly fen: number }
  | { readonly type: 'begun'; readonly way: string; readonly tradeNumber: string }
  | { readonly type: 'quarantined'; readonly why: HeldWhy; readonly fen: number }
  | { readonly type: 'released'; readonly say: string }
  | { readonly type: 'paid'; readonly fen: number; readonly way: string; readonly transaction: string }
  | { readonly type: 'refund-asked'; readonly reason: string }
  | { readonly type: 'refund-declined' }
  | { readonly type: 'refunded'; readonly refundNumber: string }
  | { readonly type: 'closed'; readonly why: string };
export type OrderEventType = OrderEvent['type'];

/** Why money is held apart: it does not fit its order, or there is none it could fit. */
export type HeldWhy = 'amount' | 'currency' | 'unknown-order' | 'paid-already' | 'after-close';

const LEADS_TO: Readonly<
  Record<OrderEventType, { from: readonly (OrderState | undefined)[]; to?: OrderState }>
> = {
  opened: { from: [undefined], to: 'opened' },
  begun: { from: ['opened'] },
  quarantined: { from: ['opened', 'quarantined'], to: 'quarantined' },
  released: { from: ['quarantined'], to: 'opened' },
  paid: { from: ['opened', 'quarantined'], to: 'paid' },
  'refund-asked': { from: ['paid'] },
  'refund-declined': { from: ['paid'] },
  refunded: { from: ['paid'], to: 'refunded' },
  closed: { from: ['opened'], to: 'closed' },
};

/** Where an event leads an order from a state; undefined where it cannot happen. */
export function stateAfter(state: OrderState | undefined, type: OrderEventType): OrderState | undefined {
  const { from, to } = LEADS_TO[type];
  return from.includes(state) ? (to ?? state) : undefined;
}

/** 缴款单: the state a course of events leads to; undefined where one of them could not have happened. */
export function foldOrder(events: readonly { readonly type: OrderEventType }[]): OrderState | undefined {
  let state: OrderState | undefined;
  for (const { type } of events) {
    const next = stateAfter(state, type);
    if (next === undefined) return undefined;
    state = next;
  }
  return state;
}

/** Money that is said to have come. */
type Money = { readonly fen: number; readonly currency: string };
/** What is known of the order it is for. */
type Expected = { readonly state: OrderState; readonly fen: number };
type Verdict = { readonly counts: true } | { readonly counts: false; readonly why: HeldWhy };

/** 到账判断: whether money pays an order; whatever does not fit exactly is held apart, never paid. */
export function judgeMoney(expected: Expected | undefined, { fen, currency }: Money): Verdict {
  if (expected === undefined) return held('unknown-order');
  if (currency !== 'CNY') return held('currency');
  if (fen !== expected.fen) return held('amount');
  if (expected.state === 'closed') return held('after-close');
  if (expected.state === 'paid' || expected.state === 'refunded') return held('paid-already');
  return { counts: true };
}

function held(why: HeldWhy): Verdict {
  return { counts: false, why };
}

/** 加处罚款: so many ten-thousandths of the amount a day after the due day, never more than the amount itself. */
export type LateRule = { readonly perDayTenThousandths: number; readonly basis?: string };

/** What comes on top of an amount that is paid late; without a rule of its item nothing does. */
export function lateFen(amount: {
  readonly fen: number;
  readonly dueOn?: string | undefined;
  readonly rule?: LateRule | undefined;
  readonly on: string;
}): number {
  const { fen, dueOn, rule, on } = amount;
  if (rule === undefined || dueOn === undefined || on <= dueOn) return 0;
  const days = Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${dueOn}T00:00:00Z`)) / 86_400_000);
  return Math.min(fen, Math.floor((fen * days * rule.perDayTenThousandths) / 10_000));
}

/** 1500 → 15.00 */
export function yuanText(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** 15.00 → 1500; undefined where the text is no amount of money. */
export function findFen(text: string): number | undefined {
  const [, sign = '', whole, part = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' ? -fen : fen;
}
