import type { ItemEdition } from '../edition.ts';
import type { Finding, Path } from '../finding.ts';
import { localise } from '../localise.ts';
import { didYouMean } from '../nearest.ts';
import type { Content, Read } from '../read/read-content.ts';
import type { LocalFields } from '../reference/local.ts';

/** Local files may name known items only, touch nothing that is locked, and keep consultation and complaint apart. */
export function lintLocal(content: Content, editions: readonly ItemEdition[]): Finding[] {
  return content.local.flatMap((read) => [...lintPhones(read), ...lintItems(read, editions)]);
}

function lintPhones(read: Read<LocalFields>): Finding[] {
  const { phones } = read.value;
  if (phones.consult !== phones.complaint) return [];
  return [refusal(read, ['phones'], '咨询电话和投诉电话不能是同一个号码')];
}

function lintItems(read: Read<LocalFields>, editions: readonly ItemEdition[]): Finding[] {
  const ids = editions.map(({ id }) => id);
  return Object.keys(read.value.items).flatMap((id) => {
    const edition = editions.find((each) => each.id === id);
    if (edition === undefined) return [refusal(read, ['items', id], `没有事项“${id}”${didYouMean(id, ids)}`)];
    const localised = localise(edition, read.value);
    if (localised.ok) return [];
    return localised.refused.map(({ message }) => refusal(read, ['items', id], message));
  });
}

function refusal(read: Read<LocalFields>, path: Path, message: string): Finding {
  return { rule: 'local', severity: 'error', file: read.file, ...read.at(path), message };
}
