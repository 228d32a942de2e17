import type {
  ArrangedVisit,
  DeskVisit,
  OrderRow as OrderRowView,
  OwnOrder,
  OwnVisit,
  VisitRow,
  VisitTour,
} from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { can, maskedBy, type SignedIn } from '../../platform/index.ts';
import { after, next } from './cursors.ts';
import { callerIn, isOwn, type OpenOrder, saidIn } from './model.ts';
import { type Parts, places, postOf, unitName } from './parts.ts';
import type { OrderAct } from './rules/steps.ts';
import { arrangedIn } from './rules/visits.ts';
import type { OrderRow } from './store/tables.ts';
import type { VisitStore } from './store/visits.ts';

type Viewing = Pick<Parts, 'vault'>;
type Deps = Parts & {
  visits: VisitStore;
  views: { rows: (rows: readonly OrderRow[]) => Promise<OrderRowView[]> };
};
const pageSize = 50;
const mostStops = 100;

/** 上门安排: where a unit has been asked to come, and where it goes on a day. */
export function createVisits(deps: Deps) {
  const { visits, views } = deps;
  return {
    async list(caller: SignedIn, from: string | undefined) {
      const { branch } = postOf(caller);
      const found = await visits.page({ branch, limit: pageSize + 1, ...after(from) });
      const shown = found.slice(0, pageSize);
      const arranged = await arrangedOf(deps, shown);
      const rows = await views.rows(shown);
      return {
        visits: rows.flatMap((row, at): VisitRow[] => {
          const kept = shown[at];
          const visit = kept === undefined ? undefined : maskedVisit(deps, caller, { kept, arranged });
          return visit === undefined ? [] : [{ ...row, visit }];
        }),
        ...next(found.length > pageSize, shown.at(-1), (row) => [row.visit_on ?? unarranged, row.order_id]),
      };
    },
    /** 上门单: in full, for whoever handles orders where these stand. */
    async tour(caller: SignedIn, day: string): Promise<VisitTour> {
      const { branch } = postOf(caller);
      if (!can(caller, 'unmask', { kind: 'order', branch }).allow)
        throw new Problem('orders.role', 'forbidden', '这一步不归您的岗位办');
      const rows = await visits.onDay({ branch, day, limit: mostStops });
      const theirs = rows.filter((row) => !isOwn(deps, row, caller.citizenId));
      const arranged = await arrangedOf(deps, theirs);
      const stops = theirs.flatMap((row) => stopOf(deps, row, arranged.get(row.order_id)));
      return { day, unit: unitName(deps, branch), stops: stops.toSorted(earlier) };
    },
  };
}
/** A day before any other, under which those stand that nobody has arranged. */
const unarranged = '0001-01-01';

type Stop = VisitTour['stops'][number];

function stopOf(parts: Viewing, row: OrderRow, arranged: ArrangedVisit | undefined): Stop[] {
  const { title, visit } = saidIn(parts, row);
  if (visit === undefined || arranged === undefined) return [];
  const { name, phone } = callerIn(parts, row);
  return [
    {
      ...{ order: row.number, title, ...visit, arranged },
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
    },
  ];
}

const half = { morning: '00:00', afternoon: '12:00' } as const;
const beginOf = ({ arranged: { time } }: Stop): string => (typeof time === 'string' ? half[time] : time.from);

function earlier(one: Stop, other: Stop): number {
  return beginOf(one).localeCompare(beginOf(other)) || one.order.localeCompare(other.order);
}

/** The last arranging of each, of those that stand arranged. */
async function arrangedOf({ visits, vault }: Deps, rows: readonly OrderRow[]) {
  const standing = rows.filter(({ visit_on: on }) => on !== undefined).map(({ order_id: id }) => id);
  const steps = await visits.arranged(standing);
  return new Map(
    steps.flatMap(({ order_id: id, seq, sealed }) => {
      const act = JSON.parse(vault.open(places.step(id, seq), sealed)) as OrderAct;
      return act.type === 'visit-arranged' ? [[id, arrangedIn(act)] as const] : [];
    }),
  );
}

type Kept = { kept: OrderRow; arranged: ReadonlyMap<string, ArrangedVisit> };

function maskedVisit(parts: Viewing, caller: SignedIn, { kept, arranged }: Kept): DeskVisit | undefined {
  const { visit } = saidIn(parts, kept);
  if (visit === undefined) return undefined;
  const decision = can(caller, 'read', { kind: 'order', branch: kept.branch });
  const when = arranged.get(kept.order_id);
  return { ...maskedBy(decision, visit), ...(when === undefined ? {} : { arranged: when }) };
}

/** 上门申请 in the order pane: masked; of a tip-off nothing. */
export function deskVisit(
  parts: Viewing,
  caller: SignedIn,
  { row, state }: OpenOrder,
): { visit?: DeskVisit } {
  if (row.tip_off) return {};
  const arranged = new Map(state.visit === undefined ? [] : [[row.order_id, state.visit]]);
  const visit = maskedVisit(parts, caller, { kept: row, arranged });
  return visit === undefined ? {} : { visit };
}

/** The same to whoever asked: what they said, and when who comes. */
export function ownVisit(parts: Viewing, { row, state }: OpenOrder): { visit?: OwnVisit } {
  const { visit } = saidIn(parts, row);
  if (visit === undefined) return {};
  if (state.visit === undefined) return { visit };
  const { day, time, who } = state.visit;
  return { visit: { ...visit, arranged: { day, time, who } } };
}

/** By the code of a receipt nobody is told where somebody lives. */
export function withoutAddress(order: OwnOrder): OwnOrder {
  if (order.visit === undefined) return order;
  const { address: _address, ...visit } = order.visit;
  return { ...order, visit };
}
