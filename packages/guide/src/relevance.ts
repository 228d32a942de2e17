import type { Guide } from './guide.ts';
import type { Known } from './look.ts';

/** A reduced diagram made while looking: its variable, then its children. */
type Made = [level: number, ...to: number[]];

/**
 * The variables that can still change a condition: what is known is put in, impossible branches are folded
 * into whichever neighbour agrees with them, and what is left is reduced again.
 */
export function createRelevance({ nodes, sizes }: Guide, known: Known) {
  const { made, merge, intern } = createMerger(sizes);
  const memo: number[] = [0, 1, 2];

  function residual(at: number): number {
    const level = nodes[at] ?? 0;
    const value = known[level] ?? -1;
    const end = at + 1 + (sizes[level] ?? 0);
    const branches = value < 0 ? nodes.slice(at + 1, end) : [nodes[at + 1 + value] ?? 0];
    const to = branches.map((branch) => (memo[branch] ??= residual(branch)));
    const one = to.reduce((a, b) => merge(a, b));
    return one < 0 ? intern(level, to) : one;
  }

  return (root: number): Set<number> => {
    const found = new Set<number>();
    const visit = (of: number): void => {
      const node = made[of];
      if (!node) return;
      found.add(node[0]);
      node.slice(1).forEach(visit);
    };
    visit((memo[root] ??= residual(root)));
    return found;
  };
}

function createMerger(sizes: readonly number[]) {
  const made: (Made | undefined)[] = [undefined, undefined, undefined];
  const ids = new Map<string, number>();

  function intern(level: number, to: number[]): number {
    if (to.every((one) => one === to[0])) return to[0] ?? 0;
    const key = `${level}:${to}`;
    const id = ids.get(key) ?? made.push([level, ...to]) - 1;
    ids.set(key, id);
    return id;
  }

  /** One diagram that agrees with both wherever they are possible, or -1. */
  function merge(a: number, b: number): number {
    if (a < 0 || a === b || b === 2) return a;
    if (a === 2) return b;
    if (a < 2 && b < 2) return -1;
    const key = `${a} ${b}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const level = Math.min(made[a]?.[0] ?? Infinity, made[b]?.[0] ?? Infinity);
    const under = (of: number, value: number): number =>
      made[of]?.[0] === level ? (made[of][value + 1] ?? 0) : of;
    const to = Array.from({ length: sizes[level] ?? 0 }, (_, value) =>
      merge(under(a, value), under(b, value)),
    );
    const id = to.includes(-1) ? -1 : intern(level, to);
    ids.set(key, id);
    return id;
  }
  return { made, merge, intern };
}
