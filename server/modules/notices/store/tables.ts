import type { deliveryStates, noticeChannels, warningStates } from '@tongban/contract';
import type { Selectable } from 'kysely';
import type { Filled, Maybe, Moment } from '../../../platform/index.ts';

export type Channel = (typeof noticeChannels)[number];
export type State = (typeof deliveryStates)[number];

type NoticeTable = {
  notice_id: string;
  person_id: Maybe<string>;
  kind: string;
  about: Maybe<string>;
  case_number: Maybe<string>;
  key: Maybe<string>;
  sealed: Buffer;
  at: Moment;
  stale_after: Maybe<Date>;
  read_at: Maybe<Date>;
};
type DeliveryTable = {
  delivery_id: string;
  notice_id: string;
  person_id: Maybe<string>;
  channel: Channel;
  state: State;
  why: Maybe<string>;
  urgent: boolean;
  once: boolean;
  attempts: Filled<number>;
  provider: Maybe<string>;
  provider_ref: Maybe<string>;
  made_at: Moment;
  due_at: Moment;
  first_due_at: Moment;
  stale_after: Maybe<Date>;
  claimed_at: Maybe<Date>;
  handed_at: Maybe<Date>;
  ended_at: Maybe<Date>;
};
type ChoiceTable = {
  person_id: string;
  language: 'zh' | 'en';
  sms: boolean;
  wechat: boolean;
  mail: boolean;
  quiet_from: Maybe<string>;
  quiet_to: Maybe<string>;
  openid: Maybe<Buffer>;
  mail_address: Maybe<Buffer>;
  changed_at: Moment;
};
type ClaimTable = {
  person_id: string;
  address: Buffer;
  code_index: Buffer;
  tries: Filled<number>;
  sent_at: Moment;
  expires_at: Moment;
};
type FigureTable = {
  day: string;
  channel: Channel;
  due: number;
  handed: number;
  prompt: number;
  delivered: number;
  failed: number;
  dropped: number;
};

type WarningTable = {
  warning_id: string;
  title_zh: string;
  text_zh: string;
  title_en: Maybe<string>;
  text_en: Maybe<string>;
  urgent: boolean;
  stale_after: Moment;
  state: (typeof warningStates)[number];
  asked_by: string;
  asked_at: Moment;
  settled_by: Maybe<string>;
  settled_at: Maybe<Date>;
  told: Filled<number>;
  reached: Maybe<string>;
  ended_at: Maybe<Date>;
};

/** The tables of notices. */
export type Tables = {
  'notices.notice': NoticeTable;
  'notices.delivery': DeliveryTable;
  'notices.choice': ChoiceTable;
  'notices.mail_claim': ClaimTable;
  'notices.reach': { person_id: string; wechat: Filled<boolean>; mail: Filled<boolean> };
  'notices.provider': { provider: string; weight: number; shifted_at: Moment };
  'notices.day_figure': FigureTable;
  'notices.warning': WarningTable;
};
export type NoticeRow = Selectable<NoticeTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
/** A channel that leaves the house. */
export type OutwardChannel = Exclude<Channel, 'app'>;
export type ClaimRow = Selectable<ClaimTable>;
export type ChoiceRow = Selectable<ChoiceTable>;
export type WarningRow = Selectable<WarningTable>;
export type FigureRow = Selectable<FigureTable>;
