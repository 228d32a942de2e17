import { filesRoutes, type OrderView, orderDeskRoutes, ordersRoutes } from '@tongban/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendPhotograph } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { atDesk, type Colleague, staffOf } from '../house/colleagues.ts';
import { photographFile } from '../house/portal.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, keepPicture, saidOn } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const citizenId = 'he-guilan';
const citizen = createClient(origin, { session: sessions[citizenId] ?? '' });
const pdf = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\n') };
const drawing = { name: '示意图.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') };

let staff: Awaited<ReturnType<typeof staffOf>>;
let desk: Colleague;
let unit: Colleague;
let order = '';
beforeAll(async () => {
  staff = await staffOf(['operator', 'clerk', 'hall', 'spokesperson-gd', 'supervisor']);
  [desk, unit] = [await picking('operator'), await picking('clerk')];
});
afterAll(() => Promise.all([desk.visitor.leave(), unit.visitor.leave()]));

/** Somebody whose pickers are answered by the journey; that has to be said before the first one opens. */
async function picking(login: string): Promise<Colleague> {
  const colleague = await atDesk(staff, login);
  colleague.page.on('filechooser', () => undefined);
  return colleague;
}
async function look({ visitor }: Pick<Colleague, 'visitor'>, name: string): Promise<void> {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
}
async function pick(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(words);
  await page.locator('.ant-select-item-option-active').filter({ visible: true }).first().waitFor();
  await page.keyboard.press('Enter');
}
/** Opens the picker by its key and chooses there. */
async function choose(page: Page, key: string, files: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  const picker = page.waitForEvent('filechooser');
  await page.keyboard.press(key);
  await (await picker).setFiles(files);
}
const seen = (login: string, number: string): Promise<OrderView> =>
  staff.client(login).call(orderDeskRoutes.get, { params: { order: number } });

describe('files at the desk', () => {
  test('are laid beside what is said while somebody talks; what is no picture or PDF says what to do', async () => {
    const page = await desk.go('/desk/hotline');
    await page.getByLabel('来人说的（边听边打）').fill('湖滨步道的栏杆断了两根，寄了照片到邮箱。');
    await choose(page, 'F4', photographFile);
    await page.locator('.attach-sent').waitFor();
    await choose(page, 'F4', drawing);
    await page.getByText('“示意图.svg”不是照片或 PDF').waitFor();
    await pick(page, '类别', '求助');
    await pick(page, '事项', '养犬');
    await pick(page, '转给', '东莞市公安局');
    await look(desk, 'order-files-talk');
    expect(await page.getByLabel('来人说的（边听边打）').inputValue()).toContain('栏杆断了');
    await page.getByRole('button', { name: '去掉 示意图.svg' }).click();
    await page.getByText('photograph.jpg').waitFor();
    await page.keyboard.press('Control+Enter');
    const done = page.getByRole('heading', { name: /^已转办 \d{16}$/ });
    await done.waitFor();
    order = /\d{16}/.exec((await done.textContent()) ?? '')?.[0] ?? '';
    expect((await seen('clerk', order)).files).toMatchObject([{ name: 'photograph.jpg', from: 'desk' }]);
  });

  test('are opened by the unit, which adds a PDF of its own by keys alone', async () => {
    const page = await unit.go(`/desk/orders?order=${order}`);
    const link = page.getByRole('link', { name: 'photograph.jpg' });
    await link.waitFor();
    const opened = page.context().waitForEvent('page');
    await link.click();
    const picture = await opened;
    await picture.waitForLoadState();
    expect(await picture.evaluate(() => document.images[0]?.naturalWidth ?? 0)).toBeGreaterThan(0);
    await picture.close();
    await page.keyboard.press('c');
    await page.getByRole('button', { name: /^写答复/ }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('dialog').waitFor();
    await look(unit, 'order-files-add');
    await choose(page, 'F4', [{ ...pdf, name: '现场核查记录.pdf' }]);
    await page.getByRole('button', { name: /^添加 1 个/ }).waitFor();
    await look(unit, 'order-files-chosen');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('添加了 1 个附件').waitFor();
    await page.getByRole('link', { name: '现场核查记录.pdf' }).waitFor();
    await look(unit, 'order-files-laid');
  });

  test('stay with the bureau: whoever asked is told of their own and of no other', async () => {
    const file = await sendPhotograph(citizen, '断栏杆.jpg');
    const mine = await citizen.call(ordersRoutes.register, {
      body: {
        ...{ kind: 'help', title: '湖滨栏杆断了', text: '栏杆断了两根，孩子会掉下去。', division: '441900' },
        ...{ identity: 'named', files: [file] },
      },
    });
    const page = await desk.go(`/desk/orders?order=${mine.order}`);
    await page.getByRole('link', { name: '断栏杆.jpg' }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('dialog').waitFor();
    await choose(page, 'F4', [{ ...pdf, name: '内部意见.pdf' }]);
    await page.getByRole('button', { name: /^添加 1 个/ }).click();
    await page.getByText('添加了 1 个附件').waitFor();
    await look(desk, 'order-files-both');
    const visitor = await comeIn({ as: citizenId });
    await visitor.go(`/orders/${mine.order}`);
    const said = await saidOn(visitor.page);
    expect(said).toMatch(/附件\s*1 个/);
    expect(said).not.toContain('内部意见');
    expect(said).not.toContain('添加了');
    await look({ visitor }, 'order-files-own');
    await visitor.leave();
  });

  test('come with what is taken down at the stuck window and stand in its pane', async () => {
    const hall = await picking('hall');
    const page = await hall.go('/desk/stuck');
    await page.getByRole('button', { name: /^登记一件/ }).click();
    await page.getByLabel('办不成什么').fill('栏杆材料不收复印件');
    await page.getByLabel('经过，卡在哪一步').fill('带了复印件，窗口说要原件。');
    await page.getByLabel('电话').fill('19900006039');
    await choose(page, 'F4', photographFile);
    await page.locator('.attach-sent').waitFor();
    await look(hall, 'order-files-stuck-take');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'photograph.jpg' }).waitFor();
    await look(hall, 'order-files-stuck');
    await hall.visitor.leave();
  });

  test('of a tip-off are not there for anybody above the unit that handles it', async () => {
    const file = await sendPhotograph(citizen, '收据.jpg');
    await citizen.call(ordersRoutes.register, {
      body: {
        ...{ kind: 'report', title: '有人收钱不开票', text: '湖滨停车收钱不开票。', division: '441900' },
        ...{ identity: 'named', files: [file] },
      },
    });
    const read = (login: string, id: string) =>
      staff
        .client(login)
        .call(filesRoutes.read, { params: { file: id } })
        .then(
          () => 'read',
          ({ code }: { code: string }) => code,
        );
    expect(await read('clerk', file)).toBe('read');
    for (const login of ['operator', 'spokesperson-gd', 'supervisor', 'hall'])
      expect(await read(login, file)).toBe('files.missing');
  });
});
