import { noticesRoutes, type OrderAct, orderCallsRoutes, orderDeskRoutes } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../house/client.ts';
import { atDesk, type Colleague, staffOf } from '../house/colleagues.ts';
import { numberOn } from '../house/orders.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const who = 'he-guilan';
const client = createClient(origin, { session: sessions[who] ?? '' });
const address = '东莞市示例路 77 号 3 栋 502';
const dayMs = 86_400_000;
const day = shanghaiDay(new Date(Date.now() + 3 * dayMs));
const patience = { timeout: 60_000 };

let staff: Awaited<ReturnType<typeof staffOf>>;
let unit: Colleague;
beforeAll(async () => {
  staff = await staffOf(['operator', 'clerk', 'approver']);
  unit = await atDesk(staff, 'clerk');
});
afterAll(() => unit.visitor.leave());

async function does(login: string, order: string, act: OrderAct): Promise<void> {
  const { version } = await staff.client(login).call(orderDeskRoutes.get, { params: { order } });
  await staff.client(login).call(orderDeskRoutes.act, { params: { order }, body: { version, act } });
}
/** Keeps a picture, and finds nothing that keeps people out or runs over the edge. */
async function look(visitor: Visitor, name: string): Promise<void> {
  await keepPicture(visitor, name);
  if (visitor.visit.script === false) return;
  const wide = () => document.documentElement.scrollWidth - window.innerWidth;
  expect([await barriersOn(visitor.page), await visitor.page.evaluate(wide)]).toEqual([[], 0]);
}
const press = (visitor: Visitor, role: 'button' | 'link', name: string | RegExp) =>
  leadOn(visitor.page, visitor.page.getByRole(role, { name }).first().click());

describe('a home visit', () => {
  let order = '';

  test('is asked for from the page of a service, without a script, and nothing typed is lost', async () => {
    const visitor = await comeIn({ as: who, script: false });
    const page = await visitor.go('/items/id-first');
    await press(visitor, 'link', '来不了大厅？申请上门');
    await look(visitor, 'visit-ask');
    await page.getByLabel('什么时候方便').fill('工作日上午');
    await press(visitor, 'button', '提交');
    expect(await saidOn(page)).toContain('有 2 处要改');
    expect(await page.getByLabel('什么时候方便').inputValue()).toBe('工作日上午');
    await look(visitor, 'visit-ask-faults');
    await page.getByText('行动不便', { exact: true }).click();
    await page.getByLabel('上门地址').fill(address);
    await press(visitor, 'button', '提交');
    expect(await saidOn(page)).toMatch(/前答复您/);
    order = await numberOn(page);
    await press(visitor, 'link', '看办到哪一步');
    expect(await saidOn(page)).toContain(address);
    await visitor.leave();
  });

  test('is arranged by the unit that has it in hand, with the address masked until it is asked for', async () => {
    await does('operator', order, { type: 'classify', kind: 'visit', matter: 'po-dog', labels: [] });
    await does('operator', order, { type: 'dispatch', to: 'dg-bureau' });
    await does('clerk', order, { type: 'claim' });
    const page = await unit.go(`/desk/orders?order=${order}`);
    await page.getByRole('button', { name: /^约上门/ }).waitFor();
    expect(await saidOn(page)).not.toContain('502');
    await look(unit.visitor, 'visit-order');
    await page.keyboard.press('u');
    await page.getByText(address).waitFor();
    await page.keyboard.press('v');
    await page.getByLabel('哪一天').fill(day);
    await page.getByLabel('不是工作日的，写理由（可以不填）').fill('来人只有这天在家');
    await page.getByLabel('备注，只给同事看（可以不填）').fill('带采集箱');
    await look(unit.visitor, 'visit-arrange');
    await page.keyboard.press('Control+Enter');
    await page.getByText('到了现场，用笔记本电脑打开综合受理', { exact: false }).waitFor();
    await look(unit.visitor, 'visit-arranged');
  });

  test('is told to whoever asked: on the page, and by a notice', async () => {
    for (const visit of [{}, { large: true }, { english: true }]) {
      const visitor = await comeIn({ as: who, ...visit });
      await visitor.go(`/orders/${order}`);
      const said = await saidOn(visitor.page);
      expect(said).toMatch('english' in visit ? /We are coming/ : /上午，由示例·陈受理上门/);
      expect(said).not.toContain('带采集箱');
      await look(visitor, `visit-coming${'english' in visit ? '-english' : ''}`);
      await visitor.leave();
    }
    const told = async () =>
      (await client.call(noticesRoutes.list, { query: {} })).notices.map(({ body }) => body.zh);
    const notice = expect.stringMatching(new RegExp(`${order}.*上午，由示例·陈受理上门`));
    await expect.poll(told, patience).toContainEqual(notice);
  });

  test('stands in the list of the unit, and on the sheet of the day that is printed for the tour', async () => {
    const page = await unit.go('/desk/orders');
    await page.getByText('上门安排', { exact: true }).click();
    await page.getByText(order).waitFor();
    await look(unit.visitor, 'visit-list');
    await page.getByLabel('哪一天').fill(day);
    await page.getByRole('button', { name: '看上门单' }).click();
    await page.getByRole('cell', { name: address }).waitFor();
    await look(unit.visitor, 'visit-tour');
    await page.emulateMedia({ media: 'print' });
    await keepPicture(unit.visitor, 'visit-tour-print');
    for (const hidden of ['.orders-head', '.order-list-pane', '.visit-tour-tools'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    expect(await page.getByRole('columnheader', { name: '现场记下' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  test('is answered afterwards like any other order, and whoever asked says that it is done', async () => {
    await does('clerk', order, { type: 'draft', text: '已上门采集，材料收齐，身份证办好后寄到家里。' });
    await does('approver', order, { type: 'pass' });
    await does('clerk', order, { type: 'reply' });
    const visitor = await comeIn({ as: who, script: false });
    const page = await visitor.go(`/orders/${order}`);
    expect(await saidOn(page)).not.toContain('约好上门了');
    await press(visitor, 'button', '解决了');
    expect(await saidOn(page)).toContain('已解决');
    await look(visitor, 'visit-solved');
    await visitor.leave();
  });
});

test('an operator puts the same down from a call', async () => {
  const desk = await atDesk(staff, 'operator');
  const page = await desk.go('/desk/hotline');
  await page.getByText('没有接话务系统，来电由这里模拟').waitFor();
  const body = { phone: '19900006031', dialled: '96110' };
  await staff.client('operator').call(orderCallsRoutes.pretendCall, { body });
  await page.getByText('199****6031').first().waitFor();
  await page.getByLabel('来人说的（边听边打）').fill('我们厂有十五个人要换居住证，能不能上门来办。');
  await page.getByLabel('类别', { exact: true }).fill('上门服务');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.getByText('写上门的地址', { exact: true }).waitFor();
  await page.getByLabel('上门地址，写到门牌号').fill('东莞市示例工业区 9 号');
  await page.getByLabel('为什么上门').click();
  await page.getByTitle('单位人多一起办').click();
  await page.getByLabel('几个人', { exact: true }).fill('15');
  await page.getByLabel('回电号码').fill('19900006031');
  await look(desk.visitor, 'visit-hotline');
  await page.keyboard.press('Control+s');
  const heading = page.getByRole('heading', { name: /^已登记 \d{16}$/ });
  const order = /\d{16}/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
  const view = await staff.client('operator').call(orderDeskRoutes.get, { params: { order } });
  expect(view.visit).toMatchObject({ reason: 'many-people', people: 15, address: '东莞市示例工****' });
  await page.keyboard.press('Control+Enter');
  await page.getByText('没有来电', { exact: true }).waitFor();
  await desk.visitor.leave();
});
