import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { transaction } from './database.ts';
import { enqueue, job, withdraw } from './jobs.ts';
import { createTestHouse } from './testing.ts';

const paddle = job('kayaks.paddle', Type.Object({ name: Type.String() }));
const done: string[] = [];
const cleaned: Date[] = [];
const house = await createTestHouse(({ jobs }) => {
  jobs.handle(paddle, async ({ name }) => {
    done.push(name);
  });
  jobs.every('kayaks.clean', '0 1 * * *', async (now) => {
    cleaned.push(now);
  });
});
beforeAll(() => house.listen());
afterAll(house.stop);

const order = (name: string, options: { runAt?: Date; key?: string } = {}) =>
  transaction(house.db, (tx) => enqueue(tx, { job: paddle, data: { name }, ...options }));

describe('jobs', () => {
  test('are done soon after the commit that ordered them', async () => {
    await order('红艇');
    await vi.waitFor(() => expect(done).toContain('红艇'), 15_000);
  });
  test('ordered in a transaction that was rolled back are not done', async () => {
    const failed = transaction(house.db, async (tx) => {
      await enqueue(tx, { job: paddle, data: { name: '空艇' } });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    await house.settle();
    expect(done).not.toContain('空艇');
  });
  test('wait for their moment by the clock of the house', async () => {
    const inAYear = new Date(Date.now() + 365 * 86_400_000);
    await order('晚艇', { runAt: inAYear });
    await house.settle();
    expect(done).not.toContain('晚艇');
    house.moveTo(inAYear);
    await house.settle();
    expect(done).toContain('晚艇');
  });
  test('under one key replace each other and can be withdrawn', async () => {
    const runAt = new Date(Date.now() + 700 * 86_400_000);
    await order('旧约', { runAt, key: 'kayak-7' });
    await order('新约', { runAt, key: 'kayak-7' });
    await order('撤约', { runAt, key: 'kayak-8' });
    await transaction(house.db, (tx) => withdraw(tx, 'kayak-8'));
    house.moveTo(runAt);
    await house.settle();
    expect(done.filter((name) => name.endsWith('约'))).toEqual(['新约']);
  });
  test('without their promised shape are refused where they are ordered', async () => {
    await expect(
      transaction(house.db, (tx) => enqueue(tx, { job: paddle, data: {} as never })),
    ).rejects.toThrow('promised shape');
  });
});

test('a timer works by the clock of the house', async () => {
  await house.platform.jobs.runTimer('kayaks.clean');
  expect(cleaned).toEqual([house.clock()]);
});
