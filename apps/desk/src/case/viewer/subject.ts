import type { DeskCase } from '@tongban/contract';
import type { MaterialCard } from '../checks/cards.ts';

export type Paper = DeskCase['documents'][number];

/** What lies on the left: the pages of a material, or a paper of the case. */
export type Subject =
  | { readonly kind: 'material'; readonly card: MaterialCard }
  | { readonly kind: 'paper'; readonly paper: Paper; readonly print: boolean };

/** What the desk has chosen to look at; ids only, so that a reloaded case keeps its place. */
export type Chosen =
  | { readonly kind: 'material'; readonly key: string }
  | { readonly kind: 'paper'; readonly document: string; readonly print: boolean };

/** Finds what was chosen; without a choice, the first material somebody handed in. */
export function findSubject(
  chosen: Chosen | undefined,
  cards: readonly MaterialCard[],
  papers: readonly Paper[],
): Subject | undefined {
  if (chosen?.kind === 'paper') {
    const paper = papers.find(({ document }) => document === chosen.document);
    return paper === undefined ? undefined : { kind: 'paper', paper, print: chosen.print };
  }
  const card =
    cards.find(({ key }) => key === chosen?.key) ??
    cards.find(({ slot }) => slot.files.length > 0) ??
    cards[0];
  return card === undefined ? undefined : { kind: 'material', card };
}

/** The paper made last. */
export function findNewestPaper(papers: readonly Paper[]): Paper | undefined {
  return papers.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))[0];
}
