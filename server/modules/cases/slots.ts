import type { ChecklistLine, ItemEdition, MaterialDefinition } from '@tongban/catalogue';
import type { FileRow, LicenceOffer, MaterialSlot, Words } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Held } from '../licences/index.ts';
import type { CaseSlot, Laid, Met, SlotKey } from './model.ts';
import { sameSlot } from './model.ts';

/** What a person can lay under materials: their files and the licences of their wallet. */
export type Means = { files: ReadonlyMap<string, FileRow>; held: readonly Held[] };

/** 材料位: the checklist with what has been laid under each line, and the ways still open. */
export function slotsOf(
  edition: ItemEdition,
  lines: readonly ChecklistLine[],
  { laid, means }: { laid: readonly Laid[]; means: Means },
): MaterialSlot[] {
  return lines.map((line) => {
    const key = keyOf(line);
    const found = laid.find((one) => sameSlot(one, key));
    const offers = offersFor(definitionOf(edition, line.id), means.held);
    const licence = offers.find((offer) => offer.licence === found?.licence);
    const met =
      found === undefined || (found.met === 'licence' && licence === undefined) ? 'open' : found.met;
    return {
      ...key,
      need: line.state,
      met,
      files: (found?.files ?? []).flatMap((id) => means.files.get(id) ?? []),
      ...(licence === undefined ? {} : { licence }),
      ways: waysOf(edition, line.id, offers),
      offers,
    };
  });
}

/** How a material may be met: files always; licence and promise where the item says so; at the window where there is one. */
export function waysOf(edition: ItemEdition, material: string, offers: readonly LicenceOffer[]): Met[] {
  const { substitute } = definitionOf(edition, material);
  const promised = substitute.by === 'promise' || substitute.else === 'promise';
  return [
    'files',
    ...(offers.length > 0 ? (['licence'] as const) : []),
    ...(promised ? (['promise'] as const) : []),
    ...(edition.folder.item.channels.hall ? (['window'] as const) : []),
  ];
}

/**
 * The licences of the wallet that may stand in for a material: of the type the item names, and valid today. Where the
 * item says that the licence is somebody else's (`wallet: other`), the applicant's own would prove nothing.
 */
export function offersFor(
  { substitute, for_each }: MaterialDefinition,
  held: readonly Held[],
): LicenceOffer[] {
  const { licence: type, wallet } = substitute;
  if (type === undefined || wallet === 'other' || for_each !== undefined) return [];
  return held
    .filter((one) => one.type === type && one.state === 'valid')
    .map(({ licence, name, shownNumber }) => ({ licence, name, number: shownNumber }));
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
  return slots.map(({ ways: _ways, offers: _offers, person, licence, ...slot }) => ({
    ...slot,
    ...(person === undefined ? {} : { person }),
    ...(licence === undefined ? {} : { licence }),
  }));
}

/** The slots of a case as screens show them; nothing can be chosen any more. */
export function shownSlots(slots: readonly CaseSlot[]): MaterialSlot[] {
  return slots.map(({ earlier: _earlier, ...slot }) => ({ ...slot, ways: [], offers: [] }));
}

function keyOf({ id, person }: ChecklistLine): SlotKey {
  return person === undefined ? { material: id } : { material: id, person: person.number };
}
