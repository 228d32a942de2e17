/** One order as the hot list looks at it; the person is a blind index. */
export type Grievance = {
  readonly id: string;
  readonly day: string;
  readonly matter: string;
  readonly region: string;
  readonly person: string;
  readonly tokens: readonly string[];
  readonly reopened: boolean;
  /** 满意度: 1 is very satisfied, 5 very dissatisfied; absent when nobody rated. */
  readonly level?: number;
};

/** What speaks for a candidate, each from 0 to 1. */
export type HotParts = {
  readonly volume: number;
  readonly growth: number;
  readonly repetition: number;
  readonly breadth: number;
  readonly dissatisfaction: number;
};

export type HotRules = {
  /** A topic with fewer people than this is nobody's hot topic. */
  readonly fewestPeople: number;
  /** How many times as much as in an ordinary month it must be. */
  readonly leastGrowth: number;
  /** How surprising its number must be beside ordinary months, in standard deviations. */
  readonly leastSurprise: number;
  readonly most: number;
  readonly weights: HotParts;
};

export const houseHotRules: HotRules = {
  ...{ fewestPeople: 12, leastGrowth: 1.8, leastSurprise: 4, most: 20 },
  weights: { volume: 0.3, growth: 0.25, repetition: 0.15, breadth: 0.15, dissatisfaction: 0.15 },
};

/** How a group of orders stands out; growth and surprise are beside what an ordinary month had. */
export function partsOf(
  orders: readonly Grievance[],
  ordinary: number,
): HotParts & { surprise: number; people: number } {
  const people = new Set(orders.map(({ person }) => person)).size;
  const rated = orders.filter(({ level }) => level !== undefined);
  const poor = rated.filter(({ level = 0 }) => level >= 4).length;
  const again = orders.filter(({ reopened }) => reopened).length;
  const regions = new Set(orders.map(({ region }) => region)).size;
  const times = (orders.length + 1) / (ordinary + 1);
  return {
    people,
    // A person who calls thirty times is one person: what counts is how many are touched.
    surprise: (people - ordinary) / Math.sqrt(ordinary + 1),
    volume: 1 - Math.exp(-people / 60),
    growth: 1 - 1 / Math.max(1, times),
    repetition: orders.length === 0 ? 0 : (orders.length - people + again) / (2 * orders.length),
    breadth: 1 - Math.exp(-(regions - 1) / 3),
    dissatisfaction: (poor + 0.5) / (rated.length + 2),
  };
}

export function scoreOf(parts: HotParts, weights: HotParts): number {
  const keys = ['volume', 'growth', 'repetition', 'breadth', 'dissatisfaction'] as const;
  const whole = keys.reduce((sum, key) => sum + weights[key], 0);
  return keys.reduce((sum, key) => sum + weights[key] * parts[key], 0) / whole;
}
