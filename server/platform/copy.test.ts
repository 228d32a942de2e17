import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyRows } from './copy.ts';
import { settingsOf } from './database.ts';
import { createTestHouse, type TestHouse } from './testing.ts';

let house: TestHouse;
let client: pg.Client;
beforeAll(async () => {
  house = await createTestHouse(() => undefined);
  client = new pg.Client(settingsOf(house.connection));
  await client.connect();
  await client.query(
    'create temp table boat (id uuid, name text, length integer, at timestamptz, day date, sealed bytea, facts jsonb)',
  );
});
afterAll(async () => {
  await client.end();
  await house.stop();
});

const boats = {
  name: 'boat',
  columns: [
    ['id', 'uuid'],
    ['name', 'text'],
    ['length', 'integer'],
    ['at', 'timestamptz'],
    ['day', 'date'],
    ['sealed', 'bytea'],
    ['facts', 'jsonb'],
  ],
} as const;
const id = '01920000-0000-7000-8000-000000000001';

describe('loading by COPY', () => {
  test('keeps every kind of value as it was, and what is absent as empty', async () => {
    const at = new Date('1999-12-31T23:59:59.123Z');
    const facts = '{"水域":"江河"}';
    await copyRows(client, boats, [
      [id, '皮划艇🛶', -300, at, '1999-02-28', Buffer.from([0, 255]), facts],
      [undefined, undefined, undefined, undefined, undefined, undefined, undefined],
    ]);
    const { rows } = await client.query(
      'select id, name, length, at, day::text as day, sealed, facts from boat order by id',
    );
    const whole = { id, name: '皮划艇🛶', length: -300, at, day: '1999-02-28' };
    expect(rows[0]).toEqual({ ...whole, sealed: Buffer.from([0, 255]), facts: { 水域: '江河' } });
    expect(Object.values(rows[1] as object)).toEqual(Array(7).fill(null));
  });

  test('sends more than one page', async () => {
    const name = 'x'.repeat(10_000);
    const rows = Array.from({ length: 500 }, () => [id, name, 1, undefined, undefined, undefined, undefined]);
    await copyRows(client, boats, rows);
    const { rows: found } = await client.query(
      'select count(*)::integer as count from boat where length = 1',
    );
    expect(found).toEqual([{ count: 500 }]);
  });
});
