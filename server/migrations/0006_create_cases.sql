create schema cases;

create table cases.draft (
  person_id uuid not null,
  draft_id uuid not null,
  applicant_id uuid not null,
  item text not null,
  edition_id uuid not null,
  division text not null,
  sealed bytea not null,
  began_at timestamptz not null,
  saved_at timestamptz not null,
  case_number text,
  constraint draft_pk primary key (person_id, draft_id)
);
create index draft_open on cases.draft (person_id, saved_at desc) where case_number is null;

-- One row per case: what lists and desks ask for. The truth is in the actions; state, queue and urgent_on are folded from them.
create table cases.case (
  city text not null constraint case_city check (city ~ '^[0-9]{4}$'),
  case_id uuid not null,
  case_number text not null,
  draft_id uuid not null,
  person_id uuid not null,
  filed_by uuid not null,
  applicant text not null,
  item text not null,
  edition_id uuid not null,
  division text not null,
  branch text collate "C" not null,
  office text not null,
  state text not null,
  queue text not null,
  urgent_on date not null,
  holder_id uuid,
  version integer not null,
  sealed bytea not null,
  marks jsonb not null,
  defects jsonb not null,
  documents jsonb not null,
  licence_id uuid,
  submitted_at timestamptz not null,
  constraint case_pk primary key (city, case_id),
  constraint case_number_once unique (city, case_number),
  constraint case_of_draft_once unique (city, draft_id)
);
create index case_by_number on cases.case (case_number);
create index case_in_queue on cases.case (queue, branch, urgent_on, case_id);
create index case_in_branch on cases.case (branch, urgent_on, case_id);
create index case_of_holder on cases.case (holder_id, urgent_on, case_id) where holder_id is not null;

-- 办件动作: what happened to a case, in order; sealed, because reasons and receivers name people.
create table cases.action (
  city text not null,
  case_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamptz not null,
  sealed bytea not null,
  constraint action_pk primary key (city, case_id, seq),
  constraint action_of_case foreign key (city, case_id) references cases.case
);
comment on table cases.action is 'insert-only: actions of cases';

-- Where the cases of a person are, so that their list stays with the person.
create table cases.of_person (
  person_id uuid not null,
  case_id uuid not null,
  city text not null,
  case_number text not null,
  submitted_at timestamptz not null,
  constraint of_person_pk primary key (person_id, case_id)
);
create unique index of_person_by_number on cases.of_person (person_id, case_number);
create index of_person_newest on cases.of_person (person_id, submitted_at desc, case_id);

-- 流水: the last sequence of a case number's stem on a day.
create table cases.counter (
  city text not null,
  stem text not null,
  day date not null,
  last integer not null,
  constraint counter_pk primary key (city, stem, day)
);
