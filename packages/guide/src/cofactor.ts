import { type Forest, NO, VOID, YES } from './forest.ts';

/** The diagram once a variable is known. */
export function cofactor(
  forest: Forest,
  of: number,
  known: { level: number; value: number; memo: object },
): number {
  const at = forest.level(of);
  if (at > known.level) return of;
  if (at === known.level) return forest.child(of, at, known.value);
  return forest.memo(known.memo, of, () =>
    forest.spread(at, (value) => cofactor(forest, forest.child(of, at, value), known)),
  );
}

const CONSTRAIN = {};

/**
 * Coudert and Madre's constrain: the diagram seen only where a domain holds. Points outside are moved to
 * the nearest point inside, the same for every diagram, so that together they take the same values.
 */
export function constrain(forest: Forest, of: number, domain: number): number {
  if (domain === YES || of <= VOID || domain === NO) return of;
  if (of === domain) return YES;
  return forest.memo(CONSTRAIN, of * 2 ** 26 + domain, () => {
    const at = Math.min(forest.level(of), forest.level(domain));
    const inside = Array.from({ length: forest.size(at) }, (_, value) => forest.child(domain, at, value));
    const nearest = inside.findIndex((part) => part !== NO);
    return forest.spread(at, (value) => {
      const moved = inside[value] === NO ? nearest : value;
      return constrain(forest, forest.child(of, at, moved), inside[moved] ?? NO);
    });
  });
}

/** Groups diagrams that look at a common variable; groups can be counted apart and multiplied. */
export function components<T>(parts: readonly T[], supportOf: (part: T) => ReadonlySet<number>): T[][] {
  let groups: { parts: T[]; support: Set<number> }[] = [];
  for (const part of parts) {
    const support = new Set(supportOf(part));
    const met = groups.filter((group) => [...group.support].some((at) => support.has(at)));
    groups = groups.filter((group) => !met.includes(group));
    const joined = met.flatMap((group) => [...group.support]);
    groups.push({
      parts: [...met.flatMap((group) => group.parts), part],
      support: new Set([...support, ...joined]),
    });
  }
  return groups.map((group) => group.parts);
}
