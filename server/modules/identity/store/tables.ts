import type { Role } from '@tongban/contract';
import type { Filled, Maybe, Moment } from '../../../platform/index.ts';

type PersonTable = {
  person_id: string;
  kind: 'citizen' | 'staff';
  name: string;
  citizen_number: Maybe<Buffer>;
  citizen_number_index: Maybe<Buffer>;
  phone: Maybe<Buffer>;
  born_on: Maybe<string>;
  sex: Maybe<string>;
  division: Maybe<string>;
  created_at: Moment;
};
type CodeTable = {
  code_id: string;
  phone_index: Buffer;
  code_index: Buffer;
  sent_at: Moment;
  expires_at: Moment;
  tries: Filled<number>;
  used_at: Maybe<Date>;
};
type AccountTable = {
  person_id: string;
  login: string;
  staff_number: string;
  password_hash: string;
  totp_secret: Buffer;
  citizen_number: Maybe<Buffer>;
  citizen_number_index: Maybe<Buffer>;
  totp_last_step: Filled<number>;
  failures: Filled<number>;
  locked_until: Maybe<Date>;
  suspended_at: Maybe<Date>;
  suspended_by: Maybe<string>;
  suspended_why: Maybe<string>;
};
type AssignmentTable = {
  assignment_id: string;
  person_id: string;
  role: Role;
  office: string;
  office_name: string;
  branch: string;
  hall: Maybe<string>;
  window_id: Maybe<string>;
  items: Maybe<string[]>;
  head: Filled<boolean>;
  position: Filled<number>;
  valid_from: Maybe<string>;
  valid_until: Maybe<string>;
  ended_at: Maybe<Date>;
};
type SessionTable = {
  session_id: string;
  token_hash: Buffer;
  person_id: string;
  kind: 'citizen' | 'staff';
  assignment_id: Maybe<string>;
  started_at: Moment;
  seen_at: Moment;
  expires_at: Moment;
  ended_at: Maybe<Date>;
};
/** The tables of identity. */
export type Tables = {
  'identity.person': PersonTable;
  'identity.code': CodeTable;
  'identity.account': AccountTable;
  'identity.assignment': AssignmentTable;
  'identity.session': SessionTable;
};
