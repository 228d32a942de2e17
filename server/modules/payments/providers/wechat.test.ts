import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createWechatPlatform, type NoticeChanges } from './wechat.fixture.ts';
import { createWechatPay } from './wechat.ts';
import { readWechatBill } from './wechat-bill.ts';
import { unseal } from './wechat-signing.ts';

const now = new Date('2026-03-02T01:30:00Z');
let clockAt = now;
const clock = () => clockAt;
const platform = await createWechatPlatform(clock);
afterAll(platform.stop);
const fresh = (changes = {}) => createWechatPay({ ...platform.settings, clock, ...changes });

let count = 0;
beforeEach(() => {
  count += 1;
});
const wish = (changes = {}) => ({
  ...{
    tradeNumber: `P${count}`,
    fen: 1500,
    title: '皮划艇下水登记',
    goodUntil: new Date('2026-03-02T02:00:00Z'),
  },
  ...{
    returnTo: 'https://kayak.example/pay/1/wait',
    tellTo: 'https://kayak.example/api/payment-notices/wechat',
  },
  payer: { ip: '127.0.0.1', from: 'screen' as const },
  ...changes,
});

describe('WeChat Pay', () => {
  test('begins with a code for a screen, a page for a phone, and a signed call for its own browser', async () => {
    const pay = fresh();
    expect(await pay.begin(wish())).toMatchObject({
      kind: 'code',
      code: expect.stringContaining('weixin://'),
    });
    const phone = await pay.begin(wish({ payer: { ip: '127.0.0.1', from: 'phone' } }));
    expect(phone.href).toContain('redirect_url=https%3A%2F%2Fkayak.example');
    const inside = await pay.begin(wish({ payer: { ip: '127.0.0.1', from: 'phone', openId: 'o1' } }));
    expect(inside.wechat).toMatchObject({ package: `prepay_id=wxP${count}`, signType: 'RSA' });
  });

  test('is refused by the platform under another key', async () => {
    const other = await createWechatPlatform(clock);
    const wrong = fresh({ key: other.settings.key });
    await other.stop();
    await expect(wrong.begin(wish())).rejects.toThrow('401');
  });

  test('tells whether a charge is open, paid or closed', async () => {
    const pay = fresh();
    await pay.begin(wish());
    expect(await pay.ask(`P${count}`)).toEqual({ state: 'open' });
    const transaction = platform.pay(`P${count}`);
    expect(await pay.ask(`P${count}`)).toMatchObject({
      state: 'paid',
      paid: { transaction, fen: 1500, currency: 'CNY' },
    });
    expect(await pay.ask('never-begun')).toEqual({ state: 'open' });
    await pay.begin(wish({ tradeNumber: 'P-close' }));
    await pay.close('P-close');
    expect(await pay.ask('P-close')).toEqual({ state: 'closed' });
  });

  test('pays back under one number, which may take a second asking', async () => {
    const pay = fresh();
    await pay.begin(wish());
    platform.pay(`P${count}`);
    const back = { tradeNumber: `P${count}`, refundNumber: 'R1', fen: 1500, paidFen: 1500, reason: '重复' };
    expect(await pay.refund(back)).toBe('under-way');
    expect(await pay.refund(back)).toBe('done');
  });

  test('reads the bill of a day and checks its digest', async () => {
    const pay = fresh();
    await pay.begin(wish());
    platform.pay(`P${count}`);
    const lines = await pay.statement('2026-03-02');
    expect(lines).toContainEqual({ said: 'paid', tradeNumber: `P${count}`, fen: 1500 });
  });

  test('reads a bill with commas in a title, and never a formula for a number', () => {
    const bill = '商户订单号,商品名称,订单金额\r\n`P1,`艇,桨,`15.00\r\n`=1+1,`艇,`0.01\r\n总交易单数\r\n`2';
    expect(readWechatBill(bill, 'paid')).toEqual([
      { said: 'paid', tradeNumber: 'P1', fen: 1500 },
      { said: 'paid', tradeNumber: '11', fen: 1 },
    ]);
  });

  test('does not wait for a platform that is away for ever, nor believe what it then says', async () => {
    platform.state.away = true;
    await expect(fresh().begin(wish())).rejects.toThrow();
    platform.state.away = false;
  });
});

describe('a notice of WeChat Pay', () => {
  const read = (changes: NoticeChanges = {}, spoil: (one: Sent) => Sent = (one) => one) => {
    const sent = spoil(platform.notice('P1', changes));
    const headers: Record<string, string | undefined> = sent.headers;
    const header = (name: string) => headers[name];
    return fresh().read({ header, bytes: Buffer.from(sent.body), now });
  };
  type Sent = { headers: Record<string, string>; body: string };

  test('is believed when the platform signed these very bytes just now', async () => {
    expect(await read()).toMatchObject({ ok: true, said: 'paid', paid: { tradeNumber: 'P1', fen: 1500 } });
  });
  test('is not believed with one byte changed, another nonce, no signature or an empty one', async () => {
    const not = { ok: false, why: 'signature' };
    expect(await read({}, ({ headers, body }) => ({ headers, body: `${body} ` }))).toEqual(not);
    const header = (name: string, value: string) => (one: Sent) => ({
      body: one.body,
      headers: { ...one.headers, [name]: value },
    });
    expect(await read({}, header('wechatpay-nonce', 'another'))).toEqual(not);
    expect(await read({}, header('wechatpay-signature', ''))).toEqual(not);
    expect(await read({}, ({ body }) => ({ body, headers: {} }))).toEqual(not);
  });
  test('signed long ago, by an expired or an unknown certificate, is not believed', async () => {
    const old = new Date(now.getTime() - 72 * 3_600_000);
    expect(await read({ signedAt: old })).toEqual({ ok: false, why: 'stale' });
    const expired = { key: platform.expired.key, serial: 'PLATFORM00' };
    expect(await read(expired)).toEqual({ ok: false, why: 'certificate' });
    expect(await read({ serial: 'NOBODY' })).toEqual({ ok: false, why: 'certificate' });
  });
  test('is believed under a certificate that has come since, and still under the one before it', async () => {
    const pay = fresh();
    const readWith = (changes: NoticeChanges) => {
      const { headers, body } = platform.notice('P1', changes);
      const header = (name: string) => (headers as Record<string, string>)[name];
      return pay.read({ header, bytes: Buffer.from(body), now });
    };
    expect(await readWith({})).toMatchObject({ ok: true });
    const next = await platform.renew('PLATFORM02');
    // Certificates are fetched anew at most once a minute, so what comes meanwhile is sent again by the platform.
    expect(await readWith(next)).toEqual({ ok: false, why: 'certificate' });
    clockAt = new Date(now.getTime() + 61_000);
    expect(await readWith({ ...next, signedAt: now })).toMatchObject({ ok: true });
    expect(await readWith({ signedAt: now })).toMatchObject({ ok: true });
    clockAt = now;
  });
  test('is believed under the public key a newer merchant was given, and no certificate is asked for', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const pay = fresh({ publicKey: { id: 'PUB_KEY_ID_01', key } });
    const before = platform.asked.length;
    const readWith = (changes: NoticeChanges) => {
      const { headers, body } = platform.notice('P1', changes);
      const header = (name: string) => (headers as Record<string, string>)[name];
      return pay.read({ header, bytes: Buffer.from(body), now });
    };
    expect(await readWith({ key: privateKey, serial: 'PUB_KEY_ID_01' })).toMatchObject({ ok: true });
    expect(await readWith({ serial: 'PUB_KEY_ID_01' })).toEqual({ ok: false, why: 'signature' });
    expect(platform.asked.length).toBe(before);
  });
  test('of another merchant or app is not ours', async () => {
    expect(await read({ said: { mchid: '1900000999' } })).toEqual({ ok: false, why: 'not-ours' });
    expect(await read({ said: { appid: 'wxother' } })).toEqual({ ok: false, why: 'not-ours' });
  });
  test('makes unknown certificates be fetched at most once a minute', async () => {
    const pay = fresh();
    const before = platform.asked.length;
    const { headers, body } = platform.notice('P1', { serial: 'NOBODY' });
    const message = {
      header: (name: string) => (headers as Record<string, string>)[name],
      bytes: Buffer.from(body),
      now,
    };
    for (let tries = 0; tries < 5; tries += 1) await pay.read(message);
    expect(platform.asked.slice(before)).toEqual(['GET /v3/certificates']);
  });
  test('sealed with another key cannot be opened', () => {
    const { resource } = JSON.parse(platform.notice('P1').body) as { resource: Parameters<typeof unseal>[1] };
    expect(() => unseal('another-another-another-another!', resource)).toThrow();
    expect(() => unseal(platform.settings.secret, { ...resource, associated_data: 'other' })).toThrow();
  });
});
