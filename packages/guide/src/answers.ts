import { type Answer, type Answers, type Guide, type GuideFact, NOT_SURE } from './guide.ts';
import { questionsOf } from './questions.ts';

/** 无法采用的回答: an address carried something this edition of the guide cannot take. */
export type AnswerFault = { fact: string; code: 'unknown' | 'repeated' | 'option' | 'number' | 'range' };

/** Reads answers from the query part of an address; what cannot be taken is reported and left out. */
export function readAnswers(guide: Guide, entries: Iterable<readonly [string, string]>) {
  const answers: Answers = {};
  const faults: AnswerFault[] = [];
  const texts = new Map<string, string[]>();
  for (const [key, text] of entries) texts.set(key, [...(texts.get(key) ?? []), text]);
  const questions = everyQuestion(guide);
  for (const [fact, given] of texts) {
    const asked = questions.find(({ key }) => key === fact);
    const read = asked ? readOne(asked.fact, given) : 'unknown';
    if (typeof read === 'string') faults.push({ fact, code: read });
    else answers[fact] = read.answer;
  }
  return { answers, faults };
}

/** Writes answers for an address, in one order whatever the order they were given in. */
export function writeAnswers(guide: Guide, answers: Answers): [string, string][] {
  return everyQuestion(guide).flatMap(({ key }) =>
    textsOf(answers[key]).map((text): [string, string] => [key, text]),
  );
}

const everyQuestion = (guide: Guide) => questionsOf(guide, ({ max }) => max);

/** An answer as the words of its options; an empty list says that nothing was ticked. */
function textsOf(answer: Answer | undefined): string[] {
  if (answer === undefined) return [];
  return Array.isArray(answer) ? (answer[0] ? answer : ['']) : [textOf(answer)];
}

export function textOf(answer: Answer | undefined): string {
  return answer === true ? '是' : answer === false ? '否' : `${answer}`;
}

function readOne(fact: GuideFact, given: string[]): { answer: Answer } | AnswerFault['code'] {
  const { type, options } = fact;
  const texts = type === 'multi' ? given.filter(Boolean) : given;
  const [text = '', more] = texts;
  if (text === NOT_SURE && !more) return { answer: text };
  if (type === 'number') return more ? 'repeated' : readNumber(fact, text);
  if (texts.some((one) => !options.includes(one))) return 'option';
  if (type === 'multi') return { answer: texts };
  return more ? 'repeated' : { answer: type === 'bool' ? text === '是' : text };
}

function readNumber(
  { min = 0, max = Infinity }: GuideFact,
  text: string,
): { answer: number } | AnswerFault['code'] {
  if (!/^-?\d{1,9}$/.test(text)) return 'number';
  return +text < min || +text > max ? 'range' : { answer: +text };
}
