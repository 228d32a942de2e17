import type { OwnOrder } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { aVisitor, type Keepers } from '../../portal.fixture.ts';

const number = '4419260302000017';
const order: OwnOrder = {
  ...{ order: number, kind: 'visit', kindName: { zh: '上门服务', en: 'Home visit' } },
  ...{ title: '上门服务：皮划艇下水登记', text: '行动不便，请上门办理。', stage: 'handling', late: false },
  ...{ receivedAt: '2026-03-02T02:00:00Z', dueOn: '2026-03-23', unit: '东湖分局', round: 1 },
  ...{ urges: 0, files: 0, may: ['urge', 'attach', 'withdraw'] },
  steps: [{ on: '2026-03-02', words: { zh: '我们收到了', en: 'We have received it' } }],
  visit: { reason: 'many-people', people: 12, address: '东湖路 8 号', suits: '工作日上午' },
};
const arranged = { day: '2026-03-05', time: 'morning', who: '示例·陈受理' } as const;
const keepers: Keepers = {
  'GET /api/order-limits': () => ({ limits: [] }),
  'POST /api/orders': () => ({
    order: number,
    key: '1234567890123456',
    dueOn: '2026-03-23',
    unit: '东湖分局',
  }),
  'GET /api/orders/:order': () => order,
};
const citizen = (more: Keepers = {}) => aVisitor({ signedIn: true, keepers: { ...keepers, ...more } });
const whole: [string, string][] = [
  ['reason', 'many-people'],
  ['people', '12'],
  ['address', '东湖路 8 号'],
  ['suits', '工作日上午'],
  ['key', '0c3a7e53-1111-4111-8111-000000000002'],
];
const without = (name: string, value = ''): [string, string][] =>
  whole.map(([key, said]) => [key, key === name ? value : said]);

describe('asking for a visit', () => {
  test('is offered with the other kinds, and where a service takes people to a hall', async () => {
    expect((await citizen().get('/orders/new?about=item:kayak')).html).toContain(
      'href="/orders/new/visit?about=item%3Akayak"',
    );
    const { html } = await citizen().get('/items/kayak');
    expect(html).toContain('href="/orders/new/visit?about=item:kayak"');
    expect(html).toContain('来不了大厅？申请上门');
  });
  test('knows the service somebody came from, and keeps the address apart from the words', async () => {
    const { html } = await citizen().get('/orders/new/visit?about=item:kayak');
    expect(html).toContain('皮划艇下水登记');
    expect(html).toContain('href="/items/kayak"');
    const visitor = citizen();
    const { location } = await visitor.post('/orders/new/visit', [...whole, ['about', 'item:kayak']]);
    expect(location).toBe('/orders/receipt');
    expect(visitor.asked.at(-1)).toMatchObject({
      ...{ route: 'POST /api/orders', key: whole[4]?.[1] },
      asking: {
        body: {
          ...{ kind: 'visit', identity: 'named', about: 'item:kayak', files: [] },
          ...{ title: '上门服务：皮划艇下水登记', text: '单位 12 人一起办，请上门办理。' },
          visit: { reason: 'many-people', people: 12, address: '东湖路 8 号', suits: '工作日上午' },
        },
      },
    });
  });
  test('of one person asks nobody how many, and is named by what was written', async () => {
    const visitor = citizen();
    await visitor.post('/orders/new/visit', [...without('reason', 'hard-to-move'), ['matter', '换身份证']]);
    expect(visitor.asked.at(-1)?.asking.body).toMatchObject({
      ...{ title: '上门服务：换身份证', visit: { reason: 'hard-to-move', address: '东湖路 8 号' } },
    });
    expect(visitor.asked.at(-1)?.asking.body).not.toHaveProperty('visit.people');
  });
  test.each([
    ['reason', '', '选一个为什么要上门'],
    ['people', '1', '写一共几个人办'],
    ['people', '很多', '写一共几个人办'],
    ['address', '  ', '写上门的地址'],
    ['address', '东'.repeat(201), '最多写 200 个字'],
    ['suits', '早'.repeat(201), '最多写 200 个字'],
  ])('without a sound %s “%s” says what to mend and keeps the rest', async (name, value, say) => {
    const visitor = citizen();
    const { status, html } = await visitor.post('/orders/new/visit', without(name, value));
    expect(status).toBe(400);
    expect(html).toContain(say);
    expect(html).toContain('有 1 处要改');
    expect(html).toContain(name === 'suits' ? '东湖路 8 号' : '工作日上午');
    expect(visitor.asked.map(({ route }) => route)).not.toContain('POST /api/orders');
  });
  test('signs in first, and comes back with the service', async () => {
    const anyone = aVisitor({ keepers });
    expect((await anyone.get('/orders/new/visit')).html).toContain('/sign-in?next=');
    const { location } = await anyone.post('/orders/new/visit', [...whole, ['about', 'item:kayak']]);
    expect(location).toContain('/sign-in?next=/orders/new/visit?about=item%3Akayak');
  });
});

describe('a visit that was asked for', () => {
  test('shows what was said, and once it is arranged the day and who comes', async () => {
    const { html } = await citizen().get(`/orders/${number}`);
    for (const said of ['单位人多一起办，12 人', '东湖路 8 号', '工作日上午']) expect(html).toContain(said);
    expect(html).not.toContain('约好上门了');
    const coming = { ...order, visit: { ...order.visit, arranged } };
    const { html: then } = await citizen({ 'GET /api/orders/:order': () => coming }).get(`/orders/${number}`);
    expect(then).toContain('3月5日（星期四）上午，由示例·陈受理上门');
    const answered = { ...coming, stage: 'call-back', reply: '办好了。' };
    const { html: later } = await citizen({ 'GET /api/orders/:order': () => answered }).get(
      `/orders/${number}`,
    );
    expect(later).not.toContain('约好上门了');
  });
});
