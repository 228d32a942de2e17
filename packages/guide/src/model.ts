import { createForest, type Forest, NO, supportOf, VOID, YES } from './forest.ts';
import type { Guide } from './guide.ts';
import { levelsOf } from './levels.ts';

/** A published guide opened for study: its forest grown again, its gates, and how likely each answer is. */
export type Model = ReturnType<typeof openGuide>;
export type ModelOutput = Model['outputs'][number];

/** Questions and the forest over them, as far as telling and showing a condition needs them. */
export type Ground = {
  guide: Pick<Guide, 'facts' | 'people' | 'traits'>;
  forest: Forest;
  nodeOf: (root: number) => number;
  weights: readonly (readonly number[])[];
};

export function openGuide(guide: Guide) {
  const forest = createForest(guide.sizes);
  const nodeOf = regrow(guide, forest);
  const outputs = guide.outputs.map((output) => {
    const node = nodeOf(output.root);
    return {
      ...output,
      node,
      yes: forest.isYes(node),
      no: forest.isNo(node),
      support: supportOf(forest, [node]),
    };
  });
  const law = forest.and(...guide.constraints.map(nodeOf));
  const out = (stage: number): number =>
    forest.or(...outputs.filter((output) => output.stage === stage).map(({ yes }) => yes));
  const stays = forest.and(law, forest.not(out(0)));
  const fits = forest.and(stays, forest.not(out(1)));
  /** Where each stage is reached: allowed at all, not sent elsewhere, not refused. */
  const gates = [law, stays, fits, fits];
  const weights = weightsOf(guide);
  const weigh = createScale(forest, weights);
  return { guide, forest, nodeOf, outputs, law, gates, weights, weigh };
}

function regrow(guide: Guide, forest: Forest): (root: number) => number {
  const grown = new Map([NO, YES, VOID].map((leaf) => [leaf, leaf]));
  for (const [level = 0, ...to] of guide.nodes) {
    const children = to.map((child) => grown.get(child) ?? NO);
    grown.set(grown.size, forest.node(level, children));
  }
  return (root) => grown.get(root) ?? NO;
}

/** The share of each answer: the author's priors, equal shares where none are given. */
export function weightsOf(guide: Guide): number[][] {
  const weights = guide.sizes.map((size) => new Array<number>(size).fill(1 / size));
  for (const fact of guide.facts) {
    const { prior } = fact;
    if (prior === undefined) continue;
    const total = prior.reduce((sum, share) => sum + share, 0);
    levelsOf(fact).forEach((level, i) => {
      const share = prior[i] ?? 0;
      if (fact.type === 'multi') weights[level] = [1 - share, share];
      else if (total > 0) weights[level] = prior.map((one) => one / total);
    });
  }
  return weights;
}

/** How much of all situations a diagram holds in. */
export function createScale(
  forest: Forest,
  weights: readonly (readonly number[])[],
): (root: number) => number {
  const known = new Map([
    [NO, 0],
    [YES, 1],
    [VOID, 0],
  ]);
  const weigh = (root: number): number => {
    const found = known.get(root);
    if (found !== undefined) return found;
    const at = forest.level(root);
    const sum = (weights[at] ?? []).reduce(
      (all, share, value) => all + share * weigh(forest.child(root, at, value)),
      0,
    );
    known.set(root, sum);
    return sum;
  };
  return weigh;
}
