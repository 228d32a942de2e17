import { knowledgeRoutes, orderDeskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atDesk, type Colleague, staffOf } from '../house/colleagues.ts';
import { look, type OrderWork, orderWork } from '../house/order-work.ts';

let staff: Awaited<ReturnType<typeof staffOf>>;
let work: OrderWork;
let press: Colleague;
beforeAll(async () => {
  const levels = ['spokesperson', 'spokesperson2', 'spokesperson-gd', 'clerk-gz'];
  staff = await staffOf([...levels, 'supervisor', 'hall', 'admin', 'operator']);
  work = orderWork(staff);
  press = await atDesk(staff, 'spokesperson');
});
afterAll(() => press.visitor.leave());

describe('the spokesperson', () => {
  test('hands an order of the province down to a city with a clock of its own, unseen by another city', async () => {
    const { order } = await staff.client('spokesperson-gd').call(orderDeskRoutes.register, {
      body: {
        ...{ kind: 'consult', title: '犬证怎么补', text: '犬证丢了，到哪里补。', division: '44' },
        ...{ channel: 'letter', identity: 'anonymous', urgent: false, caller: {} },
      },
    });
    const province = await atDesk(staff, 'spokesperson-gd');
    const above = await province.go(`/desk/orders?order=${order}`);
    await work.does('spokesperson-gd', order, {
      type: 'classify',
      kind: 'consult',
      matter: 'po-dog',
      labels: [],
    });
    await work.does('spokesperson-gd', order, { type: 'dispatch', to: 'gd-bureau' });
    await above.reload();
    await above.getByRole('button', { name: '下交' }).click();
    await above.getByLabel('单位').fill('东莞市公安局');
    await above.keyboard.press('Enter');
    await above.getByLabel('原因').fill('由居住地办');
    await look(province, 'order-hand-down');
    await above.keyboard.press('Control+Enter');
    await above.getByText('那一级期限').waitFor();
    await expect(work.seen('clerk-gz', order)).rejects.toMatchObject({ code: 'orders.missing' });
    const page = await press.go(`/desk/orders?order=${order}`);
    await page.getByText('本级期限').waitFor();
    await look(press, 'order-handed');
    await work.does('spokesperson', order, { type: 'hand-back', say: '已告知到哪里补' });
    expect((await work.seen('spokesperson-gd', order)).handDueOn).toBeUndefined();
    await above.reload();
    await above.getByText('已告知到哪里补').waitFor();
    await look(province, 'order-handed-back');
    await province.visitor.leave();
  });

  test('writes the roster of the day, which the hotline reads', async () => {
    const page = await press.go('/desk/orders');
    await page.getByRole('button', { name: '排值班' }).click();
    const [first, second] = [page.getByLabel('姓名').first(), page.getByLabel('姓名').nth(1)];
    await first.fill('示例·白班');
    await second.fill('示例·夜班');
    await page.getByLabel('值班电话').first().fill('19900006031');
    await page.getByLabel('值班电话').nth(1).fill('19900006032');
    await look(press, 'orders-roster');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/示例·[白夜]班/)
      .first()
      .waitFor();
    await look(press, 'orders-inbox');
    const desk = await atDesk(staff, 'operator');
    const hotline = await desk.go('/desk/hotline');
    await hotline.getByText('示例·白班').waitFor();
    await desk.visitor.leave();
  });

  test('imports posts from a table: each row is judged, and a post is taken once', async () => {
    const page = await press.go('/desk/orders');
    await page.getByRole('button', { name: /^导入帖子/ }).click();
    const link = `https://weibo.example/${Date.now()}`;
    const table = [
      ['平台', '作者', '链接', '内容', '发布时间'],
      ['微博', '示例·网友甲', link, '夜市路口没有人疏导，每天堵一个小时。', '2026-03-09 18:30'],
      ['微博', '示例·网友乙', '没有链接', '同上', '昨天'],
      ['QQ 群', '示例·网友丙', `${link}/2`, '楼上着火了', '2026-03-09'],
    ];
    await page.getByLabel(/^从表格粘贴/).fill(table.map((row) => row.join('\t')).join('\n'));
    await page.getByText('像正在发生的警情，先转 110').waitFor();
    await look(press, 'orders-posts');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已导入 1 条').waitFor();
    await page
      .getByRole('button', { name: /夜市路口没有人疏导/ })
      .first()
      .click();
    await page.getByRole('link', { name: '看原帖' }).waitFor();
    await look(press, 'orders-post');
    await page.keyboard.press('i');
    await page.getByLabel(/^从表格粘贴/).fill(table.map((row) => row.join('\t')).join('\n'));
    await page.getByText('已经导入过').waitFor();
  });
});

test('the editor of the library writes an entry that another one puts in force, and answers what was not found', async () => {
  const page = await press.go('/desk/replies');
  await page.getByRole('button', { name: /^新写一条/ }).waitFor();
  await look(press, 'replies');
  await page.keyboard.press('n');
  await page.getByLabel('题目', { exact: true }).fill('夜市摆摊要不要办手续');
  await page.getByLabel('答复', { exact: true }).fill('先到街道登记，涉及交通的由交警核定时间。');
  await look(press, 'replies-write');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '夜市摆摊要不要办手续' }).waitFor();
  await page.getByRole('button', { name: '送审' }).click();
  await page.getByText('自己写的要由另一位编辑审定').waitFor();
  await look(press, 'replies-review');
  const second = staff.client('spokesperson2');
  const { rows } = await second.call(knowledgeRoutes.list, { query: { state: 'review' } });
  const entry =
    rows.find(({ title }) =>
      title
        .map(({ text }) => text)
        .join('')
        .includes('夜市'),
    )?.entry ?? '';
  const { versions } = await second.call(knowledgeRoutes.get, { params: { entry } });
  const body = { revision: versions[0]?.revision ?? 0 };
  const view = await second.call(knowledgeRoutes.approve, { params: { entry }, body });
  expect(view.versions[0]?.state).toBe('in-force');
  await staff.client('operator').call(knowledgeRoutes.list, { query: { q: '热气球能不能飞', done: true } });
  await page.reload();
  await page.getByText(/^没搜到的/).click();
  await page.getByText('热气球能不能飞').waitFor();
  await look(press, 'replies-gaps');
  await page.getByText(/^快到期/).click();
  await look(press, 'replies-expiring');
});

describe('what could not be got done', () => {
  test('gets its cause at the stuck window, and what the guide should say goes to those who write it', async () => {
    const hall = await atDesk(staff, 'hall');
    const page = await hall.go('/desk/stuck');
    await look(hall, 'stuck-empty');
    await page.getByRole('button', { name: /^登记一件/ }).click();
    await page.getByLabel('办不成什么').fill('补犬证要两种证明');
    await page.getByLabel('经过，卡在哪一步').fill('窗口说要两种证明，指南上只有一种。');
    await page.getByLabel('电话').fill('19900006041');
    await look(hall, 'stuck-take');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '补犬证要两种证明' }).waitFor();
    await page.getByText('还没有查明原因').waitFor();
    await look(hall, 'stuck');
    await page.getByRole('button', { name: '写原因' }).click();
    await page.getByLabel('原因类型').fill('看不懂');
    await page.keyboard.press('Enter');
    await page.getByLabel('查明的原因').fill('指南没有写两种证明二选一。');
    await page.getByLabel('指南要改的').fill('写明两种证明有一种就行。');
    await look(hall, 'stuck-cause');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/等编辑改/).waitFor();
    await look(hall, 'stuck-found');
    await hall.visitor.leave();
    const editor = await atDesk(staff, 'admin');
    const defects = await editor.go('/desk/guide-defects');
    const row = defects.getByRole('row').filter({ hasText: '写明两种证明有一种就行。' }).first();
    await row.waitFor();
    await look(editor, 'stuck-defects');
    await row.getByRole('button', { name: '已经改好' }).click();
    await row.getByText('已改好').waitFor();
    await editor.visitor.leave();
  });

  test('is watched from above, with everything that is open below', async () => {
    const above = await atDesk(staff, 'supervisor');
    const page = await above.go('/desk/orders');
    await page.getByRole('heading', { name: '工单' }).waitFor();
    await look(above, 'orders-supervisor');
    await above.visitor.leave();
  });
});
