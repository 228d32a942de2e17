import { minutesPerQuantum, quantumAt, startOf } from '@tongban/queueing';
import type { Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { lanes } from './store/tables.ts';

/** 约时回来: somebody with a number who shall come back between two moments of today. */
export type TimedWish = { ticket: string; hall: string; item: string; from: Date; until: Date };
export type TimedTicket = { city: string; ticket: string };

/** What is kept for walk-ins goes first, so that as much as can be stays to be booked. */
const lanesToTry = [lanes.walkIn, lanes.online];

/** 约时回来: a time to come back takes a place at the windows as a booking does, and gives it back when it is given up. */
export function createComingBack({ store, places, clock, hallRules }: Parts) {
  return {
    /** Takes the first time that is free from a moment on; undefined where none is. */
    async takeTimed(tx: Tx, { ticket, hall, item, from, until }: TimedWish): Promise<Date | undefined> {
      const place = await places.servedAt(hall, item);
      const step = hallRules.booking.step_minutes / minutesPerQuantum;
      const first = Math.ceil(quantumAt(from) / step) * step;
      const last = quantumAt(until) - place.length;
      const starts = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
      const taken = await store.timed.take(
        tx,
        {
          ...{ city: place.city, ticket_id: ticket, hall, branch: place.branch },
          ...{ quanta: place.length, claimed_at: clock() },
        },
        {
          candidates: lanesToTry.flatMap((lane) => place.pools.map(({ pool }) => ({ pool, lane }))),
          starts: starts.filter((t) => t % step === 0),
        },
      );
      return taken === undefined ? undefined : startOf(taken);
    },
    /** Whoever is called at their time uses it; called before it, or gone, they give it back. */
    async endTimed(tx: Tx, timed: TimedTicket, why: 'called' | 'gone'): Promise<void> {
      await store.timed.end(tx, timed, { why, t: quantumAt(clock()) });
    },
    /** Times of days that are over are nobody's any more. */
    endTimedBefore: (tx: Tx, now: Date): Promise<void> => store.timed.endBefore(tx, quantumAt(now)),
  };
}
