import { type Answer, type Answers, type Guide, type GuideFact, NOT_SURE } from './guide.ts';
import { askedOf } from './questions.ts';

/** 无法采用的回答: an address carried something this edition of the guide cannot take. */
export type AnswerFault = { fact: string; code: 'unknown' | 'repeated' | 'option' | 'number' };

/** Reads answers from the query part of an address; what cannot be taken is reported and left out. */
export function readAnswers(guide: Guide, entries: Iterable<readonly [string, string]>) {
  const answers: Answers = {};
  const faults: AnswerFault[] = [];
  const texts = new Map<string, string[]>();
  for (const [key, text] of entries) texts.set(key, [...(texts.get(key) ?? []), text]);
  const questions = everyQuestion(guide);
  for (const [fact, given] of texts) {
    const asked = questions.find(({ key }) => key === fact);
    const { answer, code = 'unknown' } = asked ? readOne(asked.fact, given) : {};
    if (answer === undefined) faults.push({ fact, code });
    else answers[fact] = answer;
  }
  return { answers, faults };
}

/** Writes answers for an address, in one order whatever the order they were given in. */
export function writeAnswers(guide: Guide, answers: Answers): [string, string][] {
  return everyQuestion(guide).flatMap(({ key }) =>
    textsOf(answers[key]).map((text): [string, string] => [key, text]),
  );
}

const everyQuestion = (guide: Guide) =>
  askedOf(guide, ({ max }) => max).flatMap(({ questions }) => questions);

/** An answer as the words of its options; one empty word says that nothing was ticked. */
function textsOf(answer: Answer | undefined): string[] {
  if (answer === undefined) return [];
  if (Array.isArray(answer)) return answer[0] ? answer : [''];
  return [textOf(answer)];
}

export function textOf(answer: Answer | undefined): string {
  return answer === true ? '是' : answer === false ? '否' : `${answer}`;
}

type Read = { answer?: Answer; code?: AnswerFault['code'] };

function readOne(fact: GuideFact, given: string[]): Read {
  const { type, options } = fact;
  const multi = type === 'multi';
  const texts = multi ? given.filter(Boolean) : given;
  const [text = '', more] = texts;
  if (more && !multi) return { code: 'repeated' };
  if (text === NOT_SURE && !more) return { answer: text };
  if (type === 'number') return readNumber(fact, text);
  if (texts.some((one) => !options.includes(one))) return { code: 'option' };
  return { answer: multi ? texts : type === 'bool' ? text === '是' : text };
}

function readNumber({ min = 0, max = Infinity }: GuideFact, text: string): Read {
  return /^-?\d+$/.test(text) && +text >= min && +text <= max ? { answer: +text } : { code: 'number' };
}
