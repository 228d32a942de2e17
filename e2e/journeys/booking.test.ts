import { bookableRoutes, bookingsRoutes, intakeRoutes, queueRoutes } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, signInStaff } from '../house/client.ts';
import { newcomer, withAnswers } from '../house/guide.ts';
import {
  act,
  callNext,
  finish,
  hallCodeOf,
  neededMs,
  openEmptyWindow,
  openToday,
  queuedItem,
  untilTodayIsLongEnough,
} from '../house/hall.ts';
import { citizen } from '../house/people.ts';
import { signInOn } from '../house/portal.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, headingOn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
let clerk = createClient(origin, { session: sessions.clerk ?? '' });
const manager = createClient(origin, { session: sessions.hall ?? '' });

beforeAll(async () => {
  if (await untilTodayIsLongEnough()) clerk = await signInStaff(origin, 'clerk');
  await openToday(manager);
  await openEmptyWindow(clerk);
}, neededMs + 240_000);

const press = (page: Page, name: string | RegExp) =>
  leadOn(page, page.getByRole('button', { name }).first().click());
const follow = (page: Page, name: string | RegExp) =>
  leadOn(page, page.getByRole('link', { name }).first().click());
/** What the address of today ends with in the list of days. */
const today = () => `/${shanghaiDay(new Date())}`;

describe('from the checklist to the window', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await comeIn();
  });
  afterAll(() => visitor.leave());

  const look = async (name: string) => {
    await keepPicture(visitor, name);
    expect(await barriersOn(visitor.page)).toEqual([]);
  };

  test('a person books a time with the answers of the guide, signing in on the way', async () => {
    const page = await visitor.go(withAnswers(`/items/${queuedItem}/checklist`, newcomer));
    expect(await saidOn(page)).toContain('带上这些，这个时间来');
    await follow(page, /市公安政务服务大厅.*选别的日子/);
    expect(await headingOn(page)).toBe('哪一天来？');
    await look('book-days');
    await leadOn(page, page.locator(`.days a:not([href*="${today()}"])`, { hasText: '余' }).first().click());
    await press(page, /^最早/);
    await signInOn(page, citizen('lin-xiaoman'));
    await look('book-times');
    await press(page, /^约 \d\d:\d\d$/);
    expect(await headingOn(page)).toBe('核对一下，约好');
    await look('book-held');
    await press(page, '约好');
    expect(await headingOn(page)).toBe('约好了');
    expect(await saidOn(page)).toMatch(/签到码\s*\d{4} \d{4}/);
    await look('book-done');
  });

  test('changes it to another time', async () => {
    const { page } = visitor;
    const before = await page.locator('.when').first().textContent();
    await follow(page, '改时间');
    await leadOn(page, page.locator('.days a', { hasText: '余' }).first().click());
    await press(page, /^最早/);
    expect(await headingOn(page)).toBe('改到这个时间？');
    await press(page, '改到这个时间');
    expect(await headingOn(page)).toBe('约好了');
    expect(await page.locator('.when').first().textContent()).not.toBe(before);
  });

  test('checks in, is called, and the intake has the answers', async () => {
    const { page } = visitor;
    await follow(page, '到大厅了，签到');
    await look('check-in');
    await page.getByLabel('大厅屏幕上的四位数').fill(await hallCodeOf(manager));
    await press(page, '签到，开始排队');
    expect(await headingOn(page)).toBe('下一个就是您');
    await look('ticket');
    const number = await page.locator('.ticket__number').textContent();
    const called = await callNext(clerk);
    expect(called.number).toBe(number);
    await page.getByRole('heading', { level: 1, name: '请到 1 号窗口' }).waitFor();
    await look('ticket-called');
    const body = { ticket: called.ticket };
    const sitting = await clerk.call(intakeRoutes.beginFromTicket, { body });
    expect(sitting.identifiedBy).toBe('ticket');
    expect(sitting.bookings.find(({ item }) => item === queuedItem)?.answers).toEqual(
      expect.arrayContaining([['投靠人身份', '普通居民']]),
    );
    await finish(clerk, called.ticket);
    await page.getByRole('heading', { level: 1, name: '已结束' }).waitFor();
  });
});

describe('who waits for an earlier time', () => {
  const hall = 'dg-civic';
  const waiter = createClient(origin, { session: sessions['he-guilan'] ?? '' });

  test('is told which booking goes when the offered one is taken, and then has only that', async () => {
    const query = { item: queuedItem };
    const { days } = await waiter.call(bookableRoutes.days, { params: { hall }, query });
    const [early, late] = days.slice(1).filter(({ open, free }) => open && free > 0);
    const params = { hall, day: late?.day ?? '' };
    const slots = await waiter.call(bookableRoutes.slots, { params, query });
    const at = slots.find(({ free }) => free > 0)?.at ?? '';
    const { booking } = await waiter.call(bookingsRoutes.book, { body: { hall, item: queuedItem, at } });
    const span = { from: early?.day ?? '', to: early?.day ?? '', part: 'any' } as const;
    const body = { hall, item: queuedItem, ...span, instead: booking };
    const { booking: offered } = await waiter.call(bookingsRoutes.wish, { body });

    const visitor = await comeIn({ as: 'he-guilan' });
    const page = await visitor.go(`/bookings/${offered}`);
    expect(await saidOn(page)).toContain('约好这个时间，就取消您现在的预约');
    await keepPicture(visitor, 'book-instead');
    expect(await barriersOn(page)).toEqual([]);
    await press(page, '约好');
    expect(await headingOn(page)).toBe('约好了');
    const { bookings } = await waiter.call(bookingsRoutes.list, { query: {} });
    const live = bookings.filter(({ item, state }) => item === queuedItem && state === 'booked');
    expect(live.map((one) => one.booking)).toEqual([offered]);
    await waiter.call(bookingsRoutes.cancel, { params: { booking: offered ?? '' } });
    await visitor.leave();
  });
});

describe('people without a booking', () => {
  const take = (priority?: 'pregnant') =>
    manager.call(queueRoutes.take, {
      body: { item: queuedItem, ...(priority === undefined ? {} : { priority }) },
    });

  test('who is granted priority is called before who came first', async () => {
    const [ordinary, pregnant] = [await take(), await take('pregnant')];
    for (const { number } of [pregnant, ordinary]) {
      const called = await callNext(clerk);
      expect(called.number).toBe(number);
      await finish(clerk, called.ticket);
    }
  });

  test('who missed the call rejoins on the ticket page, without signing in', async () => {
    const visitor = await comeIn({ large: true });
    const { key, number } = await take();
    const page = await visitor.go(`/t/${key}`);
    expect(await saidOn(page)).toContain(number);
    const { ticket } = await callNext(clerk);
    await act(clerk, ticket, { act: 'miss' });
    await page.getByRole('heading', { level: 1, name: '过号了，可以重新排' }).waitFor();
    await keepPicture(visitor, 'ticket-missed');
    expect(await barriersOn(page)).toEqual([]);
    await press(page, '重新排');
    expect(await headingOn(page)).toBe('下一个就是您');
    const again = await callNext(clerk);
    expect(again.number).toBe(number);
    await finish(clerk, again.ticket);
    await visitor.leave();
  });
});
