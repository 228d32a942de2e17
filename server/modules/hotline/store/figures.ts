import type { OrderKind } from '@tongban/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { Tables } from './tables.ts';

export type FigureStore = ReturnType<typeof createFigureStore>;
type Counted = {
  kind: OrderKind;
  received: number;
  replied: number;
  repliedInTime: number;
  calledBack: number;
  satisfied: number;
  dispatches: number;
  wrongDispatches: number;
};

/** SQL of figures: one query over what stands at a branch and below it. */
export function createFigureStore(db: Db) {
  return {
    byKind: (at: { branch: string; from: Date; to: Date }): Promise<Counted[]> =>
      db
        .withTables<Tables>()
        .selectFrom('hotline.order')
        .select('kind')
        .select([
          sql<number>`count(*)::integer`.as('received'),
          sql<number>`count(*) filter (where replied_on is not null)::integer`.as('replied'),
          sql<number>`count(*) filter (where in_time)::integer`.as('repliedInTime'),
          sql<number>`count(*) filter (where called_back)::integer`.as('calledBack'),
          sql<number>`count(*) filter (where satisfied)::integer`.as('satisfied'),
          sql<number>`coalesce(sum(dispatches), 0)::integer`.as('dispatches'),
          sql<number>`coalesce(sum(wrong_dispatches), 0)::integer`.as('wrongDispatches'),
        ])
        .where(
          sql<boolean>`(branch collate "C" = ${at.branch}
            or (branch collate "C" >= ${`${at.branch}/`} and branch collate "C" < ${`${at.branch}0`}))`,
        )
        .where('received_at', '>=', at.from)
        .where('received_at', '<=', at.to)
        .groupBy('kind')
        .orderBy('kind')
        .execute(),
  };
}
