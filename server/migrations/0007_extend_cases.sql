-- 决定的撤回时间: which decision is still held, and how often the applicant has urged.
alter table cases.case
  add column held_id uuid,
  add column urges integer not null default 0;

-- 未发出的决定: given at the desk, checked, and not yet in force; whoever gave it may take it back. Sealed, because
-- reasons name people. At most one a case; it is gone the moment it leaves or is taken back.
create table cases.held (
  city text not null,
  case_id uuid not null,
  held_id uuid not null,
  by_id uuid not null,
  command text not null,
  leaves_at timestamptz not null,
  sealed bytea not null,
  constraint held_pk primary key (city, case_id),
  constraint held_of_case foreign key (city, case_id) references cases.case
);

-- 旁记: what is kept of a case beside its course: that it was urged, that a paper was printed again; sealed.
create table cases.note (
  city text not null,
  case_id uuid not null,
  note_id uuid not null,
  kind text not null constraint note_kind check (kind in ('urge', 'reprint')),
  day date not null,
  at timestamptz not null,
  by_id uuid not null,
  sealed bytea not null,
  constraint note_pk primary key (city, case_id, note_id),
  constraint note_of_case foreign key (city, case_id) references cases.case
);
create unique index note_urged_once_a_day on cases.note (city, case_id, day) where kind = 'urge';
comment on table cases.note is 'insert-only: urges and reprints of cases';
