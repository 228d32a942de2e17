import { randomUUID } from 'node:crypto';
import { casesRoutes, fleetRoutes, kiosksRoutes } from '@tongban/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft, submit } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { type Staff, seeReady } from '../house/desk-work.ts';
import { openToday } from '../house/hall.ts';
import { codeOf, farewell, greeting, layCard, setUpKiosk, stir, touch } from '../house/kiosk.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string) => createClient(origin, { session: sessions[who] ?? '' });
const staff: Staff = { clerk: clientOf('clerk2'), approver: clientOf('approver'), head: clientOf('head') };
const person = citizen('ma-yuanxing');
const owner = clientOf(person.id);
const item = 'id-renew';
const name = '南门自助机';

/** 机器的一生: one kiosk and the machines page of the desk, from its registration to its removal. */
describe('a machine of the hall', () => {
  let kiosk: Visitor;
  let lead: Visitor;
  const manager = createClient(origin, { session: sessions.hall ?? '' });
  let desk: Page;
  let number = '';
  beforeAll(async () => {
    await openToday(manager);
    const edition = await editionOf(createClient(origin), item);
    const answers = findWayThrough(edition) ?? [];
    number = (await submit(owner, await fillDraft(owner, { item, answers }))).case;
    await seeReady(staff, edition, number);
    kiosk = await setUpKiosk();
    lead = await comeIn({ on: 'desk' });
    await lead.context.addCookies([{ name: 'tongban_session', value: manager.session() ?? '', url: origin }]);
    desk = await lead.go('/desk/machines');
  });
  afterAll(() => Promise.all([kiosk.leave(), lead.leave()]));

  const look = async (visitor: Visitor, picture: string) => {
    await keepPicture(visitor, picture);
    expect(await barriersOn(visitor.page)).toEqual([]);
  };
  const row = () => desk.getByRole('row').filter({ has: desk.getByRole('button', { name: `移除 ${name}` }) });
  const machine = async () => (await manager.call(fleetRoutes.list, {})).find((one) => one.name === name);

  test('is registered at the desk by the code it shows', async () => {
    await desk.getByRole('heading', { name: '登记一台设备' }).waitFor();
    await desk.keyboard.press('n');
    await desk.keyboard.type(await codeOf(kiosk.page));
    await desk.getByLabel(/^名称/).fill(name);
    await desk.keyboard.press('Control+Enter');
    await row().getByText('在线').waitFor();
    await greeting(kiosk.page).waitFor();
    await look(lead, 'desk-machines');
  });

  test('hands over a finished card to the finger it belongs to, and to no other', async () => {
    const { page } = kiosk;
    await touch(page, '领取证件', '刷身份证');
    await layCard(page, person.citizen_number);
    await page.locator('.row').getByRole('button', { name: '领取', exact: true }).click();
    await page.getByRole('heading', { name: '核对指纹，领取证件' }).waitFor();
    await touch(page, '手指没对上');
    await page.getByText('指纹没有对上').waitFor();
    await stir(page);
    await look(kiosk, 'kiosk-pickup');
    const status = async () =>
      (await owner.call(casesRoutes.get, { params: { case: number } })).status.headline;
    expect(await status()).not.toBe('done');
    await touch(page, '手指对上');
    await page.getByRole('heading', { name: /号柜门开了$/ }).waitFor();
    expect(await status()).toBe('done');
    await touch(page, '办完了，退出');
    await farewell(page);
  });

  test('tells the hall of a number it gave without network that could not join the queue', async () => {
    const kept = await kiosk.page.evaluate(() => localStorage.getItem('tongban.kiosk') ?? '{}');
    const { device, key } = JSON.parse(kept) as { device: string; key: string };
    const ticket = {
      ...{ id: randomUUID(), number: 7, item: 'closed-item', takenAt: new Date().toISOString() },
      key: randomUUID().replaceAll('-', ''),
    };
    const asked = { params: { device }, headers: { 'device-key': key } };
    await createClient(origin).call(kiosksRoutes.merge, { ...asked, body: { tickets: [ticket] } });
    const { refused = [], prefix } = (await machine()) ?? {};
    expect(refused).toMatchObject([{ number: `${prefix}007` }]);
    await desk.getByRole('button', { name: /^刷新/ }).click();
    const told = desk.getByRole('region', { name: '没能排上的号' });
    await told.getByRole('rowheader', { name: `${prefix}007` }).waitFor();
    await told.getByText(refused[0]?.why ?? '').waitFor();
    await look(lead, 'desk-machines-refused');
    await told.getByRole('link', { name: '去现场取号' }).click();
    await desk.getByRole('heading', { name: '现场取号' }).first().waitFor();
    await lead.go('/desk/machines');
  });

  test('forgets whoever stands there when it is wiped from the desk', async () => {
    await touch(kiosk.page, '查办理进度', '刷身份证');
    await layCard(kiosk.page, person.citizen_number);
    await kiosk.page.getByText(number).waitFor();
    await desk.getByRole('button', { name: `清空 ${name}` }).click();
    await desk.getByRole('dialog').getByRole('button', { name: /^清空/ }).click();
    await greeting(kiosk.page).waitFor();
    expect(await kiosk.page.content()).not.toContain(number);
    await row()
      .getByText(/已清空$/)
      .waitFor();
  });

  test('taken out at the desk is gone there and offers itself like a new one', async () => {
    await desk.getByRole('button', { name: `移除 ${name}` }).click();
    await desk.getByRole('dialog').getByRole('button', { name: /^移除/ }).click();
    await row().waitFor({ state: 'detached' });
    await kiosk.page.getByRole('heading', { name: '这台机器还没有登记' }).waitFor();
    expect(await machine()).toBeUndefined();
  });
});
