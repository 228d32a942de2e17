import { answersRoutes, knowledgeRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toy } from '../cases/kayak-content.fixture.ts';
import {
  createKnowledgeHouse,
  type KnowledgeHouse,
  paddleWords,
  revisionOf,
} from './knowledge-house.fixture.ts';

let house: KnowledgeHouse;
let entry = '';
beforeAll(async () => {
  house = await createKnowledgeHouse();
  const view = await house.inForce({
    title: '皮划艇丢了怎么挂失',
    text: '到东码头挂失，当天登记。',
    also: ['划艇不见了'],
  });
  entry = view.entry;
  await house.inForce({ title: '桨断了怎么补', text: '带断桨到任一码头。', public: false });
});
afterAll(() => house.stop());

const operator = () => house.as(house.post('operator'));
const found = async (q: string) =>
  (await operator()(knowledgeRoutes.list, { query: { q, done: true } })).rows;
const titles = async (q: string) =>
  (await found(q)).map(({ title }) => title.map(({ text }) => text).join(''));
const gaps = () => house.as(house.writer)(knowledgeRoutes.gaps, {});

describe('looking for an entry', () => {
  test.each([
    ['its words', '皮划艇挂失'],
    ['words in the middle of a question', '我想问一下皮划艇丢了怎么办'],
    ['another way of putting it', '划艇不见了'],
    ['a word of its text', '东码头'],
    ['a wrong character that sounds alike', '皮花艇挂失'],
    ['two characters the wrong way round', '划皮艇'],
    ['a character left out', '皮艇'],
    ['pinyin', 'pihuating'],
    ['pinyin without its h', 'guasi'],
    ['the initials of a word', 'pht'],
    ['full-width letters', 'ｐｉｈｕａｔｉｎｇ'],
    ['the beginning of a word, still being typed', '皮划'],
  ])('finds it by %s', async (_, q) => {
    expect(await titles(q)).toContain('皮划艇丢了怎么挂失');
  });
  test('marks the words, and puts the best hit first', async () => {
    const [first] = await found('皮划艇');
    expect(first).toMatchObject({ entry, title: [{ text: '皮划艇', hit: true }, { text: '丢了怎么挂失' }] });
  });
  test('takes nothing, marks, script and far too much as they are', async () => {
    expect((await found('   ')).length).toBeGreaterThan(1);
    for (const q of ['，。！', '<script>alert(1)</script>', "';drop schema knowledge;--", ':*&|!', '\\'])
      await found(q);
    await expect(found('皮'.repeat(10_000))).rejects.toMatchObject({ kind: 'invalid' });
    const long = await house.knowledge.suggest(
      house.post('operator'),
      `皮划艇丢了${'，水很大'.repeat(2500)}`,
    );
    expect(long.map((row) => row.entry)).toContain(entry);
    expect(await titles('皮划艇')).toHaveLength(1);
  });
  test('shows of a script only its letters', async () => {
    const view = await house.inForce({
      title: '<img src=x onerror=alert(1)>水草',
      text: '<script>alert(1)</script>',
    });
    const [row] = await found('水草');
    expect(row?.entry).toBe(view.entry);
    expect(row?.title.map(({ text }) => text).join('')).toBe('<img src=x onerror=alert(1)>水草');
  });
  test('narrows by scope, kind and state', async () => {
    const query = (more: object) => operator()(knowledgeRoutes.list, { query: { q: '皮划艇', ...more } });
    expect((await query({ scope: '4401' })).rows).toEqual([]);
    expect((await query({ kind: 'article' })).rows).toEqual([]);
    expect((await query({ state: 'draft' })).rows).toEqual([]);
    expect((await query({ state: 'in-force', scope: '4419', kind: 'reply' })).rows).toHaveLength(1);
  });
});

describe('a search without a result', () => {
  test('is counted for the editors of the place, without whoever searched, until it is settled', async () => {
    for (const q of ['浮标押金', '浮标押金', '１９９００００１２３４', '查一下990101199003070011'])
      await found(q);
    await house.anyone(answersRoutes.list, { query: { division: '4419', q: '浮标押金' } });
    const [most] = await gaps();
    expect(most).toMatchObject({ words: '浮标押金', scope: '4419', asked: 3, askedOutside: 1 });
    expect((await gaps()).map(({ words }) => words)).not.toContain('皮划艇');
    const { rows } = await sql`select from knowledge.gap where words ~ '[0-9]{4}'`.execute(house.db);
    expect(rows).toEqual([]);
    await operator()(knowledgeRoutes.list, { query: { q: '浮标押' } });
    expect((await gaps()).map(({ words }) => words)).not.toContain('浮标押');
    const body = { words: '浮标押金', scope: '4419' };
    const left = await house.as(house.writer)(knowledgeRoutes.settleGap, { body });
    expect(left.map(({ words }) => words)).not.toContain('浮标押金');
    const west = house.as(house.editor('lake/west'))(knowledgeRoutes.settleGap, { body });
    await expect(west).rejects.toMatchObject({ code: 'replies.scope' });
  });
  test('is forgotten when it was asked once and long ago', async () => {
    const before = house.clock();
    await found('灯塔钥匙');
    house.moveBy({ days: 200 });
    await house.platform.jobs.runTimer('knowledge.forget-gaps');
    expect((await gaps()).map(({ words }) => words)).not.toContain('灯塔钥匙');
    house.moveTo(before);
  });
});

describe('anybody', () => {
  const list = (q?: string, division = '4419') =>
    house.anyone(answersRoutes.list, { query: { division, ...(q === undefined ? {} : { q }) } });
  test('finds and reads what is public and in force, in its city', async () => {
    expect((await list('皮划艇')).rows.map((row) => row.entry)).toContain(entry);
    expect((await list('皮划艇', '4401')).rows).toEqual([]);
    expect(await house.anyone(answersRoutes.get, { params: { entry } })).toMatchObject({
      ...{
        title: { zh: '皮划艇丢了怎么挂失' },
        text: { zh: '到东码头挂失，当天登记。' },
        since: '2026-03-02',
      },
    });
  });
  test('is shown without a search what is used most, of each item one', async () => {
    const used = await house.inForce({ title: '常用的桨问题' });
    const params = { entry: used.entry };
    await house.as(house.post('clerk'))(knowledgeRoutes.cite, { params, body: {} });
    expect((await list()).rows[0]).toMatchObject({ entry: used.entry });
  });
  test('never finds what is not public, not yet approved, or withdrawn', async () => {
    const hidden = await house.inForce({ title: '内部灯塔', public: false });
    const draft = await house.create(house.writer, { title: '内部灯塔草稿' });
    const gone = await house.inForce({ title: '灯塔旧口径' });
    await house.as(house.writer)(knowledgeRoutes.withdraw, {
      params: { entry: gone.entry },
      body: { version: 1, revision: revisionOf(gone), reason: '旧了' },
    });
    expect((await list('灯塔')).rows).toEqual([]);
    for (const one of [hidden, draft, gone])
      await expect(house.anyone(answersRoutes.get, { params: { entry: one.entry } })).rejects.toMatchObject({
        code: 'answers.missing',
      });
  });
});

describe('entries made from item editions', () => {
  const content = (line: string) => ({
    editions: [toy('kayak', (text) => text.replace('都可以办。', line))],
    ...{ local: [], replies: [] },
  });
  const who = async () => (await found('皮划艇下水登记：谁可以办？')).find((row) => row.origin === 'edition');
  test('say what the guide says, are made anew when it changes, and are never written by hand', async () => {
    const first = await house.knowledge.load(content('都可以办。'));
    expect(first).toBeGreaterThan(4);
    expect(await house.knowledge.load(content('都可以办。'))).toBe(0);
    const row = await who();
    const read = () =>
      house.as(house.editor('lake'))(knowledgeRoutes.get, { params: { entry: row?.entry ?? '' } });
    expect(await read()).toMatchObject({ origin: 'edition', item: 'kayak', scope: '44', may: ['cite'] });
    expect(await house.knowledge.load(content('都能办。'))).toBe(1);
    const { versions } = await read();
    expect(versions.map(({ state }) => state)).toEqual(['in-force', 'replaced']);
    expect(versions[0]?.text).toContain('都能办。');
    const write = house.as(house.editor('lake'))(knowledgeRoutes.revise, {
      params: { entry: row?.entry ?? '' },
      body: { words: paddleWords },
    });
    await expect(write).rejects.toMatchObject({ code: 'replies.generated' });
    const forced = sql`insert into knowledge.version select (jsonb_populate_record(v, jsonb_build_object(
      'version', 9, 'state', 'draft', 'author_ids', array[gen_random_uuid()]))).* from knowledge.version v
      where entry_id = ${row?.entry} and version = 1`.execute(house.db);
    await expect(forced).rejects.toThrow();
  });
  test('go with their item', async () => {
    await house.knowledge.load({ ...content(''), editions: [] });
    expect(await who()).toBeUndefined();
  });
  test('of the content stay as an editor has written them over', async () => {
    const reply = {
      ...{ id: 'oar', name: '桨的口径', when: '问桨', text: '桨在码头领。', version: 1 },
      ...{
        scope: { level: 'city' as const, division: '4419' },
        valid_from: '2026-01-01',
        valid_until: '2026-12-31',
      },
      ...{ author: 'spokesperson' as const, approver: 'head' as const },
    };
    const load = (text: string) =>
      house.knowledge.load({ ...content(''), editions: [], replies: [{ ...reply, text }] });
    expect(await load('桨在码头领。')).toBe(1);
    expect(await load('桨在东码头领。')).toBe(1);
    const [row] = await found('桨的口径');
    const open = await house.as(house.writer)(knowledgeRoutes.revise, {
      params: { entry: row?.entry ?? '' },
      body: { words: { ...paddleWords, title: '桨的口径' } },
    });
    await house.approve(house.second, await house.send(house.writer, open));
    expect(await load('桨在西码头领。')).toBe(0);
  });
});
