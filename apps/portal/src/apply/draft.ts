import { type ItemEdition, outcomeView } from '@tongban/catalogue';
import { type Draft, draftsRoutes, type FormPage, type MaterialSlot } from '@tongban/contract';
import { checkAnswer, type Question } from '@tongban/forms';
import { readAsking } from '../guide/asking.ts';
import { getEdition } from '../items.ts';
import type { Visit } from '../visit.ts';

/** A draft with the edition it is filled in against. */
export type DraftHere = { readonly draft: Draft; readonly edition: ItemEdition };

export async function getDraft(visit: Visit): Promise<DraftHere> {
  const { draft: id = '' } = visit.params;
  const draft = await visit.call(draftsRoutes.get, { params: { draft: id } });
  return { draft, edition: await getEdition(visit, draft.edition) };
}

/** The pages to fill in; declarations wait for the last page, where the whole is seen. */
export function pagesToFill(draft: Draft): FormPage[] {
  return draft.pages
    .map((page) => ({ ...page, questions: page.questions.filter(({ kind }) => kind !== 'declaration') }))
    .filter((page) => page.questions.length > 0);
}

export function declarationsOf(draft: Draft): FormPage['questions'] {
  return draft.pages.flatMap((page) => page.questions.filter(({ kind }) => kind === 'declaration'));
}

/** A question of the contract as the package of forms checks it. */
export function checkable(question: FormPage['questions'][number], page: string): Question {
  return { ...question, page, prefill: [] };
}

/** How far a page is filled in. */
export function pageState(draft: Draft, page: FormPage): 'open' | 'begun' | 'done' {
  const wrong = page.questions.some(
    (one) => checkAnswer(checkable(one, page.id), draft.values[one.id] ?? '') !== undefined,
  );
  if (!wrong) return 'done';
  return page.questions.some((one) => (draft.values[one.id] ?? '') !== '') ? 'begun' : 'open';
}

/** The address part of a slot: the material, and which of the accompanying people it belongs to. */
export function slotKey({ material, person }: Pick<MaterialSlot, 'material' | 'person'>): string {
  return person === undefined ? material : `${material}~${person}`;
}

export function findSlot(draft: Draft, key: string): MaterialSlot | undefined {
  return draft.slots.find((slot) => slotKey(slot) === key);
}

/** Materials that must still be met before handing in. */
export function openSlots(draft: Draft): MaterialSlot[] {
  return draft.slots.filter((slot) => slot.need === 'required' && slot.met === 'open');
}

/** Whether the answers of the guide say yes and leave nothing open; only then may it be handed in. */
export function isAnswered({ draft, edition }: DraftHere): boolean {
  const { answers } = readAsking(edition, draft.answers);
  const { complete, verdict } = outcomeView(edition, answers, 'zh');
  return complete && verdict.is === 'yes';
}

/** Whether nothing is left to do but to check and hand in. */
export function isReady(here: DraftHere): boolean {
  const { draft } = here;
  const filled = pagesToFill(draft).every((one) => pageState(draft, one) === 'done');
  return filled && openSlots(draft).length === 0 && isAnswered(here);
}
