import { Problem } from '@tongban/kernel';
import { dueOf } from '@tongban/queueing';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Parts, Priority } from './parts.ts';
import { missing, moved } from './refusing.ts';
import { refuseUnable } from './sending.ts';
import type { TicketRow } from './store/tables.ts';
import type { Telling } from './telling.ts';

type Wish = { ticket: string; window?: string; priority?: Priority; reason: string };
type Deps = Parts & { telling: Telling };

/** 大堂: the hall manager sends a waiting ticket to a window, grants priority with a reason, and announces. */
export function createManaging(deps: Deps) {
  const { store, places, telling } = deps;
  return {
    async route(tx: Tx, caller: SignedIn, { ticket, window, priority, reason }: Wish): Promise<void> {
      const place = places.of(caller);
      const row = await store.lock(tx, ticket);
      if (row === undefined || row.hall !== place.at.hall || row.day !== place.at.day) throw missing();
      if (row.state === 'called' || row.state === 'serving') {
        throw new Problem('hall.move', 'conflict', '这个号已经叫到窗口，由窗口转');
      }
      moved(row, 'transfer');
      const by = { by: caller.personId, said: reason };
      if (window !== undefined) {
        await refuseUnable(deps, tx, { place, row, window });
        await store.change(tx, row, { routed_to: window });
        await telling.record(tx, { row, what: 'routed', window, ...by });
      }
      if (priority !== undefined) await grant(deps, tx, { row, priority, ...by });
      await telling.changed(tx, place.at, ticket);
    },
    async announce(tx: Tx, caller: SignedIn, text: string): Promise<void> {
      const { at } = places.of(caller);
      await telling.changed(tx, at);
      await store.setAnnouncement(tx, at, text.trim() === '' ? undefined : text.trim());
    },
  };
}

type Grant = { row: TicketRow; priority: Priority; by: string; said: string };

/** Priority counts from when it is granted; a ticket that is due before that, or is away, stays where it is. */
async function grant(
  { store, telling, clock, hallRules }: Deps,
  tx: Tx,
  { row, priority, by, said }: Grant,
): Promise<void> {
  const say = hallRules.priorities.find(({ id }) => id === priority)?.say ?? priority;
  const { due, why, state } = row;
  const facts = { on: 'granted', at: clock(), due, why, priority: say, waits: state === 'waiting' } as const;
  const kind = row.kind === 'booked' ? row.kind : 'priority';
  await store.change(tx, row, { priority, kind, ...dueOf(facts, hallRules) });
  await telling.record(tx, { row, what: 'granted', by, said });
}
