import { createEntering, followOrders } from './entering.ts';
import { createLeading } from './leading.ts';
import type { Deps } from './parts.ts';
import { createEntryStore } from './store/entries.ts';
import { createForumStore } from './store/forums.ts';
import { createVolunteerStore } from './store/volunteers.ts';
import { createViews } from './views.ts';
import { createVolunteers } from './volunteers.ts';

export type Forums = ReturnType<typeof createForums>;

/** 专场: orders kept together by the occasion they were said at, and followed until each is put right. */
export function createForums(deps: Deps) {
  const { db } = deps;
  const stores = { forums: createForumStore(db), entries: createEntryStore(db) };
  const parts = { ...deps, ...stores, volunteers: createVolunteerStore(db) };
  followOrders(parts);
  return {
    ...{ views: createViews(parts), leading: createLeading(parts), entering: createEntering(parts) },
    volunteers: createVolunteers(parts),
  };
}
