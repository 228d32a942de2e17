import type { Selectable, Updateable } from 'kysely';
import type { Maybe, Moment } from '../../../platform/index.ts';

type Priority = 'elder' | 'minor' | 'soldier' | 'talent' | 'pregnant' | 'disabled';
type TicketKind = 'walk-in' | 'booked' | 'priority' | 'late';
type TicketState = 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'done' | 'left';
type WindowState = 'closed' | 'open' | 'break';
type What =
  | 'taken'
  | 'called'
  | 'recalled'
  | 'started'
  | 'finished'
  | 'missed'
  | 'rejoined'
  | 'parked'
  | 'transferred'
  | 'routed'
  | 'granted'
  | 'left';

type TicketTable = {
  city: string;
  ticket_id: string;
  hall: string;
  day: string;
  branch: string;
  number: string;
  key_hash: Buffer;
  key_sealed: Buffer;
  item: string;
  needs: string[];
  kind: TicketKind;
  queue: Maybe<'issue' | 'stuck'>;
  priority: Maybe<Priority>;
  person_id: Maybe<string>;
  phone: Maybe<Buffer>;
  booking_id: Maybe<string>;
  booked_for: Maybe<Date>;
  state: TicketState;
  due: Moment;
  why: string;
  routed_to: Maybe<string>;
  window_id: Maybe<string>;
  calls: number;
  note: Maybe<Buffer>;
  taken_at: Moment;
  first_taken_at: Moment;
  called_at: Maybe<Date>;
  first_called_at: Maybe<Date>;
  started_at: Maybe<Date>;
  ended_at: Maybe<Date>;
  missed_at: Maybe<Date>;
  parked_until: Maybe<Date>;
  come_back_at: Maybe<Date>;
  foreseen_p50: Maybe<number>;
  foreseen_p80: Maybe<number>;
  told_near: boolean;
};
type EventTable = {
  city: string;
  ticket_id: string;
  seq: number;
  branch: string;
  what: What;
  at: Moment;
  window_id: Maybe<string>;
  by_id: Maybe<string>;
  said: Maybe<Buffer>;
};
type CallTable = {
  city: string;
  hall: string;
  day: string;
  seq: number;
  ticket_id: string;
  number: string;
  window_id: string;
  window_number: number;
  again: boolean;
  at: Moment;
};
type WindowTable = {
  city: string;
  window_id: string;
  day: string;
  hall: string;
  branch: string;
  state: WindowState;
  clerk_id: Maybe<string>;
  skills: Maybe<string[]>;
  since: Moment;
};
type DayTable = {
  city: string;
  hall: string;
  day: string;
  branch: string;
  version: number;
  calls: number;
  announcement: Maybe<string>;
};
type NumberingTable = { city: string; hall: string; day: string; prefix: string; last: number };
export type Tables = {
  'hall.ticket': TicketTable;
  'hall.ticket_event': EventTable;
  'hall.call': CallTable;
  'hall.window': WindowTable;
  'hall.day': DayTable;
  'hall.numbering': NumberingTable;
};
export type TicketRow = Selectable<TicketTable>;
export type TicketUpdate = Updateable<TicketTable>;
export type EventRow = Selectable<EventTable>;
export type CallRow = Selectable<CallTable>;
export type WindowRow = Selectable<WindowTable>;
export type DayRow = Selectable<DayTable>;

/** 大厅的一天: where all rows of a queue stand. */
export type HallDay = { city: string; hall: string; day: string; branch: string };
