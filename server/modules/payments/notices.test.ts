import { deskPaymentsRoutes, paymentsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { alipaySide, type Lie, type Sent, wechatSide } from './notices.fixture.ts';
import { createPayingHouse } from './payments.fixture.ts';
import { createAlipayPlatform } from './providers/alipay.fixture.ts';
import { createAlipay } from './providers/alipay.ts';
import { createWechatPlatform } from './providers/wechat.fixture.ts';
import { createWechatPay } from './providers/wechat.ts';

const started = new Date('2026-03-02T01:30:00Z');
let now = () => started;
const wechat = await createWechatPlatform(() => now());
const alipay = await createAlipayPlatform();
const house = await createPayingHouse(({ clock }) => ({
  providers: [createWechatPay({ ...wechat.settings, clock }), createAlipay({ ...alipay.settings, clock })],
}));
now = house.clock;
const alarms = vi.spyOn(house.platform.log, 'error');
afterAll(async () => {
  await house.stop();
  await Promise.all([wechat.stop(), alipay.stop()]);
});

describe.each([wechatSide(wechat), alipaySide(alipay)])('a notice of $way', (side) => {
  let payer: SignedIn;
  let order = '';
  let trade = '';
  /** Each test begins with one charge that has been paid at the platform, and of which nobody has heard here. */
  beforeEach(async () => {
    ({ payer, order } = await house.aDebtor());
    trade = await house.begin(payer, order, side.way);
    side.pay(trade);
  });

  /** Sends a message; whatever it is, it is answered in time. */
  async function send({ headers, body }: Sent): Promise<number> {
    const began = performance.now();
    const url = `/api/payment-notices/${side.way}`;
    const { statusCode } = await house.inject({ method: 'POST', url, headers, payload: body });
    expect(performance.now() - began).toBeLessThan(5000);
    return statusCode;
  }
  const say = (lie?: Lie) => side.say(trade, lie);
  const state = () => house.stateOf(payer, order);
  /** How often this order was paid, by every book there is. */
  async function timesPaid(): Promise<number[]> {
    const { rows } = await sql<{ events: number; payments: number }>`select
      (select count(*) from payments.event where order_id = ${order} and type = 'paid') as events,
      (select count(*) from payments.payment where order_id = ${order} and why = '') as payments`.execute(
      house.db,
    );
    return [rows[0]?.events ?? -1, rows[0]?.payments ?? -1];
  }
  async function heldWhys(): Promise<string[]> {
    const { held } = await house.dayOf('2026-03-02');
    return held.filter(({ tradeNumber }) => tradeNumber === trade).map(({ why }) => why);
  }
  /** Somebody at the desk was woken up about this money. */
  function expectAlarm(why: string): void {
    const told = expect.objectContaining({ alarm: 'payments.held', why, way: side.way });
    expect(alarms).toHaveBeenCalledWith(told, expect.anything());
  }

  test('ten times the same: paid once, each answered with success', async () => {
    const one = say();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(one)));
    expect(answers).toEqual(Array(10).fill(200));
    expect(await timesPaid()).toEqual([1, 1]);
  });

  test('in another order than they were sent pays once', async () => {
    const [first, second] = [say(), say()];
    await send(second);
    await send(first);
    expect(await timesPaid()).toEqual([1, 1]);
  });

  test('72 hours late pays once', async () => {
    house.moveBy({ hours: 72 });
    expect(await send(say())).toBe(200);
    expect(await send(say())).toBe(200);
    expect(await state()).toBe('paid');
    expect(await timesPaid()).toEqual([1, 1]);
    house.moveBy({ hours: -72 });
  });

  test('after a refund changes nothing', async () => {
    await send(say());
    await house.refund(order);
    expect(await state()).toBe('refunded');
    expect(await send(say())).toBe(200);
    expect(await state()).toBe('refunded');
    expect(await timesPaid()).toEqual([1, 1]);
  });

  test('after the order was closed is held apart for somebody to look', async () => {
    await sql`update payments.payment_order set state = 'closed' where order_id = ${order}`.execute(house.db);
    expect(await send(say())).toBe(200);
    expect(await state()).toBe('closed');
    expect(await heldWhys()).toEqual(['after-close']);
    expectAlarm('after-close');
  });

  test.each([
    ['amount', { fen: 1 }],
    ['currency', { currency: 'USD' }],
  ] as const)('of a wrong %s is never paid: held apart with an alarm', async (why, lie) => {
    expect(await send(say(lie))).toBe(200);
    expect(await send(say(lie))).toBe(200);
    expect(await state()).toBe('checking');
    expect(await timesPaid()).toEqual([0, 0]);
    expect(await heldWhys()).toEqual([why]);
    expectAlarm(why);
    await expect(house.begin(payer, order, side.way)).rejects.toMatchObject({ code: 'payments.state' });
  });

  test.each([
    ['merchant', { merchant: '1900000999' }],
    ['app', { app: 'another' }],
  ] as const)('of another %s is refused', async (_, lie) => {
    expect(await send(say(lie))).toBe(400);
    expect(await state()).toBe('open');
    expect(await timesPaid()).toEqual([0, 0]);
  });

  test('for an order nobody knows is held apart, and changes no other', async () => {
    const stray = { order: `NOBODY${side.way}`, transaction: trade };
    expect(await send(say(stray))).toBe(200);
    const { held } = await house.dayOf('2026-03-02');
    expect(held.find(({ tradeNumber }) => tradeNumber === stray.order)?.why).toBe('unknown-order');
    expectAlarm('unknown-order');
    expect(await state()).toBe('open');
  });

  const spoilt: readonly [string, () => Sent][] = [
    ['without a signature', () => side.unsigned(say())],
    ['with an empty signature', () => side.emptySigned(say())],
    ['with the signature of another body', () => side.swapped(say({ fen: 1 }), say())],
    ['replayed with a new nonce', () => side.replayed(say())],
    ['under an old certificate or key', () => side.sayWithOldKey(trade)],
    [
      'in XML',
      () => ({
        headers: { ...say().headers, 'content-type': 'text/xml' },
        body: '<xml><return_code>SUCCESS</return_code></xml>',
      }),
    ],
  ];
  test.each(spoilt)('%s is refused', async (_, spoil) => {
    expect(await send(spoil())).toBe(400);
    expect(await state()).toBe('open');
    expect(await timesPaid()).toEqual([0, 0]);
  });

  test('of 5 MB is refused without being read to its end', async () => {
    expect(await send({ headers: say().headers, body: 'x'.repeat(5 * 1024 * 1024) })).toBe(413);
    expect(await state()).toBe('open');
  });

  test('that never comes is asked for: the truth is there within five minutes', async () => {
    side.away(true);
    house.moveBy({ minutes: 2 });
    await house.platform.jobs.runTimer('payments.ask');
    expect(await state()).toBe('open');
    side.away(false);
    house.moveBy({ minutes: 2 });
    await house.platform.jobs.runTimer('payments.ask');
    expect(await state()).toBe('paid');
    expect(await timesPaid()).toEqual([1, 1]);
    const view = await house.as(payer)(paymentsRoutes.get, { params: { order } });
    expect(view.charge).toBeUndefined();
    house.moveBy({ minutes: -4 });
  });
});

test('what WeChat signed three days ago is not taken any more: it signs anew whenever it tells again', async () => {
  const { payer, order } = await house.aDebtor();
  const trade = await house.begin(payer, order, 'wechat');
  wechat.pay(trade);
  const { headers, body } = wechat.notice(trade);
  house.moveBy({ hours: 72 });
  const sent = { method: 'POST', url: '/api/payment-notices/wechat', headers, payload: body } as const;
  expect((await house.inject(sent)).statusCode).toBe(400);
  expect(await house.stateOf(payer, order)).toBe('open');
  house.moveBy({ hours: -72 });
});

test('money held apart is settled by somebody, and then the order can be paid', async () => {
  const { payer, order } = await house.aDebtor();
  const trade = await house.begin(payer, order, 'wechat');
  wechat.pay(trade);
  const { headers, body: payload } = wechat.notice(trade, { amount: { total: 1 } });
  await house.inject({ method: 'POST', url: '/api/payment-notices/wechat', headers, payload });
  const { held } = await house.dayOf('2026-03-02');
  const payment = held.find(({ tradeNumber }) => tradeNumber === trade)?.payment ?? '';
  const asked = { params: { payment }, body: { say: '已退回一分钱' } };
  await house.as(house.clerk)(deskPaymentsRoutes.settleHeld, asked);
  expect(await house.stateOf(payer, order)).toBe('open');
  await expect(house.as(house.clerk)(deskPaymentsRoutes.settleHeld, asked)).rejects.toMatchObject({
    code: 'payments.held',
  });
});

test('a way nobody has is answered too', async () => {
  const answer = await house.inject({
    method: 'POST',
    url: '/api/payment-notices/kayaks',
    headers: { 'content-type': 'application/json' },
    payload: '{}',
  });
  expect(answer.statusCode).toBe(404);
});
