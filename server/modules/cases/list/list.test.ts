import { deskRoutes, type ListFilter, listRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { questionsOf } from '../../../platform/questions.fixture.ts';
import { createKayakHouse, type KayakHouse } from '../kayak-house.fixture.ts';

let house: KayakHouse;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  clerk = await house.staff('clerk', { name: '示例·受理' });
});
afterAll(() => house.stop());

async function found(filter: ListFilter, caller = clerk): Promise<string[]> {
  const { tasks } = await house.as(caller)(listRoutes.search, { body: { filter } });
  return tasks.map((task) => task.case);
}

async function accepted(item = 'kayak', by = clerk): Promise<string> {
  const number = await house.submitted(await house.citizen(), item);
  await house.claim(by, number);
  await house.mark(by, number);
  await house.accept(by, number);
  return number;
}

describe('narrow', () => {
  test('a full citizen number finds the cases of that person, in my branch alone', async () => {
    const citizen = await house.citizen('示例·有件人');
    const number = await house.submitted(citizen);
    expect(await found({ q: citizen.citizenNumber })).toEqual([number]);
    expect(await found({ q: ` ${citizen.citizenNumber} `, queue: 'closed' })).toEqual([]);
    const stranger = await house.citizen('示例·无件人');
    expect(await found({ q: stranger.citizenNumber })).toEqual([]);
    const west = await house.staff('clerk', { branch: 'lake/west' });
    expect(await found({ q: citizen.citizenNumber }, west)).toEqual([]);
  });
  test('the beginning of a number, and the name of an item, but never the name of a person', async () => {
    const number = await house.submitted(await house.citizen('示例·张某'), 'raft');
    expect(await found({ q: number.toLowerCase() })).toEqual([number]);
    expect(await found({ q: number.slice(0, -3) })).toContain(number);
    expect(await found({ q: '筏子' })).toContain(number);
    expect(await found({ q: '筏子', items: ['kayak'] })).toEqual([]);
    expect(await found({ q: '示例·张某' })).toEqual([]);
  });
  test('by light, by due day and by day of submission', async () => {
    const number = await accepted();
    expect(await found({ lights: ['yellow'], q: number })).toEqual([number]);
    expect(await found({ lights: ['green', 'red'], q: number })).toEqual([]);
    house.moveTo(new Date('2026-03-18T01:30:00Z'));
    expect(await found({ lights: ['red'], q: number })).toEqual([number]);
    expect(await found({ lights: ['yellow', 'green'], q: number })).toEqual([]);
    const { tasks } = await house.as(clerk)(listRoutes.search, { body: { filter: { q: number } } });
    expect(tasks[0]?.clock).toMatchObject({ kind: 'statutory', light: 'red' });
    house.moveTo(new Date('2026-03-02T01:30:00Z'));
    expect(await found({ q: number, dueBy: '2026-03-03' })).toEqual([number]);
    expect(await found({ q: number, dueBy: '2026-03-02' })).toEqual([]);
    expect(await found({ q: number, submittedFrom: '2026-03-02', submittedTo: '2026-03-02' })).toEqual([
      number,
    ]);
    expect(await found({ q: number, submittedTo: '2026-03-01' })).toEqual([]);
    expect(await found({ q: number, office: 'east' })).toEqual([number]);
    expect(await found({ q: number, office: 'west' })).toEqual([]);
  });
  test('by who has it: me, somebody, nobody', async () => {
    const [mine, waiting] = [
      await house.submitted(await house.citizen()),
      await house.submitted(await house.citizen()),
    ];
    await house.claim(clerk, mine);
    const colleague = await house.staff('clerk');
    expect(await found({ holder: 'me' })).toContain(mine);
    expect(await found({ queue: 'mine' })).toContain(mine);
    expect(await found({ holder: clerk.personId }, colleague)).toContain(mine);
    expect(await found({ holder: 'nobody' })).toContain(waiting);
    expect(await found({ holder: 'nobody' })).not.toContain(mine);
    await expect(found({ holder: 'anybody' })).rejects.toMatchObject({ code: 'cases.holder' });
  });
  test('a post for a branch above sees the branches below; pages follow one another without a gap', async () => {
    const above = await house.staff('supervisor', { branch: 'lake' });
    const all = await found({}, above);
    expect(all.length).toBeGreaterThan(3);
    const paged: string[] = [];
    for (let after: string | undefined; ; ) {
      const body = { filter: {}, limit: 2, ...(after === undefined ? {} : { after }) };
      const page = await house.as(above)(listRoutes.search, { body });
      expect(page.total).toBe(all.length);
      paged.push(...page.tasks.map((task) => task.case));
      after = page.next;
      if (after === undefined) break;
    }
    expect(paged).toEqual(all);
  });
  test('a list asks the database as often for many cases as for few', async () => {
    const search = () => house.as(clerk)(listRoutes.search, { body: { filter: {}, limit: 100 } });
    await house.submitted(await house.citizen());
    const few = await questionsOf(search);
    for (let more = 0; more < 4; more += 1) await house.submitted(await house.citizen());
    expect((await questionsOf(search)).length).toBe(few.length);
    // The count, open cases, closed cases, their actions, their holders.
    expect(few.length).toBeLessThanOrEqual(5);
    // What happened to cases seen before is known.
    const again = await questionsOf(search);
    expect(again.length).toBeLessThanOrEqual(4);
    expect(again.filter(({ text }) => text.includes('"cases"."action"'))).toEqual([]);
  });
  test('a case asks the database four times: itself, its notes, who it names, and that it was seen', async () => {
    const number = await house.submitted(await house.citizen());
    const look = () => house.as(clerk)(deskRoutes.get, { params: { case: number } });
    expect((await questionsOf(look)).length).toBeLessThanOrEqual(5);
    expect((await questionsOf(look)).length).toBe(4);
    await house.claim(clerk, number);
    expect((await look()).state).toBe('pre-review');
    const other = await house.staff('clerk', { branch: 'lake/west' });
    await expect(house.as(other)(deskRoutes.get, { params: { case: number } })).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});

describe('views', () => {
  const columns = ['case' as const, 'clock' as const];
  test('a filter is kept under a name with its columns, counted, changed and dropped', async () => {
    const call = house.as(await house.staff('clerk'));
    const saved = await call(listRoutes.saveView, {
      body: { name: '待受理', filter: { queue: 'intake' }, columns },
    });
    const [view] = saved;
    const { total } = await call(listRoutes.search, { body: { filter: { queue: 'intake' } } });
    expect(view).toMatchObject({ name: '待受理', filter: { queue: 'intake' }, columns, count: total });
    const params = { view: view?.view ?? '' };
    const changed = await call(listRoutes.changeView, {
      params,
      body: { name: '我手上的', filter: { holder: 'me' }, columns },
    });
    expect(changed).toMatchObject([{ name: '我手上的', count: 0 }]);
    expect(await call(listRoutes.dropView, { params })).toEqual([]);
    await expect(
      call(listRoutes.changeView, { params, body: { name: '没了', filter: {}, columns } }),
    ).rejects.toMatchObject({ code: 'cases.view' });
  });
  test('there are at most twenty, each my own, and none keeps a citizen number', async () => {
    const call = house.as(await house.staff('clerk'));
    const save = (filter: ListFilter) =>
      call(listRoutes.saveView, { body: { name: '视图', filter, columns } });
    const { citizenNumber } = await house.citizen();
    await expect(save({ q: citizenNumber })).rejects.toMatchObject({ code: 'cases.view-person' });
    for (let count = 0; count < 20; count += 1) await save({});
    await expect(save({})).rejects.toMatchObject({ code: 'cases.views-full' });
    expect(await house.as(clerk)(listRoutes.views, {})).toEqual([]);
  });
});

describe('counts', () => {
  test('every queue and my own cases are counted', async () => {
    const before = await house.as(clerk)(listRoutes.counts, {});
    const number = await house.submitted(await house.citizen());
    await house.claim(clerk, number);
    const after = await house.as(clerk)(listRoutes.counts, {});
    expect(after).toMatchObject({
      intake: (before.intake ?? 0) + 1,
      mine: (before.mine ?? 0) + 1,
      closed: before.closed,
    });
    expect((await house.as(clerk)(deskRoutes.get, { params: { case: number } })).case).toBe(number);
  });
});
