import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { pinyin } from 'pinyin-pro';

/** How a Chinese text sounds: its syllables run together, and their first letters. */
export type Sound = { readonly full: string; readonly initials: string };
export type Words = ReturnType<typeof createWords>;

/** So common that the dictionary prefers the house's term to its parts. */
const houseFrequency = 200_000;
const longestTerm = 12;

/**
 * 分词: cuts Chinese text into words with the dictionary of the library and the terms of the house (names of items, words
 * of the field), and says how words sound. One for the process: the dictionary is read once, at the first cut.
 */
export function createWords(terms: readonly string[]) {
  let jieba: Jieba | undefined;
  const dictionary = (): Jieba => {
    jieba ??= withTerms(terms);
    return jieba;
  };
  const cut = (text: string): string[] => worded(dictionary().cut(plain(text), true));
  return {
    /** The words of a text one after the other, without marks and spaces. */
    cut,
    /** Like cut, and the shorter words inside long ones, for full-text search and for learning. */
    cutFine: (text: string): string[] => worded(dictionary().cutForSearch(plain(text), true)),
    /** How each Chinese word of a text sounds; a query typed in pinyin or with a wrong character finds it by this. */
    sounds: (text: string): Sound[] => cut(text).flatMap((word) => soundOf(word) ?? []),
  };
}

/** How one word sounds; a word without Chinese characters has no sound. */
export function soundOf(word: string): Sound | undefined {
  if (!/\p{Script=Han}/u.test(word)) return undefined;
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  return { full: syllables.join(''), initials: syllables.map((one) => one.slice(0, 1)).join('') };
}

function withTerms(terms: readonly string[]): Jieba {
  const jieba = Jieba.withDict(dict);
  const lines = [...new Set(terms.flatMap(termsIn))].map((term) => `${term} ${houseFrequency} n`);
  if (lines.length > 0) jieba.loadDict(new TextEncoder().encode(`${lines.join('\n')}\n`));
  return jieba;
}

/** A name with marks in it is several terms: 市外迁入—投靠配偶. */
function termsIn(name: string): string[] {
  return plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term.length >= 2 && term.length <= longestTerm && /\p{Script=Han}/u.test(term));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function worded(parts: readonly string[]): string[] {
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
}
