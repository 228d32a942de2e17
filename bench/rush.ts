import { spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addDays } from '@tongban/calendar';
import { shanghaiDay } from '@tongban/kernel';
import { momentOf, quantumAt } from '@tongban/queueing';
import pg from 'pg';
import { addressOf } from '../e2e/crash/servers.ts';
import { freePort, newFolder, openHouse } from '../e2e/house/house.ts';
import { invariants } from '../server/modules/bookings/invariants.fixture.ts';
import { startPostgres } from '../server/platform/index.ts';
import { openWires } from './wires.ts';

/**
 * 抢号测速: more people than places ask for one day within ten seconds, each with a session of their own; then bookings as
 * fast as thirty-two people can, beside pgbench making the same claim of the same database with as many.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    people: { type: 'string', default: '5000' },
    places: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '10' },
    steady: { type: 'string', default: '2000' },
  },
});
const [people, places, seconds, steady] = [values.people, values.places, values.seconds, values.steady].map(
  Number,
) as [number, number, number, number];
const [hall, item] = ['dg-civic', 'id-reissue'];
/** The item takes a quarter of an hour. */
const [quanta, starts, clients] = [3, 25, 32];
const rushDay = addDays(shanghaiDay(new Date()), 3);
const steadyDay = addDays(rushDay, 1);

type Person = { readonly id: string; readonly token: string };
type Answer = { readonly status: number; readonly code: string; readonly ms: number };

const folder = newFolder('bench-rush');
const postgres = await startPostgres({ folder });
try {
  const house = await openHouse({
    folder,
    port: await freePort(),
    environment: {
      DATABASE_URL: addressOf(postgres.application),
      DATABASE_MIGRATOR_URL: addressOf(postgres.migrator),
      TONGBAN_LOG: 'silent',
    },
  });
  try {
    await measure(house.origin);
  } finally {
    await house.stop();
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(origin: string): Promise<void> {
  const crowd = await invite(people + 2 * steady);
  const pool = await poolOfHall();
  await layOut({ day: rushDay, pool, room: Math.ceil(places / starts) });
  await layOut({ day: steadyDay, pool, room: 30_000 });
  const book = bookOver(origin);
  // Whoever comes first warms the house, not the measurement.
  await Promise.all(crowd.splice(0, 64).map((person, nth) => book(person, at(steadyDay, nth % starts))));

  const answers = await rush(crowd.splice(0, people), book);
  const perSecond = await steadily(crowd.splice(0, steady), book);
  const bench = pgbench(pool);
  await tell({ answers, perSecond, bench });
}

/** Everybody asks once, at a time of their own within the seconds, for a start of their own choice. */
function rush(crowd: readonly Person[], book: Book): Promise<Answer[]> {
  return Promise.all(
    crowd.map(async (person, nth) => {
      await sleep((nth * seconds * 1000) / crowd.length);
      return book(person, at(rushDay, Math.floor(Math.random() * starts)));
    }),
  );
}

/** Bookings a second when so many clients book one after another and places are plenty. */
async function steadily(crowd: readonly Person[], book: Book): Promise<number> {
  const waiting = [...crowd];
  const began = performance.now();
  const failed: Answer[] = [];
  const client = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const answer = await book(next, at(steadyDay, Math.floor(Math.random() * starts)));
      if (answer.status !== 201) failed.push(answer);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  if (failed.length > 0) throw new Error(`${failed.length} were refused: ${JSON.stringify(failed[0])}`);
  return (crowd.length * 1000) / (performance.now() - began);
}

type Book = (person: Person, moment: string) => Promise<Answer>;

function bookOver(origin: string): Book {
  const wires = openWires(origin, 256);
  return async ({ token }, moment) => {
    const began = performance.now();
    const { status, body } = await wires.ask({
      ...{ method: 'POST', path: '/api/bookings', body: JSON.stringify({ hall, item, at: moment }) },
      headers: {
        ...{ 'content-type': 'application/json', cookie: `tongban_session=${token}` },
        'idempotency-key': randomUUID(),
      },
    });
    const { code = '' } = status === 201 ? {} : (JSON.parse(body.toString()) as { code?: string });
    return { status, code, ms: performance.now() - began };
  };
}

function at(day: string, nth: number): string {
  return new Date(momentOf(day, '09:00').getTime() + nth * quanta * 5 * 60_000).toISOString();
}

/** Persons and sessions of their own, put straight into the database: signing in is measured elsewhere. */
async function invite(count: number): Promise<Person[]> {
  const crowd = Array.from({ length: count + 64 }, () => ({
    id: randomUUID(),
    token: randomBytes(32).toString('base64url'),
  }));
  const hashes = crowd.map(({ token }) => createHash('sha256').update(token).digest());
  const ids = crowd.map(({ id }) => id);
  await onDatabase(
    `insert into identity.person (person_id, kind, name, born_on, created_at)
      select id, 'citizen', '示例·抢号', '1990-03-07', now() from unnest($1::uuid[]) as id`,
    [ids],
  );
  await onDatabase(
    `insert into identity.session (session_id, token_hash, person_id, kind, started_at, seen_at, expires_at)
      select gen_random_uuid(), hash, id, 'citizen', now(), now(), now() + interval '1 hour'
      from unnest($1::uuid[], $2::bytea[]) as one (id, hash)`,
    [ids, hashes],
  );
  return crowd;
}

/** A day of the hall with so many places at each of its starts, in the pool everybody is booked in. */
async function layOut({ day, pool, room }: { day: string; pool: string; room: number }): Promise<void> {
  const opens = quantumAt(momentOf(day, '09:00'));
  const first = quantumAt(momentOf(day, '00:00'));
  await onDatabase(`delete from bookings.slot where hall = $1 and t >= $2 and t < $2 + 288`, [hall, first]);
  await onDatabase(
    `insert into bookings.slot (city, hall, pool, lane, t, planned, capacity, opens_at)
      select '4419', $1, $2, 0, t, $3, $3, '-infinity' from generate_series($4::integer, $5::integer) as t`,
    [hall, pool, room, opens, opens + starts * quanta - 1],
  );
}

/** The pool of the windows that are booked together, as it is laid out on other days. */
async function poolOfHall(): Promise<string> {
  const rows = await onDatabase<{ pool: string }>(
    `select pool from bookings.slot where hall = $1 and pool like '%+%' limit 1`,
    [hall],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`nothing is laid out at ${hall}`);
  return row.pool;
}

/** The statements of one booking under the same row policies, as fast as the database alone takes them from as many clients. */
function pgbench(pool: string): number | undefined {
  const script = join(folder, 'rush.sql');
  writeFileSync(script, claimScript(pool));
  const { application } = postgres;
  if ('url' in application) throw new Error('the bench measures a database of its own');
  const { host, port, user, password } = application;
  const done = spawnSync(
    'pgbench',
    [
      ...[
        '-n',
        '-M',
        'prepared',
        '-c',
        String(clients),
        '-j',
        '2',
        '-t',
        String(Math.ceil(steady / clients)),
      ],
      ...['-f', script, '-h', host, '-p', String(port), '-U', user, 'tongban'],
    ],
    { encoding: 'utf8', env: { ...process.env, PGPASSWORD: password } },
  );
  if (done.error !== undefined) return undefined;
  const perSecond = /tps = ([\d.]+)/.exec(done.stdout)?.[1];
  if (done.status !== 0 || perSecond === undefined) throw new Error(`${done.stdout}\n${done.stderr}`);
  return Number(perSecond);
}

/** The claim of one booking with what makes it safe: its key, its room and its person’s standing, its event and its audit line. */
function claimScript(pool: string): string {
  const day = `date '${steadyDay}'`;
  const first = quantumAt(momentOf(steadyDay, '09:00'));
  const given = `jsonb_build_object('city', '4419', 'booking_id', gen_random_uuid(), 'hall', '${hall}', 'branch', 'bench',
    'day', ${day}, 't', ${first} + :start * ${quanta}, 'quanta', ${quanta}, 'item', '${item}', 'person_id', md5(:who::text)::uuid,
    'by_id', md5(:who::text)::uuid, 'state', 'booked', 'code', lpad((:who % 100000000)::text, 8, '0'), 'sequence', 0,
    'sealed', '\\x00', 'claimed_at', now(), 'made_at', now())`;
  return [
    '\\set who random(1, 2000000000)',
    `\\set start random(0, ${starts - 1})`,
    'begin;',
    "set local lock_timeout = '5s';",
    `select set_config('app.role', 'citizen', true), set_config('app.person', md5(:who::text)::uuid::text, true),
      set_config('app.applicant', md5(:who::text)::uuid::text, true);`,
    "insert into platform.idempotency (actor, key, asked) values (md5(:who::text), gen_random_uuid()::text, '\\x00');",
    `select * from bookings.ask('4419', '${hall}', array['${pool}'], array[1, 0]::smallint[], ${first} + :start * ${quanta},
      ${quanta}, now(), md5(:who::text)::uuid, '${item}', ${first});`,
    `select bookings.take(${given}, array['${pool}'], array[0::smallint], false);`,
    "insert into platform.event (id, at, type, data) values (gen_random_uuid(), now(), 'bookings.made', '{}');",
    "select pg_notify('tongban_event', '');",
    `insert into platform.audit (id, actor, role, action, object, result, request_id)
      values (gen_random_uuid(), md5(:who::text), 'citizen', 'booking.book', 'bench', 'done', 'bench');`,
    'commit;',
  ]
    .map((line) => line.replace(/\s*\n\s*/g, ' '))
    .join('\n');
}

type Told = { answers: readonly Answer[]; perSecond: number; bench: number | undefined };

async function tell({ answers, perSecond, bench }: Told): Promise<void> {
  const booked = answers.filter(({ status }) => status === 201).length;
  const serverErrors = answers.filter(({ status }) => status >= 500).length;
  const refusedOtherwise = answers.filter(
    ({ status, code }) => status !== 201 && code !== 'bookings.full',
  ).length;
  const sorted = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
  const faults: Record<string, number> = {};
  for (const [name, question] of Object.entries(invariants))
    faults[name] = (await onDatabase<{ faults: number }>(question))[0]?.faults ?? Number.NaN;
  console.table({ faults });
  console.table({
    'bookings by HTTP': { perSecond: Math.round(perSecond) },
    ...(bench === undefined ? {} : { 'the same claim by pgbench': { perSecond: Math.round(bench) } }),
  });
  console.log(
    JSON.stringify({
      ...{ people: answers.length, booked, oversold: (faults.oversold ?? 0) + Math.max(0, booked - places) },
      ...{ twice: (faults['one person twice for an item'] ?? 0) + (faults['one person twice at once'] ?? 0) },
      ...{ serverErrors, refusedOtherwise, p50: ms(sorted[Math.floor(sorted.length / 2)]), p99: ms(at99) },
      perSecond: Math.round(perSecond),
      ...(bench === undefined ? {} : { ratioPgbench: Math.round((perSecond / bench) * 100) / 100 }),
    }),
  );
}

function ms(value = Number.NaN): number {
  return Math.round(value);
}

async function onDatabase<Row extends pg.QueryResultRow>(
  text: string,
  given: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ ...postgres.superuser, database: 'tongban' });
  await client.connect();
  try {
    return (await client.query<Row>(text, given)).rows;
  } finally {
    await client.end();
  }
}
