/** 闸口: lets so many pieces of work in at once; the others wait in line. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** Creates a gate for `most` at once, first come, first in. */
export function createGate(most: number): Gate {
  const line: (() => void)[] = [];
  let inside = 0;

  const leave = () => {
    const next = line.shift();
    if (next === undefined) inside -= 1;
    else next();
  };
  return async (work) => {
    if (inside < most) inside += 1;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
