import type { Selectable } from 'kysely';
import type { Maybe, Moment } from '../../../platform/index.ts';
import type { ReplyOrigin, ReplyState } from '../rules.ts';

type EntryTable = {
  entry_id: string;
  key: Maybe<string>;
  kind: 'reply' | 'article';
  origin: ReplyOrigin;
  branch: string;
  scope: string;
  item: Maybe<string>;
  shown: boolean;
};
type VersionTable = {
  entry_id: string;
  version: number;
  branch: string;
  state: ReplyState;
  revision: number;
  public: boolean;
  title: string;
  used_when: string;
  text: string;
  title_en: Maybe<string>;
  text_en: Maybe<string>;
  also: string[];
  basis: Maybe<string>;
  valid_until: Maybe<string>;
  edition_id: Maybe<string>;
  hash: Maybe<string>;
  author_ids: string[];
  approver_id: Maybe<string>;
  note: Maybe<string>;
  changed_at: Moment;
  in_force_at: Maybe<Date>;
  ended_at: Maybe<Date>;
};
type IndexedTable = {
  entry_id: string;
  version: number;
  state: ReplyState;
  scope: string;
  kind: 'reply' | 'article';
  item: Maybe<string>;
  shown: boolean;
};
type CitationTable = {
  citation_id: string;
  entry_id: string;
  version: number;
  branch: string;
  about: Maybe<string>;
  by_id: string;
  at: Moment;
};
type GapTable = {
  scope: string;
  words: string;
  asked: number;
  asked_outside: number;
  first_at: Moment;
  last_at: Moment;
  settled_at: Maybe<Date>;
};
export type Tables = {
  'knowledge.entry': EntryTable;
  'knowledge.version': VersionTable;
  'knowledge.indexed': IndexedTable;
  'knowledge.citation': CitationTable;
  'knowledge.gap': GapTable;
};
export type EntryRow = Selectable<EntryTable>;
export type VersionRow = Selectable<VersionTable>;
export type GapRow = Selectable<GapTable>;
