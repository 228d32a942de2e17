import type { QueueTicket, WindowQueue } from '@tongban/contract';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { serverOf } from './places.ts';
import { minutesSince, queueTickets } from './queue-ticket.ts';
import { isInHand } from './snapshot.ts';
import type { WindowLine } from './store/calling.ts';
import type { TicketRow } from './store/tables.ts';

const missedMinutes = 30;

/** 我的窗口: what the queue bar of a clerk shows, read in one query however many wait. */
export function createWindowQueue(parts: Parts) {
  const { store, places, clock } = parts;
  return async (caller: SignedIn, tx?: Tx): Promise<WindowQueue> => {
    const post = places.post(caller);
    const { at, hall, window } = post;
    const now = clock();
    const missedSince = new Date(now.getTime() - missedMinutes * 60_000);
    const line = await store.windowLine(at, { server: serverOf(window), now, missedSince, tx });
    const { next, aside } = line;
    const stateOf = (id: string) => line.states[id] ?? 'closed';
    const view = await queueTickets(parts, post, next === undefined ? aside : [...aside, next]);
    return {
      ...{
        window: window.id,
        windowName: window.name,
        number: window.number,
        state: stateOf(window.id),
      },
      ...lineOf(line, now),
      ...nextOf(next === undefined ? undefined : view(next)),
      ...handOf(aside, view),
      others: hall.windows
        .filter(({ id }) => id !== window.id)
        .map(({ id, name }) => ({ window: id, name, state: stateOf(id) })),
      ...(line.announcement === undefined ? {} : { announcement: line.announcement }),
      asOf: now.toISOString(),
    };
  };
}

function lineOf(
  { waiting, since, served }: WindowLine,
  now: Date,
): Pick<WindowQueue, 'waiting' | 'longestMinutes' | 'servedToday'> {
  return {
    ...{ waiting, servedToday: served },
    ...(since === undefined ? {} : { longestMinutes: minutesSince(since, now) }),
  };
}

function nextOf(next: QueueTicket | undefined): Pick<WindowQueue, 'next'> {
  return next === undefined ? {} : { next: { number: next.number, itemName: next.itemName, why: next.why } };
}

function handOf(
  aside: readonly TicketRow[],
  view: (row: TicketRow) => QueueTicket,
): Pick<WindowQueue, 'current' | 'parked' | 'missed'> {
  const current = aside.find(isInHand);
  return {
    ...(current === undefined ? {} : { current: view(current) }),
    parked: aside.filter(({ state }) => state === 'parked').map(view),
    missed: aside.filter(({ state }) => state === 'missed').map(view),
  };
}
