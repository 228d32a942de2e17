import type { ChecklistLine, ItemEdition } from '@tongban/catalogue';
import type { FileRow } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Held } from '../licences/index.ts';
import type { Laid, LayWish } from './model.ts';
import { definitionOf, lineFor, offersFor, waysOf } from './slots.ts';

type Table = {
  edition: ItemEdition;
  lines: readonly ChecklistLine[];
  held: readonly Held[];
  /** The files named, already known to be the caller's own. */
  found: readonly FileRow[];
};

/** Lays something under a material, as far as the item allows it; `open` takes away what lay there. */
export function layUnder({ edition, lines, held, found }: Table, wish: LayWish): Laid {
  const { material, person, met } = wish;
  lineFor(lines, person === undefined ? { material } : { material, person });
  const offers = offersFor(definitionOf(edition, material), held);
  const key = person === undefined ? { material } : { material, person };
  if (met === 'open') return { ...key, met, files: [] };
  if (met === 'licence' && !offers.some(({ licence }) => licence === wish.licence)) throw noLicence();
  if (!waysOf(edition, material, offers).includes(met)) throw notThisWay(met);
  if (met !== 'files') {
    return { ...key, met, files: [], ...(wish.licence === undefined ? {} : { licence: wish.licence }) };
  }
  refuseFiles(found);
  return { ...key, met, files: wish.files };
}

/** Refuses to take a material without files, or with a file that has not arrived whole. */
export function refuseFiles(found: readonly FileRow[]): void {
  if (found.length === 0) throw at('/files', 'cases.no-files', '先选要上传的照片或文件');
  const half = found.find(({ complete }) => !complete);
  if (half !== undefined) throw at('/files', 'cases.file-incomplete', `“${half.name}”还没有传完，传完再交`);
}

function noLicence(): Problem {
  return at('/licence', 'cases.licence', '这张证照不能代替这份材料，换一张，或上传照片');
}

function notThisWay(met: LayWish['met']): Problem {
  if (met === 'promise')
    return at('/met', 'cases.no-promise', '这份材料不能用承诺代替，上传照片或换一种方式');
  return at('/met', 'cases.no-window', '这件事不在大厅办，材料要在网上交');
}

function at(pointer: string, code: string, message: string): Problem {
  return new Problem(code, 'invalid', message, [{ pointer, code, message }]);
}
