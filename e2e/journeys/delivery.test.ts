import { casesRoutes, deliveriesRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft, submit } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { type Staff, seeReady } from '../house/desk-work.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { barriersOn, comeIn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string) => createClient(origin, { session: sessions[who] ?? '' });
const staff: Staff = { clerk: clientOf('clerk2'), approver: clientOf('approver'), head: clientOf('head') };
const who = 'qin-chunyan';
const item = 'guard';

const look = async (visitor: Visitor, name: string) => {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
};
const press = ({ page }: Visitor, name: string) =>
  leadOn(page, page.getByRole('button', { name, exact: true }).click());

/** One case from the sofa to the door: originals fetched, the result sent; each step goes on from the one before. */
describe('a case without a visit', () => {
  let number = '';
  let phone: Visitor;
  let desk: Visitor;
  const at = () => `/cases/${number}/delivery`;
  beforeAll(async () => {
    const edition = await editionOf(createClient(origin), item);
    const draft = await fillDraft(clientOf(who), { item, answers: findWayThrough(edition) ?? [] });
    number = (await submit(clientOf(who), draft)).case;
    phone = await comeIn({ as: who });
    desk = await comeIn({ on: 'desk', as: 'clerk' });
  });
  afterAll(() => Promise.all([phone.leave(), desk.leave()]));

  test('its applicant has originals fetched at the door', async () => {
    const page = await phone.go(at());
    await page.getByText('要交原件？让快递上门取').click();
    await page.getByLabel('寄件人').fill('示例·覃春燕');
    await page.locator('#from-phone').fill('199 0000 0006');
    await page.getByLabel('上门取件的地址').fill('广州市越秀区北京街道示例里 4 号 201');
    await press(phone, '叫快递上门');
    await expect
      .poll(async () => {
        await phone.go(at());
        return saidOn(page);
      })
      .toContain('已叫快递，等着上门取');
    await look(phone, 'delivery-originals');
  });

  test('a locker is offered, and express asks for an address and nothing before', async () => {
    const page = await phone.go(at());
    expect(await saidOn(page)).toContain('到自助柜领');
    expect(await page.getByLabel('收件人').isVisible()).toBe(false);
    await page.getByLabel('快递寄给我').check();
    await press(phone, '保存');
    expect(await saidOn(page)).toContain('填写姓名');
    await page.getByLabel('收件人').fill('示例·覃春燕');
    await page.locator('#phone').fill('19900000006');
    await page.locator('#address').fill('广州市越秀区北京街道示例里 4 号 201');
    await look(phone, 'delivery-choose');
    await press(phone, '保存');
    expect(await page.getByLabel('快递寄给我').isChecked()).toBe(true);
  });

  test('the issue desk prints the label, and the waybill of the courier is filled in', async () => {
    await seeReady(staff, await editionOf(createClient(origin), item), number);
    const page = await desk.go('/desk/issue');
    await page.getByLabel(`选中 ${number}`).check();
    await page.getByRole('button', { name: '打印 1 张面单' }).click();
    await page.getByText('面单上是完整的姓名、电话和地址').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '填 1 个运单号' }).click();
    expect(await page.getByLabel(`${number} 的快递单号`).inputValue()).toMatch(/^SIM/);
    await look(desk, 'delivery-waybill');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: '看物流' }).first().waitFor();
  });

  test('both sides follow the parcel, and nothing can be declared lost while there is news', async () => {
    const { page } = desk;
    const row = page.getByRole('row').filter({ hasText: number });
    await row.getByRole('button', { name: '看物流' }).click();
    await page.getByText('快递是模拟的，不会真的寄').waitFor();
    await page.getByRole('button', { name: '邮件找不到了，报遗失' }).click();
    await page.getByRole('button', { name: '七天没有物流消息' }).click();
    await page.getByRole('button', { name: '报遗失', exact: true }).click();
    await page.getByText('先联系快递公司').waitFor();
    await look(desk, 'delivery-tracking');
    const there = await phone.go(at());
    expect(await saidOn(there)).toContain('已交给快递');
    await look(phone, 'delivery-way');
    const { deliveries } = await clientOf(who).call(deliveriesRoutes.ofCase, { params: { case: number } });
    expect(deliveries.map(({ state }) => state)).toEqual(['under-way', 'ordered']);
    const { timeline } = await clientOf(who).call(casesRoutes.get, { params: { case: number } });
    expect(timeline.map(({ title }) => title.zh).join(' ')).toContain('您寄的原件：已向快递下单');
  });
});
