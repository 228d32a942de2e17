import { type Forest, NO, YES } from './forest.ts';

/** What one person can be: each set of traits (a bit per trait) with answers that show it. */
export type Kinds = Map<number, [level: number, value: number][]>;

export function kindsOf(forest: Forest, roots: readonly number[]): Kinds {
  const at = Math.min(...roots.map(forest.level));
  if (at === Infinity) return new Map([[bits(roots), []]]);
  const kinds: Kinds = new Map();
  for (let value = 0; value < forest.size(at); value++) {
    const under = kindsOf(
      forest,
      roots.map((root) => forest.child(root, at, value)),
    );
    for (const [kind, shown] of under) if (!kinds.has(kind)) kinds.set(kind, [[at, value], ...shown]);
  }
  return kinds;
}

function bits(leaves: readonly number[]): number {
  return leaves.reduce((all, leaf, i) => (leaf === YES ? all | (1 << i) : all), 0);
}

/** What a group of so many people can be together: every union of that many kinds. */
function unionsOf(kinds: Iterable<number>, many: number): Set<number> {
  const single = [...kinds];
  let unions = new Set(many === 0 ? [0] : single);
  for (let people = 2; people <= many; people++) {
    const wider = new Set(unions);
    for (const union of unions) for (const kind of single) wider.add(union | kind);
    if (wider.size === unions.size) break;
    unions = wider;
  }
  return unions;
}

/** The law that ties the number of people to what can be said of them together. */
export function lawOf(
  forest: Forest,
  traits: readonly { level: number; root: number }[],
  count: { level: number; most: number[] },
): number {
  const kinds = kindsOf(
    forest,
    traits.map((trait) => trait.root),
  ).keys();
  const single = [...kinds];
  const build = (unions: readonly number[], i: number): number => {
    const trait = traits[i];
    if (unions.length === 0) return NO;
    if (trait === undefined) return YES;
    const without = unions.filter((union) => (union & (1 << i)) === 0);
    const having = unions.filter((union) => (union & (1 << i)) !== 0);
    return forest.node(trait.level, [build(without, i + 1), build(having, i + 1)]);
  };
  return forest.node(
    count.level,
    count.most.map((most) => build([...unionsOf(single, most)], 0)),
  );
}
