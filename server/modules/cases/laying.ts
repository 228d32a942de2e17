import type { ChecklistLine, ItemEdition } from '@tongban/catalogue';
import type { FileRow } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Drafter } from './drafter.ts';
import type { DraftContent, Laid, LayWish } from './model.ts';
import { groundOf, lineFor, type Means, waysOf } from './slots.ts';

type Table = Pick<DraftContent, 'checks'> & {
  edition: ItemEdition;
  lines: readonly ChecklistLine[];
  means: Means;
  channel: Drafter['channel'];
  now: Date;
  /** The files named, already known to be the owner's. */
  found: readonly FileRow[];
};

/**
 * Lays something under a material, as far as the item allows it; `open` takes away what lay there, and so does what
 * stands in by itself.
 */
export function layUnder({ edition, lines, found, now, ...table }: Table, wish: LayWish): Laid {
  const { material, person, met } = wish;
  const key = person === undefined ? { material } : { material, person };
  lineFor(lines, key);
  const ground = groundOf(edition, key, table);
  if (met === 'open' || met === ground.standIn.met) return { ...key, met: 'open', files: [] };
  refuseWay(edition, wish, ground);
  if (met === 'files') refuseFiles(found);
  return {
    ...{ ...key, met, files: met === 'files' ? wish.files : [] },
    ...(met === 'licence' && wish.licence !== undefined ? { licence: wish.licence } : {}),
    ...(met === 'promise' ? { agreedAt: now.toISOString() } : {}),
    ...(wasSeen(wish, table.channel) ? { originalSeen: true } : {}),
  };
}

/** At the window an original handed over has been seen; a captured one where the clerk says so. */
function wasSeen({ met, originalSeen }: LayWish, channel: Drafter['channel']): boolean {
  return channel === 'hall' && (met === 'window' || (met === 'files' && originalSeen === true));
}

function refuseWay(edition: ItemEdition, wish: LayWish, ground: ReturnType<typeof groundOf>): void {
  const { material, met, licence, agreed } = wish;
  if (met === 'licence' && !ground.offers.some((offer) => offer.licence === licence)) throw noLicence();
  if (met === 'promise' && ground.barred) throw barredPromise();
  if (!waysOf(edition, material, ground).includes(met)) throw notThisWay(met);
  if (met === 'promise' && agreed !== true) throw notAgreed();
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

function barredPromise(): Problem {
  return at('/met', 'cases.promise-barred', '您有过不实承诺的记录，这份材料要交，不能用承诺代替');
}

function notAgreed(): Problem {
  return at('/agreed', 'cases.not-agreed', '先看完告知书，勾选同意，再用承诺代替');
}

function notThisWay(met: LayWish['met']): Problem {
  switch (met) {
    case 'promise':
      return at('/met', 'cases.no-promise', '这份材料不能用承诺代替，上传照片或换一种方式');
    case 'data':
      return at('/met', 'cases.no-data', '没有数据能证明这份材料，上传照片或换一种方式');
    case 'investigation':
      return at('/met', 'cases.no-investigation', '这份材料不由我们核实，上传照片或换一种方式');
    case 'open':
    case 'files':
    case 'licence':
    case 'window':
      return at('/met', 'cases.no-window', '这件事不在大厅办，材料要在网上交');
  }
}

function at(pointer: string, code: string, message: string): Problem {
  return new Problem(code, 'invalid', message, [{ pointer, code, message }]);
}
