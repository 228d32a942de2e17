import { filesRoutes, ordersRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse, taken, wish } from './hotline-house.fixture.ts';

let house: HotlineHouse;
let operator: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse();
  operator = house.at('operator');
});
afterAll(() => house.stop());

const at = (order: string) => ({ params: { order } });
const own = (citizen: SignedIn, order: string) => house.as(citizen)(ordersRoutes.get, at(order));

test('anybody reads within how many days each kind is usually answered, by the way it comes', async () => {
  const limits = async (query: { channel?: 'web' | 'wechat' }) =>
    (await house.anyone(ordersRoutes.limits, { query })).limits.find(({ kind }) => kind === 'complaint');
  expect(await limits({ channel: 'wechat' })).toEqual({ kind: 'complaint', days: 13, unit: 'working' });
  // What comes by the site is the spokesperson’s, with the limit of a petition.
  expect(await limits({ channel: 'web' })).toEqual({ kind: 'complaint', days: 15, unit: 'working' });
  expect(await limits({})).toEqual(await limits({ channel: 'web' }));
});

describe('whoever asks', () => {
  test('gets a number with a check digit, and the promised day counted in working days', async () => {
    const citizen = await house.citizen();
    const receipt = await house.send(citizen);
    expect(receipt).toMatchObject({ order: expect.stringMatching(/^4419260302\d{6}$/), dueOn: '2026-03-23' });
    expect(await own(citizen, receipt.order)).toMatchObject({
      ...{ stage: 'received', title: wish.title, text: wish.text, dueOn: '2026-03-23', late: false },
      may: ['urge', 'attach', 'withdraw'],
    });
    expect(await house.take(operator)).toMatchObject({ dueOn: '2026-03-19' });
  });
  test('is known to have written inside WeChat, with a name or without', async () => {
    const named = await house.send(await house.citizen(), { channel: 'wechat' });
    const unnamed = await house.anyone(ordersRoutes.registerUnnamed, {
      body: {
        kind: 'suggestion',
        title: '加一盏灯',
        text: '码头晚上太暗。',
        division: '4419',
        channel: 'wechat',
      },
    });
    for (const { order } of [named, unnamed])
      expect(await house.seen(operator, order)).toMatchObject({ channel: 'wechat' });
  });
  test('sends an order once, however often it arrives', async () => {
    const citizen = await house.citizen();
    const key = newId();
    const ask = () =>
      house.inject({
        ...{ method: 'POST', url: '/api/orders', payload: wish },
        headers: { ...house.headersOf(citizen), 'idempotency-key': key },
      });
    const [one, other] = [await ask(), await ask()];
    expect(other.json()).toEqual(one.json());
    expect((await house.as(citizen)(ordersRoutes.list, {})).orders).toHaveLength(1);
  });
  test('says something: an empty report is refused, as is one of spaces and signs', async () => {
    const citizen = await house.citizen();
    for (const text of [' ', '\u200b\n', '……！'])
      await expect(house.send(citizen, { text })).rejects.toMatchObject({ code: 'orders.empty' });
    await expect(house.send(citizen, { text: '' })).rejects.toMatchObject({ code: 'request.invalid' });
  });
  test('may write ten thousand characters, and not one more', async () => {
    const citizen = await house.citizen();
    const text = '桨'.repeat(10_000);
    const { order } = await house.send(citizen, { text });
    expect((await own(citizen, order)).text).toBe(text);
    await expect(house.send(citizen, { text: `${text}桨` })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
  test('may write a script, which stays the text it is', async () => {
    const citizen = await house.citizen();
    const text = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const { order } = await house.send(citizen, { text, title: '<b>桨</b>' });
    const answer = await house.inject({
      method: 'GET',
      url: `/api/orders/${order}`,
      headers: house.headersOf(citizen),
    });
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.json()).toMatchObject({ text, title: '<b>桨</b>' });
  });
  test('lays files of their own under it, and no script dressed as a photo', async () => {
    const [citizen, other] = [await house.citizen(), await house.citizen()];
    const file = await house.upload(citizen);
    const { order } = await house.send(citizen, { files: [file] });
    expect((await house.seen(operator, order)).files).toMatchObject([{ file, from: 'caller' }]);
    const theirs = await house.upload(other);
    await expect(house.send(citizen, { files: [theirs] })).rejects.toMatchObject({ kind: 'missing' });
    await expect(
      house.as(citizen)(ordersRoutes.attach, { ...at(order), body: { files: [theirs] } }),
    ).rejects.toMatchObject({ kind: 'missing' });
    const script = Buffer.from('<svg onload=alert(1)>');
    const begun = await house.as(citizen)(filesRoutes.begin, {
      body: { name: '照片.png', contentType: 'image/png', bytes: script.length },
    });
    await expect(
      house.as(citizen)(filesRoutes.append, {
        ...{ params: { file: begun.file }, headers: { 'upload-offset': 0 }, body: new Uint8Array(script) },
      }),
    ).rejects.toMatchObject({ code: 'files.type' });
  });
  test('is followed by the receipt alone where no name was given, and nothing of them is kept', async () => {
    const { order, key } = await house.anyone(ordersRoutes.registerUnnamed, {
      body: { kind: 'suggestion', title: '加一盏灯', text: '码头晚上太暗。', division: '4419' },
    });
    expect(await house.anyone(ordersRoutes.follow, { body: { key } })).toMatchObject({ order, may: [] });
    await expect(house.anyone(ordersRoutes.follow, { body: { key: '1'.repeat(16) } })).rejects.toMatchObject({
      code: 'orders.receipt',
    });
    const { rows } =
      await sql`select person_id, owner, phone, caller from hotline."order" where number = ${order}`.execute(
        house.db,
      );
    expect(rows).toEqual([{}]);
    expect((await house.seen(operator, order)).caller).toBeUndefined();
  });
  test('sees only their own', async () => {
    const [one, other] = [await house.citizen(), await house.citizen()];
    const { order } = await house.send(one);
    await expect(own(other, order)).rejects.toMatchObject({ code: 'orders.missing' });
    await expect(house.as(other)(ordersRoutes.urge, { ...at(order), body: {} })).rejects.toMatchObject({
      code: 'orders.missing',
    });
    expect((await house.as(other)(ordersRoutes.list, {})).orders).toEqual([]);
  });
  test('urges once a day, takes back, and pages through many', async () => {
    const citizen = await house.citizen();
    const made = [];
    for (let n = 0; n < 22; n += 1) made.push((await house.send(citizen)).order);
    const call = house.as(citizen);
    const first = await call(ordersRoutes.list, {});
    const rest = await call(ordersRoutes.list, { query: { after: first.next ?? '' } });
    expect(new Set([...first.orders, ...rest.orders].map(({ order }) => order))).toEqual(new Set(made));
    expect([first.orders.length, rest.orders.length, rest.next]).toEqual([20, 2, undefined]);
    const order = made[0] ?? '';
    expect(await call(ordersRoutes.urge, { ...at(order), body: { say: '快一点' } })).toMatchObject({
      urges: 1,
    });
    await expect(call(ordersRoutes.urge, { ...at(order), body: {} })).rejects.toMatchObject({
      code: 'orders.urged',
    });
    expect(await call(ordersRoutes.withdraw, { ...at(order), body: {} })).toMatchObject({
      stage: 'closed',
      how: 'withdrawn',
      steps: expect.arrayContaining([
        expect.objectContaining({ words: { zh: '您撤回了', en: 'You took it back' } }),
      ]),
      may: [],
    });
  });
});

test('what was said and who said it stands nowhere in the open', async () => {
  await house.take(operator, {
    ...taken,
    text: '不要写在外面的话',
    caller: { name: '示例·来电', phone: '19900006666' },
  });
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from hotline."order" as one
    where one::text like '%19900006666%' or one::text like '%不要写在外面%' or one::text like '%示例·来电%'
      or position('不要写在外面的话'::bytea in said) > 0`.execute(house.db);
  expect(rows).toEqual([{ n: 0 }]);
});

describe('an emergency', () => {
  test('is not taken in, with a name or without, until somebody says that nothing is happening now', async () => {
    const citizen = await house.citizen();
    const text = '有人在湖里翻船了';
    await expect(house.send(citizen, { text })).rejects.toMatchObject({ code: 'orders.emergency-now' });
    const body = { kind: 'help', title: '湖里', text, division: '4419' } as const;
    await expect(house.anyone(ordersRoutes.registerUnnamed, { body })).rejects.toMatchObject({
      code: 'orders.emergency-now',
    });
    expect(await house.send(citizen, { text: '去年翻船，许可证泡坏了', notNow: true })).toMatchObject({
      order: expect.stringMatching(/^\d{16}$/),
    });
  });
});

describe('what somebody without a name sends while signed in', () => {
  test('says nothing of them in the audit', async () => {
    const citizen = await house.citizen();
    await house.as(citizen)(ordersRoutes.registerUnnamed, {
      body: { kind: 'complaint', title: '桨断了', text: '没有人换桨。', division: '4419' },
    });
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from platform.audit as one
      where action like 'orders.%' and one::text like ${`%${citizen.personId}%`}`.execute(house.db);
    expect(rows).toEqual([{ n: 0 }]);
  });
});
