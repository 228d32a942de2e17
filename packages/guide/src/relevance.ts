import type { Guide } from './guide.ts';
import { type Known, possible } from './look.ts';

/**
 * The variables that can still change a condition: what is known is put in, impossible branches are folded
 * into whichever neighbour agrees with them, and what is left is reduced again.
 */
export function createRelevance({ nodes }: Guide, known: Known): (root: number) => Set<number> {
  /** Reduced diagrams, each a variable followed by its children; equal diagrams are one. */
  const made: number[][] = [[], [], []];
  const ids: Record<string, number> = {};
  const levelOf = (of: number): number => made[of]?.[0] ?? Infinity;

  function once(name: unknown, make: () => number): number {
    ids[`${name}`] ??= make();
    return ids[`${name}`] ?? 0;
  }

  function intern(node: number[]): number {
    const [, first = 0, ...others] = node;
    return others.every((one) => one === first) ? first : once(node, () => made.push(node) - 1);
  }

  /** One diagram that agrees with both wherever they are possible, or -1. */
  function merge(a: number, b: number): number {
    if (a < 0 || a === b || b === 2) return a;
    if (a === 2) return b;
    return a < 2 && b < 2 ? -1 : once(`${a}+${b}`, () => mergeNodes(a, b));
  }

  function mergeNodes(a: number, b: number): number {
    const level = Math.min(levelOf(a), levelOf(b));
    const [one, other] = [a, b].map((of) => (levelOf(of) === level ? made[of] : undefined));
    const node = (one ?? other ?? []).map((_, i) => (i ? merge(one?.[i] ?? a, other?.[i] ?? b) : level));
    return node.includes(-1) ? -1 : intern(node);
  }

  function residual(at: number): number {
    const node = nodes[at - 3];
    if (!node) return at;
    return once(`@${at}`, () => {
      const to = possible(node, known).map(residual);
      const id = to.reduce(merge);
      return id < 0 ? intern([node[0] ?? 0, ...to]) : id;
    });
  }

  return (root) => {
    const found = new Set<number>();
    const visit = (of: number): void => {
      const [level, ...to] = made[of] ?? [];
      if (level !== undefined) found.add(level);
      to.forEach(visit);
    };
    visit(residual(root));
    return found;
  };
}
