import type { Action, CasePlan, CaseState } from '@tongban/casework';
import type { ItemEdition } from '@tongban/catalogue';
import type { AnswerPair, FileRow, LicenceOffer, Values } from '@tongban/contract';
import type { CaseRow } from './store/tables.ts';

/** How a material is met. */
export type Met = 'open' | 'files' | 'licence' | 'promise' | 'window';

/** What a person has laid under one material of a draft. */
export type Laid = {
  material: string;
  person?: number;
  met: Met;
  files: readonly string[];
  licence?: string;
};

/** One line of the checklist: a material, for one accompanying person where it is asked of each. */
export type SlotKey = { material: string; person?: number };

/** What a person wants to lay under a material. */
export type LayWish = SlotKey & { met: Met; files: readonly string[]; licence?: string };

/** A material of a case with what was handed in; `earlier` keeps files a correction has replaced. */
export type CaseSlot = SlotKey & {
  need: 'required' | 'possible';
  met: Met;
  files: FileRow[];
  licence?: LicenceOffer;
  earlier?: FileRow[];
};

/** Everything personal in a draft; sealed in the database. */
export type DraftContent = {
  answers: AnswerPair[];
  values: Values;
  /** By question id: the licence a value came from, or `identity`. */
  origins: Record<string, string>;
  laid: Laid[];
};

/** Everything personal in a case; sealed in the database. */
export type CaseContent = { answers: AnswerPair[]; values: Values; slots: CaseSlot[] };

/** A case opened for work: its row, what it is about, and the state its actions fold to. */
export type OpenCase = {
  row: CaseRow;
  edition: ItemEdition;
  plan: CasePlan;
  actions: readonly Action[];
  state: CaseState;
  content: CaseContent;
};

export function sameSlot(one: SlotKey, other: SlotKey): boolean {
  return one.material === other.material && one.person === other.person;
}
