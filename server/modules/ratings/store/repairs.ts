import { sql, type Updateable } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { RatingRow, RepairRow, ServiceRow, StepRow, Tables } from './tables.ts';

export type Place = { readonly branch: string };
/** The days of a span, beneath a branch. */
export type Span = Place & { from: string; to: string };
export type WholeRepair = { repair: RepairRow; rating: RatingRow; service: ServiceRow };
type Page = { state: 'open' | 'closed'; after?: { key: string; id: string }; limit: number };

/** SQL of repair orders; what a post reaches stands in every condition besides the row policies. */
export function createRepairStore(db: Db) {
  return { ...createOrderStore(db), ...createListStore(db), ...createStepStore(db) };
}

function createOrderStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const wholeOf = async (tx: Tx | undefined, repair: RepairRow | undefined) => {
    if (repair === undefined) return undefined;
    const rating = await within(tx)
      .selectFrom('ratings.rating')
      .selectAll()
      .where('rating_id', '=', repair.rating_id)
      .executeTakeFirstOrThrow();
    const service = await within(tx)
      .selectFrom('ratings.service')
      .selectAll()
      .where('service_id', '=', rating.service_id)
      .executeTakeFirstOrThrow();
    return { repair, rating, service };
  };
  return {
    get: async (at: Place, repairId: string): Promise<WholeRepair | undefined> =>
      wholeOf(
        undefined,
        await within(undefined)
          .selectFrom('ratings.repair')
          .selectAll()
          .where('repair_id', '=', repairId)
          .where(reached(at))
          .executeTakeFirst(),
      ),
    /** An order wherever it stands, for the house itself. */
    whole: async (tx: Tx, repairId: string): Promise<WholeRepair | undefined> =>
      wholeOf(
        tx,
        await within(tx)
          .selectFrom('ratings.repair')
          .selectAll()
          .where('repair_id', '=', repairId)
          .executeTakeFirst(),
      ),
    lock: async (tx: Tx, at: Place, repairId: string): Promise<WholeRepair | undefined> =>
      wholeOf(
        tx,
        await within(tx)
          .selectFrom('ratings.repair')
          .selectAll()
          .where('repair_id', '=', repairId)
          .where(reached(at))
          .forUpdate()
          .executeTakeFirst(),
      ),
  };
}

function createListStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    page: async (at: Place, page: Page): Promise<WholeRepair[]> => {
      const rows = await pageQuery(db, at, page).execute();
      if (rows.length === 0) return [];
      const ratings = await within(undefined)
        .selectFrom('ratings.rating')
        .selectAll()
        .where(
          'rating_id',
          'in',
          rows.map((row) => row.rating_id),
        )
        .execute();
      const services = await within(undefined)
        .selectFrom('ratings.service')
        .selectAll()
        .where(
          'service_id',
          'in',
          ratings.map((row) => row.service_id),
        )
        .execute();
      return rows.flatMap((repair) => {
        const rating = ratings.find((one) => one.rating_id === repair.rating_id);
        const service = services.find((one) => one.service_id === rating?.service_id);
        return rating === undefined || service === undefined ? [] : [{ repair, rating, service }];
      });
    },
  };
}

function createStepStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    steps: (tx: Tx | undefined, repairId: string): Promise<StepRow[]> =>
      within(tx)
        .selectFrom('ratings.repair_step')
        .selectAll()
        .where('repair_id', '=', repairId)
        .orderBy('seq')
        .execute(),
    addStep: (tx: Tx, row: StepRow) => within(tx).insertInto('ratings.repair_step').values(row).execute(),
    change: (tx: Tx, { repair_id, version }: RepairRow, to: Updateable<Tables['ratings.repair']>) =>
      within(tx)
        .updateTable('ratings.repair')
        .set({ ...to, version: version + 1 })
        .where('repair_id', '=', repair_id)
        .execute(),
    /** Orders in somebody's hands that may shine yellow or red and were not reminded of: once in their last days, once when late. */
    toRemind: (tx: Tx, today: string, until: string) =>
      within(tx)
        .selectFrom('ratings.repair')
        .innerJoin('ratings.rating', 'ratings.rating.rating_id', 'ratings.repair.rating_id')
        .innerJoin('ratings.service', 'ratings.service.service_id', 'ratings.rating.service_id')
        .select(['repair_id', 'handler_id', 'due_on', 'ratings.service.item', 'ratings.service.number'])
        .where('ratings.repair.state', '<>', 'closed')
        .where('handler_id', 'is not', null)
        .where('due_on', '<=', until)
        .where(sql<boolean>`(reminded_on is null or (due_on < ${today}::date and reminded_on <= due_on))`)
        .orderBy('due_on')
        .orderBy('repair_id')
        .limit(1000)
        .execute(),
    noteReminded: (tx: Tx, repairId: string, today: string) =>
      within(tx)
        .updateTable('ratings.repair')
        .set({ reminded_on: today })
        .where('repair_id', '=', repairId)
        .execute(),
    changeRating: (tx: Tx, ratingId: string, to: Updateable<Tables['ratings.rating']>) =>
      within(tx).updateTable('ratings.rating').set(to).where('rating_id', '=', ratingId).execute(),
  };
}

/** The branch of a post and everything below it. */
export function reached({ branch }: Place) {
  return sql<boolean>`(branch collate "C" = ${branch}
    or (branch collate "C" >= ${`${branch}/`} and branch collate "C" < ${`${branch}0`}))`;
}

function pageQuery(db: Db, at: Place, { state, after, limit }: Page) {
  const base = db
    .withTables<Tables>()
    .selectFrom('ratings.repair')
    .selectAll()
    .where(reached(at))
    .limit(limit);
  if (state === 'open') {
    const open = base.where('state', '<>', 'closed').orderBy('due_on').orderBy('repair_id');
    return after === undefined
      ? open
      : open.where(sql<boolean>`(due_on, repair_id) > (${after.key}::date, ${after.id}::uuid)`);
  }
  const closed = base.where('state', '=', 'closed').orderBy('closed_at', 'desc').orderBy('repair_id');
  return after === undefined
    ? closed
    : closed.where(
        sql<boolean>`(closed_at < ${after.key}::timestamptz
          or (closed_at = ${after.key}::timestamptz and repair_id > ${after.id}::uuid))`,
      );
}
