import type { Sitting } from '@tongban/contract';
import { type BoxPage, openBoxes } from './form/form.ts';
import { isSettled, type Work } from './materials/work.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.todo;

/** 位置: where the window's work stands now. */
export type Spot =
  | { readonly at: 'item' }
  | { readonly at: 'questions' }
  | { readonly at: 'form'; readonly draft: string }
  | { readonly at: 'material'; readonly draft: string; readonly card: string }
  | { readonly at: 'confirm' }
  | { readonly at: 'papers' };

/** 还要做的: one thing of the visit, where it is done, and whether it is. */
export type Todo = {
  readonly key: string;
  readonly spot: Spot;
  readonly label: string;
  readonly state: 'open' | 'done' | 'defect' | 'waiting';
  readonly detail?: string;
};

/** One item of the sitting with its form and its materials, as the window sees them. */
export type Part = {
  readonly draft: string;
  readonly name: string;
  readonly pages: readonly BoxPage[];
  readonly works: readonly Work[];
};

/** Everything to do for one item, in order. */
export function todosOfPart({ draft, pages, works }: Part): Todo[] {
  const open = openBoxes(pages);
  const form: Todo = {
    key: `${draft}/form`,
    spot: { at: 'form', draft },
    label: said.form,
    state: open.length === 0 ? 'done' : 'open',
    detail: open.length === 0 ? said.formDone : open.map(({ question }) => question.label.zh).join('、'),
  };
  const materials = works
    .filter(({ state }) => state !== 'proved' && state !== 'aside')
    .map((work): Todo => {
      const { card, defects } = work;
      return {
        key: `${draft}/${card.key}`,
        spot: { at: 'material', draft, card: card.key },
        label: card.name,
        state: isSettled(work) ? (defects > 0 ? 'defect' : 'done') : 'open',
        detail: said.work[work.state](work),
      };
    });
  return pages.length === 0 ? materials : [form, ...materials];
}

/** What is to do for the whole visit, after its items. */
export function todosOfVisit({ confirmation, filed, taken }: Sitting): Todo[] {
  const { state } = confirmation;
  const over = filed.length > 0 && taken.every((draft) => draft.case !== undefined);
  const confirmed = over || isConfirmed(state);
  return [
    {
      key: 'confirm',
      spot: { at: 'confirm' },
      label: said.confirm,
      state: confirmed ? 'done' : state === 'asked' ? 'waiting' : state === 'declined' ? 'defect' : 'open',
      detail: said.confirmation[over ? 'over' : state],
    },
    {
      key: 'papers',
      spot: { at: 'papers' },
      label: said.papers,
      state: filed.length > 0 ? 'done' : 'open',
      detail: filed.length > 0 ? said.filed(filed.length) : said.notFiled,
    },
  ];
}

export function isConfirmed(state: Sitting['confirmation']['state']): boolean {
  return state === 'signed' || state === 'paper';
}

/** Where to go on: the next open thing after this spot, else the first open one. */
export function nextSpot(parts: readonly Part[], from: Spot | undefined): Spot {
  const todos = parts.flatMap(todosOfPart);
  const here = todos.findIndex(({ spot }) => from !== undefined && isSameSpot(spot, from));
  const after = todos.slice(here + 1).find(({ state }) => state === 'open');
  const found = after ?? todos.find(({ state }) => state === 'open');
  if (found !== undefined) return found.spot;
  return parts.length === 0 ? { at: 'item' } : { at: 'confirm' };
}

export function isSameSpot(one: Spot, other: Spot): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
