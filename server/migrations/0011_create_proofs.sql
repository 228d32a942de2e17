-- 调查任务: where the tasks of investigations are; what they are about is sealed in the case.
create table cases.investigation (
  city text not null,
  case_id uuid not null,
  task_id uuid not null,
  branch text collate "C" not null,
  due_on date not null,
  done_at timestamptz,
  constraint investigation_pk primary key (city, case_id, task_id),
  constraint investigation_of_case foreign key (city, case_id) references cases.case
);
create index investigation_by_task on cases.investigation (task_id);

-- 承诺核查: promises to be checked after the decision; urgent_on is the last day of the check, the day by which something
-- is to be put right, or the day it was settled. What was found is sealed in the case.
create table cases.promise_check (
  city text not null,
  case_id uuid not null,
  task_id uuid not null,
  branch text collate "C" not null,
  item text not null,
  standing text not null constraint promise_check_standing check (standing in ('open', 'correcting', 'done')),
  urgent_on date not null,
  constraint promise_check_pk primary key (city, case_id, task_id),
  constraint promise_check_of_case foreign key (city, case_id) references cases.case
);
create index promise_check_by_task on cases.promise_check (task_id);
create index promise_check_in_branch on cases.promise_check (standing, branch, urgent_on, task_id);

-- 不实承诺记录: who promised what was not so, and until when they may not promise again.
create table cases.broken_promise (
  person_id uuid not null,
  task_id uuid not null,
  city text not null,
  case_id uuid not null,
  item text not null,
  material text not null,
  until date not null,
  recorded_by uuid not null,
  at timestamptz not null,
  constraint broken_promise_pk primary key (person_id, task_id)
);
comment on table cases.broken_promise is 'insert-only: promises found untrue';
