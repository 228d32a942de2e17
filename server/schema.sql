-- Written by scripts/schema.ts from the migrations; read it, do not edit it.

create schema bookings;

create schema cases;

create schema catalogue;

create schema deliveries;

create schema devices;

create schema files;

create schema forums;

create schema hall;

create schema hotline;

create schema hotlist;

create schema identity;

create schema insight;

create schema knowledge;

create schema licences;

create schema notices;

create schema open311;

create schema partners;

create schema payments;

create schema platform;

create schema ratings;

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
  red_on date,
  channel text
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

create table deliveries.delivery (
  delivery_id uuid not null,
  about text not null,
  purpose text not null,
  person_id uuid not null,
  branch text not null,
  way text not null,
  state text not null,
  waybill text,
  sealed bytea,
  made_at timestamp with time zone not null,
  looked_at timestamp with time zone not null
);

create table deliveries.step (
  delivery_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  waybill text,
  place text,
  news text,
  reason text,
  remedy text,
  by_id uuid,
  noted_at timestamp with time zone not null
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

create table forums.entry (
  forum_id uuid not null,
  city text not null,
  order_id uuid not null,
  tip_off boolean not null default false,
  at timestamp with time zone not null,
  by_id uuid
);

create table forums.forum (
  forum_id uuid not null,
  branch text not null,
  kind text not null,
  title text not null,
  title_en text,
  host text not null,
  words text not null,
  words_en text,
  line text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null,
  by_id uuid not null,
  at timestamp with time zone not null
);

create table forums.note (
  forum_id uuid not null,
  order_id uuid not null,
  note_id uuid not null,
  on_day date not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  said bytea not null
);

create table forums.volunteer (
  volunteer_id uuid not null,
  branch text not null,
  person_id uuid not null,
  from_day date not null,
  until_day date not null,
  note bytea not null,
  dismissed_at timestamp with time zone,
  by_id uuid not null,
  at timestamp with time zone not null
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

create table hotline.answer (
  answer_id uuid not null,
  city text not null,
  order_id uuid not null,
  tip_off boolean not null default false,
  unit text not null,
  kind text not null,
  title text not null,
  question text not null,
  reply text not null,
  on_day date not null,
  shown boolean not null
);

create table hotline.answer_indexed (
  answer_id uuid not null,
  scope text not null,
  words tsvector not null
);

create table hotline.attachment (
  city text not null,
  order_id uuid not null,
  place smallint not null,
  file bytea not null,
  file_index bytea not null
);

create table hotline.call (
  call_id uuid not null,
  reference text not null,
  person_id uuid not null,
  branch text not null,
  phone bytea not null,
  phone_index bytea not null,
  dialled text not null,
  state text not null,
  simulated boolean not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  wrap_up text,
  order_number text
);

create table hotline.correction (
  order_id uuid not null,
  kind text not null,
  matter text not null,
  guessed_kind text,
  guessed_matter text,
  at timestamp with time zone not null
);

create table hotline.counter (
  city text not null,
  day date not null,
  last integer not null
);

create table hotline.duty (
  duty_id uuid not null,
  branch text not null,
  day date not null,
  from_hour text not null,
  to_hour text not null,
  name text not null,
  phone text not null
);

create table hotline.indexed (
  order_id uuid not null,
  scope text not null,
  received_on date not null,
  words tsvector not null,
  blocks integer[] not null
);

create table hotline."order" (
  city text not null,
  order_id uuid not null,
  number text not null,
  branch text not null,
  desk text not null,
  kind text not null,
  channel text not null,
  identity text not null,
  tip_off boolean not null,
  urgent boolean not null,
  stage text not null,
  how text,
  person_id uuid,
  owner bytea,
  owner_index bytea,
  key_hash bytea not null,
  phone bytea,
  phone_index bytea,
  caller bytea,
  said bytea not null,
  matter text,
  labels text[] not null,
  about text,
  handler_id uuid,
  received_at timestamp with time zone not null,
  due_on date not null,
  hand_due_on date,
  call_back_on date,
  silent_on date,
  reminded_on date,
  named_on date,
  replied_on date,
  in_time boolean,
  called_back boolean not null,
  satisfied boolean,
  dispatches integer not null,
  wrong_dispatches integer not null,
  urges integer not null,
  visit_on date,
  closed_at timestamp with time zone,
  version integer not null
);

create table hotline.place (
  extension text not null,
  person_id uuid not null,
  branch text not null,
  since timestamp with time zone not null
);

create table hotline.procedure (
  branch text not null,
  number text not null,
  kind text not null,
  phone bytea,
  phone_index bytea,
  citizen_number bytea,
  citizen_number_index bytea,
  until_day date not null,
  by_id uuid not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid
);

create table hotline.reindexing (
  only_one boolean not null default true,
  veil text not null,
  upto uuid
);

create table hotline.seat (
  branch text not null,
  city text not null,
  order_id uuid not null,
  helps boolean not null,
  tip_off boolean not null default false
);

create table hotline.step (
  city text not null,
  order_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  by_id uuid,
  sealed bytea not null
);

create table hotline.stuck_cause (
  city text not null,
  order_id uuid not null,
  branch text not null,
  order_number text not null,
  item text,
  root_cause text not null,
  finding bytea not null,
  defect text,
  by_id uuid not null,
  at timestamp with time zone not null,
  mended_at timestamp with time zone,
  tip_off boolean not null default false
);

create table hotlist.attachment (
  topic_id uuid not null,
  step_id uuid not null,
  place smallint not null,
  file_id uuid not null
);

create table hotlist.board (
  topic_id uuid not null,
  scope text not null,
  title text not null,
  doing text not null,
  title_en text,
  doing_en text,
  words text[] not null,
  with_figures boolean not null,
  revision integer not null,
  shown boolean not null,
  written_by uuid not null,
  approved_by uuid,
  at timestamp with time zone not null
);

create table hotlist.candidate (
  candidate_id uuid not null,
  scope text not null,
  month text not null,
  branch text not null,
  key text not null,
  matter text not null,
  words text[] not null,
  people integer not null,
  orders integer not null,
  regions integer not null,
  signals jsonb not null,
  score double precision not null,
  days jsonb not null
);

create table hotlist.daily (
  topic_id uuid not null,
  day date not null,
  count integer not null
);

create table hotlist.run (
  scope text not null,
  month text not null,
  branch text not null,
  state text not null,
  read integer not null,
  total integer not null,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table hotlist.step (
  topic_id uuid not null,
  step_id uuid not null,
  type text not null,
  at timestamp with time zone not null,
  by_id uuid,
  said bytea not null,
  figures jsonb not null
);

create table hotlist.topic (
  topic_id uuid not null,
  candidate_id uuid not null,
  scope text not null,
  month text not null,
  branch text not null,
  key text not null,
  matter text not null,
  words text[] not null,
  name text not null,
  people integer not null,
  orders integer not null,
  signals jsonb not null,
  stage text not null,
  round smallint not null,
  version integer not null,
  owner_branch text,
  leader text,
  due_on date,
  listed_on date not null,
  removed_on date,
  rebounded_on date,
  hot_week double precision not null,
  quiet_week double precision,
  counted_to date not null
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

create table identity.link_ask (
  person_id uuid not null,
  relative_id uuid not null,
  asked_at timestamp with time zone not null
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

create table identity.relation (
  person_id uuid not null,
  relative_id uuid not null,
  kind text not null,
  items text[],
  until date
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

create table insight.day_count (
  axis text not null,
  day date not null,
  branch text not null,
  city text not null,
  value text not null,
  received integer not null,
  closed integer not null,
  satisfied integer not null,
  reopened integer not null
);

create table insight.feed_cursor (
  way text not null,
  seq bigint not null,
  attempts integer not null,
  due_at timestamp with time zone not null
);

create table insight.feed_item (
  seq bigint not null generated always as identity,
  at timestamp with time zone not null,
  item jsonb not null
);

create table knowledge.citation (
  citation_id uuid not null,
  entry_id uuid not null,
  version integer not null,
  branch text not null,
  about text,
  by_id uuid not null,
  at timestamp with time zone not null
);

create table knowledge.entry (
  entry_id uuid not null,
  key text,
  kind text not null,
  origin text not null,
  branch text not null,
  scope text not null,
  item text,
  shown boolean not null
);

create table knowledge.gap (
  scope text not null,
  words text not null,
  asked integer not null,
  asked_outside integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  settled_at timestamp with time zone
);

create table knowledge.indexed (
  entry_id uuid not null,
  version integer not null,
  state text not null,
  scope text not null,
  kind text not null,
  item text,
  shown boolean not null,
  words tsvector not null
);

create table knowledge.version (
  entry_id uuid not null,
  version integer not null,
  branch text not null,
  state text not null,
  revision integer not null,
  public boolean not null,
  title text not null,
  used_when text not null,
  text text not null,
  title_en text,
  text_en text,
  also text[] not null,
  basis text,
  valid_until date,
  edition_id uuid,
  hash text,
  author_ids uuid[] not null,
  approver_id uuid,
  note text,
  changed_at timestamp with time zone not null,
  in_force_at timestamp with time zone,
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

create table licences.share (
  person_id uuid not null,
  licence_id uuid not null,
  relative_id uuid not null,
  made_at timestamp with time zone not null
);

create table licences.show (
  show_id uuid not null,
  person_id uuid not null,
  licence_id uuid not null,
  by_id uuid not null,
  by_name text,
  disclosure text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);

create table licences.shown (
  show_id uuid not null,
  at timestamp with time zone not null
);

create table licences.use (
  person_id uuid not null,
  use_id uuid not null,
  licence_id uuid not null,
  by_id uuid,
  cause text not null,
  case_number text,
  at timestamp with time zone not null,
  by_name text
);

create table notices.choice (
  person_id uuid not null,
  language text not null,
  sms boolean not null,
  wechat boolean not null,
  mail boolean not null,
  quiet_from text,
  quiet_to text,
  openid bytea,
  mail_address bytea,
  changed_at timestamp with time zone not null
);

create table notices.day_figure (
  day date not null,
  channel text not null,
  due integer not null,
  handed integer not null,
  prompt integer not null,
  delivered integer not null,
  failed integer not null,
  dropped integer not null
);

create table notices.delivery (
  delivery_id uuid not null,
  notice_id uuid not null,
  person_id uuid,
  channel text not null,
  state text not null,
  why text,
  urgent boolean not null,
  once boolean not null,
  attempts smallint not null default 0,
  provider text,
  provider_ref text,
  made_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  first_due_at timestamp with time zone not null,
  stale_after timestamp with time zone,
  claimed_at timestamp with time zone,
  handed_at timestamp with time zone,
  ended_at timestamp with time zone
);

create table notices.mail_claim (
  person_id uuid not null,
  address bytea not null,
  code_index bytea not null,
  tries smallint not null default 0,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);

create table notices.notice (
  notice_id uuid not null,
  person_id uuid,
  kind text not null,
  about text,
  sealed bytea not null,
  at timestamp with time zone not null,
  stale_after timestamp with time zone,
  key text,
  case_number text,
  read_at timestamp with time zone
);

create table notices.provider (
  provider text not null,
  weight smallint not null,
  shifted_at timestamp with time zone not null
);

create table notices.reach (
  person_id uuid not null,
  wechat boolean not null default false,
  mail boolean not null default false
);

create table notices.warning (
  warning_id uuid not null,
  title_zh text not null,
  text_zh text not null,
  title_en text,
  text_en text,
  urgent boolean not null,
  stale_after timestamp with time zone not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  told integer not null default 0,
  reached uuid,
  ended_at timestamp with time zone
);

create table open311.heard (
  request_id uuid not null,
  their_id text not null,
  at timestamp with time zone not null
);

create table open311.news (
  news_id uuid not null,
  request_id uuid not null,
  type text not null,
  status text not null,
  at timestamp with time zone not null
);

create table open311.request (
  request_id uuid not null,
  partner uuid not null,
  division text not null,
  service text not null,
  number text,
  status text not null,
  sealed bytea not null,
  requested_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table partners.nonce (
  partner_id uuid not null,
  nonce text not null,
  at timestamp with time zone not null
);

create table partners.partner (
  partner_id uuid not null,
  name text not null,
  key_sealed bytea not null,
  purposes text[] not null,
  types text[] not null,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
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

create table payments.charge (
  charge_id uuid not null,
  order_id uuid not null,
  trade_number text not null,
  way text not null,
  fen integer not null,
  next jsonb not null,
  state text not null,
  began_at timestamp with time zone not null,
  good_until timestamp with time zone not null,
  asked_at timestamp with time zone
);

create table payments.difference (
  difference_id uuid not null,
  way text not null,
  day date not null,
  kind text not null,
  trade_number text not null,
  here_fen integer,
  there_fen integer,
  explained_at timestamp with time zone,
  explained_by uuid,
  explained_how text
);

create table payments.event (
  order_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  by_id uuid,
  data jsonb not null
);

create table payments.payment (
  payment_id uuid not null,
  order_id uuid,
  way text not null,
  transaction_number text not null,
  trade_number text not null,
  fen integer not null,
  currency text not null,
  paid_at timestamp with time zone not null,
  heard_at timestamp with time zone not null,
  heard_by text not null,
  why text not null default ''::text,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_how text
);

create table payments.payment_order (
  order_id uuid not null,
  number text not null,
  about text not null,
  kind text not null,
  person_id uuid not null,
  branch text not null,
  city text not null,
  title jsonb not null,
  payee text not null,
  lines jsonb not null,
  fen integer not null,
  bill_number text,
  due_on date,
  late jsonb,
  state text not null,
  way text,
  paid_fen integer,
  paid_at timestamp with time zone,
  paper_id uuid,
  version integer not null,
  opened_at timestamp with time zone not null
);

create table payments.pretended (
  trade_number text not null,
  fen integer not null,
  state text not null,
  transaction_number text,
  paid_at timestamp with time zone,
  refunded_fen integer not null default 0,
  refunded_at timestamp with time zone
);

create table payments.refund (
  refund_id uuid not null,
  order_id uuid not null,
  refund_number text not null,
  fen integer not null,
  reason text not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  done_at timestamp with time zone
);

create table payments.statement (
  way text not null,
  day date not null,
  read_at timestamp with time zone not null,
  there_count integer not null,
  there_fen bigint not null,
  here_count integer not null,
  here_fen bigint not null
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

create table ratings.invitation (
  service_id uuid not null,
  person_id uuid,
  phone bytea,
  phone_index bytea,
  invited_at timestamp with time zone not null,
  said_unclear boolean not null
);

create table ratings.praise (
  praise_id uuid not null,
  branch text not null,
  kind text not null,
  count integer not null,
  received_on date not null,
  sealed bytea not null,
  by_id uuid not null,
  at timestamp with time zone not null
);

create table ratings.push (
  rating_id uuid not null,
  state text not null,
  attempts smallint not null,
  at timestamp with time zone not null
);

create table ratings.rating (
  rating_id uuid not null,
  service_id uuid not null,
  branch text not null,
  clerk_ids uuid[] not null,
  item text not null,
  person_id uuid,
  visit boolean not null,
  level smallint not null,
  reasons text[] not null,
  said bytea,
  channel text,
  origin text not null,
  state text not null,
  rated_at timestamp with time zone not null,
  shown_at timestamp with time zone,
  registered_by uuid
);

create table ratings.repair (
  repair_id uuid not null,
  rating_id uuid not null,
  branch text not null,
  person_id uuid,
  visit boolean not null,
  state text not null,
  round smallint not null,
  version integer not null,
  opened_at timestamp with time zone not null,
  due_on date not null,
  handler_id uuid,
  reply bytea,
  contact bytea,
  not_reached smallint not null,
  reminded_on date,
  appeal text,
  appealed_by uuid,
  called_back_at timestamp with time zone,
  closed_at timestamp with time zone
);

create table ratings.repair_step (
  repair_id uuid not null,
  seq integer not null,
  branch text not null,
  act text not null,
  by_id uuid not null,
  at timestamp with time zone not null,
  said bytea
);

create table ratings.service (
  service_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  number text not null,
  city text not null,
  branch text not null,
  item text not null,
  hall text,
  window_id text,
  clerk_ids uuid[] not null,
  person_id uuid,
  ended_at timestamp with time zone not null,
  rate_until date not null
);

create table ratings.sms_reply (
  provider text not null,
  message text not null,
  at timestamp with time zone not null
);

create table ratings.survey_count (
  survey text not null,
  question text not null,
  level smallint not null,
  answers integer not null
);

create table ratings.survey_taken (
  survey text not null,
  person_id uuid not null
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

alter table deliveries.delivery add constraint delivery_on_its_way CHECK (((state <> ALL (ARRAY['ordered'::text, 'under-way'::text])) OR (waybill IS NOT NULL)));

alter table deliveries.delivery add constraint delivery_purpose CHECK ((purpose = ANY (ARRAY['result'::text, 'originals'::text])));

alter table deliveries.delivery add constraint delivery_state CHECK ((state = ANY (ARRAY['planned'::text, 'ordered'::text, 'under-way'::text, 'delivered'::text, 'returned'::text, 'lost'::text, 'reissued'::text, 'compensated'::text])));

alter table deliveries.delivery add constraint delivery_way CHECK ((way = ANY (ARRAY['window'::text, 'locker'::text, 'express'::text])));

alter table deliveries.delivery add constraint delivery_pk PRIMARY KEY (delivery_id);

alter table deliveries.delivery add constraint delivery_of_one_thing UNIQUE (about, purpose);

alter table deliveries.step add constraint step_of_delivery FOREIGN KEY (delivery_id) REFERENCES deliveries.delivery(delivery_id);

alter table deliveries.step add constraint step_pk PRIMARY KEY (delivery_id, seq);

alter table deliveries.step add constraint step_news_once UNIQUE (delivery_id, news);

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

alter table forums.entry add constraint entry_never_of_tip_off CHECK ((NOT tip_off));

alter table forums.entry add constraint entry_of_forum FOREIGN KEY (forum_id) REFERENCES forums.forum(forum_id);

alter table forums.entry add constraint entry_of_order FOREIGN KEY (city, order_id, tip_off) REFERENCES hotline."order"(city, order_id, tip_off);

alter table forums.entry add constraint entry_pk PRIMARY KEY (forum_id, order_id);

alter table forums.forum add constraint forum_ends_after_it_starts CHECK ((ends_at > starts_at));

alter table forums.forum add constraint forum_kind CHECK ((kind = ANY (ARRAY['leader-answering'::text, 'collection'::text, 'contact-desk'::text])));

alter table forums.forum add constraint forum_pk PRIMARY KEY (forum_id);

alter table forums.note add constraint note_of_entry FOREIGN KEY (forum_id, order_id) REFERENCES forums.entry(forum_id, order_id) ON DELETE CASCADE;

alter table forums.note add constraint note_pk PRIMARY KEY (forum_id, order_id, note_id);

alter table forums.volunteer add constraint volunteer_ends_after_it_starts CHECK ((until_day >= from_day));

alter table forums.volunteer add constraint volunteer_pk PRIMARY KEY (volunteer_id);

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

alter table hotline.answer add constraint answer_never_of_tip_off CHECK ((NOT tip_off));

alter table hotline.answer add constraint answer_of_order FOREIGN KEY (city, order_id, tip_off) REFERENCES hotline."order"(city, order_id, tip_off);

alter table hotline.answer add constraint answer_pk PRIMARY KEY (answer_id);

alter table hotline.answer add constraint answer_once UNIQUE (city, order_id);

alter table hotline.answer_indexed add constraint answer_indexed_of_answer FOREIGN KEY (answer_id) REFERENCES hotline.answer(answer_id);

alter table hotline.answer_indexed add constraint answer_indexed_pk PRIMARY KEY (answer_id);

alter table hotline.attachment add constraint attachment_of_order FOREIGN KEY (city, order_id) REFERENCES hotline."order"(city, order_id);

alter table hotline.attachment add constraint attachment_pk PRIMARY KEY (city, order_id, place);

alter table hotline.call add constraint call_state CHECK ((state = ANY (ARRAY['ringing'::text, 'answered'::text, 'ended'::text])));

alter table hotline.call add constraint call_pk PRIMARY KEY (call_id);

alter table hotline.call add constraint call_reference_once UNIQUE (reference);

alter table hotline.correction add constraint correction_pk PRIMARY KEY (order_id);

alter table hotline.counter add constraint counter_pk PRIMARY KEY (city, day);

alter table hotline.duty add constraint duty_pk PRIMARY KEY (duty_id);

alter table hotline.indexed add constraint indexed_pk PRIMARY KEY (order_id);

alter table hotline."order" add constraint order_anonymous CHECK (((identity <> 'anonymous'::text) OR ((person_id IS NULL) AND (owner IS NULL) AND (phone IS NULL) AND (caller IS NULL))));

alter table hotline."order" add constraint order_channel CHECK ((channel = ANY (ARRAY['web'::text, 'wechat'::text, 'phone'::text, 'letter'::text, 'visit'::text, 'rating'::text, 'social'::text, 'transfer'::text, 'window'::text, 'open311'::text])));

alter table hotline."order" add constraint order_ended CHECK ((((stage = 'closed'::text) = (how IS NOT NULL)) AND ((stage = 'closed'::text) = (closed_at IS NOT NULL))));

alter table hotline."order" add constraint order_how CHECK ((how = ANY (ARRAY['answered'::text, 'solved'::text, 'unreached'::text, 'merged'::text, 'withdrawn'::text, 'emergency'::text, 'in-procedure'::text])));

alter table hotline."order" add constraint order_identity CHECK ((identity = ANY (ARRAY['named'::text, 'secret'::text, 'anonymous'::text])));

alter table hotline."order" add constraint order_kind CHECK ((kind = ANY (ARRAY['consult'::text, 'help'::text, 'complaint'::text, 'report'::text, 'suggestion'::text, 'praise'::text, 'stuck'::text, 'visit'::text])));

alter table hotline."order" add constraint order_owner_is_found CHECK (((owner IS NULL) = (owner_index IS NULL)));

alter table hotline."order" add constraint order_phone_is_found CHECK (((phone IS NULL) = (phone_index IS NULL)));

alter table hotline."order" add constraint order_stage CHECK ((stage = ANY (ARRAY['received'::text, 'sorting'::text, 'handling'::text, 'coordinating'::text, 'call-back'::text, 'closed'::text])));

alter table hotline."order" add constraint order_tip_off_is_sealed CHECK (((NOT tip_off) OR ((person_id IS NULL) AND (phone_index IS NULL))));

alter table hotline."order" add constraint order_pk PRIMARY KEY (city, order_id);

alter table hotline."order" add constraint order_key_once UNIQUE (key_hash);

alter table hotline."order" add constraint order_number_once UNIQUE (city, number);

alter table hotline."order" add constraint order_of_tip_off UNIQUE (city, order_id, tip_off);

alter table hotline.place add constraint place_pk PRIMARY KEY (extension);

alter table hotline.place add constraint place_of_one UNIQUE (person_id);

alter table hotline.procedure add constraint procedure_is_ended_by_somebody CHECK (((ended_at IS NULL) = (ended_by IS NULL)));

alter table hotline.procedure add constraint procedure_kind CHECK ((kind = ANY (ARRAY['petition'::text, 'review'::text, 'lawsuit'::text, 'arbitration'::text, 'discipline'::text])));

alter table hotline.procedure add constraint procedure_pk PRIMARY KEY (number);

alter table hotline.reindexing add constraint reindexing_only CHECK (only_one);

alter table hotline.reindexing add constraint reindexing_pk PRIMARY KEY (only_one);

alter table hotline.seat add constraint seat_never_of_tip_off CHECK ((NOT tip_off));

alter table hotline.seat add constraint seat_of_order FOREIGN KEY (city, order_id, tip_off) REFERENCES hotline."order"(city, order_id, tip_off);

alter table hotline.seat add constraint seat_pk PRIMARY KEY (city, order_id, branch);

alter table hotline.step add constraint step_of_order FOREIGN KEY (city, order_id) REFERENCES hotline."order"(city, order_id);

alter table hotline.step add constraint step_pk PRIMARY KEY (city, order_id, seq);

alter table hotline.stuck_cause add constraint stuck_cause_mends_defect CHECK (((mended_at IS NULL) OR (defect IS NOT NULL)));

alter table hotline.stuck_cause add constraint stuck_cause_never_of_tip_off CHECK ((NOT tip_off));

alter table hotline.stuck_cause add constraint stuck_cause_of_order FOREIGN KEY (city, order_id, tip_off) REFERENCES hotline."order"(city, order_id, tip_off);

alter table hotline.stuck_cause add constraint stuck_cause_pk PRIMARY KEY (city, order_id);

alter table hotlist.attachment add constraint attachment_of_step FOREIGN KEY (topic_id, step_id) REFERENCES hotlist.step(topic_id, step_id);

alter table hotlist.attachment add constraint attachment_pk PRIMARY KEY (topic_id, step_id, place);

alter table hotlist.board add constraint board_approved CHECK (((NOT shown) OR (approved_by IS NOT NULL)));

alter table hotlist.board add constraint board_two_persons CHECK (((approved_by IS NULL) OR (approved_by <> written_by)));

alter table hotlist.board add constraint board_of_topic FOREIGN KEY (topic_id) REFERENCES hotlist.topic(topic_id);

alter table hotlist.board add constraint board_pk PRIMARY KEY (topic_id);

alter table hotlist.candidate add constraint candidate_of_run FOREIGN KEY (scope, month) REFERENCES hotlist.run(scope, month);

alter table hotlist.candidate add constraint candidate_pk PRIMARY KEY (candidate_id);

alter table hotlist.candidate add constraint candidate_once UNIQUE (scope, month, key);

alter table hotlist.daily add constraint daily_of_topic FOREIGN KEY (topic_id) REFERENCES hotlist.topic(topic_id);

alter table hotlist.daily add constraint daily_pk PRIMARY KEY (topic_id, day);

alter table hotlist.run add constraint run_ended CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (ended_at IS NOT NULL)));

alter table hotlist.run add constraint run_month CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text));

alter table hotlist.run add constraint run_scope CHECK ((scope ~ '^\d{2}(\d{2})?$'::text));

alter table hotlist.run add constraint run_state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])));

alter table hotlist.run add constraint run_pk PRIMARY KEY (scope, month);

alter table hotlist.step add constraint step_by_somebody CHECK (((type = 'rebound'::text) = (by_id IS NULL)));

alter table hotlist.step add constraint step_has_evidence CHECK (((type = 'note'::text) OR (jsonb_array_length(figures) > 0)));

alter table hotlist.step add constraint step_type CHECK ((type = ANY (ARRAY['pick'::text, 'assign'::text, 'watch'::text, 'lead'::text, 'remove'::text, 'note'::text, 'rebound'::text])));

alter table hotlist.step add constraint step_of_topic FOREIGN KEY (topic_id) REFERENCES hotlist.topic(topic_id);

alter table hotlist.step add constraint step_pk PRIMARY KEY (topic_id, step_id);

alter table hotlist.topic add constraint topic_has_leader CHECK (((stage <> ALL (ARRAY['led'::text, 'removed'::text])) OR (leader IS NOT NULL)));

alter table hotlist.topic add constraint topic_has_owner CHECK (((stage = 'listed'::text) OR ((owner_branch IS NOT NULL) AND (due_on IS NOT NULL))));

alter table hotlist.topic add constraint topic_removed CHECK ((((stage = 'removed'::text) = (removed_on IS NOT NULL)) AND ((stage = 'removed'::text) = (quiet_week IS NOT NULL))));

alter table hotlist.topic add constraint topic_round CHECK ((round >= 1));

alter table hotlist.topic add constraint topic_stage CHECK ((stage = ANY (ARRAY['listed'::text, 'assigned'::text, 'watched'::text, 'led'::text, 'removed'::text])));

alter table hotlist.topic add constraint topic_of_candidate FOREIGN KEY (candidate_id) REFERENCES hotlist.candidate(candidate_id);

alter table hotlist.topic add constraint topic_pk PRIMARY KEY (topic_id);

alter table hotlist.topic add constraint topic_picked_once UNIQUE (candidate_id);

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

alter table identity.link_ask add constraint link_ask_of_two CHECK ((person_id <> relative_id));

alter table identity.link_ask add constraint link_ask_pk PRIMARY KEY (person_id, relative_id);

alter table identity.person add constraint person_kind CHECK ((kind = ANY (ARRAY['citizen'::text, 'staff'::text])));

alter table identity.person add constraint person_pkey PRIMARY KEY (person_id);

alter table identity.person add constraint person_citizen_number_once UNIQUE (citizen_number_index);

alter table identity.relation add constraint relation_kind CHECK ((kind = ANY (ARRAY['spouse'::text, 'child'::text, 'principal'::text, 'relative'::text])));

alter table identity.relation add constraint relation_of_two CHECK ((person_id <> relative_id));

alter table identity.relation add constraint relation_pk PRIMARY KEY (person_id, relative_id);

alter table identity.session add constraint session_assignment FOREIGN KEY (assignment_id) REFERENCES identity.assignment(assignment_id);

alter table identity.session add constraint session_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);

alter table identity.session add constraint session_pkey PRIMARY KEY (session_id);

alter table identity.session add constraint session_token_once UNIQUE (token_hash);

alter table insight.day_count add constraint day_count_axis CHECK ((axis = ANY (ARRAY['all'::text, 'kind'::text, 'channel'::text, 'matter'::text, 'fraud'::text])));

alter table insight.day_count add constraint day_count_pk PRIMARY KEY (axis, day, branch, city, value);

alter table insight.feed_cursor add constraint feed_cursor_way CHECK ((way = ANY (ARRAY['file'::text, 'push'::text])));

alter table insight.feed_cursor add constraint feed_cursor_pk PRIMARY KEY (way);

alter table insight.feed_item add constraint feed_item_pk PRIMARY KEY (seq);

alter table knowledge.citation add constraint citation_of_entry FOREIGN KEY (entry_id) REFERENCES knowledge.entry(entry_id);

alter table knowledge.citation add constraint citation_pk PRIMARY KEY (citation_id);

alter table knowledge.citation add constraint citation_once UNIQUE (entry_id, about);

alter table knowledge.entry add constraint entry_key_of_house CHECK (((origin = 'written'::text) OR (key IS NOT NULL)));

alter table knowledge.entry add constraint entry_kind CHECK ((kind = ANY (ARRAY['reply'::text, 'article'::text])));

alter table knowledge.entry add constraint entry_origin CHECK ((origin = ANY (ARRAY['written'::text, 'content'::text, 'edition'::text])));

alter table knowledge.entry add constraint entry_scope CHECK ((scope ~ '^\d{2}(\d{2})?$'::text));

alter table knowledge.entry add constraint entry_pk PRIMARY KEY (entry_id);

alter table knowledge.entry add constraint entry_key_once UNIQUE (key);

alter table knowledge.gap add constraint gap_words CHECK ((((length(words) >= 2) AND (length(words) <= 60)) AND (words !~ '\d{6}'::text)));

alter table knowledge.gap add constraint gap_pk PRIMARY KEY (scope, words);

alter table knowledge.indexed add constraint indexed_version FOREIGN KEY (entry_id, version) REFERENCES knowledge.version(entry_id, version) ON DELETE CASCADE;

alter table knowledge.indexed add constraint indexed_pk PRIMARY KEY (entry_id, version);

alter table knowledge.version add constraint version_approved CHECK (((state = ANY (ARRAY['draft'::text, 'review'::text, 'withdrawn'::text])) OR (approver_id IS NOT NULL) OR (author_ids = '{}'::uuid[])));

alter table knowledge.version add constraint version_ended CHECK (((state = ANY (ARRAY['replaced'::text, 'expired'::text, 'withdrawn'::text])) = (ended_at IS NOT NULL)));

alter table knowledge.version add constraint version_number CHECK ((version >= 1));

alter table knowledge.version add constraint version_state CHECK ((state = ANY (ARRAY['draft'::text, 'review'::text, 'in-force'::text, 'replaced'::text, 'expired'::text, 'withdrawn'::text])));

alter table knowledge.version add constraint version_two_persons CHECK (((approver_id IS NULL) OR (approver_id <> ALL (author_ids))));

alter table knowledge.version add constraint version_of_entry FOREIGN KEY (entry_id) REFERENCES knowledge.entry(entry_id);

alter table knowledge.version add constraint version_pk PRIMARY KEY (entry_id, version);

alter table licences.licence add constraint licence_state CHECK ((state = ANY (ARRAY['valid'::text, 'suspended'::text, 'revoked'::text, 'cancelled'::text, 'replaced'::text])));

alter table licences.licence add constraint licence_version CHECK (((version >= 1) AND (version <= 999)));

alter table licences.licence add constraint licence_pk PRIMARY KEY (person_id, licence_id);

alter table licences.licence add constraint licence_version_once UNIQUE (person_id, serial, version);

alter table licences.share add constraint share_of_two CHECK ((person_id <> relative_id));

alter table licences.share add constraint share_of_licence FOREIGN KEY (person_id, licence_id) REFERENCES licences.licence(person_id, licence_id);

alter table licences.share add constraint share_pk PRIMARY KEY (person_id, licence_id, relative_id);

alter table licences.show add constraint show_disclosure CHECK ((disclosure = ANY (ARRAY['face'::text, 'adult'::text, 'validity'::text])));

alter table licences.show add constraint show_is_short CHECK (((expires_at >= made_at) AND (expires_at <= (made_at + '00:02:00'::interval))));

alter table licences.show add constraint show_of_licence FOREIGN KEY (person_id, licence_id) REFERENCES licences.licence(person_id, licence_id);

alter table licences.show add constraint show_pk PRIMARY KEY (show_id);

alter table licences.shown add constraint shown_of_show FOREIGN KEY (show_id) REFERENCES licences.show(show_id) ON DELETE CASCADE;

alter table licences.shown add constraint shown_once PRIMARY KEY (show_id);

alter table licences.use add constraint use_has_cause CHECK (((char_length(cause) >= 1) AND (char_length(cause) <= 200)));

alter table licences.use add constraint use_has_user CHECK (((by_id IS NOT NULL) OR (by_name IS NOT NULL)));

alter table licences.use add constraint use_of_licence FOREIGN KEY (person_id, licence_id) REFERENCES licences.licence(person_id, licence_id);

alter table licences.use add constraint use_pk PRIMARY KEY (person_id, use_id);

alter table notices.choice add constraint choice_language CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));

alter table notices.choice add constraint choice_quiet_from CHECK ((quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'::text));

alter table notices.choice add constraint choice_quiet_is_whole CHECK (((quiet_from IS NULL) = (quiet_to IS NULL)));

alter table notices.choice add constraint choice_quiet_to CHECK ((quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'::text));

alter table notices.choice add constraint choice_pk PRIMARY KEY (person_id);

alter table notices.day_figure add constraint day_figure_pk PRIMARY KEY (day, channel);

alter table notices.delivery add constraint delivery_channel CHECK ((channel = ANY (ARRAY['app'::text, 'sms'::text, 'wechat'::text, 'mail'::text])));

alter table notices.delivery add constraint delivery_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'dropped'::text])));

alter table notices.delivery add constraint delivery_of_notice FOREIGN KEY (notice_id) REFERENCES notices.notice(notice_id) ON DELETE CASCADE;

alter table notices.delivery add constraint delivery_pk PRIMARY KEY (delivery_id);

alter table notices.delivery add constraint delivery_channel_once UNIQUE (notice_id, channel);

alter table notices.mail_claim add constraint mail_claim_pk PRIMARY KEY (person_id);

alter table notices.notice add constraint notice_pk PRIMARY KEY (notice_id);

alter table notices.notice add constraint notice_key_once UNIQUE (key);

alter table notices.provider add constraint provider_weight CHECK (((weight >= 0) AND (weight <= 100)));

alter table notices.provider add constraint provider_pk PRIMARY KEY (provider);

alter table notices.reach add constraint reach_pk PRIMARY KEY (person_id);

alter table notices.warning add constraint warning_english_is_whole CHECK (((title_en IS NULL) = (text_en IS NULL)));

alter table notices.warning add constraint warning_settled_is_whole CHECK ((((state = 'asked'::text) = (settled_by IS NULL)) AND ((settled_by IS NULL) = (settled_at IS NULL))));

alter table notices.warning add constraint warning_state CHECK ((state = ANY (ARRAY['asked'::text, 'declined'::text, 'going'::text, 'told'::text, 'stale'::text])));

alter table notices.warning add constraint warning_takes_two CHECK ((settled_by <> asked_by));

alter table notices.warning add constraint warning_told_is_settled CHECK (((told = 0) OR (settled_by IS NOT NULL)));

alter table notices.warning add constraint warning_pk PRIMARY KEY (warning_id);

alter table open311.heard add constraint heard_of_request FOREIGN KEY (request_id) REFERENCES open311.request(request_id) ON DELETE CASCADE;

alter table open311.heard add constraint heard_pk PRIMARY KEY (request_id, their_id);

alter table open311.news add constraint news_status CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])));

alter table open311.news add constraint news_type CHECK ((type = ANY (ARRAY['registered'::text, 'moved'::text, 'replied'::text, 'reopened'::text, 'closed'::text])));

alter table open311.news add constraint news_of_request FOREIGN KEY (request_id) REFERENCES open311.request(request_id) ON DELETE CASCADE;

alter table open311.news add constraint news_pk PRIMARY KEY (news_id);

alter table open311.request add constraint request_status CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])));

alter table open311.request add constraint request_pk PRIMARY KEY (request_id);

alter table open311.request add constraint request_number_once UNIQUE (number);

alter table partners.nonce add constraint nonce_length CHECK (((char_length(nonce) >= 16) AND (char_length(nonce) <= 64)));

alter table partners.nonce add constraint nonce_once PRIMARY KEY (partner_id, nonce);

alter table partners.partner add constraint partner_name CHECK (((char_length(name) >= 2) AND (char_length(name) <= 60)));

alter table partners.partner add constraint partner_purposes CHECK (((cardinality(purposes) >= 1) AND (cardinality(purposes) <= 10)));

alter table partners.partner add constraint partner_types CHECK (((cardinality(types) >= 1) AND (cardinality(types) <= 100)));

alter table partners.partner add constraint partner_pk PRIMARY KEY (partner_id);

alter table partners.pending add constraint pending_pk PRIMARY KEY (city, case_id);

alter table partners.told add constraint told_pk PRIMARY KEY (city, case_id);

alter table payments.charge add constraint charge_fen CHECK ((fen > 0));

alter table payments.charge add constraint charge_state CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'closed'::text])));

alter table payments.charge add constraint charge_order FOREIGN KEY (order_id) REFERENCES payments.payment_order(order_id);

alter table payments.charge add constraint charge_pk PRIMARY KEY (charge_id);

alter table payments.charge add constraint charge_trade_number_once UNIQUE (trade_number);

alter table payments.difference add constraint difference_explained_is_whole CHECK ((((explained_at IS NULL) = (explained_by IS NULL)) AND ((explained_at IS NULL) = (explained_how IS NULL))));

alter table payments.difference add constraint difference_kind CHECK ((kind = ANY (ARRAY['only-there'::text, 'only-here'::text, 'amount'::text, 'refund'::text])));

alter table payments.difference add constraint difference_pk PRIMARY KEY (difference_id);

alter table payments.difference add constraint difference_once UNIQUE (way, day, kind, trade_number);

alter table payments.event add constraint event_type CHECK ((type = ANY (ARRAY['opened'::text, 'begun'::text, 'quarantined'::text, 'released'::text, 'paid'::text, 'refund-asked'::text, 'refund-declined'::text, 'refunded'::text, 'closed'::text])));

alter table payments.event add constraint event_order FOREIGN KEY (order_id) REFERENCES payments.payment_order(order_id);

alter table payments.event add constraint event_pk PRIMARY KEY (order_id, seq);

alter table payments.payment add constraint payment_heard_by CHECK ((heard_by = ANY (ARRAY['callback'::text, 'query'::text, 'window'::text])));

alter table payments.payment add constraint payment_settled_is_whole CHECK ((((settled_at IS NULL) = (settled_by IS NULL)) AND ((settled_at IS NULL) = (settled_how IS NULL))));

alter table payments.payment add constraint payment_order FOREIGN KEY (order_id) REFERENCES payments.payment_order(order_id);

alter table payments.payment add constraint payment_pk PRIMARY KEY (payment_id);

alter table payments.payment add constraint payment_heard_once UNIQUE (way, transaction_number, why);

alter table payments.payment_order add constraint payment_order_fen CHECK ((fen > 0));

alter table payments.payment_order add constraint payment_order_kind CHECK ((kind = ANY (ARRAY['fee'::text, 'fine'::text])));

alter table payments.payment_order add constraint payment_order_paid_fen CHECK ((paid_fen > 0));

alter table payments.payment_order add constraint payment_order_paid_is_whole CHECK ((((paid_fen IS NULL) = (paid_at IS NULL)) AND ((paid_fen IS NULL) = (way IS NULL))));

alter table payments.payment_order add constraint payment_order_paid_when_said CHECK (((state <> ALL (ARRAY['paid'::text, 'refunded'::text])) OR (paid_fen IS NOT NULL)));

alter table payments.payment_order add constraint payment_order_state CHECK ((state = ANY (ARRAY['opened'::text, 'quarantined'::text, 'paid'::text, 'refunded'::text, 'closed'::text])));

alter table payments.payment_order add constraint payment_order_pk PRIMARY KEY (order_id);

alter table payments.payment_order add constraint payment_order_number_once UNIQUE (number);

alter table payments.pretended add constraint pretended_state CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'closed'::text])));

alter table payments.pretended add constraint pretended_pk PRIMARY KEY (trade_number);

alter table payments.refund add constraint refund_done_is_whole CHECK (((state = 'done'::text) = (done_at IS NOT NULL)));

alter table payments.refund add constraint refund_fen CHECK ((fen > 0));

alter table payments.refund add constraint refund_settled_is_whole CHECK ((((state = 'asked'::text) = (settled_by IS NULL)) AND ((settled_by IS NULL) = (settled_at IS NULL))));

alter table payments.refund add constraint refund_state CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'done'::text, 'declined'::text])));

alter table payments.refund add constraint refund_takes_two CHECK ((settled_by <> asked_by));

alter table payments.refund add constraint refund_order FOREIGN KEY (order_id) REFERENCES payments.payment_order(order_id);

alter table payments.refund add constraint refund_pk PRIMARY KEY (refund_id);

alter table payments.refund add constraint refund_number_once UNIQUE (refund_number);

alter table payments.statement add constraint statement_pk PRIMARY KEY (way, day);

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

alter table ratings.invitation add constraint invitation_phone_found CHECK (((phone IS NULL) = (phone_index IS NULL)));

alter table ratings.invitation add constraint invitation_of_service FOREIGN KEY (service_id) REFERENCES ratings.service(service_id);

alter table ratings.invitation add constraint invitation_pk PRIMARY KEY (service_id);

alter table ratings.praise add constraint praise_count CHECK (((count >= 1) AND (count <= 1000)));

alter table ratings.praise add constraint praise_kind CHECK ((kind = ANY (ARRAY['banner'::text, 'letter'::text, 'hotline'::text])));

alter table ratings.praise add constraint praise_pk PRIMARY KEY (praise_id);

alter table ratings.push add constraint push_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])));

alter table ratings.push add constraint push_pk PRIMARY KEY (rating_id);

alter table ratings.rating add constraint rating_channel CHECK ((channel = ANY (ARRAY['web'::text, 'mobile'::text, 'qr'::text, 'hall-tablet'::text, 'hall-terminal'::text, 'phone'::text, 'sms'::text])));

alter table ratings.rating add constraint rating_channel_of_person CHECK (((origin = 'person'::text) = (channel IS NOT NULL)));

alter table ratings.rating add constraint rating_level CHECK (((level >= 1) AND (level <= 5)));

alter table ratings.rating add constraint rating_origin CHECK ((origin = ANY (ARRAY['person'::text, 'default'::text])));

alter table ratings.rating add constraint rating_registered_by_phone CHECK (((NOT (channel IS DISTINCT FROM 'phone'::text)) = (registered_by IS NOT NULL)));

alter table ratings.rating add constraint rating_state CHECK ((state = ANY (ARRAY['standing'::text, 'struck'::text])));

alter table ratings.rating add constraint rating_of_service FOREIGN KEY (service_id) REFERENCES ratings.service(service_id);

alter table ratings.rating add constraint rating_pk PRIMARY KEY (rating_id);

alter table ratings.rating add constraint rating_once_per_service UNIQUE (service_id);

alter table ratings.repair add constraint repair_appeal CHECK ((appeal = ANY (ARRAY['open'::text, 'upheld'::text, 'struck'::text])));

alter table ratings.repair add constraint repair_appealed_by CHECK (((appeal IS NULL) = (appealed_by IS NULL)));

alter table ratings.repair add constraint repair_closed_at CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL)));

alter table ratings.repair add constraint repair_round CHECK ((round >= 1));

alter table ratings.repair add constraint repair_state CHECK ((state = ANY (ARRAY['opened'::text, 'taken'::text, 'answered'::text, 'called-back'::text, 'closed'::text])));

alter table ratings.repair add constraint repair_taken_by_somebody CHECK (((state = ANY (ARRAY['opened'::text, 'closed'::text])) OR (handler_id IS NOT NULL)));

alter table ratings.repair add constraint repair_of_rating FOREIGN KEY (rating_id) REFERENCES ratings.rating(rating_id);

alter table ratings.repair add constraint repair_pk PRIMARY KEY (repair_id);

alter table ratings.repair add constraint repair_once UNIQUE (rating_id);

alter table ratings.repair_step add constraint step_act CHECK ((act = ANY (ARRAY['take'::text, 'answer'::text, 'not-reached'::text, 'satisfied'::text, 'dissatisfied'::text, 'close'::text, 'appeal'::text, 'upheld'::text, 'struck'::text])));

alter table ratings.repair_step add constraint step_of_repair FOREIGN KEY (repair_id) REFERENCES ratings.repair(repair_id);

alter table ratings.repair_step add constraint repair_step_pk PRIMARY KEY (repair_id, seq);

alter table ratings.service add constraint service_kind CHECK ((kind = ANY (ARRAY['case'::text, 'visit'::text])));

alter table ratings.service add constraint service_pk PRIMARY KEY (service_id);

alter table ratings.service add constraint service_once UNIQUE (kind, subject_id);

alter table ratings.sms_reply add constraint sms_reply_pk PRIMARY KEY (provider, message);

alter table ratings.survey_count add constraint survey_level CHECK (((level >= 1) AND (level <= 5)));

alter table ratings.survey_count add constraint survey_count_pk PRIMARY KEY (survey, question, level);

alter table ratings.survey_taken add constraint survey_once_per_person PRIMARY KEY (survey, person_id);

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

CREATE INDEX case_by_submission ON cases."case" USING btree (submitted_at) INCLUDE (channel);

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

CREATE INDEX delivery_by_waybill ON deliveries.delivery USING btree (waybill) WHERE (waybill IS NOT NULL);

CREATE INDEX delivery_to_look_at ON deliveries.delivery USING btree (looked_at) WHERE (state = ANY (ARRAY['ordered'::text, 'under-way'::text]));

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

CREATE INDEX entry_of_one_order ON forums.entry USING btree (order_id);

CREATE INDEX forum_here ON forums.forum USING btree (branch, starts_at DESC, forum_id);

CREATE INDEX forum_latest ON forums.forum USING btree (starts_at DESC, forum_id);

CREATE INDEX forum_not_closed ON forums.forum USING btree (ends_at) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX forum_one_contact_desk ON forums.forum USING btree (branch) WHERE (kind = 'contact-desk'::text);

CREATE INDEX volunteer_here ON forums.volunteer USING btree (branch, volunteer_id DESC);

CREATE INDEX volunteer_person ON forums.volunteer USING btree (person_id, branch);

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

CREATE INDEX answer_latest ON hotline.answer USING btree (on_day DESC, answer_id) WHERE shown;

CREATE INDEX answer_shown ON hotline.answer USING btree (city, on_day DESC, answer_id) WHERE shown;

CREATE INDEX answer_indexed_words ON hotline.answer_indexed USING gin (words);

CREATE INDEX attachment_of_file ON hotline.attachment USING btree (file_index);

CREATE INDEX call_at_place ON hotline.call USING btree (person_id, at DESC);

CREATE INDEX call_of_order ON hotline.call USING btree (order_number) WHERE (order_number IS NOT NULL);

CREATE INDEX correction_at ON hotline.correction USING btree (at);

CREATE INDEX duty_of_day ON hotline.duty USING btree (day, branch, from_hour);

CREATE INDEX indexed_blocks ON hotline.indexed USING gin (blocks);

CREATE INDEX indexed_received ON hotline.indexed USING btree (received_on);

CREATE INDEX indexed_words ON hotline.indexed USING gin (words);

CREATE INDEX order_closed ON hotline."order" USING btree (branch, closed_at DESC, order_id) WHERE (stage = 'closed'::text);

CREATE INDEX order_in_hand ON hotline."order" USING btree (handler_id, due_on, order_id) WHERE (stage = ANY (ARRAY['handling'::text, 'coordinating'::text, 'call-back'::text]));

CREATE INDEX order_of_owner ON hotline."order" USING btree (owner_index, received_at DESC, order_id) WHERE (owner_index IS NOT NULL);

CREATE INDEX order_of_person ON hotline."order" USING btree (person_id, received_at DESC, order_id) WHERE (person_id IS NOT NULL);

CREATE INDEX order_of_phone ON hotline."order" USING btree (phone_index, received_at DESC) WHERE (phone_index IS NOT NULL);

CREATE INDEX order_open ON hotline."order" USING btree (branch, due_on, order_id) WHERE (stage = ANY (ARRAY['received'::text, 'sorting'::text, 'handling'::text, 'coordinating'::text]));

CREATE INDEX order_received ON hotline."order" USING btree (branch, received_at);

CREATE INDEX order_silent ON hotline."order" USING btree (silent_on) WHERE (stage = 'call-back'::text);

CREATE INDEX order_stuck_closed ON hotline."order" USING btree (closed_at DESC, order_id) WHERE ((kind = 'stuck'::text) AND (stage = 'closed'::text));

CREATE INDEX order_stuck_open ON hotline."order" USING btree (due_on, order_id) WHERE ((kind = 'stuck'::text) AND (stage <> 'closed'::text));

CREATE INDEX order_to_call_back ON hotline."order" USING btree (desk, call_back_on, order_id) WHERE (stage = 'call-back'::text);

CREATE INDEX order_to_name ON hotline."order" USING btree (reminded_on) WHERE ((stage = ANY (ARRAY['received'::text, 'sorting'::text, 'handling'::text, 'coordinating'::text])) AND (named_on IS NULL) AND (reminded_on IS NOT NULL));

CREATE INDEX order_to_remind ON hotline."order" USING btree (due_on) WHERE ((stage = ANY (ARRAY['received'::text, 'sorting'::text, 'handling'::text, 'coordinating'::text])) AND (reminded_on IS NULL));

CREATE INDEX order_visits ON hotline."order" USING btree (branch, COALESCE(visit_on, '0001-01-01'::date), order_id) WHERE ((kind = 'visit'::text) AND (NOT tip_off) AND (stage = ANY (ARRAY['received'::text, 'sorting'::text, 'handling'::text, 'coordinating'::text])));

CREATE INDEX procedure_of_number ON hotline.procedure USING btree (citizen_number_index) WHERE (citizen_number_index IS NOT NULL);

CREATE INDEX procedure_of_phone ON hotline.procedure USING btree (phone_index) WHERE (phone_index IS NOT NULL);

CREATE INDEX procedure_running ON hotline.procedure USING btree (branch, until_day, number) WHERE (ended_at IS NULL);

CREATE INDEX seat_at_branch ON hotline.seat USING btree (branch, helps, city, order_id);

CREATE INDEX stuck_cause_defects ON hotline.stuck_cause USING btree (mended_at DESC, at DESC, order_id) WHERE (defect IS NOT NULL);

CREATE INDEX attachment_of_file ON hotlist.attachment USING btree (file_id);

CREATE INDEX board_shown ON hotlist.board USING btree (scope) WHERE shown;

CREATE INDEX topic_here ON hotlist.topic USING btree (branch, listed_on);

CREATE UNIQUE INDEX topic_on_list_once ON hotlist.topic USING btree (scope, key) WHERE (stage <> 'removed'::text);

CREATE INDEX topic_owned ON hotlist.topic USING btree (owner_branch, listed_on) WHERE (owner_branch IS NOT NULL);

CREATE INDEX assignment_by_person ON identity.assignment USING btree (person_id, "position");

CREATE INDEX assignment_in_branch ON identity.assignment USING btree (branch text_pattern_ops, role);

CREATE INDEX code_by_phone ON identity.code USING btree (phone_index, sent_at DESC);

CREATE INDEX link_ask_of_relative ON identity.link_ask USING btree (relative_id);

CREATE INDEX person_by_making ON identity.person USING btree (created_at) WHERE ((kind = 'citizen'::text) AND (phone IS NOT NULL));

CREATE INDEX relation_of_relative ON identity.relation USING btree (relative_id);

CREATE INDEX session_by_person ON identity.session USING btree (person_id);

CREATE INDEX session_of_assignment ON identity.session USING btree (assignment_id) WHERE (ended_at IS NULL);

CREATE INDEX session_running_out ON identity.session USING btree (expires_at) WHERE (ended_at IS NULL);

CREATE INDEX entry_of_item ON knowledge.entry USING btree (item, scope) WHERE (item IS NOT NULL);

CREATE INDEX gap_open ON knowledge.gap USING btree (asked DESC, words) WHERE (settled_at IS NULL);

CREATE INDEX indexed_words ON knowledge.indexed USING gin (words);

CREATE INDEX version_changed ON knowledge.version USING btree (changed_at DESC, entry_id);

CREATE INDEX version_expiring ON knowledge.version USING btree (valid_until) WHERE ((state = 'in-force'::text) AND (valid_until IS NOT NULL));

CREATE UNIQUE INDEX version_in_force_once ON knowledge.version USING btree (entry_id) WHERE (state = 'in-force'::text);

CREATE UNIQUE INDEX version_open_once ON knowledge.version USING btree (entry_id) WHERE (state = ANY (ARRAY['draft'::text, 'review'::text]));

CREATE INDEX licence_by_type ON licences.licence USING btree (person_id, type, issued_on DESC);

CREATE INDEX licence_expiring ON licences.licence USING btree (valid_until, licence_id) WHERE ((state = 'valid'::text) AND (valid_until IS NOT NULL));

CREATE INDEX share_with ON licences.share USING btree (relative_id);

CREATE INDEX show_old ON licences.show USING btree (expires_at);

CREATE INDEX use_of_one ON licences.use USING btree (person_id, licence_id, at DESC);

CREATE INDEX delivery_by_day ON notices.delivery USING btree (channel, first_due_at);

CREATE INDEX delivery_sending ON notices.delivery USING btree (claimed_at) WHERE (state = 'sending'::text);

CREATE INDEX delivery_waiting ON notices.delivery USING btree (channel, urgent DESC, due_at) WHERE (state = 'waiting'::text);

CREATE INDEX notice_of_case ON notices.notice USING btree (person_id, case_number) WHERE (case_number IS NOT NULL);

CREATE INDEX notice_of_person ON notices.notice USING btree (person_id, at DESC, notice_id DESC) WHERE (person_id IS NOT NULL);

CREATE INDEX notice_unread ON notices.notice USING btree (person_id) WHERE ((read_at IS NULL) AND (person_id IS NOT NULL));

CREATE INDEX warning_by_asking ON notices.warning USING btree (asked_at DESC, warning_id DESC);

CREATE INDEX warning_going ON notices.warning USING btree (settled_at) WHERE (state = 'going'::text);

CREATE INDEX news_in_order ON open311.news USING btree (request_id, at, news_id);

CREATE INDEX request_of_partner ON open311.request USING btree (partner, requested_at DESC, request_id);

CREATE INDEX request_waiting ON open311.request USING btree (requested_at) WHERE (number IS NULL);

CREATE INDEX nonce_old ON partners.nonce USING btree (at);

CREATE INDEX pending_order ON partners.pending USING btree (changed_at, case_id);

CREATE INDEX charge_of_order ON payments.charge USING btree (order_id, began_at);

CREATE INDEX charge_open ON payments.charge USING btree (began_at) WHERE (state = 'open'::text);

CREATE INDEX difference_open ON payments.difference USING btree (day) WHERE (explained_at IS NULL);

CREATE UNIQUE INDEX event_paid_once ON payments.event USING btree (order_id) WHERE (type = 'paid'::text);

CREATE UNIQUE INDEX event_refunded_once ON payments.event USING btree (order_id) WHERE (type = 'refunded'::text);

CREATE INDEX payment_by_day ON payments.payment USING btree (way, paid_at);

CREATE UNIQUE INDEX payment_counts_once ON payments.payment USING btree (order_id) WHERE (why = ''::text);

CREATE INDEX payment_held ON payments.payment USING btree (heard_at) WHERE ((why <> ''::text) AND (settled_at IS NULL));

CREATE INDEX payment_of_order ON payments.payment USING btree (order_id);

CREATE UNIQUE INDEX payment_order_bill_once ON payments.payment_order USING btree (bill_number) WHERE ((bill_number IS NOT NULL) AND (state <> 'closed'::text));

CREATE INDEX payment_order_in_branch ON payments.payment_order USING btree (branch, state, opened_at);

CREATE INDEX payment_order_of_person ON payments.payment_order USING btree (person_id, opened_at);

CREATE UNIQUE INDEX payment_order_once ON payments.payment_order USING btree (about) WHERE (state <> 'closed'::text);

CREATE INDEX payment_order_paid ON payments.payment_order USING btree (paid_at) WHERE (paid_at IS NOT NULL);

CREATE UNIQUE INDEX refund_once ON payments.refund USING btree (order_id) WHERE (state <> 'declined'::text);

CREATE INDEX refund_open ON payments.refund USING btree (asked_at) WHERE (state = ANY (ARRAY['asked'::text, 'confirmed'::text]));

CREATE INDEX audit_actor ON ONLY platform.audit USING btree (actor, at);

CREATE INDEX audit_object ON ONLY platform.audit USING btree (object, at);

CREATE INDEX audit_order ON ONLY platform.audit USING btree (xid, id);

CREATE INDEX event_age ON platform.event USING btree (at);

CREATE INDEX event_order ON platform.event USING btree (xid, seq);

CREATE INDEX idempotency_age ON platform.idempotency USING btree (at);

CREATE INDEX redelivery_due ON platform.redelivery USING btree (due_at);

CREATE UNIQUE INDEX vault_key_one_active ON platform.vault_key USING btree (purpose) WHERE (state = 'active'::text);

CREATE INDEX invitation_by_phone ON ratings.invitation USING btree (phone_index, invited_at DESC) WHERE (phone_index IS NOT NULL);

CREATE INDEX praise_in_branch ON ratings.praise USING btree (branch, received_on);

CREATE INDEX push_state ON ratings.push USING btree (state);

CREATE INDEX rating_in_branch ON ratings.rating USING btree (branch, rated_at);

CREATE INDEX rating_of_clerk ON ratings.rating USING gin (clerk_ids);

CREATE INDEX repair_closed ON ratings.repair USING btree (branch, closed_at DESC, repair_id) WHERE (state = 'closed'::text);

CREATE INDEX repair_open ON ratings.repair USING btree (branch, due_on, repair_id) WHERE (state <> 'closed'::text);

CREATE INDEX service_by_number ON ratings.service USING btree (number, kind);

CREATE INDEX service_ended ON ratings.service USING btree (ended_at);

CREATE INDEX service_of_person ON ratings.service USING btree (person_id) WHERE (person_id IS NOT NULL);

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
    select from identity.relation
    where person_id = nullif(current_setting('app.person', true), '')::uuid and relative_id = person
      and kind <> 'relative'
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

CREATE OR REPLACE FUNCTION deliveries.is_reached(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from deliveries.delivery where delivery_id = one);
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

CREATE OR REPLACE FUNCTION files.let_go(given uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET "app.role" TO 'worker'
AS $function$
begin
  update files.file
  set owner_id = gen_random_uuid()
  where file_id = any (given)
    and (current_setting('app.person', true) = '' or owner_id = nullif(current_setting('app.person', true), '')::uuid);
end
$function$
;

CREATE OR REPLACE FUNCTION forums.is_entered(one uuid, held uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from forums.entry where forum_id = one and order_id = held);
end
$function$
;

CREATE OR REPLACE FUNCTION forums.is_reached(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from forums.forum where forum_id = one);
end
$function$
;

CREATE OR REPLACE FUNCTION forums.leave_forums()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from forums.entry where order_id = new.order_id;
  return new;
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

CREATE OR REPLACE FUNCTION hotline.is_reached(in_city text, one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from hotline."order" where city = in_city and order_id = one);
end
$function$
;

CREATE OR REPLACE FUNCTION hotline.is_seated(in_city text, one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from hotline.seat where city = in_city and order_id = one);
end
$function$
;

CREATE OR REPLACE FUNCTION hotline.leave_index()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from hotline.indexed where order_id = new.order_id;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION hotlist.is_reached(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from hotlist.topic where topic_id = one);
end
$function$
;

CREATE OR REPLACE FUNCTION knowledge.keep_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.author_ids <> '{}'
      and exists (select from knowledge.entry where entry.entry_id = new.entry_id and entry.origin = 'edition') then
      raise exception 'an entry made from an item edition is never written by hand' using errcode = '23514';
    end if;
  elsif old.state <> 'draft'
    and (old.title, old.used_when, old.text, old.title_en, old.text_en, old.also, old.basis, old.public, old.author_ids)
      is distinct from
      (new.title, new.used_when, new.text, new.title_en, new.text_en, new.also, new.basis, new.public, new.author_ids) then
    raise exception 'the words of a version that was sent to review never change' using errcode = '23514';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION payments.is_reached(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1
AS $function$
begin
  return exists (select from payments.payment_order where order_id = one);
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

CREATE TRIGGER order_leaves_forums BEFORE UPDATE OF tip_off ON hotline."order" FOR EACH ROW WHEN ((new.tip_off AND (NOT old.tip_off))) EXECUTE FUNCTION forums.leave_forums();

CREATE TRIGGER order_leaves_index AFTER UPDATE OF tip_off ON hotline."order" FOR EACH ROW WHEN ((new.tip_off AND (NOT old.tip_off))) EXECUTE FUNCTION hotline.leave_index();

CREATE TRIGGER version_keeps_words BEFORE INSERT OR UPDATE ON knowledge.version FOR EACH ROW EXECUTE FUNCTION knowledge.keep_words();

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

create policy applicant_chooses on cases.pickup for update using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

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

create policy applicant on deliveries.delivery for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy machine on deliveries.delivery for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on deliveries.delivery for all using ((((branch COLLATE "C") = NULLIF(current_setting('app.branch'::text, true), ''::text)) OR (((branch COLLATE "C") >= current_setting('app.below'::text, true)) AND ((branch COLLATE "C") < current_setting('app.beyond'::text, true))))) with check (true);

create policy delivery on deliveries.step for all using (deliveries.is_reached(delivery_id)) with check (true);

create policy machine on deliveries.step for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

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

create policy machine on forums.entry for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on forums.entry for select using ((forums.is_reached(forum_id) AND hotline.is_reached(city, order_id))) with check (true);

create policy taker_puts on forums.entry for insert using (true) with check (((current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text])) AND forums.is_reached(forum_id) AND hotline.is_reached(city, order_id) AND (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy taker_takes_out on forums.entry for delete using (((current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text])) AND forums.is_reached(forum_id) AND hotline.is_reached(city, order_id))) with check (true);

create policy collecting on forums.forum for select using (((kind = 'collection'::text) AND (closed_at IS NULL))) with check (true);

create policy leader_changes on forums.forum for update using (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'hall-manager'::text, 'spokesperson'::text])) AND (branch = NULLIF(current_setting('app.post'::text, true), ''::text)))) with check (true);

create policy leader_opens on forums.forum for insert using (true) with check (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'hall-manager'::text, 'spokesperson'::text])) AND (branch = NULLIF(current_setting('app.post'::text, true), ''::text)) AND (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy machine on forums.forum for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on forums.forum for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text, 'clerk'::text, 'approver'::text, 'hall-manager'::text, 'supervisor'::text])) AND (NULLIF(current_setting('app.post'::text, true), ''::text) IS NOT NULL) AND ((branch = current_setting('app.post'::text, true)) OR starts_with(branch, (current_setting('app.post'::text, true) || '/'::text)) OR starts_with(current_setting('app.post'::text, true), (branch || '/'::text))))) with check (true);

create policy machine on forums.note for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on forums.note for select using (forums.is_entered(forum_id, order_id)) with check (true);

create policy reporter_tells on forums.note for insert using (true) with check (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'approver'::text, 'supervisor'::text])) AND forums.is_entered(forum_id, order_id) AND (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy leader on forums.volunteer for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'hall-manager'::text, 'spokesperson'::text])) AND (branch = NULLIF(current_setting('app.post'::text, true), ''::text)))) with check (true);

create policy machine on forums.volunteer for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on forums.volunteer for select using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy supervisor_appoints on forums.volunteer for insert using (true) with check (((current_setting('app.role'::text, true) = 'supervisor'::text) AND (branch = NULLIF(current_setting('app.post'::text, true), ''::text)) AND (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy supervisor_dismisses on forums.volunteer for update using (((current_setting('app.role'::text, true) = 'supervisor'::text) AND (branch = NULLIF(current_setting('app.post'::text, true), ''::text)))) with check (true);

create policy machine on hall.day for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hall.day for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on hall.ticket for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hall.ticket for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on hall.ticket_event for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hall.ticket_event for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on hall."window" for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['window'::text, 'worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hall."window" for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy along_order on hotline.attachment for select using (hotline.is_reached(city, order_id)) with check (true);

create policy machine on hotline.attachment for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy told on hotline.attachment for insert using (true) with check ((current_setting('app.role'::text, true) <> ''::text));

create policy machine on hotline.call for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on hotline.call for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy machine on hotline.duty for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hotline.duty for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text, 'clerk'::text, 'approver'::text, 'hall-manager'::text, 'supervisor'::text])) AND (NULLIF(current_setting('app.post'::text, true), ''::text) IS NOT NULL) AND ((branch = current_setting('app.post'::text, true)) OR starts_with(branch, (current_setting('app.post'::text, true) || '/'::text)) OR starts_with(current_setting('app.post'::text, true), (branch || '/'::text))))) with check (true);

create policy machine on hotline."order" for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on hotline."order" for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['citizen'::text, 'agent'::text, 'enterprise'::text])) AND (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))) with check (true);

create policy registered on hotline."order" for insert using (true) with check ((current_setting('app.role'::text, true) <> ''::text));

create policy staff on hotline."order" for select using (((NOT tip_off) AND (current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text, 'clerk'::text, 'approver'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)) AND (current_setting('app.post'::text, true) <> ''::text)) OR hotline.is_seated(city, order_id)))) with check (true);

create policy tip_offs on hotline."order" for select using ((tip_off AND (current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'approver'::text])) AND ((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)))) with check (true);

create policy machine on hotline.place for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on hotline.place for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy machine on hotline.procedure for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy made_known on hotline.procedure for insert using (true) with check ((current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text])));

create policy selected_at_unit on hotline.procedure for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text])) AND (NULLIF(current_setting('app.post'::text, true), ''::text) IS NOT NULL) AND ((branch = current_setting('app.post'::text, true)) OR starts_with(branch, (current_setting('app.post'::text, true) || '/'::text))))) with check (true);

create policy updateed_at_unit on hotline.procedure for update using (((current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text])) AND (NULLIF(current_setting('app.post'::text, true), ''::text) IS NOT NULL) AND ((branch = current_setting('app.post'::text, true)) OR starts_with(branch, (current_setting('app.post'::text, true) || '/'::text))))) with check (true);

create policy machine on hotline.seat for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on hotline.seat for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text, 'clerk'::text, 'approver'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)) AND (current_setting('app.post'::text, true) <> ''::text))))) with check (true);

create policy along_order on hotline.step for select using (hotline.is_reached(city, order_id)) with check (true);

create policy machine on hotline.step for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy told on hotline.step for insert using (true) with check ((current_setting('app.role'::text, true) <> ''::text));

create policy along_order on hotline.stuck_cause for select using (hotline.is_reached(city, order_id)) with check (true);

create policy editors on hotline.stuck_cause for select using (((defect IS NOT NULL) AND (current_setting('app.role'::text, true) = 'admin'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)) AND (current_setting('app.post'::text, true) <> ''::text))))) with check (true);

create policy machine on hotline.stuck_cause for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on hotlist.attachment for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on hotlist.attachment for select using (hotlist.is_reached(topic_id)) with check (true);

create policy told on hotlist.attachment for insert using (true) with check (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'approver'::text])) AND hotlist.is_reached(topic_id)));

create policy changes on hotlist.board for update using (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'spokesperson'::text])) AND hotlist.is_reached(topic_id))) with check (true);

create policy machine on hotlist.board for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on hotlist.board for select using (hotlist.is_reached(topic_id)) with check (true);

create policy shown on hotlist.board for select using (shown) with check (true);

create policy writes on hotlist.board for insert using (true) with check (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'spokesperson'::text])) AND hotlist.is_reached(topic_id) AND (NOT shown)));

create policy leader on hotlist.candidate for select using (((current_setting('app.role'::text, true) = 'supervisor'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on hotlist.candidate for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on hotlist.daily for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy picked on hotlist.daily for insert using (true) with check (((current_setting('app.role'::text, true) = 'supervisor'::text) AND hotlist.is_reached(topic_id)));

create policy reached on hotlist.daily for select using (hotlist.is_reached(topic_id)) with check (true);

create policy leader on hotlist.run for all using (((current_setting('app.role'::text, true) = 'supervisor'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on hotlist.run for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on hotlist.step for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on hotlist.step for select using (hotlist.is_reached(topic_id)) with check (true);

create policy told on hotlist.step for insert using (true) with check (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'approver'::text])) AND hotlist.is_reached(topic_id) AND (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy leader_changes on hotlist.topic for update using (((current_setting('app.role'::text, true) = 'supervisor'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy leader_picks on hotlist.topic for insert using (true) with check (((current_setting('app.role'::text, true) = 'supervisor'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text))))));

create policy machine on hotlist.topic for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy owner on hotlist.topic for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'spokesperson'::text, 'approver'::text])) AND (owner_branch IS NOT NULL) AND ((owner_branch = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND starts_with(owner_branch, (current_setting('app.post'::text, true) || '/'::text)))))) with check (true);

create policy reader on hotlist.topic for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['supervisor'::text, 'spokesperson'::text, 'approver'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on identity.account for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on identity.account for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy sign_in on identity.account for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['sign-in'::text, 'security-admin'::text]))) with check (true);

create policy machine on identity.assignment for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on identity.assignment for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy sign_in on identity.assignment for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['sign-in'::text, 'security-admin'::text]))) with check (true);

create policy answers on identity.link_ask for delete using ((relative_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy asked on identity.link_ask for select using ((relative_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy machine on identity.link_ask for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on identity.link_ask for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy applicant on identity.person for select using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy colleague on identity.person for select using (((kind = 'staff'::text) AND (current_setting('app.role'::text, true) = ANY (ARRAY['operator'::text, 'spokesperson'::text, 'hall-manager'::text, 'auditor'::text, 'admin'::text, 'security-admin'::text])))) with check (true);

create policy desk on identity.person for select using ((current_setting('app.branch'::text, true) <> ''::text)) with check (true);

create policy machine on identity.person for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy met on identity.person for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (kind = 'citizen'::text))) with check (true);

create policy own on identity.person for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy sign_in on identity.person for all using ((current_setting('app.role'::text, true) = 'sign-in'::text)) with check (true);

create policy "window" on identity.person for select using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy agreed on identity.relation for insert using (true) with check (((kind = 'relative'::text) AND (relative_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT
   FROM identity.link_ask asked
  WHERE ((asked.person_id = relation.person_id) AND (asked.relative_id = relation.relative_id))))));

create policy ends on identity.relation for delete using (((kind = 'relative'::text) AND (((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = person_id) OR ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = relative_id)))) with check (true);

create policy machine on identity.relation for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on identity.relation for select using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy relative on identity.relation for select using ((relative_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy "window" on identity.relation for select using ((current_setting('app.role'::text, true) = 'window'::text)) with check (true);

create policy machine on identity.session for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on identity.session for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy sign_in on identity.session for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['sign-in'::text, 'security-admin'::text]))) with check (true);

create policy machine on insight.day_count for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on insight.day_count for select using (((( SELECT current_setting('app.role'::text, true) AS current_setting) = 'supervisor'::text) AND (((branch COLLATE "C") = ( SELECT NULLIF(current_setting('app.post'::text, true), ''::text) AS "nullif")) OR (((branch COLLATE "C") >= ( SELECT (NULLIF(current_setting('app.post'::text, true), ''::text) || '/'::text))) AND ((branch COLLATE "C") < ( SELECT (NULLIF(current_setting('app.post'::text, true), ''::text) || '0'::text))))))) with check (true);

create policy machine on insight.feed_cursor for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on insight.feed_item for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy cites on knowledge.citation for insert using (true) with check (((current_setting('app.role'::text, true) = ANY (ARRAY['spokesperson'::text, 'operator'::text, 'clerk'::text, 'approver'::text, 'dispatcher'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))) AND (by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy counts on knowledge.citation for select using ((current_setting('app.role'::text, true) = ANY (ARRAY['spokesperson'::text, 'operator'::text, 'clerk'::text, 'approver'::text, 'dispatcher'::text, 'hall-manager'::text, 'supervisor'::text]))) with check (true);

create policy machine on knowledge.citation for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy editor_adds on knowledge.entry for insert using (true) with check (((current_setting('app.role'::text, true) = 'spokesperson'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))) AND (origin = 'written'::text)));

create policy editor_changes on knowledge.entry for update using (((current_setting('app.role'::text, true) = 'spokesperson'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on knowledge.entry for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reader on knowledge.entry for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['spokesperson'::text, 'operator'::text, 'clerk'::text, 'approver'::text, 'dispatcher'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text))) OR starts_with(current_setting('app.post'::text, true), (branch || '/'::text))))) with check (true);

create policy shown on knowledge.entry for select using (shown) with check (true);

create policy editor on knowledge.gap for select using ((current_setting('app.role'::text, true) = 'spokesperson'::text)) with check (true);

create policy editor_settles on knowledge.gap for update using ((current_setting('app.role'::text, true) = 'spokesperson'::text)) with check (true);

create policy machine on knowledge.gap for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy editor_adds on knowledge.version for insert using (true) with check (((current_setting('app.role'::text, true) = 'spokesperson'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))) AND (author_ids @> ARRAY[(NULLIF(current_setting('app.person'::text, true), ''::text))::uuid]) AND (state = 'draft'::text)));

create policy editor_changes on knowledge.version for update using (((current_setting('app.role'::text, true) = 'spokesperson'::text) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on knowledge.version for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reader on knowledge.version for select using (((current_setting('app.role'::text, true) = ANY (ARRAY['spokesperson'::text, 'operator'::text, 'clerk'::text, 'approver'::text, 'dispatcher'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR ((current_setting('app.post'::text, true) <> ''::text) AND ((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text))) OR starts_with(current_setting('app.post'::text, true), (branch || '/'::text))))) with check (true);

create policy shown on knowledge.version for select using ((public AND (state = 'in-force'::text))) with check (true);

create policy applicant on licences.licence for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy desk on licences.licence for all using (((current_setting('app.branch'::text, true) <> ''::text) AND cases.is_applicant_here(person_id))) with check (true);

create policy machine on licences.licence for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on licences.licence for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy served on licences.licence for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (person_id = ( SELECT sitting.person_id
   FROM cases.sitting
  WHERE ((sitting.clerk_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (sitting.ended_at IS NULL)))))) with check (true);

create policy verifier on licences.licence for select using ((current_setting('app.role'::text, true) = 'verifier'::text)) with check (true);

create policy "window" on licences.licence for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_at_window(person_id))) with check (true);

create policy ends on licences.share for delete using ((relative_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy machine on licences.share for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on licences.share for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy relative on licences.share for select using ((relative_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy machine on licences.show for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on licences.show for all using ((by_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy verifier on licences.show for select using ((current_setting('app.role'::text, true) = 'verifier'::text)) with check (true);

create policy machine on licences.shown for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy verifier on licences.shown for all using ((current_setting('app.role'::text, true) = 'verifier'::text)) with check (true);

create policy applicant on licences.use for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy desk on licences.use for all using (((current_setting('app.branch'::text, true) <> ''::text) AND cases.is_applicant_here(person_id))) with check (true);

create policy machine on licences.use for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on licences.use for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy served on licences.use for all using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (person_id = ( SELECT sitting.person_id
   FROM cases.sitting
  WHERE ((sitting.clerk_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (sitting.ended_at IS NULL)))))) with check (true);

create policy verifier on licences.use for insert using (true) with check ((current_setting('app.role'::text, true) = 'verifier'::text));

create policy "window" on licences.use for select using (((current_setting('app.role'::text, true) = 'window'::text) AND cases.is_at_window(person_id))) with check (true);

create policy machine on notices.choice for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on notices.choice for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy machine on notices.delivery for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on notices.delivery for select using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy told on notices.delivery for insert using (true) with check ((current_setting('app.role'::text, true) <> ''::text));

create policy machine on notices.mail_claim for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on notices.mail_claim for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy machine on notices.notice for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on notices.notice for select using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy reads on notices.notice for update using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy told on notices.notice for insert using (true) with check ((current_setting('app.role'::text, true) <> ''::text));

create policy machine on notices.reach for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on notices.reach for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);

create policy told on notices.reach for select using ((current_setting('app.role'::text, true) <> ''::text)) with check (true);

create policy administration on notices.warning for all using ((current_setting('app.role'::text, true) = 'admin'::text)) with check (true);

create policy machine on notices.warning for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on open311.heard for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on open311.news for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on open311.request for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on partners.pending for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on partners.told for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on payments.charge for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on payments.charge for all using (payments.is_reached(order_id)) with check (true);

create policy machine on payments.event for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on payments.event for all using (payments.is_reached(order_id)) with check (true);

create policy machine on payments.payment for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on payments.payment for all using (payments.is_reached(order_id)) with check (true);

create policy unknown on payments.payment for all using (((order_id IS NULL) AND (current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'supervisor'::text, 'hall-manager'::text])))) with check (true);

create policy applicant on payments.payment_order for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy machine on payments.payment_order for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on payments.payment_order for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['clerk'::text, 'approver'::text, 'dispatcher'::text, 'supervisor'::text, 'hall-manager'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on payments.refund for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy reached on payments.refund for all using (payments.is_reached(order_id)) with check (true);

create policy machine on ratings.invitation for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy machine on ratings.praise for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on ratings.praise for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on ratings.rating for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy rated on ratings.rating for select using (((current_setting('app.role'::text, true) = 'clerk'::text) AND (shown_at IS NOT NULL) AND (clerk_ids @> ARRAY[(NULLIF(current_setting('app.person'::text, true), ''::text))::uuid]))) with check (true);

create policy rater on ratings.rating for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy staff on ratings.rating for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['approver'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy "window" on ratings.rating for all using (((current_setting('app.role'::text, true) = 'window'::text) AND visit)) with check (true);

create policy machine on ratings.repair for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy rater on ratings.repair for all using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy staff on ratings.repair for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['approver'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy "window" on ratings.repair for all using (((current_setting('app.role'::text, true) = 'window'::text) AND visit)) with check (true);

create policy machine on ratings.repair_step for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy staff on ratings.repair_step for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['approver'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy machine on ratings.service for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy rater on ratings.service for select using (((current_setting('app.applicant'::text, true) <> ''::text) AND (person_id = (NULLIF(current_setting('app.applicant'::text, true), ''::text))::uuid))) with check (true);

create policy staff on ratings.service for all using (((current_setting('app.role'::text, true) = ANY (ARRAY['approver'::text, 'hall-manager'::text, 'supervisor'::text])) AND (((branch COLLATE "C") = NULLIF(current_setting('app.post'::text, true), ''::text)) OR (((branch COLLATE "C") >= (current_setting('app.post'::text, true) || '/'::text)) AND ((branch COLLATE "C") < (current_setting('app.post'::text, true) || '0'::text)))))) with check (true);

create policy "window" on ratings.service for all using (((current_setting('app.role'::text, true) = 'window'::text) AND (kind = 'visit'::text))) with check (true);

create policy machine on ratings.survey_taken for all using ((current_setting('app.role'::text, true) = ANY (ARRAY['worker'::text, 'startup'::text, 'migrator'::text]))) with check (true);

create policy own on ratings.survey_taken for all using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check (true);
