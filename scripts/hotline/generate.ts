import { seededRandom } from '@tongban/queueing';
import { plantHotTopics } from './plant.ts';
import { between, pick, tellingSlots } from './slots.ts';
import type { Kind, Story } from './stories.ts';
import {
  type GeneratedOrder,
  type GenerateWish,
  type Happening,
  happen,
  type Teller,
  type Truth,
  told,
  weighted,
} from './teller.ts';

/** The mix of kinds as one city published it; what it calls 其他 is told here as 办不成事. */
const mix: readonly (readonly [Kind, number])[] = [
  ...([
    ['consult', 0.471],
    ['help', 0.303],
    ['suggestion', 0.148],
    ['complaint', 0.033],
  ] as const),
  ...([
    ['report', 0.02],
    ['praise', 0.003],
    ['stuck', 0.022],
  ] as const),
];
const namedShare = 0.5;
const again = 0.04;
const daysLater = 5;

/** 生成诉求: realistic orders of some days with a weekly season. The same wish gives the same orders. */
export function generateOrders(wish: GenerateWish): { orders: GeneratedOrder[]; truth: Truth } {
  const random = seededRandom(wish.seed);
  const teller: Teller = { wish, random, orders: [], raised: new Set() };
  const duplicates: [string, string][] = [];
  const choose = createChoice(teller);
  while (teller.orders.length < wish.count) {
    const happening = happen(teller, choose());
    const first = told(teller, happening);
    if (random() < (wish.again ?? again) && teller.orders.length < wish.count)
      duplicates.push([first.id, toldAgain(teller, happening).id]);
  }
  const hot = plantHotTopics(teller);
  const orders = teller.orders.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)));
  return { orders, truth: { duplicates, hot } };
}

/** A kind by the mix, then one of its stories; half of the people can name what they want. */
function createChoice({ wish: { stories }, random }: Teller): () => Story {
  const usual = Map.groupBy(stories.usual, ({ kind }) => kind);
  const named = Map.groupBy(stories.named ?? [], ({ kind }) => kind);
  return () => {
    const kind = weighted(mix, random);
    const isNamed = random() < namedShare;
    return pick((isNamed ? named.get(kind) : undefined) ?? usual.get(kind) ?? stories.usual, random);
  };
}

function momentOf({ day, minute, id }: GeneratedOrder): string {
  return `${day} ${String(minute).padStart(4, '0')} ${id}`;
}

/** The same event some days later: by the same person, or by a neighbour where the place says it is the same. */
function toldAgain(teller: Teller, happening: Happening): GeneratedOrder {
  const { wish, random } = teller;
  const { story, at } = happening;
  const telling = tellingSlots(story.words);
  const siblings = wish.stories.usual.filter(
    ({ matter, kind, words }) =>
      matter === story.matter &&
      kind === story.kind &&
      tellingSlots(words).some((one) => telling.includes(one)),
  );
  const other = siblings.length > 0 && random() < 0.5 ? pick(siblings, random) : story;
  const isNeighbour = telling.some((one) => one === '路' || one === '小区') && random() < 0.35;
  return told(teller, {
    ...happening,
    story: other,
    person: isNeighbour ? happening.person + 1_000_000 : happening.person,
    at: Math.min(wish.days - 1, at + between(0, daysLater, random)),
  });
}
