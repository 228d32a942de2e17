import { tell } from './cases.ts';
import { joinGuides } from './common.ts';
import { NO } from './forest.ts';
import type { Answers, Guide, GuideFact, Layer } from './guide.ts';
import { createScale, openGuide } from './model.ts';
import { settle } from './settle.ts';
import { witnessOf } from './witness.ts';

/** 两版差异: what changes for whom. */
export type GuideDiff = { outputs: OutputDiff[]; questions: QuestionDiff[] };
export type OutputDiff = { layer: Layer; id: string; added?: Change; removed?: Change };
/** The situations in which an output is newly, or no longer, given; `share` of all that both editions know. */
export type Change = { sentence: string; share: number; witness?: Answers };
export type QuestionDiff = { id: string; sentence: string };

/** Compares two editions output by output: new and not old, old and not new. */
export function diffGuides(old: Guide, now: Guide): GuideDiff {
  const [a, b] = [openGuide(old), openGuide(now)];
  const { ground, domain, fromA, fromB } = joinGuides(a, b);
  const { forest } = ground;
  const weigh = createScale(forest, ground.weights);
  const total = weigh(domain) || 1;
  const change = (root: number): Change | undefined => {
    if (root === NO) return undefined;
    const witness = witnessOf(ground, root);
    return {
      sentence: tell(ground, settle(forest, forest.rule(domain, root))),
      share: weigh(root) / total,
      ...(witness === undefined ? {} : { witness }),
    };
  };
  const names = new Map(
    [...a.outputs, ...b.outputs].map(({ layer, id }) => [`${layer}/${id}`, { layer, id }]),
  );
  const outputs = [...names.values()].flatMap(({ layer, id }): OutputDiff[] => {
    const before = a.outputs.find((output) => output.id === id && output.layer === layer);
    const after = b.outputs.find((output) => output.id === id && output.layer === layer);
    const was = forest.and(domain, before === undefined ? NO : fromA(before.yes));
    const is = forest.and(domain, after === undefined ? NO : fromB(after.yes));
    const added = change(forest.and(is, forest.not(was)));
    const removed = change(forest.and(was, forest.not(is)));
    return added || removed ? [{ layer, id, ...(added && { added }), ...(removed && { removed }) }] : [];
  });
  return { outputs, questions: diffQuestions(old, now) };
}

/** Questions and options that only one edition has. */
function diffQuestions(old: Guide, now: Guide): QuestionDiff[] {
  const find = (guide: Guide, fact: GuideFact) =>
    guide.facts.find(({ key, type }) => key === fact.key && type === fact.type);
  const gone = old.facts
    .filter((fact) => !find(now, fact))
    .map(({ id }) => ({ id, sentence: `不再问“${id}”。` }));
  const fresh = now.facts.flatMap((fact): QuestionDiff[] => {
    const before = find(old, fact);
    if (before === undefined) return [{ id: fact.id, sentence: `新问“${fact.id}”。` }];
    const added = fact.options.filter((option) => !before.options.includes(option));
    const dropped = before.options.filter((option) => !fact.options.includes(option));
    return [
      ...added.map((option) => ({ id: fact.id, sentence: `“${fact.id}”增加选项“${option}”。` })),
      ...dropped.map((option) => ({ id: fact.id, sentence: `“${fact.id}”去掉选项“${option}”。` })),
    ];
  });
  return [...gone, ...fresh];
}
