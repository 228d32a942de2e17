import { hotBoardRoutes, hotlistRoutes, type Role, staff } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asCaller, type SignedIn } from '../../platform/index.ts';
import { createHotlistHouse, evidence, february, type HotlistHouse } from './hotlist-house.fixture.ts';

const gates = '码头的新闸门卡住，船出不去。';
const dueOn = '2026-03-20';
const words = {
  ...{ title: '码头闸门卡住', doing: '正在更换三扇闸门，月底前换完。', words: ['闸门'], withFigures: true },
};

let house: HotlistHouse;
let writer: SignedIn;
let unit: SignedIn;
beforeAll(async () => {
  house = await createHotlistHouse();
  [writer, unit] = [house.at('spokesperson'), house.at('approver')];
  house.moveTo(new Date('2026-02-10T02:00:00Z'));
  await house.tell(14, gates);
  await house.tell(3, '断桨没有人换。');
  await house.tell(2, `${gates}有人走私船桨。`, 'smuggling');
  house.moveTo(new Date('2026-03-02T02:00:00Z'));
});
afterAll(() => house.stop());

const eventsOf = async (type: string) => {
  const { rows } = await sql<{ data: Record<string, unknown> }>`select data from platform.event
    where type = ${type} order by at`.execute(house.db);
  return rows.map(({ data }) => data);
};

describe('a month', () => {
  test('is mined in the background: what many told of stands there with why, without a word of an order or a tip-off', async () => {
    expect((await house.month()).candidates).toEqual([]);
    const mined = await house.mine();
    expect(mined.run).toMatchObject({ state: 'done', read: 17, total: 17 });
    expect(mined.candidates).toHaveLength(1);
    const [gate] = mined.candidates;
    expect(gate).toMatchObject({ matterName: '码头', people: 14, orders: 14 });
    expect(gate?.words).toContain('新闸门');
    expect(gate?.days).toEqual([{ day: '2026-02-10', count: 14 }]);
    for (const signal of Object.values(gate?.signals ?? {})) expect(signal).toBeLessThanOrEqual(1);
    expect(JSON.stringify(mined)).not.toContain('走私');
    expect(JSON.stringify(mined)).not.toContain('船出不去。');
    expect(await eventsOf('hotlist.month-mined')).toMatchObject([
      { scope: '4419', month: february, candidates: 1 },
    ]);
  });
  test('is mined by itself when it is over, for every list of the house', async () => {
    await house.platform.jobs.runTimer('hotlist.mine');
    await house.settle();
    const { rows } =
      await sql`select scope, state from hotlist.run where month = ${february} order by scope`.execute(
        house.db,
      );
    expect(rows).toEqual(['44', '4401', '4419'].map((scope) => ({ scope, state: 'done' })));
  });
  test('that has not begun, or of a list above or beside, is refused', async () => {
    const ask = (by: SignedIn, month: string, scope: string) =>
      house.as(by)(hotlistRoutes.mine, { params: { month }, body: { scope } });
    await expect(ask(house.leader, '2026-04', '4419')).rejects.toMatchObject({ code: 'hotlist.month' });
    for (const scope of ['44', '4401'])
      await expect(ask(house.leader, february, scope)).rejects.toMatchObject({ code: 'hotlist.scope' });
    const west = await house.month(house.at('supervisor', 'lake/west'));
    expect([west.scope, west.candidates]).toEqual(['4401', []]);
  });
});

describe('a candidate', () => {
  test('comes onto the list with a reason and figures, and never twice', async () => {
    const [{ candidate } = { candidate: '' }] = (await house.month()).candidates;
    const pick = (figures: typeof evidence.figures) =>
      house.as(house.leader)(hotlistRoutes.pick, {
        body: { candidate, name: '闸门卡住', evidence: { say: '多人反映', figures } },
      });
    await expect(pick([])).rejects.toMatchObject({ code: 'hotlist.evidence' });
    const topic = await pick(evidence.figures);
    expect(topic).toMatchObject({ stage: 'listed', light: 'green', round: 1, may: ['assign', 'note'] });
    expect(topic.steps).toMatchObject([{ type: 'pick', say: '多人反映' }]);
    await expect(pick(evidence.figures)).rejects.toMatchObject({ code: 'hotlist.on-list' });
    const again = await house.mine();
    expect(again.candidates).toMatchObject([{ candidate, topic: topic.topic }]);
    await house.settle();
    expect((await house.get(house.leader, topic.topic)).days).toHaveLength(28 + 1);
  });
});

const current = async () => {
  const { topics } = await house.as(house.leader)(hotlistRoutes.board, {});
  return house.get(house.leader, topics[0]?.topic ?? '');
};

describe('a matter on the list', () => {
  test('is assigned only to a unit here or below, with a day that has not gone by, and with evidence', async () => {
    const topic = await current();
    const assign = (to: string, due = dueOn, given = evidence) =>
      house.act(topic, { type: 'assign', to, dueOn: due, evidence: given });
    await expect(assign('west')).rejects.toMatchObject({ code: 'hotlist.unit' });
    await expect(assign('east', '2026-03-01')).rejects.toMatchObject({ code: 'hotlist.due' });
    await expect(assign('east', dueOn, { say: '办', figures: [] })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await expect(assign('east', dueOn, { say: '去办', figures: [] })).rejects.toMatchObject({
      code: 'hotlist.evidence',
    });
    await expect(house.act(topic, { type: 'remove', evidence })).rejects.toMatchObject({
      code: 'hotlist.stage',
    });
    const assigned = await assign('east');
    expect(assigned).toMatchObject({ stage: 'assigned', dueOn, may: ['watch', 'note'] });
    await expect(assign('east')).rejects.toMatchObject({ code: 'hotlist.version' });
  });
  test('is seen by the unit that has it, which reports and takes no step', async () => {
    const { topic } = await current();
    const seen = await house.get(unit, topic);
    expect(seen.may).toEqual(['note']);
    const noted = await house.as(unit)(hotlistRoutes.note, { params: { topic }, body: evidence });
    expect(noted.steps.at(-1)).toMatchObject({ type: 'note', say: evidence.say });
    await expect(house.get(house.at('approver', 'lake/west'), topic)).rejects.toMatchObject({
      code: 'hotlist.missing',
    });
    await expect(
      house.as(unit)(hotlistRoutes.act, {
        params: { topic },
        body: { version: seen.version, act: { type: 'watch', evidence } },
      }),
    ).rejects.toMatchObject({ code: 'session.role' });
  });
  test('is nobody else’s', async () => {
    const { topic } = await current();
    const readers: readonly Role[] = ['supervisor', 'spokesperson', 'approver'];
    for (const role of [...staff, 'citizen' as const].filter((one) => !readers.includes(one)))
      await expect(house.get(house.at(role), topic)).rejects.toMatchObject({ code: 'session.role' });
    const seenRows = async (by: SignedIn) =>
      (await asCaller(by, () => sql`select from hotlist.topic`.execute(house.db))).rows.length;
    expect(await seenRows(house.at('clerk', 'lake'))).toBe(0);
    expect(await seenRows(house.at('supervisor', 'lake/west'))).toBe(0);
    const sealed = await sql<{ said: Buffer }>`select said from hotlist.step`.execute(house.db);
    for (const { said } of sealed.rows) expect(said.toString()).not.toContain('闸门');
  });
});

describe('the public board', () => {
  const board = () => house.anyone(hotBoardRoutes.list, { query: { division: '4419' } });
  const write = (by: SignedIn, topic: string, revision: number) =>
    house.as(by)(hotlistRoutes.write, { params: { topic }, body: { revision, words } });
  const show = (topic: string, revision: number, shown = true) =>
    house.as(house.leader)(hotlistRoutes.show, { params: { topic }, body: { revision, shown } });

  test('shows nothing before somebody else has approved it', async () => {
    const { topic } = await current();
    await expect(show(topic, 0)).rejects.toMatchObject({ code: 'hotlist.no-words' });
    const own = await write(house.leader, topic, 0);
    expect(own.mayShow).toBe(false);
    await expect(show(topic, 1)).rejects.toMatchObject({ code: 'hotlist.own' });
    await write(writer, topic, 1);
    expect(await board()).toEqual({ topics: [] });
    await expect(
      house.as(writer)(hotlistRoutes.show, { params: { topic }, body: { revision: 2, shown: true } }),
    ).rejects.toMatchObject({ code: 'session.role' });
    await expect(show(topic, 1)).rejects.toMatchObject({ code: 'hotlist.version' });
    expect((await show(topic, 2)).board).toMatchObject({ shown: true });
  });
  test('shows what was approved and nothing else', async () => {
    const { topics } = await board();
    expect(topics).toEqual([
      {
        ...{ title: { zh: words.title }, doing: { zh: words.doing }, words: ['闸门'] },
        ...{ scopeName: { zh: '示例·east 公安局' }, stage: 'assigned', since: '2026-03-02' },
        figures: { month: february, people: 14, hotWeek: 4, week: 0, on: '2026-03-02' },
      },
    ]);
    expect(await house.anyone(hotBoardRoutes.list, { query: { division: '4401' } })).toEqual({ topics: [] });
  });
  test('lets go of it when words are written anew, or it is taken down', async () => {
    const { topic } = await current();
    await write(writer, topic, 3);
    expect((await board()).topics).toEqual([]);
    await show(topic, 4);
    await show(topic, 5, false);
    expect((await board()).topics).toEqual([]);
    const forced = sql`update hotlist.board set approved_by = written_by`.execute(house.db);
    await expect(forced).rejects.toThrow('board_two_persons');
  });
});

describe('a matter that was removed', () => {
  test('stays quiet while nobody tells of it, and comes back with a red light when many do', async () => {
    const topic = await current();
    const watched = await house.act(topic, { type: 'watch', evidence });
    const led = await house.act(watched, { type: 'lead', leader: '示例·湖长', dueOn, evidence });
    const removed = await house.act(led, { type: 'remove', evidence });
    expect(removed).toMatchObject({ stage: 'removed', removedOn: '2026-03-02', may: [] });
    house.moveTo(new Date('2026-03-05T19:00:00Z'));
    await house.platform.jobs.runTimer('hotlist.watch');
    expect((await current()).stage).toBe('removed');
    await house.tell(6, gates);
    await house.tell(6, '断桨没有人换。');
    house.moveBy({ days: 1 });
    await house.platform.jobs.runTimer('hotlist.watch');
    const back = await current();
    expect(back).toMatchObject({ stage: 'listed', light: 'red', round: 2, week: 6, may: ['assign', 'note'] });
    expect(back.steps.at(-1)).toMatchObject({ type: 'rebound', by: '' });
    expect(back.steps.at(-1)?.figures[0]).toEqual({ what: '近七天', value: 6, unit: '件' });
    expect(await eventsOf('hotlist.topic-rebounded')).toMatchObject([
      { topicId: back.topic, round: 2, week: 6, quietWeek: 0 },
    ]);
    await house.platform.jobs.runTimer('hotlist.watch');
    expect((await current()).round).toBe(2);
    const again = await house.act(back, { type: 'assign', to: 'east', dueOn, evidence });
    expect(again).toMatchObject({ stage: 'assigned', light: 'green' });
  });
});
