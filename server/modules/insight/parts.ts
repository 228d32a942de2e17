import type { Platform } from '../../platform/index.ts';
import type { Hotline, OrderRules } from '../hotline/index.ts';
import type { Offices } from '../offices/index.ts';
import type { FeedPeer } from './feed-peer.ts';
import type { CountStore } from './store.ts';
import type { FeedStore } from './store-feed.ts';

export type Deps = Pick<Platform, 'db' | 'clock' | 'config' | 'jobs' | 'outbox' | 'log'> & {
  hotline: Pick<Hotline, 'tally'>;
  offices: Pick<Offices, 'organisations'>;
  rules: Pick<OrderRules, 'kinds' | 'matters' | 'talk'>;
  /** 诈骗: the matter whose kinds are told apart; a bureau may have none. */
  fraudMatter?: string;
  /** Who watches opinion outside; a bureau without one has files alone. */
  peer?: FeedPeer;
};
export type Parts = Deps & { counts: CountStore; feed: FeedStore };

/** 诈骗类型: fraud and the matters below it. */
export function fraudKinds({
  rules,
  fraudMatter,
}: Pick<Parts, 'rules' | 'fraudMatter'>): ReadonlySet<string> {
  const below = rules.talk.matters.filter(
    ({ id, above }) => fraudMatter !== undefined && (id === fraudMatter || above.includes(fraudMatter)),
  );
  return new Set(below.map(({ id }) => id));
}
