import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { draftsRoutes } from '@tongban/contract';
import { afterAll, expect, test } from 'vitest';
import { city } from '../house/applying.ts';
import { type Client, createClient, signInCitizen } from '../house/client.ts';
import { freePort, type House, newFolder, openHouse } from '../house/house.ts';

const folder = newFolder('kill-database');
const people = ['qin-chunyan', 'he-guilan', 'liang-zhixia'];
const wantedBefore = 8;
let house: House | undefined;
afterAll(async () => {
  await house?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 240_000);

/** The process of the house's own database. */
function databasePid(): number {
  const data = readdirSync(folder).find((name) => /^pg\d+$/.test(name)) ?? '';
  return Number(readFileSync(join(folder, data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

test('a house whose own database or server is killed comes back with everything it acknowledged', async () => {
  const port = await freePort();
  house = await openHouse({ folder, port, environment: { TONGBAN_LOG: 'silent' } });
  const clients: Client[] = [];
  for (const id of people) clients.push(await signInCitizen(house.origin, id));
  const acknowledged: Set<string>[] = people.map(() => new Set());
  const total = () => acknowledged.reduce((sum, drafts) => sum + drafts.size, 0);
  let going = true;
  const writers = clients.map(async ({ call }, person) => {
    const body = { item: 'move-spouse', division: city, answers: [] };
    while (going)
      await call(draftsRoutes.begin, { body }).then(
        ({ draft }) => acknowledged[person]?.add(draft),
        () => pause(50),
      );
  });
  const someMore = async () => {
    const before = total();
    while (total() < before + wantedBefore) await pause(20);
  };

  await someMore();
  const killed = databasePid();
  process.kill(killed, 'SIGKILL');
  await someMore();
  expect(databasePid()).not.toBe(killed);

  await house.kill();
  house = await openHouse({ folder, port, environment: { TONGBAN_LOG: 'silent' } });
  await someMore();
  going = false;
  await Promise.all(writers);

  for (const [person, drafts] of acknowledged.entries()) {
    const { call } = createClient(house.origin, { session: clients[person]?.session() ?? '' });
    for (const draft of drafts)
      expect((await call(draftsRoutes.get, { params: { draft } })).draft).toBe(draft);
  }
}, 900_000);
