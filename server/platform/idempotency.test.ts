import { route } from '@tongban/contract';
import { sql } from 'kysely';
import Type from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { newId } from './ids.ts';
import { serve } from './serve.ts';
import { createTestHouse } from './testing.ts';

const add = route({
  method: 'POST',
  path: '/kayaks',
  access: { roles: ['citizen'], scope: 'own' },
  summary: 'Register a kayak',
  body: Type.Object({ name: Type.String(), waitMs: Type.Optional(Type.Integer()) }),
  reply: Type.Object({ id: Type.String() }),
  status: 201,
});
const look = route({
  method: 'POST',
  path: '/kayaks/search',
  access: 'public',
  summary: 'Search',
  repeatable: true,
  body: Type.Object({}),
  reply: Type.Object({ found: Type.Integer() }),
});
const person = { role: 'citizen', personId: newId() } as const;
const house = await createTestHouse(async ({ http, db }) => {
  serve(http, look, () => ({ found: 0 }));
  serve(http, add, ({ body }, _caller, { transaction }) =>
    transaction(async (tx) => {
      const id = newId();
      await sql`select pg_sleep(${(body.waitMs ?? 0) / 1000})`.execute(tx);
      await sql`insert into platform.event (id, at, type, data) values (${id}, now(), 'kayak', '{}')`.execute(
        tx,
      );
      if (body.name === '坏艇') throw new Error('broken after the write');
      return { id };
    }),
  );
  await sql`select 1`.execute(db);
});
afterAll(house.stop);

async function kayaks(): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from platform.event`.execute(
    house.db,
  );
  return rows[0]?.total ?? 0;
}
const post = (
  key: string | undefined,
  payload: object,
  caller: Parameters<typeof house.headersOf>[0] = person,
) =>
  house.inject({
    method: 'POST',
    url: '/api/kayaks',
    payload,
    headers: { ...house.headersOf(caller), ...(key === undefined ? {} : { 'idempotency-key': key }) },
  });

describe('a creating call', () => {
  test('without a key is refused', async () => {
    expect((await post(undefined, { name: '红艇' })).json()).toMatchObject({
      status: 400,
      code: 'request.key-missing',
    });
    expect((await post('短', { name: '红艇' })).json().code).toBe('request.key-malformed');
  });
  test('repeated under its key is answered again, not done again', async () => {
    const key = newId();
    const first = await post(key, { name: '红艇' });
    const before = await kayaks();
    const second = await post(key, { name: '红艇' });
    expect([second.statusCode, second.payload]).toEqual([201, first.payload]);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(await kayaks()).toBe(before);
  });
  test('that asks something else under a used key is refused', async () => {
    const key = newId();
    await post(key, { name: '红艇' });
    expect((await post(key, { name: '蓝艇' })).json()).toMatchObject({
      status: 409,
      code: 'request.key-reused',
    });
  });
  test('sent ten times at once is done once, and all are answered alike', async () => {
    const before = await kayaks();
    const key = newId();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(key, { name: '急艇', waitMs: 50 })),
    );
    expect(new Set(answers.map((answer) => answer.payload)).size).toBe(1);
    expect(answers.every((answer) => answer.statusCode === 201)).toBe(true);
    expect(await kayaks()).toBe(before + 1);
  });
  test('under the key of somebody else is a call of its own', async () => {
    const key = newId();
    const mine = await post(key, { name: '红艇' });
    const theirs = await post(key, { name: '红艇' }, { role: 'citizen', personId: newId() });
    expect(theirs.json().id).not.toBe(mine.json().id);
  });
  test('that broke left nothing behind and can be repeated', async () => {
    const before = await kayaks();
    const key = newId();
    expect((await post(key, { name: '坏艇' })).statusCode).toBe(500);
    expect(await kayaks()).toBe(before);
    const keys = await sql`select from platform.idempotency where key = ${key}`.execute(house.db);
    expect(keys.rows).toEqual([]);
    expect((await post(key, { name: '好艇' })).statusCode).toBe(201);
  });
});

test('a call that creates nothing needs no key', async () => {
  expect(await house.anyone(look, { body: {} })).toEqual({ found: 0 });
});
test('keys are forgotten after three days', async () => {
  const key = newId();
  await post(key, { name: '旧艇' });
  house.moveBy({ hours: 73 });
  await house.platform.jobs.runTimer('platform.forget-keys');
  const keys = await sql`select from platform.idempotency where key = ${key}`.execute(house.db);
  expect(keys.rows).toEqual([]);
});
