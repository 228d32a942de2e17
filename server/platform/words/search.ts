import { type RawBuilder, sql } from 'kysely';
import type { Words } from './segment.ts';
import { soundOf } from './segment.ts';
import { soundPairs, syllablesOf, syllablesTyped } from './syllables.ts';

/** What a document says, the weightiest first; A and B are also found by how they sound. */
export type Parts = { readonly A?: string; readonly B?: string; readonly C?: string; readonly D?: string };
/** One way of asking the index, with the words whose share in a row tells how good a hit it is. */
export type Stage = {
  readonly name: 'words' | 'sounds' | 'some';
  readonly query: string;
  readonly share: readonly { readonly query: string; readonly weight: number }[];
};
/** A text somebody searches for, read. */
export type Asked = {
  readonly stages: readonly Stage[];
  readonly words: readonly string[];
  readonly pairs: ReadonlySet<string>;
};
export type TextSearch = ReturnType<typeof createTextSearch>;

const longestAsked = 300;
const longestPart = 10_000;
const mostWords = 12;
const mostPairs = 16;
const mostPaired = 8;
const han = /\p{Script=Han}+/gu;
/** Words that say that something is asked, not what. */
const empty = new Set(
  '的 了 吗 呢 吧 啊 我 你 您 他 她 它 们 我们 你们 是 在 和 与 或 有 没 没有 不 就 都 也 还 要 想 想要 需要 请 请问 问 一下 怎么 怎么办 怎样 如何 什么 哪 哪里 哪儿 哪些 多少 多久 几 能 能不能 可以 可不可以 吗 到 去 给 把 被 让 从 对 为 为什么 这 那 这个 那个 个 一个 现在 知道 应该 办 办理 是否 啥 咋'.split(
    ' ',
  ),
);

/**
 * 全文检索: Chinese text as lexemes of a tsvector, and what people type as tsqueries, from the strictest to the most
 * forgiving. `veil` replaces each lexeme by something only the house can make, where the text itself is sealed.
 */
export function createTextSearch(words: Words, veil?: (lexeme: string) => string) {
  const named = veil ?? ((lexeme: string) => lexeme);
  return {
    /** The text of a tsvector, to be cast: `sql\`${vectorOf(parts)}::tsvector\``. */
    vectorOf: (parts: Parts): string => vectorText(lexemesOf(words, parts), named),
    /** Reads what somebody typed; a text without anything to look for has no stages. */
    askedOf(text: string): Asked {
      const plain = plainOf(text).slice(0, longestAsked);
      const tokens = tokensOf(words, plain);
      const heard = runsOf(words, plain).flatMap((run) => soundPairs(run).near);
      const pairs = [...new Set(heard)].slice(0, mostPairs);
      const asked = { tokens, pairs, plain, named, exact: veil !== undefined, words };
      const stages = [byWords(asked), bySounds(asked), bySome(asked)];
      return {
        stages: stages.filter((stage) => stage.query !== ''),
        words: [...new Set(tokens.flatMap((token) => [token, ...innerOf(words, token)]))],
        pairs: new Set(pairs),
      };
    },
  };
}

/** The pieces of SQL by which rows of a table with a tsvector are found, ordered, and judged. */
export function searchedBy(column: RawBuilder<unknown>, { query, share }: Stage) {
  const total = share.reduce((sum, { weight }) => sum + weight, 0);
  // A rank counts what stands in the row, not how it was asked for together; so each is asked for once.
  const each = share.length === 0 ? query : share.map((one) => one.query).join(' | ');
  const parts = evened(share).map(
    (one) => sql`case when ${column} @@ ${one.query}::tsquery then ${one.weight}::float8 else 0 end`,
  );
  return {
    where: standsIn(column, query),
    rank: sql<number>`ts_rank(${column}, ${each}::tsquery, 1)`,
    /** From 0 to 1: how much of what was asked stands in the row. */
    share: total === 0 ? sql<number>`1` : sql<number>`((${sql.join(parts, sql` + `)}) / ${total}::float8)`,
  };
}

/**
 * Whether a column has what is asked, always by its index: for a query of many alternatives the database would take reading every
 * row for cheaper, not knowing how long it takes to compare one; so the query is not shown to it beforehand.
 */
export function standsIn(column: RawBuilder<unknown>, query: string): RawBuilder<boolean> {
  return sql<boolean>`${column} @@ (select ${query}::tsquery)`;
}

/** So many parts are asked for together: a statement of its own for every number of them would be planned again and again. */
const together = 7;
const noPart: Stage['share'][number] = { query: "'~~'", weight: 0 };

/** Filled up with what stands nowhere. */
function evened(share: Stage['share']): Stage['share'] {
  const missing = (together - (share.length % together)) % together;
  return [...share, ...Array.from({ length: missing }, () => noPart)];
}

/** Asks stage after stage until there are enough hits; of each thing the first counts. */
export async function searchInStages<Hit>(
  { stages }: Asked,
  {
    enough,
    idOf,
    find,
  }: { enough: number; idOf: (hit: Hit) => string; find: (stage: Stage) => Promise<Hit[]> },
): Promise<Hit[]> {
  const hits = new Map<string, Hit>();
  for (const stage of stages) {
    for (const hit of await find(stage)) if (!hits.has(idOf(hit))) hits.set(idOf(hit), hit);
    if (hits.size >= enough) break;
  }
  return [...hits.values()];
}

type Lexemes = Map<string, { at: number; weight: string }[]>;

function lexemesOf(words: Words, parts: Parts): Lexemes {
  const lexemes: Lexemes = new Map();
  let at = 0;
  const add = (lexeme: string, weight: string) => {
    const before = lexemes.get(lexeme) ?? [];
    if (before.length < 8) lexemes.set(lexeme, [...before, { at: Math.min(at, 16_000), weight }]);
  };
  for (const [weight, text] of Object.entries(parts)) {
    const plain = plainOf(text).slice(0, longestPart);
    const spoken = words.cutFine(plain);
    for (const word of spoken) {
      at += 1;
      add(shortened(word), weight);
    }
    if (isHeard(weight)) for (const lexeme of heardIn(plain, spoken)) add(lexeme, 'D');
  }
  return lexemes;
}

/** How a text sounds: the initials of its words, and its syllables two by two. */
function heardIn(plain: string, spoken: readonly string[]): string[] {
  return [...spoken.flatMap(initialsOf), ...pairLexemes(plain)];
}

const isHeard = (weight: string): boolean => weight === 'A' || weight === 'B';

function initialsOf(word: string): string[] {
  const sound = word.length > 1 ? soundOf(word) : undefined;
  return sound === undefined ? [] : [`~${sound.initials}`];
}

function pairLexemes(plain: string): string[] {
  return [...plain.matchAll(han)].flatMap(([run]) => {
    const { near, skipping } = soundPairs(syllablesOf(run));
    return [...near, ...skipping];
  });
}

function vectorText(lexemes: Lexemes, named: (lexeme: string) => string): string {
  return [...lexemes]
    .map(
      ([lexeme, places]) =>
        `${quoted(named(lexeme))}:${places.map(({ at, weight }) => `${at}${weight}`).join(',')}`,
    )
    .join(' ');
}

/** The words that are looked for: the empty ones are left out, unless there are no others. */
function tokensOf(words: Words, plain: string): string[] {
  const all = [...new Set(words.cut(plain).map(shortened))];
  const telling = all.filter((word) => !empty.has(word));
  return (telling.length === 0 ? all : telling).slice(0, mostWords);
}

type Reading = {
  readonly tokens: readonly string[];
  readonly pairs: readonly string[];
  readonly plain: string;
  readonly named: (lexeme: string) => string;
  readonly exact: boolean;
  readonly words: Words;
};

/** Every word, the last one perhaps still being typed; letters may also be the initials of a word. */
function byWords({ tokens, named, exact, words }: Reading): Stage {
  const queries = tokens.map((token, at) => {
    const prefix = !exact && at === tokens.length - 1 && /[\p{L}]/u.test(token) ? ':*' : '';
    const inner = innerOf(words, token);
    const ways = [
      `${quoted(named(token))}${prefix}`,
      ...(inner.length < 2 ? [] : [`(${inner.map((part) => quoted(named(part))).join(' & ')})`]),
      ...(/^[a-z]{2,8}$/.test(token) ? [quoted(named(`~${token}`))] : []),
    ];
    return `(${ways.join(' | ')})`;
  });
  return { name: 'words', query: queries.join(' & '), share: [] };
}

/** Every pair of syllables: other characters, the same sound, or pinyin. */
function bySounds({ pairs, named }: Reading): Stage {
  return { name: 'sounds', query: pairs.map((pair) => quoted(named(pair))).join(' & '), share: [] };
}

/** Some of the words, or some of the sounds next to each other; hits are judged by how much of them they have. */
function bySome({ tokens, pairs, named }: Reading): Stage {
  const twos = pairs
    .slice(1)
    .map((pair, at) => `(${quoted(named(pairs[at] ?? ''))} & ${quoted(named(pair))})`);
  const sounds = twos.length > 1 ? twos : pairs.map((pair) => quoted(named(pair)));
  const parts = anyTwo(tokens.map((token) => quoted(named(token))));
  return {
    name: 'some',
    query: [...parts, ...sounds].join(' | '),
    share: [
      ...tokens.map((token) => ({ query: quoted(named(token)), weight: weightOf(token) })),
      ...pairs.map((pair) => ({ query: quoted(named(pair)), weight: 1 })),
    ],
  };
}

/**
 * Of many words two at least, or half the table would have to be ranked for one that is everywhere; each with any of those after
 * it, for a row that has not the first of a pair need not be asked for the second.
 */
function anyTwo(parts: readonly string[]): readonly string[] {
  if (parts.length < 3) return parts;
  const some = parts.slice(0, mostPaired);
  return some.slice(0, -1).map((one, at) => `(${one} & (${some.slice(at + 1).join(' | ')}))`);
}

/** A longer word tells more; letters may be pinyin, which the sounds tell. */
function weightOf(token: string): number {
  return /^[a-z]+$/.test(token) ? 1 : Math.min(token.length, 4);
}

/** The syllables of what is said without a break by telling words, and of letters read as pinyin. */
function runsOf(words: Words, plain: string): string[][] {
  const characters = spokenRuns(words, plain).map(syllablesOf);
  const letters = [...plain.matchAll(/[a-z' ]{3,}/g)].map(([run]) =>
    syllablesTyped(run.replace(/[' ]/g, '')),
  );
  return [...characters, ...letters].filter((run) => run.length > 1);
}

function spokenRuns(words: Words, plain: string): string[] {
  const all = [...plain.matchAll(han)].map(([run]) => run);
  const telling = all.flatMap((run) =>
    words
      .cut(run)
      .map((word) => (empty.has(word) ? ' ' : word))
      .join('')
      .split(' '),
  );
  const runs = telling.filter((run) => run.length > 1);
  return runs.length > 0 ? runs : all;
}

/** The words inside a word, the longer ones: 身份证换领 holds 身份证 and 换领. */
function innerOf(words: Words, token: string): string[] {
  if (token.length < 4) return [];
  return [...new Set(words.cutFine(token))].filter((part) => part !== token && part.length > 1);
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('\0', '');
}

/** A lexeme has its greatest length; no word has it. */
function shortened(word: string): string {
  return word.slice(0, 60);
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
