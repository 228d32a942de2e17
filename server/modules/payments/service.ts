import { createAsking } from './asking.ts';
import { tellBills } from './bills.ts';
import { createCounting } from './counting.ts';
import { createOrders } from './orders.ts';
import type { Deps } from './parts.ts';
import { createPaying } from './paying.ts';
import { keepReceipts } from './receipts.ts';
import { createReconciling } from './reconciling.ts';
import { createRefunding } from './refunding.ts';
import { createMoneyStore } from './store/money.ts';
import { createOrderStore } from './store/orders.ts';
import { createWindow } from './window.ts';

export type Payments = ReturnType<typeof createPayments>;

/** 缴费: what has to be paid, paid once by whatever way, paid back by two people, and agreed with the statements. */
export function createPayments(deps: Deps) {
  const parts = { ...deps, store: createOrderStore(deps.db), money: createMoneyStore(deps.db) };
  const count = createCounting(parts);
  tellBills(parts);
  keepReceipts(parts);
  return {
    ...createOrders(parts),
    paying: createPaying(parts, { count, asking: createAsking(parts, count) }),
    window: createWindow(parts, createRefunding(parts)),
    reconciling: createReconciling(parts),
  };
}
