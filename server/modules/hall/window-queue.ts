import type { QueueTicket, WindowQueue } from '@tongban/contract';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { type Post, serverOf } from './places.ts';
import { minutesSince, queueTickets } from './queue-ticket.ts';
import { isInHand, windowsNow } from './snapshot.ts';
import type { Waiting } from './store/calling.ts';
import type { TicketRow } from './store/tables.ts';

const missedMinutes = 30;

/** 我的窗口: what the queue bar of a clerk shows, read in a handful of queries however many wait. */
export function createWindowQueue(parts: Parts) {
  const { store, places, clock } = parts;
  return async (caller: SignedIn, tx?: Tx): Promise<WindowQueue> => {
    const post = places.post(caller);
    const { at, window } = post;
    const now = clock();
    const day = await store.day(at, tx);
    const windows = windowsNow(post, await store.windows(at, tx));
    const mine = windows.find(({ facts }) => facts.id === window.id);
    const asked = { server: serverOf(window, mine?.row?.skills), now, tx };
    const line = await store.waiting(at, asked);
    const next = await store.peek(at, asked);
    const aside = await asideOf(parts, post, asked);
    const view = await queueTickets(parts, post, next === undefined ? aside : [...aside, next]);
    return {
      ...{
        window: window.id,
        windowName: window.name,
        number: window.number,
        state: mine?.state ?? 'closed',
      },
      ...lineOf(line, now),
      ...nextOf(next === undefined ? undefined : view(next)),
      ...handOf(aside, view),
      others: windows
        .filter(({ facts }) => facts.id !== window.id)
        .map(({ facts, state }) => ({ window: facts.id, name: facts.name, state })),
      ...(day?.announcement === undefined ? {} : { announcement: day.announcement }),
      asOf: now.toISOString(),
    };
  };
}

/** The tickets this window has to do with besides those that wait. */
async function asideOf(
  { store }: Parts,
  { at, window }: Post,
  { now, tx }: { now: Date; tx: Tx | undefined },
): Promise<TicketRow[]> {
  const rows = await store.aside(at, new Date(now.getTime() - missedMinutes * 60_000), tx);
  return rows.filter((row) => row.window_id === window.id);
}

function lineOf(
  { waiting, since, served }: Waiting,
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
