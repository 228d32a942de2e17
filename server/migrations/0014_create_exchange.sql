create schema partners;

-- Cases the national platform has to hear of (again).
create table partners.pending (
  city text not null,
  case_id uuid not null,
  changed_at timestamptz not null,
  constraint pending_pk primary key (city, case_id)
);
create index pending_order on partners.pending (changed_at, case_id);

-- Cases it has heard of, and in which batch last.
create table partners.told (
  city text not null,
  case_id uuid not null,
  batch text not null,
  at timestamptz not null,
  constraint told_pk primary key (city, case_id)
);
