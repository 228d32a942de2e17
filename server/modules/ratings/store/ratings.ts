import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import { type Place, reached } from './repairs.ts';
import type { RatingRow, RepairRow, ServiceRow, Tables } from './tables.ts';

/** SQL of services and what was said of them. */
export function createRatingStore(db: Db) {
  return { ...createServiceStore(db), ...createGivenStore(db), ...createReadingStore(db) };
}

function createServiceStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** Keeps a service that ended, once; of one that is known nothing changes. */
    keepService: async (tx: Tx, row: ServiceRow): Promise<void> => {
      await within(tx)
        .insertInto('ratings.service')
        .values(row)
        .onConflict((conflict) => conflict.columns(['kind', 'subject_id']).doNothing())
        .execute();
    },
    service: (tx: Tx | undefined, serviceId: string): Promise<ServiceRow | undefined> =>
      within(tx)
        .selectFrom('ratings.service')
        .selectAll()
        .where('service_id', '=', serviceId)
        .executeTakeFirst(),
    serviceOf: (
      tx: Tx | undefined,
      kind: 'case' | 'visit',
      subject: string,
    ): Promise<ServiceRow | undefined> =>
      within(tx)
        .selectFrom('ratings.service')
        .selectAll()
        .where('kind', '=', kind)
        .where('subject_id', '=', subject)
        .executeTakeFirst(),
    /** Services of a branch under a number, the latest first: a case has one, a ticket number comes back every day. */
    byNumber: (at: Place, number: string, today: string): Promise<ServiceRow[]> =>
      within(undefined)
        .selectFrom('ratings.service')
        .selectAll()
        .where('number', '=', number)
        .where('rate_until', '>=', today)
        .where(reached(at))
        .orderBy('ended_at', 'desc')
        .orderBy('service_id')
        .limit(10)
        .execute(),
    caseByNumber: (tx: Tx | undefined, number: string): Promise<ServiceRow | undefined> =>
      within(tx)
        .selectFrom('ratings.service')
        .selectAll()
        .where('kind', '=', 'case')
        .where('number', '=', number)
        .executeTakeFirst(),
  };
}

function createGivenStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    ratingOf: (tx: Tx | undefined, serviceId: string): Promise<RatingRow | undefined> =>
      within(tx)
        .selectFrom('ratings.rating')
        .selectAll()
        .where('service_id', '=', serviceId)
        .executeTakeFirst(),
    repairOf: (tx: Tx | undefined, ratingId: string): Promise<RepairRow | undefined> =>
      within(tx)
        .selectFrom('ratings.repair')
        .selectAll()
        .where('rating_id', '=', ratingId)
        .executeTakeFirst(),
    /** Adds a rating; false when the service has one already. */
    insertRating: async (tx: Tx, row: RatingRow): Promise<boolean> => {
      const added = await within(tx)
        .insertInto('ratings.rating')
        .values(row)
        .onConflict((conflict) => conflict.column('service_id').doNothing())
        .returning('rating_id')
        .executeTakeFirst();
      return added !== undefined;
    },
    /** Adds what the rules put down; of services rated meanwhile nothing changes. */
    insertDefaults: async (tx: Tx, rows: readonly RatingRow[]): Promise<void> => {
      if (rows.length === 0) return;
      await within(tx)
        .insertInto('ratings.rating')
        .values([...rows])
        .onConflict((conflict) => conflict.column('service_id').doNothing())
        .execute();
    },
    insertRepair: (tx: Tx, row: RepairRow) => within(tx).insertInto('ratings.repair').values(row).execute(),
  };
}

function createReadingStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** Services that ended before a moment and that nobody has rated. */
    unrated: (tx: Tx, before: Date, limit: number): Promise<ServiceRow[]> =>
      within(tx)
        .selectFrom('ratings.service')
        .selectAll()
        .where('kind', '=', 'case')
        .where('ended_at', '<', before)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('ratings.rating')
                .select('rating_id')
                .whereRef('ratings.rating.service_id', '=', 'ratings.service.service_id'),
            ),
          ),
        )
        .orderBy('ended_at')
        .orderBy('service_id')
        .limit(limit)
        .execute(),
    /** What a rated clerk may see of their ratings: neither who gave them nor when to the minute. */
    shownTo: (personId: string, limit: number) =>
      within(undefined)
        .selectFrom('ratings.rating')
        .select(['rating_id', 'level', 'item', 'reasons', 'said'])
        .select(sql<string>`to_char(rated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`.as('on'))
        .where(sql<boolean>`clerk_ids @> array[${personId}::uuid]`)
        .where('shown_at', 'is not', null)
        .where('origin', '=', 'person')
        .where('state', '=', 'standing')
        .orderBy('rated_at', 'desc')
        .orderBy('rating_id')
        .limit(limit)
        .execute(),
  };
}
