/** How many orders of one topic a day had. */
export type DayCount = { readonly day: string; readonly count: number };

/** 突增: days on end with more than the season explains; the strength is in standard deviations of its strongest day. */
export type Burst = {
  readonly from: string;
  readonly to: string;
  readonly seen: number;
  readonly expected: number;
  readonly strength: number;
};

export type BurstRules = {
  /** How many weeks before a day make up its baseline. */
  readonly weeks: number;
  readonly leastStrength: number;
  /** A day with fewer than this is never a burst, however quiet the weeks before were. */
  readonly fewest: number;
};

const houseRules: BurstRules = { weeks: 8, leastStrength: 4, fewest: 5 };
const dayMs = 86_400_000;
const daysPerWeek = 7;

type Judged = {
  readonly day: string;
  readonly count: number;
  readonly expected: number;
  readonly strength: number;
};

/**
 * Finds the bursts of a series of days, in any order; a day that is not told had none. The baseline is the weeks before at
 * the same weekday, by their middle value, so that a burst does not become the measure of the next.
 */
export function findBursts(counts: readonly DayCount[], rules: Partial<BurstRules> = {}): Burst[] {
  const settings = { ...houseRules, ...rules };
  const days = everyDay(counts);
  const judged = days.map((_, at) => judge(days, at, settings));
  const bursts: Burst[] = [];
  let open: Judged[] = [];
  for (const one of [...judged, undefined]) {
    if (
      one?.strength !== undefined &&
      one.strength >= settings.leastStrength &&
      one.count >= settings.fewest
    ) {
      open.push(one);
      continue;
    }
    if (open.length > 0) bursts.push(burstOf(open));
    open = [];
  }
  return bursts;
}

function everyDay(counts: readonly DayCount[]): DayCount[] {
  const told = new Map<string, number>();
  for (const { day, count } of counts) told.set(day, (told.get(day) ?? 0) + count);
  const moments = [...told.keys()].map((day) => Date.parse(day));
  if (moments.length === 0) return [];
  const first = Math.min(...moments);
  const length = (Math.max(...moments) - first) / dayMs + 1;
  return Array.from({ length }, (_, at) => {
    const day = new Date(first + at * dayMs).toISOString().slice(0, 10);
    return { day, count: told.get(day) ?? 0 };
  });
}

/** What the day was to be: the level of the weeks before, shaped by how its weekday stands in them. */
function judge(days: readonly DayCount[], at: number, { weeks }: BurstRules): Judged {
  const { day, count } = days[at] ?? { day: '', count: 0 };
  const before = days.slice(Math.max(0, at - weeks * daysPerWeek), at).map((one) => one.count);
  const sameWeekday = before.filter((_, index) => (before.length - index) % daysPerWeek === 0);
  if (sameWeekday.length < 2) return { day, count, expected: count, strength: 0 };
  const expected = middle(sameWeekday);
  const spread = middle(sameWeekday.map((one) => Math.abs(one - expected))) * 1.4826;
  const deviation = Math.max(Math.sqrt(expected + 1), spread);
  return { day, count, expected, strength: (count - expected) / deviation };
}

function middle(numbers: readonly number[]): number {
  const order = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(order.length / 2);
  const upper = order[half] ?? 0;
  return order.length % 2 === 1 ? upper : ((order[half - 1] ?? 0) + upper) / 2;
}

function burstOf(days: readonly Judged[]): Burst {
  return {
    from: days[0]?.day ?? '',
    to: days.at(-1)?.day ?? '',
    seen: days.reduce((sum, { count }) => sum + count, 0),
    expected: days.reduce((sum, { expected }) => sum + expected, 0),
    strength: Math.max(...days.map(({ strength }) => strength)),
  };
}
