-- 缴费: what is to be paid, how it was paid, and what money came that nobody expected. An order and everything that happened to
-- it are kept for ever; amounts are whole fen. What makes a payment count once are the unique indexes, not the code above them.
create schema payments;

-- 缴款单: one amount for one thing (`about`, e.g. `case:NUMBER`), open until it is paid or closed.
create table payments.payment_order (
  order_id uuid not null constraint payment_order_pk primary key,
  number text not null constraint payment_order_number_once unique,
  about text not null,
  kind text not null constraint payment_order_kind check (kind in ('fee', 'fine')),
  person_id uuid not null,
  branch text collate "C" not null,
  city text not null,
  title jsonb not null,
  payee text not null,
  lines jsonb not null,
  fen integer not null constraint payment_order_fen check (fen > 0),
  bill_number text,
  due_on date,
  late jsonb,
  state text not null constraint payment_order_state check (
    state in ('opened', 'quarantined', 'paid', 'refunded', 'closed')
  ),
  way text,
  paid_fen integer constraint payment_order_paid_fen check (paid_fen > 0),
  paid_at timestamptz,
  paper_id uuid,
  version integer not null,
  opened_at timestamptz not null,
  constraint payment_order_paid_is_whole check (
    (paid_fen is null) = (paid_at is null) and (paid_fen is null) = (way is null)
  ),
  constraint payment_order_paid_when_said check (state not in ('paid', 'refunded') or paid_fen is not null)
);
create unique index payment_order_once on payments.payment_order (about) where state <> 'closed';
create unique index payment_order_bill_once on payments.payment_order (bill_number)
where bill_number is not null and state <> 'closed';
create index payment_order_of_person on payments.payment_order (person_id, opened_at);
create index payment_order_in_branch on payments.payment_order (branch, state, opened_at);
create index payment_order_paid on payments.payment_order (paid_at) where paid_at is not null;

-- 经过: everything that happened to an order, in its order.
create table payments.event (
  order_id uuid not null constraint event_order references payments.payment_order,
  seq integer not null,
  type text not null constraint event_type check (
    type in ('opened', 'begun', 'quarantined', 'released', 'paid', 'refund-asked', 'refund-declined', 'refunded', 'closed')
  ),
  at timestamptz not null,
  by_id uuid,
  data jsonb not null,
  constraint event_pk primary key (order_id, seq)
);
create unique index event_paid_once on payments.event (order_id) where type = 'paid';
create unique index event_refunded_once on payments.event (order_id) where type = 'refunded';
comment on table payments.event is 'insert-only: what happened to an order';

-- 支付请求: one attempt to pay an order in one way; its trade number is what the provider knows it by.
create table payments.charge (
  charge_id uuid not null constraint charge_pk primary key,
  order_id uuid not null constraint charge_order references payments.payment_order,
  trade_number text not null constraint charge_trade_number_once unique,
  way text not null,
  fen integer not null constraint charge_fen check (fen > 0),
  next jsonb not null,
  state text not null constraint charge_state check (state in ('open', 'paid', 'closed')),
  began_at timestamptz not null,
  good_until timestamptz not null,
  asked_at timestamptz
);
create index charge_of_order on payments.charge (order_id, began_at);
create index charge_open on payments.charge (began_at) where state = 'open';

-- 到账: money a provider or a window says has come. What does not fit its order is held apart and never counts.
create table payments.payment (
  payment_id uuid not null constraint payment_pk primary key,
  order_id uuid constraint payment_order references payments.payment_order,
  way text not null,
  transaction_number text not null,
  trade_number text not null,
  fen integer not null,
  currency text not null,
  paid_at timestamptz not null,
  heard_at timestamptz not null,
  heard_by text not null constraint payment_heard_by check (heard_by in ('callback', 'query', 'window')),
  why text not null default '',
  settled_at timestamptz,
  settled_by uuid,
  settled_how text,
  constraint payment_settled_is_whole check (
    (settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_how is null)
  ),
  constraint payment_heard_once unique (way, transaction_number, why)
);
create unique index payment_counts_once on payments.payment (order_id) where why = '';
create index payment_of_order on payments.payment (order_id);
create index payment_by_day on payments.payment (way, paid_at);
create index payment_held on payments.payment (heard_at) where why <> '' and settled_at is null;

-- 退费: one person asks, another confirms; the database does not take the same one twice.
create table payments.refund (
  refund_id uuid not null constraint refund_pk primary key,
  order_id uuid not null constraint refund_order references payments.payment_order,
  refund_number text not null constraint refund_number_once unique,
  fen integer not null constraint refund_fen check (fen > 0),
  reason text not null,
  state text not null constraint refund_state check (state in ('asked', 'confirmed', 'done', 'declined')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  done_at timestamptz,
  constraint refund_takes_two check (settled_by <> asked_by),
  constraint refund_settled_is_whole check ((state = 'asked') = (settled_by is null) and (settled_by is null) = (settled_at is null)),
  constraint refund_done_is_whole check ((state = 'done') = (done_at is not null))
);
create unique index refund_once on payments.refund (order_id) where state <> 'declined';
create index refund_open on payments.refund (asked_at) where state in ('asked', 'confirmed');

-- 对账: what a provider's statement of a day says, and where it differs from what is kept here.
create table payments.statement (
  way text not null,
  day date not null,
  read_at timestamptz not null,
  there_count integer not null,
  there_fen bigint not null,
  here_count integer not null,
  here_fen bigint not null,
  constraint statement_pk primary key (way, day)
);
create table payments.difference (
  difference_id uuid not null constraint difference_pk primary key,
  way text not null,
  day date not null,
  kind text not null constraint difference_kind check (kind in ('only-there', 'only-here', 'amount', 'refund')),
  trade_number text not null,
  here_fen integer,
  there_fen integer,
  explained_at timestamptz,
  explained_by uuid,
  explained_how text,
  constraint difference_once unique (way, day, kind, trade_number),
  constraint difference_explained_is_whole check (
    (explained_at is null) = (explained_by is null) and (explained_at is null) = (explained_how is null)
  )
);
create index difference_open on payments.difference (day) where explained_at is null;

-- 模拟支付: what the pretended provider of the demo remembers; a house with real providers has nothing in it.
create table payments.pretended (
  trade_number text not null constraint pretended_pk primary key,
  fen integer not null,
  state text not null constraint pretended_state check (state in ('open', 'paid', 'closed')),
  transaction_number text,
  paid_at timestamptz,
  refunded_fen integer not null default 0,
  refunded_at timestamptz
);

-- 行级安全: one's own orders, those of the branch for the desk; what belongs to an order is reached with it.
select public.guard_rows('payments.payment_order');
create policy applicant on payments.payment_order
using (
  current_setting('app.applicant', true) <> '' and person_id = nullif(current_setting('app.applicant', true), '')::uuid
);
create policy staff on payments.payment_order
using (
  current_setting('app.role', true) in ('clerk', 'approver', 'dispatcher', 'supervisor', 'hall-manager')
  and (
    branch collate "C" = nullif(current_setting('app.post', true), '')
    or (
      branch collate "C" >= current_setting('app.post', true) || '/'
      and branch collate "C" < current_setting('app.post', true) || '0'
    )
  )
);
create function payments.is_reached(one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from payments.payment_order where order_id = one);
end
$$;
create function pg_temp.guard_of_order(guarded regclass) returns void
language plpgsql as $$
begin
  perform public.guard_rows(guarded);
  execute format('create policy reached on %s using (payments.is_reached(order_id))', guarded);
end
$$;
select pg_temp.guard_of_order(guarded)
from unnest(array['payments.event', 'payments.charge', 'payments.payment', 'payments.refund']::regclass[]) as guarded;
drop function pg_temp.guard_of_order;
-- Money without an order belongs to no branch; whoever does the day's accounts sees it.
create policy unknown on payments.payment
using (order_id is null and current_setting('app.role', true) in ('clerk', 'supervisor', 'hall-manager'));
