import { Problem } from '@tongban/kernel';
import { isCalledOut } from '@tongban/queueing';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Act } from './acts.ts';
import { createCalling, openWindow } from './calling.ts';
import { finish, miss, park, start, transfer } from './moves.ts';
import type { Parts } from './parts.ts';
import type { Post } from './places.ts';
import { missing, moved } from './refusing.ts';
import type { TicketRow } from './store/tables.ts';
import type { Telling } from './telling.ts';

type Deps = Parts & { telling: Telling };

/** 叫号、办理: a clerk calls a ticket to their window and brings it to an end. */
export function createActing(deps: Deps) {
  const { store, places, telling, clock } = deps;
  const call = createCalling(deps);
  return {
    /** Calls the next ticket, or a named one that is parked, missed or waiting here; nothing happens where nobody waits. */
    async next(tx: Tx, caller: SignedIn, ticket?: string): Promise<TicketRow | undefined> {
      const post = places.post(caller);
      return call(tx, post, { window: await openWindow(deps, tx, post), ticket });
    },
    /** Calls the ticket in hand once more; called out, it is missed. */
    async recall(tx: Tx, caller: SignedIn, ticket: string): Promise<TicketRow> {
      const post = places.post(caller);
      const row = await held(deps, tx, post, ticket);
      moved(row, 'recall');
      if (isCalledOut(row.calls, deps.hallRules.queue)) return miss(deps, tx, { row, by: caller.personId });
      const recalled = await store.change(tx, row, { calls: row.calls + 1, called_at: clock() });
      await telling.called(tx, recalled, { window: post.window, again: true, by: caller.personId });
      return recalled;
    },
    /** Does one thing with the ticket in hand. */
    async act(tx: Tx, caller: SignedIn, { ticket, ...done }: Act & { ticket: string }): Promise<TicketRow> {
      const post = places.post(caller);
      const row = await held(deps, tx, post, ticket);
      const changed = await apply(deps, tx, { post, row, done });
      if (done.act === 'finish' && done.next) {
        await call(tx, post, { window: await openWindow(deps, tx, post), ticket: undefined });
      }
      return changed;
    },
  };
}

type Doing = { post: Post; row: TicketRow; done: Act };

function apply(deps: Deps, tx: Tx, { post, row, done }: Doing): Promise<TicketRow> {
  const by = post.clerkId;
  switch (done.act) {
    case 'start':
      return start(deps, tx, { row, by });
    case 'miss':
      return miss(deps, tx, { row, by });
    case 'park':
      return park(deps, tx, { row, by, ...done });
    case 'transfer':
      return transfer(deps, tx, { post, row, done });
    case 'finish':
      return finish(deps, tx, { row, by });
  }
}

async function held({ store }: Deps, tx: Tx, { window }: Post, ticket: string): Promise<TicketRow> {
  const row = await store.lock(tx, ticket);
  if (row === undefined) throw missing();
  if (row.window_id === window.id && (row.state === 'called' || row.state === 'serving')) return row;
  throw new Problem('hall.not-in-hand', 'conflict', '这个号不在您的窗口');
}
