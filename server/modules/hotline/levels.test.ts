import { type OrderKind, orderDeskRoutes, ordersRoutes, type Role } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { asCaller, newId, type SignedIn } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';

let house: HotlineHouse;
let operator: SignedIn;
let city: SignedIn;
let second: SignedIn;
let third: SignedIn;
let province: SignedIn;
let west: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse();
  operator = house.at('operator');
  [city, second, third] = [house.at('spokesperson'), house.at('approver'), house.at('approver')];
  [province, west] = [house.at('spokesperson', 'lake'), house.at('spokesperson', 'lake/west')];
});
afterAll(() => house.stop());

const at = (order: string) => ({ params: { order } });
const lists = async (caller: SignedIn, list: 'inbox' | 'below' | 'helping') =>
  (await house.as(caller)(orderDeskRoutes.list, { query: { list } })).orders.map(({ order }) => order);
const missing = { code: 'orders.missing' };

/** An order in the hand of a city’s spokesperson. */
async function inHand(): Promise<string> {
  const { order } = await house.take(operator);
  await house.sent(operator, order);
  await house.act(city, order, { type: 'claim' });
  return order;
}

describe('province and city on one platform', () => {
  test('each has an inbox of its own level; what is handed up comes into the other, with a clock of its own', async () => {
    const order = await inHand();
    expect([await lists(city, 'inbox'), await lists(province, 'inbox')]).toEqual([
      expect.arrayContaining([order]),
      [],
    ]);
    expect(await lists(province, 'below')).toContain(order);
    const { order: handed } = await house.act(city, order, {
      type: 'hand-up',
      to: 'lake',
      reason: '要省里定',
    });
    expect(handed).toMatchObject({
      stage: 'coordinating',
      handDueOn: '2026-03-09',
      handLight: 'green',
      dueOn: '2026-03-19',
    });
    expect(await lists(province, 'inbox')).toContain(order);
    // The city looks on and does nothing; another city sees nothing.
    expect((await house.seen(city, order)).may).toEqual([]);
    await expect(house.act(city, order, { type: 'claim' })).rejects.toMatchObject({
      ...{ code: 'orders.handed-on', kind: 'conflict' },
    });
    // Who still had it open hears why nothing comes of it, not only that it has changed.
    const body = { version: 1, act: { type: 'draft', text: '答复' } } as const;
    await expect(house.as(city)(orderDeskRoutes.act, { ...at(order), body })).rejects.toMatchObject({
      code: 'orders.handed-on',
    });
    await expect(house.seen(west, order)).rejects.toMatchObject(missing);
    await house.act(province, order, { type: 'hand-back', say: '按省里的办法答复' });
    expect(await house.seen(city, order)).toMatchObject({ unit: '示例·east 公安局' });
    expect((await house.seen(city, order)).handDueOn).toBeUndefined();
  });
  test('what the province hands down is seen by that city and no other', async () => {
    const top = house.at('operator', 'lake');
    const { order } = await house.take(top, { division: '44' });
    expect(order.slice(0, 4)).toBe('4400');
    await house.sent(top, order, 'lake');
    await expect(house.seen(west, order)).rejects.toMatchObject(missing);
    await house.act(province, order, { type: 'hand-down', to: 'west', reason: '属地办' });
    expect(await lists(west, 'inbox')).toContain(order);
    await expect(house.seen(city, order)).rejects.toMatchObject(missing);
    expect((await house.seen(province, order)).may).toContain('supervise');
  });
  test('a unit that helps sees the order and answers what it was asked, nothing else', async () => {
    const order = await inHand();
    await expect(house.seen(west, order)).rejects.toMatchObject(missing);
    await house.act(city, order, { type: 'ask-help', of: 'west', say: '查船号' });
    expect(await lists(west, 'helping')).toContain(order);
    expect((await house.seen(west, order)).may).toEqual(['give-help', 'attach']);
    expect((await house.seen(city, order)).helpers).toEqual([
      { unit: '示例·west 公安局', given: false, asked: '查船号' },
    ]);
    await house.act(west, order, { type: 'give-help', say: '船号 7' });
    expect(await lists(west, 'helping')).not.toContain(order);
    expect((await house.seen(city, order)).helpers).toMatchObject([{ given: true, opinion: '船号 7' }]);
  });
  test('a role of the province forged at the level of a city reaches nothing of the province', async () => {
    const { order } = await house.take(house.at('operator', 'lake'), { division: '44' });
    for (const role of ['spokesperson', 'supervisor', 'approver', 'operator'] as const) {
      const forged = house.at(role, 'lake/east');
      await expect(house.as(forged)(orderDeskRoutes.get, at(order))).rejects.toMatchObject(missing);
      const body = { version: 1, act: { type: 'supervise', say: '快' } } as const;
      await expect(house.as(forged)(orderDeskRoutes.act, { ...at(order), body })).rejects.toMatchObject(
        missing,
      );
      expect(await lists(forged, 'inbox')).not.toContain(order);
    }
    const answer = await house.inject({
      ...{ method: 'GET', url: '/api/desk/orders?list=inbox&level=province' },
      headers: house.headersOf(house.at('spokesperson')),
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe('an answer anybody may read', () => {
  const draft = {
    type: 'draft',
    text: '示例·来电：桨已更换，有事打 19900007777，或 0769-00000000。',
    open: { title: '码头的桨断了怎么办', question: '我是示例·来电，身份证 990101199405210025，桨断了。' },
  } as const;
  const shown = async () =>
    (await house.anyone(ordersRoutes.answers, { query: { division: '4419' } })).answers;

  test('is passed by two who did not write it, masked, and hidden while it is not solved after all', async () => {
    const order = await inHand();
    await house.act(city, order, draft);
    await expect(house.act(city, order, { type: 'pass' })).rejects.toMatchObject({
      code: 'orders.own-draft',
    });
    await house.act(second, order, { type: 'pass' });
    await expect(house.act(city, order, { type: 'reply' })).rejects.toMatchObject({
      code: 'orders.not-reviewed',
    });
    expect(await shown()).toEqual([]);
    await house.act(third, order, { type: 'pass' });
    await house.act(city, order, { type: 'reply' });
    const [answer] = await shown();
    expect(answer).toMatchObject({ title: draft.open.title, unit: '示例·east 公安局', on: '2026-03-02' });
    // The phone of the bureau itself is anybody’s to call.
    expect(answer?.reply).toContain('0769-00000000');
    expect(JSON.stringify(answer)).not.toMatch(/示例·来电|19900007777|990101199405210025/);
    expect(await house.anyone(ordersRoutes.answer, { params: { answer: answer?.answer ?? '' } })).toEqual(
      answer,
    );
    await house.act(operator, order, { type: 'dissatisfied', say: '还是断的' });
    expect(await shown()).toEqual([]);
  });
  test('is given to nothing that was asked in secret, and to no kind that is never public', async () => {
    const secret = await house.take(operator, { identity: 'secret' });
    const stuck = await house.take(operator, { kind: 'stuck' });
    for (const [{ order }, code, kind] of [
      [secret, 'orders.secret', 'complaint'],
      [stuck, 'orders.not-open', 'stuck'],
    ] as const) {
      await house.act(operator, order, {
        type: 'classify',
        kind: kind as OrderKind,
        matter: 'pier',
        labels: [],
      });
      await house.act(operator, order, { type: 'dispatch', to: 'east' });
      await house.act(city, order, { type: 'claim' });
      await expect(house.act(city, order, draft)).rejects.toMatchObject({ code });
    }
  });
});

describe('a tip-off', () => {
  const roles: readonly Role[] = [
    'operator',
    'spokesperson',
    'hall-manager',
    'supervisor',
    'clerk',
    'approver',
  ];
  test('is seen by the unit that handles it alone: not by its desk, not from above, not from below', async () => {
    const { order } = await house.take(operator, { kind: 'report', text: '有人夜里偷桨' });
    for (const branch of ['lake', 'lake/east', 'lake/east/pier', 'lake/west'])
      for (const role of roles) {
        const caller = house.at(role, branch);
        const isUnit = branch === 'lake/east' && (role === 'clerk' || role === 'approver');
        const seen = await house
          .as(caller)(orderDeskRoutes.get, at(order))
          .then(
            () => true,
            () => false,
          );
        expect([branch, role, seen]).toEqual([branch, role, isUnit]);
      }
    const clerk = house.at('clerk');
    const view = await house.seen(clerk, order);
    expect(view.caller).toBeUndefined();
    expect(view.text).toBe('有人夜里偷桨');
  });
  test('of a citizen names nobody in the open, and is still found by its owner', async () => {
    const citizen = await house.citizen('示例乙');
    const { order } = await house.send(citizen, { kind: 'report', title: '有人偷桨', text: '夜里在码头' });
    const whole = await sql<{
      all: string;
    }>`select one::text as all from hotline."order" as one where number = ${order}`.execute(house.db);
    expect(whole.rows[0]?.all).not.toContain(citizen.personId);
    expect(await house.as(citizen)(ordersRoutes.get, at(order))).toMatchObject({ title: '有人偷桨' });
    expect((await house.as(citizen)(ordersRoutes.list, {})).orders).toEqual([]);
    const urged = await house.as(citizen)(ordersRoutes.urge, { ...at(order), body: { say: '又来了' } });
    expect(urged.urges).toBe(1);
    const steps = await sql<{
      by_id?: string;
    }>`select by_id from hotline.step join hotline."order" using (city, order_id)
      where number = ${order}`.execute(house.db);
    expect(steps.rows.every(({ by_id: by }) => by === undefined)).toBe(true);
    const events = await sql<{
      data: unknown;
    }>`select data from platform.event where data::text like ${`%${order}%`}`.execute(house.db);
    expect(JSON.stringify(events.rows)).not.toMatch(new RegExp(`${citizen.personId}|偷桨|示例乙`));
    const audit = await sql<{ line: string }>`select audit::text as line from platform.audit
      where action in ('orders.register', 'orders.urge') and object = 'order'`.execute(house.db);
    expect(audit.rows).toHaveLength(2);
    expect(JSON.stringify(audit.rows)).not.toMatch(new RegExp(`${citizen.personId}|${order}`));
    const kept = await sql<{ row: string }>`select one::text as row from platform.idempotency as one
      where body like ${`%${order}%`}`.execute(house.db);
    expect(kept.rows).toHaveLength(1);
    expect(kept.rows[0]?.row).not.toContain(citizen.personId);
  });
  test('recognised by its matter leaves the desk at once, and what stood in the open is sealed', async () => {
    const citizen = await house.citizen();
    const { order } = await house.send(citizen);
    const done = await house.act(operator, order, {
      type: 'classify',
      kind: 'complaint',
      matter: 'smuggling',
      labels: [],
    });
    expect(done).toEqual({ done: 'classify' });
    await expect(house.seen(operator, order)).rejects.toMatchObject(missing);
    expect(await house.as(citizen)(ordersRoutes.get, at(order))).toMatchObject({ stage: 'handling' });
    const { rows } =
      await sql`select person_id, phone, phone_index from hotline."order" where number = ${order}`.execute(
        house.db,
      );
    expect(rows).toEqual([{}]);
  });
  test('is refused by the database itself where somebody would make it public or give it a seat', async () => {
    const { order } = await house.take(operator, { kind: 'report' });
    const { rows } = await sql<{
      city: string;
      order_id: string;
    }>`select city, order_id from hotline."order" where number = ${order}`.execute(house.db);
    const { city: in_, order_id: id } = rows[0] ?? { city: '', order_id: '' };
    for (const tipOff of [true, false]) {
      await expect(
        sql`insert into hotline.answer (answer_id, city, order_id, tip_off, unit, kind, title, question, reply, on_day, shown)
          values (${newId()}, ${in_}, ${id}, ${tipOff}, 'u', 'report', 't', 'q', 'r', '2026-03-02', true)`.execute(
          house.db,
        ),
      ).rejects.toThrow(/tip_off|answer_of_order/);
      await expect(
        sql`insert into hotline.seat (branch, city, order_id, helps, tip_off) values ('lake', ${in_}, ${id}, false, ${tipOff})`.execute(
          house.db,
        ),
      ).rejects.toThrow(/tip_off|seat_of_order/);
    }
  });
  test('is not among the texts that are counted and compared', async () => {
    const [plain, tip] = [await house.take(operator), await house.take(operator, { kind: 'report' })];
    const { rows } = await sql<{
      order_id: string;
    }>`select order_id from hotline."order" where number in (${plain.order}, ${tip.order})`.execute(house.db);
    const texts = await house.hotline.texts(rows.map((row) => row.order_id));
    expect(texts.map(({ number }) => number)).toEqual([plain.order]);
  });
});

test('the database itself shows each post what the rules say, whatever a query forgets', async () => {
  const plain = (await house.take(operator)).order;
  const tip = (await house.take(operator, { kind: 'report' })).order;
  const helped = await inHand();
  await house.act(city, helped, { type: 'ask-help', of: 'west', say: '查船号' });
  const handed = await inHand();
  await house.act(city, handed, { type: 'hand-up', to: 'lake', reason: '要省里定' });
  const citizen = await house.citizen();
  const mine = (await house.send(citizen)).order;
  const all = [plain, tip, helped, handed, mine];
  const seen = async (caller: SignedIn) => {
    const ask = () =>
      sql<{
        number: string;
        steps: number;
      }>`select number, (select count(*)::integer from hotline.step where step.order_id = one.order_id) as steps
      from hotline."order" as one`.execute(house.db);
    const { rows } = await asCaller(caller, ask);
    expect(rows.every(({ steps }) => steps > 0)).toBe(true);
    return all.filter((number) => rows.some((row) => row.number === number));
  };
  const open = [plain, helped, handed, mine];
  expect(await seen(operator)).toEqual(open);
  expect(await seen(province)).toEqual(open);
  expect(await seen(house.at('clerk'))).toEqual(all);
  expect(await seen(house.at('clerk', 'lake'))).toEqual(open);
  expect(await seen(west)).toEqual([helped]);
  expect(await seen(house.at('spokesperson', 'lake/eas'))).toEqual([]);
  expect(await seen(house.at('spokesperson', ''))).toEqual([]);
  expect(await seen(house.at('auditor', 'lake'))).toEqual([]);
  expect(await seen(citizen)).toEqual([mine]);
});
