import { fleetRoutes } from '@tongban/contract';
import type { Page } from 'playwright-core';
import type { Client } from './client.ts';
import { comeIn, type Visitor } from './visit.ts';

/** 自助终端: a kiosk in portrait, whose clock a journey may move. */
export async function setUpKiosk(): Promise<Visitor> {
  const kiosk = await comeIn({ on: 'desk' });
  await kiosk.page.setViewportSize({ width: 1080, height: 1920 });
  await moveClock(kiosk);
  await kiosk.go('/kiosk/');
  await kiosk.page.getByRole('heading', { name: '这台机器还没有登记' }).waitFor();
  return kiosk;
}

/** The six figures a kiosk shows to be registered by. */
export async function codeOf(page: Page): Promise<string> {
  return ((await page.locator('.alone__code .unseen').textContent()) ?? '').replaceAll(/\D/g, '');
}

/** Lets a journey move the clock of a page; what waits for the server goes on waiting as long as it really takes. */
async function moveClock({ context, page }: Visitor): Promise<void> {
  await context.addInitScript(() =>
    Object.assign(window, { trulyTimed: AbortSignal.timeout.bind(AbortSignal) }),
  );
  await page.clock.install();
  await context.addInitScript(() => {
    const { trulyTimed } = window as unknown as { trulyTimed: typeof AbortSignal.timeout };
    Object.defineProperty(AbortSignal, 'timeout', { value: trulyTimed });
  });
}

/** Registers the kiosk with the hall of the manager, by the code it shows. */
export async function registerKiosk({ page }: Visitor, manager: Client, name: string) {
  const code = await codeOf(page);
  const row = await manager.call(fleetRoutes.register, { body: { code, name, allDay: false } });
  await greeting(page).waitFor();
  return row;
}

/** The screen that greets; nobody is there. */
export function greeting(page: Page) {
  return page.getByRole('button', { name: '轻触这里开始' });
}

/** Touches the greeting, if somebody is only beginning, and then one thing after another. */
export async function touch(page: Page, ...names: readonly string[]): Promise<void> {
  const [first = ''] = names;
  await greeting(page)
    .or(page.getByRole('button', { name: first }))
    .first()
    .waitFor();
  if (await greeting(page).isVisible()) await greeting(page).click();
  for (const name of names) await page.getByRole('button', { name }).first().click();
}

/** Still there: a key that does nothing begins the quiet seconds anew. */
export function stir(page: Page): Promise<void> {
  return page.keyboard.press('Shift');
}

/** Lays a card of the simulated tray on the reader. */
export function layCard(page: Page, citizenNumber: string): Promise<void> {
  return page.locator(`[data-card="${citizenNumber}"]`).click();
}

/** The last screen ends by itself: its ten seconds pass, and the kiosk greets whoever is next. */
export async function farewell(page: Page): Promise<void> {
  await page.clock.runFor(11_000);
  await greeting(page).waitFor();
}

/** Says nothing until the kiosk asks whether anybody is still there; half a minute is left then. */
export async function fallSilent(page: Page): Promise<void> {
  await stir(page);
  await page.clock.runFor(60_500);
  await page.getByRole('alertdialog').waitFor();
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
