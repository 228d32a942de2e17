import { sql, type Updateable } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { OrderKey, OrderRow, StepRow, Tables } from './tables.ts';

export type OrderStore = ReturnType<typeof createOrderStore>;
type Seat = { readonly branch: string; readonly helps: boolean };

/** SQL of orders: their rows, steps, seats and numbers. A number begins with its city. */
export function createOrderStore(db: Db) {
  return { ...createFinding(db), ...createKeeping() };
}

function createFinding(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const byNumber = (tx: Tx | undefined, number: string) =>
    within(tx)
      .selectFrom('hotline.order')
      .selectAll()
      .where('city', '=', number.slice(0, 4))
      .where('number', '=', number);
  return {
    find: (number: string, tx?: Tx): Promise<OrderRow | undefined> => byNumber(tx, number).executeTakeFirst(),
    lock: (tx: Tx, number: string): Promise<OrderRow | undefined> =>
      byNumber(tx, number).forUpdate().executeTakeFirst(),
    byKey: (keyHash: Buffer): Promise<OrderRow | undefined> =>
      within(undefined)
        .selectFrom('hotline.order')
        .selectAll()
        .where('key_hash', '=', keyHash)
        .executeTakeFirst(),
    /** Which of these hashes stand behind an order. */
    keysAmong: async (hashes: readonly string[]): Promise<string[]> => {
      if (hashes.length === 0) return [];
      const found = await within(undefined)
        .selectFrom('hotline.order')
        .select('key_hash')
        .where(
          'key_hash',
          'in',
          hashes.map((hash) => Buffer.from(hash, 'hex')),
        )
        .execute();
      return found.map(({ key_hash: hash }) => hash.toString('hex'));
    },
    byIds: async (orderIds: readonly string[]): Promise<OrderRow[]> =>
      orderIds.length === 0
        ? []
        : within(undefined)
            .selectFrom('hotline.order')
            .selectAll()
            .where('order_id', 'in', orderIds)
            .execute(),
    steps: (tx: Tx | undefined, { city, orderId }: OrderKey): Promise<StepRow[]> =>
      within(tx)
        .selectFrom('hotline.step')
        .selectAll()
        .where('city', '=', city)
        .where('order_id', '=', orderId)
        .orderBy('seq')
        .execute(),
  };
}

function createKeeping() {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    /** The next number of a city that day; whoever comes second waits for the first to end. */
    nextSequence: async (tx: Tx, { city, day }: { city: string; day: string }): Promise<number> => {
      const { last } = await within(tx)
        .insertInto('hotline.counter')
        .values({ city, day, last: 1 })
        .onConflict((conflict) =>
          conflict.columns(['city', 'day']).doUpdateSet({ last: sql<number>`hotline.counter.last + 1` }),
        )
        .returning('last')
        .executeTakeFirstOrThrow();
      return last;
    },
    insert: (tx: Tx, row: OrderRow) => within(tx).insertInto('hotline.order').values(row).execute(),
    insertSteps: (tx: Tx, rows: readonly StepRow[]) =>
      rows.length === 0
        ? Promise.resolve([])
        : within(tx)
            .insertInto('hotline.step')
            .values([...rows])
            .execute(),
    update: (tx: Tx, { city, orderId }: OrderKey, to: Updateable<Tables['hotline.order']>) =>
      within(tx)
        .updateTable('hotline.order')
        .set(to)
        .where('city', '=', city)
        .where('order_id', '=', orderId)
        .execute(),
    /** What others saw of an order that turned out to be a tip-off is gone: its seats, what was public, and which call
     * it came by. */
    async withdrawFromSight(tx: Tx, { city, orderId }: OrderKey, number: string): Promise<void> {
      for (const table of ['hotline.seat', 'hotline.answer'] as const)
        await within(tx).deleteFrom(table).where('city', '=', city).where('order_id', '=', orderId).execute();
      await within(tx)
        .updateTable('hotline.call')
        .set({ order_number: null })
        .where('order_number', '=', number)
        .execute();
    },
    /** Makes the seats of an order these and no others. */
    async seat(tx: Tx, { city, orderId }: OrderKey, seats: readonly Seat[]): Promise<void> {
      const branches = seats.map(({ branch }) => branch);
      const mine = within(tx)
        .deleteFrom('hotline.seat')
        .where('city', '=', city)
        .where('order_id', '=', orderId);
      await (branches.length === 0 ? mine : mine.where('branch', 'not in', branches)).execute();
      if (seats.length === 0) return;
      await within(tx)
        .insertInto('hotline.seat')
        .values(seats.map((seat) => ({ city, order_id: orderId, ...seat })))
        .onConflict((conflict) =>
          conflict
            .columns(['city', 'order_id', 'branch'])
            .doUpdateSet((see) => ({ helps: see.ref('excluded.helps') })),
        )
        .execute();
    },
    /** Orders whose last day is over and nobody has been reminded of, and replies nobody has answered in their days. */
    due: (tx: Tx, { today, limit }: { today: string; limit: number }): Promise<OrderRow[]> =>
      within(tx)
        .selectFrom('hotline.order')
        .selectAll()
        .where(
          sql<boolean>`(stage in ('received', 'sorting', 'handling', 'coordinating') and reminded_on is null
            and due_on < ${today}::date)`,
        )
        .orderBy('due_on')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute(),
    /** Orders somebody was reminded of long ago, which are still open and have not been named. */
    toName: (tx: Tx, { before, limit }: { before: string; limit: number }): Promise<OrderRow[]> =>
      within(tx)
        .selectFrom('hotline.order')
        .selectAll()
        .where(
          sql<boolean>`(stage in ('received', 'sorting', 'handling', 'coordinating') and named_on is null
            and reminded_on < ${before}::date)`,
        )
        .orderBy('reminded_on')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute(),
    silent: (tx: Tx, { today, limit }: { today: string; limit: number }): Promise<OrderRow[]> =>
      within(tx)
        .selectFrom('hotline.order')
        .selectAll()
        .where('stage', '=', 'call-back')
        .where('silent_on', '<=', today)
        .orderBy('silent_on')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute(),
  };
}
