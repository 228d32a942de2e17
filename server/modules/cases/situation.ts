import type { Limit } from '@tongban/calendar';
import {
  type ChecklistLine,
  checklistOf,
  type ItemEdition,
  type OutcomeView,
  outcomeView,
  promisedLimit,
} from '@tongban/catalogue';
import { guideSource } from '@tongban/catalogue/author';
import type { AnswerPair } from '@tongban/contract';
import { expandForm, type Form, type FormSource } from '@tongban/forms';
import { type AnswerFault, type Answers, evaluate, type Guide, writeAnswers } from '@tongban/guide';
import { compileGuide } from '@tongban/guide/author';
import type { Guidance } from '../guidance/index.ts';

/** 情形: what the answers of one person make of an item edition: verdict, checklist, limits and form. */
export type Situation = {
  readonly pairs: readonly AnswerPair[];
  readonly faults: readonly AnswerFault[];
  readonly outcome: OutcomeView;
  readonly slots: readonly ChecklistLine[];
  readonly form: Form;
};

const mostKept = 300;

/** 情形引导 for applications: reads answers against one edition. The conditions of a form are compiled once per edition. */
export function createSituations({ guidance }: { guidance: Pick<Guidance, 'read'> }) {
  const formGuides = new Map<string, Guide | undefined>();
  const formGuideOf = (edition: ItemEdition): Guide | undefined => {
    const known = formGuides.get(edition.hash);
    if (known !== undefined || formGuides.has(edition.hash)) return known;
    const made = compileFormGuide(edition);
    formGuides.set(edition.hash, made);
    return made;
  };
  const formOf = (edition: ItemEdition, answers: Answers): Form =>
    expandForm(edition.folder.form as FormSource, {
      people: peopleIn(edition, answers),
      holds: holdsIn(formGuideOf(edition), answers),
    });
  const situationOf = (edition: ItemEdition, given: readonly AnswerPair[]): Situation => {
    const { answers, faults } = guidance.read(edition, given);
    return {
      pairs: writeAnswers(edition.guide, answers),
      faults,
      outcome: outcomeView(edition, answers, 'zh'),
      slots: checklistOf(edition, answers, 'zh'),
      form: formOf(edition, answers),
    };
  };
  const kept = new Map<string, Situation>();
  return {
    formOf: (edition: ItemEdition, pairs: readonly AnswerPair[]): Form =>
      formOf(edition, guidance.read(edition, pairs).answers),
    /** The same answers make the same situation of an edition, so the latest ones are kept. */
    read(edition: ItemEdition, given: readonly AnswerPair[]): Situation {
      const key = JSON.stringify([edition.hash, given]);
      const situation = kept.get(key) ?? situationOf(edition, given);
      kept.delete(key);
      kept.set(key, situation);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return situation;
    },
  };
}
export type Situations = ReturnType<typeof createSituations>;

/** The promise a case of this situation gets: the guide's, where it is certain. */
export function promiseOf(edition: ItemEdition, { outcome }: Pick<Situation, 'outcome'>): Limit {
  return outcome.time.certain ? outcome.time.shortest : limitOf(promisedLimit(edition));
}

function limitOf({ days, unit }: Limit): Limit {
  return { days, unit };
}

function peopleIn(edition: ItemEdition, answers: Answers): Record<string, number> {
  return Object.fromEntries(
    edition.guide.people.map(({ id, max }) => [id, Math.min(Number(answers[id] ?? 0) || 0, max)]),
  );
}

/** The conditions of a form as outputs of a guide of their own, so that they are judged as every other condition. */
function compileFormGuide(edition: ItemEdition): Guide | undefined {
  const conditions = conditionsIn(edition.folder.form as FormSource);
  if (conditions.length === 0) return undefined;
  const compiled = compileGuide({
    ...guideSource({ ...edition.folder, materials: [] }),
    fee: [],
    materials: conditions.map((when) => ({ id: when, when })),
  });
  if (!compiled.ok) {
    throw new Error(
      `The form of ${edition.id} has a condition its guide cannot read: ${conditions.join('; ')}`,
    );
  }
  return compiled.guide;
}

function conditionsIn(form: FormSource): string[] {
  const fields = form.flatMap((entry) => ('fields' in entry ? [...entry.fields] : [entry]));
  return [...new Set(fields.flatMap(({ when }) => when ?? []))];
}

/** A field is asked only where its condition holds for certain. */
function holdsIn(guide: Guide | undefined, answers: Answers): (condition: string) => boolean {
  if (guide === undefined) return () => false;
  const certain = evaluate(guide, answers).filter(({ state }) => state === 'required');
  const holding = new Set(certain.filter(({ layer }) => layer === 'materials').map(({ id }) => id));
  return (condition) => holding.has(condition);
}
