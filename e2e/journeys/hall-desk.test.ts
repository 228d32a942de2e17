import { bookableRoutes, bookingsRoutes, hallPlanRoutes, hallRoutes, queueRoutes } from '@tongban/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createClient, signInStaff } from '../house/client.ts';
import { openEmptyWindow, openToday, queuedItem } from '../house/hall.ts';
import { citizen } from '../house/people.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin, sessions } = inject('shared');
const clerk = createClient(origin, { session: sessions.clerk ?? '' });
const booker = createClient(origin, { session: sessions['liang-zhixia'] ?? '' });
const hall = 'dg-civic';
let manager: ReturnType<typeof createClient>;
let desk: Visitor;
let lead: Visitor;

beforeAll(async () => {
  manager = await signInStaff(origin, 'hall');
  await openToday(manager);
  await openEmptyWindow(clerk);
  desk = await comeIn({ on: 'desk', as: 'clerk' });
  lead = await comeIn({ on: 'desk' });
  await lead.context.addCookies([{ name: 'tongban_session', value: manager.session() ?? '', url: origin }]);
});
afterAll(async () => {
  await openEmptyWindow(clerk);
  await clerk.call(queueRoutes.setWindow, { body: { state: 'closed' } });
  await Promise.all([desk.leave(), lead.leave()]);
});

const look = async (visitor: Visitor, name: string) => {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
};
const bar = (page: Page) => page.getByRole('region', { name: '叫号' });
const take = (person?: { name: string; citizenNumber: string }) =>
  manager.call(queueRoutes.take, { body: { item: queuedItem, ...(person === undefined ? {} : { person }) } });
const windowNow = () => clerk.call(queueRoutes.mine, {});

describe('a clerk at the window, by keyboard alone', () => {
  test('opens the window, calls, misses and calls again, begins, and finishes with the next', async () => {
    const { page } = desk;
    const { name, citizen_number: citizenNumber } = citizen('zhong-mingyuan');
    await clerk.call(queueRoutes.setWindow, { body: { state: 'closed' } });
    const first = await take({ name, citizenNumber });
    const second = await take();
    await page.goto('/desk/intake');
    const line = bar(page);
    await line.getByRole('button', { name: /^开窗/ }).waitFor();
    await page.keyboard.press('F2');
    await line.getByText(second.number).or(line.getByText(first.number)).first().waitFor();
    await page.keyboard.press('F2');
    await line.getByRole('button', { name: /^重呼/ }).waitFor();
    const called = await windowNow();
    const number = called.current?.number ?? '';
    await look(desk, 'desk-queue-called');
    await page.keyboard.press('F3');
    await line.getByText('已叫 2 次').waitFor();
    await page.keyboard.press('F4');
    await line.getByRole('button', { name: /^叫下一位/ }).waitFor();
    expect((await windowNow()).missed.map((one) => one.number)).toEqual([number]);
    await page.keyboard.press('Shift+F4');
    await page.getByRole('dialog').getByText(number).waitFor();
    await look(desk, 'desk-queue-missed');
    await page.keyboard.press('1');
    await line.getByText(number).waitFor();
    await page.keyboard.press('F6');
    await page.getByRole('complementary', { name: '来办事的人' }).getByText(name).waitFor();
    expect((await windowNow()).current).toMatchObject({ number, state: 'serving' });
    await look(desk, 'desk-queue-sitting');
    await page.keyboard.press('F10');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Control+Enter');
    const next = number === first.number ? second.number : first.number;
    await line.getByText(next).waitFor();
    expect((await windowNow()).current).toMatchObject({ number: next, state: 'called' });
    await page.keyboard.press('F6');
    await line.getByText('办理中').waitFor();
    await page.keyboard.press('F10');
    await line.getByText('没有人在等').waitFor();
  });

  test('sees the bar on every page, and parks a ticket that comes back to its place', async () => {
    const { page } = desk;
    const { number } = await take();
    await page.goto('/desk/tasks');
    await bar(page).getByText(number).waitFor();
    await page.keyboard.press('F2');
    await bar(page).getByRole('button', { name: /^重呼/ }).waitFor();
    await page.keyboard.press('Shift+F3');
    await page.getByRole('dialog').getByText(`暂缓 ${number}`).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await windowNow()).parked.map((one) => one.number)).toEqual([number]);
    await look(desk, 'desk-queue-slim');
  });
});

describe('reception', () => {
  test('gives a number by name of the item and priority, and finds it again', async () => {
    const { page } = desk;
    await page.goto('/desk/reception');
    await page.getByRole('heading', { name: '现场取号' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('jzz');
    await page.getByRole('option', { selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '换一个' }).waitFor();
    await page.getByText('孕妇', { exact: true }).click();
    await page.keyboard.press('Control+Enter');
    const slip = page.getByRole('region', { name: '号单' });
    const number = await slip.locator('.slip-number').textContent();
    expect(number).toMatch(/^C\d+/);
    await page.getByLabel(/^号或身份证号码/).fill(number ?? '');
    await page.keyboard.press('Enter');
    await page.locator('.found-tickets').getByText('优先 · 孕妇').waitFor();
    await look(desk, 'desk-reception');
  });
});

describe('the hall manager', () => {
  test('sees the hall, opens a window, and the estimate falls', async () => {
    const { page } = lead;
    for (let at = 0; at < 8; at += 1) await take();
    await page.goto('/desk/');
    await page.getByRole('heading', { name: '窗口', exact: true }).waitFor();
    const before = (await manager.call(hallRoutes.now, {})).live.wait;
    await page.keyboard.press('J');
    await page.keyboard.press('J');
    await page.keyboard.press('o');
    await expect
      .poll(async () => {
        const { windows } = await manager.call(hallRoutes.now, {});
        return windows.find(({ number }) => number === 2)?.state;
      })
      .toBe('open');
    const after = (await manager.call(hallRoutes.now, {})).live.wait;
    expect(after?.to).toBeLessThan(before?.to ?? 0);
    const shown = after?.from === after?.to ? `${after?.to} 分钟` : `${after?.from}–${after?.to} 分钟`;
    await page.locator('.hall-facts').getByText(shown, { exact: true }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('p');
    await page.getByRole('dialog').getByText('残疾人').click();
    await page.getByRole('dialog').getByRole('button', { name: '看到本人情况。' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('优先 · 残疾人').waitFor();
    await look(lead, 'desk-hall');
    await manager.call(hallRoutes.window, { params: { window: 'dg-civic-w02' }, body: { state: 'closed' } });
  });

  test('reads the day in figures', async () => {
    const { page } = lead;
    await page.goto('/desk/hall');
    await page.getByRole('heading', { name: '窗口', exact: true }).waitFor();
    await page.keyboard.press('2');
    await page.getByRole('heading', { name: '按小时' }).waitFor();
    const download = page.waitForEvent('download');
    await page.keyboard.press('e');
    expect((await download).suggestedFilename()).toMatch(/^大厅数据-\d{4}-\d\d-\d\d\.csv$/);
    await look(lead, 'desk-hall-figures');
  });

  test('is shown who would be stranded before a day is changed, and undoes the change', async () => {
    const { page } = lead;
    const { day, at, booking } = await bookSomeday();
    await page.goto('/desk/plan');
    await page.locator(`[data-day="${day}"]`).click();
    const hour = new Date(Date.parse(at) + 8 * 3_600_000).getUTCHours();
    const column = page.locator('.hours thead th').filter({ hasText: new RegExp(`^${hour}:00$`) });
    await column.waitFor();
    const place = await column.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex - 1);
    await page.locator(`[data-cell="0-${place}"]`).focus();
    const rows = await page.locator('.hours tbody tr').count();
    for (let row = 1; row < rows; row += 1) await page.keyboard.press('Shift+ArrowDown');
    if (rows === 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('x');
    await page.getByLabel('为什么停用').fill('设备检修');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/1 个人约的时间不再合适/).waitFor();
    await look(lead, 'desk-plan');
    const params = { day };
    expect((await manager.call(hallPlanRoutes.day, { params })).rule.blockOuts).toEqual([]);
    await page.getByRole('checkbox', { name: '发短信告知这些人' }).uncheck();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^撤销刚才的保存/ }).waitFor();
    expect((await manager.call(hallPlanRoutes.day, { params })).rule.blockOuts).toHaveLength(1);
    await page.keyboard.press('z');
    await expect
      .poll(async () => (await manager.call(hallPlanRoutes.day, { params })).rule.blockOuts)
      .toEqual([]);
    await booker.call(bookingsRoutes.cancel, { params: { booking } });
  });

  test('sees the machines of the hall', async () => {
    const { page } = lead;
    await page.goto('/desk/machines');
    await page.getByRole('heading', { name: '登记一台设备' }).waitFor();
    await look(lead, 'desk-machines');
  });
});

/** A booking on a later day on which the hall is open. */
async function bookSomeday() {
  const query = { item: queuedItem };
  const { days } = await booker.call(bookableRoutes.days, { params: { hall }, query });
  const day = days.slice(1).find(({ open, free }) => open && free > 0)?.day ?? '';
  const slots = await booker.call(bookableRoutes.slots, { params: { hall, day }, query });
  const slot = slots.find(({ free }) => free > 0);
  if (slot === undefined) throw new Error('nothing can be booked');
  const made = await booker.call(bookingsRoutes.book, { body: { hall, item: queuedItem, at: slot.at } });
  return { day, at: slot.at, booking: made.booking };
}
