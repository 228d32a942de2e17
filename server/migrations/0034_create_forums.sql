create schema forums;

-- 专场: a span of time for which orders are kept together: a leader answers the line (局领导接听), or something is collected
-- (专题征集). What it says is written for the public; nobody who asked stands in it.
create table forums.forum (
  forum_id uuid not null constraint forum_pk primary key,
  branch text collate "C" not null,
  kind text not null constraint forum_kind check (kind in ('leader-answering', 'collection', 'contact-desk')),
  title text not null,
  title_en text,
  host text not null,
  words text not null,
  words_en text,
  line text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  version integer not null,
  by_id uuid not null,
  at timestamptz not null,
  constraint forum_ends_after_it_starts check (ends_at > starts_at)
);
create index forum_here on forums.forum (branch, starts_at desc, forum_id);
create index forum_latest on forums.forum (starts_at desc, forum_id);
create unique index forum_one_contact_desk on forums.forum (branch) where kind = 'contact-desk';
create index forum_not_closed on forums.forum (ends_at) where closed_at is null;

-- 台账的一行: an order that belongs to a forum. `by_id` is left out where it was said with the order itself. The database itself
-- refuses a tip-off, and takes an order out the moment it turns out to be one.
create table forums.entry (
  forum_id uuid not null constraint entry_of_forum references forums.forum,
  city text not null,
  order_id uuid not null,
  tip_off boolean not null default false constraint entry_never_of_tip_off check (not tip_off),
  at timestamptz not null,
  by_id uuid,
  constraint entry_pk primary key (forum_id, order_id),
  constraint entry_of_order foreign key (city, order_id, tip_off) references hotline."order" (city, order_id, tip_off)
);
create index entry_of_one_order on forums.entry (order_id);

-- 整改进展: what was done about an order of a forum, on a day; the words are sealed. It goes with its entry.
create table forums.note (
  forum_id uuid not null,
  order_id uuid not null,
  note_id uuid not null,
  on_day date not null,
  at timestamptz not null,
  by_id uuid not null,
  said bytea not null,
  constraint note_pk primary key (forum_id, order_id, note_id),
  constraint note_of_entry foreign key (forum_id, order_id) references forums.entry on delete cascade
);

-- 义务监督员: a citizen appointed by a branch for some days, until dismissed; what was noted of the appointment is sealed. What a
-- volunteer says enters the contact desk of the branch, the one forum that stands for good.
create table forums.volunteer (
  volunteer_id uuid not null constraint volunteer_pk primary key,
  branch text collate "C" not null,
  person_id uuid not null,
  from_day date not null,
  until_day date not null,
  note bytea not null,
  dismissed_at timestamptz,
  by_id uuid not null,
  at timestamptz not null,
  constraint volunteer_ends_after_it_starts check (until_day >= from_day)
);
create index volunteer_here on forums.volunteer (branch, volunteer_id desc);
create index volunteer_person on forums.volunteer (person_id, branch);

create function forums.leave_forums() returns trigger
language plpgsql as $$
begin
  delete from forums.entry where order_id = new.order_id;
  return new;
end
$$;
-- Before the row becomes a tip-off, for an entry of such a row is refused.
create trigger order_leaves_forums before update of tip_off on hotline."order"
  for each row when (new.tip_off and not old.tip_off) execute function forums.leave_forums();

-- 行级安全: a forum is written by those who lead its own branch, and read there, above and below; a collection that has not been
-- closed is read by anybody. An entry is reached with its forum and its order together, a note with its entry.
create function pg_temp.forums_lets(guarded regclass, called text, acts text, condition text) returns void
language plpgsql as $$
declare
  written text := condition;
begin
  written := replace(written, '{leader}', $q$current_setting('app.role', true) in ('supervisor', 'hall-manager', 'spokesperson')$q$);
  written := replace(written, '{taker}', $q$current_setting('app.role', true) in ('operator', 'spokesperson')$q$);
  written := replace(written, '{reporter}', $q$current_setting('app.role', true) in ('clerk', 'approver', 'supervisor')$q$);
  written := replace(written, '{supervisor}', $q$current_setting('app.role', true) = 'supervisor'$q$);
  written := replace(written, '{here}', $q$branch = nullif(current_setting('app.post', true), '')$q$);
  written := replace(written, '{me}', $q$nullif(current_setting('app.person', true), '')::uuid$q$);
  execute format(
    'create policy %I on %s for %s %s', called, guarded, acts,
    case when acts = 'insert' then 'with check (' || written || ')' else 'using (' || written || ')' end
  );
end
$$;
select public.guard_rows(guarded)
from unnest(array['forums.forum', 'forums.entry', 'forums.note', 'forums.volunteer']::regclass[]) as guarded;
select pg_temp.forums_lets('forums.forum', 'staff', 'select', $$
  current_setting('app.role', true) in ('operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor')
  and nullif(current_setting('app.post', true), '') is not null
  and (
    branch = current_setting('app.post', true)
    or starts_with(branch, current_setting('app.post', true) || '/')
    or starts_with(current_setting('app.post', true), branch || '/')
  )
$$);
select pg_temp.forums_lets('forums.forum', 'collecting', 'select', $$kind = 'collection' and closed_at is null$$);
select pg_temp.forums_lets('forums.forum', 'leader_opens', 'insert', '{leader} and {here} and by_id = {me}');
select pg_temp.forums_lets('forums.forum', 'leader_changes', 'update', '{leader} and {here}');
create function forums.is_reached(one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from forums.forum where forum_id = one);
end
$$;
create function forums.is_entered(one uuid, held uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from forums.entry where forum_id = one and order_id = held);
end
$$;
select pg_temp.forums_lets('forums.entry', 'reached', 'select', $$
  forums.is_reached(forum_id) and hotline.is_reached(city, order_id)
$$);
select pg_temp.forums_lets('forums.entry', 'taker_puts', 'insert', $$
  {taker} and forums.is_reached(forum_id) and hotline.is_reached(city, order_id) and by_id = {me}
$$);
select pg_temp.forums_lets('forums.entry', 'taker_takes_out', 'delete', $$
  {taker} and forums.is_reached(forum_id) and hotline.is_reached(city, order_id)
$$);
select pg_temp.forums_lets('forums.note', 'reached', 'select', 'forums.is_entered(forum_id, order_id)');
select pg_temp.forums_lets('forums.note', 'reporter_tells', 'insert', $$
  {reporter} and forums.is_entered(forum_id, order_id) and by_id = {me}
$$);
-- A volunteer is read by those who lead the branch and by whom it is, and appointed and dismissed by its supervisor.
select pg_temp.forums_lets('forums.volunteer', 'leader', 'select', '{leader} and {here}');
select pg_temp.forums_lets('forums.volunteer', 'own', 'select', 'person_id = {me}');
select pg_temp.forums_lets('forums.volunteer', 'supervisor_appoints', 'insert', '{supervisor} and {here} and by_id = {me}');
select pg_temp.forums_lets('forums.volunteer', 'supervisor_dismisses', 'update', '{supervisor} and {here}');
drop function pg_temp.forums_lets;
