import type { PaymentView } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aCase, aVisitor, ids, type Keepers } from './portal.fixture.ts';

const order = ids.draft;
const here = `/pay/${order}`;
const open: PaymentView = {
  ...{ order, number: 'P202601051234567890', about: 'case:990100000001' },
  ...{ title: { zh: '皮划艇下水登记', en: 'Register a kayak' }, payee: '示例派出所' },
  lines: [{ name: { zh: '艇身贴工本费', en: 'Sticker' }, fen: 1500, basis: '《皮划艇管理办法》第九条' }],
  ...{ lateFen: 0, fen: 1500, state: 'open', openedAt: '2026-01-05T06:10:00Z', receipt: false },
  ways: [{ way: 'kayakpay', name: { zh: '划艇支付', en: 'Kayak pay' }, pretended: true }],
};
const charge: NonNullable<PaymentView['charge']> = {
  ...{ way: 'kayakpay', beganAt: '2026-01-05T06:10:00Z', goodUntil: '2099-01-05T06:40:00Z' },
  next: { kind: 'pretence' },
};
const one = (changes: Partial<PaymentView> = {}): Keepers => ({
  'GET /api/payments/:order': () => ({ ...open, ...changes }),
  'GET /api/payments': () => [{ ...open, ...changes }],
});
const visitor = (changes: Partial<PaymentView> = {}, more: Keepers = {}) =>
  aVisitor({ signedIn: true, keepers: { ...one(changes), ...more } });

describe('what has to be paid', () => {
  test('shows amount, legal basis, who collects it and the ways, and says of the simulator that it is one', async () => {
    const { html, headers } = await visitor().get(here);
    for (const words of ['15.00 元', '《皮划艇管理办法》第九条', '示例派出所', '划艇支付', '不真的扣钱'])
      expect(html).toContain(words);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('is begun in the chosen way and leads to the page that waits', async () => {
    const paying = visitor({}, { 'POST /api/payments/:order/charges': () => ({ ...open, charge }) });
    expect((await paying.post(here, [['way', 'kayakpay']])).location).toBe(`${here}/wait`);
    expect(paying.asked.at(-1)?.asking).toMatchObject({ body: { way: 'kayakpay', from: 'screen' } });
  });

  test('without a choice asks for one, beside the choice', async () => {
    const { status, html } = await visitor().post(here, []);
    expect(status).toBe(400);
    expect(html).toContain('选一种缴费方式');
  });

  test('says what to do when the provider does not answer', async () => {
    const away = () => {
      throw new Problem('payments.way', 'invalid', '现在不能用这种方式缴费，换一种方式');
    };
    const { html } = await visitor({}, { 'POST /api/payments/:order/charges': away }).post(here, [
      ['way', 'x'],
    ]);
    expect(html).toContain('换一种方式');
  });

  test('while something is under way leads to the page that waits, never to another charge', async () => {
    expect((await visitor({ charge }).get(here)).location).toBe(`${here}/wait`);
  });
});

describe('an attempt that came to nothing', () => {
  test('is said to have cost nothing, and the ways are offered again', async () => {
    const { html } = await visitor({ endedUnpaid: '2026-01-05T06:10:00Z' }).get(here);
    expect(html).toContain('上一次没有付成，钱没有扣');
    expect(html).toContain('划艇支付');
  });

  test('can be left for another way, which ends it first', async () => {
    const { html, status } = await visitor({ charge }).get(`${here}?other=1`);
    expect(status).toBe(200);
    expect(html).toContain('原来那一笔先作废');
    expect(html).toContain('不会重复收');
  });

  test('that has run out offers no way on to the provider while it is looked into', async () => {
    const next = { kind: 'page' as const, href: 'https://pay.example' };
    const old = { ...charge, goodUntil: '2026-01-05T06:40:00Z', next };
    const { html } = await visitor({ charge: old }).get(`${here}/wait`);
    expect(html).toContain('正在查有没有付成');
    expect(html).not.toContain('https://pay.example');
  });
});

describe('the page every payment comes back to', () => {
  test('asks again by itself while it waits, and does not ask to pay again', async () => {
    const { html } = await visitor({ charge }).get(`${here}/wait`);
    expect(html).toContain('http-equiv="refresh"');
    expect(html).toContain('最晚 5 分钟能查到');
    expect(html).not.toMatch(/重新支付|再次支付|再缴一次/);
  });

  test('shows a code where one is to be scanned', async () => {
    const next = { kind: 'code' as const, code: 'weixin://kayak' };
    const { html } = await visitor({ charge: { ...charge, next } }).get(`${here}/wait`);
    expect(html).toContain('<svg class="qr"');
  });

  test('inside WeChat hands it what the house has signed', async () => {
    const next = { kind: 'wechat' as const, wechat: { appId: 'wxkayak', package: 'prepay_id=wx1' } };
    const { html } = await visitor({ charge: { ...charge, next } }).get(`${here}/wait`);
    expect(html).toContain('data-does="wechat-pay"');
    expect(html).toContain('prepay_id=wx1');
  });

  test('once paid offers the receipt and no way to pay', async () => {
    const paid = { state: 'paid' as const, receipt: true, paidAt: '2026-01-05T06:20:00Z' };
    const { html } = await visitor(paid).get(`${here}/wait`);
    expect(html).toContain(`/api/payments/${order}/receipt`);
    expect(html).toContain('已缴清');
    expect(html).not.toContain('method="post" novalidate');
  });

  test('with strange money says that it is looked into and that nobody should pay again', async () => {
    const { html } = await visitor({ state: 'checking' }).get(`${here}/wait`);
    expect(html).toContain('不用再缴');
    expect(html).not.toContain('去缴');
  });

  test('in English speaks English, but for the law', async () => {
    const english = aVisitor({ signedIn: true, keepers: one({ charge }), cookies: { lang: 'en' } });
    const { html } = await english.get(`${here}/wait`);
    expect(html).toContain('Waiting for your payment');
    expect(html).toMatch(/lang="zh-CN">《皮划艇管理办法》/);
  });
});

test('the simulator says that it takes no money', async () => {
  const { html } = await visitor({ charge }).get(`${here}/pretend`);
  expect(html).toContain('不会扣钱');
});

test('a bill that is not there is refused beside its number', async () => {
  const unknown = () => {
    throw new Problem('payments.bill', 'missing', '没有查到您名下的这张缴款单。核对缴款单号再试');
  };
  const { status, html } = await visitor({}, { 'POST /api/payments': unknown }).post('/pay', [
    ['billNumber', '9901 2026'],
  ]);
  expect(status).toBe(400);
  expect(html).toContain('核对缴款单号再试');
});

test('a case shows its fee and the way to pay it', async () => {
  const payment = { order, state: 'open' as const, title: { zh: '待缴费' }, fen: 1500 };
  const keepers: Keepers = { 'GET /api/cases/:case': () => aCase({ payment }) };
  const { html } = await aVisitor({ signedIn: true, keepers }).get('/cases/990100000001');
  expect(html).toContain(`href="${here}"`);
  expect(html).toContain('15.00 元');
});
