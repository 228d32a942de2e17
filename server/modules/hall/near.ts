import { mayServe, type ServingWindow, type WaitingTicket } from '@tongban/queueing';
import { transaction } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { isWaiting, type Snapshots, servingOf, waitingOf } from './snapshot.ts';
import { lapseJob, nearJob, reachOf } from './telling.ts';

/** 前面还有三位: how many are before somebody when they are told to come back to the hall. */
const nearBy = 3;
/** Half past eleven at night in Shanghai. */
const nightly = '30 15 * * *';

/** What the hall does by itself: tells people whose turn comes near, ends what was missed for good, and ends the day. */
export function keepQueue(deps: Parts & { snapshots: Snapshots }): void {
  const { jobs, db, store, bookings } = deps;
  jobs.handle(nearJob, ({ hall }) => tellNear(deps, hall));
  jobs.handle(lapseJob, ({ ticket }) =>
    transaction(db, async (tx) => {
      const row = await store.lock(tx, ticket);
      if (row?.state === 'missed' && row.booking_id !== undefined)
        await bookings.finish(tx, row.booking_id, 'missed');
    }),
  );
  jobs.every('hall.end-day', nightly, (now) =>
    transaction(db, async (tx) => {
      await store.endDays(tx, now);
      await bookings.endTimedBefore(tx, now);
    }),
  );
}

/** Everybody who can be reached is told once, when few are left before them. */
async function tellNear(deps: Parts & { snapshots: Snapshots }, hall: string): Promise<void> {
  const { places, snapshots, store, notices, db, clock } = deps;
  const { tickets, windows, place } = await snapshots.of(places.at(hall));
  const waiting = tickets.filter(isWaiting);
  const order = waiting.map(waitingOf);
  const open = windows.filter(({ state }) => state === 'open').map(servingOf);
  const near = waiting.filter(
    (row, at) => !row.told_near && isNear(order, at, open) && reachOf(deps, row) !== undefined,
  );
  for (const row of near) {
    await transaction(db, async (tx) => {
      const held = await store.lock(tx, row.ticket_id);
      const who = held === undefined ? undefined : reachOf(deps, held);
      if (held === undefined || held.state !== 'waiting' || held.told_near || who === undefined) return;
      await store.change(tx, held, { told_near: true });
      await notices.tell(tx, {
        ...who,
        ...{ event: 'hall.near', about: `ticket:${row.ticket_id}` },
        facts: {
          ...{ number: row.number, before: String(nearBy) },
          hall: { zh: place.hall.name, en: place.hall.name_en },
        },
        staleAfter: new Date(clock().getTime() + 15 * 60_000),
      });
    });
  }
}

/** Whether only a few in the order are before one and want a window it could have; looks no further than it must. */
function isNear(order: readonly WaitingTicket[], at: number, open: readonly ServingWindow[]): boolean {
  const ticket = order[at];
  const mine = ticket === undefined ? [] : open.filter((window) => mayServe(window, ticket));
  let before = 0;
  for (let place = 0; place < at && before <= nearBy; place += 1) {
    const other = order[place];
    if (other !== undefined && mine.some((window) => mayServe(window, other))) before += 1;
  }
  return before <= nearBy;
}
