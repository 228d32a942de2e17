-- Written by scripts/schema.ts from the migrations; read it, do not edit it.

create schema bookings;

create schema cases;

create schema catalogue;

create schema devices;

create schema files;

create schema hall;

create schema identity;

create schema licences;

create schema notices;

create schema partners;

create schema platform;

create table bookings.booking (
  city text not null,
  booking_id uuid not null,
  hall text not null,
  branch text not null,
  day date not null,
  pool text not null,
  lane smallint not null,
  t integer not null,
  quanta smallint not null,
  during int4range generated always as (int4range(t, (t + quanta))) stored,
  item text not null,
  person_id uuid not null,
  by_id uuid not null,
  window_id text,
  state text not null,
  held_until timestamp with time zone,
  wish_id uuid,
  instead_id uuid,
  code text not null,
  sequence integer not null default 0,
  priority text,
  draft_id uuid,
  sealed bytea not null,
  ticket bytea,
  claimed_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  remind_at timestamp with time zone,
  arrived_at timestamp with time zone,
  ended_at timestamp with time zone,
  nth smallint not null default 1
);

create table bookings.day_rule (
  city text not null,
  hall text not null,
  day date not null,
  branch text not null,
  rule jsonb not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null
);

create table bookings.laid (
  city text not null,
  hall text not null,
  day date not null,
  digest text not null,
  open boolean not null,
  says text not null,
  origin text not null,
  spans jsonb not null
);

create table bookings.relation (
  person_id uuid not null,
  relative_id uuid not null,
  kind text not null,
  items text[],
  until date
);

create table bookings.slot (
  city text not null,
  hall text not null,
  pool text not null,
  lane smallint not null,
  t integer not null,
  planned smallint not null,
  capacity smallint not null,
  booked smallint not null default 0,
  opens_at timestamp with time zone not null,
  open boolean generated always as ((booked < capacity)) stored
);

create table bookings.template (
  city text not null,
  hall text not null,
  template text not null,
  branch text not null,
  body jsonb not null,
  changed_at timestamp with time zone not null
);

create table bookings.timed (
  city text not null,
  ticket_id uuid not null,
  hall text not null,
  branch text not null,
  pool text not null,
  lane smallint not null,
  t integer not null,
  quanta smallint not null,
  state text not null,
  claimed_at timestamp with time zone not null
);

create table bookings.wish (
  city text not null,
  wish_id uuid not null,
  hall text not null,
  branch text not null,
  item text not null,
  person_id uuid not null,
  by_id uuid not null,
  from_day date not null,
  to_day date not null,
  part text not null,
  state text not null,
  instead_id uuid,
  booking_id uuid,
  sealed bytea not null,
  made_at timestamp with time zone not null
);

create table cases.absence (
  staff_id uuid not null,
  branch text not null,
  from_day date not null,
  until_day date not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);

create table cases.access (
  person_id uuid not null,
  access_id uuid not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  role text not null,
  assignment_id uuid,
  what text not null,
  fields text[],
  reason bytea,
  case_number text
);

create table cases.action (
  city text not null,
  case_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  sealed bytea not null
);

create table cases.broken_promise (
  person_id uuid not null,
  task_id uuid not null,
  city text not null,
  case_id uuid not null,
  item text not null,
  material text not null,
  until date not null,
  recorded_by uuid not null,
  at timestamp with time zone not null
);

create table cases."case" (
  city text not null,
  case_id uuid not null,
  case_number text not null,
  draft_id uuid not null,
  person_id uuid not null,
  filed_by uuid not null,
  applicant text not null,
  item text not null,
  edition_id uuid not null,
  division text not null,
  branch text not null,
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
  submitted_at timestamp with time zone not null,
  held_id uuid,
  urges integer not null default 0,
  unassigned_since timestamp with time zone,
  yellow_on date,
  red_on date
);

create table cases.collection (
  person_id uuid not null,
  collection_id uuid not null,
  city text not null,
  branch text not null,
  clerk_id uuid not null,
  window_id text,
  cases jsonb not null,
  verified boolean not null,
  authority_id uuid,
  signature text not null,
  signature_id uuid,
  sealed bytea,
  begun_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  handed_at timestamp with time zone
);

create table cases.counter (
  city text not null,
  stem text not null,
  day date not null,
  last integer not null
);

create table cases.dispatched (
  city text not null,
  case_id uuid not null,
  dispatched_id uuid not null,
  at timestamp with time zone not null,
  day date not null,
  rule text not null,
  branch text not null,
  unit text not null,
  given_to uuid,
  why text not null
);

create table cases.draft (
  person_id uuid not null,
  draft_id uuid not null,
  applicant_id uuid not null,
  item text not null,
  edition_id uuid not null,
  division text not null,
  sealed bytea not null,
  began_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  case_number text
);

create table cases.export (
  person_id uuid not null,
  export_id uuid not null,
  state text not null,
  done_rows integer not null,
  total integer not null,
  wish bytea not null,
  file bytea,
  asked_at timestamp with time zone not null,
  made_at timestamp with time zone
);

create table cases.held (
  city text not null,
  case_id uuid not null,
  held_id uuid not null,
  by_id uuid not null,
  command text not null,
  leaves_at timestamp with time zone not null,
  sealed bytea not null
);

create table cases.investigation (
  city text not null,
  case_id uuid not null,
  task_id uuid not null,
  branch text not null,
  due_on date not null,
  done_at timestamp with time zone
);

create table cases.note (
  city text not null,
  case_id uuid not null,
  note_id uuid not null,
  kind text not null,
  day date not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  sealed bytea not null
);

create table cases.of_person (
  person_id uuid not null,
  case_id uuid not null,
  city text not null,
  case_number text not null,
  submitted_at timestamp with time zone not null
);

create table cases.pickup (
  city text not null,
  case_id uuid not null,
  person_id uuid not null,
  branch text not null,
  item text not null,
  code text,
  slip_code text,
  express boolean not null,
  ready_at timestamp with time zone not null
);

create table cases.promise_check (
  city text not null,
  case_id uuid not null,
  task_id uuid not null,
  branch text not null,
  item text not null,
  standing text not null,
  urgent_on date not null
);

create table cases.saved_view (
  person_id uuid not null,
  view_id uuid not null,
  name text not null,
  filter jsonb not null,
  shown text[] not null,
  made_at timestamp with time zone not null
);

create table cases.sitting (
  person_id uuid not null,
  sitting_id uuid not null,
  clerk_id uuid not null,
  branch text not null,
  window_id text,
  identified_by text not null,
  receipt jsonb,
  began_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ticket_id uuid
);

create table cases.sitting_confirmation (
  person_id uuid not null,
  sitting_id uuid not null,
  seq integer not null,
  state text not null,
  shown bytea not null,
  signature_id uuid,
  sealed bytea,
  at timestamp with time zone not null
);

create table cases.sitting_draft (
  person_id uuid not null,
  sitting_id uuid not null,
  draft_id uuid not null,
  "position" integer not null,
  taken_at timestamp with time zone not null,
  city text,
  case_id uuid,
  confirmation integer
);

create table cases.sitting_mark (
  person_id uuid not null,
  sitting_id uuid not null,
  draft_id uuid not null,
  material text not null,
  of_person integer not null,
  checkpoint text not null,
  result text not null,
  sealed bytea
);

create table catalogue.edition (
  edition_id uuid not null,
  item text not null,
  division text not null,
  number integer not null,
  hash text not null,
  effective_from date not null,
  folder jsonb,
  master_id uuid,
  local jsonb,
  published_at timestamp with time zone not null
);

create table devices.device (
  device_id uuid not null,
  kind text not null,
  key_hash bytea not null,
  code_index bytea,
  code_until timestamp with time zone,
  offered_at timestamp with time zone not null,
  hall text,
  name text,
  window_id text,
  prefix text,
  all_day boolean not null default false,
  registered_at timestamp with time zone,
  seen_at timestamp with time zone,
  faults text[] not null default '{}'::text[],
  version text,
  unmerged integer not null default 0,
  wipe_asked_at timestamp with time zone,
  wiped_at timestamp with time zone,
  removed_at timestamp with time zone
);

create table devices.device_ticket (
  ticket_hash bytea not null,
  device_id uuid not null,
  good_until timestamp with time zone not null
);

create table devices.hand_off (
  hand_off_id uuid not null,
  device_id uuid not null,
  secret_hash bytea not null,
  good_until timestamp with time zone not null,
  person_id uuid,
  agreed_at timestamp with time zone,
  used_at timestamp with time zone
);

create table devices.screen (
  screen_id uuid not null,
  key_hash bytea not null,
  code_index bytea,
  code_until timestamp with time zone,
  window_id text,
  office text,
  paired_at timestamp with time zone,
  seen_at timestamp with time zone,
  thanked_for text,
  thanked_until timestamp with time zone,
  offered_at timestamp with time zone not null
);

create table devices.taken (
  taken_id uuid not null,
  device_id uuid not null,
  day date not null,
  number integer,
  ticket_id uuid,
  refused text,
  taken_at timestamp with time zone not null
);

create table devices.ticket (
  ticket_hash bytea not null,
  screen_id uuid not null,
  good_until timestamp with time zone not null
);

create table devices.visit (
  visit_id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  key_hash bytea not null,
  identified_by text not null,
  began_at timestamp with time zone not null,
  good_until timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table files.file (
  file_id uuid not null,
  owner_id uuid not null,
  name text not null,
  content_type text not null,
  bytes integer not null,
  received integer not null default 0,
  blob text,
  began_at timestamp with time zone not null,
  completed_at timestamp with time zone
);

create table files.paper (
  paper_id uuid not null,
  owner_id uuid not null,
  code text not null,
  kind text not null,
  title jsonb not null,
  number text not null,
  issuer text not null,
  issued_on date not null,
  valid_until date,
  state text not null,
  facts jsonb not null,
  page jsonb not null,
  demo boolean not null,
  made_at timestamp with time zone not null,
  blob text,
  sha256 text,
  xid xid8 default pg_current_xact_id()
);

create table files.reader (
  file_id uuid not null,
  branch text not null
);

create table hall.call (
  city text not null,
  hall text not null,
  day date not null,
  seq integer not null,
  ticket_id uuid not null,
  number text not null,
  window_id text not null,
  window_number smallint not null,
  again boolean not null,
  at timestamp with time zone not null
);

create table hall.day (
  city text not null,
  hall text not null,
  day date not null,
  branch text not null,
  version bigint not null,
  calls integer not null,
  announcement text
);

create table hall.numbering (
  city text not null,
  hall text not null,
  day date not null,
  prefix text not null,
  last integer not null
);

create table hall.ticket (
  city text not null,
  ticket_id uuid not null,
  hall text not null,
  day date not null,
  branch text not null,
  number text not null,
  key_hash bytea not null,
  key_sealed bytea not null,
  item text not null,
  needs text[] not null,
  kind text not null,
  queue text,
  priority text,
  person_id uuid,
  phone bytea,
  booking_id uuid,
  booked_for timestamp with time zone,
  state text not null,
  due timestamp with time zone not null,
  why text not null,
  routed_to text,
  window_id text,
  calls smallint not null,
  note bytea,
  taken_at timestamp with time zone not null,
  first_taken_at timestamp with time zone not null,
  called_at timestamp with time zone,
  first_called_at timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  missed_at timestamp with time zone,
  parked_until timestamp with time zone,
  come_back_at timestamp with time zone,
  foreseen_p50 real,
  foreseen_p80 real,
  told_near boolean not null
);

create table hall.ticket_event (
  city text not null,
  ticket_id uuid not null,
  seq smallint not null,
  branch text not null,
  what text not null,
  at timestamp with time zone not null,
  window_id text,
  by_id uuid,
  said bytea
);

create table hall."window" (
  city text not null,
  window_id text not null,
  day date not null,
  hall text not null,
  branch text not null,
  state text not null,
  clerk_id uuid,
  skills text[],
  since timestamp with time zone not null
);

create table identity.account (
  person_id uuid not null,
  login text not null,
  staff_number text not null,
  password_hash text not null,
  totp_secret bytea not null,
  totp_last_step bigint not null default 0,
  failures smallint not null default 0,
  locked_until timestamp with time zone,
  suspended_at timestamp with time zone,
  suspended_by uuid,
  suspended_why text,
  citizen_number bytea,
  citizen_number_index bytea
);

create table identity.assignment (
  assignment_id uuid not null,
  person_id uuid not null,
  role text not null,
  office text not null,
  office_name text not null,
  branch text not null,
  hall text,
  window_id text,
  items text[],
  head boolean not null default false,
  "position" smallint not null default 0,
  valid_from date,
  valid_until date,
  ended_at timestamp with time zone
);

create table identity.code (
  code_id uuid not null,
  phone_index bytea not null,
  code_index bytea not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries smallint not null default 0,
  used_at timestamp with time zone
);

create table identity.person (
  person_id uuid not null,
  kind text not null,
  name text not null,
  citizen_number bytea,
  citizen_number_index bytea,
  phone bytea,
  born_on date,
  sex text,
  division text,
  created_at timestamp with time zone not null
);

create table identity.session (
  session_id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  kind text not null,
  assignment_id uuid,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table licences.licence (
  person_id uuid not null,
  licence_id uuid not null,
  type text not null,
  serial text not null,
  version integer not null,
  identifier text,
  state text not null,
  issuer text not null,
  issuer_code text,
  issued_on date not null,
  valid_until date,
  sealed bytea not null,
  case_number text,
  paper_id uuid,
  made_at timestamp with time zone not null
);

create table licences.use (
  person_id uuid not null,
  use_id uuid not null,
  licence_id uuid not null,
  by_id uuid not null,
  cause text not null,
  case_number text,
  at timestamp with time zone not null
);

create table notices.notice (
  notice_id uuid not null,
  person_id uuid,
  kind text not null,
  about text,
  sealed bytea not null,
  state text not null,
  at timestamp with time zone not null,
  stale_after timestamp with time zone,
  ended_at timestamp with time zone
);

create table partners.pending (
  city text not null,
  case_id uuid not null,
  changed_at timestamp with time zone not null
);

create table partners.told (
  city text not null,
  case_id uuid not null,
  batch text not null,
  at timestamp with time zone not null
);

create table platform.audit (
  id uuid not null,
  at timestamp with time zone not null default now(),
  xid xid8 not null default pg_current_xact_id(),
  actor text not null,
  role text not null,
  assignment text,
  branch text,
  action text not null,
  object text not null,
  purpose text,
  result text not null,
  code text,
  request_id text not null,
  ip text,
  session text
) partition by RANGE (at);

create table platform.audit_checkpoint (
  size bigint not null,
  root bytea not null,
  at timestamp with time zone not null,
  text text not null
);

create table platform.audit_leaf (
  index bigint not null,
  xid xid8 not null,
  audit_id uuid not null,
  at timestamp with time zone not null,
  hash bytea not null
);

create table platform.audit_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null
);

create table platform.event (
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  at timestamp with time zone not null,
  type text not null,
  data jsonb not null
);

create table platform.idempotency (
  actor text not null,
  key text not null,
  asked bytea not null,
  status smallint,
  body text,
  at timestamp with time zone not null default now()
);

create table platform.migration (
  id integer not null,
  name text not null,
  checksum text not null,
  at timestamp with time zone not null default now()
);

create table platform.redelivery (
  subscriber text not null,
  event_id uuid not null,
  attempts integer not null,
  due_at timestamp with time zone not null,
  error text not null
);

create table platform.subscriber (
  name text not null,
  xid xid8 not null,
  seq bigint not null
);

create table platform.vault_key (
  purpose text not null,
  key_id smallint not null,
  suite text not null,
  wrapped bytea,
  state text not null,
  made_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone
);

alter table bookings.booking add constraint booking_code CHECK ((code ~ '^[0-9]{8}$'::text));

alter table bookings.booking add constraint booking_held_has_its_end CHECK (((state = 'held'::text) = (held_until IS NOT NULL)));

alter table bookings.booking add constraint booking_length CHECK (((quanta >= 1) AND (quanta <= 48)));

alter table bookings.booking add constraint booking_nth CHECK ((nth >= 1));

alter table bookings.booking add constraint booking_state CHECK ((state = ANY (ARRAY['held'::text, 'booked'::text, 'arrived'::text, 'done'::text, 'missed'::text, 'cancelled'::text, 'expired'::text])));

alter table bookings.booking add constraint booking_pk PRIMARY KEY (city, booking_id);

alter table bookings.booking add constraint booking_once UNIQUE (booking_id);

alter table bookings.booking add constraint booking_of_one_person_at_once EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE ((state = ANY (ARRAY['held'::text, 'booked'::text, 'arrived'::text])));

alter table bookings.day_rule add constraint day_rule_pk PRIMARY KEY (city, hall, day);

alter table bookings.laid add constraint laid_origin CHECK ((origin = ANY (ARRAY['day'::text, 'template'::text, 'hours'::text, 'holiday'::text])));

alter table bookings.laid add constraint laid_pk PRIMARY KEY (city, hall, day);

alter table bookings.relation add constraint relation_kind CHECK ((kind = ANY (ARRAY['spouse'::text, 'child'::text, 'principal'::text])));

alter table bookings.relation add constraint relation_of_two CHECK ((person_id <> relative_id));

alter table bookings.relation add constraint relation_pk PRIMARY KEY (person_id, relative_id);

alter table bookings.slot add constraint slot_keeps_the_booked CHECK ((capacity = GREATEST(planned, booked)));

alter table bookings.slot add constraint slot_lane CHECK (((lane >= 0) AND (lane <= 2)));

alter table bookings.slot add constraint slot_not_oversold CHECK (((booked >= 0) AND (booked <= capacity)));

alter table bookings.slot add constraint slot_planned CHECK ((planned >= 0));

alter table bookings.slot add constraint slot_pk PRIMARY KEY (city, hall, pool, lane, t);

alter table bookings.template add constraint template_pk PRIMARY KEY (city, hall, template);

alter table bookings.timed add constraint timed_length CHECK (((quanta >= 1) AND (quanta <= 48)));

alter table bookings.timed add constraint timed_state CHECK ((state = ANY (ARRAY['booked'::text, 'done'::text, 'cancelled'::text])));

alter table bookings.timed add constraint timed_pk PRIMARY KEY (city, ticket_id);

alter table bookings.wish add constraint wish_days CHECK ((from_day <= to_day));

alter table bookings.wish add constraint wish_offered_has_its_booking CHECK (((state <> 'offered'::text) OR (booking_id IS NOT NULL)));

alter table bookings.wish add constraint wish_part CHECK ((part = ANY (ARRAY['any'::text, 'morning'::text, 'afternoon'::text])));

alter table bookings.wish add constraint wish_state CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'taken'::text, 'ended'::text])));

alter table bookings.wish add constraint wish_pk PRIMARY KEY (city, wish_id);

alter table bookings.wish add constraint wish_once UNIQUE (wish_id);

alter table cases.absence add constraint absence_in_order CHECK ((from_day <= until_day));

alter table cases.absence add constraint absence_pk PRIMARY KEY (staff_id);

alter table cases.access add constraint access_unmasks_for_a_reason CHECK (((what <> 'unmasking'::text) OR ((fields IS NOT NULL) AND (reason IS NOT NULL) AND (case_number IS NOT NULL))));

alter table cases.access add constraint access_what_known CHECK ((what = ANY (ARRAY['case'::text, 'document'::text, 'sitting'::text, 'unmasking'::text, 'files'::text, 'kiosk'::text])));

alter table cases.access add constraint access_pk PRIMARY KEY (person_id, access_id);

alter table cases.action add constraint action_of_case FOREIGN KEY (city, case_id) REFERENCES cases."case"(city, case_id);

alter table cases.action add constraint action_pk PRIMARY KEY (city, case_id, seq);

alter table cases.broken_promise add constraint broken_promise_pk PRIMARY KEY (person_id, task_id);

alter table cases."case" add constraint case_city CHECK ((city ~ '^[0-9]{4}$'::text));

alter table cases."case" add constraint case_pk PRIMARY KEY (city, case_id);

alter table cases."case" add constraint case_number_once UNIQUE (city, case_number);

alter table cases."case" add constraint case_of_draft_once UNIQUE (city, draft_id);

alter table cases.collection add constraint collection_is_signed CHECK (((signature <> 'signed'::text) OR (signature_id IS NOT NULL)));

alter table cases.collection add constraint collection_signature CHECK ((signature = ANY (ARRAY['none'::text, 'asked'::text, 'signed'::text, 'declined'::text, 'paper'::text])));

alter table cases.collection add constraint collection_signs_the_verified CHECK (((signature = 'none'::text) OR verified));

alter table cases.collection add constraint collection_pk PRIMARY KEY (person_id, collection_id);

alter table cases.counter add constraint counter_pk PRIMARY KEY (city, stem, day);

alter table cases.dispatched add constraint dispatched_of_case FOREIGN KEY (city, case_id) REFERENCES cases."case"(city, case_id);

alter table cases.dispatched add constraint dispatched_pk PRIMARY KEY (city, case_id, dispatched_id);

alter table cases.draft add constraint draft_pk PRIMARY KEY (person_id, draft_id);

alter table cases.export add constraint export_state CHECK ((state = ANY (ARRAY['running'::text, 'ready'::text, 'failed'::text])));

alter table cases.export add constraint export_pk PRIMARY KEY (person_id, export_id);

alter table cases.held add constraint held_of_case FOREIGN KEY (city, case_id) REFERENCES cases."case"(city, case_id);

alter table cases.held add constraint held_pk PRIMARY KEY (city, case_id);

alter table cases.investigation add constraint investigation_of_case FOREIGN KEY (city, case_id) REFERENCES cases."case"(city, case_id);

alter table cases.investigation add constraint investigation_pk PRIMARY KEY (city, case_id, task_id);

alter table cases.note add constraint note_kind CHECK ((kind = ANY (ARRAY['urge'::text, 'reprint'::text])));

alter table cases.note add constraint note_of_case FOREIGN KEY (city, case_id) REFERENCES cases."case"(city, case_id);

alter table cases.note add constraint note_pk PRIMARY KEY (city, case_id, note_id);

alter table cases.of_person add constraint of_person_pk PRIMARY KEY (person_id, case_id);

alter table cases.pickup add constraint pickup_of_case FOREIGN KEY (city, case_id) REFERENCES cases."case"(city, case_id);

alter table cases.pickup add constraint pickup_pk PRIMARY KEY (city, case_id);

alter table cases.pickup add constraint pickup_code_once UNIQUE (city, code);

alter table cases.promise_check add constraint promise_check_standing CHECK ((standing = ANY (ARRAY['open'::text, 'correcting'::text, 'done'::text])));

alter table cases.promise_check add constraint promise_check_of_case FOREIGN KEY (city, case_id) REFERENCES cases."case"(city, case_id);

alter table cases.promise_check add constraint promise_check_pk PRIMARY KEY (city, case_id, task_id);

alter table cases.saved_view add constraint saved_view_pk PRIMARY KEY (person_id, view_id);

alter table cases.sitting add constraint sitting_identified_by CHECK ((identified_by = ANY (ARRAY['card'::text, 'code'::text, 'typed'::text, 'ticket'::text])));

alter table cases.sitting add constraint sitting_pk PRIMARY KEY (person_id, sitting_id);

alter table cases.sitting_confirmation add constraint sitting_confirmation_is_signed CHECK (((state = 'signed'::text) = (signature_id IS NOT NULL)));

alter table cases.sitting_confirmation add constraint sitting_confirmation_state CHECK ((state = ANY (ARRAY['asked'::text, 'signed'::text, 'declined'::text, 'paper'::text])));

alter table cases.sitting_confirmation add constraint sitting_confirmation_of_sitting FOREIGN KEY (person_id, sitting_id) REFERENCES cases.sitting(person_id, sitting_id);

alter table cases.sitting_confirmation add constraint sitting_confirmation_pk PRIMARY KEY (person_id, sitting_id, seq);

alter table cases.sitting_draft add constraint sitting_draft_filed_whole CHECK ((((city IS NULL) = (case_id IS NULL)) AND ((city IS NULL) = (confirmation IS NULL))));

alter table cases.sitting_draft add constraint sitting_draft_of_sitting FOREIGN KEY (person_id, sitting_id) REFERENCES cases.sitting(person_id, sitting_id);

alter table cases.sitting_draft add constraint sitting_draft_pk PRIMARY KEY (person_id, sitting_id, draft_id);

alter table cases.sitting_mark add constraint sitting_mark_result CHECK ((result = ANY (ARRAY['ok'::text, 'defect'::text])));

alter table cases.sitting_mark add constraint sitting_mark_of_draft FOREIGN KEY (person_id, sitting_id, draft_id) REFERENCES cases.sitting_draft(person_id, sitting_id, draft_id) ON DELETE CASCADE;

alter table cases.sitting_mark add constraint sitting_mark_pk PRIMARY KEY (person_id, sitting_id, draft_id, material, of_person, checkpoint);

alter table catalogue.edition add constraint edition_is_master_or_local CHECK (((folder IS NULL) = (master_id IS NOT NULL)));

alter table catalogue.edition add constraint edition_number_positive CHECK ((number > 0));

alter table catalogue.edition add constraint edition_master FOREIGN KEY (master_id) REFERENCES catalogue.edition(edition_id);

alter table catalogue.edition add constraint edition_pkey PRIMARY KEY (edition_id);

alter table catalogue.edition add constraint edition_number_once UNIQUE (item, division, number);

alter table devices.device add constraint device_kind CHECK ((kind = ANY (ARRAY['kiosk'::text, 'board'::text, 'strip'::text])));

alter table devices.device add constraint device_kiosk_has_prefix CHECK (((hall IS NULL) OR ((kind = 'kiosk'::text) = (prefix IS NOT NULL))));

alter table devices.device add constraint device_prefix CHECK ((prefix ~ '^[A-Z]$'::text));

alter table devices.device add constraint device_registration_is_whole CHECK ((((hall IS NULL) = (registered_at IS NULL)) AND ((hall IS NULL) = (name IS NULL))));

alter table devices.device add constraint device_unmerged CHECK ((unmerged >= 0));

alter table devices.device add constraint device_waits_or_is_registered CHECK (((hall IS NULL) = (code_index IS NOT NULL)));

alter table devices.device add constraint device_pk PRIMARY KEY (device_id);

alter table devices.device add constraint device_code_once UNIQUE (code_index);

alter table devices.device_ticket add constraint device_ticket_device FOREIGN KEY (device_id) REFERENCES devices.device(device_id) ON DELETE CASCADE;

alter table devices.device_ticket add constraint device_ticket_pk PRIMARY KEY (ticket_hash);

alter table devices.hand_off add constraint hand_off_agreed_by_somebody CHECK (((person_id IS NULL) = (agreed_at IS NULL)));

alter table devices.hand_off add constraint hand_off_device FOREIGN KEY (device_id) REFERENCES devices.device(device_id) ON DELETE CASCADE;

alter table devices.hand_off add constraint hand_off_pk PRIMARY KEY (hand_off_id);

alter table devices.screen add constraint screen_pairing_is_whole CHECK (((window_id IS NULL) = (paired_at IS NULL)));

alter table devices.screen add constraint screen_thanks CHECK ((thanked_for = ANY (ARRAY['sign'::text, 'decline'::text])));

alter table devices.screen add constraint screen_waits_or_is_paired CHECK (((window_id IS NULL) = (code_index IS NOT NULL)));

alter table devices.screen add constraint screen_pk PRIMARY KEY (screen_id);

alter table devices.screen add constraint screen_code_once UNIQUE (code_index);

alter table devices.screen add constraint screen_of_window_once UNIQUE (window_id);

alter table devices.taken add constraint taken_number CHECK ((number > 0));

alter table devices.taken add constraint taken_or_refused CHECK (((ticket_id IS NULL) = (refused IS NOT NULL)));

alter table devices.taken add constraint taken_device FOREIGN KEY (device_id) REFERENCES devices.device(device_id) ON DELETE CASCADE;

alter table devices.taken add constraint taken_pk PRIMARY KEY (taken_id);

alter table devices.taken add constraint taken_number_once UNIQUE (device_id, day, number);

alter table devices.ticket add constraint ticket_screen FOREIGN KEY (screen_id) REFERENCES devices.screen(screen_id) ON DELETE CASCADE;

alter table devices.ticket add constraint ticket_pk PRIMARY KEY (ticket_hash);

alter table devices.visit add constraint visit_identified_by CHECK ((identified_by = ANY (ARRAY['card'::text, 'phone'::text])));

alter table devices.visit add constraint visit_device FOREIGN KEY (device_id) REFERENCES devices.device(device_id) ON DELETE CASCADE;

alter table devices.visit add constraint visit_pk PRIMARY KEY (visit_id);

alter table files.file add constraint file_is_whole CHECK (((completed_at IS NULL) OR ((received = bytes) AND (blob IS NOT NULL))));

alter table files.file add constraint file_size CHECK ((bytes > 0));

alter table files.file add constraint file_pkey PRIMARY KEY (file_id);

alter table files.paper add constraint paper_state CHECK ((state = ANY (ARRAY['valid'::text, 'revoked'::text, 'replaced'::text])));

alter table files.paper add constraint paper_pkey PRIMARY KEY (paper_id);

alter table files.paper add constraint paper_code_once UNIQUE (code);

alter table files.reader add constraint reader_file FOREIGN KEY (file_id) REFERENCES files.file(file_id);

alter table files.reader add constraint reader_pkey PRIMARY KEY (file_id, branch);

alter table hall.call add constraint call_pk PRIMARY KEY (city, hall, day, seq);

alter table hall.day add constraint day_pk PRIMARY KEY (city, hall, day);

alter table hall.numbering add constraint numbering_pk PRIMARY KEY (city, hall, day, prefix);

alter table hall.ticket add constraint ticket_in_hand_has_window CHECK (((state <> ALL (ARRAY['called'::text, 'serving'::text])) OR (window_id IS NOT NULL)));

alter table hall.ticket add constraint ticket_kind CHECK ((kind = ANY (ARRAY['walk-in'::text, 'booked'::text, 'priority'::text, 'late'::text])));

alter table hall.ticket add constraint ticket_parked_until CHECK (((state = 'parked'::text) = (parked_until IS NOT NULL)));

alter table hall.ticket add constraint ticket_queue CHECK ((queue = ANY (ARRAY['issue'::text, 'stuck'::text])));

alter table hall.ticket add constraint ticket_state CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'parked'::text, 'missed'::text, 'done'::text, 'left'::text])));

alter table hall.ticket add constraint ticket_pk PRIMARY KEY (city, ticket_id);

alter table hall.ticket add constraint ticket_key_once UNIQUE (key_hash);

alter table hall.ticket add constraint ticket_number_once UNIQUE (city, hall, day, number);

alter table hall.ticket_event add constraint ticket_event_what CHECK ((what = ANY (ARRAY['taken'::text, 'called'::text, 'recalled'::text, 'started'::text, 'finished'::text, 'missed'::text, 'rejoined'::text, 'parked'::text, 'transferred'::text, 'routed'::text, 'granted'::text, 'left'::text])));

alter table hall.ticket_event add constraint ticket_event_of_ticket FOREIGN KEY (city, ticket_id) REFERENCES hall.ticket(city, ticket_id);

alter table hall.ticket_event add constraint ticket_event_pk PRIMARY KEY (city, ticket_id, seq);

alter table hall."window" add constraint window_state CHECK ((state = ANY (ARRAY['closed'::text, 'open'::text, 'break'::text])));

alter table hall."window" add constraint window_pk PRIMARY KEY (city, window_id, day);

alter table identity.account add constraint account_citizen_number_is_whole CHECK (((citizen_number IS NULL) = (citizen_number_index IS NULL)));

alter table identity.account add constraint account_suspension_is_whole CHECK ((((suspended_at IS NULL) = (suspended_by IS NULL)) AND ((suspended_at IS NULL) = (suspended_why IS NULL))));

alter table identity.account add constraint account_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);

alter table identity.account add constraint account_pkey PRIMARY KEY (person_id);

alter table identity.account add constraint account_citizen_number_once UNIQUE (citizen_number_index);

alter table identity.account add constraint account_login_once UNIQUE (login);

alter table identity.assignment add constraint assignment_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);

alter table identity.assignment add constraint assignment_pkey PRIMARY KEY (assignment_id);

alter table identity.assignment add constraint assignment_separates_administrators EXCLUDE USING gist (person_id WITH =, role WITH <>, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE (((role = ANY (ARRAY['admin'::text, 'security-admin'::text, 'auditor'::text])) AND (ended_at IS NULL)));

alter table identity.code add constraint code_pkey PRIMARY KEY (code_id);

alter table identity.person add constraint person_kind CHECK ((kind = ANY (ARRAY['citizen'::text, 'staff'::text])));

alter table identity.person add constraint person_pkey PRIMARY KEY (person_id);

alter table identity.person add constraint person_citizen_number_once UNIQUE (citizen_number_index);

alter table identity.session add constraint session_assignment FOREIGN KEY (assignment_id) REFERENCES identity.assignment(assignment_id);

alter table identity.session add constraint session_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);

alter table identity.session add constraint session_pkey PRIMARY KEY (session_id);

alter table identity.session add constraint session_token_once UNIQUE (token_hash);

alter table licences.licence add constraint licence_state CHECK ((state = ANY (ARRAY['valid'::text, 'suspended'::text, 'revoked'::text, 'cancelled'::text, 'replaced'::text])));

alter table licences.licence add constraint licence_version CHECK (((version >= 1) AND (version <= 999)));

alter table licences.licence add constraint licence_pk PRIMARY KEY (person_id, licence_id);

alter table licences.licence add constraint licence_version_once UNIQUE (person_id, serial, version);

alter table licences.use add constraint use_has_cause CHECK (((char_length(cause) >= 1) AND (char_length(cause) <= 200)));

alter table licences.use add constraint use_of_licence FOREIGN KEY (person_id, licence_id) REFERENCES licences.licence(person_id, licence_id);

alter table licences.use add constraint use_pk PRIMARY KEY (person_id, use_id);

alter table notices.notice add constraint notice_ends_once CHECK (((state = 'waiting'::text) = (ended_at IS NULL)));

alter table notices.notice add constraint notice_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dropped'::text])));

alter table notices.notice add constraint notice_pk PRIMARY KEY (notice_id);

alter table partners.pending add constraint pending_pk PRIMARY KEY (city, case_id);

alter table partners.told add constraint told_pk PRIMARY KEY (city, case_id);

alter table platform.audit add constraint audit_result_known CHECK ((result = ANY (ARRAY['done'::text, 'denied'::text, 'refused'::text, 'failed'::text])));

alter table platform.audit add constraint audit_pk PRIMARY KEY (at, id);

alter table platform.audit_checkpoint add constraint audit_checkpoint_root CHECK ((octet_length(root) = 32));

alter table platform.audit_checkpoint add constraint audit_checkpoint_pk PRIMARY KEY (size);

alter table platform.audit_leaf add constraint audit_leaf_hash CHECK ((octet_length(hash) = 32));

alter table platform.audit_leaf add constraint audit_leaf_pk PRIMARY KEY (index);

alter table platform.audit_leaf add constraint audit_leaf_once UNIQUE (xid, audit_id);

alter table platform.audit_node add constraint audit_node_hash CHECK ((octet_length(hash) = 32));

alter table platform.audit_node add constraint audit_node_level CHECK (((level > 0) AND (((level)::integer % 8) = 0)));

alter table platform.audit_node add constraint audit_node_pk PRIMARY KEY (level, index);

alter table platform.event add constraint event_pk PRIMARY KEY (id);

alter table platform.idempotency add constraint idempotency_pk PRIMARY KEY (actor, key);

alter table platform.migration add constraint migration_pk PRIMARY KEY (id);

alter table platform.redelivery add constraint redelivery_event FOREIGN KEY (event_id) REFERENCES platform.event(id);

alter table platform.redelivery add constraint redelivery_pk PRIMARY KEY (subscriber, event_id);

alter table platform.subscriber add constraint subscriber_pk PRIMARY KEY (name);

alter table platform.vault_key add constraint vault_key_is_wrapped CHECK (((key_id = 0) = (wrapped IS NULL)));

alter table platform.vault_key add constraint vault_key_purpose CHECK ((purpose = ANY (ARRAY['seal'::text, 'index'::text])));

alter table platform.vault_key add constraint vault_key_state CHECK ((state = ANY (ARRAY['incoming'::text, 'active'::text, 'retiring'::text, 'retired'::text])));

alter table platform.vault_key add constraint vault_key_suite CHECK ((suite = ANY (ARRAY['intl'::text, 'gm'::text])));

alter table platform.vault_key add constraint vault_key_pk PRIMARY KEY (purpose, key_id);

CREATE INDEX booking_at_hall ON bookings.booking USING btree (city, hall, t, booking_id);

CREATE INDEX booking_by_person ON bookings.booking USING btree (by_id, t);

CREATE UNIQUE INDEX booking_code_once ON bookings.booking USING btree (city, hall, day, code) WHERE (state = ANY (ARRAY['held'::text, 'booked'::text, 'arrived'::text]));

CREATE INDEX booking_held ON bookings.booking USING btree (held_until) WHERE (state = 'held'::text);

CREATE INDEX booking_of_person ON bookings.booking USING btree (person_id, t);

CREATE UNIQUE INDEX booking_one_live_per_item ON bookings.booking USING btree (city, person_id, item, nth) WHERE ((state = ANY (ARRAY['held'::text, 'booked'::text])) AND (instead_id IS NULL));

CREATE INDEX booking_to_come ON bookings.booking USING btree (t) WHERE (state = 'booked'::text);

CREATE INDEX booking_to_remind ON bookings.booking USING btree (remind_at) WHERE (remind_at IS NOT NULL);

CREATE INDEX slot_free ON bookings.slot USING btree (city, hall, pool, lane, t) INCLUDE (opens_at) WHERE open;

CREATE INDEX timed_to_come ON bookings.timed USING btree (t) WHERE (state = 'booked'::text);

CREATE INDEX wish_by_person ON bookings.wish USING btree (by_id, made_at);

CREATE UNIQUE INDEX wish_one_per_item ON bookings.wish USING btree (city, person_id, item) WHERE (state = ANY (ARRAY['waiting'::text, 'offered'::text]));

CREATE INDEX wish_waiting ON bookings.wish USING btree (city, hall, made_at, wish_id) WHERE (state = 'waiting'::text);

CREATE INDEX access_newest ON cases.access USING btree (person_id, at DESC, access_id DESC);

CREATE INDEX access_unmasked ON cases.access USING btree (by_id, at) WHERE (what = 'unmasking'::text);

CREATE INDEX case_by_number ON cases."case" USING btree (case_number);

CREATE INDEX case_in_queue ON cases."case" USING btree (queue, branch, urgent_on, case_id) INCLUDE (city, item, office, yellow_on, red_on, submitted_at);

CREATE INDEX case_in_queue_of_item ON cases."case" USING btree (queue, branch, item, urgent_on, case_id) INCLUDE (city, office, yellow_on, red_on, submitted_at);

CREATE INDEX case_number_in_branch ON cases."case" USING btree (branch, case_number text_pattern_ops);

CREATE INDEX case_of_applicant ON cases."case" USING btree (person_id, urgent_on, case_id);

CREATE INDEX case_of_holder ON cases."case" USING btree (holder_id, urgent_on, case_id) INCLUDE (city, queue, branch, item, office, yellow_on, red_on, submitted_at) WHERE (holder_id IS NOT NULL);

CREATE INDEX case_unassigned ON cases."case" USING btree (branch, urgent_on, case_id) INCLUDE (city, queue, item, office, yellow_on, red_on, submitted_at) WHERE (unassigned_since IS NOT NULL);

CREATE INDEX collection_at_window ON cases.collection USING btree (window_id, begun_at DESC) WHERE (window_id IS NOT NULL);

CREATE UNIQUE INDEX collection_by_id ON cases.collection USING btree (collection_id);

CREATE INDEX dispatched_by_day ON cases.dispatched USING btree (day, branch, rule);

CREATE INDEX dispatched_to_person ON cases.dispatched USING btree (given_to, at DESC) WHERE (given_to IS NOT NULL);

CREATE INDEX draft_open ON cases.draft USING btree (person_id, saved_at DESC) WHERE (case_number IS NULL);

CREATE INDEX export_by_age ON cases.export USING btree (asked_at);

CREATE INDEX investigation_by_task ON cases.investigation USING btree (task_id);

CREATE UNIQUE INDEX note_urged_once_a_day ON cases.note USING btree (city, case_id, day) WHERE (kind = 'urge'::text);

CREATE UNIQUE INDEX of_person_by_number ON cases.of_person USING btree (person_id, case_number);

CREATE INDEX of_person_newest ON cases.of_person USING btree (person_id, submitted_at DESC, case_id);

CREATE INDEX of_person_of_case ON cases.of_person USING btree (case_id);

CREATE INDEX pickup_by_code ON cases.pickup USING btree (code);

CREATE INDEX pickup_by_slip ON cases.pickup USING btree (slip_code);

CREATE INDEX pickup_of_person ON cases.pickup USING btree (person_id, ready_at);

CREATE INDEX pickup_waiting ON cases.pickup USING btree (branch, ready_at, case_id);

CREATE INDEX promise_check_by_task ON cases.promise_check USING btree (task_id);

CREATE INDEX promise_check_in_branch ON cases.promise_check USING btree (standing, branch, urgent_on, task_id);

CREATE UNIQUE INDEX sitting_by_id ON cases.sitting USING btree (sitting_id);

CREATE INDEX sitting_left_open ON cases.sitting USING btree (seen_at) WHERE (ended_at IS NULL);

CREATE INDEX sitting_open_at_window ON cases.sitting USING btree (window_id, began_at DESC) WHERE ((ended_at IS NULL) AND (window_id IS NOT NULL));

CREATE UNIQUE INDEX sitting_open_of_clerk ON cases.sitting USING btree (clerk_id) WHERE (ended_at IS NULL);

CREATE INDEX edition_in_force ON catalogue.edition USING btree (item, division, effective_from DESC, number DESC);

CREATE INDEX device_of_hall ON devices.device USING btree (hall, removed_at);

CREATE INDEX device_offered ON devices.device USING btree (code_until) WHERE (code_until IS NOT NULL);

CREATE UNIQUE INDEX device_prefix_once ON devices.device USING btree (hall, prefix) WHERE ((removed_at IS NULL) AND (prefix IS NOT NULL));

CREATE INDEX device_ticket_by_device ON devices.device_ticket USING btree (device_id);

CREATE INDEX hand_off_by_device ON devices.hand_off USING btree (device_id);

CREATE INDEX hand_off_good_until ON devices.hand_off USING btree (good_until);

CREATE INDEX screen_offered ON devices.screen USING btree (code_until) WHERE (code_until IS NOT NULL);

CREATE INDEX ticket_by_screen ON devices.ticket USING btree (screen_id);

CREATE INDEX visit_began ON devices.visit USING btree (began_at);

CREATE UNIQUE INDEX visit_open_of_device ON devices.visit USING btree (device_id) WHERE (ended_at IS NULL);

CREATE INDEX file_by_owner ON files.file USING btree (owner_id, began_at DESC);

CREATE INDEX paper_by_owner ON files.paper USING btree (owner_id, made_at DESC);

CREATE UNIQUE INDEX ticket_by_id ON hall.ticket USING btree (ticket_id);

CREATE INDEX ticket_handled ON hall.ticket USING btree (city, hall, item, day) WHERE ((state = 'done'::text) AND (started_at IS NOT NULL));

CREATE UNIQUE INDEX ticket_in_hand ON hall.ticket USING btree (city, window_id) WHERE (state = ANY (ARRAY['called'::text, 'serving'::text]));

CREATE INDEX ticket_live ON hall.ticket USING btree (city, hall, day, state);

CREATE INDEX ticket_next ON hall.ticket USING btree (city, hall, day, due, first_taken_at, number) WHERE (state = ANY (ARRAY['waiting'::text, 'parked'::text]));

CREATE UNIQUE INDEX ticket_of_booking ON hall.ticket USING btree (city, booking_id) WHERE (booking_id IS NOT NULL);

CREATE INDEX ticket_of_person ON hall.ticket USING btree (person_id, day) WHERE (person_id IS NOT NULL);

CREATE INDEX ticket_served ON hall.ticket USING btree (city, window_id, day) WHERE (state = 'done'::text);

CREATE INDEX ticket_untold ON hall.ticket USING btree (city, hall, day) WHERE ((state = 'waiting'::text) AND (NOT told_near) AND ((person_id IS NOT NULL) OR (phone IS NOT NULL)));

CREATE INDEX window_of_hall ON hall."window" USING btree (city, hall, day);

CREATE INDEX assignment_by_person ON identity.assignment USING btree (person_id, "position");

CREATE INDEX assignment_in_branch ON identity.assignment USING btree (branch text_pattern_ops, role);

CREATE INDEX code_by_phone ON identity.code USING btree (phone_index, sent_at DESC);

CREATE INDEX session_by_person ON identity.session USING btree (person_id);

CREATE INDEX session_of_assignment ON identity.session USING btree (assignment_id) WHERE (ended_at IS NULL);

CREATE INDEX session_running_out ON identity.session USING btree (expires_at) WHERE (ended_at IS NULL);

CREATE INDEX licence_by_type ON licences.licence USING btree (person_id, type, issued_on DESC);

CREATE INDEX use_of_one ON licences.use USING btree (person_id, licence_id, at DESC);

CREATE INDEX notice_of_person ON notices.notice USING btree (person_id, at DESC, notice_id DESC) WHERE (person_id IS NOT NULL);

CREATE INDEX pending_order ON partners.pending USING btree (changed_at, case_id);

CREATE INDEX audit_actor ON ONLY platform.audit USING btree (actor, at);

CREATE INDEX audit_object ON ONLY platform.audit USING btree (object, at);

CREATE INDEX audit_order ON ONLY platform.audit USING btree (xid, id);

CREATE INDEX event_age ON platform.event USING btree (at);

CREATE INDEX event_order ON platform.event USING btree (xid, seq);

CREATE INDEX idempotency_age ON platform.idempotency USING btree (at);

CREATE INDEX redelivery_due ON platform.redelivery USING btree (due_at);

CREATE UNIQUE INDEX vault_key_one_active ON platform.vault_key USING btree (purpose) WHERE (state = 'active'::text);

CREATE OR REPLACE FUNCTION bookings.ask(in_city text, at_hall text, pools text[], lanes smallint[], from_t integer, length integer, at_moment timestamp with time zone, person uuid, of_item text, since_t integer)
 RETURNS TABLE(on_day_count integer, missed integer, last_missed date, live_count integer, live_id uuid, live_state text)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  nth_day integer := (from_t + 96) / 288;
  on_day date := date '1970-01-01' + nth_day;
begin
  if not exists (
      select from bookings.slot as one
      where one.city = in_city and one.hall = at_hall and one.pool = any(pools) and one.lane = any(lanes)
        and one.t >= from_t and one.t < from_t + length and one.open and one.opens_at <= at_moment
      group by one.pool, one.lane
      having count(*) = length
    )
    and not exists (select from bookings.lapsed(in_city, at_hall, nth_day * 288 - 96, at_moment))
    and not exists (
      select from bookings.standing(person, in_city, of_item, on_day, since_t, false) as stands
      where stands.live_state = 'held'
    )
  then
    return;
  end if;
  return query select * from bookings.standing(person, in_city, of_item, on_day, since_t, true);
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.begin_empty()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.booked := 0;
  new.capacity := new.planned;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.count_quanta()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  gives boolean := tg_op <> 'INSERT' and bookings.occupies(old.state);
  takes boolean := tg_op <> 'DELETE' and bookings.occupies(new.state);
  taken integer;
begin
  if tg_op = 'UPDATE' and gives and takes and (old.city, old.hall, old.pool, old.lane, old.t, old.quanta)
    = (new.city, new.hall, new.pool, new.lane, new.t, new.quanta) then
    return new;
  end if;
  if not gives and not takes then
    return coalesce(new, old);
  end if;
  perform from bookings.slot as one
  where (gives and one.city = old.city and one.hall = old.hall and one.pool = old.pool and one.lane = old.lane
      and one.t >= old.t and one.t < old.t + old.quanta)
    or (takes and one.city = new.city and one.hall = new.hall and one.pool = new.pool and one.lane = new.lane
      and one.t >= new.t and one.t < new.t + new.quanta)
  order by one.city, one.hall, one.pool, one.lane, one.t
  for no key update;
  if gives then
    update bookings.slot as one
    set booked = one.booked - 1, capacity = greatest(one.planned, one.booked - 1)
    where one.city = old.city and one.hall = old.hall and one.pool = old.pool and one.lane = old.lane
      and one.t >= old.t and one.t < old.t + old.quanta;
  end if;
  if takes then
    update bookings.slot as one
    set booked = one.booked + 1
    where one.city = new.city and one.hall = new.hall and one.pool = new.pool and one.lane = new.lane
      and one.t >= new.t and one.t < new.t + new.quanta
      and one.booked < one.capacity and one.opens_at <= new.claimed_at;
    get diagnostics taken = row_count;
    if taken <> new.quanta then
      raise exception 'the time is full' using errcode = 'TBF01';
    end if;
  end if;
  return coalesce(new, old);
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.earliest(in_city text, halls text[], pools text[], lanes smallint[], length integer, step integer, from_t integer, to_t integer, at_moment timestamp with time zone)
 RETURNS TABLE(hall text, pool text, t integer, free smallint)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
  select place.hall, place.pool, found.t, room.free
  from unnest(halls, pools) as place (hall, pool)
  cross join unnest(lanes) as lane (lane)
  cross join lateral (
    select starts.t from (
      select one.t, lead(one.t, length - 1) over (order by one.t) as last
      from bookings.slot as one
      where one.city = in_city and one.hall = place.hall and one.pool = place.pool and one.lane = lane.lane
        and one.t >= from_t and one.t < to_t and one.open and one.opens_at <= at_moment
    ) as starts
    where starts.last = starts.t + length - 1 and starts.t % step = 0
    order by starts.t
    limit 1
  ) as found
  cross join lateral (
    select min(one.capacity - one.booked)::smallint as free from bookings.slot as one
    where one.city = in_city and one.hall = place.hall and one.pool = place.pool and one.lane = lane.lane
      and one.t >= found.t and one.t < found.t + length
  ) as room
  order by found.t, place.hall, place.pool;
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.free_nth(in_city text, person uuid, of_item text, allowed integer, besides uuid[])
 RETURNS smallint
 LANGUAGE sql
 STABLE
 SET "app.role" TO 'worker'
AS $function$
  select nth::smallint from generate_series(1, allowed) as nth
  where not exists (
    select from bookings.booking as one
    where one.city = in_city and one.person_id = person and one.item = of_item and one.nth = nth.nth
      and one.state in ('held', 'booked') and one.instead_id is null and one.booking_id <> all(besides)
  )
  order by nth
  limit 1
$function$
;

CREATE OR REPLACE FUNCTION bookings.give_back(in_city text, at_hall text, from_t integer, now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SET "app.role" TO 'worker'
AS $function$
declare
  given integer;
begin
  if exists (select from bookings.wish as one where one.city = in_city and one.hall = at_hall and one.state = 'waiting')
    or not exists (select from bookings.lapsed(in_city, at_hall, from_t, now)) then
    return 0;
  end if;
  perform bookings.hold_day(in_city, at_hall, from_t);
  update bookings.booking as one
  set state = 'expired', held_until = null, ended_at = now
  where one.city = in_city and one.hall = at_hall and one.t >= from_t and one.t < from_t + 288
    and one.state = 'held' and one.held_until < now and one.wish_id is null;
  get diagnostics given = row_count;
  return given;
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.hold_day(in_city text, at_hall text, from_t integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform from bookings.slot as one
  where one.city = in_city and one.hall = at_hall and one.t >= from_t and one.t < from_t + 288
  order by one.city, one.hall, one.pool, one.lane, one.t
  for no key update;
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.keep_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (old.person_id, old.by_id, old.city) is distinct from (new.person_id, new.by_id, new.city) then
    raise exception 'a booking stays with its person' using errcode = 'TBF02';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.lapsed(in_city text, at_hall text, from_t integer, now timestamp with time zone)
 RETURNS TABLE(pool text, lane smallint, t integer, quanta smallint)
 LANGUAGE sql
 STABLE
 SET "app.role" TO 'worker'
AS $function$
  select one.pool, one.lane, one.t, one.quanta from bookings.booking as one
  where one.city = in_city and one.hall = at_hall and one.t >= from_t and one.t < from_t + 288
    and one.state = 'held' and one.held_until < now
$function$
;

CREATE OR REPLACE FUNCTION bookings.lay(in_city text, at_hall text, from_t integer, pools text[], lanes smallint[], ts integer[], plans smallint[], opens timestamp with time zone[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('bookings.lay ' || at_hall || ' ' || from_t, 0));
  perform bookings.hold_day(in_city, at_hall, from_t);
  insert into bookings.slot as one (city, hall, pool, lane, t, planned, capacity, opens_at)
  select in_city, at_hall, pool, lane, t, plan, plan, opens_at
  from unnest(pools, lanes, ts, plans, opens) as wanted (pool, lane, t, plan, opens_at)
  order by pool, lane, t
  on conflict (city, hall, pool, lane, t) do update
  set planned = excluded.planned, capacity = greatest(excluded.planned, one.booked), opens_at = excluded.opens_at
  where (one.planned, one.opens_at) is distinct from (excluded.planned, excluded.opens_at);
  update bookings.slot as one
  set planned = 0, capacity = one.booked
  where one.city = in_city and one.hall = at_hall and one.t >= from_t and one.t < from_t + 288 and one.planned > 0
    and not exists (
      select from unnest(pools, lanes, ts) as wanted (pool, lane, t)
      where wanted.pool = one.pool and wanted.lane = one.lane and wanted.t = one.t
    );
  delete from bookings.slot as one
  where one.city = in_city and one.hall = at_hall and one.t >= from_t and one.t < from_t + 288
    and one.planned = 0 and one.booked = 0;
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.may_book_for(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (
    select from bookings.relation
    where person_id = nullif(current_setting('app.person', true), '')::uuid and relative_id = person
  );
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.occupies(state text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (state = ANY (ARRAY['held'::text, 'booked'::text, 'arrived'::text, 'done'::text, 'missed'::text]))
;

CREATE OR REPLACE FUNCTION bookings.standing(person uuid, in_city text, of_item text, on_day date, since_t integer, alone boolean, besides uuid[] DEFAULT '{}'::uuid[])
 RETURNS TABLE(on_day_count integer, missed integer, last_missed date, live_count integer, live_id uuid, live_state text)
 LANGUAGE plpgsql
 SET "app.role" TO 'worker'
AS $function$
begin
  if alone then
    perform pg_advisory_xact_lock(hashtextextended('bookings of ' || person, 0));
  end if;
  return query
  select
    (select count(*)::integer from bookings.booking as one
      where one.person_id = person and one.day = on_day and one.state in ('held', 'booked', 'arrived', 'done')
        and one.booking_id <> all(besides)
        and not (one.city = in_city and one.item = of_item and one.state = 'held' and one.instead_id is null)),
    absent.times, absent.last_day,
    (select count(*)::integer from bookings.booking as one
      where one.person_id = person and one.item = of_item and one.state in ('held', 'booked')
        and one.instead_id is null and one.city = in_city and one.booking_id <> all(besides)),
    live.booking_id, live.state
  from (
    select count(*)::integer as times, max(one.day) as last_day from bookings.booking as one
    where one.person_id = person and one.state = 'missed' and one.t >= since_t
  ) as absent
  left join lateral (
    select one.booking_id, one.state from bookings.booking as one
    where one.person_id = person and one.item = of_item and one.state in ('held', 'booked') and one.instead_id is null
      and one.city = in_city and one.booking_id <> all(besides)
    order by one.state = 'held' desc, one.t
    limit 1
  ) as live on true;
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.take(given jsonb, pools text[], lanes smallint[], moves boolean)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  one bookings.booking := jsonb_populate_record(null::bookings.booking, given);
  allowed integer := coalesce((given ->> 'live_per_item')::integer, 1);
  broken text;
begin
  -- What replaces another gets its number when it is confirmed.
  one.nth := case
    when moves or allowed = 1 or one.instead_id is not null then 1
    else bookings.free_nth(one.city, one.person_id, one.item, allowed, '{}')
  end;
  if one.nth is null then
    return 'item';
  end if;
  for tried in 1 .. coalesce(array_length(pools, 1), 0) loop
    -- Without waiting: in a rush nobody queues for a lock of a time that is full.
    continue when not moves and (
      select count(*) from bookings.slot
      where city = one.city and hall = one.hall and pool = pools[tried] and lane = lanes[tried]
        and t >= one.t and t < one.t + one.quanta and open and opens_at <= one.claimed_at
    ) <> one.quanta;
    begin
      if moves then
        update bookings.booking as old
        set hall = one.hall, branch = one.branch, day = one.day, pool = pools[tried], lane = lanes[tried], t = one.t,
          quanta = one.quanta, window_id = one.window_id, state = one.state, held_until = one.held_until,
          sequence = one.sequence, code = one.code, draft_id = one.draft_id, sealed = one.sealed,
          claimed_at = one.claimed_at, remind_at = one.remind_at
        where old.city = one.city and old.booking_id = one.booking_id and old.state in ('held', 'booked');
        if not found then
          return 'gone';
        end if;
      else
        insert into bookings.booking (
          city, booking_id, hall, branch, day, pool, lane, t, quanta, item, person_id, by_id, window_id, state,
          held_until, wish_id, instead_id, code, sequence, priority, draft_id, sealed, claimed_at, made_at, remind_at, nth
        ) values (
          one.city, one.booking_id, one.hall, one.branch, one.day, pools[tried], lanes[tried], one.t, one.quanta, one.item,
          one.person_id, one.by_id, one.window_id, one.state, one.held_until, one.wish_id, one.instead_id, one.code,
          one.sequence, one.priority, one.draft_id, one.sealed, one.claimed_at, one.made_at, one.remind_at, one.nth
        );
      end if;
      return 'taken';
    exception
      when sqlstate 'TBF01' then
        null; -- Somebody was quicker; the next pool may have room.
      when exclusion_violation then
        return 'time';
      when unique_violation then
        get stacked diagnostics broken = constraint_name;
        return case broken when 'booking_code_once' then 'code' else 'item' end;
    end;
  end loop;
  return 'full';
end
$function$
;

CREATE OR REPLACE FUNCTION bookings.take_timed(given jsonb, pools text[], lanes smallint[], starts integer[])
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  one bookings.timed := jsonb_populate_record(null::bookings.timed, given);
  place record;
begin
  for place in
    select start.t, room.pool, room.lane
    from unnest(starts) as start (t)
    cross join unnest(pools, lanes) with ordinality as room (pool, lane, nth)
    where one.quanta = (
      select count(*) from bookings.slot as free
      where free.city = one.city and free.hall = one.hall and free.pool = room.pool and free.lane = room.lane
        and free.t >= start.t and free.t < start.t + one.quanta and free.open and free.opens_at <= one.claimed_at
    )
    order by start.t, room.nth
  loop
    begin
      insert into bookings.timed (city, ticket_id, hall, branch, pool, lane, t, quanta, state, claimed_at)
      values (
        one.city, one.ticket_id, one.hall, one.branch, place.pool, place.lane, place.t, one.quanta, 'booked',
        one.claimed_at
      );
      return place.t;
    exception
      when sqlstate 'TBF01' then
        null; -- Somebody was quicker; the next place may have room.
    end;
  end loop;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION cases.is_applicant_here(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (
    select from cases.of_person
    join cases.case using (city, case_id)
    where of_person.person_id = person
  );
end
$function$
;

CREATE OR REPLACE FUNCTION cases.is_at_window(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from cases.sitting where person_id = person and ended_at is null)
    or exists (select from cases.collection where person_id = person and handed_at is null);
end
$function$
;

CREATE OR REPLACE FUNCTION cases.is_of_applicant(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (
    select from cases.of_person
    where of_person.person_id = nullif(current_setting('app.applicant', true), '')::uuid and of_person.case_id = one
  );
end
$function$
;

CREATE OR REPLACE FUNCTION cases.is_of_served(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (
    select from cases.sitting
    join cases.of_person using (person_id)
    where sitting.clerk_id = nullif(current_setting('app.person', true), '')::uuid and sitting.ended_at is null
      and of_person.case_id = one
  );
end
$function$
;

CREATE OR REPLACE FUNCTION cases.is_of_sitting(person uuid, sitting uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (
    select from cases.sitting as one
    where one.person_id = person and one.sitting_id = sitting
      and one.clerk_id = nullif(current_setting('app.person', true), '')::uuid
  );
end
$function$
;

CREATE OR REPLACE FUNCTION cases.is_of_waiting(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  -- The map itself shows the window only those who are there.
  return exists (select from cases.of_person where case_id = one);
end
$function$
;

CREATE OR REPLACE FUNCTION cases.is_reached(in_city text, one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from cases.case where city = in_city and case_id = one);
end
$function$
;

CREATE OR REPLACE FUNCTION files.is_readable_here(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from files.reader where file_id = one);
end
$function$
;

CREATE OR REPLACE FUNCTION hall.call_next(in_city text, at_hall text, on_day date, at_window text, own_kind text, own_skills text[], at_moment timestamp with time zone)
 RETURNS SETOF hall.ticket
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
  update hall.ticket as given
  set state = 'called', window_id = at_window, calls = 1, called_at = at_moment,
    first_called_at = coalesce(given.first_called_at, at_moment), started_at = null, parked_until = null
  where given.city = in_city and given.ticket_id = (
    select one.ticket_id from hall.ticket as one
    where one.city = in_city and one.hall = at_hall and one.day = on_day and one.state in ('waiting', 'parked')
      and hall.may_call(one, at_window, own_kind, own_skills, at_moment)
    order by one.due, one.first_taken_at, one.number
    limit 1
    for update skip locked
  )
  returning given.*;
end
$function$
;

CREATE OR REPLACE FUNCTION hall.call_out(in_city text, of_ticket uuid, happened text, at_number smallint, by_clerk uuid, at_moment timestamp with time zone, OUT seq integer, OUT untold boolean)
 RETURNS record
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  called hall.ticket;
begin
  select one.* into called from hall.ticket as one where one.city = in_city and one.ticket_id = of_ticket;
  untold := exists (
    select from hall.ticket as one
    where one.city = in_city and one.hall = called.hall and one.day = called.day and one.state = 'waiting'
      and not one.told_near and (one.person_id is not null or one.phone is not null)
  ) and exists (
    select from (
      select one.told_near, one.person_id is not null or one.phone is not null as can_be_told,
        row_number() over (
          partition by one.needs, one.queue, one.routed_to order by one.due, one.first_taken_at, one.number
        ) as place
      from hall.ticket as one
      where one.city = in_city and one.hall = called.hall and one.day = called.day and one.state = 'waiting'
    ) as line
    where line.place <= 4 and not line.told_near and line.can_be_told
  );
  seq := hall.note(in_city, of_ticket, happened, called.window_id, by_clerk, at_moment, 1);
  insert into hall.call (city, hall, day, seq, ticket_id, number, window_id, window_number, again, at)
  values (
    in_city, called.hall, called.day, seq, of_ticket, called.number, called.window_id, at_number, happened = 'recalled',
    at_moment
  );
end
$function$
;

CREATE OR REPLACE FUNCTION hall.may_call(one hall.ticket, at_window text, own_kind text, own_skills text[], at_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((((one).state = 'waiting'::text) OR ((one).parked_until <= at_moment)) AND (((one).routed_to = at_window) OR (((one).routed_to IS NULL) AND CASE WHEN (own_kind IS NULL) THEN (((one).queue IS NULL) AND ((one).needs <@ own_skills)) ELSE ((one).queue = own_kind) END)))
;

CREATE OR REPLACE FUNCTION hall.note(in_city text, of_ticket uuid, happened text, at_window text, by_clerk uuid, at_moment timestamp with time zone, more_calls integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  last_call integer;
begin
  insert into hall.ticket_event (city, ticket_id, seq, branch, what, at, window_id, by_id)
  select one.city, one.ticket_id, coalesce(
      (select max(past.seq) from hall.ticket_event as past where past.city = one.city and past.ticket_id = one.ticket_id), 0
    ) + 1, one.branch, happened, at_moment, at_window, by_clerk
  from hall.ticket as one
  where one.city = in_city and one.ticket_id = of_ticket;
  insert into hall.day as today (city, hall, day, branch, version, calls)
  select one.city, one.hall, one.day, one.branch, 1, more_calls from hall.ticket as one
  where one.city = in_city and one.ticket_id = of_ticket
  on conflict (city, hall, day) do update set version = today.version + 1, calls = today.calls + more_calls
  returning today.calls into last_call;
  return last_call;
end
$function$
;

CREATE OR REPLACE FUNCTION hall.stand(in_city text, at_window text, on_day date, OUT state text, OUT skills text[], OUT held text)
 RETURNS record
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  select one.state, one.skills into state, skills from hall.window as one
  where one.city = in_city and one.window_id = at_window and one.day = on_day
  for update;
  select one.number into held from hall.ticket as one
  where one.city = in_city and one.window_id = at_window and one.state in ('called', 'serving');
end
$function$
;

CREATE OR REPLACE FUNCTION hall.window_queue(in_city text, at_hall text, on_day date, at_window text, own_kind text, usual_skills text[], at_moment timestamp with time zone, missed_since timestamp with time zone)
 RETURNS TABLE(announcement text, states jsonb, waiting bigint, since timestamp with time zone, served bigint, ticket hall.ticket)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  own_skills text[] := coalesce(
    (select one.skills from hall.window as one
      where one.city = in_city and one.window_id = at_window and one.day = on_day),
    usual_skills
  );
begin
  announcement := (
    select today.announcement from hall.day as today
    where today.city = in_city and today.hall = at_hall and today.day = on_day
  );
  states := (
    select jsonb_object_agg(one.window_id, one.state) from hall.window as one
    where one.city = in_city and one.hall = at_hall and one.day = on_day
  );
  select count(*), min(one.taken_at) into waiting, since from hall.ticket as one
  where one.city = in_city and one.hall = at_hall and one.day = on_day and one.state in ('waiting', 'parked')
    and hall.may_call(one, at_window, own_kind, own_skills, at_moment);
  served := (
    select count(*) from hall.ticket as one
    where one.city = in_city and one.window_id = at_window and one.day = on_day and one.state = 'done'
      and one.hall = at_hall
  );
  select one.* into ticket from hall.ticket as one
  where one.city = in_city and one.hall = at_hall and one.day = on_day and one.state in ('waiting', 'parked')
    and hall.may_call(one, at_window, own_kind, own_skills, at_moment)
  order by one.due, one.first_taken_at, one.number
  limit 1;
  return next;
  for ticket in
    select one.* from hall.ticket as one
    where one.city = in_city and one.hall = at_hall and one.day = on_day
      and one.state in ('called', 'serving', 'parked', 'missed') and one.window_id = at_window
      and (one.state <> 'missed' or one.missed_at > missed_since)
    order by one.due, one.number
  loop
    return next;
  end loop;
end
$function$
;

CREATE OR REPLACE FUNCTION platform.make_audit_months(ahead integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  first date := date_trunc('month', now() at time zone 'UTC')::date;
  month date;
  name text;
begin
  for step in 1..ahead loop
    month := (first + make_interval(months => step))::date;
    name := 'audit_' || to_char(month, 'YYYYMM');
    continue when to_regclass('platform.' || name) is not null;
    execute format(
      'create table platform.%I partition of platform.audit for values from (%L) to (%L)',
      name, month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00'
    );
    execute format('comment on table platform.%I is %L', name, 'insert-only: audit lines of one month');
  end loop;
end
$function$
;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end
$function$
;

CREATE TRIGGER booking_counts BEFORE INSERT OR DELETE OR UPDATE OF city, hall, pool, lane, t, quanta, state ON bookings.booking FOR EACH ROW EXECUTE FUNCTION bookings.count_quanta();

CREATE TRIGGER booking_keeps_its_person BEFORE UPDATE OF person_id, by_id, city ON bookings.booking FOR EACH ROW EXECUTE FUNCTION bookings.keep_person();

CREATE TRIGGER slot_begins_empty BEFORE INSERT ON bookings.slot FOR EACH ROW EXECUTE FUNCTION bookings.begin_empty();

CREATE TRIGGER timed_counts BEFORE INSERT OR DELETE OR UPDATE OF city, hall, pool, lane, t, quanta, state ON bookings.timed FOR EACH ROW EXECUTE FUNCTION bookings.count_quanta();

CREATE TRIGGER audit_keep_rows BEFORE DELETE OR UPDATE ON platform.audit FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER audit_keep_table BEFORE TRUNCATE ON platform.audit FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER audit_checkpoint_keep_rows BEFORE DELETE OR UPDATE ON platform.audit_checkpoint FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER audit_checkpoint_keep_table BEFORE TRUNCATE ON platform.audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER audit_leaf_keep_rows BEFORE DELETE OR UPDATE ON platform.audit_leaf FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER audit_leaf_keep_table BEFORE TRUNCATE ON platform.audit_leaf FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER audit_node_keep_rows BEFORE DELETE OR UPDATE ON platform.audit_node FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER audit_node_keep_table BEFORE TRUNCATE ON platform.audit_node FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create policy hall on bookings.booking for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR starts_with(branch, (NULLIF(current_setting('app.post'::text, true), ''::text) || '/'::text))))) with check (true);

create policy hall_changes on bookings.booking for update using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR starts_with(branch, (NULLIF(current_setting('app.post'::text, true), ''::text) || '/'::text))))) with check (true);

create policy machine on bookings.booking for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on bookings.booking for select using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))) with check (true);

create policy own_adds on bookings.booking for insert using (true) with check (((by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR bookings.may_book_for(person_id))));

create policy own_changes on bookings.booking for update using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))) with check (true);

create policy "window" on bookings.booking for all using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy everybody on bookings.day_rule for select using (true) with check (true);

create policy hall on bookings.day_rule for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR starts_with(branch, (NULLIF(current_setting('app.post'::text, true), ''::text) || '/'::text))))) with check (true);

create policy machine on bookings.day_rule for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on bookings.relation for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on bookings.relation for select using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy "window" on bookings.relation for select using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy everybody on bookings.template for select using (true) with check (true);

create policy hall on bookings.template for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR starts_with(branch, (NULLIF(current_setting('app.post'::text, true), ''::text) || '/'::text))))) with check (true);

create policy machine on bookings.template for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on bookings.timed for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on bookings.timed for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR starts_with(branch, (NULLIF(current_setting('app.post'::text, true), ''::text) || '/'::text))))) with check (true);

create policy hall on bookings.wish for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR starts_with(branch, (NULLIF(current_setting('app.post'::text, true), ''::text) || '/'::text))))) with check (true);

create policy hall_changes on bookings.wish for update using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR starts_with(branch, (NULLIF(current_setting('app.post'::text, true), ''::text) || '/'::text))))) with check (true);

create policy machine on bookings.wish for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on bookings.wish for select using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))) with check (true);

create policy own_adds on bookings.wish for insert using (true) with check (((by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR bookings.may_book_for(person_id))));

create policy own_changes on bookings.wish for update using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))) with check (true);

create policy "window" on bookings.wish for all using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy machine on cases.absence for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on cases.absence for all using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy applicant on cases.access for select using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy kiosk on cases.access for insert using (true) with check (((current_setting('app.role'::text, true) = 'sign-in'::text) AND (what = 'kiosk'::text)));

create policy looking on cases.access for all using (((current_setting('app.branch'::text, true) <> ''::text) AND (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))) with check (true);

create policy machine on cases.access for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy "case" on cases.action for all using (cases.is_reached(city, case_id)) with check (true);

create policy machine on cases.action for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy applicant on cases.broken_promise for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy desk on cases.broken_promise for all using (((current_setting('app.branch'::text, true) <> ''::text) AND cases.is_applicant_here(person_id))) with check (true);

create policy machine on cases.broken_promise for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on cases.broken_promise for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy served on cases.broken_promise for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (person_id = ( SELECT sitting.person_id
   FROM cases.sitting
  WHERE ((sitting.clerk_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (sitting.ended_at IS NULL)))))) with check (true);

create policy "window" on cases.broken_promise for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_at_window(person_id))) with check (true);

create policy applicant on cases."case" for select using (((current_setting('app.applicant'::text, true) <> ''::text) AND cases.is_of_applicant(case_id))) with check (true);

create policy applicant_adds on cases."case" for insert using (true) with check (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid)));

create policy applicant_changes on cases."case" for update using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy machine on cases."case" for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy served on cases."case" for select using (((current_setting('app.role'::text, true) = 'clerk'::text) AND cases.is_of_served(case_id))) with check (true);

create policy shown on cases."case" for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_of_waiting(case_id))) with check (true);

create policy staff on cases."case" for all using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy machine on cases.collection for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on cases.collection for all using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy "window" on cases.collection for all using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy machine on cases.dispatched for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on cases.dispatched for all using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy applicant on cases.draft for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))) with check (true);

create policy machine on cases.draft for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy served on cases.draft for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (person_id = ( SELECT sitting.person_id
   FROM cases.sitting
  WHERE ((sitting.clerk_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (sitting.ended_at IS NULL)))))) with check (true);

create policy "window" on cases.draft for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_at_window(person_id))) with check (true);

create policy machine on cases.export for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on cases.export for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy "case" on cases.held for all using (cases.is_reached(city, case_id)) with check (true);

create policy machine on cases.held for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on cases.investigation for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on cases.investigation for all using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy "case" on cases.note for all using (cases.is_reached(city, case_id)) with check (true);

create policy machine on cases.note for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy applicant on cases.of_person for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy desk on cases.of_person for all using ((current_setting('app.branch'::text, true) <> ''::text)) with check (true);

create policy machine on cases.of_person for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy "window" on cases.of_person for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_at_window(person_id))) with check (true);

create policy applicant on cases.pickup for select using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy machine on cases.pickup for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on cases.pickup for all using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy "window" on cases.pickup for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_at_window(person_id))) with check (true);

create policy machine on cases.promise_check for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on cases.promise_check for all using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy machine on cases.saved_view for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on cases.saved_view for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy clerk on cases.sitting for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true)))))) with check (true);

create policy machine on cases.sitting for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy "window" on cases.sitting for all using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy clerk on cases.sitting_confirmation for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND cases.is_of_sitting(person_id, sitting_id))) with check (true);

create policy machine on cases.sitting_confirmation for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy "window" on cases.sitting_confirmation for all using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy clerk on cases.sitting_draft for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND cases.is_of_sitting(person_id, sitting_id))) with check (true);

create policy machine on cases.sitting_draft for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy "window" on cases.sitting_draft for all using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy clerk on cases.sitting_mark for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND cases.is_of_sitting(person_id, sitting_id))) with check (true);

create policy machine on cases.sitting_mark for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy "window" on cases.sitting_mark for all using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy kiosk on devices.hand_off for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'sign-in'::text]))) with check (true);

create policy machine on devices.hand_off for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy kiosk on devices.visit for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'sign-in'::text]))) with check (true);

create policy machine on devices.visit for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy desk on files.file for select using (((current_setting('app.branch'::text, true) <> ''::text) AND files.is_readable_here(file_id))) with check (true);

create policy machine on files.file for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on files.file for all using ((owner_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy served on files.file for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (owner_id = ( SELECT sitting.person_id
   FROM cases.sitting
  WHERE ((sitting.clerk_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (sitting.ended_at IS NULL)))))) with check (true);

create policy "window" on files.file for all using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy applicant on files.paper for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (owner_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy desk on files.paper for all using (((current_setting('app.branch'::text, true) <> ''::text) AND cases.is_applicant_here(owner_id))) with check (true);

create policy machine on files.paper for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on files.paper for all using ((owner_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy served on files.paper for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (owner_id = ( SELECT sitting.person_id
   FROM cases.sitting
  WHERE ((sitting.clerk_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (sitting.ended_at IS NULL)))))) with check (true);

create policy verifier on files.paper for all using ((current_setting('app.role'::text, true) = 'verifier'::text)) with check (true);

create policy desk on files.reader for select using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy granted on files.reader for insert using (true) with check ((current_setting('app.role'::text, true) <> ''::text));

create policy machine on files.reader for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on hall.day for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hall.day for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on hall.ticket for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hall.ticket for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on hall.ticket_event for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hall.ticket_event for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on hall."window" for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hall."window" for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on identity.account for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on identity.account for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy sign_in on identity.account for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['sign-in'::text, 'security-admin'::text]))) with check (true);

create policy machine on identity.assignment for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on identity.assignment for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy sign_in on identity.assignment for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['sign-in'::text, 'security-admin'::text]))) with check (true);

create policy applicant on identity.person for select using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy colleague on identity.person for select using (((kind = 'staff'::text) AND (current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text, 'hall-manager'::text, 'auditor'::text, 'admin'::text, 'security-admin'::text])))) with check (true);

create policy desk on identity.person for select using ((current_setting('app.branch'::text, true) <> ''::text)) with check (true);

create policy machine on identity.person for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy met on identity.person for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (kind = 'citizen'::text))) with check (true);

create policy own on identity.person for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy sign_in on identity.person for all using ((current_setting('app.role'::text, true) = 'sign-in'::text)) with check (true);

create policy "window" on identity.person for select using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy machine on identity.session for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on identity.session for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy sign_in on identity.session for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['sign-in'::text, 'security-admin'::text]))) with check (true);

create policy applicant on licences.licence for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy desk on licences.licence for all using (((current_setting('app.branch'::text, true) <> ''::text) AND cases.is_applicant_here(person_id))) with check (true);

create policy machine on licences.licence for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on licences.licence for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy served on licences.licence for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (person_id = ( SELECT sitting.person_id
   FROM cases.sitting
  WHERE ((sitting.clerk_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (sitting.ended_at IS NULL)))))) with check (true);

create policy "window" on licences.licence for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_at_window(person_id))) with check (true);

create policy applicant on licences.use for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy desk on licences.use for all using (((current_setting('app.branch'::text, true) <> ''::text) AND cases.is_applicant_here(person_id))) with check (true);

create policy machine on licences.use for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on licences.use for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy served on licences.use for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (person_id = ( SELECT sitting.person_id
   FROM cases.sitting
  WHERE ((sitting.clerk_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (sitting.ended_at IS NULL)))))) with check (true);

create policy "window" on licences.use for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_at_window(person_id))) with check (true);

create policy machine on notices.notice for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on notices.notice for select using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy told on notices.notice for insert using (true) with check ((current_setting('app.role'::text, true) <> ''::text));

create policy machine on partners.pending for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on partners.told for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);
