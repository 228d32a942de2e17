/** What a provider did of late. `rest` is the weight it has when all is well. */
export type Observed = {
  readonly provider: string;
  readonly weight: number;
  readonly rest: number;
  readonly tried: number;
  readonly failed: number;
  readonly slow: number;
};
export type Weighted = { readonly provider: string; readonly weight: number };

/** House defaults: how much moves at a time, how often away from a provider and how often back. */
const step = 10;
const awaySeconds = 60;
const backSeconds = 300;
/** House default: from this share of failures and slow answers on, of at least so many tries, a provider is ailing. */
const ailingShare = 0.25;
const fewest = 4;

/**
 * 此消彼长: the next weights of the providers of a channel. Ten points leave an ailing provider for the soundest other one,
 * once a minute; while all are well, ten points go back towards where they rest, every five minutes. Where all ail nothing
 * moves, for nobody would gain.
 */
export function rebalance(
  observed: readonly Observed[],
  secondsSinceShift: number,
): readonly Weighted[] | undefined {
  const ailing = observed.filter(isAiling);
  if (ailing.length === observed.length) return undefined;
  if (ailing.length === 0) return secondsSinceShift < backSeconds ? undefined : towardsRest(observed);
  if (secondsSinceShift < awaySeconds) return undefined;
  const worst = ailing.toSorted((one, other) => troubleOf(other) - troubleOf(one));
  const from = worst.find(({ weight }) => weight > 0);
  const to = observed
    .filter((one) => !isAiling(one))
    .toSorted((one, other) => troubleOf(one) - troubleOf(other))[0];
  return from === undefined || to === undefined
    ? undefined
    : moved(observed, { from: from.provider, to: to.provider, points: Math.min(step, from.weight) });
}

/** The providers of a channel in the order to try them: the first by weight and luck, the others as they follow. */
export function orderByWeight<W extends Weighted>(weighted: readonly W[], luck: number): W[] {
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  let left = luck * total;
  const at = weighted.findIndex(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  const first = weighted[Math.max(0, at)];
  return first === undefined ? [] : [first, ...weighted.filter((one) => one !== first)];
}

function troubleOf({ tried, failed, slow }: Observed): number {
  return tried === 0 ? 0 : (failed + slow) / tried;
}

function isAiling(one: Observed): boolean {
  return one.tried >= fewest && troubleOf(one) >= ailingShare;
}

function towardsRest(observed: readonly Observed[]): readonly Weighted[] | undefined {
  const over = observed.find(({ weight, rest }) => weight > rest);
  const under = observed.find(({ weight, rest }) => weight < rest);
  if (over === undefined || under === undefined) return undefined;
  const points = Math.min(step, over.weight - over.rest, under.rest - under.weight);
  return moved(observed, { from: over.provider, to: under.provider, points });
}

function moved(observed: readonly Observed[], move: { from: string; to: string; points: number }) {
  return observed.map(({ provider, weight }) => ({
    provider,
    weight: weight + (provider === move.to ? move.points : 0) - (provider === move.from ? move.points : 0),
  }));
}
