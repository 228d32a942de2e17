import { asMachine } from '../../platform/index.ts';
import { callerIn, saidIn } from './model.ts';
import { indexes, type Parts } from './parts.ts';
import type { OrderRow } from './store/tables.ts';
import type { ToldKey, ToldSpan, ToldStore } from './store/told.ts';

/** What was said with an order, for whoever counts and compares; `person` is a blind index that tells only whether two are the same. */
export type OrderTextRow = {
  readonly orderId: string;
  readonly number: string;
  readonly city: string;
  readonly branch: string;
  readonly kind: string;
  readonly matter?: string;
  readonly labels: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly receivedAt: Date;
  readonly reopened: boolean;
  /** Whether it was said to be solved; absent where nobody said anything. */
  readonly satisfied?: boolean;
  readonly person?: string;
};

/** 诉求文本: the words of orders, for searching, comparing and mining. Tip-offs are never among them. */
export function createTexts(parts: Pick<Parts, 'store' | 'vault'>) {
  return async (orderIds: readonly string[]): Promise<OrderTextRow[]> =>
    textsOf(parts, await asMachine('worker', () => parts.store.byIds(orderIds)));
}

/** What was told in a span of time, for mining: first which orders, then their words in portions. Tip-offs are never among them. */
export function createTold(parts: Pick<Parts, 'store' | 'vault'> & { told: ToldStore }) {
  const { told } = parts;
  return {
    keysIn: (span: ToldSpan): Promise<ToldKey[]> => asMachine('worker', () => told.keysIn(span)),
    texts: async (keys: readonly ToldKey[]): Promise<OrderTextRow[]> =>
      textsOf(parts, await asMachine('worker', () => told.rows(keys))),
  };
}

function textsOf(parts: Pick<Parts, 'store' | 'vault'>, rows: readonly OrderRow[]): OrderTextRow[] {
  return rows.filter((row) => !row.tip_off).map((row) => textOf(parts, row));
}

function textOf(parts: Pick<Parts, 'store' | 'vault'>, row: OrderRow): OrderTextRow {
  const { title, text } = saidIn(parts, row);
  const asker = callerIn(parts, row).phone ?? row.person_id;
  const { order_id: orderId, number, city, branch, kind, labels, received_at: receivedAt, satisfied } = row;
  return {
    ...{ orderId, number, city, branch, kind },
    ...(row.matter === undefined ? {} : { matter: row.matter }),
    ...{ labels, title, text, receivedAt, reopened: satisfied === false },
    ...(satisfied === undefined ? {} : { satisfied }),
    ...(asker === undefined ? {} : { person: parts.vault.index(indexes.saidBy, asker).toString('hex') }),
  };
}
