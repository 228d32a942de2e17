/** The declared name that looks most like the one written, if any looks like it at all. */
export function nearest(written: string, declared: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.ceil(written.length / 2)) + 1;
  for (const name of declared) {
    const steps = distance(written, name);
    if (steps < least) {
      least = steps;
      best = name;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
