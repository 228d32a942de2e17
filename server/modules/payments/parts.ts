import { Problem } from '@tongban/kernel';
import type { Platform, Tx } from '../../platform/index.ts';
import type { Files } from '../files/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import type { BillSource, LateRuleOf } from './bills.ts';
import type { Provider } from './providers/port.ts';
import type { MoneyStore } from './store/money.ts';
import type { OrderRow, OrderStore } from './store/orders.ts';

/** What payments stand on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'log' | 'jobs' | 'outbox'> & {
  config: Pick<Platform['config'], 'publicOrigin'>;
  files: Pick<Files, 'papers'>;
  identity: Pick<Identity, 'inTransaction' | 'person' | 'persons'>;
  offices: Pick<Offices, 'organisation' | 'intakeFor'>;
  providers: readonly Provider[];
  bills: BillSource;
  /** What an item says of paying late; of most nothing. */
  lateRuleOf: LateRuleOf;
  /** 微信用户标识: as whom the app that takes the money knows somebody; without it nobody pays inside WeChat. */
  wechatAccountOf?: (personId: string) => Promise<string | undefined>;
};
/** What the parts of payments share. */
export type Parts = Deps & { store: OrderStore; money: MoneyStore };

/** Nothing tells apart an order that does not exist from one the asker may not see. */
export function missingOrder(): Problem {
  return new Problem('payments.order', 'missing', '没有这张缴款单，或您不能看它。核对编号再试');
}

/** Finds an order and holds it until the transaction ends. */
export async function lockOrder({ store }: Pick<Parts, 'store'>, tx: Tx, orderId: string): Promise<OrderRow> {
  const row = await store.lock(tx, orderId);
  if (row === undefined) throw missingOrder();
  return row;
}
