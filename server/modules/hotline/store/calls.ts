import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { CallRow, ProcedureRow, Tables } from './tables.ts';

export type CallStore = ReturnType<typeof createCallStore>;
export type ProcedureStore = ReturnType<typeof createProcedureStore>;
type ProcedureWish = { branch: string; today: string; q: string; limit: number };
type ProcedureEnd = { number: string; branch: string; by: string; at: Date };
type Place = { extension: string; person_id: string; branch: string };

/** SQL of calls and of the places operators sit at. */
export function createCallStore(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  return {
    sit: async (tx: Tx, place: Place & { since: Date }) => {
      await within(tx)
        .deleteFrom('hotline.place')
        .where((see) =>
          see.or([see('person_id', '=', place.person_id), see('extension', '=', place.extension)]),
        )
        .execute();
      await within(tx).insertInto('hotline.place').values(place).execute();
    },
    placeAt: (tx: Tx, extension: string): Promise<Place | undefined> =>
      within(tx)
        .selectFrom('hotline.place')
        .selectAll()
        .where('extension', '=', extension)
        .executeTakeFirst(),
    byReference: (tx: Tx, reference: string): Promise<CallRow | undefined> =>
      within(tx).selectFrom('hotline.call').selectAll().where('reference', '=', reference).executeTakeFirst(),
    insert: (tx: Tx, row: CallRow) => within(tx).insertInto('hotline.call').values(row).execute(),
    change: (
      tx: Tx,
      callId: string,
      to: Partial<Pick<CallRow, 'state' | 'ended_at' | 'wrap_up' | 'order_number'>>,
    ) => within(tx).updateTable('hotline.call').set(to).where('call_id', '=', callId).execute(),
    /** Calls at the place of one operator that have not been wrapped up, the newest first. */
    waiting: (personId: string, limit: number): Promise<CallRow[]> =>
      within()
        .selectFrom('hotline.call')
        .selectAll()
        .where('person_id', '=', personId)
        .where('wrap_up', 'is', null)
        .orderBy('at', 'desc')
        .orderBy('call_id')
        .limit(limit)
        .execute(),
    get: (personId: string, callId: string): Promise<CallRow | undefined> =>
      within()
        .selectFrom('hotline.call')
        .selectAll()
        .where('person_id', '=', personId)
        .where('call_id', '=', callId)
        .executeTakeFirst(),
  };
}

/** SQL of procedures that are running elsewhere. */
export function createProcedureStore(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  return {
    /** False where the number is known already. */
    add: async (tx: Tx, row: ProcedureRow): Promise<boolean> => {
      const { numInsertedOrUpdatedRows: added } = await within(tx)
        .insertInto('hotline.procedure')
        .values(row)
        .onConflict((conflict) => conflict.column('number').doNothing())
        .executeTakeFirstOrThrow();
      return added === 1n;
    },
    /** Those that run on a day at a branch and below it, the first to end first. */
    page: ({ branch, today, q, limit }: ProcedureWish): Promise<ProcedureRow[]> =>
      within()
        .selectFrom('hotline.procedure')
        .selectAll()
        .where(sql<boolean>`(branch = ${branch} or starts_with(branch, ${`${branch}/`}))`)
        .where('until_day', '>=', today)
        .where('ended_at', 'is', null)
        .where(sql<boolean>`strpos(upper(number), ${q.toUpperCase()}) > 0`)
        .orderBy('until_day')
        .orderBy('number')
        .limit(limit)
        .execute(),
    /** False where none of this number runs at the branch or below. */
    end: async (tx: Tx, { number, branch, by, at }: ProcedureEnd): Promise<boolean> => {
      const { numUpdatedRows } = await within(tx)
        .updateTable('hotline.procedure')
        .set({ ended_at: at, ended_by: by })
        .where('number', '=', number)
        .where(sql<boolean>`(branch = ${branch} or starts_with(branch, ${`${branch}/`}))`)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    /** Those that run on a day and are of this phone or this person. */
    running: async (of: { phones: readonly Buffer[]; numbers: readonly Buffer[]; today: string }) => {
      if (of.phones.length + of.numbers.length === 0) return [];
      return within()
        .selectFrom('hotline.procedure')
        .select(['number', 'kind'])
        .where('until_day', '>=', of.today)
        .where('ended_at', 'is', null)
        .where((see) =>
          see.or([
            ...(of.phones.length === 0 ? [] : [see('phone_index', 'in', [...of.phones])]),
            ...(of.numbers.length === 0 ? [] : [see('citizen_number_index', 'in', [...of.numbers])]),
          ]),
        )
        .orderBy('number')
        .limit(5)
        .execute();
    },
  };
}
