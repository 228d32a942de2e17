import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asMachine, transaction } from '../../platform/index.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import type { WorkerGo, WorkerStart } from './notice-worker.fixture.ts';
import { buildNotices } from './notices-built.fixture.ts';
import { createSmsGateway, type SmsPeer } from './ports/sms-http.ts';

const kills = 60;
/** So many processes are made ready ahead, for a start takes longer than most of them live. */
const ahead = 2;
const facts = { item: { zh: '皮划艇下水登记', en: 'Register a kayak' }, number: '990100000001' };

/** A gateway that takes each message over after a while, and remembers how often each came. */
async function openGateway() {
  const byReference = new Map<string, number>();
  const texts = new Map<string, number>();
  const count = (into: Map<string, number>, key: string) => into.set(key, (into.get(key) ?? 0) + 1);
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      const { reference, text } = JSON.parse(body) as { reference: string; text: string };
      count(byReference, reference);
      count(texts, text);
      setTimeout(() => response.end('{"id":"g"}'), Math.random() * 40);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const peer: SmsPeer = { provider: 'one', url: `http://127.0.0.1:${port}`, key: 'k', secret: 'kayak' };
  return { peer, byReference, texts, close: () => server.closeAllConnections() ?? server.close() };
}

let gateway: Awaited<ReturnType<typeof openGateway>>;
let house: TestHouse;
let notices: ReturnType<typeof buildNotices>['notices'];
const children = new Set<ChildProcess>();
beforeAll(async () => {
  gateway = await openGateway();
  const ports = { sms: [createSmsGateway(gateway.peer)], receiptsFrom: [], wechat: undefined };
  house = await createTestHouse((platform) => {
    ({ notices } = buildNotices(platform, ports));
  });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  gateway.close();
  await house.stop();
});

/** A process that is ready to work, and does not yet. */
async function aWorker(): Promise<ChildProcess> {
  const { connection, platform, clock } = house;
  const start: WorkerStart = {
    ...{ connection, dataFolder: platform.config.dataFolder, peer: gateway.peer },
    at: clock().toISOString(),
  };
  const file = join(import.meta.dirname, 'notice-worker.fixture.ts');
  const child = fork(file, [JSON.stringify(start)], {
    env: { NODE_COMPILE_CACHE: join(platform.config.dataFolder, 'compiled') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.add(child);
  await once(child, 'message');
  return child;
}

/** Tells one notice after another, as the acts of a day do, until it is stopped. */
function tellOn() {
  let [going, told] = [true, 0];
  const over = (async () => {
    while (going) {
      const phone = `1990000${String(told % 10_000).padStart(4, '0')}`;
      const notice = { phone, event: 'cases.accepted', facts, key: `told:${told}` };
      await asMachine('worker', () => transaction(house.db, (tx) => notices.tell(tx, notice)));
      told += 1;
      // More than that would only wait for the end: no worker lives long enough to hand it over.
      await pause(60);
    }
  })();
  return {
    async stop() {
      going = false;
      await over;
      return told;
    },
  };
}

async function killInTurn(): Promise<void> {
  const coming: Promise<ChildProcess>[] = Array.from({ length: ahead }, aWorker);
  for (let round = 0; round < kills; round += 1) {
    const child = await coming.shift();
    if (child === undefined) throw new Error('no worker was made ready');
    if (round + ahead < kills) coming.push(aWorker());
    const go: WorkerGo = { codesFrom: 100_000 + round * 1000 };
    child.send(go);
    await once(child, 'message');
    await pause(50 + Math.random() * 450);
    child.kill('SIGKILL');
    await once(child, 'exit');
    children.delete(child);
  }
}

test(`a worker killed ${kills} times while notices are told loses none, tells none twice and doubles no one-time code`, async () => {
  const telling = tellOn();
  await killInTurn();
  const told = await telling.stop();
  expect(told).toBeGreaterThan(kills);
  const struck = await states();
  // Blows have fallen between sending and writing it down, or this would prove nothing.
  expect(struck.filter(({ state }) => state === 'sending').length).toBeGreaterThan(0);

  // A worker that lives finds what the dead have left.
  house.moveBy({ minutes: 10 });
  await house.platform.jobs.runTimer('notices.sweep');
  await house.settle();

  const after = await states();
  const usual = after.filter(({ once }) => !once);
  expect(usual).toHaveLength(told);
  expect(new Set(usual.map(({ state, handed }) => `${state} ${handed}`))).toEqual(new Set(['sent true']));
  expect(usual.filter(({ id }) => !gateway.byReference.has(id))).toEqual([]);
  // The reference says that it is the same one: the gateway passes it on once.
  expect(gateway.byReference.size).toBeLessThanOrEqual(after.length);

  const codes = [...gateway.texts].filter(([text]) => text.includes('分钟内有效'));
  expect(codes.length).toBeGreaterThan(kills / 2);
  expect(codes.filter(([, times]) => times !== 1)).toEqual([]);
  const once = after.filter((row) => row.once);
  expect(once.filter(({ id }) => (gateway.byReference.get(id) ?? 0) > 1)).toEqual([]);
  expect(once.filter(({ state }) => state !== 'sent' && state !== 'sending')).toEqual([]);
}, 300_000);

type Standing = { id: string; state: string; once: boolean; handed: boolean };

async function states(): Promise<Standing[]> {
  const { rows } = await sql<Standing>`select delivery_id as id, state, once, handed_at is not null as handed
    from notices.delivery`.execute(house.db);
  return rows;
}
