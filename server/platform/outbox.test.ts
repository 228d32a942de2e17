import { sql } from 'kysely';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { transaction } from './database.ts';
import { fact, publish } from './facts.ts';
import { createTestHouse } from './testing.ts';

const launched = fact('kayaks.launched', Type.Object({ name: Type.String() }));
const sunk = fact('kayaks.sunk', Type.Object({ name: Type.String() }));
const heard: string[] = [];
const stubborn = vi.fn();
const house = await createTestHouse(({ outbox }) => {
  outbox.subscribe({
    name: 'tests.log',
    on: [launched, sunk],
    handle: async (_tx, event) => {
      heard.push(`${event.type} ${event.data.name}`);
    },
  });
  outbox.subscribe({
    name: 'tests.stubborn',
    on: launched,
    handle: async (tx, event) => {
      await sql`insert into platform.idempotency (actor, key, asked) values ('stubborn', ${event.id}, '')`.execute(
        tx,
      );
      if (event.data.name === '倔艇' && stubborn() !== 'mended') throw new Error('not yet');
    },
  });
});
beforeAll(() => house.listen());
afterAll(house.stop);

const say = (name: string, kind: typeof launched | typeof sunk = launched) =>
  transaction(house.db, (tx) => publish(tx, kind({ name })));
const effects = async () =>
  (await sql`select from platform.idempotency where actor = 'stubborn'`.execute(house.db)).rows.length;

describe('events', () => {
  test('reach their subscribers soon after the commit, in order', async () => {
    await say('甲艇');
    await say('甲艇', sunk);
    await vi.waitFor(() => expect(heard).toEqual(['kayaks.launched 甲艇', 'kayaks.sunk 甲艇']), 15_000);
  });
  test('of a transaction that was rolled back reach nobody', async () => {
    const failed = transaction(house.db, async (tx) => {
      await publish(tx, launched({ name: '空艇' }));
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    await house.platform.outbox.settle();
    expect(heard).not.toContain('kayaks.launched 空艇');
  });
  test('of a transaction that commits late are not missed, though later ones came first', async () => {
    const { promise: go, resolve: release } = Promise.withResolvers<void>();
    const { promise: stated, resolve: isStated } = Promise.withResolvers<void>();
    const slow = transaction(house.db, async (tx) => {
      await publish(tx, launched({ name: '慢艇' }));
      isStated();
      await go;
    });
    await stated;
    await say('快艇');
    await new Promise((resolve) => setTimeout(resolve, 200));
    release();
    await slow;
    await vi.waitFor(
      () => expect(heard.slice(-2)).toEqual(['kayaks.launched 慢艇', 'kayaks.launched 快艇']),
      30_000,
    );
  });
  test('that a subscriber cannot digest are tried again later, and hold nobody up', async () => {
    await house.platform.outbox.settle();
    const before = await effects();
    await say('倔艇');
    await say('随艇');
    await vi.waitFor(async () => expect(await effects()).toBe(before + 1), 15_000);
    expect(stubborn).toHaveBeenCalledTimes(1);
    stubborn.mockReturnValue('mended');
    house.moveBy({ seconds: 3 });
    await house.platform.outbox.settle();
    expect(await effects()).toBe(before + 2);
    expect((await sql`select from platform.redelivery`.execute(house.db)).rows).toEqual([]);
  });
  test('without their promised shape are refused where they are stated', () => {
    expect(() => launched({ name: 5 } as never)).toThrow('promised shape');
  });
  test('are carried once though two processes carry them', async () => {
    const before = await effects();
    await say('独艇');
    await Promise.all([house.platform.outbox.settle(), house.platform.outbox.settle()]);
    expect(heard.filter((line) => line.endsWith('独艇'))).toHaveLength(1);
    expect(await effects()).toBe(before + 1);
  });
});

test('two subscribers may not share a name', () => {
  const again = () =>
    house.platform.outbox.subscribe({ name: 'tests.log', on: launched, handle: async () => undefined });
  expect(again).toThrow('Two subscribers are named tests.log');
});
