import { type Condition, type GuideSource, parseCondition } from '@tongban/guide/author';

/** One condition in a form every engine can be given: applicability written out, definitions put in. */
export type Rule =
  | { is: 'constant'; value: boolean }
  | { is: 'and' | 'or'; parts: Rule[] }
  | { is: 'not'; part: Rule }
  | { is: 'among'; fact: string; values: (string | boolean)[] }
  | { is: 'ticked'; fact: string; option: string }
  | { is: 'between'; fact: string; from: number; to: number };

/**
 * The conditions of an item in the order of its guide's outputs. An engine without layers must be told in every
 * rule what comes first, so each later rule carries “not sent elsewhere, not refused”.
 */
export function rulesOf(source: GuideSource): Rule[] {
  const read = createReading(source);
  const { route = [], eligibility = [], channel = [], limit = [], fee = [], materials } = source;
  const out = [...route, ...eligibility].map(({ when }) => read(when));
  const fits: Rule = { is: 'not', part: { is: 'or', parts: out } };
  const rest = [...channel, ...limit, ...fee, ...materials].map(({ when }) => read(when));
  return [
    ...out,
    ...rest.map((rule): Rule => (out.length === 0 ? rule : { is: 'and', parts: [fits, rule] })),
  ];
}

/** Reads a condition and writes the applicability of every fact into its tests. */
function createReading(source: GuideSource): (text: string | undefined) => Rule {
  const whens = new Map(source.facts.map(({ id, when }) => [id, when]));
  const read = (text: string | undefined): Rule => {
    if (text === undefined) return { is: 'constant', value: true };
    const parsed = parseCondition(text, source);
    if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`);
    return translate(parsed.condition);
  };
  const applied = (fact: string, test: Rule): Rule => {
    const when = whens.get(fact);
    return when === undefined ? test : { is: 'and', parts: [read(when), test] };
  };
  const translate = (condition: Condition): Rule => {
    switch (condition.is) {
      case 'always':
      case 'never':
        return { is: 'constant', value: condition.is === 'always' };
      case 'and':
      case 'or':
        return { is: condition.is, parts: condition.parts.map(translate) };
      case 'not':
        return { is: 'not', part: translate(condition.part) };
      case 'def':
        return translate(condition.part);
      default:
        return 'fact' in condition
          ? applied(condition.fact, testOf(condition))
          : { is: 'constant', value: false };
    }
  };
  return read;
}

function testOf(condition: Extract<Condition, { fact: string }>): Rule {
  const { fact } = condition;
  switch (condition.is) {
    case 'option': {
      const test: Rule = { is: 'among', fact, values: condition.options };
      return condition.except ? { is: 'not', part: test } : test;
    }
    case 'yes':
      return { is: 'among', fact, values: [condition.value] };
    case 'ticked':
      return { is: 'ticked', fact, option: condition.option };
    case 'number':
      return { is: 'or', parts: condition.ranges.map(([from, to]) => ({ is: 'between', fact, from, to })) };
  }
}
