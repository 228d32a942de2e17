-- What lists narrow by: since when nobody has the case, and from which day its clocks show yellow and red.
alter table cases.case
  add column unassigned_since timestamptz,
  add column yellow_on date,
  add column red_on date;
update cases.case set unassigned_since = submitted_at where queue in ('intake', 'review') and holder_id is null;

drop index cases.case_in_queue;
drop index cases.case_in_branch;
drop index cases.case_of_holder;
create index case_in_queue on cases.case (queue, branch, urgent_on, case_id)
  include (city, item, office, yellow_on, red_on, submitted_at);
create index case_in_queue_of_item on cases.case (queue, branch, item, urgent_on, case_id)
  include (city, office, yellow_on, red_on, submitted_at);
create index case_of_holder on cases.case (holder_id, urgent_on, case_id)
  include (city, queue, branch, item, office, yellow_on, red_on, submitted_at) where holder_id is not null;
create index case_unassigned on cases.case (branch, urgent_on, case_id)
  include (city, queue, item, office, yellow_on, red_on, submitted_at) where unassigned_since is not null;
create index case_of_applicant on cases.case (person_id, urgent_on, case_id);
create index case_number_in_branch on cases.case (branch, case_number text_pattern_ops);

-- 分派: to whom a case went and by which rule; it names staff only.
create table cases.dispatched (
  city text not null,
  case_id uuid not null,
  dispatched_id uuid not null,
  at timestamptz not null,
  day date not null,
  rule text not null,
  -- Where the case stands, and the unit and person it was given to.
  branch text collate "C" not null,
  unit text not null,
  given_to uuid,
  why text not null,
  constraint dispatched_pk primary key (city, case_id, dispatched_id),
  constraint dispatched_of_case foreign key (city, case_id) references cases.case
);
create index dispatched_by_day on cases.dispatched (day, branch, rule);
create index dispatched_to_person on cases.dispatched (given_to, at desc) where given_to is not null;
comment on table cases.dispatched is 'insert-only: to whom cases were given';

-- 请假: who is away from when to when; one entry a person.
create table cases.absence (
  staff_id uuid not null constraint absence_pk primary key,
  branch text collate "C" not null,
  from_day date not null,
  until_day date not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint absence_in_order check (from_day <= until_day)
);

-- 我的视图: a saved filter with its columns.
create table cases.saved_view (
  person_id uuid not null,
  view_id uuid not null,
  name text not null,
  filter jsonb not null,
  shown text[] not null,
  made_at timestamptz not null,
  constraint saved_view_pk primary key (person_id, view_id)
);

-- 导出: an Excel file on its way to the one who asked; wish and file are sealed, and gone after a day.
create table cases.export (
  person_id uuid not null,
  export_id uuid not null,
  state text not null constraint export_state check (state in ('running', 'ready', 'failed')),
  done_rows integer not null,
  total integer not null,
  wish bytea not null,
  file bytea,
  asked_at timestamptz not null,
  made_at timestamptz,
  constraint export_pk primary key (person_id, export_id)
);
create index export_by_age on cases.export (asked_at);

create index assignment_in_branch on identity.assignment (branch text_pattern_ops, role);
