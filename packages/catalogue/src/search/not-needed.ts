import type { NotIssued, RetiredCertificates } from '../reference/words.ts';
import type { SearchIndex } from './search-index.ts';
import { searchItems } from './search-items.ts';

/** 不再索要、不再开具: a paper somebody may still ask for, and what serves instead. */
export type NotNeededPaper = {
  id: string;
  name: string;
  also: string[];
  kind: 'retired' | 'not-issued';
  say: string;
  reason?: string;
  law?: string;
  /** The items it is no longer asked for in; empty means nowhere. */
  items: string[];
  source: string;
};

/** The list with its index: papers by any of their names, pinyin or initials. */
export type NotNeededPapers = { papers: NotNeededPaper[]; search: SearchIndex };

/** Both lists of a bureau as one: certificates nobody may ask for, and certificates the police no longer issue. */
export function notNeededPapers(retired: RetiredCertificates, notIssued: NotIssued): NotNeededPaper[] {
  const { law } = notIssued.rule;
  return [
    ...retired.certificates.map(({ id, name, also = [], scope, say, source }): NotNeededPaper => {
      const items = scope?.items ?? [];
      return { id: `retired-${id}`, name, also, kind: 'retired', say, items, source };
    }),
    ...notIssued.certificates.map(({ id, name, also, show, ask = '', reason, source }): NotNeededPaper => {
      const kept = { id: `not-issued-${id}`, name, also, kind: 'not-issued' } as const;
      return { ...kept, say: `${show}${ask}`, reason, law, items: [], source };
    }),
  ];
}

const likely = 60;
const certain = 94;

/** Finds papers by what somebody calls them; without words, all of them. */
export function findNotNeeded({ papers, search }: NotNeededPapers, q = ''): NotNeededPaper[] {
  if (q.trim() === '') return papers;
  return pick(papers, scoresFor(search, q), likely);
}

/** Those a search for items should tell of: only where the words name the paper, not merely something in its name. */
export function namedNotNeeded({ papers, search }: NotNeededPapers, q: string): NotNeededPaper[] {
  return pick(papers, scoresFor(search, q), q.includes('证明') ? likely : certain);
}

function scoresFor(search: SearchIndex, q: string): Map<string, number> {
  return new Map(searchItems(search, q).hits.map(({ item, score }) => [item, score]));
}

function pick(
  papers: readonly NotNeededPaper[],
  scores: ReadonlyMap<string, number>,
  least: number,
): NotNeededPaper[] {
  const scoreOf = ({ id }: NotNeededPaper) => scores.get(id) ?? 0;
  return papers.filter((paper) => scoreOf(paper) >= least).sort((a, b) => scoreOf(b) - scoreOf(a));
}
