import { fleetRoutes } from '@tongban/contract';
import type { Page } from 'playwright-core';
import type { Client } from './client.ts';
import { comeIn, type Visitor } from './visit.ts';

/** 自助终端: a kiosk in portrait, whose clock a journey may move. */
export async function setUpKiosk(): Promise<Visitor> {
  const kiosk = await comeIn({ on: 'desk' });
  await kiosk.page.setViewportSize({ width: 1080, height: 1920 });
  await kiosk.page.clock.install();
  await kiosk.go('/kiosk/');
  await kiosk.page.getByRole('heading', { name: '这台机器还没有登记' }).waitFor();
  return kiosk;
}

/** Registers the kiosk with the hall of the manager, by the code it shows. */
export async function registerKiosk({ page }: Visitor, manager: Client, name: string) {
  const code = ((await page.locator('.alone__code .unseen').textContent()) ?? '').replaceAll(/\D/g, '');
  const row = await manager.call(fleetRoutes.register, { body: { code, name, allDay: false } });
  await greeting(page).waitFor();
  return row;
}

/** The screen that greets; nobody is there. */
export function greeting(page: Page) {
  return page.getByRole('button', { name: '轻触这里开始' });
}

/** Touches the greeting and then one thing after another. */
export async function touch(page: Page, ...names: readonly string[]): Promise<void> {
  if (await greeting(page).isVisible()) await greeting(page).click();
  for (const name of names) await page.getByRole('button', { name }).first().click();
}

/** Lays a card of the simulated tray on the reader. */
export function layCard(page: Page, citizenNumber: string): Promise<void> {
  return page.locator(`[data-card="${citizenNumber}"]`).click();
}

/** Walks away: nothing is touched until the kiosk has counted down and greets again. */
export async function walkAway(page: Page): Promise<void> {
  await page.clock.runFor(91_000);
  await greeting(page).waitFor();
}

/** Everything a kiosk could remember somebody by: what it shows, what it stores, and what it made to print. */
export async function tracesOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const caches_ = await caches.keys();
    const frames = [...document.querySelectorAll('iframe, [data-print]')].map((one) => one.outerHTML);
    const { innerHTML } = document.documentElement;
    return [innerHTML, location.href, document.title, ...stores, ...databases, ...caches_, ...frames].join(
      '\n',
    );
  });
}
