import type { Offices } from '../offices/index.ts';

export type Divisions = Pick<Offices, 'division'>;

/** A division with all above it: 广东省东莞市东城街道. */
export function divisionText(offices: Divisions, code: string): string {
  const found = offices.division(code);
  if (found === undefined) return '';
  const above = found.parent === '' || found.parent === undefined ? '' : divisionText(offices, found.parent);
  return `${above}${found.name}`;
}
