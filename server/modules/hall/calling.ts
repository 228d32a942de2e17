import { Problem } from '@tongban/kernel';
import { mayServe } from '@tongban/queueing';
import type { Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { type Post, serverOf } from './places.ts';
import { missing, moved } from './refusing.ts';
import { servingOf, waitingOf, windowsNow } from './snapshot.ts';
import type { TicketRow, WindowRow } from './store/tables.ts';
import type { Telling } from './telling.ts';

type Deps = Parts & { telling: Telling };
type Wish = { window: WindowRow; ticket: string | undefined };

/** 叫号: the next ticket of a window, or one named by its clerk. */
export function createCalling(deps: Deps) {
  const { store, telling, clock } = deps;
  return async (tx: Tx, post: Post, { window, ticket }: Wish): Promise<TicketRow | undefined> => {
    const server = serverOf(post.window, window.skills);
    const row =
      ticket === undefined
        ? await store.next(tx, post.at, { server, now: clock() })
        : await callNamed(deps, tx, { post, window, ticket });
    if (row === undefined) return undefined;
    await telling.record(tx, { row, what: 'called', window: post.window.id, by: post.clerkId });
    await telling.called(tx, row, { window: post.window, again: false });
    return row;
  };
}

async function callNamed(
  { store, clock }: Deps,
  tx: Tx,
  { post, window, ticket }: { post: Post; window: WindowRow; ticket: string },
): Promise<TicketRow> {
  const row = await store.lock(tx, ticket);
  if (row === undefined || row.hall !== post.at.hall || row.day !== post.at.day) throw missing();
  moved(row, 'call');
  const [now] = windowsNow({ ...post, hall: { ...post.hall, windows: [post.window] } }, [window]);
  // Somebody who was called to this window before may always be called to it again.
  if (row.window_id !== post.window.id && now !== undefined && !mayServe(servingOf(now), waitingOf(row))) {
    throw new Problem('hall.sent-back', 'conflict', '您的窗口办不了这件事');
  }
  const at = clock();
  return store.change(tx, row, {
    ...{ state: 'called', window_id: post.window.id, calls: 1, called_at: at, started_at: null },
    ...{ first_called_at: row.first_called_at ?? at, parked_until: null, missed_at: null },
  });
}

/** The window a clerk works at, held so that two presses of one clerk come one after the other. */
export async function openWindow({ store }: Deps, tx: Tx, { at, window }: Post): Promise<WindowRow> {
  const row = await store.lockWindow(tx, at, window.id);
  if (row?.state === 'open') return row;
  throw new Problem('hall.window-not-open', 'conflict', '先开放窗口，再叫号');
}
