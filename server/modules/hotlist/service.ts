import { createAttaching } from './attaching.ts';
import { createLeading } from './leading.ts';
import { createMining } from './mining.ts';
import { createLists, type Deps } from './parts.ts';
import { createRunStore } from './store/runs.ts';
import { createTopicStore } from './store/topics.ts';
import { createTelling } from './telling.ts';
import { createViews } from './views.ts';
import { createWatching } from './watching.ts';

export type Hotlist = ReturnType<typeof createHotlist>;

/** 热点诉求榜: what many people raise, picked by a leader and followed until it is quiet, and after that in case it comes back. */
export function createHotlist(deps: Deps) {
  const { db } = deps;
  const attaching = createAttaching(deps);
  deps.files.openTo(attaching.opens);
  const parts = {
    ...{ ...deps, lists: createLists(deps) },
    ...{ runs: createRunStore(db), topics: createTopicStore(db), attaching },
  };
  const watching = createWatching(parts);
  return {
    mining: createMining(parts),
    views: createViews(parts),
    leading: createLeading({ ...parts, watching }),
    telling: createTelling(parts),
  };
}
