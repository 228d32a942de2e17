import { deskPaymentsRoutes, deskRoutes, issueRoutes } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { createPayingHouse } from '../payments/payments.fixture.ts';
import { toy } from './kayak-content.fixture.ts';

/** A kayak that costs the same, and whose plate nobody gets before it is paid. */
const first = toy('dinghy', (text) =>
  text
    .replace('id: kayak', 'id: dinghy')
    .replace('皮划艇下水登记', '橡皮艇登记')
    .replace('pay_online: true,', 'pay_online: true, before_result: true,'),
);
const house = await createPayingHouse(undefined, { toys: [first] });
const approver = await house.staff('approver');
afterAll(house.stop);
const { clerk, as } = house;

/** A case that is granted, with a sticker nobody has paid for. */
async function aGranted(item?: string) {
  const debtor = await house.aDebtor(item);
  await house.claim(approver, debtor.number);
  await house.mark(approver, debtor.number);
  const { call, params, version } = await house.acting(approver, debtor.number);
  await call(deskRoutes.decide, { params, body: { version, verdict: 'grant' } });
  return debtor;
}
async function handOver(number: string) {
  const { call, params, version } = await house.acting(clerk, number);
  return call(deskRoutes.handOver, { params, body: { version, receivedBy: '本人' } });
}
const message = '还有 15.00 元没有缴清，缴清后再领、再寄（依据：《皮划艇管理办法》第九条）';

describe('a result whose fee comes first', () => {
  test('does not leave before it is paid, and the refusal names amount and law', async () => {
    const { number } = await aGranted('dinghy');
    await expect(handOver(number)).rejects.toMatchObject({ code: 'cases.unpaid', message });
    const body = { shipments: [{ case: number, waybill: 'SF100200300' }] };
    const sent = await as(clerk)(issueRoutes.send, { body });
    expect(sent).toEqual({ done: [], failed: [{ case: number, why: message }] });
  });

  test('leaves once it is paid', async () => {
    const { number, order } = await aGranted('dinghy');
    const body = { way: 'cash', fen: 1500 } as const;
    await as(clerk)(deskPaymentsRoutes.take, { params: { order }, body });
    expect((await handOver(number)).permitted.some(({ command }) => command === 'hand-over')).toBe(false);
  });
});

test('a result of an item that says nothing of it leaves unpaid', async () => {
  const { number } = await aGranted();
  expect((await handOver(number)).permitted.some(({ command }) => command === 'hand-over')).toBe(false);
});
