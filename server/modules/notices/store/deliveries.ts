import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { Channel, DeliveryRow, State, Tables } from './tables.ts';

export type NewDelivery = Pick<
  DeliveryRow,
  | 'delivery_id'
  | 'notice_id'
  | 'channel'
  | 'state'
  | 'urgent'
  | 'once'
  | 'made_at'
  | 'due_at'
  | 'first_due_at'
> & {
  person_id: string | null;
  stale_after: Date | null;
  attempts?: number;
  claimed_at?: Date;
  handed_at?: Date;
  ended_at?: Date;
};
/** What became of a delivery that was being handed over; what is left out stays as it was. */
export type Result = {
  readonly delivery: string;
  readonly state: State;
  readonly why?: string;
  readonly provider?: string;
  readonly ref?: string;
  readonly dueAt?: Date;
  /** Put off before anybody tried, as for quiet hours: the clock of promptness starts anew. */
  readonly putOff?: true;
  readonly handedAt?: Date;
  readonly endedAt?: Date;
};
export type OutboxWish = {
  channel?: Channel;
  state?: State;
  after?: { at: Date; id: string };
  limit: number;
};

/** All SQL of notices on their way. */
export function createDeliveryStore(db: Db) {
  const tables = db.withTables<Tables>();
  return {
    insert: (tx: Tx, rows: readonly NewDelivery[]) =>
      tx
        .withTables<Tables>()
        .insertInto('notices.delivery')
        .values([...rows])
        .onConflict((one) => one.columns(['notice_id', 'channel']).doNothing())
        .execute(),
    /** Takes what is due in a channel, the urgent first: from now on it may be on its way. */
    claim: (channel: Channel, { now, limit }: { now: Date; limit: number }): Promise<DeliveryRow[]> =>
      tables
        .updateTable('notices.delivery')
        .set({ state: 'sending', claimed_at: now, attempts: sql<number>`attempts + 1` })
        .where('delivery_id', 'in', (inner) =>
          inner
            .selectFrom('notices.delivery')
            .select('delivery_id')
            .where('channel', '=', channel)
            .where('state', '=', 'waiting')
            .where('due_at', '<=', now)
            .orderBy('urgent', 'desc')
            .orderBy('due_at')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .execute(),
    /** Writes down what became of a batch; a receipt that came first stands. */
    record: (tx: Tx, results: readonly Result[]) =>
      sql`update notices.delivery set
          state = told.state,
          why = told.why,
          provider = coalesce(told.provider, delivery.provider),
          provider_ref = coalesce(told.ref, delivery.provider_ref),
          due_at = coalesce(told."dueAt", delivery.due_at),
          first_due_at = case when told."putOff" then told."dueAt" else delivery.first_due_at end,
          attempts = case when told."putOff" then 0 else delivery.attempts end,
          handed_at = coalesce(told."handedAt", delivery.handed_at),
          ended_at = told."endedAt"
        from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as told(delivery uuid, state text, why text,
          provider text, ref text, "dueAt" timestamptz, "putOff" boolean, "handedAt" timestamptz, "endedAt" timestamptz)
        where delivery.delivery_id = told.delivery and delivery.state = 'sending'`.execute(tx),
    /** What a worker left behind when it died, to be handed over again under its old reference; never what goes once. */
    reclaim: (before: Date) =>
      tables
        .updateTable('notices.delivery')
        .set({ state: 'waiting' })
        .where('state', '=', 'sending')
        .where('once', '=', false)
        .where('claimed_at', '<', before)
        .execute(),
    /** What a receipt tells; a second one finds nothing left to change. */
    confirm: async (tx: Tx, told: Confirmed): Promise<boolean> => {
      const { numUpdatedRows } = await tx
        .withTables<Tables>()
        .updateTable('notices.delivery')
        .set({
          ...{ state: told.state, ended_at: told.now, why: told.why ?? null },
          ...{ provider: told.provider, handed_at: sql<Date>`coalesce(handed_at, claimed_at)` },
        })
        .where('delivery_id', '=', told.delivery)
        .where('state', 'in', ['waiting', 'sending', 'sent'])
        .where('attempts', '>', 0)
        .where((one) => one.or([one('provider', 'is', null), one('provider', '=', told.provider)]))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** The latest on their way or handed over. */
    outbox({ channel, state, after, limit }: OutboxWish): Promise<DeliveryRow[]> {
      let query = tables.selectFrom('notices.delivery').selectAll().where('channel', '<>', 'app');
      if (channel !== undefined) query = query.where('channel', '=', channel);
      if (state !== undefined) query = query.where('state', '=', state);
      if (after !== undefined)
        query = query.where(sql<boolean>`(made_at, delivery_id) < (${after.at}, ${after.id})`);
      return query.orderBy('made_at', 'desc').orderBy('delivery_id', 'desc').limit(limit).execute();
    },
  };
}
type Confirmed = {
  delivery: string;
  provider: string;
  state: 'delivered' | 'failed';
  why?: string;
  now: Date;
};
export type DeliveryStore = ReturnType<typeof createDeliveryStore>;
