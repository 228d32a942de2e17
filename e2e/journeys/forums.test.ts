import { forumsRoutes, type OrderAct, orderDeskRoutes, volunteersRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atDesk, type Colleague, staffOf } from '../house/colleagues.ts';
import { citizen } from '../house/people.ts';
import { barriersOn, comeIn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const hour = '示例·副局长接听 12345';
const text = '夜里工地打桩到十二点，整栋楼睡不着。';
const appointment = '社区推荐，联系东城片';
const issue = '办居住证的堵点大家说';
let staff: Awaited<ReturnType<typeof staffOf>>;
let lead: Colleague;
beforeAll(async () => {
  staff = await staffOf(['supervisor', 'operator', 'clerk', 'approver']);
  lead = await atDesk(staff, 'supervisor');
});
/** Other journeys take calls and write in this house; nothing of this one stands open before them. */
afterAll(async () => {
  await lead.visitor.leave();
  const supervisor = staff.client('supervisor');
  const { volunteers } = await supervisor.call(volunteersRoutes.list, { query: {} });
  for (const { volunteer, note, state } of volunteers)
    if (note === appointment && state === 'in-force')
      await supervisor.call(volunteersRoutes.dismiss, { params: { volunteer } });
  const { forums } = await supervisor.call(forumsRoutes.list, {});
  for (const { forum, version, title, closedAt } of forums)
    if (closedAt === undefined && [hour, issue].includes(title))
      await supervisor.call(forumsRoutes.close, { params: { forum }, body: { version } });
});

async function look(visitor: Visitor, name: string): Promise<void> {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
}
/** The clock in Shanghai so many hours from now, as a field takes it. */
const clockIn = (hours: number) => new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 16);
async function setUp(): Promise<void> {
  await lead.page.getByRole('button', { name: /^设专场/ }).waitFor();
  await lead.page.keyboard.press('n');
}
async function does(login: string, order: string, act: OrderAct): Promise<void> {
  const client = staff.client(login);
  const params = { order };
  const { version } = await client.call(orderDeskRoutes.get, { params });
  await client.call(orderDeskRoutes.act, { params, body: { version, act } });
}
async function answer(order: string): Promise<void> {
  await does('operator', order, { type: 'dispatch', to: 'dg-bureau' });
  await does('clerk', order, { type: 'claim' });
  await does('clerk', order, { type: 'draft', text: '已责令工地晚十点后停工，派人连查三晚。' });
  await does('approver', order, { type: 'pass' });
  await does('clerk', order, { type: 'reply' });
  await does('operator', order, { type: 'satisfied' });
}

describe('a leader who answers the line', () => {
  let order = '';
  test('is set up as a forum by the supervisor', async () => {
    const page = await lead.go('/desk/forums');
    await setUp();
    await page.getByText('写名称，至少两个字').waitFor();
    await look(lead.visitor, 'forums-set-up');
    await page.getByLabel('名称', { exact: true }).fill(hour);
    await page.getByLabel('主持人（姓名和职务）').fill('示例·副局长');
    await page.getByLabel('开始').fill(clockIn(-1));
    await page.getByLabel('结束', { exact: true }).fill(clockIn(2));
    await page.getByLabel('说明', { exact: true }).fill('分管治安的局领导接听，听大家说夜间噪声和出行安全。');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: hour, level: 1 }).waitFor();
    await page.getByText('还没有工单').waitFor();
    await look(lead.visitor, 'forums-ledger-empty');
  });

  test('has the calls of that time in it by themselves, and others by hand', async () => {
    const desk = await atDesk(staff, 'operator');
    const page = await desk.go('/desk/hotline');
    const choice = page.getByRole('checkbox', { name: `专场：局领导接听（${hour}）` });
    await choice.waitFor();
    expect(await choice.isChecked()).toBe(true);
    await page.getByLabel('来人说的（边听边打）').fill(text);
    await page.getByLabel('类别', { exact: true }).fill('投诉');
    await page.keyboard.press('Enter');
    await page.getByLabel('事项', { exact: true }).fill('噪');
    await page.keyboard.press('Enter');
    await look(desk.visitor, 'forums-hotline');
    await page.keyboard.press('Control+s');
    const done = page.getByRole('heading', { name: /^已登记 \d{16}$/ });
    await done.waitFor();
    order = /\d{16}/.exec((await done.textContent()) ?? '')?.[0] ?? '';
    await desk.go(`/desk/orders?order=${order}`);
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByRole('heading', { name: '经过' }).waitFor();
        return page.getByRole('button', { name: `移出“${hour}”` }).count();
      })
      .toBe(1);
    await page.getByRole('button', { name: `移出“${hour}”` }).click();
    await page.getByLabel('放进专场').click();
    await page.getByText(hour, { exact: true }).last().click();
    await page.getByRole('button', { name: `移出“${hour}”` }).waitFor();
    await look(desk.visitor, 'forums-order');
    await desk.visitor.leave();
  });

  test('has every order in the ledger with what was done, until it is solved; the ledger is handed out', async () => {
    await answer(order);
    const unit = await atDesk(staff, 'clerk');
    const pane = await unit.go(`/desk/orders?order=${order}`);
    await pane.getByRole('button', { name: '写进展' }).click();
    await pane.getByLabel('做了什么、还差什么').fill('连查三晚，工地已签承诺书。');
    await pane.keyboard.press('Control+Enter');
    await pane.getByText('连查三晚，工地已签承诺书。').waitFor();
    await unit.visitor.leave();
    const page = await lead.go('/desk/forums');
    const listed = page.getByRole('button', { name: `打开专场 ${hour}` });
    await listed.waitFor();
    await look(lead.visitor, 'forums');
    await listed.click();
    const row = page.getByRole('row').filter({ hasText: order });
    await row.waitFor();
    for (const words of ['已解决', '办结归档', '连查三晚']) expect(await row.textContent()).toContain(words);
    await page.keyboard.press('w');
    await page.getByLabel('做了什么、还差什么').fill('一周后再去看一次。');
    await look(lead.visitor, 'forums-note');
    await page.keyboard.press('Control+Enter');
    await row.getByText('一周后再去看一次。').waitFor();
    await look(lead.visitor, 'forums-ledger');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`整改台账 ${hour}.csv`);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    const table = Buffer.concat(parts).toString('utf8');
    for (const words of [order.slice(0, 4), '已解决', '工地已签承诺书']) expect(table).toContain(words);
    await page.keyboard.press('L');
    await keepPicture(lead.visitor, 'forums-ledger-large');
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('L');
  });
});

describe('a collection', () => {
  test('stands where people write while it is open, and what is sent from its link is in its ledger', async () => {
    const page = await lead.go('/desk/forums');
    await setUp();
    await page.getByText('专题征集', { exact: true }).click();
    await page.getByLabel('名称', { exact: true }).fill(issue);
    await page.getByLabel('英文名称（可以不填）').fill('Where residence permits get stuck');
    await page.getByLabel('主持人（姓名和职务）').fill('示例·处长');
    await page.getByLabel('开始').fill(clockIn(-1));
    await page.getByLabel('说明，群众看得到').fill('办居住证卡在哪一步、跑了几趟，写给我们，一件一件改。');
    await look(lead.visitor, 'forums-collection');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: issue, level: 1 }).waitFor();
    const visitor = await comeIn({ script: false });
    const portal = await visitor.go('/orders/new');
    expect(await saidOn(portal)).toContain(issue);
    await keepPicture(visitor, 'forums-collecting');
    const link = (name: string | RegExp) => leadOn(portal, portal.getByRole('link', { name }).click());
    const section = portal.locator('section', {
      has: portal.getByRole('heading', { name: issue, exact: true }),
    });
    await leadOn(portal, section.getByRole('link', { name: '我来说说' }).last().click());
    await link(/^提建议|^建议/);
    expect(await saidOn(portal)).toContain(`专题征集：${issue}`);
    await keepPicture(visitor, 'forums-writing');
    await portal.getByLabel('什么事（一句话）').fill('租房合同要盖两次章');
    await portal.getByLabel('经过').fill('社区盖一次，派出所又要盖一次。');
    await leadOn(portal, portal.getByRole('button', { name: '提交' }).click());
    await visitor.leave();
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByRole('heading', { name: '专场', level: 1 }).waitFor();
        await page.getByRole('button', { name: `打开专场 ${issue}` }).click();
        await page.getByRole('heading', { name: issue, level: 1 }).waitFor();
        return page.getByText('租房合同要盖两次章').count();
      })
      .toBe(1);
    for (const [name, visit] of [
      ['forums-collecting', { large: true }],
      ['forums-collecting-english', { english: true }],
    ] as const) {
      const other = await comeIn(visit);
      await other.go('/orders/new');
      await look(other, name);
      await other.leave();
    }
  });
});

describe('the contact desk', () => {
  const seen = '东城片巡逻岗亭夜里没人';
  test('has a volunteer supervisor appointed, whose report on the portal is in its ledger, until dismissed', async () => {
    const { name, citizen_number: number } = citizen('qin-chunyan');
    const page = await lead.go('/desk/forums');
    await page.getByRole('button', { name: /^设专场/ }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('button', { name: /^聘监督员/ }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('姓名', { exact: true }).fill(name);
    await page.getByLabel('身份证号码', { exact: true }).fill(number);
    await page.getByLabel('备注（可以不填）').fill(appointment);
    await look(lead.visitor, 'contact-desk-appoint');
    await page.keyboard.press('Control+Enter');
    const row = page.getByRole('row').filter({ hasText: appointment }).filter({ hasText: '在聘' });
    await row.waitFor();
    expect(await row.textContent()).not.toContain(number);
    const visitor = await comeIn({ script: false, as: 'qin-chunyan' });
    const portal = await visitor.go('/orders/new');
    await keepPicture(visitor, 'contact-desk-line');
    const link = (words: string | RegExp) =>
      leadOn(portal, portal.getByRole('link', { name: words }).first().click());
    await link('以义务监督员身份反映');
    await link(/^提建议|^建议/);
    expect(await saidOn(portal)).toContain('实名提的才记作监督员反映');
    await keepPicture(visitor, 'contact-desk-writing');
    await portal.getByLabel('什么事（一句话）').fill(seen);
    await portal.getByLabel('经过').fill('连着三晚十一点以后去看，岗亭都没有人。');
    await leadOn(portal, portal.getByRole('button', { name: '提交' }).click());
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByRole('button', { name: /^设专场/ }).waitFor();
        await page.keyboard.press('c');
        await page.getByRole('heading', { name: '警民联系台', level: 1 }).waitFor();
        return page.getByRole('row').filter({ hasText: seen }).count();
      })
      .toBe(1);
    await look(lead.visitor, 'contact-desk');
    await row.getByRole('button', { name: /^解聘/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^解\s?聘$/ })
      .click();
    await row.waitFor({ state: 'detached' });
    await visitor.go('/orders/new');
    expect(await saidOn(portal)).not.toContain('义务监督员');
    await visitor.leave();
  });
});
