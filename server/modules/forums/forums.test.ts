import { forumsRoutes, ordersRoutes, publicForumsRoutes, type Role, staff } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn } from '../../platform/index.ts';
import { wish } from '../hotline/hotline-house.fixture.ts';
import { answering, collecting, createForumsHouse, type ForumsHouse } from './forums-house.fixture.ts';

let house: ForumsHouse;
let leader: SignedIn;
let operator: SignedIn;
let clerk: SignedIn;
let above: SignedIn;
let beside: SignedIn;
beforeAll(async () => {
  house = await createForumsHouse();
  [leader, operator, clerk] = [house.at('supervisor'), house.at('operator'), house.at('clerk')];
  [above, beside] = [house.at('supervisor', 'lake'), house.at('operator', 'lake/west')];
});
afterAll(() => house.stop());

const numbersIn = async (by: SignedIn, forum: string) =>
  (await house.ledger(by, forum)).items.map(({ order }) => order.order);
const eventsOf = async (type: string) => {
  const { rows } = await sql<{ data: Record<string, unknown> }>`select data from platform.event
    where type = ${type} order by at`.execute(house.db);
  return rows.map(({ data }) => data);
};
/** Answered by the unit, and what whoever asked said of it. */
async function answered(order: string, say: 'satisfied' | 'dissatisfied'): Promise<void> {
  await house.sent(operator, order);
  await house.act(clerk, order, { type: 'claim' });
  await house.act(clerk, order, { type: 'draft', text: '三支桨都换好了' });
  await house.act(house.at('approver'), order, { type: 'pass' });
  await house.act(clerk, order, { type: 'reply' });
  await house.act(operator, order, { type: say });
}

describe('a forum', () => {
  test('is set up by those who lead its branch, and is read there, above and below, not beside', async () => {
    const made = await house.open(leader, answering);
    expect(made).toMatchObject({ state: 'open', orders: 0, mayChange: true, host: answering.host });
    expect(await eventsOf('forums.forum-opened')).toMatchObject([
      { forumId: made.forum, branch: 'lake/east' },
    ]);
    for (const by of [above, operator, clerk, house.at('clerk', 'lake/east/pier')])
      expect(await house.ledger(by, made.forum)).toMatchObject({ mayChange: false });
    await expect(house.ledger(beside, made.forum)).rejects.toMatchObject({ code: 'forums.missing' });
    const { forums, mayOpen } = await house.as(operator)(forumsRoutes.list, {});
    expect([forums.map(({ forum }) => forum), mayOpen]).toEqual([[made.forum], false]);
  });
  test('is nobody else’s to set up, change or end', async () => {
    const leaders: readonly Role[] = ['supervisor', 'hall-manager', 'spokesperson'];
    for (const role of [...staff, 'citizen' as const].filter((one) => !leaders.includes(one)))
      await expect(house.open(house.at(role), answering)).rejects.toMatchObject({ code: 'session.role' });
    const { forum, version } = await house.open(house.at('spokesperson'), answering);
    const change = (by: SignedIn, seen: number) =>
      house.as(by)(forumsRoutes.change, { params: { forum }, body: { version: seen, wish: collecting } });
    await expect(change(above, version)).rejects.toMatchObject({ code: 'forums.branch' });
    await expect(change(leader, version + 1)).rejects.toMatchObject({ code: 'forums.version' });
    const changed = await change(leader, version);
    expect(changed).toMatchObject({ kind: 'collection', title: collecting.title });
    expect(changed.line).toBeUndefined();
    const close = (by: SignedIn, seen: number) =>
      house.as(by)(forumsRoutes.close, { params: { forum }, body: { version: seen } });
    await expect(close(above, changed.version)).rejects.toMatchObject({ code: 'forums.branch' });
    const ended = await close(leader, changed.version);
    expect(ended).toMatchObject({ state: 'over', mayChange: false });
    await expect(close(leader, ended.version)).rejects.toMatchObject({ code: 'forums.over' });
  });
  test('ends after it starts and says something, and it is told where it does not', async () => {
    const backwards = { ...answering, endsAt: answering.startsAt };
    await expect(house.open(leader, backwards)).rejects.toMatchObject({
      ...{ code: 'forums.times', faults: [{ pointer: '/endsAt' }] },
    });
    const blank = { ...answering, title: '  ', words: '   ' };
    await expect(house.open(leader, blank)).rejects.toMatchObject({
      ...{ code: 'forums.empty', faults: [{ pointer: '/title' }, { pointer: '/words' }] },
    });
  });
});

describe('an order taken at the desk', () => {
  let forum = '';
  beforeAll(async () => {
    forum = (await house.open(leader, { ...answering, title: '接听第二场' })).forum;
  });
  test('enters the forum it was said to belong to, which stands open at the desk', async () => {
    const { forums } = await house.as(operator)(forumsRoutes.now, {});
    expect(forums.map((one) => one.forum)).toContain(forum);
    expect((await house.as(beside)(forumsRoutes.now, {})).forums).toEqual([]);
    const { order } = await house.take(operator, { forum });
    await house.settle();
    expect(await numbersIn(leader, forum)).toEqual([order]);
    expect((await eventsOf('forums.order-entered')).at(-1)).toMatchObject({ forumId: forum, city: '4419' });
  });
  test('stays outside where the forum is over, of another branch, or unknown', async () => {
    const before = await numbersIn(leader, forum);
    const past = await house.open(leader, {
      ...{ ...answering, startsAt: '2026-03-01T01:00:00Z', endsAt: '2026-03-01T04:00:00Z' },
    });
    const west = await house.open(house.at('supervisor', 'lake/west'), answering);
    const made = [];
    for (const of of [past.forum, west.forum, newId()]) made.push(await house.take(operator, { forum: of }));
    await house.settle();
    for (const { order } of made) expect((await house.forumsOf(operator, order)).forums).toEqual([]);
    expect(await numbersIn(leader, forum)).toEqual(before);
  });
  test('is put in and taken out by operators and spokespersons who see both', async () => {
    const { order } = await house.take(operator);
    expect((await house.forumsOf(operator, order)).offered.map((one) => one.forum)).toContain(forum);
    const put = await house.put(operator, forum, order);
    expect(put.forums).toMatchObject([{ forum, notes: [] }]);
    expect(put.offered.map((one) => one.forum)).not.toContain(forum);
    await house.put(operator, forum, order);
    expect((await numbersIn(leader, forum)).filter((one) => one === order)).toHaveLength(1);
    for (const role of staff.filter((one) => one !== 'operator' && one !== 'spokesperson'))
      await expect(house.put(house.at(role), forum, order)).rejects.toMatchObject({ code: 'session.role' });
    await expect(house.put(beside, forum, order)).rejects.toMatchObject({ code: 'forums.missing' });
    expect((await house.takeOut(house.at('spokesperson'), forum, order)).forums).toEqual([]);
    await expect(house.takeOut(operator, forum, order)).rejects.toMatchObject({ code: 'forums.entry' });
  });
  test('is not put into a forum that has been ended, or into one of a branch below', async () => {
    const { order } = await house.take(operator);
    const ended = await house.open(leader, { ...answering, title: '接听第三场' });
    await house.as(leader)(forumsRoutes.close, {
      ...{ params: { forum: ended.forum }, body: { version: ended.version } },
    });
    await expect(house.put(operator, ended.forum, order)).rejects.toMatchObject({ code: 'forums.closed' });
    const far = house.at('spokesperson', 'lake');
    await expect(house.put(far, forum, order)).rejects.toMatchObject({ code: 'forums.elsewhere' });
  });
});

describe('a tip-off', () => {
  test('is in no forum: not when it comes, not by hand, and it leaves the moment an order turns out to be one', async () => {
    const { forum } = await house.open(leader, { ...answering, title: '接听第四场' });
    const reported = await house.take(operator, { kind: 'report', forum });
    await house.settle();
    const told = await eventsOf('hotline.order-registered');
    const of = told.find(({ number }) => number === reported.order);
    expect(of).toMatchObject({ tipOff: true });
    expect(of).not.toHaveProperty('forum');
    await expect(house.put(operator, forum, reported.order)).rejects.toMatchObject({ code: 'forums.order' });
    const { order } = await house.take(operator, { forum });
    await house.settle();
    await house.note(clerk, { forum, order });
    expect((await house.ledger(leader, forum)).figures.received).toBe(1);
    await house.act(operator, order, {
      type: 'classify',
      kind: 'complaint',
      matter: 'smuggling',
      labels: [],
    });
    expect(await house.ledger(leader, forum)).toMatchObject({
      orders: 0,
      items: [],
      figures: { received: 0 },
    });
    const { rows } = await sql`select from forums.note where forum_id = ${forum}`.execute(house.db);
    expect(rows).toEqual([]);
    expect(await house.forumsOf(clerk, order)).toEqual({
      ...{ forums: [], offered: [], mayPut: false, mayNote: false },
    });
  });
});

describe('the ledger of a forum', () => {
  let forum = '';
  let [solved, again] = ['', ''];
  beforeAll(async () => {
    forum = (await house.open(leader, { ...answering, title: '接听第五场' })).forum;
    for (let left = 3; left > 0; left -= 1) {
      const { order } = await house.take(operator, { forum });
      [solved, again] = [again, order];
    }
    await answered(solved, 'satisfied');
    await answered(again, 'dissatisfied');
    await house.settle();
  });
  test('says how each order stands and counts all of them once', async () => {
    const { figures, items, orders } = await house.ledger(leader, forum);
    expect(orders).toBe(3);
    expect(figures).toEqual({ received: 3, answered: 1, inTime: 1, solved: 1, reopened: 1 });
    const of = (number: string) => items.find(({ order }) => order.order === number);
    expect(of(solved)).toMatchObject({
      solved: true,
      order: { stage: 'closed', how: 'solved', light: 'green' },
    });
    expect(of(again)).toMatchObject({ solved: false, order: { stage: 'handling' } });
    expect(items.map(({ order }) => order.order)).toEqual(
      items.map(({ order }) => order.order).toSorted((a, b) => b.localeCompare(a)),
    );
  });
  test('holds what the unit or those above did, day by day, sealed; nobody else says so', async () => {
    await house.note(clerk, { forum, order: again, on: '2026-03-01', say: '到码头看过' });
    await house.note(above, { forum, order: again, say: '催办，三天内换完' });
    const notes = (await house.ledger(leader, forum)).items.find(({ order }) => order.order === again)?.notes;
    expect(notes).toMatchObject([
      { on: '2026-03-01', say: '到码头看过' },
      { on: '2026-03-02', say: '催办，三天内换完' },
    ]);
    expect((await house.forumsOf(clerk, again)).forums[0]?.notes).toEqual(notes);
    const late = house.note(clerk, { forum, order: again, on: '2026-03-03' });
    await expect(late).rejects.toMatchObject({ code: 'forums.day' });
    await expect(house.note(operator, { forum, order: again })).rejects.toMatchObject({
      code: 'session.role',
    });
    const below = house.note(house.at('clerk', 'lake/east/pier'), { forum, order: again });
    await expect(below).rejects.toMatchObject({ code: 'forums.order' });
    const { rows } = await sql<{ said: Buffer }>`select said from forums.note`.execute(house.db);
    for (const { said } of rows) expect(said.toString()).not.toContain('码头');
  });
  test('shows nobody an order they do not see', async () => {
    const seen = await house.ledger(house.at('approver', 'lake/east/pier'), forum);
    expect(seen).toMatchObject({ orders: 0, items: [], figures: { received: 0 } });
  });
});

describe('a collection', () => {
  const shown = async (division: string) =>
    (await house.anyone(publicForumsRoutes.list, { query: { division } })).forums;

  test('stands before the people of its place while it is open, with its words and never its numbers', async () => {
    const { forum } = await house.open(above, collecting);
    for (const division of ['4419', '440100'])
      expect((await shown(division)).find((one) => one.forum === forum)).toEqual({
        ...{
          forum,
          title: { zh: collecting.title, en: collecting.titleEn },
          words: { zh: collecting.words },
        },
        endsOn: '2026-03-21',
      });
    const { forum: west } = await house.open(house.at('supervisor', 'lake/west'), collecting);
    expect((await shown('4419')).map((one) => one.forum)).not.toContain(west);
    const coming = { ...collecting, startsAt: '2026-03-10T00:00:00Z' };
    const { forum: later } = await house.open(leader, coming);
    expect((await shown('4419')).map((one) => one.forum)).not.toContain(later);
  });
  test('takes what was sent from its link, with a name or without; the link of a leader’s hour leads nowhere', async () => {
    const { forum } = await house.open(leader, { ...collecting, title: '换桨难点大家说' });
    const { forum: hour } = await house.open(leader, answering);
    const citizen = await house.citizen('示例甲');
    const named = await house.send(citizen, { forum });
    const { identity: _identity, files: _files, ...said } = wish;
    const unnamed = await house.anyone(ordersRoutes.registerUnnamed, { body: { ...said, forum } });
    const astray = await house.send(citizen, { forum: hour });
    await house.settle();
    expect(await numbersIn(leader, forum)).toEqual([unnamed.order, named.order]);
    expect((await house.forumsOf(operator, astray.order)).forums).toEqual([]);
  });
});
