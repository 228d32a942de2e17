import { type FactView, factView, type ItemEdition } from '@tongban/catalogue';
import type { AnswerPair } from '@tongban/contract';
import { NOT_SURE } from '@tongban/guide';

/** One question of the guide with what the applicant answered. */
export type AnswerRow = { readonly id: string; readonly ask: string; readonly value: string };

/** Reads the answers back as questions and words; several values of one question stand in one line. */
export function answerRows(edition: ItemEdition, pairs: readonly AnswerPair[]): AnswerRow[] {
  const keys = [...new Set(pairs.map(([key]) => key))];
  return keys.map((id) => {
    const view = factView(edition, id, 'zh');
    const values = pairs.filter(([key]) => key === id).map(([, value]) => valueWords(view, value));
    return { id, ask: askWords(view, id), value: values.join('、') };
  });
}

function askWords(view: FactView | undefined, id: string): string {
  if (view === undefined) return id;
  const { person } = view;
  return person === undefined ? view.ask.text : `${person.group}（第 ${person.number} 个）：${view.ask.text}`;
}

function valueWords(view: FactView | undefined, value: string): string {
  if (value === NOT_SURE) return '不清楚';
  if (value === '') return '都不是';
  const label = view?.options.find((option) => option.value === value)?.label.text;
  if (label !== undefined) return label;
  return view?.unit === undefined ? value : `${value} ${view.unit.text}`;
}
