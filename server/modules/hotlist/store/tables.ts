import type { HotDayCount, HotFigure, HotSignals, HotStage, HotStepType } from '@tongban/contract';
import type { ColumnType, Selectable } from 'kysely';
import type { Maybe, Moment } from '../../../platform/index.ts';

/** A column of JSON: read as what it holds, written as its text. */
type Json<T> = ColumnType<T, string, string>;

type RunTable = {
  scope: string;
  month: string;
  branch: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  read: number;
  total: number;
  asked_at: Moment;
  ended_at: Maybe<Date>;
};
type CandidateTable = {
  candidate_id: string;
  scope: string;
  month: string;
  branch: string;
  key: string;
  matter: string;
  words: string[];
  people: number;
  orders: number;
  regions: number;
  signals: Json<HotSignals>;
  score: number;
  days: Json<HotDayCount[]>;
};
type TopicTable = {
  topic_id: string;
  candidate_id: string;
  scope: string;
  month: string;
  branch: string;
  key: string;
  matter: string;
  words: string[];
  name: string;
  people: number;
  orders: number;
  signals: Json<HotSignals>;
  stage: HotStage;
  round: number;
  version: number;
  owner_branch: Maybe<string>;
  leader: Maybe<string>;
  due_on: Maybe<string>;
  listed_on: string;
  removed_on: Maybe<string>;
  rebounded_on: Maybe<string>;
  hot_week: number;
  quiet_week: Maybe<number>;
  counted_to: string;
};
type StepTable = {
  topic_id: string;
  step_id: string;
  type: HotStepType;
  at: Moment;
  by_id: Maybe<string>;
  said: Buffer;
  figures: Json<HotFigure[]>;
};
type AttachmentTable = { topic_id: string; step_id: string; place: number; file_id: string };
type DailyTable = { topic_id: string; day: string; count: number };
type BoardTable = {
  topic_id: string;
  scope: string;
  title: string;
  doing: string;
  title_en: Maybe<string>;
  doing_en: Maybe<string>;
  words: string[];
  with_figures: boolean;
  revision: number;
  shown: boolean;
  written_by: string;
  approved_by: Maybe<string>;
  at: Moment;
};

export type Tables = {
  'hotlist.run': RunTable;
  'hotlist.candidate': CandidateTable;
  'hotlist.topic': TopicTable;
  'hotlist.step': StepTable;
  'hotlist.attachment': AttachmentTable;
  'hotlist.daily': DailyTable;
  'hotlist.board': BoardTable;
};
export type RunRow = Selectable<RunTable>;
export type CandidateRow = Selectable<CandidateTable>;
export type TopicRow = Selectable<TopicTable>;
export type AttachmentRow = Selectable<AttachmentTable>;
export type StepRow = Selectable<StepTable>;
export type BoardRow = Selectable<BoardTable>;
