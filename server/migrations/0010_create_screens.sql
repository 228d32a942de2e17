create schema devices;

-- 群众屏: a tablet beside a window. Of its key and its pairing code only digests are kept; the code goes when it is paired.
create table devices.screen (
  screen_id uuid not null constraint screen_pk primary key,
  key_hash bytea not null,
  code_index bytea constraint screen_code_once unique,
  code_until timestamptz,
  window_id text constraint screen_of_window_once unique,
  office text,
  paired_at timestamptz,
  seen_at timestamptz,
  thanked_for text constraint screen_thanks check (thanked_for in ('sign', 'decline')),
  thanked_until timestamptz,
  offered_at timestamptz not null,
  constraint screen_waits_or_is_paired check ((window_id is null) = (code_index is not null)),
  constraint screen_pairing_is_whole check ((window_id is null) = (paired_at is null))
);
create index screen_offered on devices.screen (code_until) where code_until is not null;

-- 连接凭据: opens the stream of a screen, once.
create table devices.ticket (
  ticket_hash bytea not null constraint ticket_pk primary key,
  screen_id uuid not null constraint ticket_screen references devices.screen on delete cascade,
  good_until timestamptz not null
);
create index ticket_by_screen on devices.ticket (screen_id);

-- 待领: a result that waits to be collected or sent, with the code printed on its collection slip. The row goes when the result does.
create table cases.pickup (
  city text not null,
  case_id uuid not null,
  person_id uuid not null,
  branch text collate "C" not null,
  item text not null,
  code text,
  slip_code text,
  express boolean not null,
  ready_at timestamptz not null,
  constraint pickup_pk primary key (city, case_id),
  constraint pickup_of_case foreign key (city, case_id) references cases.case,
  constraint pickup_code_once unique (city, code)
);
create index pickup_by_code on cases.pickup (code);
create index pickup_by_slip on cases.pickup (slip_code);
create index pickup_waiting on cases.pickup (branch, ready_at, case_id);
create index pickup_of_person on cases.pickup (person_id, ready_at);

-- What waited before codes were given is found by its case number.
insert into cases.pickup (city, case_id, person_id, branch, item, express, ready_at)
select city, case_id, person_id, branch, item, false, submitted_at
from cases.case
where state in ('at-issue-desk', 'in-delivery');

-- 领取: one person, or who comes for them, collecting results at an issue desk; who came and what was said is sealed.
create table cases.collection (
  person_id uuid not null,
  collection_id uuid not null,
  city text not null,
  branch text collate "C" not null,
  clerk_id uuid not null,
  window_id text,
  cases jsonb not null,
  verified boolean not null,
  authority_id uuid,
  signature text not null constraint collection_signature check (signature in ('none', 'asked', 'signed', 'declined', 'paper')),
  signature_id uuid,
  sealed bytea,
  begun_at timestamptz not null,
  answered_at timestamptz,
  handed_at timestamptz,
  constraint collection_pk primary key (person_id, collection_id),
  constraint collection_is_signed check (signature <> 'signed' or signature_id is not null),
  constraint collection_signs_the_verified check (signature = 'none' or verified)
);
create unique index collection_by_id on cases.collection (collection_id);
create index collection_at_window on cases.collection (window_id, begun_at desc) where window_id is not null;
