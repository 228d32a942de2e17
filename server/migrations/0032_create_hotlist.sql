create schema hotlist;

-- 挖掘: one for each list and month; how far it is, and what came of it.
create table hotlist.run (
  scope text not null constraint run_scope check (scope ~ '^\d{2}(\d{2})?$'),
  month text not null constraint run_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  branch text collate "C" not null,
  state text not null constraint run_state check (state in ('waiting', 'running', 'done', 'failed')),
  read integer not null,
  total integer not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  constraint run_pk primary key (scope, month),
  constraint run_ended check ((state in ('done', 'failed')) = (ended_at is not null))
);

-- 上榜候选: what a run found; `key` is its matter with its first word. What was told in the orders never stands here.
create table hotlist.candidate (
  candidate_id uuid not null constraint candidate_pk primary key,
  scope text not null,
  month text not null,
  branch text collate "C" not null,
  key text not null,
  matter text not null,
  words text[] not null,
  people integer not null,
  orders integer not null,
  regions integer not null,
  signals jsonb not null,
  score double precision not null,
  days jsonb not null,
  constraint candidate_of_run foreign key (scope, month) references hotlist.run,
  constraint candidate_once unique (scope, month, key)
);

-- 榜上一件: a matter a leader picked, and how far it is. After a rebound it stands on the list again, in its next round.
create table hotlist.topic (
  topic_id uuid not null constraint topic_pk primary key,
  candidate_id uuid not null constraint topic_of_candidate references hotlist.candidate
    constraint topic_picked_once unique,
  scope text not null,
  month text not null,
  branch text collate "C" not null,
  key text not null,
  matter text not null,
  words text[] not null,
  name text not null,
  people integer not null,
  orders integer not null,
  signals jsonb not null,
  stage text not null constraint topic_stage check (stage in ('listed', 'assigned', 'watched', 'led', 'removed')),
  round smallint not null constraint topic_round check (round >= 1),
  version integer not null,
  owner_branch text collate "C",
  leader text,
  due_on date,
  listed_on date not null,
  removed_on date,
  rebounded_on date,
  hot_week double precision not null,
  quiet_week double precision,
  counted_to date not null,
  constraint topic_has_owner check (stage = 'listed' or (owner_branch is not null and due_on is not null)),
  constraint topic_has_leader check (stage not in ('led', 'removed') or leader is not null),
  constraint topic_removed check (
    (stage = 'removed') = (removed_on is not null) and (stage = 'removed') = (quiet_week is not null)
  )
);
create unique index topic_on_list_once on hotlist.topic (scope, key) where stage <> 'removed';
create index topic_here on hotlist.topic (branch, listed_on);
create index topic_owned on hotlist.topic (owner_branch, listed_on) where owner_branch is not null;

-- 经过: everything done about a matter, with its evidence; the words are sealed, figures are not of anybody.
create table hotlist.step (
  topic_id uuid not null constraint step_of_topic references hotlist.topic,
  step_id uuid not null,
  type text not null constraint step_type check (
    type in ('pick', 'assign', 'watch', 'lead', 'remove', 'note', 'rebound')
  ),
  at timestamptz not null,
  by_id uuid,
  said bytea not null,
  figures jsonb not null,
  constraint step_pk primary key (topic_id, step_id),
  constraint step_by_somebody check ((type = 'rebound') = (by_id is null)),
  constraint step_has_evidence check (type = 'note' or jsonb_array_length(figures) > 0)
);
comment on table hotlist.step is 'insert-only: what was done about the matters of the list';

-- 佐证附件: the files that go along with a step, read by whoever sees the matter.
create table hotlist.attachment (
  topic_id uuid not null,
  step_id uuid not null,
  place smallint not null,
  file_id uuid not null,
  constraint attachment_pk primary key (topic_id, step_id, place),
  constraint attachment_of_step foreign key (topic_id, step_id) references hotlist.step
);
comment on table hotlist.attachment is 'insert-only: what spoke for what was done about the matters of the list';
create index attachment_of_file on hotlist.attachment (file_id);

-- 每日件数: how many orders a day told of a matter of the list.
create table hotlist.daily (
  topic_id uuid not null constraint daily_of_topic references hotlist.topic,
  day date not null,
  count integer not null,
  constraint daily_pk primary key (topic_id, day)
);

-- 公示: what anybody may read of a matter once it is shown. Who wrote it never approves it.
create table hotlist.board (
  topic_id uuid not null constraint board_pk primary key constraint board_of_topic references hotlist.topic,
  scope text not null,
  title text not null,
  doing text not null,
  title_en text,
  doing_en text,
  words text[] not null,
  with_figures boolean not null,
  revision integer not null,
  shown boolean not null,
  written_by uuid not null,
  approved_by uuid,
  at timestamptz not null,
  constraint board_two_persons check (approved_by is null or approved_by <> written_by),
  constraint board_approved check (not shown or approved_by is not null)
);
create index board_shown on hotlist.board (scope) where shown;

-- 行级安全: a list is led at its own post or above; the unit a matter was assigned to reads it and reports on it; whoever writes for
-- the public reads it. Anybody reads what is shown.
create function pg_temp.hotlist_lets(guarded regclass, called text, acts text, condition text) returns void
language plpgsql as $$
declare
  written text := condition;
begin
  written := replace(written, '{leader}', $q$current_setting('app.role', true) = 'supervisor'$q$);
  written := replace(written, '{reader}', $q$current_setting('app.role', true) in ('supervisor', 'spokesperson', 'approver')$q$);
  written := replace(written, '{here}', $q$(
    branch collate "C" = nullif(current_setting('app.post', true), '')
    or (
      current_setting('app.post', true) <> ''
      and branch collate "C" >= current_setting('app.post', true) || '/'
      and branch collate "C" < current_setting('app.post', true) || '0'
    )
  )$q$);
  execute format(
    'create policy %I on %s for %s %s', called, guarded, acts,
    case when acts = 'insert' then 'with check (' || written || ')' else 'using (' || written || ')' end
  );
end
$$;
select public.guard_rows(guarded)
from unnest(array[
  'hotlist.run', 'hotlist.candidate', 'hotlist.topic', 'hotlist.step', 'hotlist.attachment', 'hotlist.daily',
  'hotlist.board'
]::regclass[]) as guarded;
select pg_temp.hotlist_lets('hotlist.run', 'leader', 'all', '{leader} and {here}');
select pg_temp.hotlist_lets('hotlist.candidate', 'leader', 'select', '{leader} and {here}');
select pg_temp.hotlist_lets('hotlist.topic', 'reader', 'select', '{reader} and {here}');
select pg_temp.hotlist_lets('hotlist.topic', 'owner', 'select', $$
  {reader} and owner_branch is not null and (
    owner_branch = nullif(current_setting('app.post', true), '')
    or (current_setting('app.post', true) <> '' and starts_with(owner_branch, current_setting('app.post', true) || '/'))
  )
$$);
select pg_temp.hotlist_lets('hotlist.topic', 'leader_picks', 'insert', '{leader} and {here}');
select pg_temp.hotlist_lets('hotlist.topic', 'leader_changes', 'update', '{leader} and {here}');
create function hotlist.is_reached(one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from hotlist.topic where topic_id = one);
end
$$;
select pg_temp.hotlist_lets(guarded, 'reached', 'select', 'hotlist.is_reached(topic_id)')
from unnest(array['hotlist.step', 'hotlist.attachment', 'hotlist.daily', 'hotlist.board']::regclass[]) as guarded;
select pg_temp.hotlist_lets('hotlist.step', 'told', 'insert', $$
  current_setting('app.role', true) in ('supervisor', 'approver') and hotlist.is_reached(topic_id)
  and by_id = nullif(current_setting('app.person', true), '')::uuid
$$);
select pg_temp.hotlist_lets('hotlist.attachment', 'told', 'insert', $$
  current_setting('app.role', true) in ('supervisor', 'approver') and hotlist.is_reached(topic_id)
$$);
select pg_temp.hotlist_lets('hotlist.daily', 'picked', 'insert', '{leader} and hotlist.is_reached(topic_id)');
select pg_temp.hotlist_lets('hotlist.board', 'writes', 'insert', $$
  current_setting('app.role', true) in ('supervisor', 'spokesperson') and hotlist.is_reached(topic_id) and not shown
$$);
select pg_temp.hotlist_lets('hotlist.board', 'changes', 'update', $$
  current_setting('app.role', true) in ('supervisor', 'spokesperson') and hotlist.is_reached(topic_id)
$$);
select pg_temp.hotlist_lets('hotlist.board', 'shown', 'select', 'shown');
drop function pg_temp.hotlist_lets;
