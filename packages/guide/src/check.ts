import { NO, supportOf } from './forest.ts';
import type { Answers, Guide, GuideFact, GuideOutput, Layer } from './guide.ts';
import { levelsOf } from './levels.ts';
import { type Model, type ModelOutput, openGuide } from './model.ts';
import { settle } from './settle.ts';
import { witnessOf } from './witness.ts';

/** 检查结果: something an author should look at, with answers that show it where any can. */
export type GuideFinding = {
  code: 'contradiction' | 'unreachable' | 'always' | 'dead-question' | 'dead-option' | 'overlap' | 'gap';
  message: string;
  output?: { layer: Layer; id: string };
  fact?: string;
  witness?: Answers;
};

/** Looks for what cannot be meant: over every situation, by diagrams, never by trying examples. */
export function checkGuide(guide: Guide): GuideFinding[] {
  const model = openGuide(guide);
  if (model.law === NO) return [{ code: 'contradiction', message: '约束互相矛盾，没有任何情况能同时满足。' }];
  const outputs = model.outputs.flatMap((output) => checkOutput(model, output));
  return [...outputs, ...checkQuestions(model), ...checkOptions(model), ...checkGroups(model)];
}

function seen(model: Model, root: number): { witness?: Answers } {
  const witness = witnessOf(model, root);
  return witness === undefined ? {} : { witness };
}

const named = ({ layer, id }: GuideOutput) => ({ output: { layer, id } });

function checkOutput(model: Model, output: ModelOutput): GuideFinding[] {
  const { forest, law } = model;
  const gate = model.gates[output.stage] ?? NO;
  if (gate === NO) return [];
  if (forest.and(output.yes, gate) === NO) {
    const message = `“${output.id}”在任何能走到这一步的情况下都不会出现。`;
    return [{ code: 'unreachable', message, ...named(output), ...seen(model, forest.and(output.yes, law)) }];
  }
  if (output.conditional !== true || forest.and(forest.not(output.yes), gate) !== NO) return [];
  return [
    {
      code: 'always',
      message: `“${output.id}”写了条件，但总是成立。`,
      ...named(output),
      ...seen(model, gate),
    },
  ];
}

/** Questions that no output looks at once impossible situations are left aside. */
function checkQuestions(model: Model): GuideFinding[] {
  const { forest, guide, nodeOf, outputs } = model;
  const inside = outputs.map(({ node, stage }) =>
    settle(forest, forest.rule(model.gates[stage] ?? NO, node)),
  );
  const used = supportOf(forest, inside);
  const lifted = guide.traits.filter(({ level }) => used.has(level));
  const each = outputs.flatMap(({ each }) => (each === undefined ? [] : [nodeOf(each.root)]));
  const theirs = supportOf(forest, [...lifted.map(({ root }) => nodeOf(root)), ...each]);
  const isUsed = (fact: GuideFact): boolean =>
    levelsOf(fact).some((level) => (fact.of === undefined ? used : theirs).has(level)) ||
    guide.traits.some(({ of }) => of === fact.id && lifted.length > 0);
  return guide.facts
    .filter((fact) => !isUsed(fact))
    .map(({ id }) => ({
      code: 'dead-question',
      message: `“${id}”怎么回答都不影响结果。`,
      fact: id,
      ...seen(model, model.law),
    }));
}

/** Options nobody can truthfully choose. */
function checkOptions(model: Model): GuideFinding[] {
  const { forest, guide, law, nodeOf } = model;
  return guide.facts.flatMap((fact) => {
    const applies = forest.and(law, nodeOf(fact.when));
    return fact.options.flatMap((option, i): GuideFinding[] => {
      const [level, value] = fact.type === 'multi' ? [fact.level + i, 1] : [fact.level, i];
      const chosen = forest.literal(level, (one) => one === value);
      if (forest.and(applies, chosen) !== NO) return [];
      const message = `“${fact.id}”的“${option}”在任何情况下都不会被选到。`;
      return [{ code: 'dead-option', message, fact: fact.id, ...seen(model, applies) }];
    });
  });
}

/** In an exclusive group: two at once, or none at all. */
function checkGroups(model: Model): GuideFinding[] {
  const groups = new Map<string, ModelOutput[]>();
  for (const output of model.outputs) {
    if (output.group === undefined) continue;
    const key = `${output.layer}/${output.group}`;
    groups.set(key, [...(groups.get(key) ?? []), output]);
  }
  return [...groups.values()].flatMap((group) => [...overlapsIn(model, group), ...gapIn(model, group)]);
}

function overlapsIn(model: Model, group: readonly ModelOutput[]): GuideFinding[] {
  const { forest, gates } = model;
  return group.flatMap((one, i) =>
    group.slice(i + 1).flatMap((other): GuideFinding[] => {
      const both = forest.and(one.yes, other.yes, gates[one.stage] ?? NO);
      if (both === NO) return [];
      const message = `“${one.id}”和“${other.id}”只能有一个，但有情况同时成立。`;
      return [{ code: 'overlap', message, ...named(one), ...seen(model, both) }];
    }),
  );
}

function gapIn(model: Model, group: readonly ModelOutput[]): GuideFinding[] {
  const { forest, gates } = model;
  const [first] = group;
  if (first === undefined) return [];
  const none = forest.and(gates[first.stage] ?? NO, forest.not(forest.or(...group.map(({ yes }) => yes))));
  if (none === NO) return [];
  const ids = group.map(({ id }) => `“${id}”`).join('、');
  return [{ code: 'gap', message: `有情况下${ids}一个都不成立。`, ...named(first), ...seen(model, none) }];
}
