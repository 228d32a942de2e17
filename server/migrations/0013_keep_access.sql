-- 停用: an account that may not sign in for now, and why.
alter table identity.account
  add column suspended_at timestamptz,
  add column suspended_by uuid,
  add column suspended_why text,
  add constraint account_suspension_is_whole check (
    (suspended_at is null) = (suspended_by is null) and (suspended_at is null) = (suspended_why is null)
  );

-- 免职: a post ends at a moment, not only with its last day.
alter table identity.assignment
  add column ended_at timestamptz;
create index session_of_assignment on identity.session (assignment_id) where ended_at is null;

-- 三权分立: system, security and audit administrators exclude one another while their posts overlap.
create extension if not exists btree_gist;
alter table identity.assignment
  add constraint assignment_separates_administrators exclude using gist (
    person_id with =,
    role with <>,
    daterange(valid_from, valid_until, '[]') with &&
  ) where (role in ('admin', 'security-admin', 'auditor') and ended_at is null);

-- 查看记录: who looked at whose data, from which post; nobody changes or removes a line. What was typed as a reason is sealed.
create table cases.access (
  person_id uuid not null,
  access_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  role text not null,
  assignment_id uuid,
  what text not null constraint access_what_known check (what in ('case', 'document', 'sitting', 'unmasking', 'files')),
  fields text[],
  reason bytea,
  case_number text,
  constraint access_pk primary key (person_id, access_id),
  constraint access_unmasks_for_a_reason check (
    what <> 'unmasking' or (fields is not null and reason is not null and case_number is not null)
  )
);
comment on table cases.access is 'insert-only: who looked at whose data';
create index access_newest on cases.access (person_id, at desc, access_id desc);
create index access_unmasked on cases.access (by_id, at) where what = 'unmasking';
