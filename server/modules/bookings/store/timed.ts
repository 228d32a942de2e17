import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import type { Tables, TimedRow } from './tables.ts';

type Claim = Omit<TimedRow, 'pool' | 'lane' | 't' | 'state'>;
type Candidates = { candidates: readonly { pool: string; lane: number }[]; starts: readonly number[] };

/** SQL of times to come back at. */
export function createTimedStore() {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    /** Takes the first start with room; the database alone decides whether there is any. */
    async take(tx: Tx, claim: Claim, { candidates, starts }: Candidates): Promise<number | undefined> {
      const { rows } = await sql<{ taken: number | undefined }>`select bookings.take_timed(
        ${JSON.stringify(claim)}::jsonb, ${candidates.map(({ pool }) => pool)}::text[],
        ${candidates.map(({ lane }) => lane)}::smallint[], ${[...starts]}::integer[]) as taken`.execute(tx);
      return rows[0]?.taken;
    },
    end: async (
      tx: Tx,
      { city, ticket }: { city: string; ticket: string },
      { why, t }: { why: 'called' | 'gone'; t: number },
    ): Promise<void> => {
      await within(tx)
        .updateTable('bookings.timed')
        .set({
          state: why === 'gone' ? 'cancelled' : sql`case when t <= ${t} then 'done' else 'cancelled' end`,
        })
        .where('city', '=', city)
        .where('ticket_id', '=', ticket)
        .where('state', '=', 'booked')
        .execute();
    },
    endBefore: async (tx: Tx, t: number): Promise<void> => {
      await within(tx)
        .updateTable('bookings.timed')
        .set({ state: 'done' })
        .where('state', '=', 'booked')
        .where('t', '<', t)
        .execute();
    },
  };
}
