import { afterAll, expect, test } from 'vitest';
import { prepared } from './prepared.ts';
import { createTestHouse } from './testing.ts';

const house = await createTestHouse(() => undefined);
afterAll(house.stop);

test('a prepared question is built once and answers for the values of each call', async () => {
  let built = 0;
  const keys = prepared((actor: string, since: Date) => {
    built += 1;
    return house.db
      .withTables<{ 'platform.idempotency': { actor: string; key: string; at: Date; asked: Buffer } }>()
      .selectFrom('platform.idempotency')
      .select('key')
      .where('actor', '=', actor)
      .where('at', '>', since)
      .limit(5);
  });
  const at = new Date('2026-03-02T01:00:00Z');
  for (const key of ['paddle', 'seat'])
    await house.db
      .withTables<{ 'platform.idempotency': { actor: string; key: string; at: Date; asked: Buffer } }>()
      .insertInto('platform.idempotency')
      .values({ actor: `kayak-${key}`, key, at, asked: Buffer.of(1) })
      .execute();
  const early = new Date(at.getTime() - 1);
  expect(await keys(house.db, 'kayak-paddle', early)).toEqual([{ key: 'paddle' }]);
  expect(await keys(house.db, 'kayak-seat', early)).toEqual([{ key: 'seat' }]);
  expect(await keys(house.db, 'kayak-seat', at)).toEqual([]);
  expect(built).toBe(1);
});
