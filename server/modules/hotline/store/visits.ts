import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { Cursor } from './lists.ts';
import type { OrderRow, StepRow, Tables } from './tables.ts';

export type VisitStore = ReturnType<typeof createVisitStore>;
type Page = { readonly branch: string; readonly limit: number; readonly after?: Cursor };
type OnDay = { readonly branch: string; readonly day: string; readonly limit: number };

/** What stands first: those nobody has arranged. */
const visitDay = sql`coalesce(visit_on, date '0001-01-01')`;

/** One page of the visits of a unit, not yet asked for. */
export function visitPage(db: Db, { branch, limit, after }: Page) {
  const sorted = visitsOf(db, branch)
    .where(sql<boolean>`stage in ('received', 'sorting', 'handling', 'coordinating')`)
    .orderBy(visitDay)
    .orderBy('order_id')
    .limit(limit);
  return after === undefined
    ? sorted
    : sorted.where(sql<boolean>`(${visitDay}, order_id) > (${after.key}::date, ${after.id}::uuid)`);
}

/** SQL of home visits; tip-offs are never among them. */
export function createVisitStore(db: Db) {
  return {
    page: (page: Page): Promise<OrderRow[]> => visitPage(db, page).execute(),
    onDay: ({ branch, day, limit }: OnDay): Promise<OrderRow[]> =>
      visitsOf(db, branch)
        .where(sql<boolean>`stage in ('received', 'sorting', 'handling', 'coordinating')`)
        .where(sql<boolean>`${visitDay} = ${day}::date`)
        .orderBy('order_id')
        .limit(limit)
        .execute(),
    /** Every arranging of some orders, the latest last. */
    arranged: async (orderIds: readonly string[]): Promise<StepRow[]> =>
      orderIds.length === 0
        ? []
        : db
            .withTables<Tables>()
            .selectFrom('hotline.step')
            .selectAll()
            .where('order_id', 'in', [...orderIds])
            .where('type', '=', 'visit-arranged')
            .orderBy('order_id')
            .orderBy('seq')
            .execute(),
  };
}

function visitsOf(db: Db, branch: string) {
  return db
    .withTables<Tables>()
    .selectFrom('hotline.order')
    .selectAll()
    .where('branch', '=', branch)
    .where('kind', '=', 'visit')
    .where('tip_off', '=', false);
}
