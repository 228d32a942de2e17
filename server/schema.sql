-- Written by scripts/schema.ts from the migrations; read it, do not edit it.

create schema cases;

create schema catalogue;

create schema files;

create schema identity;

create schema licences;

create schema platform;

create table cases.action (
  city text not null,
  case_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  sealed bytea not null
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
  submitted_at timestamp with time zone not null
);

create table cases.counter (
  city text not null,
  stem text not null,
  day date not null,
  last integer not null
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

create table cases.of_person (
  person_id uuid not null,
  case_id uuid not null,
  city text not null,
  case_number text not null,
  submitted_at timestamp with time zone not null
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
  sha256 text
);

create table files.reader (
  file_id uuid not null,
  branch text not null
);

create table identity.account (
  person_id uuid not null,
  login text not null,
  staff_number text not null,
  password_hash text not null,
  totp_secret bytea not null,
  totp_last_step bigint not null default 0,
  failures smallint not null default 0,
  locked_until timestamp with time zone
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
  valid_until date
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

alter table cases.action add constraint action_of_case FOREIGN KEY (city, case_id) REFERENCES cases."case"(city, case_id);

alter table cases.action add constraint action_pk PRIMARY KEY (city, case_id, seq);

alter table cases."case" add constraint case_city CHECK ((city ~ '^[0-9]{4}$'::text));

alter table cases."case" add constraint case_pk PRIMARY KEY (city, case_id);

alter table cases."case" add constraint case_number_once UNIQUE (city, case_number);

alter table cases."case" add constraint case_of_draft_once UNIQUE (city, draft_id);

alter table cases.counter add constraint counter_pk PRIMARY KEY (city, stem, day);

alter table cases.draft add constraint draft_pk PRIMARY KEY (person_id, draft_id);

alter table cases.of_person add constraint of_person_pk PRIMARY KEY (person_id, case_id);

alter table catalogue.edition add constraint edition_is_master_or_local CHECK (((folder IS NULL) = (master_id IS NOT NULL)));

alter table catalogue.edition add constraint edition_number_positive CHECK ((number > 0));

alter table catalogue.edition add constraint edition_master FOREIGN KEY (master_id) REFERENCES catalogue.edition(edition_id);

alter table catalogue.edition add constraint edition_pkey PRIMARY KEY (edition_id);

alter table catalogue.edition add constraint edition_number_once UNIQUE (item, division, number);

alter table files.file add constraint file_is_whole CHECK (((completed_at IS NULL) OR ((received = bytes) AND (blob IS NOT NULL))));

alter table files.file add constraint file_size CHECK ((bytes > 0));

alter table files.file add constraint file_pkey PRIMARY KEY (file_id);

alter table files.paper add constraint paper_state CHECK ((state = ANY (ARRAY['valid'::text, 'revoked'::text, 'replaced'::text])));

alter table files.paper add constraint paper_pkey PRIMARY KEY (paper_id);

alter table files.paper add constraint paper_code_once UNIQUE (code);

alter table files.reader add constraint reader_file FOREIGN KEY (file_id) REFERENCES files.file(file_id);

alter table files.reader add constraint reader_pkey PRIMARY KEY (file_id, branch);

alter table identity.account add constraint account_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);

alter table identity.account add constraint account_pkey PRIMARY KEY (person_id);

alter table identity.account add constraint account_login_once UNIQUE (login);

alter table identity.assignment add constraint assignment_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);

alter table identity.assignment add constraint assignment_pkey PRIMARY KEY (assignment_id);

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

alter table platform.audit add constraint audit_result_known CHECK ((result = ANY (ARRAY['done'::text, 'denied'::text, 'refused'::text, 'failed'::text])));

alter table platform.audit add constraint audit_pk PRIMARY KEY (at, id);

alter table platform.event add constraint event_pk PRIMARY KEY (id);

alter table platform.idempotency add constraint idempotency_pk PRIMARY KEY (actor, key);

alter table platform.migration add constraint migration_pk PRIMARY KEY (id);

alter table platform.redelivery add constraint redelivery_event FOREIGN KEY (event_id) REFERENCES platform.event(id);

alter table platform.redelivery add constraint redelivery_pk PRIMARY KEY (subscriber, event_id);

alter table platform.subscriber add constraint subscriber_pk PRIMARY KEY (name);

CREATE INDEX case_by_number ON cases."case" USING btree (case_number);

CREATE INDEX case_in_branch ON cases."case" USING btree (branch, urgent_on, case_id);

CREATE INDEX case_in_queue ON cases."case" USING btree (queue, branch, urgent_on, case_id);

CREATE INDEX case_of_holder ON cases."case" USING btree (holder_id, urgent_on, case_id) WHERE (holder_id IS NOT NULL);

CREATE INDEX draft_open ON cases.draft USING btree (person_id, saved_at DESC) WHERE (case_number IS NULL);

CREATE UNIQUE INDEX of_person_by_number ON cases.of_person USING btree (person_id, case_number);

CREATE INDEX of_person_newest ON cases.of_person USING btree (person_id, submitted_at DESC, case_id);

CREATE INDEX edition_in_force ON catalogue.edition USING btree (item, division, effective_from DESC, number DESC);

CREATE INDEX file_by_owner ON files.file USING btree (owner_id, began_at DESC);

CREATE INDEX paper_by_owner ON files.paper USING btree (owner_id, made_at DESC);

CREATE INDEX assignment_by_person ON identity.assignment USING btree (person_id, "position");

CREATE INDEX code_by_phone ON identity.code USING btree (phone_index, sent_at DESC);

CREATE INDEX session_by_person ON identity.session USING btree (person_id);

CREATE INDEX licence_by_type ON licences.licence USING btree (person_id, type, issued_on DESC);

CREATE INDEX use_of_one ON licences.use USING btree (person_id, licence_id, at DESC);

CREATE INDEX audit_actor ON ONLY platform.audit USING btree (actor, at);

CREATE INDEX audit_object ON ONLY platform.audit USING btree (object, at);

CREATE INDEX audit_order ON ONLY platform.audit USING btree (xid, id);

CREATE INDEX event_age ON platform.event USING btree (at);

CREATE INDEX event_order ON platform.event USING btree (xid, seq);

CREATE INDEX idempotency_age ON platform.idempotency USING btree (at);

CREATE INDEX redelivery_due ON platform.redelivery USING btree (due_at);

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

CREATE TRIGGER audit_keep_rows BEFORE DELETE OR UPDATE ON platform.audit FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER audit_keep_table BEFORE TRUNCATE ON platform.audit FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
