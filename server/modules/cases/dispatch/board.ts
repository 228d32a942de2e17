import type { DispatchBoard, Load as LoadView } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn } from '../../../platform/index.ts';
import type { Identity, StaffPost } from '../../identity/index.ts';
import type { Listing } from '../list/listing.ts';
import { reachOf } from '../rules.ts';
import { deskRoles, roleOfPost } from './colleagues.ts';
import type { DispatchSettings } from './settings.ts';
import type { DispatchStore } from './store.ts';

type Deps = Pick<Platform, 'clock'> & {
  store: DispatchStore;
  settings: DispatchSettings;
  identity: Pick<Identity, 'staffOf'>;
  listing: Pick<Listing, 'search'>;
};
/** As many as fit on a board; the rest is in the list. */
const mostShown = 100;

/** 分派台: what waits for somebody, who can take it, and how the rules fare today. */
export function createBoard({ clock, store, settings, identity, listing }: Deps) {
  const loads = async (branch: string): Promise<LoadView[]> => {
    const today = shanghaiDay(clock());
    const posts = await identity.staffOf({ below: branch }, deskRoles);
    const people = [...new Set(posts.map(({ personId }) => personId))];
    const [held, away] = [await store.loads(people, today), await store.absences(people, today)];
    return posts.map((post) => loadView(post, held.get(post.personId), away.get(post.personId)));
  };
  return async (caller: SignedIn): Promise<DispatchBoard> => {
    const { branch } = reachOf(caller);
    const { tasks } = await listing.search(caller, { filter: { holder: 'nobody' }, limit: mostShown });
    const used = await store.usedOn(branch, shanghaiDay(clock()));
    const { yellowHours, redHours } = settings.waiting;
    return {
      unassigned: tasks.toSorted((one, other) => since(one).localeCompare(since(other))),
      loads: await loads(branch),
      rules: settings.rules.map(({ id, say }) => ({ id, say, used: used.get(id) ?? 0 })),
      light: { yellowHours, redHours },
    };
  };
}

function since({ unassigned }: DispatchBoard['unassigned'][number]): string {
  return unassigned?.since ?? '';
}

type Held = Awaited<ReturnType<DispatchStore['loads']>> extends Map<string, infer L> ? L : never;
type Absence = Awaited<ReturnType<DispatchStore['absences']>> extends Map<string, infer A> ? A : never;

function loadView(post: StaffPost, held: Held | undefined, absence: Absence | undefined): LoadView {
  const { personId, name, office } = post;
  return {
    ...{ person: personId, name, role: roleOfPost(post), office },
    ...{ open: held?.open ?? 0, red: held?.red ?? 0, yellow: held?.yellow ?? 0 },
    ...(absence === undefined
      ? {}
      : { absent: { from: absence.from_day, until: absence.until_day, reason: absence.reason } }),
  };
}
