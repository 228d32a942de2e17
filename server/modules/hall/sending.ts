import { Problem } from '@tongban/kernel';
import { mayServe } from '@tongban/queueing';
import type { Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { type Place, windowIn } from './places.ts';
import { servingOf, type WindowNow, waitingOf, windowsNow } from './snapshot.ts';
import type { TicketRow } from './store/tables.ts';

/** Refuses to send a ticket where nobody could serve it; to an issue or stuck window anything may be sent by name. */
export async function refuseUnable(
  { store }: Pick<Parts, 'store'>,
  tx: Tx,
  { place, row, window }: { place: Place; row: TicketRow; window: string | undefined },
): Promise<void> {
  if (window !== undefined) windowIn(place, window);
  const all = windowsNow(place, await store.windows(place.at, tx));
  const chosen = all.filter(({ facts }) => window === undefined || facts.id === window);
  const { window: _window, queue: _queue, ...free } = waitingOf(row);
  const able = (one: WindowNow) => {
    const apart = one.facts.kind === 'issue' || one.facts.kind === 'stuck';
    return apart ? window !== undefined : mayServe(servingOf(one), free);
  };
  if (!chosen.some(able)) throw new Problem('hall.sent-back', 'conflict', '那个窗口办不了这件事，换一个窗口');
}
