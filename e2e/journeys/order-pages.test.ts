import { noticesRoutes, type OrderWish, ordersRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClient } from '../house/client.ts';
import { reply, takeUp } from '../house/orders.ts';
import { ownHouse } from '../house/shared.ts';
import { tabStopsOn } from '../house/tab-stops.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
/** Asks in no other journey, so that nothing else stands in the list. */
const who = 'zhong-mingyuan';
const client = createClient(origin, { session: sessions[who] ?? '' });
const orders = { open: '', answered: '', closed: '' };

async function ask(title: string): Promise<string> {
  const body: OrderWish = {
    ...{ kind: 'consult', title, text: `${title}，要带什么？`, division: '4419' },
    ...{ identity: 'named', files: [] },
  };
  return (await client.call(ordersRoutes.register, { body })).order;
}

beforeAll(async () => {
  orders.closed = await ask('居住证怎么换');
  orders.answered = await ask('犬证怎么补');
  orders.open = await ask('护照照片有什么要求');
  for (const order of [orders.closed, orders.answered]) await reply(order, { text: '带身份证到派出所。' });
  await client.call(ordersRoutes.solved, { params: { order: orders.closed }, body: { solved: true } });
  await takeUp(orders.open);
  // The header tells of unread messages; from the first one on it stays the same.
  const isTold = async () => (await client.call(noticesRoutes.unread, {})).unread > 0;
  await vi.waitUntil(isTold, { timeout: 60_000, interval: 500 });
});

const pages: readonly (readonly [string, () => string])[] = [
  ['my-order-write', () => '/orders/new/complaint'],
  ['my-order-visit', () => '/orders/new/visit'],
  ['my-orders', () => '/orders'],
  ['my-order', () => `/orders/${orders.open}`],
  ['my-order-urge', () => `/orders/${orders.open}/urge`],
  ['my-order-attach', () => `/orders/${orders.open}/attach`],
  ['my-order-withdraw', () => `/orders/${orders.open}/withdraw`],
  ['my-order-answered', () => `/orders/${orders.answered}`],
  ['my-order-not-solved', () => `/orders/${orders.answered}/verdict`],
  ['my-order-closed', () => `/orders/${orders.closed}`],
  ['my-order-reopen', () => `/orders/${orders.closed}/reopen`],
];

describe.each([
  ['in ordinary print', false],
  ['in large print', true],
])('a page of what somebody asked, %s,', (_, large) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await comeIn({ large, as: who });
  });
  afterAll(() => visitor.leave());

  test.each(pages)('%s keeps nobody out and names its tab stops', async (name, pathOf) => {
    const page = await visitor.go(pathOf());
    expect(page.url()).toBe(`${origin}${pathOf()}`);
    await keepPicture(visitor, name);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expect(`${(await tabStopsOn(page)).join('\n')}\n`).toMatchFileSnapshot(
      `../tab-stops/${name}${large ? '-elder' : ''}.txt`,
    );
  });
});

describe('on a wide screen and in English', () => {
  test.each(pages)('%s keeps nobody out', async (name, pathOf) => {
    const visitor = await comeIn({ on: 'desk', english: true, as: who });
    const page = await visitor.go(pathOf());
    await keepPicture(visitor, name);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
    await visitor.leave();
  });
});
