import type { OrderRow as RowView } from '@tongban/contract';
import type { DeskViews } from './desk-views.ts';
import type { Parts } from './parts.ts';
import { createStandingStore } from './store/standing.ts';
import type { OrderKey, OrderRow } from './store/tables.ts';
import { createToldStore } from './store/told.ts';

/** 工单现状: how an order stands, as the desk reads it. */
export type OrderStanding = {
  readonly key: OrderKey;
  readonly branch: string;
  readonly order: RowView;
  /** Whether it was said to be solved; absent where nobody said anything. */
  readonly solved?: boolean;
};
type Found = { readonly key: OrderKey; readonly branch: string; readonly namedPerson?: string };
type Deps = Parts & { views: DeskViews };

/** 现状: how some orders stand, as far as whoever asks sees them. Tip-offs are never among them. */
export function createStanding({ db, store, views }: Deps) {
  const told = createToldStore(db);
  return {
    count: createStandingStore(db),
    /** The key of an order by its number, where it stands, and who asked where that was said openly. */
    async find(number: string): Promise<Found | undefined> {
      const row = await store.find(number);
      if (row === undefined || row.tip_off) return undefined;
      const named = row.identity === 'named' ? row.person_id : undefined;
      return {
        ...{ key: keyOf(row), branch: row.branch },
        ...(named === undefined ? {} : { namedPerson: named }),
      };
    },
    /** In the order of the keys. */
    async rows(keys: readonly OrderKey[]): Promise<OrderStanding[]> {
      const found = new Map((await told.rows(keys)).map((row) => [row.order_id, row]));
      const rows = keys.flatMap(({ orderId }) => found.get(orderId) ?? []);
      const shown = await views.rows(rows);
      return rows.flatMap((row, at) => {
        const order = shown[at];
        return order === undefined ? [] : [standingOf(row, order)];
      });
    },
  };
}

function standingOf(row: OrderRow, order: RowView): OrderStanding {
  const solved = row.satisfied === undefined ? {} : { solved: row.satisfied };
  return { key: keyOf(row), branch: row.branch, order, ...solved };
}

function keyOf({ city, order_id: orderId }: OrderRow): OrderKey {
  return { city, orderId };
}
