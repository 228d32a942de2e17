create schema hotline;

-- 工单: something somebody asked, complained of, reported or praised. Who that is stays sealed; of a tip-off not even the id of the
-- person stands here in the open, nor an index of the phone that other rows could be laid beside. `branch` is where it stands,
-- `desk` where it was taken in; the days are folded from its steps.
create table hotline."order" (
  city text not null,
  order_id uuid not null,
  number text not null,
  branch text collate "C" not null,
  desk text collate "C" not null,
  kind text not null constraint order_kind check (
    kind in ('consult', 'help', 'complaint', 'report', 'suggestion', 'praise', 'stuck', 'visit')
  ),
  channel text not null constraint order_channel check (
    channel in ('web', 'wechat', 'phone', 'letter', 'visit', 'rating', 'social', 'transfer', 'window', 'open311')
  ),
  identity text not null constraint order_identity check (identity in ('named', 'secret', 'anonymous')),
  tip_off boolean not null,
  urgent boolean not null,
  stage text not null constraint order_stage check (
    stage in ('received', 'sorting', 'handling', 'coordinating', 'call-back', 'closed')
  ),
  how text constraint order_how check (
    how in ('answered', 'solved', 'unreached', 'merged', 'withdrawn', 'emergency', 'in-procedure')
  ),
  person_id uuid,
  owner bytea,
  owner_index bytea,
  key_hash bytea not null,
  phone bytea,
  phone_index bytea,
  caller bytea,
  said bytea not null,
  matter text,
  labels text[] not null,
  about text,
  handler_id uuid,
  received_at timestamptz not null,
  due_on date not null,
  hand_due_on date,
  call_back_on date,
  silent_on date,
  reminded_on date,
  named_on date,
  replied_on date,
  in_time boolean,
  called_back boolean not null,
  satisfied boolean,
  dispatches integer not null,
  wrong_dispatches integer not null,
  urges integer not null,
  visit_on date,
  closed_at timestamptz,
  version integer not null,
  constraint order_pk primary key (city, order_id),
  constraint order_number_once unique (city, number),
  constraint order_key_once unique (key_hash),
  constraint order_of_tip_off unique (city, order_id, tip_off),
  constraint order_tip_off_is_sealed check (not tip_off or (person_id is null and phone_index is null)),
  constraint order_owner_is_found check ((owner is null) = (owner_index is null)),
  constraint order_phone_is_found check ((phone is null) = (phone_index is null)),
  constraint order_anonymous check (
    identity <> 'anonymous' or (person_id is null and owner is null and phone is null and caller is null)
  ),
  constraint order_ended check ((stage = 'closed') = (how is not null) and (stage = 'closed') = (closed_at is not null))
);
-- The lists of the desk: what is open where, in whose hand, to call back, and what has ended.
create index order_open on hotline."order" (branch, due_on, order_id)
  where stage in ('received', 'sorting', 'handling', 'coordinating');
create index order_in_hand on hotline."order" (handler_id, due_on, order_id)
  where stage in ('handling', 'coordinating', 'call-back');
create index order_to_call_back on hotline."order" (desk, call_back_on, order_id) where stage = 'call-back';
create index order_closed on hotline."order" (branch, closed_at desc, order_id) where stage = 'closed';
create index order_received on hotline."order" (branch, received_at);
-- Home visits of a unit: first those nobody has arranged, then by day.
create index order_visits on hotline."order" (branch, coalesce(visit_on, date '0001-01-01'), order_id)
  where kind = 'visit' and not tip_off and stage in ('received', 'sorting', 'handling', 'coordinating');
-- Whoever asked finds theirs; whoever answers the phone finds those of the number that calls.
create index order_of_person on hotline."order" (person_id, received_at desc, order_id) where person_id is not null;
create index order_of_owner on hotline."order" (owner_index, received_at desc, order_id) where owner_index is not null;
create index order_of_phone on hotline."order" (phone_index, received_at desc) where phone_index is not null;
-- What the sweep of every night looks for.
create index order_to_remind on hotline."order" (due_on)
  where stage in ('received', 'sorting', 'handling', 'coordinating') and reminded_on is null;
create index order_to_name on hotline."order" (reminded_on)
  where stage in ('received', 'sorting', 'handling', 'coordinating') and named_on is null and reminded_on is not null;
create index order_silent on hotline."order" (silent_on) where stage = 'call-back';

-- 工单经过: everything that happened to an order, in order; what was said is sealed. `by_id` is left out where it was the caller.
create table hotline.step (
  city text not null,
  order_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamptz not null,
  by_id uuid,
  sealed bytea not null,
  constraint step_pk primary key (city, order_id, seq),
  constraint step_of_order foreign key (city, order_id) references hotline."order"
);
comment on table hotline.step is 'insert-only: what happened to orders';

-- 旁席: from where besides its place an order is seen: its desk, levels it passed through, units that help. A tip-off has none.
create table hotline.seat (
  branch text collate "C" not null,
  city text not null,
  order_id uuid not null,
  helps boolean not null,
  tip_off boolean not null default false constraint seat_never_of_tip_off check (not tip_off),
  constraint seat_pk primary key (city, order_id, branch),
  constraint seat_of_order foreign key (city, order_id, tip_off) references hotline."order" (city, order_id, tip_off)
);
create index seat_at_branch on hotline.seat (branch, helps, city, order_id);

-- 附件: which file lies under which order. It is sealed, because a file tells who sent it; it is read by who sees the order.
create table hotline.attachment (
  city text not null,
  order_id uuid not null,
  place smallint not null,
  file bytea not null,
  file_index bytea not null,
  constraint attachment_pk primary key (city, order_id, place),
  constraint attachment_of_order foreign key (city, order_id) references hotline."order" (city, order_id)
);
create index attachment_of_file on hotline.attachment (file_index);

-- 编号: the last number of a city and day.
create table hotline.counter (
  city text not null,
  day date not null,
  last integer not null,
  constraint counter_pk primary key (city, day)
);

-- 公开答复: what anybody may read, masked and passed by two. The database itself refuses a tip-off.
create table hotline.answer (
  answer_id uuid not null constraint answer_pk primary key,
  city text not null,
  order_id uuid not null,
  tip_off boolean not null default false constraint answer_never_of_tip_off check (not tip_off),
  unit text not null,
  kind text not null,
  title text not null,
  question text not null,
  reply text not null,
  on_day date not null,
  shown boolean not null,
  constraint answer_once unique (city, order_id),
  constraint answer_of_order foreign key (city, order_id, tip_off) references hotline."order" (city, order_id, tip_off)
);
create index answer_shown on hotline.answer (city, on_day desc, answer_id) where shown;
create index answer_latest on hotline.answer (on_day desc, answer_id) where shown;

-- 在办程序: petitions, reviews and lawsuits that are running, so that they are not opened a second time.
create table hotline.procedure (
  branch text collate "C" not null,
  number text not null,
  kind text not null constraint procedure_kind check (
    kind in ('petition', 'review', 'lawsuit', 'arbitration', 'discipline')
  ),
  phone bytea,
  phone_index bytea,
  citizen_number bytea,
  citizen_number_index bytea,
  until_day date not null,
  by_id uuid not null,
  at timestamptz not null,
  -- 结束: said by somebody, before its last day or after.
  ended_at timestamptz,
  ended_by uuid,
  constraint procedure_pk primary key (number),
  constraint procedure_is_ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create index procedure_running on hotline.procedure (branch, until_day, number) where ended_at is null;
create index procedure_of_phone on hotline.procedure (phone_index) where phone_index is not null;
create index procedure_of_number on hotline.procedure (citizen_number_index) where citizen_number_index is not null;

-- 座席: at which extension an operator sits.
create table hotline.place (
  extension text not null constraint place_pk primary key,
  person_id uuid not null constraint place_of_one unique,
  branch text collate "C" not null,
  since timestamptz not null
);

-- 来电: as the telephone system tells of it; `news` is the id of its last message, so that the same one counts once.
create table hotline.call (
  call_id uuid not null constraint call_pk primary key,
  reference text not null constraint call_reference_once unique,
  person_id uuid not null,
  branch text collate "C" not null,
  phone bytea not null,
  phone_index bytea not null,
  dialled text not null,
  state text not null constraint call_state check (state in ('ringing', 'answered', 'ended')),
  simulated boolean not null,
  at timestamptz not null,
  ended_at timestamptz,
  wrap_up text,
  order_number text
);
create index call_at_place on hotline.call (person_id, at desc);
create index call_of_order on hotline.call (order_number) where order_number is not null;

-- 办不成事: why something could not be got done, and what the guide should say instead; nobody is named in that.
create table hotline.stuck_cause (
  city text not null,
  order_id uuid not null,
  branch text collate "C" not null,
  order_number text not null,
  item text,
  root_cause text not null,
  finding bytea not null,
  defect text,
  by_id uuid not null,
  at timestamptz not null,
  mended_at timestamptz,
  tip_off boolean not null default false constraint stuck_cause_never_of_tip_off check (not tip_off),
  constraint stuck_cause_pk primary key (city, order_id),
  constraint stuck_cause_of_order foreign key (city, order_id, tip_off) references hotline."order" (city, order_id, tip_off),
  constraint stuck_cause_mends_defect check (mended_at is null or defect is not null)
);
create index stuck_cause_defects on hotline.stuck_cause (mended_at desc nulls first, at desc, order_id) where defect is not null;
create index order_stuck_open on hotline."order" (due_on, order_id)
  where kind = 'stuck' and stage <> 'closed';
create index order_stuck_closed on hotline."order" (closed_at desc, order_id) where kind = 'stuck' and stage = 'closed';

-- 值班: who answers for urgent orders of a unit, by day and hour.
create table hotline.duty (
  duty_id uuid not null constraint duty_pk primary key,
  branch text collate "C" not null,
  day date not null,
  from_hour text not null,
  to_hour text not null,
  name text not null,
  phone text not null
);
create index duty_of_day on hotline.duty (day, branch, from_hour);

-- 行级安全. Orders are read by whoever asked and from the posts that reach them; they are changed by the house after the rules have
-- said so, for an order may leave the sight of whoever hands it on.
create function pg_temp.hotline_lets(guarded regclass, called text, acts text, condition text) returns void
language plpgsql as $$
begin
  execute format(
    'create policy %I on %s for %s %s (%s)', called, guarded, acts,
    case when acts = 'insert' then 'with check' else 'using' end, condition
  );
end
$$;
select public.guard_rows(guarded)
from unnest(array[
  'hotline.order', 'hotline.step', 'hotline.seat', 'hotline.procedure', 'hotline.place', 'hotline.call',
  'hotline.stuck_cause', 'hotline.duty', 'hotline.attachment'
]::regclass[]) as guarded;

select pg_temp.hotline_lets('hotline.seat', 'staff', 'select', $$
  current_setting('app.role', true) in ('operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor')
  and (
    branch collate "C" = nullif(current_setting('app.post', true), '')
    or (
      branch collate "C" >= current_setting('app.post', true) || '/'
      and branch collate "C" < current_setting('app.post', true) || '0'
      and current_setting('app.post', true) <> ''
    )
  )
$$);
create function hotline.is_seated(in_city text, one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from hotline.seat where city = in_city and order_id = one);
end
$$;
select pg_temp.hotline_lets('hotline.order', 'registered', 'insert', $$current_setting('app.role', true) <> ''$$);
select pg_temp.hotline_lets('hotline.order', 'own', 'select', $$
  current_setting('app.role', true) in ('citizen', 'agent', 'enterprise')
  and person_id = nullif(current_setting('app.person', true), '')::uuid
$$);
select pg_temp.hotline_lets('hotline.order', 'tip_offs', 'select', $$
  tip_off and current_setting('app.role', true) in ('clerk', 'approver')
  and branch collate "C" = nullif(current_setting('app.post', true), '')
$$);
select pg_temp.hotline_lets('hotline.order', 'staff', 'select', $$
  not tip_off
  and current_setting('app.role', true) in ('operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor')
  and (
    branch collate "C" = nullif(current_setting('app.post', true), '')
    or (
      branch collate "C" >= current_setting('app.post', true) || '/'
      and branch collate "C" < current_setting('app.post', true) || '0'
      and current_setting('app.post', true) <> ''
    )
    or hotline.is_seated(city, order_id)
  )
$$);
create function hotline.is_reached(in_city text, one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from hotline."order" where city = in_city and order_id = one);
end
$$;
select pg_temp.hotline_lets('hotline.step', 'told', 'insert', $$current_setting('app.role', true) <> ''$$);
-- What looks into another table has a name before that of the house, which is then asked first: counting all steps of a million
-- orders would otherwise look up every one of their orders.
select pg_temp.hotline_lets('hotline.step', 'along_order', 'select', 'hotline.is_reached(city, order_id)');
select pg_temp.hotline_lets('hotline.attachment', 'told', 'insert', $$current_setting('app.role', true) <> ''$$);
select pg_temp.hotline_lets('hotline.attachment', 'along_order', 'select', 'hotline.is_reached(city, order_id)');
-- What its owner, or the house, lays under something for good belongs to nobody from then on: whoever gives it away could not
-- see the row any more, so that the house writes it for them.
create function files.let_go(given uuid[]) returns void
language plpgsql set app.role = 'worker' as $$
begin
  update files.file
  set owner_id = gen_random_uuid()
  where file_id = any (given)
    and (current_setting('app.person', true) = '' or owner_id = nullif(current_setting('app.person', true), '')::uuid);
end
$$;
-- Procedures are made known by the desk, kept at the unit and above it, and looked up by phone or number by the house alone.
select pg_temp.hotline_lets('hotline.procedure', 'made_known', 'insert', $$
  current_setting('app.role', true) in ('operator', 'spokesperson')
$$);
select pg_temp.hotline_lets('hotline.procedure', acts || 'ed_at_unit', acts, $$
  current_setting('app.role', true) in ('operator', 'spokesperson')
  and nullif(current_setting('app.post', true), '') is not null
  and (
    branch = current_setting('app.post', true)
    or starts_with(branch, current_setting('app.post', true) || '/')
  )
$$)
from unnest(array['select', 'update']) as acts;
select pg_temp.hotline_lets('hotline.place', 'own', 'all', $$person_id = nullif(current_setting('app.person', true), '')::uuid$$);
select pg_temp.hotline_lets('hotline.call', 'own', 'all', $$person_id = nullif(current_setting('app.person', true), '')::uuid$$);
-- What a matter was stuck on is told to who sees the order; what the guide should say, to those who write it.
select pg_temp.hotline_lets('hotline.stuck_cause', 'along_order', 'select', 'hotline.is_reached(city, order_id)');
select pg_temp.hotline_lets('hotline.stuck_cause', 'editors', 'select', $$
  defect is not null and current_setting('app.role', true) = 'admin'
  and (
    branch collate "C" = nullif(current_setting('app.post', true), '')
    or (
      branch collate "C" >= current_setting('app.post', true) || '/'
      and branch collate "C" < current_setting('app.post', true) || '0'
      and current_setting('app.post', true) <> ''
    )
  )
$$);
-- The roster is read at the unit, above it, and by the units below that turn to it.
select pg_temp.hotline_lets('hotline.duty', 'staff', 'select', $$
  current_setting('app.role', true) in ('operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor')
  and nullif(current_setting('app.post', true), '') is not null
  and (
    branch = current_setting('app.post', true)
    or starts_with(branch, current_setting('app.post', true) || '/')
    or starts_with(current_setting('app.post', true), branch || '/')
  )
$$);
drop function pg_temp.hotline_lets;
