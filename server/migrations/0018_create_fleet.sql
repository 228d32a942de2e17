-- 设备: one machine of a hall: a kiosk, a board or a window's strip. Of its key and its one-time code only digests are kept;
-- the code goes when it is registered. A machine taken out stays on record, so that its numbers are not given again that day.
create table devices.device (
  device_id uuid not null constraint device_pk primary key,
  kind text not null constraint device_kind check (kind in ('kiosk', 'board', 'strip')),
  key_hash bytea not null,
  code_index bytea constraint device_code_once unique,
  code_until timestamptz,
  offered_at timestamptz not null,
  hall text,
  name text,
  window_id text,
  prefix text constraint device_prefix check (prefix ~ '^[A-Z]$'),
  all_day boolean not null default false,
  registered_at timestamptz,
  seen_at timestamptz,
  faults text[] not null default '{}',
  version text,
  unmerged integer not null default 0 constraint device_unmerged check (unmerged >= 0),
  wipe_asked_at timestamptz,
  wiped_at timestamptz,
  removed_at timestamptz,
  constraint device_waits_or_is_registered check ((hall is null) = (code_index is not null)),
  constraint device_registration_is_whole check (
    (hall is null) = (registered_at is null) and (hall is null) = (name is null)
  ),
  constraint device_kiosk_has_prefix check (hall is null or (kind = 'kiosk') = (prefix is not null))
);
create index device_of_hall on devices.device (hall, removed_at);
create index device_offered on devices.device (code_until) where code_until is not null;
create unique index device_prefix_once on devices.device (hall, prefix) where removed_at is null and prefix is not null;

-- 连接凭据: opens the stream of a machine, once.
create table devices.device_ticket (
  ticket_hash bytea not null constraint device_ticket_pk primary key,
  device_id uuid not null constraint device_ticket_device references devices.device on delete cascade,
  good_until timestamptz not null
);
create index device_ticket_by_device on devices.device_ticket (device_id);

-- 机取的号: which number of the queue a kiosk gave under an id of its own, so that sending it twice gives it once. `number` is
-- of the kiosk's own letter and was given without network.
create table devices.taken (
  taken_id uuid not null constraint taken_pk primary key,
  device_id uuid not null constraint taken_device references devices.device on delete cascade,
  day date not null,
  number integer constraint taken_number check (number > 0),
  ticket_id uuid,
  refused text,
  taken_at timestamptz not null,
  constraint taken_or_refused check ((ticket_id is null) = (refused is not null)),
  constraint taken_number_once unique (device_id, day, number)
);

-- 来访: somebody at a kiosk, known for some minutes; of the key of the visit only a digest is kept.
create table devices.visit (
  visit_id uuid not null constraint visit_pk primary key,
  person_id uuid not null,
  device_id uuid not null constraint visit_device references devices.device on delete cascade,
  key_hash bytea not null,
  identified_by text not null constraint visit_identified_by check (identified_by in ('card', 'phone')),
  began_at timestamptz not null,
  good_until timestamptz not null,
  ended_at timestamptz
);
create unique index visit_open_of_device on devices.visit (device_id) where ended_at is null;
create index visit_began on devices.visit (began_at);

-- 扫码登录: a code at a kiosk for a signed-in phone; whose it becomes is known when its owner agrees there.
create table devices.hand_off (
  hand_off_id uuid not null constraint hand_off_pk primary key,
  device_id uuid not null constraint hand_off_device references devices.device on delete cascade,
  secret_hash bytea not null,
  good_until timestamptz not null,
  person_id uuid,
  agreed_at timestamptz,
  used_at timestamptz,
  constraint hand_off_agreed_by_somebody check ((person_id is null) = (agreed_at is null))
);
create index hand_off_by_device on devices.hand_off (device_id);
create index hand_off_good_until on devices.hand_off (good_until);

-- A visit and a hand-off are seen by the house alone, never by another person.
alter table devices.visit enable row level security;
alter table devices.visit force row level security;
create policy machine on devices.visit
using (current_setting('app.role', true) in ('worker', 'startup', 'migrator'));
create policy kiosk on devices.visit
using (current_setting('app.role', true) in ('window', 'sign-in'));
alter table devices.hand_off enable row level security;
alter table devices.hand_off force row level security;
create policy machine on devices.hand_off
using (current_setting('app.role', true) in ('worker', 'startup', 'migrator'));
create policy kiosk on devices.hand_off
using (current_setting('app.role', true) in ('window', 'sign-in'));

-- 查看记录: what a kiosk opened for somebody is on record too.
alter table cases.access
  drop constraint access_what_known,
  add constraint access_what_known check (what in ('case', 'document', 'sitting', 'unmasking', 'files', 'kiosk'));
create policy kiosk on cases.access for insert
with check (current_setting('app.role', true) = 'sign-in' and what = 'kiosk');
