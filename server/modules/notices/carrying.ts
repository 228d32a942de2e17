import { type Db, type Tx, transaction } from '../../platform/index.ts';
import { orderByWeight, rebalance, type Weighted } from './balance.ts';
import { afterFailure, type Breaker, isResting, sound } from './breaker.ts';
import type { Carrier, Handed, Parcel } from './ports/carrier.ts';
import type { FigureStore } from './store/figures.ts';

type Deps = {
  db: Db;
  clock: () => Date;
  figures: FigureStore;
  /** A number from 0 up to 1; which provider of two gets the next one. */
  luck?: () => number;
};
export type Carrying = ReturnType<typeof createCarrying>;
/** What a carrier answered, and which. */
export type Carried = Handed & { readonly provider?: string };
type Seen = { tried: number; failed: number; slow: number };
type Kept = { weights: readonly Weighted[]; breakers: Map<string, Breaker>; seen: Map<string, Seen> };

/** House defaults: an answer later than this is slow, and so often the weights are looked at. */
const slowMs = 2000;
const lookMs = 10_000;
const restingSeen: Seen = { tried: 10, failed: 10, slow: 0 };

/**
 * 交付: hands parcels of one channel to its providers, by weights that move by themselves, and leaves one alone that fails
 * again and again.
 */
export function createCarrying(
  carriers: readonly Carrier[],
  { db, clock, figures, luck = Math.random }: Deps,
) {
  const resting = restingOf(carriers);
  const kept: Kept = { weights: resting, breakers: new Map(), seen: new Map() };
  let lookedAt = clock().getTime();
  const rests = ({ provider }: Carrier) => isResting(kept.breakers.get(provider) ?? sound, clock());
  const inOrder = (first: string | undefined): Carrier[] => {
    const ordered = orderByWeight(kept.weights, luck()).map(({ provider }) => provider);
    const names = first === undefined ? ordered : [first, ...ordered.filter((one) => one !== first)];
    return names.flatMap((name) => carriers.find(({ provider }) => provider === name) ?? []);
  };
  return {
    carriers,
    rests,
    /** Whether nobody is there to carry anything just now. */
    isClosed: () => carriers.every(rests),
    weightOf: ({ provider }: Carrier) => kept.weights.find((one) => one.provider === provider)?.weight ?? 0,
    /** Hands a parcel over; where one surely did not take it, the next may. `first` has been asked before. */
    async hand(parcel: Parcel, first?: string): Promise<Carried> {
      let last: Carried = { how: 'away', why: 'resting' };
      for (const carrier of inOrder(first).filter((one) => !rests(one))) {
        const begun = performance.now();
        last = { ...(await carrier.hand(parcel)), provider: carrier.provider };
        note(kept, last, { now: clock(), slow: performance.now() - begun > slowMs });
        if (last.how !== 'away') return last;
      }
      return last;
    },
    /** Looks at how the providers did since the last look, and moves their weights. */
    async balance(): Promise<void> {
      const now = clock();
      if (carriers.length < 2 || now.getTime() - lookedAt < lookMs) return;
      lookedAt = now.getTime();
      const seen = new Map(kept.seen);
      kept.seen.clear();
      // Who rests fails, however few times that was found out.
      for (const { provider } of carriers.filter(rests)) seen.set(provider, restingSeen);
      kept.weights = await transaction(db, (tx) => shift({ tx, figures, resting, seen, now }));
    },
  };
}

function note({ breakers, seen }: Kept, carried: Carried, { now, slow }: { now: Date; slow: boolean }) {
  const { how, provider = '' } = carried;
  const failed = how === 'away' || how === 'unknown';
  breakers.set(provider, failed ? afterFailure(breakers.get(provider) ?? sound, now) : sound);
  const before = seen.get(provider) ?? { tried: 0, failed: 0, slow: 0 };
  seen.set(provider, {
    tried: before.tried + 1,
    failed: before.failed + (failed ? 1 : 0),
    slow: before.slow + (slow && !failed ? 1 : 0),
  });
}

type Shifting = {
  tx: Tx;
  figures: FigureStore;
  resting: readonly Weighted[];
  seen: ReadonlyMap<string, Seen>;
  now: Date;
};

async function shift({ tx, figures, resting, seen, now }: Shifting): Promise<readonly Weighted[]> {
  const rows = await figures.lockWeights(tx, resting, now);
  const observed = rows.map(({ provider, weight }) => ({
    ...{ provider, weight, ...(seen.get(provider) ?? { tried: 0, failed: 0, slow: 0 }) },
    rest: resting.find((one) => one.provider === provider)?.weight ?? 0,
  }));
  const lastShift = Math.max(...rows.map(({ shifted_at: at }) => at.getTime()));
  const next = rebalance(observed, (now.getTime() - lastShift) / 1000);
  if (next !== undefined) await figures.setWeights(tx, next, now);
  return next ?? rows;
}

/** All providers of a channel share it alike while all is well. */
function restingOf(carriers: readonly Carrier[]): readonly Weighted[] {
  const share = Math.floor(100 / Math.max(1, carriers.length));
  return carriers.map(({ provider }) => ({ provider, weight: share }));
}
