import { Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { type Place, windowIn } from './places.ts';
import { inHand } from './refusing.ts';
import type { WindowRow } from './store/tables.ts';
import type { Telling } from './telling.ts';

type State = WindowRow['state'];
type Deps = Parts & { telling: Telling };

/** 窗口: opened, on a break or closed by its clerk or by the hall manager, who may change for today what it serves. */
export function createWindows(deps: Deps) {
  const { places } = deps;
  return {
    async setMine(tx: Tx, caller: SignedIn, state: State): Promise<void> {
      const post = places.post(caller);
      await put(deps, tx, post, { window: post.window.id, state, clerk: caller.personId });
    },
    async set(
      tx: Tx,
      caller: SignedIn,
      wish: { window: string; state?: State; skills?: string[] },
    ): Promise<void> {
      const place = places.of(caller);
      const { id, skills: usual } = windowIn(place, wish.window);
      const known = new Set(place.hall.windows.flatMap(({ skills }) => skills));
      if (wish.skills?.some((skill) => !known.has(skill)) === true) {
        throw new Problem('hall.skill', 'invalid', '这个大厅没有这种业务');
      }
      const same =
        wish.skills?.length === usual.length && usual.every((skill) => wish.skills?.includes(skill));
      await put(deps, tx, place, { ...wish, window: id, ...(same ? { skills: [] } : {}) });
    },
  };
}

type Wish = { window: string; state?: State; skills?: string[]; clerk?: string };

async function put(
  { store, telling, clock }: Deps,
  tx: Tx,
  { at }: Place,
  { window, state, skills, clerk }: Wish,
): Promise<void> {
  const before = await store.lockWindow(tx, at, window);
  const now = state ?? before?.state ?? 'closed';
  if (before === undefined) await store.letGo(tx, at, window);
  if (now !== 'open') {
    const held = await store.inHand(tx, at.city, window);
    if (held !== undefined) throw inHand(held);
  }
  const todays = skills ?? before?.skills;
  await store.putWindow(tx, {
    ...{ city: at.city, hall: at.hall, day: at.day, branch: at.branch, window_id: window, state: now },
    clerk_id: clerk ?? before?.clerk_id,
    skills: todays === undefined || todays.length === 0 ? undefined : [...todays],
    since: before?.state === now ? before.since : clock(),
  });
  await telling.changed(tx, at);
}
