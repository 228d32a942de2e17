import { normalise, withoutFillers } from './normalise.ts';
import { type Match, matchTerm, prepareQuery, type Query, wordsScore } from './score.ts';
import type { SearchHit, SearchIndex, SearchResult, SearchTerm } from './search-index.ts';

const leastScore = 42;
const synonymWeight = 0.94;
const mostSuggestions = 5;

/** 搜索: items that answer a query in everyday words, pinyin, initials or with a slip; never an empty page. */
export function searchItems(index: SearchIndex, wish: string, most = 20): SearchResult {
  const best = new Map<number, SearchHit>();
  for (const { text, weight } of wordings(normalise(wish), index)) {
    const query = prepareQuery(text, index);
    for (const term of index.terms) {
      const match = matchTerm(query, term, index);
      if (match !== undefined) keepBetter(best, term.item, hitOf(index, term, match, weight));
    }
  }
  for (const hit of meantItems(normalise(wish), index)) keepBetter(best, hit.position, hit.hit);
  const hits = ranked(best, index)
    .filter(({ score }) => score >= leastScore)
    .slice(0, most);
  return { hits, suggestions: hits.length > 0 ? [] : nearestItems(normalise(wish), index) };
}

type Wording = { text: string; weight: number };

/** The query itself, without its filler words, and with each everyday word replaced by the legal one and back. */
function wordings(wish: string, index: SearchIndex): Wording[] {
  const core = withoutFillers(wish);
  const found = new Map<string, number>();
  const add = (text: string, weight: number) => {
    if (text !== '' && weight > (found.get(text) ?? 0)) found.set(text, weight);
  };
  add(wish, 1);
  add(core, 0.99);
  let legal = core;
  for (const { say, means } of index.synonyms) {
    if (say !== '' && core.includes(say)) {
      add(core.replace(say, means), synonymWeight);
      legal = legal.replace(say, means);
    }
    if (means !== '' && core.includes(means)) add(core.replace(means, say), synonymWeight);
  }
  add(legal, synonymWeight);
  return [...found].map(([text, weight]) => ({ text, weight }));
}

function hitOf(index: SearchIndex, term: SearchTerm, match: Match, weight: number): SearchHit {
  const named = index.items[term.item];
  return {
    item: named?.id ?? '',
    name: named?.name ?? '',
    score: Math.round(match.score * weight * (term.kind === 'name' ? 1 : 0.99) * 10) / 10,
    matched: { kind: weight === synonymWeight ? 'synonym' : match.kind, text: term.text },
  };
}

/** Items that a synonym names directly: 准生证 leads to birth registration though no name contains it. */
function meantItems(wish: string, index: SearchIndex): { position: number; hit: SearchHit }[] {
  const core = withoutFillers(wish);
  return index.synonyms.flatMap(({ say, means, items }) => {
    const spoken = [say, means].find((word) => word !== '' && core.includes(word));
    if (spoken === undefined) return [];
    const score = spoken === core ? 90 : 50 + (30 * spoken.length) / core.length;
    return items.flatMap((position) => {
      const named = index.items[position];
      if (named === undefined) return [];
      const matched = { kind: 'synonym', text: means } as const;
      return [
        { position, hit: { item: named.id, name: named.name, score: Math.round(score * 10) / 10, matched } },
      ];
    });
  });
}

function keepBetter(best: Map<number, SearchHit>, position: number, hit: SearchHit): void {
  const known = best.get(position);
  if (known === undefined || hit.score > known.score) best.set(position, hit);
}

/** Best first; equals keep the order of the catalogue, so a page never shuffles. */
function ranked(best: Map<number, SearchHit>, index: SearchIndex): SearchHit[] {
  return index.items
    .flatMap((_, position) => best.get(position) ?? [])
    .sort((a, b) => b.score - a.score || a.name.length - b.name.length);
}

function nearestItems(wish: string, index: SearchIndex): SearchResult['suggestions'] {
  const query = prepareQuery(wish, index);
  const scores = index.items.map((item, position) => ({ item, score: 0, position }));
  for (const term of index.terms) {
    const entry = scores[term.item];
    if (entry) entry.score = Math.max(entry.score, nearness(query, term, index));
  }
  return scores
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, mostSuggestions)
    .map(({ item }) => ({ item: item.id, name: item.name }));
}

/** Shared characters first, then shared sounds. */
function nearness(query: Query, term: SearchTerm, index: SearchIndex): number {
  const spoken = query.latin
    ? term.syllables.filter((syllable) => query.text.includes(syllable)).length
    : query.syllables.filter((syllable) => term.syllables.includes(syllable)).length;
  return wordsScore(query, term, index) + spoken / Math.max(1, term.syllables.length);
}
