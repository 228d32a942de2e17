import type { GuideDefect, StuckCause, StuckRow, StuckView } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, type SignedIn, type Tx } from '../../platform/index.ts';
import { after, next } from './cursors.ts';
import type { Desk } from './desk.ts';
import type { DeskViews } from './desk-views.ts';
import { isOwn, type OpenOrder } from './model.ts';
import { type Parts, places, postOf, unitName } from './parts.ts';
import { itemIn } from './rules/about.ts';
import type { StuckStore } from './store/stuck.ts';
import type { CauseRow, OrderRow } from './store/tables.ts';

type Deps = Parts & { views: DeskViews; desk: Pick<Desk, 'seen'>; stuck: StuckStore };
type Page = { list: 'open' | 'closed'; after?: string | undefined };
const pageSize = 50;
const mostDefects = 200;
const finders: readonly string[] = ['clerk', 'approver', 'spokesperson', 'hall-manager'];

/** 办不成事: what people could not get done, why, and what the guides should say instead. */
export function createStuck(deps: Deps) {
  const { stuck, clock } = deps;
  const seen = async (caller: SignedIn, number: string): Promise<OpenOrder> => {
    const open = await deps.desk.seen(caller, number);
    if (open.row.kind !== 'stuck') throw new Problem('orders.not-stuck', 'conflict', '这张工单不是办不成事');
    return open;
  };
  return {
    seen,
    list: (page: Page) => listOf(deps, page),
    get: async (caller: SignedIn, number: string): Promise<StuckView> => {
      const { row } = await seen(caller, number);
      const [cause] = await stuck.causesOf([row.order_id]);
      return viewOf(deps, caller, { row, cause });
    },
    /** The house writes it, after the order was found to be seen from this post. */
    async find(tx: Tx, caller: SignedIn, { open, cause }: { open: OpenOrder; cause: StuckCause }) {
      const { row } = open;
      if (!mayFind(deps, caller, row)) throw new Problem('orders.role', 'forbidden', '这一步不归您的岗位办');
      refuseUnknown(deps, cause);
      const { city, order_id, branch, number } = row;
      await stuck.save(tx, {
        ...{ city, order_id, branch, order_number: number, item: cause.item, root_cause: cause.rootCause },
        finding: deps.vault.seal(places.finding(order_id), cause.finding.trim()),
        ...{ defect: cause.defect?.trim(), by_id: caller.personId, at: clock() },
      });
      const [saved] = await stuck.causesOf([order_id], tx);
      return viewOf(deps, caller, { row, cause: saved });
    },
    defects: () => defectsOf(deps),
    async mend(number: string, write: (key: CauseRow) => Promise<unknown>) {
      const found = await stuck.defect(number);
      if (found === undefined) throw new Problem('orders.defect', 'missing', '没有这条要改的指南');
      const { defects } = await defectsOf(deps);
      await write(found);
      const mendedAt = clock().toISOString();
      return { defects: defects.map((one) => (one.order === number ? { mendedAt, ...one } : one)) };
    },
    mended: (tx: Tx, row: CauseRow) => stuck.mend(tx, row, clock()),
  };
}

async function listOf({ stuck, views, ...deps }: Deps, { list, after: from }: Page) {
  const found = await stuck.page({ list, limit: pageSize + 1, ...after(from) });
  const shown = found.slice(0, pageSize);
  const causes = new Map(
    (await stuck.causesOf(shown.map((row) => row.order_id))).map((one) => [one.order_id, one]),
  );
  const rows = await views.rows(shown);
  const orders = shown.flatMap((row, at): StuckRow[] => {
    const [view, cause] = [rows[at], causes.get(row.order_id)];
    if (view === undefined) return [];
    const told = cause === undefined ? {} : { rootCauseName: causeName(deps, cause.root_cause) };
    return [{ ...view, attached: attachedTo(deps, row), ...told }];
  });
  return {
    orders,
    ...next(found.length > pageSize, shown.at(-1), (row) => [
      list === 'closed' ? (row.closed_at?.toISOString() ?? '') : row.due_on,
      row.order_id,
    ]),
  };
}

type Seen = { row: OrderRow; cause: CauseRow | undefined };

async function viewOf(deps: Deps, caller: SignedIn, { row, cause }: Seen): Promise<StuckView> {
  const base = { order: row.number, attached: attachedTo(deps, row), mayFind: mayFind(deps, caller, row) };
  if (cause === undefined) return base;
  const known = await asMachine('worker', () => deps.identity.persons([cause.by_id]));
  return {
    ...base,
    cause: {
      ...{ rootCause: cause.root_cause, rootCauseName: causeName(deps, cause.root_cause) },
      finding: deps.vault.open(places.finding(row.order_id), cause.finding),
      ...(cause.item === undefined ? {} : { item: cause.item }),
      ...(cause.defect === undefined ? {} : { defect: cause.defect }),
      ...{ by: known.get(cause.by_id)?.name ?? '', at: cause.at.toISOString() },
      ...mendedOf(cause),
    },
  };
}

async function defectsOf(deps: Deps): Promise<{ defects: GuideDefect[] }> {
  const rows = await deps.stuck.defects(mostDefects);
  return {
    defects: rows.map((row) => ({
      ...{ order: row.order_number, rootCauseName: causeName(deps, row.root_cause) },
      ...{ defect: row.defect ?? '', unit: unitName(deps, row.branch), at: row.at.toISOString() },
      ...itemNamed(deps, row.item),
      ...mendedOf(row),
    })),
  };
}

function mendedOf({ mended_at: at }: CauseRow) {
  return at === undefined ? {} : { mendedAt: at.toISOString() };
}

/** What was named when it was taken in is an item where there is one of that name, else a case. */
function attachedTo(deps: Pick<Deps, 'rules'>, { about }: OrderRow): StuckView['attached'] {
  const item = itemNamed(deps, about);
  return about === undefined || 'item' in item ? item : { case: about };
}

function itemNamed({ rules }: Pick<Deps, 'rules'>, id: string | undefined) {
  const item = id === undefined ? undefined : itemIn(rules, id);
  return item === undefined ? {} : { item };
}

function causeName({ rules }: Pick<Deps, 'rules'>, id: string): string {
  return rules.talk.rootCauses.find((one) => one.id === id)?.name ?? id;
}

function mayFind(deps: Deps, caller: SignedIn, row: OrderRow): boolean {
  return finders.includes(postOf(caller).role) && !isOwn(deps, row, caller.citizenId);
}

function refuseUnknown({ rules }: Deps, { rootCause, item }: StuckCause): void {
  const { rootCauses, items } = rules.talk;
  if (!rootCauses.some(({ id }) => id === rootCause))
    throw new Problem('orders.root-cause', 'invalid', '没有这个原因类型，重新选一个');
  if (item !== undefined && !items.some(({ id }) => id === item))
    throw new Problem('orders.matter', 'invalid', '没有这个事项或标签，重新选');
}
