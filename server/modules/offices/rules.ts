import type { Offices as OfficesContent } from '@tongban/catalogue/author';

type Row = OfficesContent['organisations'][number];
type Scope = OfficesContent['halls'][number]['items'];

/** Gives every organisation its branch: the path of ids from the top of the tree, e.g. `gd/dg/dg-nancheng`. */
export function branchesOf(rows: readonly Row[]): (Row & { branch: string })[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (row: Row, seen: readonly string[]): string => {
    if (seen.includes(row.id)) throw new RangeError(`organisation ${row.id} is its own superior`);
    const parent = row.parent === undefined ? undefined : byId.get(row.parent);
    return parent === undefined ? row.id : `${pathOf(parent, [...seen, row.id])}/${row.id}`;
  };
  return rows.map((row) => ({ ...row, branch: pathOf(row, []) }));
}

/** Whether a branch lies inside another: the same one or below it. */
export function isWithin(branch: string, superior: string): boolean {
  return branch === superior || branch.startsWith(`${superior}/`);
}

/** The organisation with the longest cover that holds the division; equal covers go to the higher branch. */
export function coverOf<O extends Row & { branch: string }>(
  rows: readonly O[],
  division: string,
): O | undefined {
  const reach = (row: O) =>
    Math.max(-1, ...row.covers.filter((code) => division.startsWith(code)).map((code) => code.length));
  return rows
    .filter((row) => reach(row) >= 0)
    .toSorted(
      (a, b) => reach(b) - reach(a) || a.branch.length - b.branch.length || a.id.localeCompare(b.id),
    )[0];
}

/** Whether a scope of items holds one item. */
export function takes(scope: Scope, { item, line }: { item: string; line: string }): boolean {
  if (scope === 'all') return true;
  if (scope.except?.includes(item) === true) return false;
  if (scope.items?.includes(item) === true) return true;
  return scope.lines?.some((one) => one === line) === true;
}
