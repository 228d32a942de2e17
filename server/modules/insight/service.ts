import { createAnalysis } from './analysis.ts';
import { countOrders } from './counting.ts';
import { createFeed } from './feed.ts';
import type { Deps } from './parts.ts';
import { createCountStore } from './store.ts';
import { createFeedStore } from './store-feed.ts';

export type Insight = ReturnType<typeof createInsight>;

/** 舆情: day counts kept up to date by what happens to orders, what they say together, and the feed to others. */
export function createInsight(deps: Deps) {
  const parts = { ...deps, counts: createCountStore(deps.db), feed: createFeedStore(deps.db) };
  return { ...countOrders(parts), analysis: createAnalysis(parts), feed: createFeed(parts) };
}
