import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderAssistRoutes } from '@tongban/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, openKeys, rotateKeys, secretNamed } from '../../../platform/index.ts';
import { hotlineBytes } from '../index.ts';
import { type AssistHouse, createAssistHouse } from './assist-house.fixture.ts';

let house: AssistHouse;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'veil-'));
  house = await createAssistHouse(folder);
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

async function changeKeys(): Promise<void> {
  const { config, db } = house.platform;
  const owner = openDatabase(house.ownerConnection, {
    max: 2,
    whoActs: () => ({ role: 'worker' }),
    onError: () => undefined,
  });
  const keys = await openKeys({ db, suite: 'intl', secret: secretNamed(config, 'TONGBAN_VAULT_SECRET') });
  const columns = hotlineBytes.sealed;
  await rotateKeys({ owner: owner.db, keys, columns, tell: () => undefined, graceMs: 500 });
  await owner.close();
}

test('orders of before a change of keys are found by their words again, however many there are', async () => {
  const operator = house.at('operator');
  const taken: string[] = [];
  for (let at = 0; at < 201; at += 1)
    taken.push((await house.take(operator, { title: `桨架松了 ${at}`, text: '码头的桨架松了。' })).order);
  await house.settle();
  const found = async () =>
    (await house.as(operator)(orderAssistRoutes.search, { query: { q: '桨架' } })).orders.map(
      ({ order }) => order,
    );
  await house.platform.jobs.runTimer('hotline.reindex');
  expect(await found()).toHaveLength(50);
  await house.platform.start();
  await changeKeys();
  // A house that is open knows the words it was asked lately by both keys.
  for (let at = 0; at < 300 && (await found()).length > 0; at += 1);
  expect(await found()).toEqual([]);
  await house.platform.jobs.runTimer('hotline.reindex');
  expect(await found()).toHaveLength(50);
  const last = taken.at(-1) ?? '';
  const { orders } = await house.as(operator)(orderAssistRoutes.search, { query: { q: '桨架 200' } });
  expect(orders.map(({ order }) => order)).toContain(last);
});
