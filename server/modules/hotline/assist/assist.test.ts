import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderAssistRoutes, orderCallsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asMachine, type SignedIn } from '../../../platform/index.ts';
import { type AssistHouse, createAssistHouse } from './assist-house.fixture.ts';
import { createModelKeeper } from './model-keeper.ts';
import { unitsOf } from './usual.ts';

let house: AssistHouse;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assist-'));
  house = await createAssistHouse(folder);
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

const operator = (branch = 'lake/east'): SignedIn => house.at('operator', branch);
const ask = (by: SignedIn, text: string, phone?: string) =>
  house.as(by)(orderAssistRoutes.suggest, { body: { text, ...(phone === undefined ? {} : { phone }) } });
const find = async (by: SignedIn, q: string) =>
  (await house.as(by)(orderAssistRoutes.search, { query: { q } })).orders.map(({ order }) => order);
const count = async (table: string): Promise<number> => {
  const { rows } = await asMachine('worker', () =>
    sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(house.db),
  );
  return rows[0]?.n ?? 0;
};

describe('the assistant', () => {
  test('suggests nothing before it has a model, and then kind and matter with the words that led to them', async () => {
    expect(await ask(operator(), '湖里的皮划艇坏了，没有人管')).toMatchObject({ ready: false, kinds: [] });
    await house.assist.prepare();
    const { ready, kinds, matters, items } = await ask(operator(), '湖里的皮划艇坏了，没有人管');
    expect(ready).toBe(true);
    expect(kinds[0]?.kind).toBe('complaint');
    expect(matters[0]).toMatchObject({ matter: 'boats', name: '船只' });
    expect(matters[0]?.words.join()).toContain('划艇');
    expect(items[0]?.item).toBe('kayak');
  });

  test('keeps what it learned, and reads it again', async () => {
    expect((await readdir(join(folder, 'hotline'))).filter((name) => name.endsWith('.json'))).toHaveLength(1);
  });

  test('takes text of any length and script as plain words', async () => {
    expect(await ask(operator(), `<script>alert(1)</script>${'桨'.repeat(9900)}`)).toMatchObject({
      ready: true,
    });
    expect(await ask(operator(), '')).toMatchObject({ duplicates: [], replies: [], items: [] });
  });

  test('finds an order told a second time by the same phone, and says why', async () => {
    const text = '东湖路码头今天早上八点有三支桨断了，没有人换，很危险。';
    const { order } = await house.take(operator(), { title: '桨断了', text });
    await house.settle();
    const { duplicates } = await ask(operator(), `${text}我又来说一次`, '19900007777');
    expect(duplicates[0]).toMatchObject({ order, same: true });
    expect(duplicates[0]?.because).toEqual(expect.arrayContaining(['text', 'person']));
    // Another city sees nothing of it.
    expect((await ask(operator('lake/west'), text, '19900007777')).duplicates).toEqual([]);
  });

  test('finds what whoever calls asked before, in other words than a stranger’s would have to be', async () => {
    const by = operator();
    const text = '北岸三号台阶那边的路灯晚上不亮，老人看不清。';
    const { order } = await house.take(by, {
      ...{ title: '路灯不亮', text, caller: { phone: '19900003131' } },
    });
    await house.settle();
    const rings = async (phone: string) =>
      (await house.as(by)(orderCallsRoutes.pretendCall, { body: { phone, dialled: '12345' } })).call;
    const likeIn = async (call: string, said: string, caller = by) =>
      (await house.as(caller)(orderAssistRoutes.suggest, { body: { text: said, call } })).duplicates;
    const again = '我又来问那个路灯的事，台阶还是黑的，什么时候修？';
    const own = await rings('19900003131');
    const found = (await likeIn(own, again)).find((one) => one.order === order);
    expect(found?.because).toContain('person');
    expect(found?.score).toBeLessThan(0.3);
    const orders = async (call: string, said: string) => (await likeIn(call, said)).map((one) => one.order);
    expect(await orders(await rings('19900003232'), again)).not.toContain(order);
    expect(await orders(own, '请问皮划艇几点开放，要不要预约')).not.toContain(order);
    // Of another operator’s call nothing is learned, and another city’s operator sees none of its orders.
    await expect(likeIn(own, again, operator())).rejects.toMatchObject({ code: 'orders.call' });
    const west = operator('lake/west');
    const there = await house.as(west)(orderCallsRoutes.pretendCall, {
      body: { phone: '19900003131', dialled: '12345' },
    });
    expect(await likeIn(there.call, again, west)).toEqual([]);
  });

  test('an order is found by a word, by its sound and by its number, only where it is seen', async () => {
    const { order } = await house.take(operator(), {
      ...{ title: '灯塔不亮', text: '南岸灯塔的灯泡坏了。' },
    });
    await house.settle();
    expect(await find(operator(), '灯塔')).toContain(order);
    expect(await find(operator(), '登塔')).toContain(order);
    expect(await find(operator(), order)).toEqual([order]);
    expect(await find(operator('lake/west'), '灯塔')).toEqual([]);
    expect(await find(operator('lake/west'), order)).toEqual([]);
  });

  test('a tip-off is never in the index, and leaves it when an order turns out to be one', async () => {
    const before = await count('hotline.indexed');
    await house.take(operator(), { kind: 'report', title: '夜里运桨', text: '夜里有人走私船桨。' });
    await house.settle();
    expect(await count('hotline.indexed')).toBe(before);
    const { order } = await house.take(operator(), { title: '夜里装货', text: '夜里有人在北岸装货。' });
    await house.settle();
    expect(await find(operator(), '装货')).toEqual([order]);
    await house.act(operator(), order, { type: 'classify', kind: 'report', matter: 'smuggling', labels: [] });
    expect(await find(operator(), '装货')).toEqual([]);
    expect(await count('hotline.indexed')).toBe(before);
  });

  test('the index holds no word that can be read', async () => {
    const { rows } = await asMachine('worker', () =>
      sql<{ words: string }>`select words::text as words from hotline.indexed`.execute(house.db),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ words }) => words).join()).not.toMatch(/\p{Script=Han}/u);
  });

  test('what it is sure of is classified by itself; what somebody classifies otherwise is remembered', async () => {
    const { order } = await house.take(operator(), {
      ...{ title: '投诉码头的桨三支断了', text: '码头的桨三支断了没有人换，码头的桨坏了没有人管' },
    });
    await house.settle();
    const seen = await house.seen(operator(), order);
    expect(seen).toMatchObject({ stage: 'sorting', matter: 'pier' });
    expect(seen.steps.find(({ type }) => type === 'classified')?.by).toBe('');
    expect(await house.assist.corrections()).toEqual([]);
    await house.act(operator(), order, { type: 'classify', kind: 'help', matter: 'boats', labels: [] });
    await house.settle();
    expect(await house.assist.corrections()).toMatchObject([{ kind: 'help', matter: 'boats' }]);
  });

  test('an urgent order waits for a person', async () => {
    const { order } = await house.take(operator(), {
      ...{ title: '投诉码头的桨三支断了', text: '码头的桨三支断了没有人换', urgent: true },
    });
    await house.settle();
    expect(await house.seen(operator(), order)).toMatchObject({ stage: 'received' });
  });

  test('of a text of many words two are enough, whichever they are, and one is not', async () => {
    const told = ['风筝挂在桅杆上。', '救生圈不见了。', '缆绳断了。'];
    const orders: string[] = [];
    // Titles are also found by how they sound; here words alone shall do.
    for (const text of told) orders.push((await house.take(operator(), { title: '看看', text })).order);
    await house.settle();
    const [kite, ring, rope] = orders;
    expect(await find(operator(), '风筝 桅杆 浮筒')).toContain(kite);
    expect(await find(operator(), '浮筒 风筝 桅杆')).toContain(kite);
    expect(await find(operator(), '缆绳 浮筒 断')).toEqual([rope]);
    expect(await find(operator(), '救生圈 浮筒 海图 罗盘 灯标')).not.toContain(ring);
  });

  test('what was told long ago is found by words, by sound and mistyped where nothing newer is', async () => {
    const { order } = await house.take(operator(), { title: '锚链生锈', text: '西岸泊位的锚链生锈了。' });
    await house.settle();
    house.moveBy({ days: 200 });
    expect(await find(operator(), '锚链')).toEqual([order]);
    expect(await find(operator(), '毛连生绣')).toEqual([order]);
    expect(await find(operator(), '西岸泊位的锚连坏掉')).toContain(order);
    const { order: newer } = await house.take(operator(), { title: '锚链断裂', text: '锚链断裂了。' });
    await house.settle();
    expect((await find(operator(), '锚链')).toSorted()).toEqual([order, newer].toSorted());
  });

  test('a citizen may not ask it', async () => {
    const citizen = await house.citizen();
    await expect(ask(citizen, '码头的桨断了')).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the unit that usually answers', () => {
  const row = (branch: string, n: number) => ({ city: '4419', matter: 'pier', branch, n });
  test('is the one that answered nearly all', () => {
    expect(unitsOf([row('a', 96), row('b', 4)], 0.95).get('4419 pier')).toBe('a');
  });
  test('is nobody where several answer, or where there were few', () => {
    expect(unitsOf([row('a', 60), row('b', 40)], 0.95).size).toBe(0);
    expect(unitsOf([row('a', 19)], 0.95).size).toBe(0);
  });
});

describe('the model of a file', () => {
  test('goes before the house’s own, and what is no model is refused', async () => {
    const lesson = { terms: [], precision: 0.9, kinds: [], matters: [] };
    const file = join(folder, 'mine.json');
    await writeFile(file, '{"kind": {}}');
    await expect(createModelKeeper({ file, dataFolder: folder }).prepare(lesson)).rejects.toThrow('不是');
    await writeFile(file, '{"examples": 7, "kind": {}, "matter": {}}');
    const keeper = createModelKeeper({ file, dataFolder: folder });
    expect(await keeper.prepare(lesson)).toMatchObject({ examples: 7 });
    expect(keeper.model()).toMatchObject({ examples: 7 });
  });
});
