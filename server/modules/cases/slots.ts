import type { ChecklistLine, ItemEdition, MaterialDefinition } from '@tongban/catalogue';
import type { FileRow, LicenceOffer, MaterialSlot, Words } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Held } from '../licences/index.ts';
import type { Drafter } from './drafter.ts';
import type { CaseSlot, DraftContent, Laid, Met, SlotKey } from './model.ts';
import { sameSlot } from './model.ts';
import { type Proving, type StandIn, standInOf } from './proof/standing-in.ts';

/** What a person can lay under materials: their files and the licences of their wallet; and what proves itself. */
export type Means = {
  files: ReadonlyMap<string, FileRow>;
  held: readonly Held[];
  proving: Proving;
};

/** What lies on the table: what was laid, what data has proved, what could be laid, and where it is all done. */
type Table = Pick<DraftContent, 'laid' | 'checks'> & {
  means: Pick<Means, 'files' | 'held' | 'proving'>;
  channel: Drafter['channel'];
};

/** 材料位: the checklist with what has been laid under each line, and the ways still open. */
export function slotsOf(edition: ItemEdition, lines: readonly ChecklistLine[], table: Table): MaterialSlot[] {
  return lines.map((line) => {
    const key = keyOf(line);
    const ground = groundOf(edition, key, table);
    const found = table.laid.find((one) => sameSlot(one, key));
    const standing = holds(found, ground) ? { met: found.met } : ground.standIn;
    const licence = ground.offers.find((offer) => offer.licence === found?.licence);
    return {
      ...key,
      need: line.state,
      ...standing,
      files: (found?.files ?? []).flatMap((id) => table.means.files.get(id) ?? []),
      ...(licence === undefined ? {} : { licence }),
      ways: waysOf(edition, line.id, ground),
      offers: ground.offers,
      ...(found?.originalSeen === true ? { originalSeen: true } : {}),
    };
  });
}

/** What a material can be met by: the licences that may stand in, what stands in by itself, and where it is laid. */
type Ground = {
  offers: LicenceOffer[];
  standIn: StandIn;
  barred: boolean;
  channel: Drafter['channel'];
};

export function groundOf(
  edition: ItemEdition,
  key: SlotKey,
  { means, checks = [], channel }: Omit<Table, 'laid'>,
): Ground {
  const definition = definitionOf(edition, key.material);
  const offers = offersFor(definition, means.held);
  const check = checks.find((one) => sameSlot(one, key));
  const known = { check, offered: offers.length > 0, proving: means.proving };
  return { offers, standIn: standInOf(definition, known), barred: means.proving.barred, channel };
}

/** Whether what was laid still counts: a licence still good, a promise still allowed, an original that was seen. */
function holds(found: Laid | undefined, { offers, barred, channel }: Ground): found is Laid {
  if (found === undefined || found.met === 'open') return false;
  if (found.met === 'licence') return offers.some(({ licence }) => licence === found.licence);
  if (found.met === 'promise') return !barred;
  return found.met !== 'window' || channel === 'web' || found.originalSeen === true;
}

/**
 * How a material may be met: files always; a licence or a promise where they may stand in; at the window where there is
 * one. There what stands in by itself can be chosen back.
 */
export function waysOf(
  edition: ItemEdition,
  material: string,
  { offers, standIn, barred, channel }: Ground,
): Met[] {
  const { substitute } = definitionOf(edition, material);
  const byItself = channel === 'hall' ? standIn.met : 'open';
  const ways: readonly (readonly [Met, boolean])[] = [
    ['files', true],
    ['licence', offers.length > 0],
    ['data', byItself === 'data'],
    ['promise', substitute.promise !== undefined && !barred],
    ['window', edition.folder.item.channels.hall],
    ['investigation', byItself === 'investigation'],
  ];
  return ways.filter(([, open]) => open).map(([way]) => way);
}

/**
 * The licences of the wallet that may stand in for a material: of the type the item names, and valid today. Where the
 * item says that the licence is somebody else's (`wallet: other`), the applicant's own would prove nothing.
 */
function offersFor({ substitute, for_each }: MaterialDefinition, held: readonly Held[]): LicenceOffer[] {
  const { licence: type, wallet } = substitute;
  if (type === undefined || wallet === 'other' || for_each !== undefined) return [];
  return held
    .filter((one) => one.type === type && one.state === 'valid')
    .map(({ licence, name, shownNumber, photo }) => ({
      ...{ licence, name, number: shownNumber },
      ...(photo ? { photo } : {}),
    }));
}

/** Finds the line a material stands on; a material this situation does not ask for is refused. */
export function lineFor(lines: readonly ChecklistLine[], key: SlotKey): ChecklistLine {
  const line = lines.find((one) => sameSlot(keyOf(one), key));
  if (line === undefined) {
    throw new Problem('cases.material', 'missing', '按现在的回答不用交这份材料，刷新清单再看');
  }
  return line;
}

export function definitionOf(edition: ItemEdition, material: string): MaterialDefinition {
  const found = edition.folder.materials.find((one) => one.id === material);
  if (found === undefined) throw new Problem('cases.material', 'missing', '没有这份材料');
  return found;
}

/** The name of a material as people say it, with the person it is asked of. */
export function slotName(edition: ItemEdition, { material, person }: SlotKey): Words {
  const { name, for_each: group } = definitionOf(edition, material);
  const en = edition.folder.english?.materials?.[material]?.name;
  const zh = person === undefined ? name : `${name}（${group ?? ''}第 ${person} 位）`;
  if (en === undefined) return { zh };
  return { zh, en: person === undefined ? en : `${en} (person ${person})` };
}

/** What a case keeps of the slots of a draft. */
export function keptSlots(slots: readonly MaterialSlot[]): CaseSlot[] {
  return slots.map(({ ways: _ways, offers: _offers, ...slot }) => slot);
}

/** The slots of a case as screens show them; nothing can be chosen any more. */
export function shownSlots(slots: readonly CaseSlot[]): MaterialSlot[] {
  return slots.map(({ earlier: _earlier, ...slot }) => ({ ...slot, ways: [], offers: [] }));
}

function keyOf({ id, person }: ChecklistLine): SlotKey {
  return person === undefined ? { material: id } : { material: id, person: person.number };
}
