import type { OrderKind, OrderReceipt } from '@tongban/contract';
import { orderKinds } from '@tongban/contract';
import type { Visit } from '../visit.ts';

/** 回执: what is shown once after sending; `mine` stands in one’s own list. */
export type Receipt = OrderReceipt & { readonly kind: OrderKind; readonly mine: boolean };

const name = 'order_receipt';
const seconds = 900;
const rest = 'Path=/orders; HttpOnly; SameSite=Strict';

/** Carries a receipt to the page that shows it, and nowhere else; forgotten after a quarter of an hour. */
export function receiptCookie(receipt: Receipt): string {
  const { order, key, dueOn, unit, kind, mine } = receipt;
  const value = [order, key, dueOn, kind, mine ? 'mine' : 'code', encodeURIComponent(unit)].join('~');
  return `${name}=${value}; Max-Age=${seconds}; ${rest}`;
}

export const noReceipt = `${name}=; Max-Age=0; ${rest}`;

export function receiptIn({ request }: Visit): Receipt | undefined {
  const [order = '', key = '', dueOn = '', kind, whose, unit] = (request.cookies[name] ?? '').split('~');
  const known = orderKinds.find((one) => one === kind);
  if (known === undefined || unit === undefined || !/^\d{16}$/.test(order) || !/^\d{16}$/.test(key))
    return undefined;
  return { order, key, dueOn, kind: known, mine: whose === 'mine', unit: decoded(unit) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
