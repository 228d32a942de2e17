import { partnersRoutes } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { createClient } from '../house/client.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, headingOn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const visitors: Visitor[] = [];
const come = async (...wish: Parameters<typeof comeIn>) => {
  const visitor = await comeIn(...wish);
  visitors.push(visitor);
  return visitor;
};
afterAll(() => Promise.all(visitors.map((one) => one.leave())));

const press = (page: Visitor['page'], name: string) =>
  leadOn(page, page.getByRole('button', { name, exact: true }).click());

/** What the QR code on a page holds, as the address inside it. */
async function codeOn(page: Visitor['page'], button = '亮码'): Promise<string> {
  await press(page, button);
  const url = await page.locator('.show').getAttribute('data-url');
  return new URL(url ?? '').pathname;
}

const cardIn = (page: Visitor['page']) =>
  page.getByRole('listitem').filter({ hasText: '居民身份证' }).first();

/** Shows the identity card of this visitor with so much to be seen. */
async function showing(holder: Visitor, what: string): Promise<string> {
  const page = await holder.go('/licences');
  await leadOn(page, cardIn(page).getByRole('link', { name: '亮码' }).click());
  await page.getByLabel(what).check();
  return codeOn(page);
}

describe('showing a licence', () => {
  test('only what was chosen is seen, once, and its holder reads about it', async () => {
    const holder = await come({ as: 'qin-chunyan' });
    const page = await holder.go('/licences');
    await keepPicture(holder, 'wallet');
    expect(await barriersOn(page)).toEqual([]);
    await leadOn(page, cardIn(page).getByRole('link', { name: '亮码' }).click());
    expect(await headingOn(page)).toBe('给对方看什么');
    await page.getByLabel('只看满没满 18 岁').check();
    const code = await codeOn(page);
    expect(await saidOn(page)).toContain('截图没有用');
    await keepPicture(holder, 'show-code');
    expect(await barriersOn(page)).toEqual([]);
    expect(code).toMatch(/^\/s\/[\w-]{40,}$/);

    const reader = await come();
    const there = await reader.go(code);
    await press(there, '查看');
    expect(await saidOn(there)).toContain('已满 18 岁');
    expect(await there.content()).not.toMatch(/覃春燕|990105|1999|居民身份证/);
    await keepPicture(reader, 'shown-adult');
    expect(await barriersOn(there)).toEqual([]);
    await reader.go(code);
    await press(there, '查看');
    expect(await saidOn(there)).toContain('已经看过一次');
    await keepPicture(reader, 'shown-used');

    await holder.go('/licences');
    await cardIn(page).getByRole('heading', { name: '居民身份证' }).click();
    await leadOn(page, cardIn(page).getByRole('link', { name: '谁用过' }).click());
    expect(await saidOn(page)).toContain('亮码核验');
  });

  test('a code that was made up is not to be trusted', async () => {
    const reader = await come({ large: true });
    const page = await reader.go('/s/Zm9yZ2Vk');
    await press(page, '查看');
    expect(await saidOn(page)).toContain('不要相信');
    await keepPicture(reader, 'shown-forged');
    expect(await barriersOn(page)).toEqual([]);
  });

  test('a code is changed before it ends, and the one before is refused, also in English', async () => {
    const holder = await come({ as: 'qin-chunyan' });
    const first = await showing(holder, '只看有没有效');
    await expect
      .poll(async () => holder.page.locator('.show').getAttribute('data-url'), { timeout: 75_000 })
      .not.toContain(first);
    await holder.page.waitForTimeout(4000);
    const reader = await come({ english: true });
    await reader.go(first);
    await press(reader.page, 'Check');
    expect(await saidOn(reader.page)).toContain('This code has expired; ask for a new one');
    await keepPicture(reader, 'shown-over');
    const next = new URL((await holder.page.locator('.show').getAttribute('data-url')) ?? '').pathname;
    await reader.go(next);
    await press(reader.page, 'Check');
    expect(await saidOn(reader.page)).toContain('Valid');
    expect(await reader.page.content()).not.toMatch(/覃春燕|990105|1999/);
  });
});

describe('a unit that checks codes', () => {
  test('is registered by the security administrator, who sees its key this once', async () => {
    const desk = await come({ on: 'desk', as: 'security' });
    const page = await desk.go('/desk/partners');
    await page.getByRole('button', { name: '登记单位' }).click();
    await page.getByLabel('单位名称').fill('示例·安宿旅馆有限公司');
    await page.getByLabel('用证目的').fill('入住登记\n核对年龄');
    await page.getByLabel('能看的证照').click();
    await page.keyboard.type('居民身份证');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '登记，给密钥' }).click();
    const key = await page.locator('.partner-key code').nth(1).textContent();
    expect(key).toMatch(/^tbp_[\w-]{43}$/);
    await keepPicture(desk, 'partner-key');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: '已经复制，关闭' }).click();
    await page.getByRole('cell', { name: '入住登记、核对年龄' }).waitFor();
    expect(await page.content()).not.toContain(key ?? '');
    await keepPicture(desk, 'partners');
    expect(await barriersOn(page)).toEqual([]);

    await page.getByRole('button', { name: /^停用/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /停用/ }).click();
    await page.getByRole('cell', { name: '已停用' }).waitFor();
    const { partners } = await createClient(origin, { session: sessions.security ?? '' }).call(
      partnersRoutes.list,
      {},
    );
    expect(partners).toMatchObject([{ name: '示例·安宿旅馆有限公司', types: ['resident-id'], ended: true }]);
  });
});
