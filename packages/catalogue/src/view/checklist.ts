import { type Answers, evaluate, type State, why } from '@tongban/guide';
import type { ItemEdition } from '../edition.ts';
import type { MaterialDefinition } from '../material-definition.ts';
import { answerParts } from './fact-view.ts';
import { type MaterialView, materialView } from './material-view.ts';
import { joinWords, type Locale, said, type Words } from './words.ts';

/** 清单的一行: one material of a personal checklist, whether it is needed and why. */
export type ChecklistLine = MaterialView & {
  state: 'required' | 'possible';
  why: Words[];
  /** Keys of the answers behind it. */
  facts: string[];
  person?: { group: string; number: number };
};

/** 专属清单: what this citizen must bring and what may still be needed; required first, then in the author's order. */
export function checklistOf(edition: ItemEdition, answers: Answers, locale: Locale): ChecklistLine[] {
  const outcomes = evaluate(edition.guide, answers).filter(({ layer }) => layer === 'materials');
  const lines = outcomes.flatMap(({ id, state, persons }) => {
    const material = edition.folder.materials.find((each) => each.id === id);
    if (material === undefined) return [];
    const states =
      persons === undefined || persons.length === 0
        ? [{ state }]
        : persons.map((each, at) => ({ state: each, person: at + 1 }));
    return states.flatMap((each) => lineOf(edition, material, { answers, locale, ...each }));
  });
  return [
    ...lines.filter(({ state }) => state === 'required'),
    ...lines.filter(({ state }) => state === 'possible'),
  ];
}

type Asked = { answers: Answers; locale: Locale; state: State; person?: number };

function lineOf(edition: ItemEdition, material: MaterialDefinition, asked: Asked): ChecklistLine[] {
  const { answers, locale, state, person } = asked;
  if (state === 'no') return [];
  const facts =
    state === 'required'
      ? why(edition.guide, answers, {
          layer: 'materials',
          id: material.id,
          ...(person === undefined ? {} : { person }),
        })
      : [];
  const group = material.for_each;
  return [
    {
      ...materialView(edition, material, locale),
      state,
      why: whyWords(edition, { ...asked, facts }),
      facts,
      ...(person === undefined || group === undefined ? {} : { person: { group, number: person } }),
    },
  ];
}

function whyWords(
  edition: ItemEdition,
  { answers, locale, state, facts }: Asked & { facts: string[] },
): Words[] {
  if (state === 'possible') {
    return [
      said(locale, '答完剩下的问题，就知道要不要带', 'Answer the remaining questions to see if you need it'),
    ];
  }
  if (facts.length === 0) return [said(locale, '办这件事都要带', 'Everyone needs this')];
  return becauseWords(edition, facts, { answers, locale });
}

/** “因为您选了：原户籍地＝外省”, one line for each answer that matters. */
export function becauseWords(
  edition: ItemEdition,
  facts: readonly string[],
  given: { answers: Answers; locale: Locale },
): Words[] {
  return facts.map((key) => {
    const { ask, value } = answerParts(edition, key, given);
    return joinWords(
      given.locale,
      ['因为您选了：', ask, '＝', value],
      ['Because you answered: ', ask, ' ', value],
    );
  });
}
