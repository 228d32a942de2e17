create schema licences;

-- A wallet belongs to a person, so every key begins with the holder. Number and data are sealed together.
create table licences.licence (
  person_id uuid not null,
  licence_id uuid not null,
  type text not null,
  serial text not null,
  version integer not null constraint licence_version check (version between 1 and 999),
  identifier text,
  state text not null constraint licence_state check (state in ('valid', 'suspended', 'revoked', 'cancelled', 'replaced')),
  issuer text not null,
  issuer_code text,
  issued_on date not null,
  valid_until date,
  sealed bytea not null,
  case_number text,
  paper_id uuid,
  made_at timestamptz not null,
  constraint licence_pk primary key (person_id, licence_id),
  constraint licence_version_once unique (person_id, serial, version)
);
create index licence_by_type on licences.licence (person_id, type, issued_on desc);

-- 用证记录: every use of a licence with its cause; the holder may see it, nobody may change it.
create table licences.use (
  person_id uuid not null,
  use_id uuid not null,
  licence_id uuid not null,
  by_id uuid not null,
  cause text not null constraint use_has_cause check (char_length(cause) between 1 and 200),
  case_number text,
  at timestamptz not null,
  constraint use_pk primary key (person_id, use_id),
  constraint use_of_licence foreign key (person_id, licence_id) references licences.licence
);
comment on table licences.use is 'insert-only: uses of licences';
create index use_of_one on licences.use (person_id, licence_id, at desc);
