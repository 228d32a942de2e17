import { describe, expect, test } from 'vitest';
import { aVisitor, ids, type Keepers } from '../portal.fixture.ts';

const forum = ids.edition;
const receipt = { order: '4419260302000017', key: '1234567890123456', dueOn: '2026-03-23', unit: '东湖分局' };
const limits: Keepers = { 'GET /api/order-limits': () => ({ limits: [] }) };
const keepers: Keepers = {
  ...limits,
  'GET /api/forums': () => ({
    forums: [
      {
        ...{ forum, title: { zh: '租船难点大家说', en: 'What is hard about renting' } },
        ...{ words: { zh: '租皮划艇卡在哪一步，写给我们。' }, endsOn: '2026-03-20' },
      },
    ],
  }),
  'POST /api/orders': () => receipt,
  'POST /api/unnamed-orders': () => receipt,
};
const anyone = () => aVisitor({ keepers });
const said: [string, string][] = [
  ...([
    ['title', '租船要跑三趟'],
    ['text', '一次只收一份材料。'],
  ] as [string, string][]),
  ['forum', forum],
];

describe('a collection that is open', () => {
  test('stands where people write, with its words and the day it ends, below what they came for', async () => {
    const { html } = await anyone().get('/orders/new');
    for (const text of ['正在征集', '租船难点大家说', '租皮划艇卡在哪一步', '写到3月20日'])
      expect(html).toContain(text);
    expect(html).toContain(`href="/orders/new?forum=${forum}"`);
    expect(html.indexOf('/orders/new/consult')).toBeLessThan(html.indexOf('正在征集'));
    expect(html).not.toContain('/orders/new/consult?forum');
    expect((await aVisitor().get('/orders/new')).html).not.toContain('正在征集');
  });
  test('goes along with everything but a report once its link is followed, and is told of above the boxes', async () => {
    const { html } = await anyone().get(`/orders/new?forum=${forum}`);
    expect(html).toContain(`href="/orders/new/suggestion?forum=${forum}"`);
    expect(html).toContain('href="/orders/new/report"');
    const written = await anyone().get(`/orders/new/suggestion?forum=${forum}`);
    expect(written.html).toContain('专题征集：租船难点大家说');
    expect(written.html).toContain(`name="forum" value="${forum}"`);
    expect((await anyone().get(`/orders/new/report?forum=${forum}`)).html).not.toContain('name="forum"');
  });
  test('is sent with what was written, with a name and without; a report never says it', async () => {
    const citizen = aVisitor({ signedIn: true, keepers });
    await citizen.post('/orders/new/suggestion', said);
    expect(citizen.asked.at(-1)).toMatchObject({ route: 'POST /api/orders', asking: { body: { forum } } });
    const unnamed = anyone();
    await unnamed.post('/orders/new/suggestion', said);
    expect(unnamed.asked.at(-1)).toMatchObject({
      ...{ route: 'POST /api/unnamed-orders', asking: { body: { forum } } },
    });
    const report = anyone();
    await report.post('/orders/new/report', said);
    expect(report.asked.at(-1)?.asking.body).not.toHaveProperty('forum');
  });
  test('that is no more, or never was one, stops nobody from writing', async () => {
    const visitor = aVisitor({ keepers: limits });
    expect((await visitor.get(`/orders/new/suggestion?forum=${ids.draft}`)).status).toBe(200);
    expect((await visitor.get('/orders/new/suggestion?forum=<b>')).html).not.toContain('name="forum"');
  });
});

describe('the contact desk', () => {
  const volunteer = () =>
    aVisitor({
      signedIn: true,
      keepers: { ...keepers, 'GET /api/contact-desk': () => ({ forum: ids.draft }) },
    });

  test('is one line for a volunteer supervisor of the city, and nothing for anybody else', async () => {
    const { html } = await volunteer().get('/orders/new');
    expect(html).toContain('以义务监督员身份反映');
    expect(html).toContain(`href="/orders/new?forum=${ids.draft}"`);
    for (const other of [anyone(), aVisitor({ signedIn: true, keepers })]) {
      const page = await other.get(`/orders/new?forum=${ids.draft}`);
      expect(page.html).not.toContain('义务监督员');
    }
  });
  test('leads to a suggestion or a complaint, says that the name counts, and goes along with what is sent', async () => {
    const { html } = await volunteer().get(`/orders/new?forum=${ids.draft}`);
    for (const kind of ['suggestion', 'complaint'])
      expect(html).toContain(`href="/orders/new/${kind}?forum=${ids.draft}"`);
    for (const kind of ['consult', 'report']) expect(html).not.toContain(`href="/orders/new/${kind}`);
    const citizen = volunteer();
    const form = await citizen.get(`/orders/new/complaint?forum=${ids.draft}`);
    for (const text of ['实名提的才记作监督员反映', `name="forum" value="${ids.draft}"`])
      expect(form.html).toContain(text);
    await citizen.post('/orders/new/complaint', [...said.slice(0, 2), ['forum', ids.draft]]);
    expect(citizen.asked.at(-1)).toMatchObject({
      ...{ route: 'POST /api/orders', asking: { body: { forum: ids.draft, identity: 'named' } } },
    });
    await citizen.post('/orders/new/report', [...said.slice(0, 2), ['forum', ids.draft]]);
    expect(citizen.asked.at(-1)?.asking.body).not.toHaveProperty('forum');
  });
});
