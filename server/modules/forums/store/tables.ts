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

export type Tables = {
  'forums.forum': ForumTable;
  'forums.entry': EntryTable;
  'forums.note': NoteTable;
};
export type ForumRow = Selectable<ForumTable>;
export type NoteRow = Selectable<NoteTable>;
