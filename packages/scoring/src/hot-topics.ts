import {
  type Grievance,
  type HotParts,
  type HotRules,
  houseHotRules,
  partsOf,
  scoreOf,
} from './grievances.ts';
import { byText } from './hash.ts';

/** 上榜候选: a topic that many people raised this month and few in ordinary months, with its orders and its reasons. */
export type HotCandidate = HotParts & {
  readonly matter: string;
  /** The words that set it apart from the rest of its matter; none when the whole matter grew. */
  readonly words: readonly string[];
  readonly orders: readonly string[];
  readonly regions: readonly string[];
  readonly people: number;
  readonly score: number;
};

/** A month to be mined, and the months before it. */
export type HotMonths = {
  readonly month: readonly Grievance[];
  readonly before: readonly (readonly Grievance[])[];
};

type Topic = {
  readonly matter: string;
  readonly words: readonly string[];
  readonly orders: readonly Grievance[];
};
type Term = { readonly word: string; readonly orders: readonly Grievance[]; readonly ordinary: number };

/** Two words whose orders overlap this far name one topic. */
const sameTopic = 0.5;
const wordsShown = 4;

/**
 * 热点挖掘: the topics of a month, the hottest first. Within each matter, words that grew beside the months before gather
 * the orders that hold them; what is left stands as the matter itself. The same orders give the same list in any order.
 */
export function hotCandidates(months: HotMonths, rules: HotRules = houseHotRules): HotCandidate[] {
  const mining = { rules, ordinaryOf: createOrdinary(months), isEverywhere: createEverywhere(months.month) };
  const matters = Map.groupBy(sorted(months.month), ({ matter }) => matter);
  const topics = [...matters].flatMap(([matter, orders]) => topicsOf(matter, orders, mining));
  return topics
    .flatMap((topic) => candidateOf(topic, mining) ?? [])
    .sort((a, b) => b.score - a.score || byText(a.matter, b.matter) || byText(a.words.join(), b.words.join()))
    .slice(0, rules.most);
}

type Mining = {
  readonly rules: HotRules;
  readonly ordinaryOf: (matter: string, word: string | undefined) => number;
  readonly isEverywhere: (word: string) => boolean;
};

/** A word of this many matters, or of this share of them, names none. */
const everywhere = { fewest: 4, share: 0.15 };

function createEverywhere(month: readonly Grievance[]): Mining['isEverywhere'] {
  const matters = new Set(month.map(({ matter }) => matter)).size;
  const holders = new Map<string, Set<string>>();
  for (const { matter, tokens } of month) {
    for (const token of tokens) holders.set(token, (holders.get(token) ?? new Set()).add(matter));
  }
  const most = Math.max(everywhere.fewest, matters * everywhere.share);
  return (word) => (holders.get(word)?.size ?? 0) > most;
}

/**
 * How many people raise a matter, or a word within it, in a month: what they did on average before. When a whole matter
 * grows, as it does in its season, each of its words is expected to grow with it.
 */
function createOrdinary({ month, before }: HotMonths): Mining['ordinaryOf'] {
  const counts = before.map(countPeople);
  const now = countPeople(month);
  const mean = (key: string) => {
    const seen = counts.map((one) => one.get(key)?.size ?? 0);
    return seen.length === 0 ? 0 : seen.reduce((sum, one) => sum + one, 0) / seen.length;
  };
  return (matter, word) => {
    const ordinary = mean(keyOf(matter, word));
    if (word === undefined) return ordinary;
    const grown = ((now.get(keyOf(matter, undefined))?.size ?? 0) + 1) / (mean(keyOf(matter, undefined)) + 1);
    return ordinary * Math.max(1, grown);
  };
}

function countPeople(month: readonly Grievance[]): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>();
  for (const { matter, tokens, person } of month) {
    for (const word of [undefined, ...new Set(tokens)]) {
      const key = keyOf(matter, word);
      people.set(key, (people.get(key) ?? new Set()).add(person));
    }
  }
  return people;
}

function keyOf(matter: string, word: string | undefined): string {
  return word === undefined ? matter : `${matter} ${word}`;
}

/** The words of a matter that stand out are gathered into topics; a matter that grew as a whole is one itself. */
function topicsOf(matter: string, orders: readonly Grievance[], mining: Mining): Topic[] {
  const topics = gather(risenTerms(matter, orders, mining)).map((topic) => ({ matter, ...topic }));
  const told = new Set(topics.flatMap((topic) => topic.orders));
  const rest = orders.filter((order) => !told.has(order));
  return [...topics, { matter, words: [], orders: rest }];
}

function risenTerms(matter: string, orders: readonly Grievance[], mining: Mining): Term[] {
  const { rules, ordinaryOf, isEverywhere } = mining;
  const holding = new Map<string, Grievance[]>();
  for (const order of orders) {
    for (const word of new Set(order.tokens)) {
      const those = holding.get(word);
      if (those === undefined) holding.set(word, [order]);
      else those.push(order);
    }
  }
  return [...holding]
    .filter(
      ([word, those]) => [...word].length >= 2 && those.length >= rules.fewestPeople && !isEverywhere(word),
    )
    .map(([word, those]) => ({ word, orders: those, ordinary: ordinaryOf(matter, word) }))
    .filter((term) => isRisen(term.orders, term.ordinary, rules))
    .sort((a, b) => surpriseOf(b) - surpriseOf(a) || byText(a.word, b.word));
}

function surpriseOf({ orders, ordinary }: Term): number {
  return partsOf(orders, ordinary).surprise;
}

function isRisen(orders: readonly Grievance[], ordinary: number, rules: HotRules): boolean {
  const { people, surprise } = partsOf(orders, ordinary);
  const times = (people + 1) / (ordinary + 1);
  return people >= rules.fewestPeople && surprise >= rules.leastSurprise && times >= rules.leastGrowth;
}

/** The most surprising word opens a topic; words whose orders are mostly the same join it. */
function gather(terms: readonly Term[]): { words: string[]; orders: Grievance[] }[] {
  const topics: { words: string[]; orders: Set<Grievance>; ordinary: number }[] = [];
  for (const term of terms) {
    const home = topics.find(({ orders }) => overlapOf(orders, term.orders) >= sameTopic);
    if (home === undefined) {
      topics.push({ words: [term.word], orders: new Set(term.orders), ordinary: term.ordinary });
      continue;
    }
    home.words.push(term.word);
    // A word that is rare in ordinary months brings its orders along; a common one would bring strangers.
    if (term.ordinary <= home.ordinary + 1) for (const order of term.orders) home.orders.add(order);
  }
  return topics.map(({ words, orders }) => ({ words: words.slice(0, wordsShown), orders: [...orders] }));
}

/** The share of the smaller side that both have. */
function overlapOf(known: ReadonlySet<Grievance>, orders: readonly Grievance[]): number {
  const shared = orders.filter((order) => known.has(order)).length;
  return shared / Math.max(1, Math.min(known.size, orders.length));
}

function candidateOf(
  { matter, words, orders }: Topic,
  { rules, ordinaryOf }: Mining,
): HotCandidate | undefined {
  const ordinary = ordinaryOf(matter, words[0]);
  if (!isRisen(orders, ordinary, rules)) return undefined;
  const { surprise: _surprise, ...parts } = partsOf(orders, ordinary);
  return {
    ...{ matter, words, ...parts, score: scoreOf(parts, rules.weights) },
    orders: orders.map(({ id }) => id).sort(byText),
    regions: [...new Set(orders.map(({ region }) => region))].sort(byText),
  };
}

function sorted(orders: readonly Grievance[]): Grievance[] {
  return [...orders].sort((a, b) => byText(a.id, b.id));
}
