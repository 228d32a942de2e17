import type { Selectable } from 'kysely';
import type { Db, Maybe, Moment, Tx } from '../../platform/index.ts';
import type { DeliveryState } from './rules.ts';

export type Purpose = 'result' | 'originals';
export type Way = 'window' | 'locker' | 'express';
type DeliveryTable = {
  delivery_id: string;
  about: string;
  purpose: Purpose;
  person_id: string;
  branch: string;
  way: Way;
  state: DeliveryState;
  waybill: Maybe<string>;
  sealed: Maybe<Buffer>;
  made_at: Moment;
  looked_at: Moment;
};
type StepTable = {
  delivery_id: string;
  seq: number;
  type: string;
  at: Moment;
  waybill: Maybe<string>;
  place: Maybe<string>;
  news: Maybe<string>;
  reason: Maybe<string>;
  remedy: Maybe<'reissue' | 'compensation'>;
  by_id: Maybe<string>;
  noted_at: Moment;
};
type Tables = { 'deliveries.delivery': DeliveryTable; 'deliveries.step': StepTable };
/** To what a delivery belongs, and whose it is. */
export type Belongs = {
  readonly about: string;
  readonly purpose: Purpose;
  readonly personId: string;
  readonly branch: string;
};
export type DeliveryRow = Selectable<DeliveryTable>;
export type StepRow = Selectable<StepTable>;
export type Store = ReturnType<typeof createStore>;

/** All SQL of deliveries. */
export function createStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    of: (tx: Tx | undefined, about: string): Promise<DeliveryRow[]> =>
      within(tx)
        .selectFrom('deliveries.delivery')
        .selectAll()
        .where('about', '=', about)
        .orderBy('purpose', 'desc')
        .limit(2)
        .execute(),
    ordered: async (abouts: readonly string[]) =>
      abouts.length === 0
        ? []
        : within(undefined)
            .selectFrom('deliveries.delivery')
            .select(['about', 'waybill'])
            .where('about', 'in', abouts)
            .where('purpose', '=', 'result')
            .where('state', '=', 'ordered')
            .execute(),
    lock: (tx: Tx, about: string, purpose: Purpose): Promise<DeliveryRow | undefined> =>
      within(tx)
        .selectFrom('deliveries.delivery')
        .selectAll()
        .where('about', '=', about)
        .where('purpose', '=', purpose)
        .forUpdate()
        .executeTakeFirst(),
    /** What lies in one parcel, locked in one order. */
    lockByWaybill: (tx: Tx, waybill: string): Promise<DeliveryRow[]> =>
      within(tx)
        .selectFrom('deliveries.delivery')
        .selectAll()
        .where('waybill', '=', waybill)
        .orderBy('delivery_id')
        .limit(50)
        .forUpdate()
        .execute(),
    /** Writes a delivery; of one thing there is one. */
    put: (tx: Tx, { looked_at: lookedAt, ...row }: DeliveryRow) =>
      within(tx)
        .insertInto('deliveries.delivery')
        .values({ ...row, looked_at: lookedAt })
        .onConflict((conflict) =>
          conflict.column('delivery_id').doUpdateSet({
            ...{ way: row.way, state: row.state, looked_at: lookedAt },
            ...{ waybill: row.waybill ?? null, sealed: row.sealed ?? null },
          }),
        )
        .execute(),
    steps: (tx: Tx | undefined, deliveryIds: readonly string[]): Promise<StepRow[]> =>
      deliveryIds.length === 0
        ? Promise.resolve([])
        : within(tx)
            .selectFrom('deliveries.step')
            .selectAll()
            .where('delivery_id', 'in', deliveryIds)
            .orderBy('seq')
            .limit(1000)
            .execute(),
    /** Adds a step; false where the courier has told this news before. */
    addStep: async (tx: Tx, row: StepRow): Promise<boolean> => {
      const { numInsertedOrUpdatedRows: count } = await within(tx)
        .insertInto('deliveries.step')
        .values(row)
        .onConflict((conflict) => conflict.constraint('step_news_once').doNothing())
        .executeTakeFirstOrThrow();
      return count === 1n;
    },
    /** Parcels under way nobody has asked about since, the longest first. */
    toLookAt: (before: Date, limit: number) =>
      within(undefined)
        .selectFrom('deliveries.delivery')
        .select(['delivery_id', 'waybill'])
        .where('state', 'in', ['ordered', 'under-way'])
        .where('looked_at', '<', before)
        .orderBy('looked_at')
        .limit(limit)
        .execute(),
    looked: (deliveryId: string, at: Date) =>
      within(undefined)
        .updateTable('deliveries.delivery')
        .set({ looked_at: at })
        .where('delivery_id', '=', deliveryId)
        .execute(),
  };
}
