import type { OwnOrder } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aVisitor, type Keepers } from '../portal.fixture.ts';

const number = '4419260302000017';
const key = '1234567890123456';
const receipt = { order: number, key, dueOn: '2026-03-23', unit: '东湖分局' };
const order: OwnOrder = {
  ...{ order: number, kind: 'complaint', kindName: { zh: '投诉', en: 'Complaint' } },
  ...{ title: '码头的桨断了', text: '<b>三支</b>\n没有人换。', stage: 'handling', late: false },
  ...{ receivedAt: '2026-03-02T02:00:00Z', dueOn: '2026-03-23', unit: '东湖分局', round: 1 },
  ...{ urges: 0, files: 1, may: ['urge', 'attach', 'withdraw'] },
  steps: [{ on: '2026-03-02', words: { zh: '我们收到了', en: 'We have received it' } }],
};
const answered: OwnOrder = {
  ...{ ...order, stage: 'call-back', reply: '桨换好了。', repliedAt: '2026-03-05' },
  may: ['solved', 'not-solved'],
};
const limitsBy = (channel: unknown) => [
  { kind: 'complaint', days: channel === 'wechat' ? 13 : 15, unit: 'working' },
  { kind: 'praise', days: 0, unit: 'working' },
];
const keepers: Keepers = {
  'POST /api/orders': () => receipt,
  'GET /api/order-limits': ({ query }) => ({ limits: limitsBy(query?.channel) }),
  'POST /api/unnamed-orders': () => receipt,
  'GET /api/orders': () => ({ orders: [order, answered] }),
  'GET /api/orders/:order': () => answered,
  'POST /api/orders/:order/verdicts': () => answered,
  'POST /api/orders/:order/reopenings': () => answered,
};
const citizen = (more: Keepers = {}) => aVisitor({ signedIn: true, keepers: { ...keepers, ...more } });
const anyone = (more: Keepers = {}) => aVisitor({ keepers: { ...keepers, ...more } });
const said: [string, string][] = [
  ['title', '码头的桨断了'],
  ['text', '东湖码头的桨断了三支。'],
  ['key', '0c3a7e53-1111-4111-8111-000000000001'],
];
const cookieOf = (answer: { headers: Readonly<Record<string, unknown>> }) =>
  String(answer.headers['set-cookie']);

describe('what people may say', () => {
  test('is offered below the numbers for emergencies', async () => {
    const { html } = await anyone().get('/orders/new?about=case:990100000001');
    for (const call of ['110', '119', '120', '122']) expect(html).toContain(`href="tel:${call}"`);
    expect(html).toContain('href="/orders/new/stuck?about=case%3A990100000001"');
    expect(html).toContain('href="/orders/new/report"');
    expect(html.indexOf('tel:110')).toBeLessThan(html.indexOf('/orders/new/consult'));
  });
  test('is led to from home, from a service and from a case, which come along', async () => {
    expect((await anyone().get('/')).html).toContain('href="/orders/new/stuck"');
    expect((await anyone().get('/items/kayak')).html).toContain('href="/orders/new/stuck?about=item:kayak"');
    const { html } = await citizen().get('/cases/990100000001');
    expect(html).toContain('href="/orders/new?about=case:990100000001"');
  });
  test('is sent once, with what it is about, and the receipt tells the number and the day', async () => {
    const visitor = citizen();
    const { location, ...sent } = await visitor.post('/orders/new/stuck', [
      ...said,
      ['about', 'case:990100000001'],
    ]);
    expect(location).toBe('/orders/receipt');
    expect(visitor.asked.at(-1)).toMatchObject({
      ...{ route: 'POST /api/orders', key: said[2]?.[1] },
      asking: {
        body: { kind: 'stuck', identity: 'named', division: '4419', about: '990100000001', files: [] },
      },
    });
    const [, value = ''] = /order_receipt=([^;]+)/.exec(cookieOf(sent)) ?? [];
    const shown = aVisitor({ signedIn: true, cookies: { order_receipt: value } });
    const { html } = await shown.get('/orders/receipt');
    expect(html).toContain(number);
    expect(html).toContain('3月23日（星期一）前答复您');
    expect(html).toContain(`href="/orders/${number}"`);
  });
  test('stays in its box where something is missing', async () => {
    const visitor = citizen();
    const { status, html } = await visitor.post('/orders/new/complaint', [['text', '桨断了']]);
    expect(status).toBe(400);
    expect(html).toContain('用一句话说是什么事');
    expect(html).toContain('桨断了</textarea>');
    expect(visitor.asked.map(({ route }) => route)).not.toContain('POST /api/orders');
  });
  test('says what it is about by the name of the service, and keeps that through signing in', async () => {
    const { html } = await citizen().get('/orders/new/stuck?about=item:kayak');
    expect(html).toContain('关于：皮划艇下水登记');
    const { location } = await anyone().post('/orders/new/stuck', [...said, ['about', 'item:kayak']]);
    expect(location).toContain('/orders/new/stuck?about=item%3Akayak');
  });
  test('says before it is sent within how many days that kind is usually answered, and invents none', async () => {
    const shown = async (path: string, more: object = {}) =>
      (await aVisitor({ signedIn: true, keepers, ...more }).get(path)).html;
    expect(await shown('/orders/new/complaint')).toContain('一般 15 个工作日内答复');
    const headers = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50' };
    expect(await shown('/orders/new/complaint', { headers })).toContain('一般 13 个工作日内答复');
    expect(await shown('/orders/new/praise')).toContain('一般当天答复');
    expect(await shown('/orders/new/stuck')).not.toMatch(/一般.*答复/);
  });
  test('inside WeChat is sent as from there', async () => {
    const headers = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50' };
    const inWechat = aVisitor({ signedIn: true, keepers, headers });
    await inWechat.post('/orders/new/complaint', said);
    expect(inWechat.asked.at(-1)?.asking.body).toMatchObject({ channel: 'wechat' });
    const unnamed = aVisitor({ keepers, headers });
    await unnamed.post('/orders/new/suggestion', said);
    expect(unnamed.asked.at(-1)?.asking.body).toMatchObject({ channel: 'wechat' });
    const elsewhere = citizen();
    await elsewhere.post('/orders/new/complaint', said);
    expect(elsewhere.asked.at(-1)?.asking.body).not.toHaveProperty('channel');
  });
  test('may have as many signs as the box takes, however its lines end, and says how many are too many', async () => {
    const lines = Array.from({ length: 5000 }, () => '桨').join('\r\n');
    const visitor = citizen();
    await visitor.post('/orders/new/complaint', [said[0] ?? ['', ''], ['text', `${lines}\r\n`]]);
    expect(visitor.asked.at(-1)?.asking.body).toMatchObject({ text: lines.replaceAll('\r', '') });
    const long = '桨'.repeat(10_001);
    const { html } = await citizen().post('/orders/new/complaint', [said[0] ?? ['', ''], ['text', long]]);
    expect(html).toContain('现在有 10001 个');
    expect(html).toContain(`${long}</textarea>`);
  });
  test('that sounds like an emergency is asked about first', async () => {
    const refuse = () => {
      throw new Problem('orders.emergency-now', 'invalid', '正在发生的，现在就打 110');
    };
    const { html } = await citizen({ 'POST /api/orders': refuse }).post('/orders/new/help', said);
    expect(html).toContain('正在发生的，现在就打 110');
    expect(html).toMatch(/name="notNow"/);
    const visitor = citizen();
    await visitor.post('/orders/new/help', [...said, ['notNow', 'yes']]);
    expect(visitor.asked.at(-1)?.asking.body).toMatchObject({ notNow: true });
  });
  test('with a photo carries it, and without a name carries none', async () => {
    const photo = { field: 'file', name: 'a.png', contentType: 'image/png', bytes: new Uint8Array([1]) };
    const took = { 'POST /api/files': () => ({ file: 'f1' }), 'PUT /api/files/:file/bytes': () => ({}) };
    const visitor = citizen(took);
    await visitor.post('/orders/new/complaint', said, [photo]);
    expect(visitor.asked.at(-1)?.asking.body).toMatchObject({ files: ['f1'] });
    const { html } = await citizen(took).post(
      '/orders/new/complaint',
      [...said, ['identity', 'anonymous']],
      [photo],
    );
    expect(html).toContain('匿名时不能带附件');
  });
});

describe('somebody without a name', () => {
  test('sends without the session saying who, and follows it by the code alone', async () => {
    const visitor = citizen();
    await visitor.post('/orders/new/complaint', [...said, ['identity', 'anonymous']]);
    expect(visitor.asked.at(-1)).toMatchObject({
      route: 'POST /api/unnamed-orders',
      asking: { body: { kind: 'complaint', title: '码头的桨断了' } },
    });
    const follow = anyone({ 'POST /api/order-receipts': () => ({ ...answered, may: [] }) });
    const { html } = await follow.post('/orders/follow', [['code', '1234 5678 9012 3456']]);
    expect(follow.asked.at(-1)?.asking.body).toEqual({ key });
    expect(html).toContain('桨换好了。');
    expect(html).not.toContain(key);
  });
  test('is told what a wrong code looks like', async () => {
    expect((await anyone().post('/orders/follow', [['code', '12']])).html).toContain('16 位数字');
  });
  test('signs in first where we have to reach them', async () => {
    expect((await anyone().get('/orders/new/stuck?about=item:kayak')).html).toContain('/sign-in?next=');
    expect((await anyone().post('/orders/new/stuck', said)).location).toContain(
      '/sign-in?next=/orders/new/stuck',
    );
  });
});

describe('a report', () => {
  test('can be left at once, is not kept in the tab, and is about no case', async () => {
    const { html } = await citizen().get('/orders/new/report?about=case:990100000001');
    expect(html).toContain('href="/orders/exit"');
    expect(html).not.toContain('data-does="keep"');
    expect(html).not.toContain('name="about"');
    expect(html).toMatch(/<title>填写/);
    const left = await citizen().get('/orders/exit');
    expect(left.location).toBe('/');
    expect(cookieOf(left)).toContain('order_receipt=; Max-Age=0');
  });
  test('gives a code and no place in one’s own list', async () => {
    const sent = await citizen().post('/orders/new/report', [...said, ['identity', 'secret']]);
    const [, value = ''] = /order_receipt=([^;]+)/.exec(cookieOf(sent)) ?? [];
    const { html } = await aVisitor({ cookies: { order_receipt: value } }).get('/orders/receipt');
    expect(html).toContain('1234 5678 9012 3456');
    expect(html).not.toContain(`href="/orders/${number}"`);
  });
});

describe('my orders', () => {
  test('ask first whether the answered ones are solved', async () => {
    const { html } = await citizen().get('/orders');
    expect(html.indexOf('已答复，解决了吗')).toBeLessThan(html.indexOf('正在办'));
  });
  test('show the answer as text, take yes at once, and ask what is missing for no', async () => {
    const { html } = await citizen({
      'GET /api/orders/:order': () => ({ ...answered, text: '<b>三支</b>' }),
    }).get(`/orders/${number}`);
    expect(html).toContain('桨换好了。');
    expect(html).toContain('&lt;b>三支');
    const yes = citizen();
    expect((await yes.post(`/orders/${number}/verdict`, [['solved', 'yes']])).location).toBe(
      `/orders/${number}`,
    );
    expect(yes.asked.at(-1)?.asking.body).toEqual({ solved: true });
    const no = citizen();
    await no.post(`/orders/${number}/verdict`, [['say', '还差一支']]);
    expect(no.asked.at(-1)?.asking.body).toEqual({ solved: false, say: '还差一支' });
  });
  test('are opened again only with what is missing', async () => {
    const visitor = citizen();
    expect((await visitor.post(`/orders/${number}/reopen`, [['say', ' ']])).status).toBe(400);
    expect(visitor.asked.map(({ route }) => route)).not.toContain('POST /api/orders/:order/reopenings');
  });
  test('are for whoever signed in alone', async () => {
    const { location } = await anyone({
      'GET /api/orders': () => {
        throw new Problem('request.sign-in', 'unauthenticated', '先登录');
      },
    }).get('/orders');
    expect(location).toContain('/sign-in');
  });
});

test('what was answered in public is listed for the city and read by anybody', async () => {
  const one = {
    ...{ answer: '01920000-0000-7000-8000-0000000000aa', kindName: { zh: '咨询', en: 'Question' } },
    ...{ title: '桨断了怎么补', question: '哪里补？', reply: '到码头。', unit: '东湖分局', on: '2026-03-05' },
  };
  const visitor = anyone({
    'GET /api/answered-orders': ({ query }) => ({
      answers: query?.q === '灯塔' ? [] : [one],
      near: query?.q === '断浆',
    }),
    'GET /api/answered-orders/:answer': () => one,
  });
  const { html } = await visitor.get('/answered');
  expect(visitor.asked.at(-1)?.asking.query).toEqual({ division: '4419' });
  expect(html).toContain(`href="/answered/${one.answer}"`);
  expect((await visitor.get(`/answered/${one.answer}`)).html).toContain('到码头。');
  expect((await visitor.get('/answered?q=断浆')).html).toContain('下面是相近的');
  expect(visitor.asked.at(-1)?.asking.query).toEqual({ division: '4419', q: '断浆' });
  const nothing = await visitor.get('/answered?q=灯塔');
  expect(nothing.html).toContain('没有找到“灯塔”');
  expect(nothing.html).toContain(`href="/answers?q=${encodeURIComponent('灯塔')}"`);
  expect(
    (await anyone({ 'GET /api/answered-orders': () => ({ answers: [], near: false }) }).get('/answered'))
      .html,
  ).toContain('还没有公开的答复');
});
