create schema hall;

-- 大厅的一天: what a hall has one of each day. `version` grows with every change of its queue or its windows, so that what is
-- kept in memory of a hall is good for one version; `calls` is the number of the last call.
create table hall.day (
  city text not null,
  hall text not null,
  day date not null,
  branch text collate "C" not null,
  version bigint not null,
  calls integer not null,
  announcement text,
  constraint day_pk primary key (city, hall, day)
);

-- 号码: the last number given under each prefix; a kiosk that gave numbers without network has a prefix of its own.
create table hall.numbering (
  city text not null,
  hall text not null,
  day date not null,
  prefix text not null,
  last integer not null,
  constraint numbering_pk primary key (city, hall, day, prefix)
);

-- 号: one person waiting for one item. The due time decides the order and is changed by events alone. Of the key of its page a
-- digest is kept and, to print it again, the sealed key; what is said about it and a phone are sealed.
create table hall.ticket (
  city text not null,
  ticket_id uuid not null,
  hall text not null,
  day date not null,
  branch text collate "C" not null,
  number text not null,
  key_hash bytea not null,
  key_sealed bytea not null,
  item text not null,
  needs text[] not null,
  kind text not null constraint ticket_kind check (kind in ('walk-in', 'booked', 'priority', 'late')),
  -- 出件、“办不成事”: a queue of its own at windows of that kind.
  queue text constraint ticket_queue check (queue in ('issue', 'stuck')),
  priority text,
  person_id uuid,
  phone bytea,
  booking_id uuid,
  booked_for timestamptz,
  state text not null constraint ticket_state check (
    state in ('waiting', 'called', 'serving', 'parked', 'missed', 'done', 'left')
  ),
  due timestamptz not null,
  why text not null,
  routed_to text,
  window_id text,
  calls smallint not null,
  note bytea,
  taken_at timestamptz not null,
  first_taken_at timestamptz not null,
  called_at timestamptz,
  first_called_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  missed_at timestamptz,
  parked_until timestamptz,
  come_back_at timestamptz,
  -- 预估: what was foreseen when the ticket was taken, in minutes.
  foreseen_p50 real,
  foreseen_p80 real,
  -- 前面还有三位: whether that has been told.
  told_near boolean not null,
  constraint ticket_pk primary key (city, ticket_id),
  constraint ticket_number_once unique (city, hall, day, number),
  constraint ticket_key_once unique (key_hash),
  constraint ticket_in_hand_has_window check (state not in ('called', 'serving') or window_id is not null),
  constraint ticket_parked_until check ((state = 'parked') = (parked_until is not null))
) with (fillfactor = 80);
create unique index ticket_by_id on hall.ticket (ticket_id);
-- A window holds one ticket, whatever presses next at the same moment.
create unique index ticket_in_hand on hall.ticket (city, window_id) where state in ('called', 'serving');
create unique index ticket_of_booking on hall.ticket (city, booking_id) where booking_id is not null;
create index ticket_next on hall.ticket (city, hall, day, due, first_taken_at, number) where state in ('waiting', 'parked');
create index ticket_live on hall.ticket (city, hall, day, state);
create index ticket_of_person on hall.ticket (person_id, day) where person_id is not null;
create index ticket_handled on hall.ticket (city, hall, item, day) where state = 'done' and started_at is not null;

-- 号的经过: everything that happened to a ticket, in order.
create table hall.ticket_event (
  city text not null,
  ticket_id uuid not null,
  seq smallint not null,
  branch text collate "C" not null,
  what text not null constraint ticket_event_what check (
    what in (
      'taken', 'called', 'recalled', 'started', 'finished', 'missed', 'rejoined', 'parked', 'transferred', 'routed',
      'granted', 'left'
    )
  ),
  at timestamptz not null,
  window_id text,
  by_id uuid,
  said bytea,
  constraint ticket_event_pk primary key (city, ticket_id, seq),
  constraint ticket_event_of_ticket foreign key (city, ticket_id) references hall.ticket
);
comment on table hall.ticket_event is 'insert-only: what happened to tickets';

-- 叫号: every call of a day in one row of numbers without a gap, so that a screen that was away knows what it missed.
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
  at timestamptz not null,
  constraint call_pk primary key (city, hall, day, seq)
);
comment on table hall.call is 'insert-only: calls';

-- 窗口的一天: open, on a break or closed, who opened it, and what it serves today where that was changed.
create table hall.window (
  city text not null,
  window_id text not null,
  day date not null,
  hall text not null,
  branch text collate "C" not null,
  state text not null constraint window_state check (state in ('closed', 'open', 'break')),
  clerk_id uuid,
  skills text[],
  since timestamptz not null,
  constraint window_pk primary key (city, window_id, day)
);
create index window_of_hall on hall.window (city, hall, day);

-- A sitting may begin with the person of a ticket that was called.
alter table cases.sitting add column ticket_id uuid;
alter table cases.sitting drop constraint sitting_identified_by;
alter table cases.sitting add constraint sitting_identified_by check (
  identified_by in ('card', 'code', 'typed', 'ticket')
) not valid;
alter table cases.sitting validate constraint sitting_identified_by;

-- 行级安全: the queue of a hall is its staff's, by the branch of the post; screens, kiosks and ticket pages ask as the window.
create function pg_temp.guard_queue(guarded regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy machine on %s using (current_setting(''app.role'', true) in (''window'', ''worker'', ''startup'', ''migrator''))',
    guarded
  );
  execute format(
    'create policy staff on %s using (
      current_setting(''app.role'', true) in (''clerk'', ''hall-manager'', ''supervisor'')
      and (
        branch collate "C" = nullif(current_setting(''app.post'', true), '''')
        or (
          branch collate "C" >= current_setting(''app.post'', true) || ''/''
          and branch collate "C" < current_setting(''app.post'', true) || ''0''
        )
      )
    )',
    guarded
  );
end
$$;
select pg_temp.guard_queue(guarded)
from unnest(array['hall.day', 'hall.ticket', 'hall.ticket_event', 'hall.window']::regclass[]) as guarded;
drop function pg_temp.guard_queue;
