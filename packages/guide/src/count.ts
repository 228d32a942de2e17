import { cofactor, components, constrain } from './cofactor.ts';
import { type Forest, NO, supportOf, VOID } from './forest.ts';
import type { Guide, GuideFact } from './guide.ts';
import { levelsOf } from './levels.ts';
import { note } from './look.ts';
import { type Model, openGuide } from './model.ts';
import { countPaths } from './paths.ts';

/** 情形数, 问答路径数, 不同清单数; paths are left out where there are too many kinds of them to follow. */
export type GuideCounts = { situations: bigint; paths: bigint | undefined; checklists: bigint };

/** Counts without listing: situations, ways through the questions, and different checklists. */
export function countGuide(guide: Guide): GuideCounts {
  const model = openGuide(guide);
  const usual = usualAnswers(model);
  const materials = model.outputs.filter(({ layer }) => layer === 'materials').map(({ yes }) => yes);
  return {
    situations: countOutcomes(model, (root) =>
      usual.reduce((of, known) => cofactor(model.forest, of, known), root),
    ),
    paths: countPaths(model),
    checklists: countRange(model.forest, materials, model.gates[3] ?? NO),
  };
}

/** The usual answers to the modifiers: the default, else the commonest, as values of variables. */
export function usualAnswers({ guide, weights }: Model): { level: number; value: number; memo: object }[] {
  const modifiers = guide.facts.filter(({ role, of }) => role === 'modifier' && of === undefined);
  return modifiers.flatMap((fact: GuideFact) => {
    const known = new Int16Array(guide.sizes.length).fill(-1);
    if (fact.default !== undefined) note(known, fact, fact.default);
    return levelsOf(fact).map((level) => {
      const shares = weights[level] ?? [];
      const set = known[level] ?? -1;
      return { level, value: set < 0 ? shares.indexOf(Math.max(...shares)) : set, memo: {} };
    });
  });
}

/** Each way out counts once; everyone else by what differs in channel, limit, fee and materials. */
function countOutcomes({ forest, outputs, gates }: Model, put: (root: number) => number): bigint {
  let ways = 0n;
  for (const stage of [0, 1]) {
    let here = put(gates[stage] ?? NO);
    for (const { yes } of outputs.filter((output) => output.stage === stage)) {
      if (forest.and(here, put(yes)) !== NO) ways++;
      here = forest.and(here, forest.not(put(yes)));
    }
  }
  const rest = outputs.filter(({ stage }) => stage > 1).map(({ yes }) => put(yes));
  return ways + countRange(forest, rest, put(gates[2] ?? NO));
}

/** How many different combinations of yes and no some conditions take where a domain holds. */
function countRange(forest: Forest, roots: readonly number[], domain: number): bigint {
  if (domain === NO) return 0n;
  const known = new Map<string, bigint>();
  const support = new Map<number, Set<number>>();
  const supportOne = (root: number): Set<number> => {
    const found = support.get(root) ?? supportOf(forest, [root]);
    support.set(root, found);
    return found;
  };
  const count = (parts: readonly number[], where: number): bigint => {
    const seen = new Set<number>();
    for (const part of parts) {
      const root = constrain(forest, part, where);
      if (root > VOID && !seen.has(forest.not(root))) seen.add(root);
    }
    return components([...seen], supportOne).reduce((all, group) => all * countGroup(group), 1n);
  };
  const countGroup = (group: readonly number[]): bigint => {
    const sorted = [...group].sort((a, b) => supportOne(a).size - supportOne(b).size || a - b);
    const [pivot = NO, ...rest] = sorted;
    if (rest.length === 0) return 2n;
    const key = sorted.join();
    const found = known.get(key) ?? count(rest, pivot) + count(rest, forest.not(pivot));
    known.set(key, found);
    return found;
  };
  return count(roots, domain);
}
