import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { shanghaiDay } from '@tongban/kernel';
import { momentOf, quantumAt } from '@tongban/queueing';
import pg from 'pg';
import { newFolder } from '../e2e/house/house.ts';
import { readConfig } from '../server/config.ts';
import {
  aHall,
  aWindow,
  buildPier,
  openPier,
  plainRules,
} from '../server/modules/bookings/pier-content.fixture.ts';
import { createLog, createPlatform, migrate, startPostgres } from '../server/platform/index.ts';

/**
 * 找空位测速: the earliest free time of every hall of a city, thirty days ahead, in a city that is booked out for the first
 * days, with past bookings by the million in the table; and the times of one day of one hall.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    past: { type: 'string', default: '1000000' },
    halls: { type: 'string', default: '60' },
    searches: { type: 'string', default: '300' },
  },
});
const [past, count, searches] = [values.past, values.halls, values.searches].map(Number) as [
  number,
  number,
  number,
];
const [horizon, bookedOutDays, bar] = [30, 12, 30];
const staff = ['public-order'];
const hallRules = { ...plainRules, booking: { ...plainRules.booking, horizon_days: horizon } };

const folder = newFolder('bench-slots');
const postgres = await startPostgres({ folder });
try {
  await migrate(postgres.migrator, { folder: 'server/migrations', applicationRole: 'tongban_app' });
  const platform = await createPlatform({
    config: readConfig({ TONGBAN_DATA: folder }),
    log: createLog('silent'),
    clock: () => new Date(),
    connection: postgres.application,
    standIn: 'worker',
  });
  try {
    const house = buildPier(platform, { hallRules, halls: manyHalls(), sent: [] });
    await openPier(house);
    await fill();
    await measure(house.bookings);
  } finally {
    await platform.stop();
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

type Bookings = ReturnType<typeof buildPier>['bookings'];

async function measure(bookings: Bookings): Promise<void> {
  const items = ['kayak', 'raft', 'canoe'] as const;
  const today = shanghaiDay(new Date());
  const search = async (nth: number) => {
    const found = await bookings.earliest('4419', items[nth % items.length] ?? 'kayak');
    if (found.size !== count) throw new Error(`${found.size} of ${count} halls have a free time`);
  };
  const ofDay = (nth: number) => bookings.freeSlots(`pier-${nth % count}`, { item: 'kayak', day: today });
  const days = (nth: number) => bookings.freeDays(`pier-${nth % count}`, { item: 'kayak' });
  const rows = {
    'earliest of every hall': await timed(search),
    'times of one day': await timed(ofDay),
    'days of one hall': await timed(days),
  };
  console.table(rows);
  const { p50, p95 } = rows['earliest of every hall'];
  console.log(
    JSON.stringify({
      ...{ halls: count, days: horizon, pastBookings: past, p50, p95, within: p95 <= bar },
      ...{ oneDayP95: rows['times of one day'].p95, oneHallP95: rows['days of one hall'].p95 },
    }),
  );
}

async function timed(work: (nth: number) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let nth = 0; nth < 20; nth += 1) await work(nth);
  const took: number[] = [];
  for (let nth = 0; nth < searches; nth += 1) {
    const began = performance.now();
    await work(nth);
    took.push(performance.now() - began);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Two pools a hall: windows that do one thing, and windows that do two. */
function manyHalls() {
  return Array.from({ length: count }, (_, nth) =>
    aHall(
      `pier-${nth}`,
      [
        ...['a', 'b', 'c', 'd'].map((id) => aWindow(`${id}${nth}`, { skills: staff })),
        ...['e', 'f'].map((id) => aWindow(`${id}${nth}`, { skills: [...staff, 'household'] })),
      ],
      { opens: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }] },
    ),
  );
}

/** The city as it is on a bad day: booked out at first, then here and there, with years of bookings behind it. */
async function fill(): Promise<void> {
  const from = quantumAt(momentOf(shanghaiDay(new Date()), '00:00'));
  await onDatabase([
    'set session_replication_role = replica',
    `update bookings.slot set booked = capacity where t < ${from + bookedOutDays * 288}`,
    `update bookings.slot set booked = floor(random() * (capacity + 1)) where t >= ${from + bookedOutDays * 288}`,
    `insert into bookings.booking (city, booking_id, hall, branch, day, pool, lane, t, quanta, item, person_id, by_id, state,
        code, sealed, claimed_at, made_at, ended_at)
      select '4419', gen_random_uuid(), 'pier-' || n % ${count}, 'lake/east', current_date - 1 - n % 700,
        'public-order', 0, ${from} - 288 - n % 200000, 4, 'kayak', person, person, 'done',
        lpad((n % 100000000)::text, 8, '0'), '\\x00', now(), now(), now()
      from (select n, md5((n / 4)::text)::uuid as person from generate_series(1, ${past}) as n) as made`,
    'vacuum analyze bookings.slot, bookings.booking',
  ]);
}

async function onDatabase(statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ ...postgres.superuser, database: 'tongban' });
  await client.connect();
  try {
    for (const one of statements) await client.query(one);
  } finally {
    await client.end();
  }
}
