import type { Page } from 'playwright-core';
import { comeIn, type Visitor } from './visit.ts';

/** 群众屏: a tablet on the counter of a window; nobody signs in at it. */
export async function setUpTablet(): Promise<Visitor> {
  const tablet = await comeIn({ on: 'desk' });
  await tablet.page.setViewportSize({ width: 1280, height: 800 });
  await tablet.go('/screen/counter');
  await tablet.page.getByRole('heading', { name: '输入这个配对码' }).waitFor();
  return tablet;
}

/** The six digits the tablet shows. */
export async function codeOn(page: Page): Promise<string> {
  return ((await page.locator('.code .unseen').textContent()) ?? '').replaceAll(/\D/g, '');
}

/** Pairs the tablet with the window of the clerk, on the desk's page of devices; one paired before is released. */
export async function pairAtDesk(desk: Page, code: string): Promise<void> {
  await desk.goto('/desk/devices');
  const release = desk.getByRole('button', { name: '解除配对' });
  await release.or(desk.getByLabel('配对码')).first().waitFor();
  if ((await release.count()) > 0) await release.click();
  await desk.getByLabel('配对码').fill(code);
}

/** The tablet with nobody at the window: at rest, or asking whoever was served last how it went. */
export function idleOn(page: Page) {
  return page.getByText(/把证件交给工作人员|这次办得怎么样/).first();
}

/** Draws a name, as a finger does. */
export async function draw(page: Page): Promise<void> {
  const box = await page.locator('canvas').boundingBox();
  if (box === null) throw new Error('there is nothing to draw on');
  const at = (step: number) => [box.x + 60 + step * 12, box.y + 80 + Math.sin(step) * 30] as const;
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let step = 1; step < 20; step += 1) await page.mouse.move(...at(step));
  await page.mouse.up();
}
