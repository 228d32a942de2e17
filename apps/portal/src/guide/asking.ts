import { factView, type ItemEdition } from '@tongban/catalogue';
import {
  type AnswerFault,
  type Answers,
  NOT_SURE,
  readAnswers,
  type Step,
  step,
  writeAnswers,
} from '@tongban/guide';
import { address, first } from '../address.ts';
import type { Pair } from '../page.ts';

/** Shows this question again, to change its answer. */
const AT = 'at';
/** Which question the sent form answers. */
export const ASKED = 'asked';

/** 引导进度: the answers an address carries, what was wrong with them, and what to ask now. */
export type Asking = {
  readonly answers: Answers;
  readonly pairs: readonly Pair[];
  readonly stands: Step;
  /** The question to show; none when everything that matters is known. */
  readonly key: string | undefined;
  /** The form was sent without an answer the question can take. */
  readonly wrong: { readonly typed: string; readonly code: AnswerFault['code'] | 'empty' } | undefined;
  /** Answers that this edition of the guide cannot take; they were left out. */
  readonly dropped: readonly AnswerFault[];
};

export function readAsking(edition: ItemEdition, query: readonly Pair[]): Asking {
  const asked = first(query, ASKED);
  const given = query.filter(([key]) => key !== AT && key !== ASKED);
  const { answers, faults } = readAnswers(edition.guide, settled(edition, given));
  const stands = step(edition.guide, answers);
  const unanswered = asked !== undefined && answers[asked] === undefined && isQuestion(edition, asked);
  const at = first(query, AT);
  const wanted = at !== undefined && isQuestion(edition, at) ? at : stands.next;
  return {
    answers,
    pairs: writeAnswers(edition.guide, answers),
    stands,
    key: unanswered ? asked : wanted,
    wrong: unanswered ? wrongOf(asked, given, faults) : undefined,
    dropped: faults.filter(({ fact }) => fact !== asked),
  };
}

/** The answered questions, in the order they are asked. */
export function answeredKeys({ pairs }: Pick<Asking, 'pairs'>): string[] {
  return [...new Set(pairs.map(([key]) => key))];
}

/** Where a guide is walked through: for anybody, or to change the answers of a draft. */
export type GuidePlace = {
  /** The path of the questions. */
  readonly path: string;
  /** The path that shows what the answers lead to. */
  readonly end: string;
  /** The page before the first question. */
  readonly start: string;
};

export function itemPlace(item: string): GuidePlace {
  return { path: `/items/${item}/guide`, end: `/items/${item}/checklist`, start: `/items/${item}` };
}

export function draftPlace(draft: string): GuidePlace {
  const base = `/apply/${draft}`;
  return { path: `${base}/guide`, end: `${base}/answers`, start: `${base}/answers` };
}

/** The address of one question, with every answer kept. */
export function guideAddress({ path }: GuidePlace, pairs: readonly Pair[], at?: string): string {
  return address(path, at === undefined ? pairs : [...pairs, [AT, at]]);
}

function isQuestion(edition: ItemEdition, key: string): boolean {
  return factView(edition, key, 'zh') !== undefined;
}

/** 不清楚 stands alone: pressed beside an empty box it wins, ticked beside real answers it loses. */
function settled(edition: ItemEdition, given: readonly Pair[]): Pair[] {
  const unsure = new Set(given.filter(([, value]) => value === NOT_SURE).map(([key]) => key));
  return given.filter(([key, value]) => {
    if (!unsure.has(key)) return true;
    const several = factView(edition, key, 'zh')?.type === 'multi';
    const real = given.some(([other, text]) => other === key && text !== NOT_SURE && text !== '');
    return several && real ? value !== NOT_SURE : value === NOT_SURE;
  });
}

function wrongOf(asked: string, given: readonly Pair[], faults: readonly AnswerFault[]): Asking['wrong'] {
  const typed = first(given, asked) ?? '';
  const fault = faults.find(({ fact }) => fact === asked);
  return { typed, code: typed === '' || fault === undefined ? 'empty' : fault.code };
}
