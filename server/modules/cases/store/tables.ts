import type { DecisionType } from '@tongban/casework';
import type { DocumentRow } from '@tongban/contract';
import type { ColumnType, Selectable } from 'kysely';
import type { Filled, Maybe, Moment } from '../../../platform/index.ts';
import type { KeptDefect, KeptMark, Queue } from '../kept.ts';

/** A jsonb column: arrives parsed, is written as text. */
type Json<T> = ColumnType<T, string, string>;

type DraftTable = {
  person_id: string;
  draft_id: string;
  applicant_id: string;
  item: string;
  edition_id: string;
  division: string;
  sealed: Buffer;
  began_at: Moment;
  saved_at: Moment;
  case_number: Maybe<string>;
};
type CaseTable = {
  city: string;
  case_id: string;
  case_number: string;
  draft_id: string;
  person_id: string;
  filed_by: string;
  applicant: string;
  item: string;
  edition_id: string;
  division: string;
  branch: string;
  office: string;
  state: string;
  queue: Queue;
  urgent_on: string;
  holder_id: Maybe<string>;
  unassigned_since: Maybe<Date>;
  yellow_on: Maybe<string>;
  red_on: Maybe<string>;
  version: Filled<number>;
  sealed: Buffer;
  marks: Json<KeptMark[]>;
  defects: Json<KeptDefect[]>;
  documents: Json<DocumentRow[]>;
  licence_id: Maybe<string>;
  held_id: Maybe<string>;
  urges: Filled<number>;
  channel: Maybe<string>;
  submitted_at: Moment;
};
type ActionTable = {
  city: string;
  case_id: string;
  seq: number;
  type: string;
  at: Moment;
  sealed: Buffer;
};
type HeldTable = {
  city: string;
  case_id: string;
  held_id: string;
  by_id: string;
  command: DecisionType;
  leaves_at: Moment;
  sealed: Buffer;
};
type NoteTable = {
  city: string;
  case_id: string;
  note_id: string;
  kind: 'urge' | 'reprint';
  day: string;
  at: Moment;
  by_id: string;
  sealed: Buffer;
};
type OfPersonTable = {
  person_id: string;
  case_id: string;
  city: string;
  case_number: string;
  submitted_at: Moment;
};
type CounterTable = { city: string; stem: string; day: string; last: number };

/** The tables of cases. */
export type Tables = {
  'cases.draft': DraftTable;
  'cases.case': CaseTable;
  'cases.action': ActionTable;
  'cases.held': HeldTable;
  'cases.note': NoteTable;
  'cases.of_person': OfPersonTable;
  'cases.counter': CounterTable;
};

/** Where a case is kept. */
export type CaseKey = { city: string; caseId: string };

/** A decision that has not left yet. */
export type HeldRow = Selectable<HeldTable>;

/** What is kept of a case beside its course. */
export type NoteRow = Selectable<NoteTable>;

/** A case as its row tells it. */
export type CaseRow = Selectable<CaseTable>;
