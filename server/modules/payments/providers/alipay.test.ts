import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createAlipayPlatform } from './alipay.fixture.ts';
import { createAlipay } from './alipay.ts';
import { packTrades, zip } from './alipay-bill.fixture.ts';
import { readAlipayBill } from './alipay-bill.ts';

const now = new Date('2026-03-02T01:30:00Z');
const platform = await createAlipayPlatform();
afterAll(platform.stop);
const fresh = (changes = {}) => createAlipay({ ...platform.settings, clock: () => now, ...changes });

let count = 0;
beforeEach(() => {
  count += 1;
});
const wish = (from: 'screen' | 'phone' = 'screen') => ({
  ...{
    tradeNumber: `P${count}`,
    fen: 1500,
    title: '皮划艇 下水&登记',
    goodUntil: new Date('2026-03-02T02:00:00Z'),
  },
  ...{
    returnTo: 'https://kayak.example/pay/1/wait',
    tellTo: 'https://kayak.example/api/payment-notices/alipay',
  },
  payer: { ip: '127.0.0.1', from },
});

describe('Alipay', () => {
  test('begins with a code for a screen', async () => {
    expect(await fresh().begin(wish())).toEqual({
      kind: 'code',
      code: `https://qr.alipay.example/P${count}`,
    });
    expect(platform.charges.get(`P${count}`)?.amount).toBe('15.00');
  });
  test('leads a phone to a page by an address that is signed whole', async () => {
    const { href = '' } = await fresh().begin(wish('phone'));
    const given = Object.fromEntries(new URL(href).searchParams);
    expect(given).toMatchObject({ method: 'alipay.trade.wap.pay', sign_type: 'RSA2' });
    expect(platform.isFair(given)).toBe(true);
    expect(platform.isFair({ ...given, biz_content: '{}' })).toBe(false);
  });
  test('tells whether a charge is open, paid or closed', async () => {
    const pay = fresh();
    await pay.begin(wish());
    expect(await pay.ask(`P${count}`)).toEqual({ state: 'open' });
    const transaction = platform.pay(`P${count}`);
    expect(await pay.ask(`P${count}`)).toEqual({
      state: 'paid',
      paid: { tradeNumber: `P${count}`, transaction, fen: 1500, currency: 'CNY', at: now },
    });
    await pay.close(`P${count}`);
    expect(await pay.ask(`P${count}`)).toEqual({ state: 'closed' });
    expect(await pay.ask('never-begun')).toEqual({ state: 'open' });
  });
  test('pays back once, however often it is asked', async () => {
    const pay = fresh();
    await pay.begin(wish());
    platform.pay(`P${count}`);
    const back = { tradeNumber: `P${count}`, refundNumber: 'R1', fen: 1500, paidFen: 1500, reason: '重复' };
    expect([await pay.refund(back), await pay.refund(back)]).toEqual(['done', 'done']);
  });
  test('does not believe a reply another key signed', async () => {
    const other = await createAlipayPlatform();
    const wrong = fresh({ platformKey: other.settings.platformKey });
    await other.stop();
    await expect(wrong.begin(wish())).rejects.toThrow('signature');
  });
});

describe('a bill of Alipay', () => {
  test('is fetched where a signed reply says, unpacked and read, with what was paid back', async () => {
    const pay = fresh();
    await pay.begin(wish());
    platform.pay(`P${count}`);
    const back = { tradeNumber: `P${count}`, refundNumber: 'R9', fen: 1500, paidFen: 1500, reason: '重复' };
    await pay.refund(back);
    const lines = (await pay.statement('2026-03-02'))?.filter((one) => one.tradeNumber === `P${count}`);
    expect(lines).toEqual([
      { said: 'paid', tradeNumber: `P${count}`, fen: 1500 },
      { said: 'refunded', tradeNumber: `P${count}`, fen: 1500 },
    ]);
  });
  test('of a day on which nothing happened has no lines', async () => {
    const quiet = await createAlipayPlatform();
    const pay = createAlipay({ ...quiet.settings, clock: () => now });
    expect(await pay.statement('2026-03-02')).toEqual([]);
    await quiet.stop();
  });
  test('with a formula for a number or a comma in a title is only ever a number and an amount', () => {
    const trade = { trade: '2026', number: '=HYPERLINK("http://x")', kind: '交易', amount: '15.00' };
    expect(readAlipayBill(packTrades([trade]))).toEqual([
      { said: 'paid', tradeNumber: 'HYPERLINKhttpx', fen: 1500 },
    ]);
    const moved = { ...trade, number: 'P1', title: '艇,桨,绳' };
    expect(readAlipayBill(packTrades([moved]))).toEqual([{ said: 'paid', tradeNumber: 'P1', fen: 1500 }]);
  });
  test('that is cut off, has another content or a line nobody can read is not believed', () => {
    const whole = packTrades([{ trade: '2026', number: 'P1', kind: '交易', amount: '15.00' }]);
    expect(() => readAlipayBill(whole.subarray(0, whole.length - 30))).toThrow();
    expect(() => readAlipayBill(Buffer.from('<xml/>'))).toThrow('no end');
    expect(() => readAlipayBill(zip([{ name: 'a.csv', text: '别的' }]))).toThrow('no bill');
    const strange = packTrades([{ trade: '2026', number: 'P1', kind: '转账', amount: '15.00' }]);
    expect(() => readAlipayBill(strange)).toThrow('a line');
  });
});

describe('a notice of Alipay', () => {
  const read = (body: string) => fresh().read({ header: () => undefined, bytes: Buffer.from(body), now });

  test('is believed when the platform signed it', async () => {
    expect(await read(platform.notice('P1'))).toMatchObject({ ok: true, paid: { fen: 1500, at: now } });
  });
  test('is not believed when anything in it was changed, added, or stands twice', async () => {
    const said = platform.notice('P1');
    const not = { ok: false, why: 'signature' };
    expect(await read(said.replace('total_amount=15.00', 'total_amount=0.01'))).toEqual(not);
    expect(await read(`${said}&more=1`)).toEqual(not);
    expect(await read(`${said}&total_amount=0.01`)).toEqual({ ok: false, why: 'malformed' });
    expect(await read(said.replace(/sign=[^&]+/, 'sign='))).toEqual(not);
    expect(await read('<xml/>')).toEqual(not);
  });
  test('of another app or seller is not ours; one that tells of no payment changes nothing', async () => {
    const not = { ok: false, why: 'not-ours' };
    expect(await read(platform.notice('P1', { app_id: '2021999' }))).toEqual(not);
    expect(await read(platform.notice('P1', { seller_id: '2088999' }))).toEqual(not);
    const waiting = platform.notice('P1', { trade_status: 'WAIT_BUYER_PAY' });
    expect(await read(waiting)).toEqual({ ok: true, said: 'other' });
  });
});
