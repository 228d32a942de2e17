-- 约时回来: somebody with a number who was told when to come back has that time at the windows as if it were booked, so
-- that nobody booked is given the same place. `booked` while it is promised, `done` once called, `cancelled` when given up.
create table bookings.timed (
  city text not null,
  ticket_id uuid not null,
  hall text not null,
  branch text collate "C" not null,
  pool text not null,
  lane smallint not null,
  t integer not null,
  quanta smallint not null constraint timed_length check (quanta between 1 and 48),
  state text not null constraint timed_state check (state in ('booked', 'done', 'cancelled')),
  claimed_at timestamptz not null,
  constraint timed_pk primary key (city, ticket_id)
);
create index timed_to_come on bookings.timed (t) where state = 'booked';
create trigger timed_counts
before insert or delete or update of city, hall, pool, lane, t, quanta, state on bookings.timed
for each row execute function bookings.count_quanta();

-- Takes the first of some starts at which one of some pools and lanes has room; answers which, or nothing where none has.
create function bookings.take_timed(given jsonb, pools text[], lanes smallint[], starts integer[]) returns integer
language plpgsql as $$
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
$$;

-- 行级安全: as the tickets these times belong to.
alter table bookings.timed enable row level security;
alter table bookings.timed force row level security;
create policy machine on bookings.timed using (
  current_setting('app.role', true) in ('window', 'worker', 'startup', 'migrator')
);
create policy staff on bookings.timed using (
  current_setting('app.role', true) in ('clerk', 'hall-manager', 'supervisor')
  and (
    branch collate "C" = nullif(current_setting('app.post', true), '')
    or starts_with(branch, nullif(current_setting('app.post', true), '') || '/')
  )
);

-- 同一事项的有效预约: the live bookings a person has of one item are numbered; the rules of the halls say how far.
alter table bookings.booking add column nth smallint not null default 1 constraint booking_nth check (nth >= 1);
drop index bookings.booking_one_live_per_item;
create unique index booking_one_live_per_item on bookings.booking (city, person_id, item, nth)
  where state in ('held', 'booked') and instead_id is null;

-- The first number free for one more live booking of an item, some left out; nothing where the person has as many as allowed.
create function bookings.free_nth(in_city text, person uuid, of_item text, allowed integer, besides uuid[]) returns smallint
language sql stable set app.role to 'worker' as $$
  select nth::smallint from generate_series(1, allowed) as nth
  where not exists (
    select from bookings.booking as one
    where one.city = in_city and one.person_id = person and one.item = of_item and one.nth = nth.nth
      and one.state in ('held', 'booked') and one.instead_id is null and one.booking_id <> all(besides)
  )
  order by nth
  limit 1
$$;

-- As before, with a number for one more live booking of the item; `given.live_per_item` says how many there may be.
create or replace function bookings.take(given jsonb, pools text[], lanes smallint[], moves boolean) returns text
language plpgsql as $$
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
$$;

-- As before, for more than one live booking of an item: a hold not yet confirmed is named first, since choosing another
-- time lets go of it, and for the same reason it takes none of the day; `besides` leaves out what is being changed.
drop function bookings.standing(uuid, text, text, date, integer, boolean);
create function bookings.standing(
  person uuid, in_city text, of_item text, on_day date, since_t integer, alone boolean, besides uuid[] default '{}'
) returns table (
  on_day_count integer, missed integer, last_missed date, live_count integer, live_id uuid, live_state text
)
language plpgsql set app.role to 'worker' as $$
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
$$;
