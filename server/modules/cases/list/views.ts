import type { ListFilter, SavedView } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { newId, type Platform, type SignedIn, type Tx } from '../../../platform/index.ts';
import { isCitizenNumber } from './asked.ts';
import type { Listing } from './listing.ts';
import { mostViews, type ViewStore } from './view-store.ts';

type Deps = Pick<Platform, 'clock'> & { store: ViewStore; listing: Pick<Listing, 'countOf'> };
type Wish = Omit<SavedView, 'view' | 'count'>;

/** 我的视图: filters somebody keeps under a name, with what they show now. */
export function createViews({ clock, store, listing }: Deps) {
  const list = async (caller: SignedIn, tx?: Tx): Promise<SavedView[]> => {
    const views: SavedView[] = [];
    for (const { view_id, name, filter, shown } of await store.views(tx, caller.personId)) {
      const count = await listing.countOf(caller, filter);
      views.push({ view: view_id, name, filter, columns: shown, count });
    }
    return views;
  };
  return {
    list: (caller: SignedIn) => list(caller),
    async save(tx: Tx, caller: SignedIn, wish: Wish): Promise<SavedView[]> {
      refusePerson(wish.filter);
      const kept = await store.insert(tx, {
        ...{ person_id: caller.personId, view_id: newId(), name: wish.name.trim() },
        ...{ filter: wish.filter, shown: wish.columns, made_at: clock() },
      });
      if (!kept) {
        throw new Problem('cases.views-full', 'conflict', `最多保存 ${mostViews} 个视图，先删掉不用的`);
      }
      return list(caller, tx);
    },
    async change(tx: Tx, caller: SignedIn, { view, ...wish }: Wish & { view: string }): Promise<SavedView[]> {
      refusePerson(wish.filter);
      const { name, filter, columns: shown } = wish;
      const changed = await store.change(tx, {
        ...{ person_id: caller.personId, view_id: view, name: name.trim(), filter, shown },
      });
      if (!changed) throw new Problem('cases.view', 'missing', '没有这个视图，可能已经删掉');
      return list(caller, tx);
    },
    async drop(tx: Tx, caller: SignedIn, view: string): Promise<SavedView[]> {
      await store.drop(tx, caller.personId, view);
      return list(caller, tx);
    },
  };
}

/** A view is kept as it is written, so nobody's number stands in it. */
function refusePerson({ q = '' }: ListFilter): void {
  if (!isCitizenNumber(q)) return;
  throw new Problem('cases.view-person', 'invalid', '视图里不保存身份证号，去掉再存');
}
