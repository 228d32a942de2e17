/** How many single insertions, deletions, replacements and swaps of neighbours turn one list of symbols into the other. */
export function editDistance(from: readonly string[], to: readonly string[]): number {
  const rows = [[0, ...to.map((_, column) => column + 1)]];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= to.length; j++) row.push(leastSteps(rows, { from, to, i, j }));
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

type Cell = { from: readonly string[]; to: readonly string[]; i: number; j: number };

function leastSteps(rows: readonly number[][], { from, to, i, j }: Cell): number {
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  const same = from[i - 1] === to[j - 1];
  const swaps = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
  return Math.min(
    at(i - 1, j - 1) + (same ? 0 : 1),
    at(i - 1, j) + 1,
    at(i, j - 1) + 1,
    swaps ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
  );
}

/** The known name a mistyped one most likely meant; undefined when none is close enough to be a help. */
function nearestName(word: string, names: Iterable<string>): string | undefined {
  const letters = [...word];
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(letters, [...name]);
    if (distance > Math.max(1, Math.floor(Math.max(letters.length, name.length) / 3))) continue;
    if (best === undefined || distance < best.distance) best = { name, distance };
  }
  return best?.name;
}

/** “，是不是 X？” when a near name exists, otherwise nothing. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const near = nearestName(word, names);
  return near === undefined ? '' : `，是不是“${near}”？`;
}
