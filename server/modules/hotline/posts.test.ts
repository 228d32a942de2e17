import { orderDeskRoutes, orderPostsRoutes, type PostRow } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';

let house: HotlineHouse;
beforeAll(async () => {
  house = await createHotlineHouse();
});
afterAll(() => house.stop());

const post = (n: number, part: Partial<PostRow> = {}): PostRow => ({
  ...{ platform: '湖区论坛', author: `示例·划艇人${n}`, link: `https://lake.example/p/${n}` },
  ...{ text: `第 ${n} 号桨断了，没有人换。`, postedAt: '2026-01-05 18:30' },
  ...part,
});

describe('posts of social media', () => {
  test('become orders of the desk, each with where it was found and the author masked', async () => {
    const desk = house.at('spokesperson', 'lake');
    const { taken, left } = await house.as(desk)(orderPostsRoutes.take, {
      body: { kind: 'complaint', rows: [post(1), post(2, { link: 'nowhere' })] },
    });
    expect(left).toEqual([{ row: 2, title: '第 2 号桨断了', faults: ['link'] }]);
    expect(taken.map(({ row }) => row)).toEqual([1]);
    const view = await house.seen(desk, taken[0]?.order ?? '');
    expect(view).toMatchObject({
      ...{ channel: 'social', kind: 'complaint', title: '第 1 号桨断了', stage: 'received' },
      post: { platform: '湖区论坛', link: 'https://lake.example/p/1', postedAt: '2026-01-05T10:30:00.000Z' },
    });
    expect(view.caller?.name).not.toContain('划艇人');
  });
  test('are taken once, in one table and in the next', async () => {
    const call = house.as(house.at('spokesperson', 'lake'));
    const rows = [post(7), post(7)];
    const { taken } = await call(orderPostsRoutes.take, { body: { kind: 'help', rows } });
    expect(taken).toHaveLength(1);
    const again = await call(orderPostsRoutes.check, { body: { rows } });
    expect(again.rows.map(({ faults }) => faults)).toEqual([['known'], ['twice', 'known']]);
  });
  test('that tell of an emergency are not queued, and a check keeps nothing', async () => {
    const desk = house.at('spokesperson', 'lake');
    const rows = [post(8, { text: '东湖有人翻船，快来。' }), post(9)];
    const { rows: checked } = await house.as(desk)(orderPostsRoutes.check, { body: { rows } });
    expect(checked.map(({ faults }) => faults)).toEqual([['emergency'], []]);
    const { orders } = await house.as(desk)(orderDeskRoutes.list, { query: { list: 'inbox' } });
    expect(orders.map(({ title }) => title)).not.toContain('第 9 号桨断了');
  });
  test('are taken by the spokesperson and by no other post', async () => {
    const call = house.as(house.at('operator', 'lake'));
    await expect(
      call(orderPostsRoutes.take, { body: { kind: 'help', rows: [post(3)] } }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
