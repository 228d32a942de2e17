import { editDistance } from '../nearest.ts';
import { bigrams, isLatin } from './normalise.ts';
import type { MatchKind, SearchIndex, SearchTerm } from './search-index.ts';

/** How well a term answers a query (0–100) and by what it was found. */
export type Match = { score: number; kind: MatchKind };

/** A query made ready once, then held against every term. */
export type Query = { text: string; latin: boolean; letters: string[]; pairs: string[]; syllables: string[] };

export function prepareQuery(text: string, index: SearchIndex): Query {
  const letters = [...text];
  return {
    text,
    latin: isLatin(text),
    letters,
    pairs: bigrams(text),
    syllables: letters.map((letter) => soundOf(letter, index)),
  };
}

function soundOf(letter: string, index: SearchIndex): string {
  const known = sounds.get(index) ?? soundsIn(index);
  sounds.set(index, known);
  return known.get(letter) ?? letter;
}

/** The sounds of an index by letter, laid out once; of two sounds the first counts. */
const sounds = new WeakMap<SearchIndex, ReadonlyMap<string, string>>();

function soundsIn({ homophones }: SearchIndex): ReadonlyMap<string, string> {
  const pairs = Object.entries(homophones).flatMap(([sound, letters]) =>
    [...letters].map((letter): [string, string] => [letter, sound]),
  );
  return new Map(pairs.toReversed());
}

export function matchTerm(query: Query, term: SearchTerm, index: SearchIndex): Match | undefined {
  const exact = exactScore(query.text, term.plain);
  if (exact > 0) return { score: exact, kind: term.kind };
  return query.latin ? latinMatch(query.text, term) : chineseMatch(query, term, index);
}

function exactScore(query: string, term: string): number {
  if (query === term) return 100;
  const closeness = Math.min(query.length, term.length) / Math.max(query.length, term.length);
  if (term.startsWith(query)) return 86 + 8 * closeness;
  if (term.includes(query)) return 80 + 8 * closeness;
  if (term.length >= 2 && query.includes(term)) return 60 + 25 * closeness;
  return 0;
}

function latinMatch(query: string, term: SearchTerm): Match | undefined {
  if (query.length < 2) return undefined;
  const initials = exactScore(query, term.initials);
  if (initials > 60 && term.initials.includes(query)) return { score: initials * 0.85, kind: 'initials' };
  if (query.length < 3) return undefined;
  const from = syllableStart(query, term.syllables);
  if (from !== undefined) return { score: from === 0 ? 78 : 74, kind: 'pinyin' };
  if (query.length >= 6 && slipsInLetters(query, term.syllables)) return { score: 56, kind: 'typo' };
  return undefined;
}

/** Pinyin counts only from the beginning of a syllable: “anpei” is not in “tou kao pei”. */
function syllableStart(query: string, syllables: readonly string[]): number | undefined {
  const from = syllables.findIndex((_, start) => syllables.slice(start).join('').startsWith(query));
  return from < 0 ? undefined : from;
}

function slipsInLetters(query: string, syllables: readonly string[]): boolean {
  const letters = [...query];
  return syllables.some((_, start) => {
    const rest = syllables.slice(start).join('');
    return [0, -1, 1].some((more) => {
      const window = rest.slice(0, query.length + more);
      return Math.abs(window.length - query.length) <= 1 && editDistance(letters, [...window]) <= 1;
    });
  });
}

function chineseMatch(query: Query, term: SearchTerm, index: SearchIndex): Match | undefined {
  if (query.letters.length < 2) return undefined;
  const words = wordsScore(query, term, index);
  if (words === 0) return undefined;
  if (soundsAlike(query.syllables, term.syllables)) return { score: 76, kind: 'typo' };
  if (slipsInCharacters(query, term, index)) {
    return { score: Math.max(64, words), kind: 'typo' };
  }
  return { score: words, kind: 'words' };
}

function soundsAlike(query: readonly string[], term: readonly string[]): boolean {
  return ` ${term.join(' ')} `.includes(` ${query.join(' ')} `);
}

/**
 * One character left out, or one that no item has: 补 for 换 is another matter, not a slip.
 * Windows are tried only where all but one character occur at all.
 */
function slipsInCharacters(query: Query, term: SearchTerm, index: SearchIndex): boolean {
  if (query.letters.length < 3) return false;
  const absent = query.letters.filter((letter) => !term.plain.includes(letter));
  if (absent.length > 1) return false;
  const strange = absent.some((letter) => index.weights[letter] === undefined);
  const lengths = strange ? [0, -1, 1] : [1];
  const letters = [...term.plain];
  return letters.some((_, start) =>
    lengths.some((more) => {
      const window = letters.slice(start, start + query.letters.length + more);
      return window.length === query.letters.length + more && editDistance(query.letters, window) <= 1;
    }),
  );
}

/** Share of the query's characters (rare ones weigh more) and of its pairs that the term has, in any order. */
export function wordsScore(query: Query, term: SearchTerm, index: SearchIndex): number {
  const rarest = Math.log(1 + index.items.length);
  let all = 0;
  let found = 0;
  for (const letter of query.letters) {
    const weight = index.weights[letter] ?? rarest;
    all += weight;
    if (term.plain.includes(letter)) found += weight;
  }
  if (found === 0 || all === 0) return 0;
  const pairs =
    query.pairs.filter((pair) => term.plain.includes(pair)).length / Math.max(1, query.pairs.length);
  const spare = query.letters.length / Math.max(query.letters.length, term.plain.length);
  return 40 * (found / all) + 24 * pairs + 6 * spare;
}
