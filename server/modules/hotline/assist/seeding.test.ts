import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderAssistRoutes, orderDeskRoutes } from '@tongban/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asMachine, settingsOf } from '../../../platform/index.ts';
import { type AssistHouse, createAssistHouse } from './assist-house.fixture.ts';
import type { InventedOrder } from './seeding.ts';

let house: AssistHouse;
let folder: string;
let made: number;
const guarded = ['hotline."order"', 'hotline.step', 'hotline.seat'];
const kinds = ['consult', 'help', 'complaint', 'report'];
const orders: InventedOrder[] = Array.from({ length: 240 }, (_, at) => ({
  ...{
    day: at % 4 === 0 ? '2026-03-01' : '2026-01-12',
    minute: 540 + (at % 60),
    kind: kinds[at % 4] ?? 'help',
  },
  ...{ matter: 'pier', region: '441900', channel: 'phone', person: at, reopened: at % 16 === 2 },
  text: `第${at}号码头的桨断了，没有人换。`,
}));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seed-'));
  house = await createAssistHouse(folder);
  const client = new pg.Client(settingsOf(house.ownerConnection));
  await client.connect();
  for (const table of guarded) await client.query(`alter table ${table} no force row level security`);
  made = await asMachine('startup', () => house.assist.seed({ orders, client, tell: () => undefined }));
  for (const table of guarded) await client.query(`alter table ${table} force row level security`);
  await client.end();
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

test('invented orders stand in every list, can be opened and found, and the next number goes on', async () => {
  const operator = house.at('operator');
  expect(made).toBe(orders.length);
  const closed = await house.as(operator)(orderDeskRoutes.list, { query: { list: 'closed' } });
  expect(closed.orders.length).toBeGreaterThan(20);
  const inbox = await house.as(operator)(orderDeskRoutes.list, { query: { list: 'inbox' } });
  expect(inbox.orders.length).toBeGreaterThan(5);
  // Those that were sent on, or asked about again, came to an end too.
  expect(inbox.orders.filter(({ receivedAt }) => receivedAt < '2026-02')).toEqual([]);
  expect(closed.orders.map(({ how }) => how)).toEqual(expect.arrayContaining(['unreached', 'answered']));
  const [first] = closed.orders;
  const seen = await house.seen(operator, first?.order ?? '');
  expect(seen.text).toContain('码头的桨断了');
  const { orders: found } = await house.as(operator)(orderAssistRoutes.search, { query: { q: '码头' } });
  expect(found.length).toBe(50);
  const { order } = await house.take(operator);
  expect(await house.seen(operator, order)).toMatchObject({ stage: 'received' });
});

test('of tip-offs among them no operator sees one', async () => {
  const operator = house.at('operator');
  for (const list of ['inbox', 'closed', 'call-backs'] as const) {
    const { orders: rows } = await house.as(operator)(orderDeskRoutes.list, { query: { list } });
    expect(rows.filter(({ tipOff }) => tipOff)).toEqual([]);
  }
});

test('an order of a city without a desk is left out', async () => {
  const stray = { ...orders[0], region: '990000' } as InventedOrder;
  const client = new pg.Client(settingsOf(house.ownerConnection));
  await client.connect();
  expect(await house.assist.seed({ orders: [stray], client, tell: () => undefined })).toBe(0);
  await client.end();
});

/** An order as somebody tells it, after the house has thought about it. */
async function thought(text: string) {
  const operator = house.at('operator');
  const { order } = await house.take(operator, { title: text.slice(0, 10), text });
  await house.settle();
  return house.seen(operator, order);
}

test('what is beyond doubt goes to the unit that usually answers; what is below the threshold waits for a person', async () => {
  await house.assist.prepare();
  const sure = await thought('码头的桨三支断了没有人换，码头的桨坏了没有人管');
  expect(sure).toMatchObject({ stage: 'handling', matter: 'pier', unit: '示例·east 公安局' });
  expect(sure.steps.map(({ type, by }) => [type, by])).toEqual([
    ['registered', expect.any(String)],
    ['classified', ''],
    ['dispatched', ''],
  ]);
  // As good a pier as a boat, and as good a complaint as a question.
  for (const text of ['桨断了3支没有人换', '东湖8支什么时候有人管']) {
    const unsure = await thought(text);
    expect([unsure.stage, unsure.matter]).toEqual(['received', undefined]);
  }
});
