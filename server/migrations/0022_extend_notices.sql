-- 通知: what one person is told once, in both languages, and apart from it each way by which it is handed over.
-- `key` names what is told once only, however often it comes up, such as the reminder of one licence.
alter table notices.notice
  add column key text constraint notice_key_once unique,
  add column case_number text,
  add column read_at timestamptz;

-- 送达: one notice by one channel. `sending` is written before anything leaves the house, so that a worker that dies in
-- between leaves a trace; what is `once` then stays there until a receipt tells more. Of the phone only the mask is kept here.
create table notices.delivery (
  delivery_id uuid not null constraint delivery_pk primary key,
  notice_id uuid not null constraint delivery_of_notice references notices.notice on delete cascade,
  person_id uuid,
  channel text not null constraint delivery_channel check (channel in ('app', 'sms', 'wechat', 'mail')),
  state text not null
    constraint delivery_state check (state in ('waiting', 'sending', 'sent', 'delivered', 'failed', 'dropped')),
  why text,
  urgent boolean not null,
  once boolean not null,
  attempts smallint not null default 0,
  provider text,
  provider_ref text,
  made_at timestamptz not null,
  due_at timestamptz not null,
  first_due_at timestamptz not null,
  stale_after timestamptz,
  claimed_at timestamptz,
  handed_at timestamptz,
  ended_at timestamptz,
  constraint delivery_channel_once unique (notice_id, channel)
);
-- What waits, in the order in which it goes.
create index delivery_waiting on notices.delivery (channel, urgent desc, due_at) where state = 'waiting';
create index delivery_sending on notices.delivery (claimed_at) where state = 'sending';
create index delivery_by_day on notices.delivery (channel, first_due_at);

insert into notices.delivery (delivery_id, notice_id, person_id, channel, state, urgent, once, made_at, due_at,
    first_due_at, stale_after, handed_at, ended_at)
  select gen_random_uuid(), notice_id, person_id, 'sms', state, false, false, at, at, at, stale_after,
    case state when 'sent' then ended_at end, ended_at
  from notices.notice;
alter table notices.notice
  drop constraint notice_ends_once,
  drop column state,
  drop column ended_at;
create index notice_unread on notices.notice (person_id) where read_at is null and person_id is not null;
create index notice_of_case on notices.notice (person_id, case_number) where case_number is not null;

-- What comes to its end, for the reminders of every night.
create index licence_expiring on licences.licence (valid_until, licence_id)
  where state = 'valid' and valid_until is not null;

-- 接收方式: how somebody wants to be reached. The WeChat account and the mail address are sealed; nothing but its one-time
-- code is sent to an address before it is confirmed.
create table notices.choice (
  person_id uuid not null constraint choice_pk primary key,
  language text not null constraint choice_language check (language in ('zh', 'en')),
  sms boolean not null,
  wechat boolean not null,
  mail boolean not null,
  quiet_from text constraint choice_quiet_from check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_to text constraint choice_quiet_to check (quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  openid bytea,
  mail_address bytea,
  changed_at timestamptz not null,
  constraint choice_quiet_is_whole check ((quiet_from is null) = (quiet_to is null))
);

-- 能不能送到: whether somebody has linked their WeChat or confirmed an address, and nothing else of them: whoever tells them
-- something writes down no delivery that could not be made.
create table notices.reach (
  person_id uuid not null constraint reach_pk primary key,
  wechat boolean not null default false,
  mail boolean not null default false
);

-- 待确认的邮箱: an address somebody has given and not yet shown to be theirs.
create table notices.mail_claim (
  person_id uuid not null constraint mail_claim_pk primary key,
  address bytea not null,
  code_index bytea not null,
  tries smallint not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null
);

-- 权重: how much of a channel each of its providers is given now; shared by all processes.
create table notices.provider (
  provider text not null constraint provider_pk primary key,
  weight smallint not null constraint provider_weight check (weight between 0 and 100),
  shifted_at timestamptz not null
);

-- 每日数字: of one Shanghai day and channel, counted once the day is over; `prompt` were handed over within ten seconds.
create table notices.day_figure (
  day date not null,
  channel text not null,
  due integer not null,
  handed integer not null,
  prompt integer not null,
  delivered integer not null,
  failed integer not null,
  dropped integer not null,
  constraint day_figure_pk primary key (day, channel)
);

-- 行级安全: a table is closed to everybody but the house itself; each migration after this one says who else sees its rows.
create function public.guard_rows(guarded regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy machine on %s using (current_setting(''app.role'', true) in (''worker'', ''startup'', ''migrator''))',
    guarded
  );
end
$$;
select public.guard_rows('notices.delivery');
select public.guard_rows('notices.choice');
select public.guard_rows('notices.mail_claim');
select public.guard_rows('notices.reach');

create policy own on notices.delivery for select
  using (person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy told on notices.delivery for insert
  with check (current_setting('app.role', true) <> '');
create policy own on notices.choice for all
  using (person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy own on notices.mail_claim for all
  using (person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy own on notices.reach for all
  using (person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy told on notices.reach for select
  using (current_setting('app.role', true) <> '');
-- One's own notices are marked as read.
create policy reads on notices.notice for update
  using (person_id = nullif(current_setting('app.person', true), '')::uuid);

-- 预警: a warning to everybody with an account. One person asks for it, another confirms it; then the machine goes through the
-- people in their order and remembers with each batch how far it has come.
create table notices.warning (
  warning_id uuid not null constraint warning_pk primary key,
  title_zh text not null,
  text_zh text not null,
  title_en text,
  text_en text,
  urgent boolean not null,
  stale_after timestamptz not null,
  state text not null
    constraint warning_state check (state in ('asked', 'declined', 'going', 'told', 'stale')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  told integer not null default 0,
  reached uuid,
  ended_at timestamptz,
  constraint warning_english_is_whole check ((title_en is null) = (text_en is null)),
  constraint warning_takes_two check (settled_by <> asked_by),
  constraint warning_settled_is_whole
    check ((state = 'asked') = (settled_by is null) and (settled_by is null) = (settled_at is null)),
  constraint warning_told_is_settled check (told = 0 or settled_by is not null)
);
create index warning_by_asking on notices.warning (asked_at desc, warning_id desc);
create index warning_going on notices.warning (settled_at) where state = 'going';
select public.guard_rows('notices.warning');
create policy administration on notices.warning for all
  using (current_setting('app.role', true) = 'admin');

-- 按天数: new accounts of a day, and cases handed in by channel. Cases from before this have no channel that can be counted.
create index person_by_making on identity.person (created_at) where kind = 'citizen' and phone is not null;
alter table cases.case add column channel text;
create index case_by_submission on cases.case (submitted_at) include (channel);
