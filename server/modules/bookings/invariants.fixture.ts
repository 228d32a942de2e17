/** Everything that has a claim on times: bookings, and times to come back. */
const claims = `(
    select city, hall, pool, lane, t, quanta, state from bookings.booking
    union all select city, hall, pool, lane, t, quanta, state from bookings.timed
  )`;

/** What must hold of bookings at every moment; each question counts what breaks it. */
export const invariants: Readonly<Record<string, string>> = {
  oversold: 'select count(*)::integer as faults from bookings.slot where booked > capacity',
  'counted differently': `select count(*)::integer as faults from bookings.slot as one
    left join lateral (
      select count(*) as taken from ${claims} as other
      where other.city = one.city and other.hall = one.hall and other.pool = one.pool and other.lane = one.lane
        and one.t >= other.t and one.t < other.t + other.quanta and bookings.occupies(other.state)
    ) as truth on true
    where one.booked <> truth.taken`,
  'booked where nothing is': `select count(*)::integer as faults from ${claims} as one
    where bookings.occupies(one.state) and (
      select count(*) from bookings.slot as other
      where other.city = one.city and other.hall = one.hall and other.pool = one.pool and other.lane = one.lane
        and other.t >= one.t and other.t < one.t + one.quanta
    ) <> one.quanta`,
  'one person twice for an item': `select count(*)::integer as faults from (
    select from bookings.booking where state in ('held', 'booked') and instead_id is null
    group by person_id, item, nth having count(*) > 1) as twice`,
  'one person twice at once': `select count(*)::integer as faults from bookings.booking as one
    join bookings.booking as other on other.person_id = one.person_id and other.booking_id > one.booking_id
      and other.during && one.during
    where one.state in ('held', 'booked', 'arrived') and other.state in ('held', 'booked', 'arrived')`,
  'one code twice': `select count(*)::integer as faults from (
    select from bookings.booking where state in ('held', 'booked', 'arrived')
    group by hall, day, code having count(*) > 1) as twice`,
};
