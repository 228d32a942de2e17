/** No, yes, and impossible under the constraints: the three leaves of every diagram. */
export const NO = 0;
export const YES = 1;
export const VOID = 2;

export type Forest = ReturnType<typeof createForest>;
type Store = ReturnType<typeof createStore>;
/** A two-place operation: what the leaves decide, `undefined` where the children must be asked. */
type Rule = (a: number, b: number) => number | undefined;

const and: Rule = (a, b) =>
  a === NO || b === NO ? NO : a === YES || a === b ? b : b === YES ? a : undefined;
const or: Rule = (a, b) =>
  a === YES || b === YES ? YES : a === NO || a === b ? b : b === NO ? a : undefined;
const rule: Rule = (law, of) => (law === NO ? VOID : law === YES ? of : undefined);
const SWAP = [YES, NO, VOID] as const;
const IS_YES = [NO, YES, NO] as const;
const IS_NO = [YES, NO, NO] as const;

/**
 * A forest of reduced ordered decision diagrams with many-valued variables; equal diagrams are one node.
 * Beyond its budget of nodes it answers no to everything and says so by `isFull`.
 */
export function createForest(sizes: readonly number[], budget = 1_000_000) {
  const store = createStore(sizes, budget);
  return { ...store, ...createOperations(store) };
}

function createStore(sizes: readonly number[], budget: number) {
  const levels = [Infinity, Infinity, Infinity];
  const children: (readonly number[])[] = [[], [], []];
  const known = new Map<string, number>();
  const memos = new Map<unknown, Map<number, number>>();
  const level = (of: number): number => levels[of] ?? Infinity;
  const size = (at: number): number => sizes[at] ?? 2;
  const isFull = (): boolean => levels.length > budget;
  const child = (of: number, at: number, value: number): number =>
    levels[of] === at ? (children[of]?.[value] ?? NO) : of;

  /** The node of a variable; none is made when every answer leads to the same place. */
  function node(at: number, to: readonly number[]): number {
    const [first = NO] = to;
    if (to.every((branch) => branch === first)) return first;
    const key = `${at}:${to.join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (isFull()) return NO;
    known.set(key, levels.length);
    levels.push(at);
    return children.push(to) - 1;
  }
  const spread = (at: number, to: (value: number) => number): number =>
    node(
      at,
      Array.from({ length: size(at) }, (_, value) => to(value)),
    );

  /** Remembers the outcome of one operation (`by`) on one or two nodes (`key`). */
  function memo(by: unknown, key: number, make: () => number): number {
    const table = memos.get(by) ?? new Map<number, number>();
    if (table.size === 0) memos.set(by, table);
    const found = table.get(key);
    if (found !== undefined) return found;
    const made = make();
    table.set(key, made);
    return made;
  }
  return { level, size, isFull, child, node, spread, memo };
}

function createOperations({ level, child, spread, memo, isFull }: Store) {
  function combine(by: Rule, a: number, b: number): number {
    const decided = by(a, b);
    if (decided !== undefined) return decided;
    if (isFull()) return NO;
    return memo(by, a * 2 ** 26 + b, () => {
      const at = Math.min(level(a), level(b));
      return spread(at, (value) => combine(by, child(a, at, value), child(b, at, value)));
    });
  }
  function relabel(leaves: readonly [number, number, number], of: number): number {
    if (of <= VOID) return leaves[of] ?? NO;
    return memo(leaves, of, () => spread(level(of), (value) => relabel(leaves, child(of, level(of), value))));
  }
  const fold = (by: Rule, start: number, parts: readonly number[]): number =>
    parts.reduce((made, part) => combine(by, made, part), start);
  return {
    and: (...parts: number[]): number => fold(and, YES, parts),
    or: (...parts: number[]): number => fold(or, NO, parts),
    not: (of: number): number => relabel(SWAP, of),
    /** The condition where the law holds, impossible elsewhere. */
    rule: (law: number, of: number): number => combine(rule, law, of),
    /** Where it is yes for certain, and where it is no for certain. */
    isYes: (of: number): number => relabel(IS_YES, of),
    isNo: (of: number): number => relabel(IS_NO, of),
    literal: (at: number, holds: (value: number) => boolean): number =>
      spread(at, (value) => (holds(value) ? YES : NO)),
  };
}

/** The variables that some diagrams look at. */
export function supportOf(forest: Store, roots: Iterable<number>): Set<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const visit = (of: number): void => {
    if (of <= VOID || seen.has(of)) return;
    seen.add(of);
    const at = forest.level(of);
    found.add(at);
    for (let value = 0; value < forest.size(at); value++) visit(forest.child(of, at, value));
  };
  for (const root of roots) visit(root);
  return found;
}
