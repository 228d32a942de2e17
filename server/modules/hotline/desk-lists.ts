import { endOfDay, startOfDay } from '@tongban/kernel';
import type { SignedIn } from '../../platform/index.ts';
import { after, next } from './cursors.ts';
import type { DeskViews } from './desk-views.ts';
import { postOf } from './parts.ts';
import type { FigureStore } from './store/figures.ts';
import type { DeskList, ListStore } from './store/lists.ts';
import type { OrderRow } from './store/tables.ts';

type Deps = { lists: ListStore; figures: FigureStore; views: DeskViews };
const pageSize = 50;

/** 工单清单: orders by list, and what is counted of them. */
export function createDeskLists({ lists, figures, views }: Deps) {
  return {
    async list(caller: SignedIn, { list, after: from }: { list: DeskList; after?: string | undefined }) {
      const { branch } = postOf(caller);
      const found = await lists.page({
        list,
        branch,
        personId: caller.personId,
        limit: pageSize + 1,
        ...after(from),
      });
      const shown = found.slice(0, pageSize);
      return {
        orders: await views.rows(shown),
        ...next(found.length > pageSize, shown.at(-1), (row) => [keyOf(list, row), row.order_id]),
      };
    },
    async figures(caller: SignedIn, { from, to }: { from: string; to: string }) {
      const { branch } = postOf(caller);
      const kinds = await figures.byKind({ branch, from: startOfDay(from), to: endOfDay(to) });
      const sum = (of: Exclude<keyof (typeof kinds)[number], 'kind'>) =>
        kinds.reduce((total, one) => total + one[of], 0);
      return {
        ...{ received: sum('received'), replied: sum('replied'), repliedInTime: sum('repliedInTime') },
        ...{ calledBack: sum('calledBack'), satisfied: sum('satisfied') },
        ...{ dispatches: sum('dispatches'), wrongDispatches: sum('wrongDispatches') },
        byKind: kinds.map(({ kind, received }) => ({ kind, n: received })),
      };
    },
  };
}

/** By what a list is sorted. */
function keyOf(list: DeskList, row: OrderRow): string {
  if (list === 'closed') return row.closed_at?.toISOString() ?? '';
  return list === 'call-backs' ? (row.call_back_on ?? '') : row.due_on;
}
