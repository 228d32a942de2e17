import {
  type ItemEdition,
  type MaterialDefinition,
  type MaterialView,
  materialView,
  pointsToCheck,
} from '@tongban/catalogue';
import type { DeskCase, MaterialSlot } from '@tongban/contract';
import { caseWords } from '../words.ts';

export type Stage = 'intake' | 'review';

/** 要点: one line to check, with the words an applicant reads when it fails. */
export type CheckRow = {
  readonly key: string;
  readonly material: string;
  readonly person?: number;
  readonly checkpoint: string;
  readonly text: string;
  readonly prefill: string;
  /** The material itself is not there: the only thing to find is that. */
  readonly missing: boolean;
};

/** 材料卡: one material of the case as the desk checks it. */
export type MaterialCard = {
  readonly key: string;
  readonly slot: MaterialSlot;
  readonly name: string;
  readonly form: string;
  /** Nothing to check: said by a licence, or promised in writing. */
  readonly settled?: string;
  readonly rows: readonly CheckRow[];
  /** What machines check; nobody marks it. */
  readonly byData: readonly string[];
};

const words = caseWords.checks;
const beforeAcceptance = ['none', 'draft', 'submitted', 'pre-review', 'correction-before-acceptance'];

/** Which checkpoints are looked at now: those of intake until acceptance, then those of review. */
export function stageOf(state: string): Stage {
  return beforeAcceptance.includes(state) ? 'intake' : 'review';
}

/** Lays out the materials of a case with the checkpoints of its own edition, in the order of the slots. */
export function cardsOf(
  edition: ItemEdition,
  { slots, state }: Pick<DeskCase, 'slots' | 'state'>,
): MaterialCard[] {
  const stage = stageOf(state);
  return slots.map((slot) => cardOf(edition, slot, stage));
}

function cardOf(edition: ItemEdition, slot: MaterialSlot, stage: Stage): MaterialCard {
  const key = slotKey(slot);
  const material = edition.folder.materials.find(({ id }) => id === slot.material);
  if (material === undefined) return { key, slot, name: slot.material, form: '', rows: [], byData: [] };
  const view = materialView(edition, material, 'zh');
  const settled = settledWords(slot);
  return {
    key,
    slot,
    name: nameOf(view, slot),
    form: view.form.text,
    ...(settled === undefined ? {} : { settled }),
    rows: rowsOf({ material, view }, slot, stage),
    byData: view.checkpoints
      .filter(({ at, by }) => at.includes(stage) && by === 'data-check')
      .map(({ check }) => check.text),
  };
}

function slotKey({ material, person }: MaterialSlot): string {
  return person === undefined ? material : `${material}.${person}`;
}

function nameOf({ name, forEach }: MaterialView, { person }: MaterialSlot): string {
  if (person === undefined) return name.text;
  const whose = forEach === undefined ? words.personOnly(person) : words.person(forEach, person);
  return `${name.text} · ${whose}`;
}

function settledWords({ met }: MaterialSlot): string | undefined {
  if (met === 'licence') return words.provedByLicence;
  return met === 'promise' ? words.promised : undefined;
}

type Asked = { readonly material: MaterialDefinition; readonly view: MaterialView };

/** The same rule as on the server says which points are looked at; a missing material has one line that says so. */
function rowsOf({ material, view }: Asked, slot: MaterialSlot, stage: Stage): CheckRow[] {
  const rows = pointsToCheck(material, slot, stage).map(({ id, check }) => rowOf(view, slot, { id, check }));
  if (slot.met !== 'open') return rows;
  return rows.map((row) => ({
    ...row,
    text: words.missing(view.form.text),
    prefill: words.prefillMissing(nameOf(view, slot), view.form.text),
    missing: true,
  }));
}

type Point = { readonly id: string; readonly check: string };

function rowOf(view: MaterialView, slot: MaterialSlot, point: Point): CheckRow {
  return {
    key: `${slotKey(slot)}/${point.id}`,
    material: view.id,
    ...(slot.person === undefined ? {} : { person: slot.person }),
    checkpoint: point.id,
    text: point.check,
    prefill: words.prefill(point.check),
    missing: false,
  };
}
