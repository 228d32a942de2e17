import type { Form, FormValues, Question } from './form.ts';
import { blankValues } from './values.ts';

/** What is known already: the person signed in, and the licences they let us read, by kind. */
export type FormSources = {
  readonly identity?: Readonly<Record<string, unknown>>;
  readonly licence?: Readonly<Record<string, unknown>>;
};

/** Where a prefilled answer came from, shown beside it and recorded as a use of the licence. */
export type Origin = { readonly from: 'identity' } | { readonly from: 'licence'; readonly licence: string };

export type Prefilled = {
  readonly values: FormValues;
  /** By question id, for every answer the person need not give. */
  readonly origins: Readonly<Record<string, Origin>>;
};

/** 免填: fills what identity and licences know, and remembers which of them gave each answer. */
export function prefill(form: Form, sources: FormSources): Prefilled {
  const known = form.questions.flatMap((question) => {
    const found = findKnown(question, sources);
    return found === undefined ? [] : [{ id: question.id, ...found }];
  });
  return {
    values: { ...blankValues(form), ...Object.fromEntries(known.map(({ id, answer }) => [id, answer])) },
    origins: Object.fromEntries(known.map(({ id, origin }) => [id, origin])),
  };
}

function findKnown(
  question: Question,
  sources: FormSources,
): { readonly answer: string; readonly origin: Origin } | undefined {
  for (const path of question.prefill) {
    const origin = originOf(path);
    const answer = findAt(sources, path.split('.'));
    if (origin !== undefined && typeof answer === 'string' && answer !== '') return { answer, origin };
  }
  return undefined;
}

function originOf(path: string): Origin | undefined {
  const [from, licence = ''] = path.split('.');
  if (from === 'identity') return { from };
  return from === 'licence' ? { from, licence } : undefined;
}

function findAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    return Reflect.get(inner, key);
  }, root);
}
