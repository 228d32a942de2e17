import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { queueRoutes, type WindowQueue } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../server/platform/index.ts';
import { type Client, createClient, signInStaff } from '../house/client.ts';
import { type House, newFolder } from '../house/house.ts';
import { type Servers, startServers } from './servers.ts';

const kills = 8;
const folder = newFolder('kill-calls');
let servers: Servers;
beforeAll(async () => {
  servers = await startServers(folder, kills + 2);
}, 180_000);
afterAll(async () => {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
}, 240_000);

type Call = (client: Client, key: string) => Promise<WindowQueue>;
const next: Call = (client, key) => client.call(queueRoutes.next, { body: {} }, { key });
const finish =
  (ticket: string): Call =>
  (client, key) =>
    client.call(queueRoutes.act, { params: { ticket }, body: { act: 'finish', next: false } }, { key });

test(`the server killed ${kills} times while a window calls loses no ticket, calls none twice and leaves no gap in the calls`, async () => {
  const first = await servers.next();
  const session = (await signInStaff(first.origin, 'clerk')).session() ?? '';
  const at = (house: House) => createClient(house.origin, { session });
  await at(first).call(queueRoutes.setWindow, { body: { state: 'open' } });
  await fillQueue(kills + 1);

  let house = await servers.next();
  const began = performance.now();
  const probe = await next(at(house), randomUUID());
  const usual = performance.now() - began;
  const called = [numberOf(probe)];
  await finish(probe.current?.ticket ?? '')(at(house), randomUUID());
  for (let round = 0; round < kills; round += 1) {
    const key = randomUUID();
    const answer = next(at(house), key).catch((error: unknown) => error);
    await pause((usual * (round + 0.5)) / kills);
    await house.kill();
    await answer;
    house = await servers.next();
    const settled = await surely(at(house), next, key);
    called.push(numberOf(settled));
    await surely(at(house), finish(settled.current?.ticket ?? ''), randomUUID());
  }
  expect(called).toEqual(
    Array.from({ length: kills + 1 }, (_, place) => `A${String(place + 1).padStart(3, '0')}`),
  );
  const told = await onDatabase('select seq, number from hall.call order by seq', []);
  expect(told.map(({ number }) => number)).toEqual(called);
  expect(told.map(({ seq }) => Number(seq))).toEqual(called.map((_, place) => place + 1));
  const events = await onDatabase(
    `select ticket_id from hall.ticket_event where what = 'called' group by ticket_id having count(*) <> 1`,
    [],
  );
  expect(events).toEqual([]);
}, 1_800_000);

/** Lets people wait at the hall of the clerk, as if they had taken numbers before. */
async function fillQueue(people: number): Promise<void> {
  const hashes = Array.from({ length: people }, () => createHash('sha256').update(randomBytes(24)).digest());
  await onDatabase(
    `insert into hall.ticket (city, ticket_id, hall, day, branch, number, key_hash, key_sealed, item, needs, kind, state,
        due, why, calls, taken_at, first_taken_at, told_near)
      select city, gen_random_uuid(), hall, $1, branch, 'A' || lpad(place::text, 3, '0'), hash, '\\x00', 'hh-cert',
        array['household'], 'walk-in', 'waiting', now() + place * interval '1 second', '', 0, now(), now(), false
      from unnest($2::bytea[]) with ordinality as given (hash, place), (select city, hall, branch from hall.day) as here`,
    [shanghaiDay(new Date()), hashes],
  );
}

async function onDatabase(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const { pool, close } = openDatabase(servers.database, {
    max: 1,
    onError: () => undefined,
    whoActs: () => undefined,
  });
  try {
    return (await pool.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await close();
  }
}

/** Asks again under the same key until there is an answer, as a screen does whose connection broke. */
async function surely(client: Client, call: Call, key: string): Promise<WindowQueue> {
  for (;;) {
    try {
      return await call(client, key);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await pause(50);
    }
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof Problem) return error.kind === 'unavailable' || error.code === 'request.in-flight';
  return error instanceof TypeError;
}

function numberOf({ current }: WindowQueue): string {
  return current?.number ?? '';
}
