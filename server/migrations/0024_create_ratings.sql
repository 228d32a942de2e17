create schema ratings;

-- 可评的服务: one finished case or one visit; whom it served, who worked on it, and until when it may be rated.
create table ratings.service (
  service_id uuid not null constraint service_pk primary key,
  kind text not null constraint service_kind check (kind in ('case', 'visit')),
  subject_id uuid not null,
  number text not null,
  city text not null,
  branch text collate "C" not null,
  item text not null,
  hall text,
  window_id text,
  clerk_ids uuid[] not null,
  person_id uuid,
  ended_at timestamptz not null,
  rate_until date not null,
  constraint service_once unique (kind, subject_id)
);
create index service_of_person on ratings.service (person_id) where person_id is not null;
create index service_ended on ratings.service (ended_at);
create index service_by_number on ratings.service (number, kind);

-- 评价: one for each service, for ever; what was written in words is sealed. The rated clerk sees a row from `shown_at`.
create table ratings.rating (
  rating_id uuid not null constraint rating_pk primary key,
  service_id uuid not null constraint rating_of_service references ratings.service,
  branch text collate "C" not null,
  clerk_ids uuid[] not null,
  item text not null,
  person_id uuid,
  visit boolean not null,
  level smallint not null constraint rating_level check (level between 1 and 5),
  reasons text[] not null,
  said bytea,
  channel text constraint rating_channel check (
    channel in ('web', 'mobile', 'qr', 'hall-tablet', 'hall-terminal', 'phone', 'sms')
  ),
  origin text not null constraint rating_origin check (origin in ('person', 'default')),
  state text not null constraint rating_state check (state in ('standing', 'struck')),
  rated_at timestamptz not null,
  shown_at timestamptz,
  registered_by uuid,
  constraint rating_once_per_service unique (service_id),
  constraint rating_channel_of_person check ((origin = 'person') = (channel is not null)),
  constraint rating_registered_by_phone check ((channel is not distinct from 'phone') = (registered_by is not null))
);
create index rating_of_clerk on ratings.rating using gin (clerk_ids);
create index rating_in_branch on ratings.rating (branch, rated_at);

-- 差评整改单: one for each bad rating; the reply is sealed and read by the rater. `contact` is the phone of a rater the house does not
-- know; `not_reached` counts the calls nobody answered in this round.
create table ratings.repair (
  repair_id uuid not null constraint repair_pk primary key,
  rating_id uuid not null constraint repair_of_rating references ratings.rating,
  branch text collate "C" not null,
  person_id uuid,
  visit boolean not null,
  state text not null constraint repair_state check (
    state in ('opened', 'taken', 'answered', 'called-back', 'closed')
  ),
  round smallint not null constraint repair_round check (round >= 1),
  version integer not null,
  opened_at timestamptz not null,
  due_on date not null,
  handler_id uuid,
  reply bytea,
  contact bytea,
  not_reached smallint not null,
  reminded_on date,
  appeal text constraint repair_appeal check (appeal in ('open', 'upheld', 'struck')),
  appealed_by uuid,
  called_back_at timestamptz,
  closed_at timestamptz,
  constraint repair_once unique (rating_id),
  constraint repair_taken_by_somebody check (state in ('opened', 'closed') or handler_id is not null),
  constraint repair_closed_at check ((state = 'closed') = (closed_at is not null)),
  constraint repair_appealed_by check ((appeal is null) = (appealed_by is null))
);
create index repair_open on ratings.repair (branch, due_on, repair_id) where state <> 'closed';
create index repair_closed on ratings.repair (branch, closed_at desc, repair_id) where state = 'closed';

-- 整改经过: everything done about an order, in order; what was written is sealed.
create table ratings.repair_step (
  repair_id uuid not null constraint step_of_repair references ratings.repair,
  seq integer not null,
  branch text collate "C" not null,
  act text not null constraint step_act check (
    act in ('take', 'answer', 'not-reached', 'satisfied', 'dissatisfied', 'close', 'appeal', 'upheld', 'struck')
  ),
  by_id uuid not null,
  at timestamptz not null,
  said bytea,
  constraint repair_step_pk primary key (repair_id, seq)
);
comment on table ratings.repair_step is 'insert-only: what was done about repair orders';

-- 邀请评价: that somebody was asked how a service went, once; a text message that answers finds it by the phone it comes from.
create table ratings.invitation (
  service_id uuid not null constraint invitation_pk primary key constraint invitation_of_service references ratings.service,
  person_id uuid,
  phone bytea,
  phone_index bytea,
  invited_at timestamptz not null,
  said_unclear boolean not null,
  constraint invitation_phone_found check ((phone is null) = (phone_index is null))
);
create index invitation_by_phone on ratings.invitation (phone_index, invited_at desc) where phone_index is not null;

-- 短信评价: answers a gateway has handed on, so that the same one counts once.
create table ratings.sms_reply (
  provider text not null,
  message text not null,
  at timestamptz not null,
  constraint sms_reply_pk primary key (provider, message)
);

-- 表扬登记: banners, letters, praise by hotline; who gave them and what they said is sealed.
create table ratings.praise (
  praise_id uuid not null constraint praise_pk primary key,
  branch text collate "C" not null,
  kind text not null constraint praise_kind check (kind in ('banner', 'letter', 'hotline')),
  count integer not null constraint praise_count check (count between 1 and 1000),
  received_on date not null,
  sealed bytea not null,
  by_id uuid not null,
  at timestamptz not null
);
create index praise_in_branch on ratings.praise (branch, received_on);

-- 问卷: that somebody has answered a survey, and apart from it, without a person and a moment, the answers.
create table ratings.survey_taken (
  survey text not null,
  person_id uuid not null,
  constraint survey_once_per_person primary key (survey, person_id)
);
create table ratings.survey_count (
  survey text not null,
  question text not null,
  level smallint not null constraint survey_level check (level between 1 and 5),
  answers integer not null,
  constraint survey_count_pk primary key (survey, question, level)
);

-- 评价推送: what the city’s platform is still to be told, or was.
create table ratings.push (
  rating_id uuid not null constraint push_pk primary key,
  state text not null constraint push_state check (state in ('waiting', 'sent', 'failed')),
  attempts smallint not null,
  at timestamptz not null
);
create index push_state on ratings.push (state);

-- 行级安全: raters see their own, menders what their post reaches, a rated clerk a rating once it is shown; tickets and second
-- screens ask as the window and touch visits alone.
create function pg_temp.ratings_staff(guarded regclass, roles text) returns void
language plpgsql as $$
begin
  execute format(
    'create policy staff on %s using (
      current_setting(''app.role'', true) in (%s)
      and (
        branch collate "C" = nullif(current_setting(''app.post'', true), '''')
        or (
          branch collate "C" >= current_setting(''app.post'', true) || ''/''
          and branch collate "C" < current_setting(''app.post'', true) || ''0''
        )
      )
    )',
    guarded, roles
  );
end
$$;
create function pg_temp.ratings_lets(guarded regclass, called text, acts text, condition text) returns void
language plpgsql as $$
begin
  execute format('create policy %I on %s for %s using (%s)', called, guarded, acts, condition);
end
$$;

select public.guard_rows(guarded)
from unnest(array[
  'ratings.service', 'ratings.rating', 'ratings.repair', 'ratings.repair_step', 'ratings.invitation', 'ratings.praise', 'ratings.survey_taken'
]::regclass[]) as guarded;
select pg_temp.ratings_staff(guarded, $$'approver', 'hall-manager', 'supervisor'$$)
from unnest(array['ratings.service', 'ratings.rating', 'ratings.repair', 'ratings.repair_step']::regclass[]) as guarded;
select pg_temp.ratings_staff('ratings.praise', $$'hall-manager', 'supervisor'$$);
select pg_temp.ratings_lets(guarded, 'rater', 'all', $$
  current_setting('app.applicant', true) <> '' and person_id = nullif(current_setting('app.applicant', true), '')::uuid
$$)
from unnest(array['ratings.rating', 'ratings.repair']::regclass[]) as guarded;
select pg_temp.ratings_lets('ratings.service', 'rater', 'select', $$
  current_setting('app.applicant', true) <> '' and person_id = nullif(current_setting('app.applicant', true), '')::uuid
$$);
select pg_temp.ratings_lets('ratings.service', 'window', 'all', $$current_setting('app.role', true) = 'window' and kind = 'visit'$$);
select pg_temp.ratings_lets(guarded, 'window', 'all', $$current_setting('app.role', true) = 'window' and visit$$)
from unnest(array['ratings.rating', 'ratings.repair']::regclass[]) as guarded;
select pg_temp.ratings_lets('ratings.rating', 'rated', 'select', $$
  current_setting('app.role', true) = 'clerk' and shown_at is not null
  and clerk_ids @> array[nullif(current_setting('app.person', true), '')::uuid]
$$);
select pg_temp.ratings_lets('ratings.survey_taken', 'own', 'all', $$person_id = nullif(current_setting('app.person', true), '')::uuid$$);
drop function pg_temp.ratings_staff, pg_temp.ratings_lets;
