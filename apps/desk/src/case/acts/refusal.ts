import { type ItemEdition, itemView } from '@tongban/catalogue';
import type { DefectLine } from '../checks/marks.ts';
import { dialogWords } from './words.ts';

/** What a refusal is being written from; kept in the tab until it is sent. */
export type RefusalDraft = {
  readonly reason: string;
  readonly chosen: readonly string[];
  readonly other: string;
};

/** One legal basis of the edition, and whether anybody checked it against its source. */
export type BasisChoice = { readonly text: string; readonly recalled: boolean };

export const emptyRefusal: RefusalDraft = { reason: '', chosen: [], other: '' };

/** Sentences to pick for a reason: the defects found, and the item's own conditions. */
export function reasonPhrases(edition: ItemEdition, defects: readonly DefectLine[]): string[] {
  const found = defects.flatMap(({ name, rows }) =>
    rows.filter(({ say }) => say !== '').map(({ say }) => `${name}：${say}`),
  );
  const { conditions, localConditions } = itemView(edition, 'zh');
  const unmet = [...conditions, ...localConditions].map(({ text }) => dialogWords.refusal.unmet(text));
  return [...new Set([...found, ...unmet])];
}

/** The laws the edition rests on, to choose from. */
export function basisChoices(edition: ItemEdition): BasisChoice[] {
  const { basis } = itemView(edition, 'zh');
  return basis
    .filter(({ law }) => law !== undefined)
    .map(({ text, recalled }) => ({ text: text.text, recalled }));
}

/** The remedies that stay open to the applicant, in words. */
export function remedyWords(edition: ItemEdition): string[] {
  return itemView(edition, 'zh').remedies.map((remedy) => dialogWords.remedies[remedy] ?? remedy);
}

/** The legal basis as it is sent: what was chosen, then what was written. */
export function basisOf({ chosen, other }: RefusalDraft): string {
  return [...chosen, other.trim()].filter((part) => part !== '').join('；');
}

/** What is still missing before a refusal may leave; undefined when nothing is. */
export function findRefusalGap(draft: RefusalDraft): 'reason' | 'basis' | undefined {
  if (draft.reason.trim().length < 4) return 'reason';
  return basisOf(draft).length < 2 ? 'basis' : undefined;
}
