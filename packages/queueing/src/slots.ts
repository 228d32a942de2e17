/** A quantum of one pool and how many can still be booked in it. */
export type FreeQuantum = { readonly t: number; readonly free: number };
/** 时段: a start, in quanta, and how many people can still come then. */
export type Slot = { readonly t: number; readonly free: number };
export type SlotsWanted = {
  readonly quanta: readonly FreeQuantum[];
  /** How many quanta the matter takes. */
  readonly length: number;
  /** Starts lie on multiples of so many quanta by the clock. */
  readonly step: number;
};

/** The times a matter can start, in order; each is as free as its fullest quantum and none reaches across a gap. */
export function slotsOf({ quanta, length, step }: SlotsWanted): Slot[] {
  const sorted = quanta.toSorted((a, b) => a.t - b.t);
  return sorted.flatMap(({ t }, at) => {
    const last = sorted[at + length - 1];
    if (t % step !== 0 || last === undefined || last.t !== t + length - 1) return [];
    const free = Math.min(...sorted.slice(at, at + length).map((each) => each.free));
    return [{ t, free: Math.max(0, free) }];
  });
}
