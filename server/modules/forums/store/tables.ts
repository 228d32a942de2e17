import type { ForumKind } from '@tongban/contract';
import type { Selectable } from 'kysely';
import type { Filled, Maybe, Moment } from '../../../platform/index.ts';

type ForumTable = {
  forum_id: string;
  branch: string;
  kind: ForumKind;
  title: string;
  title_en: Maybe<string>;
  host: string;
  words: string;
  words_en: Maybe<string>;
  line: Maybe<string>;
  starts_at: Moment;
  ends_at: Moment;
  closed_at: Maybe<Date>;
  version: number;
  by_id: string;
  at: Moment;
};
type EntryTable = {
  forum_id: string;
  city: string;
  order_id: string;
  tip_off: Filled<boolean>;
  at: Moment;
  by_id: Maybe<string>;
};
type NoteTable = {
  forum_id: string;
  order_id: string;
  note_id: string;
  on_day: string;
  at: Moment;
  by_id: string;
  said: Buffer;
};

type VolunteerTable = {
  volunteer_id: string;
  branch: string;
  person_id: string;
  from_day: string;
  until_day: string;
  note: Buffer;
  dismissed_at: Maybe<Date>;
  by_id: string;
  at: Moment;
};

export type Tables = {
  'forums.forum': ForumTable;
  'forums.entry': EntryTable;
  'forums.note': NoteTable;
  'forums.volunteer': VolunteerTable;
};
export type ForumRow = Selectable<ForumTable>;
export type VolunteerRow = Selectable<VolunteerTable>;
export type NoteRow = Selectable<NoteTable>;
