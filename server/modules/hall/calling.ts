import { Problem } from '@tongban/kernel';
import { mayServe } from '@tongban/queueing';
import type { Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { type Post, serverOf } from './places.ts';
import { inHand, missing, moved } from './refusing.ts';
import { servingOf, waitingOf } from './snapshot.ts';
import type { Standing } from './store/calling.ts';
import type { TicketRow } from './store/tables.ts';
import type { Telling } from './telling.ts';

type Deps = Parts & { telling: Telling };
type Wish = { window: Pick<Standing, 'skills'>; ticket: string | undefined };

/** 叫号: the next ticket of a window, or one named by its clerk. */
export function createCalling(deps: Deps) {
  const { store, telling, clock, bookings } = deps;
  return async (tx: Tx, post: Post, { window, ticket }: Wish): Promise<TicketRow | undefined> => {
    const server = serverOf(post.window, window.skills);
    const row =
      ticket === undefined
        ? await store.next(tx, post.at, { server, now: clock() })
        : await callNamed(deps, tx, { post, window, ticket });
    if (row === undefined) return undefined;
    if (row.come_back_at !== undefined) {
      await bookings.endTimed(tx, { city: row.city, ticket: row.ticket_id }, 'called');
    }
    await telling.called(tx, row, { window: post.window, again: false, by: post.clerkId });
    return row;
  };
}

async function callNamed(
  { store, clock }: Deps,
  tx: Tx,
  { post, window, ticket }: { post: Post; window: Pick<Standing, 'skills'>; ticket: string },
): Promise<TicketRow> {
  const row = await store.lock(tx, ticket);
  if (row === undefined || row.hall !== post.at.hall || row.day !== post.at.day) throw missing();
  moved(row, 'call');
  const { window: facts } = post;
  const serving = servingOf({ facts, skills: window.skills ?? facts.skills });
  // Somebody who was called to this window before may always be called to it again.
  if (row.window_id !== facts.id && !mayServe(serving, waitingOf(row))) {
    throw new Problem('hall.sent-back', 'conflict', '您的窗口办不了这件事');
  }
  const at = clock();
  return store.change(tx, row, {
    ...{ state: 'called', window_id: post.window.id, calls: 1, called_at: at, started_at: null },
    ...{ first_called_at: row.first_called_at ?? at, parked_until: null, missed_at: null },
  });
}

/** The window a clerk works at, open and free, held so that two presses of one clerk come one after the other. */
export async function openWindow({ store }: Deps, tx: Tx, { at, window }: Post): Promise<Standing> {
  const standing = await store.stand(tx, at, window.id);
  if (standing?.state !== 'open') throw new Problem('hall.window-not-open', 'conflict', '先开放窗口，再叫号');
  if (standing.held !== undefined) throw inHand({ number: standing.held });
  return standing;
}
