import type { Db } from '../../../platform/index.ts';
import type { Tables, TicketRow } from './tables.ts';

const columns = [
  ...(['ticket_id', 'city', 'hall', 'branch', 'number', 'item', 'person_id', 'phone', 'window_id'] as const),
  'ended_at',
] as const;
type Served = Pick<TicketRow, (typeof columns)[number]>;

type ByNumber = { city: string; hall: string; day: string; number: string; since: Date };
type LastAt = { city: string; hall: string; day: string; window: string; since: Date };

/** SQL of visits: tickets that were served to their end. */
export function createVisitStore(db: Db) {
  const served = () =>
    db
      .withTables<Tables>()
      .selectFrom('hall.ticket')
      .select(columns)
      .where('state', '=', 'done')
      .where('started_at', 'is not', null)
      .where('ended_at', 'is not', null);
  return {
    byKey: (hash: Buffer): Promise<Served | undefined> =>
      served().where('key_hash', '=', hash).executeTakeFirst(),
    byTicket: (city: string, ticket: string): Promise<Served | undefined> =>
      served().where('city', '=', city).where('ticket_id', '=', ticket).executeTakeFirst(),
    byNumber: (at: ByNumber): Promise<Served | undefined> =>
      served()
        .where('city', '=', at.city)
        .where('hall', '=', at.hall)
        .where('day', '=', at.day)
        .where('number', '=', at.number)
        .where('ended_at', '>=', at.since)
        .executeTakeFirst(),
    /** The last one served at a window of a hall on a day, since a moment. */
    lastAt: (at: LastAt): Promise<Served | undefined> =>
      served()
        .where('city', '=', at.city)
        .where('hall', '=', at.hall)
        .where('day', '=', at.day)
        .where('window_id', '=', at.window)
        .where('ended_at', '>=', at.since)
        .orderBy('ended_at', 'desc')
        .orderBy('ticket_id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    /** Who was at the window when the visit ended. */
    clerkOf: async ({ city, ticket_id }: Served): Promise<string | undefined> => {
      const row = await db
        .withTables<Tables>()
        .selectFrom('hall.ticket_event')
        .select('by_id')
        .where('city', '=', city)
        .where('ticket_id', '=', ticket_id)
        .where('what', '=', 'finished')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.by_id;
    },
    inHand: async (city: string, window: string): Promise<boolean> => {
      const row = await db
        .withTables<Tables>()
        .selectFrom('hall.ticket')
        .select('ticket_id')
        .where('city', '=', city)
        .where('window_id', '=', window)
        .where('state', 'in', ['called', 'serving'])
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
