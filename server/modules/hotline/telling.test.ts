import { ordersRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asCaller, type SignedIn } from '../../platform/index.ts';
import { createCarrierSimulator, createNotices, createTextMessages, type Notices } from '../notices/index.ts';
import { kayakBook } from '../notices/kayak-book.fixture.ts';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';
import { tellCallers } from './telling.ts';

const sms = createCarrierSimulator('sms');
let house: HotlineHouse;
let notices: Notices;
let operator: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse();
  operator = house.at('operator');
  const [number, until] = [
    { zh: '1', en: '1' },
    { zh: '今天', en: 'today' },
  ];
  const events = ['registered', 'extended', 'replied', 'reopened', 'closed'].map((what) => {
    const isAwaited = ['registered', 'extended', 'reopened'].includes(what);
    const body = `{number} ${what}${isAwaited ? ' {until}' : ''}`;
    return {
      ...{ id: `hotline.order-${what}`, when: what, channels: ['app', 'sms'] as ('app' | 'sms')[] },
      places: (isAwaited ? { number, until } : { number }) as Record<string, typeof number>,
      zh: { title: what, body },
      en: { title: what, body },
    };
  });
  const coming = {
    ...{ id: 'hotline.order-visit-arranged', when: 'coming', channels: ['app' as const, 'sms' as const] },
    places: { number, day: until, time: until, who: number },
    zh: { title: 'coming', body: '{number} {day}{time} {who}' },
    en: { title: 'coming', body: '{number} {day} {time} {who}' },
  };
  const ports = { sms: [sms], receiptsFrom: [], wechat: undefined };
  const book = { ...kayakBook, events: [...kayakBook.events, ...events, coming] };
  const telling = { ...house.platform, book, ports };
  const { carrying } = createTextMessages(telling);
  notices = createNotices({ ...telling, identity: house.identity, sms: carrying });
  tellCallers({ ...house.platform, notices });
});
afterAll(() => house.stop());

async function toldTo(citizen: SignedIn): Promise<string[]> {
  await house.settle();
  const { notices: told } = await asCaller(citizen, () => notices.list(citizen, {}));
  return told.map(({ title }) => title.zh).toReversed();
}
const noticesOf = async (order: string) => {
  await house.settle();
  const { rows } = await sql<{ kind: string }>`select kind from notices.notice
    where about = ${`order:${order}`}`.execute(house.db);
  return rows.map(({ kind }) => kind);
};

describe('whoever asked', () => {
  test('is told when somebody comes to them, and again when the day is changed', async () => {
    const citizen = await house.citizen();
    const visit = { reason: 'hard-to-move', address: '东湖路 8 号' } as const;
    const { order } = await house.send(citizen, { kind: 'visit', visit });
    await house.act(operator, order, { type: 'classify', kind: 'visit', matter: 'pier', labels: [] });
    await house.act(operator, order, { type: 'dispatch', to: 'east' });
    const clerk = await house.staff('clerk');
    await house.act(clerk, order, { type: 'claim' });
    const arrange = { type: 'arrange-visit', day: '2026-03-05', time: 'morning', who: '示例·陈' } as const;
    await house.act(clerk, order, arrange);
    await house.settle();
    await house.act(clerk, order, { ...arrange, day: '2026-03-06', time: { from: '09:30', to: '11:00' } });
    await house.settle();
    const { notices: told } = await asCaller(citizen, () => notices.list(citizen, {}));
    expect(told.map(({ body }) => body.zh).slice(0, 2)).toEqual([
      `${order} 2026 年 3 月 6 日09:30–11:00 示例·陈`,
      `${order} 2026 年 3 月 5 日上午 示例·陈`,
    ]);
    expect(told[0]?.body.en).toContain('from 09:30 to 11:00');
    expect(JSON.stringify(told)).not.toContain('东湖路');
  });
  test('is told that it is here, with the number and the day, and that it is answered', async () => {
    const citizen = await house.citizen();
    const { order } = await house.send(citizen);
    expect(await toldTo(citizen)).toEqual(['registered']);
    const { notices: told } = await asCaller(citizen, () => notices.list(citizen, {}));
    expect(told[0]?.body.zh).toBe(`${order} registered 2026 年 3 月 23 日`);
    await house.act(operator, order, { type: 'classify', kind: 'consult', matter: 'pier', labels: [] });
    await house.act(operator, order, { type: 'answer', text: '桨换好了。' });
    expect(await toldTo(citizen)).toEqual(['registered', 'replied']);
  });
  test('is told once when more time is granted, with the later day; not when it is only asked for, or refused', async () => {
    const [citizen, clerk, approver] = [await house.citizen(), house.at('clerk'), house.at('approver')];
    const asked = async () => {
      const { order } = await house.send(citizen);
      await house.sent(operator, order);
      await house.act(clerk, order, { type: 'claim' });
      await house.act(clerk, order, { type: 'ask-time', days: 3, basis: '要等桨厂回话' });
      return order;
    };
    const order = await asked();
    const { dueOn } = await house.seen(clerk, order);
    expect(await toldTo(citizen)).toEqual(['registered']);
    await house.act(approver, order, { type: 'grant-time' });
    const later = (await house.seen(clerk, order)).dueOn;
    expect(later > dueOn).toBe(true);
    expect(await toldTo(citizen)).toEqual(['registered', 'extended']);
    const { notices: told } = await asCaller(citizen, () => notices.list(citizen, {}));
    const [year, month, day] = later.split('-').map(Number);
    expect(told[0]?.body.zh).toBe(`${order} extended ${year} 年 ${month} 月 ${day} 日`);
    await house.act(approver, await asked(), { type: 'refuse-time', reason: '三天够了' });
    expect(await toldTo(citizen)).toEqual(['registered', 'extended', 'registered']);
  });
  test('on the phone is told by a text message', async () => {
    const { order } = await house.take(operator);
    expect(await noticesOf(order)).toEqual(['hotline.order-registered']);
  });
  test('without a name, or of a tip-off, is told nothing', async () => {
    const citizen = await house.citizen();
    const tip = await house.send(citizen, { kind: 'report' });
    const unnamed = await house.anyone(ordersRoutes.registerUnnamed, {
      body: { kind: 'suggestion', title: '加一盏灯', text: '码头晚上太暗。', division: '4419' },
    });
    expect(await toldTo(citizen)).toEqual([]);
    expect([await noticesOf(tip.order), await noticesOf(unnamed.order)]).toEqual([[], []]);
  });
  test('who takes it back is not told what they did', async () => {
    const citizen = await house.citizen();
    const { order } = await house.send(citizen);
    await house.as(citizen)(ordersRoutes.withdraw, { params: { order }, body: {} });
    expect(await toldTo(citizen)).toEqual(['registered']);
  });
});
