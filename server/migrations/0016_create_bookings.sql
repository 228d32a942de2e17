-- 预约和通知: times at the windows of all halls as one pool of the city, who has taken them, who waits for one, and what
-- people are told.
create schema bookings;
create schema notices;

-- 时隙: what one pool of windows of a hall can take in five minutes, per lane (0 online, 1 priority, 2 walk-in). t counts
-- five minutes from 1970. Windows of a pool are alike and bookings are spans, so where no quantum holds more than its
-- capacity, everybody finds a window. `booked` moves by the bookings alone, see bookings.count_quanta().
create table bookings.slot (
  city text not null,
  hall text not null,
  pool text not null,
  lane smallint not null constraint slot_lane check (lane between 0 and 2),
  t integer not null,
  planned smallint not null constraint slot_planned check (planned >= 0),
  capacity smallint not null,
  booked smallint not null default 0,
  opens_at timestamptz not null,
  open boolean generated always as (booked < capacity) stored,
  constraint slot_pk primary key (city, hall, pool, lane, t),
  constraint slot_not_oversold check (booked between 0 and capacity),
  constraint slot_keeps_the_booked check (capacity = greatest(planned, booked))
) with (fillfactor = 70);
-- Only what is free, so that a city that is booked out for weeks is searched as fast as an empty one.
create index slot_free on bookings.slot (city, hall, pool, lane, t) include (opens_at) where open;
comment on table bookings.slot is 'insert-only for the application: bookings and bookings.lay() change it';

-- 已排的日子: what a day was laid out from, so that only a day whose rule has changed is laid out anew.
create table bookings.laid (
  city text not null,
  hall text not null,
  day date not null,
  digest text not null,
  open boolean not null,
  says text not null,
  origin text not null constraint laid_origin check (origin in ('day', 'template', 'hours', 'holiday')),
  spans jsonb not null,
  constraint laid_pk primary key (city, hall, day)
);

-- 排班 and 日模板: how a hall manager wants one day, or a kind of day, to be.
create table bookings.day_rule (
  city text not null,
  hall text not null,
  day date not null,
  branch text collate "C" not null,
  rule jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint day_rule_pk primary key (city, hall, day)
);
create table bookings.template (
  city text not null,
  hall text not null,
  template text not null,
  branch text collate "C" not null,
  body jsonb not null,
  changed_at timestamptz not null,
  constraint template_pk primary key (city, hall, template)
);

-- 家人和委托: for whom somebody may book; items where a mandate names some.
create table bookings.relation (
  person_id uuid not null,
  relative_id uuid not null,
  kind text not null constraint relation_kind check (kind in ('spouse', 'child', 'principal')),
  items text[],
  until date,
  constraint relation_pk primary key (person_id, relative_id),
  constraint relation_of_two check (person_id <> relative_id)
);

-- 预约. Answers and the key of the ticket are sealed.
create table bookings.booking (
  city text not null,
  booking_id uuid not null,
  hall text not null,
  branch text collate "C" not null,
  day date not null,
  pool text not null,
  lane smallint not null,
  t integer not null,
  quanta smallint not null constraint booking_length check (quanta between 1 and 48),
  during int4range generated always as (int4range(t, t + quanta)) stored,
  item text not null,
  person_id uuid not null,
  by_id uuid not null,
  window_id text,
  state text not null constraint booking_state check (
    state in ('held', 'booked', 'arrived', 'done', 'missed', 'cancelled', 'expired')
  ),
  held_until timestamptz,
  wish_id uuid,
  instead_id uuid,
  code text not null constraint booking_code check (code ~ '^[0-9]{8}$'),
  sequence integer not null default 0,
  priority text,
  draft_id uuid,
  sealed bytea not null,
  ticket bytea,
  claimed_at timestamptz not null,
  made_at timestamptz not null,
  remind_at timestamptz,
  arrived_at timestamptz,
  ended_at timestamptz,
  constraint booking_pk primary key (city, booking_id),
  constraint booking_once unique (booking_id),
  constraint booking_held_has_its_end check ((state = 'held') = (held_until is not null)),
  constraint booking_of_one_person_at_once exclude using gist (person_id with =, during with &&)
    where (state in ('held', 'booked', 'arrived'))
);
create unique index booking_one_live_per_item on bookings.booking (city, person_id, item)
  where state in ('held', 'booked') and instead_id is null;
create unique index booking_code_once on bookings.booking (city, hall, day, code)
  where state in ('held', 'booked', 'arrived');
create index booking_of_person on bookings.booking (person_id, t);
create index booking_by_person on bookings.booking (by_id, t);
create index booking_at_hall on bookings.booking (city, hall, t, booking_id);
create index booking_held on bookings.booking (held_until) where state = 'held';
create index booking_to_remind on bookings.booking (remind_at) where remind_at is not null;
create index booking_to_come on bookings.booking (t) where state = 'booked';

-- 候补: somebody waits for a time to be freed.
create table bookings.wish (
  city text not null,
  wish_id uuid not null,
  hall text not null,
  branch text collate "C" not null,
  item text not null,
  person_id uuid not null,
  by_id uuid not null,
  from_day date not null,
  to_day date not null,
  part text not null constraint wish_part check (part in ('any', 'morning', 'afternoon')),
  state text not null constraint wish_state check (state in ('waiting', 'offered', 'taken', 'ended')),
  instead_id uuid,
  booking_id uuid,
  sealed bytea not null,
  made_at timestamptz not null,
  constraint wish_pk primary key (city, wish_id),
  constraint wish_once unique (wish_id),
  constraint wish_days check (from_day <= to_day),
  constraint wish_offered_has_its_booking check (state <> 'offered' or booking_id is not null)
);
create unique index wish_one_per_item on bookings.wish (city, person_id, item) where state in ('waiting', 'offered');
create index wish_waiting on bookings.wish (city, hall, made_at, wish_id) where state = 'waiting';
create index wish_by_person on bookings.wish (by_id, made_at);

-- Capacity moves through the booking alone. Every quantum touched, old and new, is locked in one order, so that booking,
-- moving and cancelling cannot wait for each other in a circle.
create function bookings.occupies(state text) returns boolean
language sql immutable parallel safe return state in ('held', 'booked', 'arrived', 'done', 'missed');

create function bookings.count_quanta() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
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
$$;
create trigger booking_counts
before insert or delete or update of city, hall, pool, lane, t, quanta, state on bookings.booking
for each row execute function bookings.count_quanta();

-- 实名: a booking cannot be handed on to somebody else.
create function bookings.keep_person() returns trigger
language plpgsql as $$
begin
  if (old.person_id, old.by_id, old.city) is distinct from (new.person_id, new.by_id, new.city) then
    raise exception 'a booking stays with its person' using errcode = 'TBF02';
  end if;
  return new;
end
$$;
create trigger booking_keeps_its_person before update of person_id, by_id, city on bookings.booking
for each row execute function bookings.keep_person();

-- Nothing begins booked, whoever adds it.
create function bookings.begin_empty() returns trigger
language plpgsql as $$
begin
  new.booked := 0;
  new.capacity := new.planned;
  return new;
end
$$;
create trigger slot_begins_empty before insert on bookings.slot
for each row execute function bookings.begin_empty();

-- Locks the times of a hall on a day in the one order, for whoever is about to change several bookings of it.
create function bookings.hold_day(in_city text, at_hall text, from_t integer) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from bookings.slot as one
  where one.city = in_city and one.hall = at_hall and one.t >= from_t and one.t < from_t + 288
  order by one.city, one.hall, one.pool, one.lane, one.t
  for no key update;
end
$$;

-- Lays out a day: what is no longer planned stays as far as it is booked.
create function bookings.lay(
  in_city text, at_hall text, from_t integer,
  pools text[], lanes smallint[], ts integer[], plans smallint[], opens timestamptz[]
) returns void
language plpgsql security definer set search_path = pg_catalog as $$
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
$$;

-- Takes a time in the first of some pools and lanes that has room, as whoever asks. Answers 'taken', or why not: 'full',
-- 'item' (already a live booking of this item), 'time' (already somewhere else then), 'code' (another one has this code),
-- 'gone' (what should be moved lives no more). To move takes the new time and gives the old one back in one step.
create function bookings.take(given jsonb, pools text[], lanes smallint[], moves boolean) returns text
language plpgsql as $$
declare
  one bookings.booking := jsonb_populate_record(null::bookings.booking, given);
  broken text;
begin
  for nth in 1 .. coalesce(array_length(pools, 1), 0) loop
    -- Without waiting: in a rush nobody queues for a lock of a time that is full.
    continue when not moves and (
      select count(*) from bookings.slot
      where city = one.city and hall = one.hall and pool = pools[nth] and lane = lanes[nth]
        and t >= one.t and t < one.t + one.quanta and open and opens_at <= one.claimed_at
    ) <> one.quanta;
    begin
      if moves then
        update bookings.booking as old
        set hall = one.hall, branch = one.branch, day = one.day, pool = pools[nth], lane = lanes[nth], t = one.t,
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
          held_until, wish_id, instead_id, code, sequence, priority, draft_id, sealed, claimed_at, made_at, remind_at
        ) values (
          one.city, one.booking_id, one.hall, one.branch, one.day, pools[nth], lanes[nth], one.t, one.quanta, one.item,
          one.person_id, one.by_id, one.window_id, one.state, one.held_until, one.wish_id, one.instead_id, one.code,
          one.sequence, one.priority, one.draft_id, one.sealed, one.claimed_at, one.made_at, one.remind_at
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
$$;

-- How a person stands, whoever booked for them. With `alone` this person's bookings then wait for the end of this transaction.
create function bookings.standing(
  person uuid, in_city text, of_item text, on_day date, since_t integer, alone boolean
) returns table (on_day_count integer, missed integer, last_missed date, live_id uuid, live_state text)
language plpgsql set app.role to 'worker' as $$
begin
  if alone then
    perform pg_advisory_xact_lock(hashtextextended('bookings of ' || person, 0));
  end if;
  return query
  select
    (select count(*)::integer from bookings.booking as one
      where one.person_id = person and one.day = on_day and one.state in ('held', 'booked', 'arrived', 'done')
        and one.item <> of_item),
    absent.times, absent.last_day, live.booking_id, live.state
  from (
    select count(*)::integer as times, max(one.day) as last_day from bookings.booking as one
    where one.person_id = person and one.state = 'missed' and one.t >= since_t
  ) as absent
  left join lateral (
    select one.booking_id, one.state from bookings.booking as one
    where one.person_id = person and one.item = of_item and one.state in ('held', 'booked') and one.instead_id is null
      and one.city = in_city
  ) as live on true;
end
$$;

-- Times of holds that have lapsed and are not yet given back, without saying whose.
create function bookings.lapsed(in_city text, at_hall text, from_t integer, now timestamptz)
returns table (pool text, lane smallint, t integer, quanta smallint)
language sql stable set app.role to 'worker' as $$
  select one.pool, one.lane, one.t, one.quanta from bookings.booking as one
  where one.city = in_city and one.hall = at_hall and one.t >= from_t and one.t < from_t + 288
    and one.state = 'held' and one.held_until < now
$$;

-- Gives the lapsed holds of a day back at once, unless somebody waits for a time of the hall: then the sweep offers it.
create function bookings.give_back(in_city text, at_hall text, from_t integer, now timestamptz) returns integer
language plpgsql set app.role to 'worker' as $$
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
$$;

-- 通知: one thing said to one person, once. Text and phone are sealed.
create table notices.notice (
  notice_id uuid not null constraint notice_pk primary key,
  person_id uuid,
  kind text not null,
  about text,
  sealed bytea not null,
  state text not null constraint notice_state check (state in ('waiting', 'sent', 'dropped')),
  at timestamptz not null,
  stale_after timestamptz,
  ended_at timestamptz,
  constraint notice_ends_once check ((state = 'waiting') = (ended_at is null))
);
create index notice_of_person on notices.notice (person_id, at desc, notice_id desc) where person_id is not null;

-- Who sees which rows.
create function pg_temp.guard(guarded regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy machine on %s using (current_setting(''app.role'', true) in (''worker'', ''startup'', ''migrator''))',
    guarded
  );
end
$$;
create function pg_temp.let(guarded regclass, called text, acts text, condition text) returns void
language plpgsql as $$
declare
  written text := condition;
begin
  written := replace(written, '{window}', $q$current_setting('app.role', true) = 'window'$q$);
  written := replace(written, '{me}', $q$nullif(current_setting('app.person', true), '')::uuid$q$);
  -- The desk of a hall: by the branch of the post, whichever staff stands there.
  written := replace(written, '{hall}', $q$(
    current_setting('app.role', true) in ('clerk', 'hall-manager', 'supervisor')
    and (branch collate "C" = nullif(current_setting('app.post', true), '')
      or starts_with(branch, nullif(current_setting('app.post', true), '') || '/'))
  )$q$);
  execute format(
    'create policy %I on %s for %s %s', called, guarded, acts,
    case when acts = 'insert' then 'with check (' || written || ')' else 'using (' || written || ')' end
  );
end
$$;

select pg_temp.guard('bookings.relation');
select pg_temp.let('bookings.relation', 'own', 'select', 'person_id = {me}');
select pg_temp.let('bookings.relation', 'window', 'select', '{window}');
create function bookings.may_book_for(person uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (
    select from bookings.relation
    where person_id = nullif(current_setting('app.person', true), '')::uuid and relative_id = person
  );
end
$$;
select pg_temp.guard(owned),
  pg_temp.let(owned, 'own', 'select', 'person_id = {me} or by_id = {me}'),
  pg_temp.let(owned, 'own_changes', 'update', 'person_id = {me} or by_id = {me}'),
  pg_temp.let(owned, 'own_adds', 'insert', 'by_id = {me} and (person_id = {me} or bookings.may_book_for(person_id))'),
  pg_temp.let(owned, 'hall', 'select', '{hall}'),
  pg_temp.let(owned, 'hall_changes', 'update', '{hall}'),
  pg_temp.let(owned, 'window', 'all', '{window}')
from unnest(array['bookings.booking', 'bookings.wish']::regclass[]) as owned;

-- When a hall is open everybody may know; its manager decides.
select pg_temp.guard(planned),
  pg_temp.let(planned, 'everybody', 'select', 'true'),
  pg_temp.let(planned, 'hall', 'all', '{hall}')
from unnest(array['bookings.day_rule', 'bookings.template']::regclass[]) as planned;

select pg_temp.guard('notices.notice');
select pg_temp.let('notices.notice', 'own', 'select', 'person_id = {me}');
select pg_temp.let('notices.notice', 'told', 'insert', $$current_setting('app.role', true) <> ''$$);

drop function pg_temp.guard;
drop function pg_temp.let;
