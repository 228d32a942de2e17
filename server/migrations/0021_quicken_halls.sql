-- 快: what is asked at every press of “next” is one question each to the database, under the row policies of whoever asks. The
-- conditions that partial indexes are made for are written out and the plans kept, so that no press is planned anew.

-- What a window has served today; who waits and has yet to be told that their turn comes near.
create index ticket_served on hall.ticket (city, window_id, day) where state = 'done';
create index ticket_untold on hall.ticket (city, hall, day)
  where state = 'waiting' and not told_near and (person_id is not null or phone is not null);

-- Who may be called to a window now. `own_kind` is that of issue and stuck windows; the others serve by skills.
create function hall.may_call(
  one hall.ticket, at_window text, own_kind text, own_skills text[], at_moment timestamptz
) returns boolean
language sql immutable parallel safe
return (one.state = 'waiting' or one.parked_until <= at_moment)
  and (one.routed_to = at_window or (one.routed_to is null and case
    when own_kind is null then one.queue is null and one.needs <@ own_skills
    else one.queue = own_kind
  end));

-- Gives a window the ticket that is due first among those it may call. One that another window is just taking is passed over.
create function hall.call_next(
  in_city text, at_hall text, on_day date, at_window text, own_kind text, own_skills text[], at_moment timestamptz
) returns setof hall.ticket
language plpgsql set plan_cache_mode to force_generic_plan as $$
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
$$;

-- Holds a window until the end: how it stands today, and the number it has in hand. What is in hand is asked after the hold, so
-- that of two presses the second one sees what the first one did.
create function hall.stand(
  in_city text, at_window text, on_day date, out state text, out skills text[], out held text
) language plpgsql set plan_cache_mode to force_generic_plan as $$
begin
  select one.state, one.skills into state, skills from hall.window as one
  where one.city = in_city and one.window_id = at_window and one.day = on_day
  for update;
  select one.number into held from hall.ticket as one
  where one.city = in_city and one.window_id = at_window and one.state in ('called', 'serving');
end
$$;

-- Puts on record that something happened to a ticket and grows the version of its hall; answers the number of the last call.
-- The day stays held until the end, so that calls are told in the order of their numbers.
create function hall.note(
  in_city text, of_ticket uuid, happened text, at_window text, by_clerk uuid, at_moment timestamptz, more_calls integer
) returns integer
language plpgsql set plan_cache_mode to force_generic_plan as $$
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
$$;

-- Calls a ticket out at its window under the next number of the hall. `untold` says whether somebody who is still to be told
-- that their turn comes near may be near: among the first four of those who wait for the same.
create function hall.call_out(
  in_city text, of_ticket uuid, happened text, at_number smallint, by_clerk uuid, at_moment timestamptz,
  out seq integer, out untold boolean
) language plpgsql set plan_cache_mode to force_generic_plan as $$
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
$$;

-- 我的窗口: all that the queue bar of a window shows. The first row has who would be called next, or nobody; the others have
-- what is in hand, put aside, or missed since a moment.
create function hall.window_queue(
  in_city text, at_hall text, on_day date, at_window text, own_kind text, usual_skills text[], at_moment timestamptz,
  missed_since timestamptz
) returns table (
  announcement text, states jsonb, waiting bigint, since timestamptz, served bigint, ticket hall.ticket
)
language plpgsql stable set plan_cache_mode to force_generic_plan as $$
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
$$;

-- Whether there may be room for a whole span of a hall, and how the person stands who asks for it; then their bookings wait for
-- the end of this transaction. No row where there is none: no lane has it, and no hold that has lapsed or is the person's own
-- is in the way. That is asked before anything is locked, since in a rush nearly everybody hears no.
create function bookings.ask(
  in_city text, at_hall text, pools text[], lanes smallint[], from_t integer, length integer, at_moment timestamptz,
  person uuid, of_item text, since_t integer
) returns table (
  on_day_count integer, missed integer, last_missed date, live_count integer, live_id uuid, live_state text
)
language plpgsql set plan_cache_mode to force_generic_plan as $$
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
$$;

-- 最近有空: the first free start of every place, in order; each is found by walking its free times alone.
create function bookings.earliest(
  in_city text, halls text[], pools text[], lanes smallint[], length integer, step integer, from_t integer, to_t integer,
  at_moment timestamptz
) returns table (hall text, pool text, t integer, free smallint)
language plpgsql stable set plan_cache_mode to force_generic_plan as $$
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
$$;
