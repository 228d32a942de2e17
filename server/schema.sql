-- Written by scripts/schema.ts from the migrations; read it, do not edit it.

create schema catalogue;

create schema files;

create schema identity;

create schema platform;

create table catalogue.edition (
  edition_id uuid not null,
  item text not null,
  division text not null,
  number integer not null,
  hash text not null,
  effective_from date not null,
  body jsonb,
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

alter table catalogue.edition add constraint edition_is_master_or_local CHECK (((body IS NULL) = (master_id IS NOT NULL)));

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

alter table platform.audit add constraint audit_result_known CHECK ((result = ANY (ARRAY['done'::text, 'denied'::text, 'refused'::text, 'failed'::text])));

alter table platform.audit add constraint audit_pk PRIMARY KEY (at, id);

alter table platform.event add constraint event_pk PRIMARY KEY (id);

alter table platform.idempotency add constraint idempotency_pk PRIMARY KEY (actor, key);

alter table platform.migration add constraint migration_pk PRIMARY KEY (id);

alter table platform.redelivery add constraint redelivery_event FOREIGN KEY (event_id) REFERENCES platform.event(id);

alter table platform.redelivery add constraint redelivery_pk PRIMARY KEY (subscriber, event_id);

alter table platform.subscriber add constraint subscriber_pk PRIMARY KEY (name);

CREATE INDEX edition_in_force ON catalogue.edition USING btree (item, division, effective_from DESC, number DESC);

CREATE INDEX file_by_owner ON files.file USING btree (owner_id, began_at DESC);

CREATE INDEX paper_by_owner ON files.paper USING btree (owner_id, made_at DESC);

CREATE INDEX assignment_by_person ON identity.assignment USING btree (person_id, "position");

CREATE INDEX code_by_phone ON identity.code USING btree (phone_index, sent_at DESC);

CREATE INDEX session_by_person ON identity.session USING btree (person_id);

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
