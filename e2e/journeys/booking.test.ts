import { intakeRoutes, queueRoutes } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createClient, signInStaff } from '../house/client.ts';
import { newcomer, withAnswers } from '../house/guide.ts';
import { act, callNext, finish, hallCodeOf, openEmptyWindow, openToday, queuedItem } from '../house/hall.ts';
import { citizen } from '../house/people.ts';
import { signInOn } from '../house/portal.ts';
import { barriersOn, comeIn, headingOn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = inject('shared');
const clerk = createClient(origin, { session: sessions.clerk ?? '' });
/** After this hour no time is left today to check in for. */
const lastHour = 23;
const isLate = new Date(Date.now() + 8 * 3_600_000).getUTCHours() >= lastHour;
let manager: ReturnType<typeof createClient>;

beforeAll(async () => {
  manager = await signInStaff(origin, 'hall');
  await openToday(manager);
  await openEmptyWindow(clerk);
});

const press = (page: Page, name: string | RegExp) =>
  leadOn(page, page.getByRole('button', { name }).first().click());
const follow = (page: Page, name: string | RegExp) =>
  leadOn(page, page.getByRole('link', { name }).first().click());
/** The row of a day in the list of days: today, or a later one with times left. */
const today = `/${shanghaiDay(new Date())}`;

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
    await leadOn(page, page.locator(`.days a:not([href*="${today}"])`, { hasText: '余' }).first().click());
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

  test.skipIf(isLate)('checks in, is called, and the intake has the answers', async () => {
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
