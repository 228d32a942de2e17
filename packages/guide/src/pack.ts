import { type Forest, VOID } from './forest.ts';
import type { Guide } from './guide.ts';
import { levelsOf } from './levels.ts';

/** Lays the living nodes out one after another, children first, and renumbers variables without gaps. */
export function pack(forest: Forest, grown: Omit<Guide, 'sizes' | 'nodes' | 'keys'>): Guide {
  const { traits } = grown;
  const keys = new Map(traits.map(({ level, of }) => [level, of]));
  for (const fact of grown.facts) for (const level of levelsOf(fact)) keys.set(level, fact.key);
  const kept = [...keys.keys()].sort((a, b) => a - b);
  const renamed = new Map(kept.map((level, i) => [level, i]));
  const level = (old: number): number => renamed.get(old) ?? 0;
  const { nodes, visit } = createWriter(forest, level);
  return {
    facts: grown.facts.map((fact) => ({ ...fact, level: level(fact.level), when: visit(fact.when) })),
    people: grown.people,
    traits: traits.map((trait) => ({ ...trait, level: level(trait.level), root: visit(trait.root) })),
    outputs: grown.outputs.map((output) => ({
      ...output,
      root: visit(output.root),
      ...(output.each && { each: { ...output.each, root: visit(output.each.root) } }),
    })),
    sizes: kept.map((old) => forest.size(old)),
    keys: kept.map((old) => keys.get(old) ?? ''),
    nodes,
    constraints: grown.constraints.map(visit),
  };
}

function createWriter(forest: Forest, rename: (level: number) => number) {
  const nodes: number[][] = [];
  const written = new Map<number, number>();
  function visit(of: number): number {
    if (of <= VOID) return of;
    const known = written.get(of);
    if (known !== undefined) return known;
    const at = forest.level(of);
    const to = Array.from({ length: forest.size(at) }, (_, value) => visit(forest.child(of, at, value)));
    const place = nodes.push([rename(at), ...to]) + VOID;
    written.set(of, place);
    return place;
  }
  return { nodes, visit };
}
