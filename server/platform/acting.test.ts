import { type Role, route, staff } from '@tongban/contract';
import { sql } from 'kysely';
import pg from 'pg';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asCaller, asMachine, whoActs } from './acting.ts';
import type { Caller } from './caller.ts';
import { openDatabase, settingsOf, transaction } from './database.ts';
import { newId } from './ids.ts';
import { introduceConnections } from './introductions.ts';
import { enqueue, job } from './jobs.ts';
import { serve } from './serve.ts';
import { createTestHouse } from './testing.ts';

const Told = Type.Object({ role: Type.String(), person: Type.String(), branch: Type.String() });
const everyone = { roles: ['citizen', ...staff], scope: 'own' } as const;
const who = route({ method: 'GET', path: '/who', access: everyone, summary: 'Who', reply: Told });
const act = route({
  ...{ method: 'POST', path: '/who', access: everyone, summary: 'Who, in a transaction' },
  ...{ body: Type.Object({ fails: Type.Boolean() }), reply: Type.Array(Told) },
});
const paddle = job('kayaks.paddle', Type.Object({}));
const heard: string[] = [];

const house = await createTestHouse((platform) => {
  serve(platform.http, who, () => told(platform.db));
  serve(platform.http, act, ({ body }, _, { transaction: run }) =>
    run(async (tx) => {
      const inside = await told(tx);
      const outside = await told(platform.db);
      if (body.fails) await sql`select 1 / 0`.execute(tx);
      return [inside, outside];
    }),
  );
  platform.jobs.handle(paddle, async () => void heard.push((await told(platform.db)).role));
});
afterAll(house.stop);

/** What the database knows of the one who asks. */
async function told(db: typeof house.db) {
  const { rows } = await sql<{ role: string; person: string; branch: string }>`select
    current_setting('app.role', true) as role,
    current_setting('app.person', true) as person,
    current_setting('app.branch', true) as branch`.execute(db);
  const [row] = rows;
  return { role: row?.role ?? '', person: row?.person ?? '', branch: row?.branch ?? '' };
}

function aCaller(role: Role): Caller & { personId: string } {
  const assignment = { id: newId(), branch: `lake/${role}` };
  return { role, personId: newId(), ...(role === 'citizen' ? {} : { assignment }) };
}
const asTold = ({ role, personId, assignment }: Caller) => ({
  ...{ role, person: personId ?? '' },
  // Only whoever works on cases has a branch to the database.
  branch: role === 'clerk' || role === 'approver' ? (assignment?.branch ?? '') : '',
});

describe('the database knows who acts', () => {
  test('in and outside the transaction of a request', async () => {
    const clerk = aCaller('clerk');
    const call = house.as(clerk);
    expect(await call(who, {})).toEqual(asTold(clerk));
    expect(await call(act, { body: { fails: false } })).toEqual([asTold(clerk), asTold(clerk)]);
  });

  test('whoever comes next on a connection is never taken for the one before', async () => {
    const callers = (['citizen', 'clerk', 'approver', 'auditor'] as const).flatMap((role) => [
      aCaller(role),
      aCaller(role),
      aCaller(role),
    ]);
    const visits = Array.from({ length: 400 }, async (_, at) => {
      const caller = callers[(at * 7) % callers.length] ?? aCaller('clerk');
      const call = house.as(caller);
      if (at % 5 === 0) {
        await expect(call(act, { body: { fails: true } })).rejects.toThrow();
        return;
      }
      const seen = at % 2 === 0 ? [await call(who, {})] : await call(act, { body: { fails: false } });
      for (const one of seen) expect(one).toEqual(asTold(caller));
    });
    await Promise.all(visits);
  });

  test('a job acts as the worker, whoever ordered it', async () => {
    await asCaller(aCaller('clerk'), () =>
      transaction(house.db, (tx) => enqueue(tx, { job: paddle, data: {} })),
    );
    await house.settle();
    expect(heard).toEqual(['worker']);
  });

  test('work inside other work acts in its own name, and the outer goes on in the outer name', async () => {
    const clerk = aCaller('clerk');
    const seen = await asCaller(clerk, async () => {
      const inner = await asMachine('sign-in', async () => (await told(house.db)).role);
      return [inner, (await told(house.db)).role];
    });
    expect(seen).toEqual(['sign-in', 'clerk']);
  });
});

describe('where nobody acts', () => {
  const database = openDatabase(house.connection, { max: 2, onError: () => undefined, whoActs });
  afterAll(database.close);
  beforeAll(async () => {
    const owner = new pg.Client(settingsOf(house.ownerConnection));
    await owner.connect();
    await owner.query(`create schema kayaks;
      create table kayaks.kayak (person_id uuid not null, name text not null);
      alter table kayaks.kayak enable row level security;
      alter table kayaks.kayak force row level security;
      create policy own on kayaks.kayak using (
        current_setting('app.role', true) = 'citizen'
        and person_id = nullif(current_setting('app.person', true), '')::uuid
      );
      grant usage on schema kayaks to public;
      grant select, insert, update, delete on kayaks.kayak to public`);
    await owner.end();
  });
  const add = (personId: string) =>
    sql`insert into kayaks.kayak (person_id, name) values (${personId}, '红艇')`.execute(database.db);
  const count = async () => (await sql`select from kayaks.kayak`.execute(database.db)).rows.length;

  test('no row is seen and none can be added, even on a connection another has just used', async () => {
    const citizen = aCaller('citizen');
    await asCaller(citizen, async () => {
      await Promise.all(Array.from({ length: 10 }, () => add(citizen.personId)));
      expect(await count()).toBe(10);
    });
    const counts = await Promise.all(Array.from({ length: 10 }, count));
    expect(new Set(counts)).toEqual(new Set([0]));
    await expect(add(citizen.personId)).rejects.toThrow('row-level security');
    expect(await asCaller(aCaller('citizen'), count)).toBe(0);
  });
  test('a citizen cannot add a row of another', async () => {
    await expect(asCaller(aCaller('citizen'), () => add(newId()))).rejects.toThrow('row-level security');
  });
});

test('the same one again costs no further question, another one costs one, the door none after the first', async () => {
  const [pool, doorway] = [1, 1].map((max) => new pg.Pool({ ...settingsOf(house.connection), max })) as [
    pg.Pool,
    pg.Pool,
  ];
  const told: string[] = [];
  for (const one of [pool, doorway])
    one.on('connect', (client) => {
      const query = client.query.bind(client);
      vi.spyOn(client, 'query').mockImplementation(((text: string, values: string[]) => {
        if (text.includes('app.role')) told.push(values[0] ?? '');
        return query(text, values);
      }) as typeof client.query);
    });
  introduceConnections({ pool, doorway, whoActs });
  const visit = async () => (await pool.connect()).release();
  const clerk = aCaller('clerk');
  for (const _ of [1, 2, 3]) {
    await asMachine('sign-in', visit);
    await asCaller(clerk, visit);
  }
  expect(told).toEqual(['sign-in', 'clerk']);
  await asCaller(aCaller('approver'), visit);
  await visit();
  expect(told).toEqual(['sign-in', 'clerk', 'approver', '']);
  await Promise.all([pool.end(), doorway.end()]);
});

test('questions that follow each other at once are asked on one connection, however many ask', async () => {
  const backend = async () =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(house.db)).rows[0]?.pid;
  const one = () =>
    asCaller(aCaller('clerk'), async () => new Set([await backend(), await backend(), await backend()]).size);
  expect(await Promise.all(Array.from({ length: 20 }, one))).toEqual(Array.from({ length: 20 }, () => 1));
});

test('a person waits five seconds for a row another holds, the house as long as it takes', async () => {
  const timeout = async () =>
    (await sql<{ lock_timeout: string }>`show lock_timeout`.execute(house.db)).rows[0]?.lock_timeout;
  expect(await asCaller(aCaller('clerk'), timeout)).toBe('5s');
  expect(await asMachine('worker', timeout)).toBe('0');
});
