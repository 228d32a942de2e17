import { ZenEngine } from '@gorules/zen-engine';
import type { Answers } from '@tongban/guide';
import { evaluate as feel } from 'feelin';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import type { Rule } from './guide-rules.ts';

/** An engine given some rules: answers in, one truth per rule out. `runs` is how many evaluations to time. */
export type Peer = {
  name: string;
  runs: number;
  evaluate: (answers: Answers) => boolean[] | Promise<boolean[]>;
};

/** The peers, each with the rules in its own best form. */
export function peersOf(rules: readonly Rule[], facts: readonly string[]): Peer[] {
  return [jsonLogic(rules), zenEngine(rules, facts), jsonRules(rules), feelInterpreter(rules)];
}

function jsonLogic(rules: readonly Rule[]): Peer {
  const engine = new LogicEngine();
  const compiled = rules.map((rule) => engine.build(toLogic(rule)));
  return {
    name: 'json-logic-engine',
    runs: 20_000,
    evaluate: (answers) =>
      compiled.map((rule) => (typeof rule === 'function' ? rule(answers) : rule) === true),
  };
}

function toLogic(rule: Rule): unknown {
  switch (rule.is) {
    case 'constant':
      return rule.value;
    case 'and':
    case 'or':
      return { [rule.is]: rule.parts.map(toLogic) };
    case 'not':
      return { '!': toLogic(rule.part) };
    case 'among':
      if (rule.values.length === 1) return { '===': [{ var: rule.fact }, rule.values[0]] };
      return { in: [{ var: rule.fact }, rule.values] };
    case 'ticked':
      return { in: [rule.option, { var: rule.fact }] };
    case 'between':
      return {
        and: [
          ...(rule.from === -Infinity ? [] : [{ '>=': [{ var: rule.fact }, rule.from] }]),
          ...(rule.to === Infinity ? [] : [{ '<=': [{ var: rule.fact }, rule.to] }]),
        ],
      };
  }
}

/** Its language names things in ASCII, so the facts are numbered before the clock starts. */
function zenEngine(rules: readonly Rule[], facts: readonly string[]): Peer {
  const nameOf = (fact: string): string => `f${facts.indexOf(fact)}`;
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'rules',
        type: 'expressionNode',
        name: 'rules',
        position: { x: 1, y: 0 },
        content: {
          expressions: rules.map((rule, i) => ({
            id: `r${i}`,
            key: `r${i}`,
            value: toText(rule, nameOf, 'zen'),
          })),
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
  const named = new WeakMap<Answers, Record<string, unknown>>();
  return {
    name: 'zen-engine',
    runs: 1_500,
    evaluate: async (answers) => {
      const input =
        named.get(answers) ?? Object.fromEntries(facts.map((fact, i) => [`f${i}`, answers[fact]]));
      named.set(answers, input);
      const { result } = await decision.evaluate(input);
      return rules.map((_, i) => result[`r${i}`] === true);
    },
  };
}

/** A condition as text, for the languages that read text. */
function toText(rule: Rule, nameOf: (fact: string) => string, language: 'zen' | 'feel'): string {
  const each = (part: Rule): string => toText(part, nameOf, language);
  switch (rule.is) {
    case 'constant':
      return `${rule.value}`;
    case 'and':
    case 'or':
      return `(${rule.parts.map(each).join(` ${rule.is} `)})`;
    case 'not':
      return language === 'zen' ? `(not (${each(rule.part)}))` : `not(${each(rule.part)})`;
    case 'among':
      return `(${rule.values.map((value) => `${nameOf(rule.fact)} ${language === 'zen' ? '==' : '='} ${JSON.stringify(value)}`).join(' or ')})`;
    case 'ticked':
      return language === 'zen'
        ? `("${rule.option}" in ${nameOf(rule.fact)})`
        : `list contains(${nameOf(rule.fact)}, "${rule.option}")`;
    case 'between': {
      const from = rule.from === -Infinity ? [] : [`${nameOf(rule.fact)} >= ${rule.from}`];
      const to = rule.to === Infinity ? [] : [`${nameOf(rule.fact)} <= ${rule.to}`];
      return `(${[...from, ...to].join(' and ')})`;
    }
  }
}

function jsonRules(rules: readonly Rule[]): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true });
  rules.forEach((rule, i) => {
    engine.addRule({ conditions: toRules(rule), event: { type: `${i}` } });
  });
  return {
    name: 'json-rules-engine',
    runs: 300,
    evaluate: async (answers) => {
      const { events } = await engine.run({ ...answers, always: true });
      const fired = new Set(events.map(({ type }) => type));
      return rules.map((_, i) => fired.has(`${i}`));
    },
  };
  function toRules(rule: Rule): { all: never[] } {
    const test = toRule(rule);
    return ('fact' in test ? { all: [test] } : test) as { all: never[] };
  }
  function toRule(rule: Rule): object {
    switch (rule.is) {
      case 'constant':
        return { fact: 'always', operator: 'equal', value: rule.value };
      case 'and':
        return { all: rule.parts.map(toRule) };
      case 'or':
        return { any: rule.parts.map(toRule) };
      case 'not':
        return { not: toRule(rule.part) };
      case 'among':
        return { fact: rule.fact, operator: 'in', value: rule.values };
      case 'ticked':
        return { fact: rule.fact, operator: 'contains', value: rule.option };
      case 'between':
        return {
          all: [
            ...(rule.from === -Infinity
              ? []
              : [{ fact: rule.fact, operator: 'greaterThanInclusive', value: rule.from }]),
            ...(rule.to === Infinity
              ? []
              : [{ fact: rule.fact, operator: 'lessThanInclusive', value: rule.to }]),
          ],
        };
    }
  }
}

function feelInterpreter(rules: readonly Rule[]): Peer {
  const texts = rules.map((rule) => toText(rule, (fact) => fact, 'feel'));
  return {
    name: 'feelin',
    runs: 60,
    evaluate: (answers) => texts.map((text) => feel(text, answers).value === true),
  };
}
