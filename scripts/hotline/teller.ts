import { between, pick, type Random, type Region, type Slots, slotsFor, tell } from './slots.ts';
import type { Kind, Story } from './stories.ts';
import { half, voiced } from './voice.ts';

/** 生成的诉求: an invented order, with what is known of it because it was invented. */
export type GeneratedOrder = {
  readonly id: string;
  readonly day: string;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly kind: Kind;
  readonly matter: string;
  readonly item?: string;
  readonly region: string;
  readonly channel: string;
  readonly text: string;
  readonly person: number;
  readonly reopened: boolean;
  /** 满意度 1 to 5, where the person rated. */
  readonly level?: number;
  /** The story it was told by; texts of one story are near copies. */
  readonly group: string;
};

/** What was planted: pairs that tell of one event, and the hot topics of the last month with their orders. */
export type Truth = {
  readonly duplicates: readonly (readonly [string, string])[];
  readonly hot: readonly {
    readonly matter: string;
    readonly name: string;
    readonly orders: readonly string[];
  }[];
};

export type GenerateWish = {
  readonly count: number;
  readonly seed: number;
  /** The first day, yyyy-mm-dd. */
  readonly from: string;
  readonly days: number;
  readonly regions: readonly Region[];
  /** Stories as people tell them, and stories of people who can name the item they want. */
  readonly stories: {
    readonly usual: readonly Story[];
    readonly named?: readonly Story[];
    readonly hot: readonly Story[];
  };
  /** What share of the orders tells of an event that was told before. */
  readonly again?: number;
  /** How many topics the last thirty days are to have beside what is usual. */
  readonly topics?: number;
};

const channels: readonly (readonly [string, number])[] = [
  ...([
    ['phone', 0.62],
    ['wechat', 0.14],
    ['web', 0.12],
    ['transfer', 0.05],
    ['visit', 0.03],
  ] as const),
  ...([
    ['letter', 0.01],
    ['social', 0.02],
    ['rating', 0.01],
  ] as const),
];
/** Sunday to Saturday: Mondays are full, weekends quiet. */
const weekdays = [0.45, 1.35, 1.15, 1.1, 1.05, 1.1, 0.6];
const dayMs = 86_400_000;
/** Operators do not always agree: this share bears a neighbouring label. */
const otherLabel = 0.02;
const halfTold = 0.06;

/** One thing that happened to one person, and how it may be told. */
export type Happening = {
  readonly story: Story;
  readonly slots: Slots;
  readonly region: string;
  readonly person: number;
  readonly at: number;
};
export type Teller = {
  readonly wish: GenerateWish;
  readonly random: Random;
  readonly orders: GeneratedOrder[];
  /** Who raised what: nobody raises the same matter twice unless that is planted. */
  readonly raised: Set<string>;
};

export function happen(teller: Teller, story: Story): Happening {
  const { wish, random } = teller;
  const region = pick(wish.regions, random);
  const person = someone(teller, story);
  const at = seasonalDay(wish, random);
  return { story, slots: slotsFor(region, random), region: region.code, person, at };
}

/** Few people call often: the share of known voices is as in any hotline, a small one. */
function someone({ wish, random, raised }: Teller, { matter, kind }: Story): number {
  for (;;) {
    const person = random() < 0.1 ? between(1, 200, random) : between(201, 200 + wish.count * 2, random);
    const key = `${person} ${matter} ${kind}`;
    if (raised.has(key)) continue;
    raised.add(key);
    return person;
  }
}

function seasonalDay({ from, days }: GenerateWish, random: Random): number {
  const first = new Date(from).getUTCDay();
  for (;;) {
    const at = between(0, days - 1, random);
    if (random() * 1.35 < (weekdays[(first + at) % 7] ?? 1)) return at;
  }
}

/** Puts a happening into words and adds it to the orders. */
export function told(teller: Teller, happening: Happening): GeneratedOrder {
  const { wish, random, orders } = teller;
  const { story, slots, region, person, at } = happening;
  const plain = tell(story.words, slots, random);
  const text = voiced(random() < halfTold ? half(plain) : plain, random);
  const order: GeneratedOrder = {
    id: `g${wish.seed}-${orders.length + 1}`,
    day: new Date(Date.parse(wish.from) + at * dayMs).toISOString().slice(0, 10),
    minute: Math.round(8.5 * 60 + random() * random() * 12 * 60),
    ...labelled(teller, story),
    ...{ region, channel: weighted(channels, random), text, person, group: story.group },
    ...opinion(story.kind, random),
  };
  orders.push(order);
  return order;
}

function labelled({ wish, random }: Teller, { kind, matter, about }: Story) {
  const [kindChance, matterChance] = [random(), random()];
  const isMixedUp = kindChance < otherLabel && (kind === 'consult' || kind === 'help');
  const near = wish.stories.usual.filter((one) => one.matter.slice(0, 3) === matter.slice(0, 3));
  const isAstray = matterChance < otherLabel && near.length > 0;
  return {
    kind: isMixedUp ? otherOf(kind) : kind,
    matter: isAstray ? pick(near, random).matter : matter,
    ...(about === undefined || isAstray ? {} : { item: about }),
  };
}

function otherOf(kind: 'consult' | 'help'): Kind {
  return kind === 'help' ? 'consult' : 'help';
}

/** Complaints are rated worse than questions; most people do not rate. */
function opinion(kind: Kind, random: Random): Pick<GeneratedOrder, 'reopened' | 'level'> {
  const isSore = kind === 'complaint' || kind === 'stuck';
  const reopened = random() < (isSore ? 0.12 : 0.03);
  if (random() > 0.35) return { reopened };
  const poor = random() < (isSore ? 0.4 : 0.1);
  return { reopened, level: poor ? between(4, 5, random) : between(1, 3, random) };
}

export function weighted<T>(choices: readonly (readonly [T, number])[], random: Random): T {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left <= 0) return choice;
  }
  return pick(choices, random)[0];
}
