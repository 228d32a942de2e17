import type { DayRule, DayTemplate } from '@tongban/contract';
import type { Span } from '@tongban/queueing';
import type { Selectable } from 'kysely';
import type { Filled, Maybe, Moment } from '../../../platform/index.ts';

/** Lanes as they are kept: for everybody online, for those with priority, for walk-ins. */
export const lanes = { online: 0, priority: 1, walkIn: 2 } as const;

/** 状态: where a booking stands. */
export type State = 'held' | 'booked' | 'arrived' | 'done' | 'missed' | 'cancelled' | 'expired';
type Origin = 'day' | 'template' | 'hours' | 'holiday';

type SlotTable = {
  city: string;
  hall: string;
  pool: string;
  lane: number;
  t: number;
  planned: number;
  capacity: number;
  booked: number;
  opens_at: Moment;
  open: boolean;
};
type LaidTable = {
  city: string;
  hall: string;
  day: string;
  digest: string;
  open: boolean;
  says: string;
  origin: Origin;
  spans: Span[];
};
type DayRuleTable = {
  city: string;
  hall: string;
  day: string;
  branch: string;
  rule: DayRule;
  changed_by: string;
  changed_at: Moment;
};
type TemplateTable = {
  city: string;
  hall: string;
  template: string;
  branch: string;
  body: DayTemplate;
  changed_at: Moment;
};
type BookingTable = {
  city: string;
  booking_id: string;
  hall: string;
  branch: string;
  day: string;
  pool: string;
  lane: number;
  t: number;
  quanta: number;
  item: string;
  person_id: string;
  by_id: string;
  window_id: Maybe<string>;
  state: State;
  held_until: Maybe<Date>;
  wish_id: Maybe<string>;
  instead_id: Maybe<string>;
  code: string;
  sequence: Filled<number>;
  priority: Maybe<string>;
  draft_id: Maybe<string>;
  sealed: Buffer;
  ticket: Maybe<Buffer>;
  claimed_at: Moment;
  made_at: Moment;
  remind_at: Maybe<Date>;
  arrived_at: Maybe<Date>;
  ended_at: Maybe<Date>;
  nth: Filled<number>;
};
type TimedTable = {
  city: string;
  ticket_id: string;
  hall: string;
  branch: string;
  pool: string;
  lane: number;
  t: number;
  quanta: number;
  state: 'booked' | 'done' | 'cancelled';
  claimed_at: Moment;
};
type WishTable = {
  city: string;
  wish_id: string;
  hall: string;
  branch: string;
  item: string;
  person_id: string;
  by_id: string;
  from_day: string;
  to_day: string;
  part: 'any' | 'morning' | 'afternoon';
  state: 'waiting' | 'offered' | 'taken' | 'ended';
  instead_id: Maybe<string>;
  booking_id: Maybe<string>;
  sealed: Buffer;
  made_at: Moment;
};

export type Tables = {
  'bookings.slot': SlotTable;
  'bookings.laid': LaidTable;
  'bookings.day_rule': DayRuleTable;
  'bookings.template': TemplateTable;
  'bookings.booking': BookingTable;
  'bookings.timed': TimedTable;
  'bookings.wish': WishTable;
};
export type BookingRow = Selectable<BookingTable>;
export type TimedRow = Selectable<TimedTable>;
export type WishRow = Selectable<WishTable>;
export type LaidRow = Selectable<LaidTable>;
export type DayRuleRow = Selectable<DayRuleTable>;
export type TemplateRow = Selectable<TemplateTable>;
