import {
  type ArrangedVisit,
  orderDeskRoutes,
  ordersRoutes,
  orderVisitRoutes,
  type VisitWish,
} from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asCaller, type SignedIn } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';
import { visitPage } from './store/visits.ts';

const address = '示例市东湖路 8 号码头小区 3 栋 502';
const visit: VisitWish = { reason: 'hard-to-move', address, suits: '工作日上午' };
const arranged: ArrangedVisit = { day: '2026-03-05', time: 'morning', who: '示例·陈受理', note: '带采集箱' };
const arrange = { type: 'arrange-visit', ...arranged } as const;

let house: HotlineHouse;
let operator: SignedIn;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse();
  operator = house.at('operator');
  clerk = await house.staff('clerk', { name: '示例·陈受理' });
});
afterAll(() => house.stop());

const at = (order: string) => ({ params: { order } });
const wish = { kind: 'visit', title: '上门服务：皮划艇下水登记', text: '行动不便，请上门办理。' } as const;
const ask = (citizen: SignedIn, more: object = {}) => house.send(citizen, { ...wish, visit, ...more });
const own = (citizen: SignedIn, order: string) => house.as(citizen)(ordersRoutes.get, at(order));
const listed = async (caller: SignedIn) =>
  (await house.as(caller)(orderVisitRoutes.list, { query: {} })).visits;
const tour = (caller: SignedIn, day = arranged.day) =>
  house.as(caller)(orderVisitRoutes.tour, { body: { day } });

/** Asked for, sent to the unit and taken in hand there. */
async function inHand(citizen: SignedIn): Promise<string> {
  const { order } = await ask(citizen);
  await house.act(operator, order, { type: 'classify', kind: 'visit', matter: 'pier', labels: [] });
  await house.act(operator, order, { type: 'dispatch', to: 'east' });
  await house.act(clerk, order, { type: 'claim' });
  return order;
}

describe('asking for a visit', () => {
  test('says why and where; whoever asked reads it again, the desk only masked until it asks', async () => {
    const citizen = await house.citizen('示例甲');
    const order = await inHand(citizen);
    expect((await own(citizen, order)).visit).toEqual(visit);
    const seen = await house.seen(clerk, order);
    expect(seen.visit).toEqual({ ...visit, address: '示例市东湖路****' });
    expect(await house.as(clerk)(orderDeskRoutes.unmask, at(order))).toMatchObject({ address });
    await expect(house.as(operator)(orderDeskRoutes.unmask, at(order))).rejects.toMatchObject({
      code: 'orders.handler',
    });
  });
  test('needs an address, a name, and of many people how many; nothing else has an address', async () => {
    const citizen = await house.citizen();
    const refused = (more: object, code: string, pointer: string) =>
      expect(ask(citizen, more)).rejects.toMatchObject({ code, faults: [{ pointer }] });
    await refused({ visit: undefined }, 'orders.visit-needed', '/visit/address');
    await refused({ identity: 'anonymous' }, 'orders.visit-named', '/identity');
    await refused({ identity: 'secret' }, 'orders.visit-named', '/identity');
    const many: VisitWish = { reason: 'many-people', address };
    await refused({ visit: many }, 'orders.visit-people', '/visit/people');
    await refused({ kind: 'help' }, 'orders.visit-kind', '/visit');
    await expect(ask(citizen, { visit: { ...visit, address: ' ' } })).rejects.toMatchObject({
      kind: 'invalid',
    });
    const { order } = await ask(citizen, { visit: { ...many, people: 12 } });
    expect((await own(citizen, order)).visit).toEqual({ ...many, people: 12 });
  });
  test('is not possible without a name, in a table of posts or from elsewhere', async () => {
    const { kind, title, text } = wish;
    const unnamed = house.anyone(ordersRoutes.registerUnnamed, {
      body: { kind, title, text, division: '4419' },
    });
    await expect(unnamed).rejects.toMatchObject({ code: 'orders.visit-needed' });
  });
  test('on the phone is put down with the same, and a phone to reach them', async () => {
    const { order } = await house.take(operator, { ...wish, visit });
    expect((await house.seen(operator, order)).visit?.address).toBe('示例市东湖路****');
    await expect(house.take(operator, { ...wish, visit, caller: {} })).rejects.toMatchObject({
      code: 'orders.visit-phone',
    });
  });
  test('keeps the address out of the receipt, of events, of what is searched and of what is mined', async () => {
    const citizen = await house.citizen();
    const { order, key } = await ask(citizen);
    const followed = await house.anyone(ordersRoutes.follow, { body: { key } });
    expect(followed.visit).toEqual({ reason: 'hard-to-move', suits: '工作日上午' });
    const { rows } = await sql<{ whole: string }>`select data::text as whole from platform.event
      union all select row_to_json(o)::text from hotline."order" as o where number = ${order}
      union all select object || coalesce(purpose, '') from platform.audit`.execute(house.db);
    expect(rows.length).toBeGreaterThan(2);
    for (const { whole } of rows) expect(whole).not.toContain('东湖路');
    const { rows: ids } = await sql<{ id: string }>`select order_id as id from hotline."order"
      where number = ${order}`.execute(house.db);
    expect(JSON.stringify(await house.hotline.texts(ids.map(({ id }) => id)))).not.toContain('东湖路');
  });
});

describe('arranging a visit', () => {
  test('tells whoever asked the day and who comes, and the desk the note besides', async () => {
    const citizen = await house.citizen();
    const order = await inHand(citizen);
    const done = await house.act(clerk, order, arrange);
    expect(done.order).toMatchObject({ visit: { arranged }, dueOn: (await own(citizen, order)).dueOn });
    expect(done.order?.steps.at(-1)).toMatchObject({
      ...{ title: '约上门', text: '2026-03-05 上午，示例·陈受理；带采集箱', by: '示例·陈受理' },
    });
    const told = await own(citizen, order);
    expect(told.visit?.arranged).toEqual({ day: '2026-03-05', time: 'morning', who: '示例·陈受理' });
    expect(told.steps.at(-1)?.words.zh).toBe('约好 3月5日 上午上门');
    expect(JSON.stringify(told)).not.toContain('带采集箱');
    await house.act(clerk, order, { ...arrange, day: '2026-03-06', time: { from: '09:30', to: '11:00' } });
    expect((await own(citizen, order)).steps.at(-1)?.words.zh).toBe('约好 3月6日 09:30–11:00上门');
  });
  test('is refused to other hands, other units, on days that are over or free, and for other orders', async () => {
    const order = await inHand(await house.citizen());
    const refused = async (caller: SignedIn, more: object, code: string) =>
      expect(house.act(caller, order, { ...arrange, ...more })).rejects.toMatchObject({ code });
    await refused(await house.staff('clerk'), {}, 'orders.handler');
    await refused(house.at('spokesperson', 'lake'), {}, 'orders.unit');
    await refused(operator, {}, 'orders.role');
    await expect(house.seen(house.at('clerk', 'lake/west'), order)).rejects.toMatchObject({
      code: 'orders.missing',
    });
    await refused(clerk, { day: '2026-03-01' }, 'orders.visit-past');
    await refused(clerk, { day: '2026-03-07' }, 'orders.visit-day-off');
    await refused(clerk, { time: { from: '11:00', to: '09:00' } }, 'orders.visit-hours');
    const other = (await house.take(operator)).order;
    await house.sent(operator, other);
    await house.act(clerk, other, { type: 'claim' });
    await expect(house.act(clerk, other, arrange)).rejects.toMatchObject({ code: 'orders.not-visit' });
  });
  test('is for orders that came with an address: no other is made one', async () => {
    const { order } = await house.take(operator);
    await expect(
      house.act(operator, order, { type: 'classify', kind: 'visit', matter: 'pier', labels: [] }),
    ).rejects.toMatchObject({ code: 'orders.no-visit' });
  });
});

describe('the visits of a unit', () => {
  test('stand first without a day, then by day, masked; and not at another unit', async () => {
    const citizen = await house.citizen();
    const [later, sooner, open] = [await inHand(citizen), await inHand(citizen), await inHand(citizen)];
    await house.act(clerk, later, { ...arrange, day: '2026-03-20' });
    await house.act(clerk, sooner, { ...arrange, day: '2026-03-19' });
    const rows = await listed(clerk);
    const mine = rows.map(({ order }) => order).filter((one) => [later, sooner, open].includes(one));
    expect(mine).toEqual([open, sooner, later]);
    expect(rows.find(({ order }) => order === sooner)?.visit).toMatchObject({
      ...{ address: '示例市东湖路****', arranged: { day: '2026-03-19' } },
    });
    expect(JSON.stringify(rows)).not.toContain('502');
    expect(await listed(house.at('clerk', 'lake/west'))).toEqual([]);
  });
  test('are told in full on the sheet of a day, in the order of the day, on record, and to the unit alone', async () => {
    const citizen = await house.citizen('示例乙');
    const day = '2026-03-24';
    const [afternoon, morning] = [await inHand(citizen), await inHand(citizen)];
    await house.act(clerk, afternoon, { ...arrange, day, time: 'afternoon' });
    await house.act(clerk, morning, { ...arrange, day });
    const sheet = await tour(clerk, day);
    expect(sheet.stops.map(({ order }) => order)).toEqual([morning, afternoon]);
    expect(sheet.stops[0]).toMatchObject({ address, name: '示例乙', arranged: { who: '示例·陈受理' } });
    const { rows } = await sql<{ purpose: string }>`select purpose from platform.audit
      where action = 'orders.visit-tour' and object = ${`visits:${day}`}`.execute(house.db);
    expect(rows.map(({ purpose }) => purpose)).toEqual([expect.stringContaining('上门 2 处')]);
    expect((await tour(house.at('clerk', 'lake/west'), day)).stops).toEqual([]);
    expect((await tour(house.at('spokesperson', 'lake'), day)).stops).toEqual([]);
    await expect(tour(operator, day)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(tour(citizen, day)).rejects.toMatchObject({ kind: 'forbidden' });
  });
  test('are gone from list and sheet once they are answered', async () => {
    const order = await inHand(await house.citizen());
    await house.act(clerk, order, { ...arrange, day: '2026-03-25' });
    await house.act(clerk, order, { type: 'draft', text: '3 月 25 日上门，材料收齐。' });
    await house.act(await house.staff('approver'), order, { type: 'pass' });
    await house.act(clerk, order, { type: 'reply' });
    expect((await listed(clerk)).map((row) => row.order)).not.toContain(order);
    expect((await tour(clerk, '2026-03-25')).stops).toEqual([]);
  });
  test('leave those out that turned out to be tip-offs', async () => {
    const { order } = await ask(await house.citizen());
    await house.act(operator, order, { type: 'classify', kind: 'visit', matter: 'smuggling', labels: [] });
    expect((await house.seen(clerk, order)).visit).toBeUndefined();
    expect((await listed(clerk)).map((row) => row.order)).not.toContain(order);
  });
  test('are read from an index of their own, a page at a time', async () => {
    const after = { key: '2026-03-05', id: '00000000-0000-7000-8000-000000000000' };
    const plan = await asCaller(clerk, () =>
      house.db.transaction().execute(async (tx) => {
        await sql`set local enable_seqscan = off`.execute(tx);
        return visitPage(tx, { branch: 'lake/east', limit: 51, after }).explain();
      }),
    );
    expect(JSON.stringify(plan)).toContain('order_visits');
  });
});
