import { paymentsRoutes } from '@tongban/contract';
import { afterAll, expect, test } from 'vitest';
import { createPayingHouse } from './payments.fixture.ts';
import { createWechatPlatform } from './providers/wechat.fixture.ts';
import { createWechatPay } from './providers/wechat.ts';

const platform = await createWechatPlatform(() => new Date('2026-03-02T01:30:00Z'));
const accounts = new Map<string, string>();
const house = await createPayingHouse(({ clock }) => ({
  providers: [createWechatPay({ ...platform.settings, clock })],
  wechatAccountOf: (personId) => Promise.resolve(accounts.get(personId)),
}));
afterAll(async () => {
  await house.stop();
  await platform.stop();
});
const begin = async (way: string) => {
  const { payer, order } = await house.aDebtor();
  const body = { way, from: 'wechat' as const };
  return { payer, begun: () => house.as(payer)(paymentsRoutes.begin, { params: { order }, body }) };
};

test('whoever has joined the official account pays inside WeChat as who they are known there', async () => {
  const { payer, begun } = await begin('wechat');
  accounts.set(payer.personId, 'o-kayak-1');
  const { charge } = await begun();
  expect(charge?.next).toMatchObject({ kind: 'wechat', wechat: { signType: 'RSA' } });
  expect(platform.asked).toContain('POST /v3/pay/transactions/jsapi');
});

test('whoever has not is told how: payments.wechat-unknown', async () => {
  const { begun } = await begin('wechat');
  await expect(begun()).rejects.toMatchObject({ code: 'payments.wechat-unknown' });
});

test('another way is paid inside WeChat as on any phone', async () => {
  const { begun } = await begin('kayakpay');
  expect((await begun()).charge?.way).toBe('kayakpay');
});
