import { pinyin } from 'pinyin-pro';
import type { ItemEdition } from '../edition.ts';
import { commonCharacters } from '../lint/common-characters.ts';
import type { Theme as ThemeShape } from '../reference/themes.ts';
import type { Synonyms } from '../reference/words.ts';
import { normalise } from './normalise.ts';
import type { SearchIndex, SearchTerm } from './search-index.ts';

/** What search needs to know of an item; `english` is its English name. */
export type Searchable = { id: string; name: string; also: readonly string[]; english?: string };

/** What people say and which matters it belongs to. */
export type SearchWords = { synonyms?: Synonyms; themes?: readonly Pick<ThemeShape, 'id' | 'steps'>[] };
type Theme = NonNullable<SearchWords['themes']>[number];

/** Builds the search index of a catalogue. The only place that knows pinyin; what it returns is plain data. */
export function buildSearchIndex(items: readonly Searchable[], words: SearchWords = {}): SearchIndex {
  const terms = items.flatMap((item, position) => termsOf(item, position));
  const positions = new Map(items.map(({ id }, position) => [id, position]));
  const meant = (pair: Synonyms['pairs'][number]): string[] =>
    pair.items ?? itemsOfThemes(pair.themes, words.themes);
  return {
    items: items.map(({ id, name }) => ({ id, name })),
    terms,
    synonyms: (words.synonyms?.pairs ?? []).flatMap((pair) =>
      pair.say.map((say) => ({
        say: normalise(say),
        means: normalise(pair.means),
        items: meant(pair).flatMap((id) => positions.get(id) ?? []),
      })),
    ),
    weights: weightsOf(items, terms),
    homophones: homophonesOf(terms),
  };
}

/** What search takes from an edition. */
export function searchable({ folder: { item, english } }: ItemEdition): Searchable {
  const { id, name, also } = item;
  return english === undefined ? { id, name, also } : { id, name, also, english: english.name };
}

/** 准生证 belongs to the matter of a newborn: whoever says it means the items inside that matter. */
function itemsOfThemes(ids: readonly string[] = [], themes: readonly Theme[] = []): string[] {
  return themes
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ steps }) => steps.flatMap(({ item }) => item ?? []));
}

function termsOf(item: Searchable, position: number): SearchTerm[] {
  const names = [item.name, ...(item.english === undefined ? [] : [item.english])];
  return [
    ...names.map((text) => termOf(position, 'name', text)),
    ...item.also.map((text) => termOf(position, 'also', text)),
  ];
}

function termOf(item: number, kind: SearchTerm['kind'], text: string): SearchTerm {
  const plain = normalise(text);
  const syllables = pinyin(plain, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  return { item, kind, text, plain, syllables, initials: syllables.map((each) => each.slice(0, 1)).join('') };
}

function weightsOf(items: readonly Searchable[], terms: readonly SearchTerm[]): Record<string, number> {
  const holders = new Map<string, Set<number>>();
  for (const { item, plain } of terms) {
    for (const letter of plain) {
      const holding = holders.get(letter) ?? new Set();
      holders.set(letter, holding.add(item));
    }
  }
  return Object.fromEntries(
    [...holders].map(([letter, holding]) => [letter, round(Math.log(1 + items.length / holding.size))]),
  );
}

/** Only syllables that occur in the catalogue: a wrong character that sounds like none of its names cannot be a slip for one. */
function homophonesOf(terms: readonly SearchTerm[]): Record<string, string> {
  const spoken = new Set(terms.flatMap(({ syllables }) => syllables));
  const letters = [...new Set([...terms.map(({ plain }) => plain).join(''), ...commonCharacters])];
  const sounds = pinyin(letters.join(' '), { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
  const chinese = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
  const homophones: Record<string, string> = {};
  for (const [position, letter] of chinese.entries()) {
    const sound = sounds[position];
    if (sound === undefined || !spoken.has(sound)) continue;
    homophones[sound] = `${homophones[sound] ?? ''}${letter}`;
  }
  return homophones;
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
