create schema insight;

-- 日统计: how many orders a desk took in on a day, and how many were closed, said to be solved and begun again; each is counted once
-- for everything (axis `all`) and once on each axis. Of a tip-off nothing but its kind and
-- channel is counted, and on the axis `fraud` the kind of fraud it is about.
create table insight.day_count (
  axis text not null constraint day_count_axis check (axis in ('all', 'kind', 'channel', 'matter', 'fraud')),
  day date not null,
  branch text collate "C" not null,
  city text not null,
  value text not null,
  received integer not null,
  closed integer not null,
  satisfied integer not null,
  reopened integer not null,
  constraint day_count_pk primary key (axis, day, branch, city, value)
);
select public.guard_rows('insight.day_count');
-- A year of a province is a hundred thousand rows and more: who asks is read once for all of them, not for each.
create policy staff on insight.day_count for select using (
  (select current_setting('app.role', true)) = 'supervisor'
  and (
    branch collate "C" = (select nullif(current_setting('app.post', true), ''))
    or (
      branch collate "C" >= (select nullif(current_setting('app.post', true), '') || '/')
      and branch collate "C" < (select nullif(current_setting('app.post', true), '') || '0')
    )
  )
);

-- 舆情流: what is told to the system that watches opinion, in order; never who asked, and never a word of what was said.
create table insight.feed_item (
  seq bigint generated always as identity constraint feed_item_pk primary key,
  at timestamptz not null,
  item jsonb not null
);
select public.guard_rows('insight.feed_item');

-- 读到哪里: how far each way out has come, and when the next try is due after a failure.
create table insight.feed_cursor (
  way text not null constraint feed_cursor_pk primary key constraint feed_cursor_way check (way in ('file', 'push')),
  seq bigint not null,
  attempts integer not null,
  due_at timestamptz not null
);
select public.guard_rows('insight.feed_cursor');
insert into insight.feed_cursor (way, seq, attempts, due_at)
  values ('file', 0, 0, '-infinity'), ('push', 0, 0, '-infinity');
