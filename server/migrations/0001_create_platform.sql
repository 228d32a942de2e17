-- The platform's own tables: audit, idempotency, outbox. The migrator made the schema and its own table.

-- 审计: one line per act, written in the transaction of the act; nobody changes or removes a line.
create table platform.audit (
  id uuid not null,
  at timestamptz not null default now(),
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
  session text,
  constraint audit_pk primary key (at, id),
  constraint audit_result_known check (result in ('done', 'denied', 'refused', 'failed'))
) partition by range (at);
comment on table platform.audit is 'insert-only: audit lines';
create table platform.audit_rest partition of platform.audit default;
comment on table platform.audit_rest is 'insert-only: audit lines outside the months made so far';
create index audit_order on platform.audit (xid, id);
create index audit_object on platform.audit (object, at);
create index audit_actor on platform.audit (actor, at);

create function platform.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_keep_rows before update or delete on platform.audit
for each row execute function platform.refuse_change();
create trigger audit_keep_table before truncate on platform.audit
for each statement execute function platform.refuse_change();

-- Makes the partitions of this month and the months to come; the application may run it but not make tables itself.
create function platform.make_audit_months(ahead integer) returns void
language plpgsql security definer set search_path = pg_catalog as $$
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
$$;

-- One row per creating call: what was asked and what was answered, so that a repeated call is answered, not repeated.
create table platform.idempotency (
  actor text not null,
  key text not null,
  asked bytea not null,
  status smallint,
  body text,
  at timestamptz not null default now(),
  constraint idempotency_pk primary key (actor, key)
);
create index idempotency_age on platform.idempotency (at);

-- 事件: facts published in the transaction that made them true.
create table platform.event (
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  at timestamptz not null,
  type text not null,
  data jsonb not null,
  constraint event_pk primary key (id)
);
create index event_order on platform.event (xid, seq);
create index event_age on platform.event (at);

-- How far each subscriber has read.
create table platform.subscriber (
  name text not null,
  xid xid8 not null,
  seq bigint not null,
  constraint subscriber_pk primary key (name)
);

-- Events a subscriber could not digest yet.
create table platform.redelivery (
  subscriber text not null,
  event_id uuid not null,
  attempts integer not null,
  due_at timestamptz not null,
  error text not null,
  constraint redelivery_pk primary key (subscriber, event_id),
  constraint redelivery_event foreign key (event_id) references platform.event (id)
);
create index redelivery_due on platform.redelivery (due_at);
