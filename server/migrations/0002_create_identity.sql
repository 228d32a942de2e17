create schema identity;

create table identity.person (
  person_id uuid primary key,
  kind text not null constraint person_kind check (kind in ('citizen', 'staff')),
  name text not null,
  citizen_number bytea,
  citizen_number_index bytea constraint person_citizen_number_once unique,
  phone bytea,
  born_on date,
  sex text,
  division text,
  created_at timestamptz not null
);

create table identity.code (
  code_id uuid primary key,
  phone_index bytea not null,
  code_index bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0,
  used_at timestamptz
);
create index code_by_phone on identity.code (phone_index, sent_at desc);

create table identity.account (
  person_id uuid primary key constraint account_person references identity.person,
  login text not null constraint account_login_once unique,
  staff_number text not null,
  password_hash text not null,
  totp_secret bytea not null,
  totp_last_step bigint not null default 0,
  failures smallint not null default 0,
  locked_until timestamptz
);

create table identity.assignment (
  assignment_id uuid primary key,
  person_id uuid not null constraint assignment_person references identity.person,
  role text not null,
  office text not null,
  office_name text not null,
  branch text not null,
  hall text,
  window_id text,
  items text[],
  head boolean not null default false,
  position smallint not null default 0,
  valid_from date,
  valid_until date
);
create index assignment_by_person on identity.assignment (person_id, position);

create table identity.session (
  session_id uuid primary key,
  token_hash bytea not null constraint session_token_once unique,
  person_id uuid not null constraint session_person references identity.person,
  kind text not null,
  assignment_id uuid constraint session_assignment references identity.assignment,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_person on identity.session (person_id);
