import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newcomer, questionOn } from '../house/guide.ts';
import { comeIn, headingOn, saidOn, type Visitor } from '../house/visit.ts';

const farthest = 60;
let visitor: Visitor;
beforeAll(async () => {
  visitor = await comeIn();
});
afterAll(() => visitor.leave());

/** Presses tab until the wanted element has the focus. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < farthest; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((found) => document.activeElement?.matches(found) === true, wanted)) return;
  }
  throw new Error(`no way by tab to ${wanted} on ${page.url()}`);
}

const settled = (page: Page) => page.waitForLoadState('load');

async function press(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  await settled(page);
}

test('from the home page to the checklist with the keyboard alone', async () => {
  const page = await visitor.go('/');
  await tabTo(page, '#q');
  await page.keyboard.type('老婆户口迁过来');
  await press(page, 'Enter');
  await tabTo(page, 'a[href="/items/move-spouse"]');
  await press(page, 'Enter');
  await tabTo(page, 'a[href="/items/move-spouse/guide"]');
  await press(page, 'Enter');
  while (page.url().includes('/guide')) {
    const name = await questionOn(page);
    const value = newcomer[name] ?? '';
    await tabTo(page, `[name="${name}"]:not([type=hidden])`);
    const typed = await page.evaluate(() => (document.activeElement as HTMLInputElement).type === 'text');
    if (typed) await page.keyboard.type(value);
    else await chooseByArrows(page, value);
    await press(page, 'Enter');
  }
  expect(await headingOn(page)).toBe('我的材料清单');
  expect(await saidOn(page)).toContain('您可以办');
});

test('the first stop of a page leads past the header to the text', async () => {
  const page = await visitor.go('/items/move-spouse');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

/** Moves through the answers with the arrow keys, as one does in a group of radio buttons. */
async function chooseByArrows(page: Page, value: string): Promise<void> {
  for (let step = 0; step < farthest; step += 1) {
    await page.keyboard.press(step === 0 ? 'Space' : 'ArrowDown');
    if (await page.evaluate((wanted) => (document.activeElement as HTMLInputElement).value === wanted, value))
      return;
  }
  throw new Error(`no answer ${value} on ${page.url()}`);
}
