import type { Db, Tx } from '../../../platform/index.ts';
import type { Tables, WishRow } from './tables.ts';

export type NewWish = Omit<WishRow, 'booking_id'>;
type AtHall = { city: string; hall: string };

/** At most so many who wait are looked at when a time is freed. */
const mostAsked = 50;

/** SQL of those who wait for a time to be freed. */
export function createWishStore(db: Db) {
  const reader = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    wish: (tx: Tx | undefined, wishId: string): Promise<WishRow | undefined> =>
      reader(tx).selectFrom('bookings.wish').selectAll().where('wish_id', '=', wishId).executeTakeFirst(),
    /** Open wishes of somebody, the newest first. */
    open: (byId: string): Promise<WishRow[]> =>
      reader(undefined)
        .selectFrom('bookings.wish')
        .selectAll()
        .where('by_id', '=', byId)
        .where('state', 'in', ['waiting', 'offered'])
        .orderBy('made_at', 'desc')
        .limit(50)
        .execute(),
    /** Adds a wish; undefined when this person already waits for this item. */
    insert: (tx: Tx, row: NewWish) =>
      reader(tx)
        .insertInto('bookings.wish')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst(),
    /** Who waits for a day of a hall, first come first. */
    waiting: (tx: Tx, { city, hall }: AtHall, day: string): Promise<WishRow[]> =>
      reader(tx)
        .selectFrom('bookings.wish')
        .selectAll()
        .where('city', '=', city)
        .where('hall', '=', hall)
        .where('state', '=', 'waiting')
        .where('from_day', '<=', day)
        .where('to_day', '>=', day)
        .orderBy('made_at')
        .orderBy('wish_id')
        .limit(mostAsked)
        .execute(),
    /** Whether anybody waits for a day of a hall. */
    isWaitedFor: async (tx: Tx, { city, hall }: AtHall, day: string): Promise<boolean> => {
      const row = await reader(tx)
        .selectFrom('bookings.wish')
        .select('wish_id')
        .where('city', '=', city)
        .where('hall', '=', hall)
        .where('state', '=', 'waiting')
        .where('from_day', '<=', day)
        .where('to_day', '>=', day)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Everybody who waits, first come first. */
    allWaiting: (): Promise<WishRow[]> =>
      reader(undefined)
        .selectFrom('bookings.wish')
        .selectAll()
        .where('state', '=', 'waiting')
        .orderBy('made_at')
        .orderBy('wish_id')
        .limit(200)
        .execute(),
    set: async (
      tx: Tx,
      at: Pick<WishRow, 'city' | 'wish_id'>,
      to: { state: WishRow['state']; booking_id?: string },
    ) => {
      await reader(tx)
        .updateTable('bookings.wish')
        .set(to)
        .where('city', '=', at.city)
        .where('wish_id', '=', at.wish_id)
        .where('state', 'in', ['waiting', 'offered'])
        .execute();
    },
    /** Wishes whose days have all gone by. */
    endBefore: (day: string) =>
      reader(undefined)
        .updateTable('bookings.wish')
        .set({ state: 'ended' })
        .where('state', '=', 'waiting')
        .where('to_day', '<', day)
        .execute(),
  };
}
