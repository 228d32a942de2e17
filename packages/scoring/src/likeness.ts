import { hashOf } from './hash.ts';
import { isSamePlace } from './marks.ts';

/** What is compared of two orders. The person is a blind index, never a name or a number. */
export type Told = {
  readonly tokens: readonly string[];
  readonly person?: string;
  readonly places: readonly string[];
  /** Plates, sums, numbers, hours: see marksIn. */
  readonly marks: readonly string[];
  /** The day it was told, yyyy-mm-dd. */
  readonly day: string;
  readonly matter?: string;
};

export type Because = 'text' | 'person' | 'place' | 'marks' | 'time';
export type Likeness = { readonly score: number; readonly because: readonly Because[] };
/** How much a word tells: rare words more than common ones. */
export type Rarity = (token: string) => number;

/** What two orders have in common; a share is absent when one of them says nothing. */
type Common = {
  readonly text: number;
  readonly samePerson: boolean;
  /** Both are known, and they are two. */
  readonly otherPerson: boolean;
  readonly place?: number;
  readonly marks?: number;
  readonly sameMatter?: boolean;
  readonly days: number;
};

/** From this score on two orders are taken to be about the same event. */
export const duplicateAt = 0.88;

/** Fitted to planted pairs of generated orders; what differs never speaks for a duplicate. */
const weights = {
  base: -13,
  text: 10,
  samePerson: 8.5,
  samePersonAndMatter: 4.5,
  /** Two people who say the same words and name nothing by which to tell have the same question, not the same event. */
  strangers: -5,
  place: 2.6,
  placeAndMatter: 3.4,
  otherPlace: -0.4,
  marks: 3.2,
  otherMarks: -0.3,
  otherMatter: -0.5,
  perDay: -0.45,
} as const;
const dayMs = 86_400_000;

/** 疑似重复: how likely two orders tell of the same event, and by what; it is the same from either side. */
export function likeness(a: Told, b: Told, rarity: Rarity = () => 1): Likeness {
  const common = commonOf(a, b, rarity);
  const because: Because[] = [];
  if (common.text >= 0.4) because.push('text');
  if (common.samePerson) because.push('person');
  if ((common.place ?? 0) > 0) because.push('place');
  if ((common.marks ?? 0) > 0) because.push('marks');
  if (common.days <= 2) because.push('time');
  return { score: 1 / (1 + Math.exp(-sumOf(common))), because };
}

function commonOf(a: Told, b: Told, rarity: Rarity): Common {
  const place = agreement(a.places, b.places, isSamePlace);
  const marks = agreement(a.marks, b.marks, (one, other) => one === other);
  const isTold = a.matter !== undefined && b.matter !== undefined;
  return {
    text: overlapOf(a.tokens, b.tokens, rarity),
    samePerson: a.person !== undefined && a.person === b.person,
    otherPerson: a.person !== undefined && b.person !== undefined && a.person !== b.person,
    ...(place === undefined ? {} : { place }),
    ...(marks === undefined ? {} : { marks }),
    ...(isTold ? { sameMatter: a.matter === b.matter } : {}),
    days: Math.abs(Date.parse(a.day) - Date.parse(b.day)) / dayMs,
  };
}

function sumOf({ text, samePerson, otherPerson, place, marks, sameMatter, days }: Common): number {
  const byPerson = samePerson
    ? weights.samePerson + (sameMatter === true ? weights.samePersonAndMatter : 0)
    : 0;
  const placeWeight = weights.place + (sameMatter === true ? weights.placeAndMatter : 0);
  const areStrangers = otherPerson && place === undefined && marks === undefined;
  return (
    weights.base +
    weights.text * text +
    byPerson +
    (areStrangers ? weights.strangers : 0) +
    between(place, placeWeight, weights.otherPlace) +
    between(marks, weights.marks, weights.otherMarks) +
    (sameMatter === false ? weights.otherMatter : 0) +
    weights.perDay * days
  );
}

/** What a share weighs: the one weight when all agrees, the other when nothing does, none when it is not known. */
function between(share: number | undefined, all: number, none: number): number {
  return share === undefined ? 0 : share * all + (1 - share) * none;
}

/** The share of what two texts say together, rare words counting more; in whole thousandths, which add up in any order. */
function overlapOf(a: readonly string[], b: readonly string[], rarity: Rarity): number {
  const [one, two] = [new Set(a), new Set(b)];
  let [shared, whole] = [0, 0];
  for (const token of one) {
    const weight = Math.round(rarity(token) * 1000);
    whole += weight;
    if (two.has(token)) shared += weight;
  }
  for (const token of two) if (!one.has(token)) whole += Math.round(rarity(token) * 1000);
  return whole === 0 ? 0 : shared / whole;
}

/** How far two lists agree, measured on the shorter one; unknown when either says nothing. */
function agreement(
  a: readonly string[],
  b: readonly string[],
  isSame: (one: string, other: string) => boolean,
): number | undefined {
  const [one, two] = [[...new Set(a)], [...new Set(b)]];
  if (one.length === 0 || two.length === 0) return undefined;
  const held = (list: readonly string[], other: readonly string[]) =>
    list.filter((each) => other.some((match) => isSame(each, match))).length / list.length;
  return Math.max(held(one, two), held(two, one));
}

const bandCount = 12;
const rowsPerBand = 2;
/** The end of a place name, which stays the same when a word before it is taken for a part of it. */
const placeEnd = 4;

/**
 * The blocks an order stands in: two orders that share one are worth comparing. Bands of a min-hash of its words, and one
 * block for the person, each place and each mark. Whole numbers of 32 bits, to be kept in an indexed column.
 */
export function blocksOf({ tokens, person, places, marks }: Told): number[] {
  const named = [
    ...(person === undefined ? [] : [`person ${person}`]),
    ...places.map((place) => `place ${place.slice(-placeEnd)}`),
    ...marks.map((mark) => `mark ${mark}`),
  ];
  return [...new Set([...bandsOf(tokens), ...named.map((name) => hashOf(name))])].sort((a, b) => a - b);
}

function bandsOf(tokens: readonly string[]): number[] {
  const distinct = [...new Set(tokens)];
  if (distinct.length === 0) return [];
  return Array.from({ length: bandCount }, (_, band) => {
    const rows = Array.from({ length: rowsPerBand }, (_row, row) => {
      const seed = band * rowsPerBand + row + 1;
      return Math.min(...distinct.map((token) => hashOf(token, seed)));
    });
    return hashOf(rows.join(' '), band + 1);
  });
}
