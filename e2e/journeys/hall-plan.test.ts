import { bookableRoutes, bookingsRoutes, hallPlanRoutes } from '@tongban/contract';
import { maskName, shanghaiDay } from '@tongban/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../house/client.ts';
import { queuedItem } from '../house/hall.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const booker = createClient(origin, { session: sessions['liang-zhixia'] ?? '' });
/** As the list of a day names the booker. */
const shown = maskName(citizen('liang-zhixia').name);
const hall = 'dg-civic';
const manager = createClient(origin, { session: sessions.hall ?? '' });
let lead: Visitor;

beforeAll(async () => {
  lead = await comeIn({ on: 'desk' });
  await lead.context.addCookies([{ name: 'tongban_session', value: manager.session() ?? '', url: origin }]);
});
afterAll(() => lead.leave());

const look = async (visitor: Visitor, name: string) => {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
};

describe('the plan of a day', () => {
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
    const list = page.getByRole('region', { name: '预约名单' });
    await page.getByRole('link', { name: '已约 1 人' }).click();
    await list.getByText(shown).waitFor();
    await list.getByLabel('找人').fill('没有这个人');
    await list.getByText('名单里没有这样的人').waitFor();
    await list.getByLabel('找人').fill('约好了');
    await list.getByText(shown).waitFor();
    await look(lead, 'desk-plan-booked');
    await booker.call(bookingsRoutes.cancel, { params: { booking } });
  });

  test('lays a day out by a template, and undoes it', async () => {
    const { page } = lead;
    const days = await manager.call(hallPlanRoutes.month, { query: { from: shanghaiDay(new Date()) } });
    const free = days.slice(1).find(({ open, from, booked }) => open && from === 'hours' && booked === 0);
    const params = { day: free?.day ?? '' };
    await page.goto('/desk/plan');
    await page.locator(`[data-day="${params.day}"]`).click();
    await page.getByText('这一天还没有人约。').waitFor();
    await page.getByRole('combobox', { name: '模板' }).click();
    await page.getByTitle('中午不休息').click();
    await page.getByText('已经约好的人都不受影响。').waitFor();
    await page.getByRole('button', { name: /^保存/ }).click();
    await page.getByRole('button', { name: /^撤销刚才的保存/ }).waitFor();
    const plan = await manager.call(hallPlanRoutes.day, { params });
    expect(plan).toMatchObject({ from: 'day', rule: { template: 'no-lunch' } });
    expect(plan.spans).toHaveLength(1);
    await page.keyboard.press('z');
    await expect
      .poll(async () => (await manager.call(hallPlanRoutes.day, { params })).rule.template)
      .toBeUndefined();
  });
});

/** A booking on a later day on which the hall is open. */
async function bookSomeday() {
  const query = { item: queuedItem };
  const { days } = await booker.call(bookableRoutes.days, { params: { hall }, query });
  const planned = await manager.call(hallPlanRoutes.month, { query: { from: shanghaiDay(new Date()) } });
  // Other journeys book in the same hall.
  const taken = new Set(planned.filter(({ booked }) => booked > 0).map((one) => one.day));
  const free = days.slice(1).find((one) => one.open && one.free > 0 && !taken.has(one.day));
  const day = free?.day ?? '';
  const slots = await booker.call(bookableRoutes.slots, { params: { hall, day }, query });
  const slot = slots.find(({ free }) => free > 0);
  if (slot === undefined) throw new Error('nothing can be booked');
  const made = await booker.call(bookingsRoutes.book, { body: { hall, item: queuedItem, at: slot.at } });
  return { day, at: slot.at, booking: made.booking };
}
