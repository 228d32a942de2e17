import {
  answerWords,
  type FactView,
  factView,
  type ItemEdition,
  outcomeView,
  type VerdictView,
} from '@tongban/catalogue';
import type { AnswerPair } from '@tongban/contract';
import { type Answers, NOT_SURE, readAnswers, step, writeAnswers } from '@tongban/guide';
import { intakeWords } from '../words.ts';

const said = intakeWords.questions;

/** 选项: one answer with the digit that gives it. */
export type Choice = {
  readonly digit: string;
  readonly value: string;
  readonly label: string;
  readonly help?: string;
  readonly chosen: boolean;
};

/** 问答进度: what was answered, what to ask now, and what it comes to. */
export type Walk = {
  readonly answers: Answers;
  readonly pairs: readonly AnswerPair[];
  /** Answered questions in the order they are asked, each as a line. */
  readonly answered: readonly { readonly key: string; readonly words: string }[];
  /** The question to ask now; none when nothing more can change anything. */
  readonly question?: FactView;
  readonly number: number;
  readonly left: number;
  readonly verdict: VerdictView;
  /** What will have to be brought, as far as the answers tell. */
  readonly foreseen: readonly {
    readonly key: string;
    readonly name: string;
    readonly state: 'required' | 'possible';
  }[];
};

/** Reads how far the questions have come; `at` asks an answered one again. */
export function walkFrom(edition: ItemEdition, given: readonly AnswerPair[], at: string | undefined): Walk {
  const { answers } = readAnswers(edition.guide, given);
  const stands = step(edition.guide, answers);
  const pairs = writeAnswers(edition.guide, answers);
  const keys = [...new Set(pairs.map(([key]) => key))];
  const asked = at ?? stands.next;
  const question = asked === undefined ? undefined : factView(edition, asked, 'zh');
  const { verdict, checklist } = outcomeView(edition, answers, 'zh');
  return {
    answers,
    pairs,
    answered: keys.map((key) => ({
      key,
      words: answerWords(edition, key, { answers, locale: 'zh' }).text,
    })),
    ...(question === undefined ? {} : { question }),
    number: stands.asked + 1,
    left: Math.max(0, stands.left.length - 1),
    verdict,
    foreseen: checklist.map(({ id, person, name, state }) => ({
      key: `${id} ${person?.number ?? ''}`,
      name: name.text,
      state,
    })),
  };
}

/** Puts an answer in place of the former one to the same question. */
export function withAnswer(
  pairs: readonly AnswerPair[],
  key: string,
  texts: readonly string[],
): AnswerPair[] {
  const given = texts.length === 0 ? [''] : texts;
  return [...pairs.filter(([other]) => other !== key), ...given.map((text): AnswerPair => [key, text])];
}

/** Takes back the answer given last. */
export function withoutLast({ pairs, answered }: Walk): AnswerPair[] {
  const last = answered.at(-1)?.key;
  return pairs.filter(([key]) => key !== last).map(([key, text]): AnswerPair => [key, text]);
}

/** The answers of a question by digit: the options as written, or for a small number the number itself. */
export function choicesOf(question: FactView, answers: Answers): Choice[] {
  const known = answers[question.id];
  if (isCount(question)) return countChoices(question, known);
  return question.options.map(({ value, label, help }, at) => ({
    digit: String(at + 1),
    value,
    label: label.text,
    ...(help === undefined ? {} : { help: help.text }),
    chosen: isChosen(known, value),
  }));
}

/** A number that one digit can give. */
function isCount({ type, max, min = 0 }: FactView): boolean {
  return type === 'number' && max !== undefined && max <= 9 && min >= 0;
}

/** A number that has to be typed. */
export function isTyped(question: FactView): boolean {
  return question.type === 'number' && !isCount(question);
}

/** Why a typed number cannot be taken; none when it can. */
export function numberFault({ min = 0, max }: FactView, text: string): string | undefined {
  if (text === '') return said.number.empty;
  if (!/^\d{1,9}$/.test(text)) return said.number.digits;
  const number = Number(text);
  if (number >= min && number <= (max ?? Number.POSITIVE_INFINITY)) return undefined;
  return max === undefined ? said.number.least(min) : said.number.between(min, max);
}

export const unsure = NOT_SURE;

function countChoices({ min = 0, max = 0, unit }: FactView, known: Answers[string] | undefined): Choice[] {
  return Array.from({ length: max - min + 1 }, (_, at) => {
    const count = min + at;
    const label = count === 0 ? said.none : `${count} ${unit?.text ?? said.unit}`;
    return { digit: String(count), value: String(count), label, chosen: known === count };
  });
}

function isChosen(known: Answers[string] | undefined, value: string): boolean {
  if (Array.isArray(known)) return known.includes(value);
  if (typeof known === 'boolean') return value === (known ? '是' : '否');
  return known === value;
}
