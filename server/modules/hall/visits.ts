import { shanghaiDay } from '@tongban/kernel';
import type { Parts } from './parts.ts';
import { createVisitStore } from './store/visits.ts';
import { digestOf } from './taking.ts';

/** 办完的一次来访: a ticket that was served to its end, as whoever asks how it went knows it. */
export type Visit = {
  readonly ticket: string;
  readonly city: string;
  readonly hall: string;
  readonly branch: string;
  readonly number: string;
  readonly item: string;
  readonly window?: string;
  readonly clerkId?: string;
  readonly personId?: string;
  /** Left by somebody who wished to be told of their turn. */
  readonly phone?: string;
  readonly endedAt: Date;
};

type Numbered = { hall: string; number: string; minutes: number };

/** Finds visits that ended, by the key of their ticket or by the window they ended at. */
export function createVisits({
  db,
  clock,
  offices,
  vault,
}: Pick<Parts, 'db' | 'clock' | 'offices' | 'vault'>) {
  const store = createVisitStore(db);
  type Served = NonNullable<Awaited<ReturnType<typeof store.byKey>>>;
  const visitOf = async (row: Served): Promise<Visit> => {
    const clerkId = await store.clerkOf(row);
    return {
      ...{ ticket: row.ticket_id, city: row.city, hall: row.hall, branch: row.branch },
      ...{ number: row.number, item: row.item, endedAt: row.ended_at ?? clock() },
      ...(row.window_id === undefined ? {} : { window: row.window_id }),
      ...(clerkId === undefined ? {} : { clerkId }),
      ...(row.person_id === undefined ? {} : { personId: row.person_id }),
      ...(row.phone === undefined
        ? {}
        : { phone: vault.open(`hall.ticket.phone|${row.ticket_id}`, row.phone) }),
    };
  };
  return {
    async byKey(key: string): Promise<Visit | undefined> {
      const row = await store.byKey(digestOf(key));
      return row === undefined ? undefined : visitOf(row);
    },
    async byTicket(city: string, ticket: string): Promise<Visit | undefined> {
      const row = await store.byTicket(city, ticket);
      return row === undefined ? undefined : visitOf(row);
    },
    /** The visit of a number of today that ended in a hall within so many minutes. */
    async byNumber({ hall, number, minutes }: Numbered): Promise<Visit | undefined> {
      const city = offices.hall(hall)?.city;
      if (city === undefined) return undefined;
      const now = clock();
      const since = new Date(now.getTime() - minutes * 60_000);
      const row = await store.byNumber({ city, hall, day: shanghaiDay(now), number, since });
      return row === undefined ? undefined : visitOf(row);
    },
    /** The visit that ended at a window within so many minutes; nobody’s any more once the next one is called. */
    async lastAt(window: string, minutes: number): Promise<Visit | undefined> {
      const hall = offices.findWindow(window)?.hall;
      if (hall === undefined || (await store.inHand(hall.city, window))) return undefined;
      const now = clock();
      const since = new Date(now.getTime() - minutes * 60_000);
      const row = await store.lastAt({
        city: hall.city,
        hall: hall.id,
        day: shanghaiDay(now),
        window,
        since,
      });
      return row === undefined ? undefined : visitOf(row);
    },
  };
}
