import { shanghaiDay } from '@tongban/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubmissionCount } from './counting.ts';
import { createKayakHouse, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
beforeAll(async () => {
  house = await createKayakHouse();
});
afterAll(() => house.stop());

test('cases are counted on the day they came in, by the channel they came by, and older ones without one', async () => {
  const today = shanghaiDay(house.clock());
  const count = createSubmissionCount(house.db);
  expect(await count({ from: today, to: today })).toEqual([]);
  const owner = await house.citizen();
  const number = await house.submitted(owner);
  expect(await count({ from: today, to: today })).toEqual([{ day: today, channel: 'web', count: 1 }]);
  expect(await count({ from: '2026-01-01', to: '2026-01-31' })).toEqual([]);
  await sql`update cases.case set channel = null where case_number = ${number}`.execute(house.db);
  expect(await count({ from: today, to: today })).toEqual([{ day: today, channel: 'unknown', count: 1 }]);
});
