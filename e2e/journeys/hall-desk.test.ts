import { hallRoutes, queueRoutes } from '@tongban/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../house/client.ts';
import { openEmptyWindow, openToday, queuedItem } from '../house/hall.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clerk = createClient(origin, { session: sessions.clerk ?? '' });
const second = 'dg-civic-w02';
const manager = createClient(origin, { session: sessions.hall ?? '' });
let desk: Visitor;
let lead: Visitor;

beforeAll(async () => {
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
const hallNow = () => manager.call(hallRoutes.now, {});
const send = async (page: Page) => {
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

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
    await expect.poll(async () => (await windowNow()).missed.map((one) => one.number)).toEqual([number]);
    await page.keyboard.press('Shift+F4');
    await page.getByRole('dialog').getByText(number).waitFor();
    await look(desk, 'desk-queue-missed');
    await page.keyboard.press('1');
    await line.getByText(number).waitFor();
    await page.keyboard.press('F6');
    await page.getByRole('complementary', { name: '来办事的人' }).getByText(name).waitFor();
    await expect.poll(async () => (await windowNow()).current).toMatchObject({ number, state: 'serving' });
    await look(desk, 'desk-queue-sitting');
    await page.keyboard.press('F10');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Control+Enter');
    const next = number === first.number ? second.number : first.number;
    await line.getByText(next).waitFor();
    await expect
      .poll(async () => (await windowNow()).current)
      .toMatchObject({ number: next, state: 'called' });
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

  test('hands a ticket on, keeping its place, or to another window with a new one', async () => {
    const { page } = desk;
    await openEmptyWindow(clerk);
    const { ticket, number, takenAt } = await take();
    const handOn = async (fill: () => Promise<void>) => {
      await page.goto('/desk/tasks');
      await bar(page).getByText(number).waitFor();
      await page.keyboard.press('F2');
      await bar(page).getByRole('button', { name: /^重呼/ }).waitFor();
      await page.keyboard.press('Shift+F6');
      await page.getByRole('dialog').getByText(`转办 ${number}`).waitFor();
      await fill();
      await send(page);
    };
    const waiting = async () => (await hallNow()).queue.find((one) => one.ticket === ticket);
    await handOn(() =>
      page
        .getByRole('dialog')
        .getByLabel(/^带给下一个窗口的话/)
        .fill('材料齐了'),
    );
    await expect.poll(waiting).toMatchObject({ takenAt, note: '材料齐了' });
    const [other] = (await windowNow()).others;
    await handOn(async () => {
      await page
        .getByRole('dialog')
        .getByText(other?.name ?? '', { exact: false })
        .click();
      await page.getByRole('dialog').getByText('重新排队').click();
    });
    await expect.poll(waiting).toMatchObject({ window: other?.window });
    expect(Date.parse((await waiting())?.takenAt ?? '')).toBeGreaterThan(Date.parse(takenAt));

    await lead.page.goto('/desk/');
    await lead.page.locator(`[id="row-${ticket}"]`).click();
    await lead.page.keyboard.press('r');
    const dialog = lead.page.getByRole('dialog');
    await dialog.getByText((await windowNow()).windowName).click();
    await dialog.getByRole('button', { name: '材料在那个窗口。' }).click();
    await send(lead.page);
    await expect.poll(waiting).toMatchObject({ window: (await windowNow()).window });
    await openEmptyWindow(clerk);
    expect(await waiting()).toBeUndefined();
  });
});

describe('reception', () => {
  test('gives a number by name of the item and priority, and finds it again', async () => {
    const { page } = desk;
    await page.goto('/desk/reception');
    await page.getByRole('heading', { name: '现场取号' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('jzz');
    await page.getByRole('option', { selected: true }).filter({ hasText: '居住证' }).waitFor();
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
    await page.locator(`[id="row-${second}"]`).waitFor();
    const before = (await hallNow()).live.wait;
    await page.keyboard.press('J');
    await page.keyboard.press('J');
    await page.keyboard.press('o');
    await expect.poll(async () => (await secondWindow())?.state).toBe('open');
    const after = (await hallNow()).live.wait;
    expect(after?.to).toBeLessThan(before?.to ?? 0);
    // The estimate goes on changing while the screen is read, so both are looked at until they agree.
    const isShown = async () => {
      const { wait } = (await hallNow()).live;
      const shown = wait?.from === wait?.to ? `${wait?.to} 分钟` : `${wait?.from}–${wait?.to} 分钟`;
      return page.locator('.hall-facts').getByText(shown, { exact: true }).isVisible();
    };
    await expect.poll(isShown).toBe(true);
    await page.keyboard.press('j');
    await page.keyboard.press('p');
    await page.getByRole('dialog').getByText('残疾人').click();
    await page.getByRole('dialog').getByRole('button', { name: '看到本人情况。' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('优先 · 残疾人').waitFor();
    await look(lead, 'desk-hall');
    await manager.call(hallRoutes.window, { params: { window: second }, body: { state: 'closed' } });
  });

  test('changes for today what a window serves, and gives it back', async () => {
    const { page } = lead;
    await page.goto('/desk/');
    await page.locator(`[id="row-${second}"]`).click();
    const usual = (await secondWindow())?.skills ?? [];
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('checkbox', { checked: true }).first().uncheck();
    await send(page);
    const left = await secondWindow();
    expect(left).toMatchObject({ changedSkills: true });
    expect(left?.skills).toHaveLength(usual.length - 1);
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('button', { name: '恢复原来的' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await secondWindow())?.skills.toSorted()).toEqual(usual.toSorted());
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
});

async function secondWindow() {
  return (await hallNow()).windows.find(({ window }) => window === second);
}
