import { type Forest, supportOf } from './forest.ts';

/** A constraint and the variables it looks at. */
export type Law = { root: number; support: Set<number> };

/** Joins laws that look at a common variable, so that a condition is ruled only by those that can touch it. */
export function groupLaws(forest: Forest, roots: readonly number[]): Law[] {
  let groups: Law[] = [];
  for (const root of roots) {
    const law = { root, support: supportOf(forest, [root]) };
    const touched = groups.filter((group) => touches(group.support, law.support));
    groups = groups.filter((group) => !touched.includes(group));
    groups.push({
      root: forest.and(root, ...touched.map((group) => group.root)),
      support: new Set([law, ...touched].flatMap((group) => [...group.support])),
    });
  }
  return groups;
}

/** A condition under the laws that touch it: impossible wherever one of them is broken. */
export function ruled(forest: Forest, laws: readonly Law[], of: number): number {
  const support = supportOf(forest, [of]);
  return laws
    .filter((law) => touches(law.support, support))
    .reduce((made, law) => forest.rule(law.root, made), of);
}

function touches(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
