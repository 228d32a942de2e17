import { deskPaymentsRoutes } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPayingHouse } from './payments.fixture.ts';
import { createAlipayPlatform } from './providers/alipay.fixture.ts';
import { createAlipay } from './providers/alipay.ts';
import { createPaymentSimulator } from './providers/simulator.ts';
import { createWechatPlatform } from './providers/wechat.fixture.ts';
import { createWechatPay } from './providers/wechat.ts';

let now = () => new Date('2026-03-02T01:30:00Z');
const clock = () => now();
const [wechat, alipay] = await Promise.all([createWechatPlatform(clock), createAlipayPlatform(clock)]);
const house = await createPayingHouse((platform) => ({
  providers: [
    createWechatPay({ ...wechat.settings, clock: platform.clock }),
    createAlipay({ ...alipay.settings, clock: platform.clock }),
    createPaymentSimulator({ ...platform, way: 'kayakpay', name: { zh: '划艇支付' } }),
  ],
}));
now = house.clock;
const alarms = vi.spyOn(house.platform.log, 'error');
afterAll(async () => {
  await house.stop();
  await Promise.all([wechat.stop(), alipay.stop()]);
});
const platforms = { wechat, alipay };
const read = () => house.platform.jobs.runTimer('payments.statements');
/** Today by the house's clock, which the tests move. */
const today = () => shanghaiDay(house.clock());
const ask = () => house.platform.jobs.runTimer('payments.ask');

/** A charge that was paid at the platform, which told nobody; the next round finds it. */
async function aPaidCharge(way: keyof typeof platforms) {
  const { payer, order } = await house.aDebtor();
  const trade = await house.begin(payer, order, way);
  platforms[way].pay(trade);
  house.moveBy({ minutes: 2 });
  await ask();
  return { payer, order, trade };
}

/** Each test has days of its own. */
let days = 0;
beforeEach(() => {
  days += 20;
  house.moveBy({ days });
});
afterEach(() => {
  house.moveBy({ days: -days });
});

describe.each(['wechat', 'alipay'] as const)('the statement of %s', (way) => {
  test('agrees with a day of payments, lost notices and refunds without one difference', async () => {
    const day = today();
    const [kept, back] = [await aPaidCharge(way), await aPaidCharge(way)];
    expect(await house.stateOf(kept.payer, kept.order)).toBe('paid');
    await house.refund(back.order);
    expect(await house.stateOf(back.payer, back.order)).toBe('refunded');
    house.moveBy({ days: 1 });
    await read();
    const { ways, differences } = await house.dayOf(day);
    expect(differences).toEqual([]);
    const mine = ways.find((one) => one.way === way);
    expect(mine).toMatchObject({ count: 2, fen: 3000, refundedFen: 1500 });
    expect(mine?.statement).toMatchObject({ count: 2, fen: 3000 });
    house.moveBy({ days: -1 });
  });

  test('that was late is read in a later hour, and one that differs is read again until it agrees', async () => {
    const day = today();
    const [late, { trade }] = [await aPaidCharge(way), await aPaidCharge(way)];
    const charge = platforms[way].charges.get(trade);
    const right = { ...charge };
    Object.assign(charge ?? {}, way === 'wechat' ? { fen: 1400 } : { amount: '14.00' });
    house.moveBy({ days: 1 });
    platforms[way].state.away = true;
    await read();
    expect((await house.dayOf(day)).ways.find((one) => one.way === way)?.statement).toBeUndefined();
    platforms[way].state.away = false;
    await read();
    const [difference, ...others] = (await house.dayOf(day)).differences;
    expect(difference).toMatchObject({
      way,
      kind: 'amount',
      tradeNumber: trade,
      hereFen: 1500,
      thereFen: 1400,
    });
    expect(others).toEqual([]);
    expect(late.trade).not.toBe(trade);
    const alarm = expect.objectContaining({ alarm: 'payments.differences', way, day, count: 1 });
    expect(alarms).toHaveBeenCalledWith(alarm, expect.anything());
    Object.assign(charge ?? {}, right);
    await read();
    expect((await house.dayOf(day)).differences).toEqual([]);
    house.moveBy({ days: -1 });
  });

  test('may name a refund on the day it was asked for or the day it was done, but must name it', async () => {
    const asked = today();
    const { order } = await aPaidCharge(way);
    await house.refund(order);
    // We heard of it only after midnight.
    await sql`update payments.refund set done_at = done_at + interval '1 day' where order_id = ${order}`.execute(
      house.db,
    );
    house.moveBy({ days: 1 });
    const heard = today();
    house.moveBy({ days: 1 });
    await read();
    for (const day of [asked, heard]) expect((await house.dayOf(day)).differences).toEqual([]);
    house.moveBy({ days: -2 });
  });
});

test('a refund that stands in the statement of none of its days is a difference', async () => {
  const { order, trade } = await aPaidCharge('alipay');
  await house.refund(order);
  delete alipay.charges.get(trade)?.back;
  await sql`update payments.refund set done_at = done_at + interval '1 day' where order_id = ${order}`.execute(
    house.db,
  );
  house.moveBy({ days: 1 });
  const heard = today();
  house.moveBy({ days: 1 });
  await read();
  const { differences } = await house.dayOf(heard);
  expect(differences.filter(({ tradeNumber }) => tradeNumber === trade)).toEqual([
    expect.objectContaining({ kind: 'refund', day: heard, hereFen: 1500 }),
  ]);
  house.moveBy({ days: -2 });
});

test('money the statement knows and we do not is listed with what is to be done, and explained by somebody', async () => {
  const day = today();
  wechat.charges.set('STRAY1', {
    fen: 700,
    state: 'SUCCESS',
    transaction: '42',
    at: house.clock().toISOString(),
  });
  house.moveBy({ days: 1 });
  await read();
  const differenceOf = async () =>
    (await house.dayOf(day)).differences.find(({ tradeNumber }) => tradeNumber === 'STRAY1');
  const difference = await differenceOf();
  expect(difference).toMatchObject({ kind: 'only-there', tradeNumber: 'STRAY1', thereFen: 700 });
  const params = { difference: difference?.difference ?? '' };
  const body = { say: '商户号下的另一家单位收的' };
  await house.as(house.clerk)(deskPaymentsRoutes.explain, { params, body });
  await read();
  expect((await differenceOf())?.explained).toBe(body.say);
  house.moveBy({ days: -1 });
});
