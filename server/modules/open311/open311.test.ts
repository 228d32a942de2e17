import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { type GeoAnswer, readXml, rowsOf } from './geo-report-client.fixture.ts';
import { createOpen311House, type Open311House } from './open311-house.fixture.ts';
import { purposes } from './parts.ts';

let house: Open311House;
let key: string;
let operator: SignedIn;
let clerk: SignedIn;
let approvers: SignedIn[];
beforeAll(async () => {
  house = await createOpen311House();
  key = await house.aKey('示例·湖区管理处', [purposes.one]);
  operator = house.at('operator');
  clerk = await house.staff('clerk', { name: '示例·承办' });
  approvers = [house.at('approver'), house.at('approver')];
});
afterAll(() => house.stop());

const report = {
  ...{ service_code: 'pier', address_string: '东湖码头', lat: '23.0207', long: '113.7518' },
  ...{ description: '桨断了三支，<b>没有人</b>换。', first_name: '小满', last_name: '示例·林' },
  ...{ phone: '199-0000-7777', email: 'nobody@example.org', media_url: 'https://example.org/1.jpg' },
};
const client = () => house.clientOf(key);
const signed = () => ({ api_key: key });

async function passedOn(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, text } = await client().create({ ...report, ...more });
  expect([status, text]).toEqual([200, expect.stringContaining('<service_requests>')]);
  return rowsOf(text)[0]?.service_request_id ?? '';
}

/** Sorted, sent out, drafted, passed by two and replied to. */
async function answer(order: string, open?: { title: string; question: string }) {
  await house.sent(operator, order);
  await house.act(clerk, order, { type: 'claim' });
  const draft = { type: 'draft', text: '三支桨都换了，电话 19900007777。' } as const;
  await house.act(clerk, order, open === undefined ? draft : { ...draft, open });
  for (const approver of open === undefined ? approvers.slice(0, 1) : approvers)
    await house.act(approver, order, { type: 'pass' });
  await house.act(clerk, order, { type: 'reply' });
  await house.settle();
}

/** What every refusal looks like: a list of code and description, and the same code as the status. */
function errorOf({ status, type, text }: GeoAnswer): { status: number; description: string } {
  if (type.startsWith('application/json')) {
    const [error] = JSON.parse(text) as [{ code: number; description: string }];
    expect(error.code).toBe(status);
    return { status, description: error.description };
  }
  expect(type).toBe('text/xml; charset=utf-8');
  expect(readXml(text).name).toBe('errors');
  const [error] = rowsOf(text);
  expect(error?.code).toBe(String(status));
  return { status, description: error?.description ?? '' };
}

describe('a client made from the specification', () => {
  test('finds the endpoint, the services and what is asked with each', async () => {
    const found = await client().discovery();
    expect(found.text).toContain('<specification>http://wiki.open311.org/GeoReport_v2</specification>');
    const services = rowsOf((await client().services()).text);
    expect(services.map(({ service_code: code, type, metadata }) => [code, type, metadata])).toEqual([
      ['pier', 'realtime', 'true'],
      ['report', 'blackbox', 'true'],
    ]);
    const definition = JSON.parse((await client().definition('pier', 'json')).text);
    expect(definition).toMatchObject({
      service_code: 'pier',
      attributes: [{ code: 'kind', datatype: 'singlevaluelist', required: false }, { code: 'not_now' }],
    });
    const kinds = definition.attributes[0].values.map((one: { key: string }) => one.key);
    for (const kind of ['report', 'visit']) expect(kinds).not.toContain(kind);
  });

  test('passes on a request, which is an order like any other, and follows it to its end', async () => {
    const order = await passedOn();
    expect(order).toMatch(/^\d{16}$/);
    const view = await house.seen(operator, order);
    expect(view).toMatchObject({ channel: 'open311', caller: { phone: '199****7777' } });
    expect(view.text).toContain('东湖码头；23.0207, 113.7518');
    const mine = async () => rowsOf((await client().request(order, signed())).text)[0];
    expect(await mine()).toMatchObject({
      ...{ status: 'open', service_code: 'pier', service_name: '码头', description: report.description },
      ...{ address: '东湖码头', lat: '23.0207', requested_datetime: '2026-03-02T09:30:00+08:00' },
      ...{ expected_datetime: '2026-03-05T23:59:59+08:00', media_url: report.media_url },
    });
    await answer(order);
    expect(await mine()).toMatchObject({
      status: 'open',
      status_notes: expect.stringContaining('三支桨都换了'),
    });
    const told = await client().update({
      service_request_id: order,
      status: 'CLOSED',
      description: '换好了',
    });
    expect(rowsOf(told.text)).toMatchObject([{ service_request_id: order }]);
    await house.settle();
    expect(await mine()).toMatchObject({ status: 'closed' });
    const updates = rowsOf((await client().updates(signed())).text);
    const ofOrder = updates.filter(({ service_request_id: id }) => id === order);
    expect(ofOrder.map(({ status, description }) => [status, description?.slice(0, 6)])).toEqual([
      ...[
        ['open', '已登记'],
        ['open', '三支桨都换了'],
        ['closed', '已办结'],
      ],
    ]);
  });

  test('may name the place and the key in the address, as some clients do', async () => {
    const { service_code, address_string } = report;
    const place = new URLSearchParams({ jurisdiction_id: '4419', api_key: key });
    const bare = house.clientOf(undefined, '');
    const { status, text } = await bare.post(`requests.json?${place}`, { service_code, address_string });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject([{ service_request_id: expect.stringMatching(/^4419\d{12}$/) }]);
  });

  test('says that it is not solved, and the order is worked on again', async () => {
    const order = await passedOn();
    await answer(order);
    await client().update({ service_request_id: order, status: 'open', description: '又断了' });
    await house.settle();
    expect(await house.seen(operator, order)).toMatchObject({ stage: 'handling', round: 2 });
    const updates = rowsOf((await client().updates(signed())).text);
    expect(updates.filter(({ service_request_id: id }) => id === order).at(-1)).toMatchObject({
      description: '重新办理',
    });
  });

  test('an update sent twice by one id counts once', async () => {
    const order = await passedOn();
    const update = { service_request_id: order, update_id: 'U-1', description: '还没人来' };
    for (const _ of [1, 2]) expect((await client().update(update)).status).toBe(200);
    expect((await house.seen(operator, order)).urges).toBe(1);
    // A second word of the same day is refused by the rule for everybody.
    expect(errorOf(await client().update({ ...update, update_id: 'U-2' }))).toMatchObject({ status: 409 });
  });

  test('lists its own by service, state, day and page, the newest first', async () => {
    const own = { api_key: await house.aKey('示例·船协', [purposes.one]) };
    const unit = house.clientOf(own.api_key);
    const orders: string[] = [];
    for (const description of ['一', '二', '三']) {
      const made = await unit.create({ ...report, description });
      orders.unshift(rowsOf(made.text)[0]?.service_request_id ?? '');
      house.moveBy({ minutes: 1 });
    }
    const ids = async (values: Readonly<Record<string, string>>) =>
      rowsOf((await unit.requests({ ...own, ...values })).text).map((row) => row.service_request_id);
    expect(await ids({})).toEqual(orders);
    expect(await ids({ page_size: '2', page: '2' })).toEqual(orders.slice(2));
    expect(await ids({ status: 'closed' })).toEqual([]);
    expect(await ids({ service_code: 'boats' })).toEqual([]);
    expect(await ids({ end_date: '2026-03-01T00:00:00Z' })).toEqual([]);
    expect(await ids({ service_request_id: orders.slice(0, 2).join(','), status: 'closed' })).toEqual(
      orders.slice(0, 2),
    );
    expect(await ids({ jurisdiction_id: '4401' })).toEqual([]);
  });

  test('a unit with many is given a token, and the number once there is one', async () => {
    const many = await house.aKey('示例·旧线', [purposes.many]);
    const services = await house.clientOf(many).get('services.xml', { api_key: many });
    expect(rowsOf(services.text)[0]).toMatchObject({ type: 'batch' });
    const taken = rowsOf((await house.clientOf(many).create(report)).text)[0];
    expect(taken?.service_request_id).toBeUndefined();
    const token = taken?.token ?? '';
    expect(rowsOf((await house.clientOf().token(token)).text)).toEqual([{ token }]);
    await house.platform.jobs.runTimer('open311.register-waiting');
    const [found] = rowsOf((await house.clientOf().token(token)).text);
    const view = await house.seen(operator, found?.service_request_id ?? '');
    expect(view).toMatchObject({ channel: 'open311', caller: { phone: '199****7777' } });
    // Who asked is kept with the order alone from now on.
    const { rows } = await sql<{ sealed: Buffer }>`
      select sealed from open311.request where request_id = ${token}`.execute(house.db);
    const kept = house.platform.vault.open(`open311.request.sealed|${token}`, rows[0]?.sealed ?? Buffer.of());
    expect(kept).not.toMatch(/7777|林/);
  });
});

describe('what nobody else reads', () => {
  test('a request of a unit is missing for everybody without its key', async () => {
    const order = await passedOn();
    const other = await house.aKey('示例·别处', [purposes.one]);
    for (const reader of [{}, { api_key: other }]) {
      expect(errorOf(await client().request(order, reader)).status).toBe(404);
      expect(rowsOf((await client().requests({ ...reader, service_request_id: order })).text)).toEqual([]);
      const updates = (await client().updates(reader)).text;
      expect(updates).not.toContain(order);
    }
    const theirs = await house.clientOf(other).update({ service_request_id: order, description: '撤' });
    expect(errorOf(theirs).status).toBe(404);
  });

  test('without a key only what was passed by two and masked is told: no number, no place, no hour', async () => {
    const open = { title: '桨断了怎么办', question: '桨断了找谁？我叫示例·林小满，电话 19900007777' };
    const order = await passedOn();
    await answer(order, open);
    const { text } = await client().requests();
    const [shown] = rowsOf(text);
    expect(shown).toMatchObject({ service_code: 'pier', requested_datetime: '2026-03-02T00:00:00+08:00' });
    expect(text).not.toMatch(/19900007777|小满|东湖|没有人/);
    expect(text).not.toContain(order);
    const one = await client().request(shown?.service_request_id ?? '');
    expect(rowsOf(one.text)).toEqual([shown]);
    expect(rowsOf((await client().updates()).text)).toMatchObject([
      { service_request_id: shown?.service_request_id },
    ]);
    expect(rowsOf((await client().requests({ jurisdiction_id: '4401' })).text)).toEqual([]);
  });

  test('a tip-off is taken, and neither a number nor a trace of who passed it on is left', async () => {
    const before = await count();
    const { text } = await client().create({ ...report, service_code: 'report', description: '有人偷桨' });
    expect(Object.keys(rowsOf(text)[0] ?? {})).toEqual(['service_notice', 'account_id']);
    expect(await count()).toBe(before);
    const { rows } = await sql<{ object: string; purpose?: string; ip?: string }>`
      select object, purpose, ip from platform.audit where action = 'open311.register'
      order by at desc, id desc limit 1`.execute(house.db);
    expect(rows).toEqual([{ object: 'order', purpose: undefined, ip: undefined }]);
  });

  test('what turns out to be a tip-off is gone for whoever passed it on', async () => {
    const order = await passedOn();
    await house.act(operator, order, { type: 'classify', kind: 'report', matter: 'smuggling', labels: [] });
    expect(errorOf(await client().request(order, signed())).status).toBe(404);
    await house.settle();
    expect((await client().updates(signed())).text).not.toContain(order);
    expect(
      errorOf(await client().update({ service_request_id: order, description: '怎么样了' })).status,
    ).toBe(404);
  });
});

describe('bad input is refused as GeoReport says it', () => {
  test.each([
    [{ service_code: '' }, 400, 'service_code'],
    [{ service_code: 'canoe' }, 404, 'service_code'],
    [{ service_code: 'smuggling' }, 404, 'service_code'],
    [{ jurisdiction_id: '' }, 400, 'jurisdiction_id'],
    [{ jurisdiction_id: '9999' }, 404, 'jurisdiction_id'],
    [{ api_key: '' }, 403, 'api_key'],
    [{ api_key: 'nonsense' }, 403, 'api_key'],
    [{ address_string: '', lat: '', long: '' }, 400, 'address_string'],
    [{ lat: '91' }, 400, 'lat'],
    [{ long: '' }, 400, 'lat'],
    [{ description: '桨'.repeat(4001) }, 400, 'description'],
    [{ media_url: 'javascript:alert(1)' }, 400, 'media_url'],
    [{ phone: 'call me' }, 400, 'phone'],
    [{ 'attribute[kind]': 'report' }, 400, 'attribute[kind]'],
    [{ 'attribute[kind]': 'visit' }, 400, 'attribute[kind]'],
    [{ description: '翻船了' }, 400, '110'],
  ])('%o answers %i about %s', async (more, status, word) => {
    const before = await count();
    for (const format of ['xml', 'json']) {
      const refused = errorOf(await client().create({ ...report, ...more }, format));
      expect(refused.status).toBe(status);
      expect(refused.description).toContain(word);
    }
    expect(await count()).toBe(before);
  });
  test('a key of a unit without that agreement, or one switched off, opens nothing', async () => {
    const bank = await house.aKey('示例·银行', ['开户核对身份']);
    expect(errorOf(await house.clientOf(bank).create(report)).status).toBe(403);
    expect(errorOf(await client().requests({ api_key: bank })).status).toBe(403);
    expect(errorOf(await client().requests({ api_key: `${key}x` })).status).toBe(403);
  });
  test.each([
    ['requests.csv', 400],
    ['requests/1', 404],
    ['requests/1.xml', 404],
    ['tokens/1.json', 404],
    ['nothing.xml', 404],
    ['requests.xml?start_date=yesterday', 400],
    ['requests.json?page=0', 400],
    ['requests.xml?status=gone', 400],
    ['services.xml?jurisdiction_id=atlantis', 404],
  ])('GET %s answers %i', async (path, status) => {
    const answer = await house.inject({ method: 'GET', url: `/open311/v2/${path}` });
    const type = String(answer.headers['content-type']);
    expect(errorOf({ status: answer.statusCode, type, text: answer.payload }).status).toBe(status);
  });
  test('what is no form, is too large or is a file is refused', async () => {
    const send = async (type: string, payload: string) => {
      const answer = await house.inject({
        ...{ method: 'POST', url: '/open311/v2/requests.json', payload, headers: { 'content-type': type } },
      });
      const told = { status: answer.statusCode, type: String(answer.headers['content-type']) };
      return errorOf({ ...told, text: answer.payload }).status;
    };
    expect(await send('application/json', '{}')).toBe(415);
    expect(await send('application/x-www-form-urlencoded', `description=${'x'.repeat(300_000)}`)).toBe(413);
    const file =
      '--B\r\ncontent-disposition: form-data; name="media"; filename="a.jpg"\r\n\r\nkayak\r\n--B--\r\n';
    expect(await send('multipart/form-data; boundary=B', file)).toBe(400);
  });
  test('an English reader is told in English', async () => {
    const answer = await house.inject({
      ...{ method: 'GET', url: '/open311/v2/services/canoe.json', headers: { 'accept-language': 'en' } },
    });
    expect(answer.json()).toEqual([
      { code: 404, description: 'service_code was not found; choose one from services' },
    ]);
  });
});

async function count(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from open311.request`.execute(
    house.db,
  );
  return rows[0]?.count ?? 0;
}
