-- 坐席: one person at one window, from identification to the last receipt. A clerk has at most one open.
create table cases.sitting (
  person_id uuid not null,
  sitting_id uuid not null,
  clerk_id uuid not null,
  branch text collate "C" not null,
  window_id text,
  identified_by text not null constraint sitting_identified_by check (identified_by in ('card', 'code', 'typed')),
  receipt jsonb,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  constraint sitting_pk primary key (person_id, sitting_id)
);
create unique index sitting_by_id on cases.sitting (sitting_id);
create unique index sitting_open_of_clerk on cases.sitting (clerk_id) where ended_at is null;
create index sitting_open_at_window on cases.sitting (window_id, began_at desc)
where ended_at is null and window_id is not null;
create index sitting_left_open on cases.sitting (seen_at) where ended_at is null;

-- Drafts taken up in a sitting, in order; one handed in names its case and the confirmation that covers it.
create table cases.sitting_draft (
  person_id uuid not null,
  sitting_id uuid not null,
  draft_id uuid not null,
  position integer not null,
  taken_at timestamptz not null,
  city text,
  case_id uuid,
  confirmation integer,
  constraint sitting_draft_pk primary key (person_id, sitting_id, draft_id),
  constraint sitting_draft_of_sitting foreign key (person_id, sitting_id) references cases.sitting,
  constraint sitting_draft_filed_whole check (
    (city is null) = (case_id is null) and (city is null) = (confirmation is null)
  )
);

-- 群众确认: what was asked and answered, in order; `shown` is the blind index of what stood there, so that a signature
-- counts for nothing else. Reasons and what the person said are sealed.
create table cases.sitting_confirmation (
  person_id uuid not null,
  sitting_id uuid not null,
  seq integer not null,
  state text not null constraint sitting_confirmation_state check (state in ('asked', 'signed', 'declined', 'paper')),
  shown bytea not null,
  signature_id uuid,
  sealed bytea,
  at timestamptz not null,
  constraint sitting_confirmation_pk primary key (person_id, sitting_id, seq),
  constraint sitting_confirmation_of_sitting foreign key (person_id, sitting_id) references cases.sitting,
  constraint sitting_confirmation_is_signed check ((state = 'signed') = (signature_id is not null))
);
comment on table cases.sitting_confirmation is 'insert-only: confirmations of sittings';

-- 收件核对: what was found at an intake checkpoint before the draft became a case; `of_person` is 0 for the applicant's own.
create table cases.sitting_mark (
  person_id uuid not null,
  sitting_id uuid not null,
  draft_id uuid not null,
  material text not null,
  of_person integer not null,
  checkpoint text not null,
  result text not null constraint sitting_mark_result check (result in ('ok', 'defect')),
  sealed bytea,
  constraint sitting_mark_pk primary key (person_id, sitting_id, draft_id, material, of_person, checkpoint),
  constraint sitting_mark_of_draft foreign key (person_id, sitting_id, draft_id)
  references cases.sitting_draft on delete cascade
);
