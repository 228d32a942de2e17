import { type Forest, NO, VOID } from './forest.ts';

const SETTLE = {};
const MERGE = {};

/** The diagram with impossible branches folded into whichever neighbour agrees with them. */
export function settle(forest: Forest, of: number): number {
  if (of <= VOID) return of;
  return forest.memo(SETTLE, of, () => {
    const at = forest.level(of);
    const to = Array.from({ length: forest.size(at) }, (_, value) =>
      settle(forest, forest.child(of, at, value)),
    );
    const one = to.reduce((a, b) => merge(forest, a, b));
    return one < 0 ? forest.node(at, to) : one;
  });
}

/** One diagram that agrees with both wherever they are possible, or -1. */
function merge(forest: Forest, a: number, b: number): number {
  if (a < 0 || a === b || b === VOID) return a;
  if (a === VOID) return b;
  if (a < VOID && b < VOID) return -1;
  return forest.memo(MERGE, a * 2 ** 26 + b, () => {
    const at = Math.min(forest.level(a), forest.level(b));
    const to: number[] = [];
    for (let value = 0; value < forest.size(at); value++) {
      const one = merge(forest, forest.child(a, at, value), forest.child(b, at, value));
      if (one < NO) return -1;
      to.push(one);
    }
    return forest.node(at, to);
  });
}
