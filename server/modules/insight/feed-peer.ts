import { postSigned, type SignedPeer } from '../../platform/index.ts';
import type { FeedLine } from './store-feed.ts';

/** 舆情系统: is told batches in order; what it was told twice it knows by its number. */
export type FeedPeer = { readonly tell: (lines: readonly FeedLine[]) => Promise<void> };

export function createFeedHttp(peer: SignedPeer): FeedPeer {
  return {
    tell: async (lines) => {
      const answer = await postSigned(peer, { feed: 'orders', lines });
      await answer.body?.cancel();
    },
  };
}
