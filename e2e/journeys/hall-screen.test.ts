import { rmSync } from 'node:fs';
import { fleetRoutes, queueRoutes } from '@tongban/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, signInStaff } from '../house/client.ts';
import { openToday } from '../house/hall.ts';
import { freePort, type House, newFolder, openHouse } from '../house/house.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

/** 大厅屏: a board in a house of its own, because the house is restarted under it. */
const folder = newFolder('hall-screen');
let port = 0;
let house: House;
let manager: Client;
let clerk: Client;
let board: Visitor;

beforeAll(async () => {
  port = await freePort();
  house = await openHouse({ folder, port, environment: { TONGBAN_LOG: 'silent', TONGBAN_PROXIES: '1' } });
  manager = await signInStaff(house.origin, 'hall');
  clerk = await signInStaff(house.origin, 'clerk');
  await openToday(manager);
  await clerk.call(queueRoutes.setWindow, { body: { state: 'open' } });
  board = await comeIn({ on: 'desk' });
  await board.page.setViewportSize({ width: 1920, height: 1080 });
});
afterAll(async () => {
  await board.leave();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

const take = async () => (await manager.call(queueRoutes.take, { body: { item: 'id-renew' } })).number;
const callNext = async () => (await clerk.call(queueRoutes.next, { body: {} })).current;
/** The clips of one sentence in Mandarin at window 1 and so on. */
const sentence = (number: string, window: number) =>
  `please ${number.split('').join(' ')} to window-${window}`;

/** Everything the board has begun to say, in order. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const hall = document.querySelector('.hall');
    const said: string[] = [];
    if (hall === null) return;
    new MutationObserver(() => {
      const saying = hall.getAttribute('data-saying') ?? '';
      if (saying !== '') said.push(saying);
    }).observe(hall, { attributes: true, attributeFilter: ['data-saying'] });
    Object.assign(window, { said });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

describe('a hall screen', () => {
  test('is registered by the hall manager with the code it shows', async () => {
    const page = await board.go(`${house.origin}/screen/hall`);
    await page.getByText('登记这块屏').waitFor();
    const code = ((await page.locator('.hall__code').textContent()) ?? '').replaceAll(/\D/g, '');
    await manager.call(fleetRoutes.register, { body: { code, name: '进门综合屏', allDay: false } });
    await page.getByRole('heading', { level: 1, name: '东莞市公安政务服务大厅' }).waitFor();
    await page.getByRole('button', { name: '声音没有打开' }).click();
    await page.getByRole('button', { name: '声音没有打开' }).waitFor({ state: 'detached' });
    expect(await barriersOn(page)).toEqual([]);
  });

  test('shows a call within half a second and speaks it: chime, figure by figure, then the other languages', async () => {
    const said = await listen(board.page);
    const number = await take();
    const called = await callNext();
    expect(called?.number).toBe(number);
    await board.page.locator('.call--newest .call__number', { hasText: number }).waitFor();
    await keepPicture(board, 'hall-board');
    await expect
      .poll(said, { timeout: 120_000 })
      .toEqual([`zh ${sentence(number, 1)}`, `yue ${sentence(number, 1)}`, `en ${sentence(number, 1)}`]);
  });

  test('keeps its board while the server restarts, comes back by itself and speaks what is called then', async () => {
    const before = await board.page.locator('.call__number').allTextContents();
    await house.kill();
    await board.page.getByRole('status').filter({ hasText: '网络断了' }).waitFor();
    expect(await board.page.locator('.call__number').allTextContents()).toEqual(before);
    house = await openHouse({ folder, port, environment: { TONGBAN_LOG: 'silent', TONGBAN_PROXIES: '1' } });
    await board.page.getByRole('status').filter({ hasText: '网络断了' }).waitFor({ state: 'detached' });
    const said = await listen(board.page);
    const { current } = await clerk.call(queueRoutes.mine, {});
    const params = { ticket: current?.ticket ?? '' };
    await clerk.call(queueRoutes.act, { params, body: { act: 'start' } });
    await clerk.call(queueRoutes.act, { params, body: { act: 'finish', next: false } });
    const number = await take();
    await callNext();
    await expect.poll(said, { timeout: 120_000 }).toContain(`zh ${sentence(number, 1)}`);
  });
});
