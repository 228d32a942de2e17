import { type Answer, type Answers, NOT_SURE } from '@tongban/guide';
import type { ItemEdition } from '../edition.ts';
import type { FactDefinition } from '../guide-definition.ts';
import { joinWords, type Locale, optionalWords, said, type Words, wordsIn } from './words.ts';

/** 问题: one question as a page asks it. */
export type FactView = {
  /** The key of its answer in an address. */
  id: string;
  type: FactDefinition['type'];
  role: FactDefinition['role'];
  ask: Words;
  help?: Words;
  notSure?: Words;
  unit?: Words;
  min?: number;
  max?: number;
  options: { value: string; label: Words; help?: Words }[];
  /** Which of the accompanying people is asked about. */
  person?: { group: string; number: number };
};

/** A question key taken apart: a fact of the citizen's own, the number of people, or a fact of one person. */
type FactKey = { fact: FactDefinition; person?: { group: string; number: number } };

function findFact(edition: ItemEdition, key: string): FactKey | undefined {
  const { facts, people = [] } = edition.folder.guide;
  const own = facts.find(({ id }) => id === key);
  if (own !== undefined) return { fact: own };
  const counted = people.find(({ id }) => id === key);
  if (counted !== undefined) {
    const { id, ask, max = 9 } = counted;
    return { fact: { id, ask, type: 'number', role: 'situation', min: 0, max } };
  }
  const [group = '', number = '', ...rest] = key.split('.');
  const fact = people.find(({ id }) => id === group)?.facts.find(({ id }) => id === rest.join('.'));
  return fact === undefined ? undefined : { fact, person: { group, number: Number(number) } };
}

export function factView(edition: ItemEdition, key: string, locale: Locale): FactView | undefined {
  const found = findFact(edition, key);
  if (found === undefined) return undefined;
  const { fact, person } = found;
  const en = edition.folder.english?.facts?.[fact.id];
  return {
    id: key,
    type: fact.type,
    role: fact.role,
    ask: wordsIn(locale, fact.ask, en?.ask),
    ...optionalWords('help', locale, { zh: fact.help, en: en?.help }),
    ...optionalWords('notSure', locale, { zh: fact.not_sure, en: en?.not_sure }),
    ...optionalWords('unit', locale, { zh: fact.unit, en: en?.unit }),
    ...(fact.min === undefined ? {} : { min: fact.min }),
    ...(fact.max === undefined ? {} : { max: fact.max }),
    options: optionsOf(edition, fact, locale),
    ...(person === undefined ? {} : { person }),
  };
}

/** Values are what the address carries: the options as written, 是 and 否 for a yes or no. */
function optionsOf(edition: ItemEdition, fact: FactDefinition, locale: Locale): FactView['options'] {
  if (fact.type === 'number') return [];
  if (fact.type === 'bool') {
    return [
      { value: '是', label: said(locale, '是', 'Yes') },
      { value: '否', label: said(locale, '否', 'No') },
    ];
  }
  return (fact.options ?? []).map((value) => ({
    value,
    label: optionLabel(edition, fact, value, locale),
    ...optionalWords('help', locale, {
      zh: fact.option_help?.[value],
      en: edition.folder.english?.facts?.[fact.id]?.option_help?.[value],
    }),
  }));
}

function optionLabel(edition: ItemEdition, fact: FactDefinition, value: string, locale: Locale): Words {
  return wordsIn(locale, value, edition.folder.english?.facts?.[fact.id]?.options?.[value]);
}

/** “原户籍地：外省”: what was answered to one question, as the summary repeats it. */
export function answerWords(edition: ItemEdition, key: string, given: AnswersIn): Words {
  const { ask, value } = answerParts(edition, key, given);
  return joinWords(given.locale, [ask, '：', value], [ask, ' ', value]);
}

/** A question in short and the answer given to it. */
export function answerParts(
  edition: ItemEdition,
  key: string,
  given: AnswersIn,
): { ask: Words; value: Words } {
  const { answers, locale } = given;
  const found = findFact(edition, key);
  if (found === undefined) return { ask: { text: key }, value: { text: String(answers[key] ?? '') } };
  const { fact, person } = found;
  const ask = wordsIn(locale, fact.id, edition.folder.english?.facts?.[fact.id]?.ask);
  return {
    ask: person === undefined ? ask : { ...ask, text: `${personWords(person, locale)}${ask.text}` },
    value: valueWords(edition, fact, { answer: answers[key] ?? NOT_SURE, locale }),
  };
}

function personWords({ group, number }: { group: string; number: number }, locale: Locale): string {
  return locale === 'zh' ? `${group}（第${number}个）` : `Person ${number}: `;
}

type AnswersIn = { answers: Answers; locale: Locale };

function valueWords(
  edition: ItemEdition,
  fact: FactDefinition,
  given: { answer: Answer; locale: Locale },
): Words {
  const { answer, locale } = given;
  if (answer === NOT_SURE) return said(locale, '不清楚', 'Not sure');
  if (typeof answer === 'boolean') return answer ? said(locale, '是', 'Yes') : said(locale, '否', 'No');
  if (typeof answer === 'number') return numberWords(edition, fact, { answer, locale });
  const chosen = [answer].flat().map((value) => optionLabel(edition, fact, value, locale));
  if (chosen.length === 0) return said(locale, '都不是', 'None of these');
  const between = locale === 'zh' ? '、' : ', ';
  const parts = chosen.flatMap((each, index) => (index === 0 ? [each] : [between, each]));
  return joinWords(locale, parts, parts);
}

function numberWords(
  edition: ItemEdition,
  fact: FactDefinition,
  given: { answer: number; locale: Locale },
): Words {
  if (fact.unit === undefined) return { text: String(given.answer) };
  const unit = wordsIn(given.locale, fact.unit, edition.folder.english?.facts?.[fact.id]?.unit);
  return { ...unit, text: `${given.answer} ${unit.text}` };
}
