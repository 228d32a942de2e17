import { ordersRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';

let house: HotlineHouse;
let operator: SignedIn;
let city: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse();
  [operator, city] = [house.at('operator'), house.at('spokesperson')];
});
afterAll(() => house.stop());

const found = (q: string, division = '4419') =>
  house.anyone(ordersRoutes.answers, { query: { division, q } });
const titles = async (q: string, division?: string) =>
  (await found(q, division)).answers.map(({ title }) => title);

/** An order answered for everybody to read. */
async function answered(title: string, text: string): Promise<string> {
  const { order } = await house.take(operator);
  await house.sent(operator, order);
  await house.act(city, order, { type: 'claim' });
  await house.act(city, order, { type: 'draft', text, open: { title, question: '有事打 19900007777。' } });
  for (const reviewer of [house.at('approver'), house.at('approver')])
    await house.act(reviewer, order, { type: 'pass' });
  await house.act(city, order, { type: 'reply' });
  return order;
}

describe('public answers', () => {
  const paddle = '码头的桨断了怎么办';
  let order = '';
  beforeAll(async () => {
    order = await answered(paddle, '到东湖码头换新桨。');
    await answered('皮划艇丢了到哪里找', '先到示例派出所报失。');
  });

  test.each(['桨断了', '换新桨', '马头', 'matou'])('are found by “%s”', async (q) => {
    expect(await found(q)).toMatchObject({ answers: [{ title: paddle }], near: false });
  });
  test('come close where nothing fits exactly, and are none where nothing does', async () => {
    expect(await found('码头的桨断了三支是谁弄的')).toMatchObject({
      answers: [{ title: paddle }],
      near: true,
    });
    expect(await found('灯塔')).toEqual({ answers: [], near: false });
  });
  test('are not found in another city, and nobody is found by what was masked', async () => {
    expect(await titles('桨断了', '4401')).toEqual([]);
    expect(await titles('19900007777')).toEqual([]);
  });
  test('are found no more while the matter is not solved after all', async () => {
    await house.act(operator, order, { type: 'dissatisfied', say: '还是断的' });
    expect(await titles('桨断了')).toEqual([]);
    expect(await titles('皮划艇')).toEqual(['皮划艇丢了到哪里找']);
  });
});
