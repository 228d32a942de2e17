import {
  filesRoutes,
  type OrderAct,
  type OrderReceipt,
  orderDeskRoutes,
  ordersRoutes,
} from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse, taken } from './hotline-house.fixture.ts';

let house: HotlineHouse;
let operator: SignedIn;
let clerk: SignedIn;
let west: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse();
  operator = house.at('operator');
  clerk = await house.staff('clerk', { name: '示例·承办' });
  west = house.at('spokesperson', 'lake/west');
});
afterAll(() => house.stop());

const read = (caller: SignedIn, file: string) => house.as(caller)(filesRoutes.read, { params: { file } });
const own = (citizen: SignedIn, order: string) => house.as(citizen)(ordersRoutes.get, { params: { order } });
const gone = { code: 'files.missing', kind: 'missing', message: '没有这个文件，或您不能看它' };
const attach = async (caller: SignedIn, order: string, files: readonly string[]) =>
  house.act(caller, order, { type: 'attach', files: [...files] });
const namesOf = async (caller: SignedIn, order: string) =>
  (await house.seen(caller, order)).files.map(({ name, from }) => `${from} ${name}`);

/** An order in the hand of its unit. */
async function inHand(): Promise<string> {
  const { order } = await house.take(operator);
  await house.sent(operator, order);
  await house.act(clerk, order, { type: 'claim' });
  return order;
}

describe('files at the desk', () => {
  test('come with an order that is taken down, are read by who sees it, and stand in what happened', async () => {
    const scan = await house.upload(operator, '来信.png');
    const { order } = await house.take(operator, { channel: 'letter', files: [scan] });
    const view = await house.seen(operator, order);
    expect(view.files).toEqual([
      { file: scan, name: '来信.png', contentType: 'image/png', bytes: expect.any(Number), from: 'desk' },
    ]);
    expect(view.steps[0]).toMatchObject({ title: '诉求受理', text: '附 1 个附件' });
    expect((await read(operator, scan)).contentType).toContain('image/png');
    expect((await read(house.at('spokesperson', 'lake'), scan)).contentType).toContain('image/png');
    await expect(read(west, scan)).rejects.toMatchObject(gone);
  });

  test('are added by the unit that works on it, told as an event, and put on record once', async () => {
    const order = await inHand();
    const files = [await house.upload(clerk, '现场一.png'), await house.upload(clerk, '现场二.png')];
    await attach(clerk, order, files);
    expect(await namesOf(operator, order)).toEqual(['desk 现场一.png', 'desk 现场二.png']);
    const { steps } = await house.seen(clerk, order);
    expect(steps.at(-1)).toMatchObject({ title: '添加了 2 个附件', by: '示例·承办' });
    const told = await sql<{ n: number }>`select count(*)::integer as n from platform.event
      where type = 'hotline.order-files-added' and data ->> 'number' = ${order}`.execute(house.db);
    expect(told.rows).toEqual([{ n: 1 }]);
    const { rows } = await sql<{ line: string }>`select audit::text as line from platform.audit
      where audit::text like ${`%order:${order}%`} and audit::text like '%attach%'`.execute(house.db);
    expect(rows).toHaveLength(1);
  });

  test('are papers of the desk: whoever asked is told neither of them nor that they came', async () => {
    const citizen = await house.citizen();
    const { order } = await house.send(citizen, { files: [await house.upload(citizen, '断桨.png')] });
    const mine = await house.upload(operator, '核实.png');
    await attach(operator, order, [mine]);
    const view = await own(citizen, order);
    expect(view.files).toBe(1);
    expect(view.steps.map(({ words }) => words.zh)).toEqual(['我们收到了']);
    await expect(read(citizen, mine)).rejects.toMatchObject(gone);
    await house.as(citizen)(ordersRoutes.attach, {
      ...{ params: { order }, body: { files: [await house.upload(citizen, '补拍.png')] } },
    });
    expect((await own(citizen, order)).steps.map(({ words }) => words.zh)).toContain('您补充了附件');
    expect(await namesOf(operator, order)).toEqual(['caller 断桨.png', 'desk 核实.png', 'caller 补拍.png']);
  });

  test('come with one order, however often it is sent under its key', async () => {
    const payload = { ...taken, title: '信里说桨断了', files: [await house.upload(operator)] };
    const send = () =>
      house.inject({
        ...{ method: 'POST', url: '/api/desk/orders', payload },
        headers: { ...house.headersOf(operator), 'idempotency-key': 'order-files-key' },
      });
    const [first, second] = [await send(), await send()];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    expect(await namesOf(operator, first.json<OrderReceipt>().order)).toHaveLength(1);
  });

  test('are pictures and PDF alone: a script, a page and a table are refused before a byte is sent', async () => {
    for (const [name, contentType] of [
      ['图.svg', 'image/svg+xml'],
      ['页.html', 'text/html'],
      ['表.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ] as const)
      await expect(
        house.as(operator)(filesRoutes.begin, { body: { name, contentType, bytes: 10 } }),
      ).rejects.toMatchObject({ code: 'files.type', faults: [{ pointer: '/contentType' }] });
    const script = Buffer.from('<svg onload=alert(1)>');
    const { file } = await house.as(operator)(filesRoutes.begin, {
      body: { name: '图.png', contentType: 'image/png', bytes: script.length },
    });
    const headers = { 'upload-offset': 0 };
    await expect(
      house.as(operator)(filesRoutes.append, { params: { file }, headers, body: new Uint8Array(script) }),
    ).rejects.toMatchObject({ code: 'files.type' });
    await expect(house.take(operator, { files: [file] })).rejects.toMatchObject({ code: 'orders.files' });
  });

  test('are nine at once, whole, of whoever adds them, and none of another order', async () => {
    const order = await inHand();
    const ten = Array.from({ length: 10 }, newId);
    await expect(attach(clerk, order, ten)).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(house.take(operator, { files: ten })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(attach(clerk, order, [])).rejects.toMatchObject({ code: 'request.invalid' });
    const half = await house.upload(clerk, '半张.png', false);
    await expect(attach(clerk, order, [half])).rejects.toMatchObject({ code: 'orders.files' });
    const theirs = await house.upload(operator);
    await expect(attach(clerk, order, [theirs])).rejects.toMatchObject({ kind: 'missing' });
    const once = await house.upload(clerk);
    await attach(clerk, order, [once]);
    // What lies under an order is nobody’s own any more.
    await expect(attach(clerk, order, [once])).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('who adds files', () => {
  const adding = async (caller: SignedIn, order: string) => {
    const file = await house.upload(caller);
    const act: OrderAct = { type: 'attach', files: [file] };
    const { version } = await house.seen(operator, order);
    return house.as(caller)(orderDeskRoutes.act, { params: { order }, body: { version, act } });
  };

  test('is the desk until the order is sent on, then the unit and whoever helps it, and nobody else', async () => {
    const { order } = await house.take(operator);
    for (const role of ['clerk', 'supervisor', 'approver'] as const)
      await expect(adding(house.at(role), order)).rejects.toMatchObject({ code: 'orders.role' });
    await adding(house.at('hall-manager'), order);
    await house.sent(operator, order);
    await expect(adding(operator, order)).rejects.toMatchObject({ code: 'orders.role' });
    await adding(house.at('approver'), order);
    await expect(adding(house.at('approver', 'lake'), order)).rejects.toMatchObject({ code: 'orders.unit' });
    await house.act(clerk, order, { type: 'claim' });
    await house.act(clerk, order, { type: 'ask-help', of: 'west', say: '查船号' });
    expect((await house.seen(west, order)).may).toEqual(['give-help', 'attach']);
    await adding(west, order);
    await house.act(west, order, { type: 'give-help', say: '船号 7' });
    await expect(adding(west, order)).rejects.toMatchObject({ code: 'orders.unit' });
  });

  test('is nobody of another city, for whom the order is not there, and no citizen', async () => {
    const order = await inHand();
    await expect(adding(west, order)).rejects.toMatchObject({ code: 'orders.missing' });
    await expect(adding(await house.citizen(), order)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('is nobody once it is closed', async () => {
    const { order } = await house.take(operator, { kind: 'consult' });
    await house.act(operator, order, { type: 'answer', text: '九点开门' });
    await expect(adding(operator, order)).rejects.toMatchObject({ code: 'orders.stage' });
    expect((await house.seen(operator, order)).may).not.toContain('attach');
  });

  test('adds once, however often the same is sent', async () => {
    const order = await inHand();
    const { version } = await house.seen(clerk, order);
    const payload = { version, act: { type: 'attach', files: [await house.upload(clerk)] } };
    const send = (key: string) =>
      house.inject({
        ...{ method: 'POST', url: `/api/desk/orders/${order}/acts`, payload },
        headers: { ...house.headersOf(clerk), 'idempotency-key': key },
      });
    const [first, second] = [await send('order-files-key-one'), await send('order-files-key-one')];
    expect([first.statusCode, second.statusCode]).toEqual([200, 409]);
    expect(second.json()).toMatchObject({ code: 'orders.version' });
    expect((await house.seen(clerk, order)).files).toHaveLength(1);
  });
});

describe('files of a tip-off', () => {
  const refusal = (caller: SignedIn, file: string) =>
    read(caller, file).then(
      () => 'read',
      ({ code, kind, message }: { code: string; kind: string; message: string }) => ({ code, kind, message }),
    );
  const above = () => [
    ...(['spokesperson', 'approver', 'supervisor', 'clerk'] as const).map((role) => house.at(role, 'lake')),
    ...(['spokesperson', 'supervisor', 'operator', 'hall-manager'] as const).map((role) => house.at(role)),
    ...(['clerk', 'approver'] as const).map((role) => house.at(role, 'lake/west')),
  ];

  test('are read by its unit alone; to everybody else they are as if they were not there', async () => {
    const citizen = await house.citizen();
    const file = await house.upload(citizen, '账本.png');
    const { order } = await house.send(citizen, { kind: 'report', files: [file] });
    expect((await read(clerk, file)).contentType).toContain('image/png');
    const paper = await house.upload(clerk, '笔录.png');
    await attach(clerk, order, [paper]);
    expect((await read(house.at('approver'), paper)).contentType).toContain('image/png');
    for (const caller of above())
      for (const one of [file, paper])
        expect(await refusal(caller, one)).toEqual(await refusal(caller, newId()));
    expect(await refusal(citizen, paper)).toEqual(gone);
  });

  test('that were the desk’s own leave its sight with the order, whoever uploaded them', async () => {
    const scan = await house.upload(operator, '信封.png');
    const report = await house.take(operator, { kind: 'report', files: [scan] });
    expect(await refusal(operator, scan)).toEqual(gone);
    expect(await namesOf(clerk, report.order)).toEqual(['desk 信封.png']);
    const citizen = await house.citizen();
    const file = await house.upload(citizen);
    const { order } = await house.send(citizen, { files: [file] });
    const boss = house.at('supervisor', 'lake');
    expect(await refusal(boss, file)).toBe('read');
    await house.act(operator, order, { type: 'classify', kind: 'help', matter: 'smuggling', labels: [] });
    for (const caller of [boss, operator, ...above()]) expect(await refusal(caller, file)).toEqual(gone);
    expect(await refusal(clerk, file)).toBe('read');
  });

  test('lead to nobody: the database holds no owner of them and no row that names them', async () => {
    const citizen = await house.citizen();
    const file = await house.upload(citizen);
    await house.send(citizen, { kind: 'report', files: [file] });
    const owners = await sql<{ n: number }>`select count(*)::integer as n from files.file
      where file_id = ${file} and owner_id = ${citizen.personId}`.execute(house.db);
    expect(owners.rows).toEqual([{ n: 0 }]);
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from hotline.attachment as one
      where one::text like ${`%${file}%`}`.execute(house.db);
    expect(rows).toEqual([{ n: 0 }]);
    const readers = await sql`select branch from files.reader where file_id = ${file}`.execute(house.db);
    expect(readers.rows).toEqual([]);
  });
});
