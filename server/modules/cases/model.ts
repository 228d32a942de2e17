import type { Action, CasePlan, CaseState } from '@tongban/casework';
import type { ItemEdition } from '@tongban/catalogue';
import type { AnswerPair, FileRow, MaterialSlot, Values } from '@tongban/contract';
import type { KeptCheck, KeptInvestigation, KeptPromise } from './kept.ts';
import type { CaseRow } from './store/tables.ts';

/** How a material is met. */
export type Met = MaterialSlot['met'];

/** What a person has laid under one material of a draft. */
export type Laid = {
  material: string;
  person?: number;
  met: Met;
  files: readonly string[];
  licence?: string;
  /** When the notice of a promise was read and agreed to. */
  agreedAt?: string;
  /** The original was seen at the window and given back. */
  originalSeen?: boolean;
};

/** One line of the checklist: a material, for one accompanying person where it is asked of each. */
export type SlotKey = { material: string; person?: number };

/** What a person wants to lay under a material. */
export type LayWish = SlotKey & {
  met: Met;
  files: readonly string[];
  licence?: string;
  agreed?: boolean;
  originalSeen?: boolean;
};

/** A material of a case with what was handed in; `earlier` keeps files a correction has replaced. */
export type CaseSlot = Omit<MaterialSlot, 'ways' | 'offers'> & { earlier?: FileRow[] };

/** Everything personal in a draft; sealed in the database. */
export type DraftContent = {
  answers: AnswerPair[];
  values: Values;
  /** By question id: the licence a value came from, or `identity`. */
  origins: Record<string, string>;
  laid: Laid[];
  /** What data sources said of materials nobody has to bring. */
  checks?: KeptCheck[];
};

/** Everything personal in a case; sealed in the database. */
export type CaseContent = {
  answers: AnswerPair[];
  values: Values;
  slots: CaseSlot[];
  /** What stands in for papers: answers of data sources, what staff find out, what was promised. */
  checks?: KeptCheck[];
  investigations?: KeptInvestigation[];
  promises?: KeptPromise[];
};

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

/** Under what a payment order knows its case. */
export function aboutCase({ row }: Pick<OpenCase, 'row'>): string {
  return `case:${row.case_number}`;
}
