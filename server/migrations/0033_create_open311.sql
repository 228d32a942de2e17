create schema open311;

-- 转来诉求: an order another unit passed on. Its id is the token it was taken against; `number` is that of the order, and absent
-- while it waits for one. What was written is sealed; who asked stands in it only as long as it waits.
create table open311.request (
  request_id uuid not null constraint request_pk primary key,
  partner uuid not null,
  division text not null,
  service text not null,
  number text constraint request_number_once unique,
  status text not null constraint request_status check (status in ('open', 'closed')),
  sealed bytea not null,
  requested_at timestamptz not null,
  updated_at timestamptz not null
);
create index request_of_partner on open311.request (partner, requested_at desc, request_id);
create index request_waiting on open311.request (requested_at) where number is null;

-- 进展: what is told of it to the unit that passed it on.
create table open311.news (
  news_id uuid not null constraint news_pk primary key,
  request_id uuid not null constraint news_of_request references open311.request on delete cascade,
  type text not null constraint news_type check (type in ('registered', 'moved', 'replied', 'reopened', 'closed')),
  status text not null constraint news_status check (status in ('open', 'closed')),
  at timestamptz not null
);
create index news_in_order on open311.news (request_id, at, news_id);

-- 对方进展: what the unit told of it, each once by its own id.
create table open311.heard (
  request_id uuid not null constraint heard_of_request references open311.request on delete cascade,
  their_id text not null,
  at timestamptz not null,
  constraint heard_pk primary key (request_id, their_id)
);

-- The house alone reads these rows, for a key that came with the request.
select public.guard_rows(guarded)
from unnest(array['open311.request', 'open311.news', 'open311.heard']::regclass[]) as guarded;
