import { parseItemCode } from '@tongban/kernel';
import type { ItemEdition } from './edition.ts';

/** 实施编码: who carries the item out, at which level, and its basic code; undefined while the basic code is unknown. */
export function findItemCode(
  edition: ItemEdition,
  organisation: { code: string; level: number },
): string | undefined {
  const { basic } = edition.folder.item.codes;
  if (basic === undefined) return undefined;
  const parsed = parseItemCode(`${organisation.code}${organisation.level}${basic}`);
  return parsed.ok ? parsed.code : undefined;
}
