import { postSigned, type SignedPeer } from '../../../platform/index.ts';

/** 推送内容: the fields of the province’s sample (HCPGD) that this house knows, and what was said, in our own words. */
export type RatingMessage = {
  /** The same each time it is handed over, so that the platform takes it once. */
  readonly reference: string;
  readonly affair: Readonly<Record<string, string>>;
  /** The sample does not show how a level is told, so it goes apart, in the codes of the national standard. */
  readonly rating: {
    readonly level: number;
    readonly levelName: string;
    readonly channelName: string;
    readonly channelCode?: string;
    readonly reasons: readonly string[];
  };
};

/** 评价推送: the rating platform of the city. */
export type RatingExchange = {
  readonly kind: 'http' | 'simulator';
  /** Throws when it was not taken over. */
  readonly push: (message: RatingMessage) => Promise<void>;
};

/** Hands ratings over by signed JSON. */
export function createRatingExchangeHttp(peer: SignedPeer): RatingExchange {
  return {
    kind: 'http',
    async push(message) {
      const answer = await postSigned(peer, message);
      await answer.body?.cancel();
    },
  };
}

/** 模拟评价平台: keeps the references it was told and says at the desk that it is pretended. */
export function createRatingExchangeSimulator(): RatingExchange & {
  readonly taken: () => readonly string[];
} {
  const references = new Set<string>();
  return {
    kind: 'simulator',
    push: ({ reference }) => {
      references.add(reference);
      return Promise.resolve();
    },
    taken: () => [...references],
  };
}
