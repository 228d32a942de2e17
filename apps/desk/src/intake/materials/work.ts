import type { ItemEdition } from '@tongban/catalogue';
import type { Draft, IntakeMark, Mark, MaterialSlot } from '@tongban/contract';
import { cardsOf, type MaterialCard } from '../../case/checks/cards.ts';
import { findMark, progressOf } from '../../case/checks/marks.ts';
import { intakeWords } from '../words.ts';

const said = intakeWords.materials;

/** How far the work on one material has come. */
type WorkState = 'proved' | 'lay' | 'check' | 'good' | 'defect' | 'aside';

/** 材料: one material of a draft with what the window has to do about it. */
export type Work = {
  readonly card: MaterialCard;
  readonly state: WorkState;
  /** What stands in for it, with its source; nothing is asked for. */
  readonly proof?: string;
  /** Why it is asked for though a source was asked. */
  readonly unproved?: string;
  readonly done: number;
  readonly total: number;
  readonly defects: number;
};

/** Lays out the materials of a draft with what is left to do, in the order of the checklist. */
export function worksOf(edition: ItemEdition, draft: Draft, marks: readonly Mark[]): Work[] {
  return cardsOf(edition, { slots: draft.slots, state: 'draft' }).map((card) => workOf(card, marks));
}

/** Whether nothing is left to do about a material. */
export function isSettled({ state }: Work): boolean {
  return state !== 'lay' && state !== 'check';
}

/** The marks of one draft, as its checkpoints know them. */
export function marksOf(marks: readonly IntakeMark[], draft: string): Mark[] {
  return marks.filter((mark) => mark.draft === draft).map(({ draft: _, ...mark }) => mark);
}

/** All marks with those of one draft replaced. */
export function withMarks(all: readonly IntakeMark[], draft: string, marks: readonly Mark[]): IntakeMark[] {
  return [
    ...all.filter((mark) => mark.draft !== draft),
    ...marks.map(({ material, person, checkpoint, result, say }) => ({
      draft,
      material,
      ...(person === undefined ? {} : { person }),
      checkpoint,
      result,
      ...(say === undefined ? {} : { say }),
    })),
  ];
}

function workOf(card: MaterialCard, marks: readonly Mark[]): Work {
  const { done, total, defects } = progressOf([card], marks);
  const proof = proofOf(card.slot);
  const { notProved } = card.slot;
  return {
    card,
    state: stateOf(card, { proof, done, total, defects }),
    ...(proof === undefined ? {} : { proof }),
    ...(notProved === undefined ? {} : { unproved: said.notProved(notProved.source.zh, notProved.say) }),
    done,
    total,
    defects,
  };
}

type Found = { proof: string | undefined; done: number; total: number; defects: number };

function stateOf({ slot }: MaterialCard, { proof, done, total, defects }: Found): WorkState {
  if (proof !== undefined) return 'proved';
  if (slot.met === 'open') {
    if (defects > 0) return 'defect';
    return slot.need === 'required' ? 'lay' : 'aside';
  }
  if (done < total) return 'check';
  return defects > 0 ? 'defect' : 'good';
}

/** 已由……证明: in whose word a material need not be brought. */
function proofOf({ met, proved, licence }: MaterialSlot): string | undefined {
  switch (met) {
    case 'licence':
      return said.provedBy(licence?.name.zh ?? said.licence, licence?.number);
    case 'data':
      return proved === undefined ? said.byData : said.provedBy(proved.source.zh, undefined);
    case 'investigation':
      return said.byStaff;
    case 'promise':
      return said.byPromise;
    case 'files':
    case 'window':
    case 'open':
      return undefined;
  }
}

/** The checkpoint to look at next on a material, if one is open. */
export function openRow({ card }: Work, marks: readonly Mark[]): string | undefined {
  return card.rows.find((row) => findMark(marks, row) === undefined)?.key;
}
