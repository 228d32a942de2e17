import { noticesRoutes, type OrderWish, orderDeskRoutes, ordersRoutes } from '@tongban/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../house/client.ts';
import { atDesk, codeOn, numberOn, reply, send } from '../house/orders.ts';
import { photographFile } from '../house/portal.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const who = 'he-guilan';
const operator = atDesk('operator');
const client = createClient(origin, { session: sessions[who] ?? '' });
const patience = { timeout: 60_000 };

/** Keeps a picture, and finds nothing that keeps people out or runs over the edge. */
async function look(visitor: Visitor, name: string): Promise<void> {
  await keepPicture(visitor, name);
  if (visitor.visit.script === false) return;
  const wide = () => document.documentElement.scrollWidth - window.innerWidth;
  expect([await barriersOn(visitor.page), await visitor.page.evaluate(wide)]).toEqual([[], 0]);
}
const press = (visitor: Visitor, role: 'button' | 'link', name: string | RegExp) =>
  leadOn(visitor.page, visitor.page.getByRole(role, { name }).first().click());

describe('whoever asks', () => {
  test('keeps what was written through a reload, gets a number and a promised day, and is told so', async () => {
    const visitor = await comeIn({ as: who });
    const page = await visitor.go('/orders/new');
    await look(visitor, 'orders-kinds');
    await press(visitor, 'link', /^问一问/);
    expect(await saidOn(page)).toContain('一般 15 个工作日内答复');
    await page.getByLabel('什么事（一句话）').fill('居住证到期了怎么换');
    await page.getByLabel('经过').fill('下个月到期，要带什么？');
    await page.getByText('已存在这一页').waitFor();
    await page.reload();
    expect(await page.getByLabel('经过').inputValue()).toBe('下个月到期，要带什么？');
    await look(visitor, 'orders-write');
    await press(visitor, 'button', '提交');
    expect(await saidOn(page)).toMatch(/\d+月\d+日（星期.）前答复您/);
    await look(visitor, 'orders-receipt');
    const order = await numberOn(page);
    await press(visitor, 'link', '看办到哪一步');
    await look(visitor, 'orders-one');
    const told = async () =>
      (await client.call(noticesRoutes.list, { query: {} })).notices.map(({ body }) => body.zh);
    await expect.poll(told, patience).toContainEqual(expect.stringContaining(order));
    await reply(order, { text: '带身份证和居住证，到就近的派出所换。' });
    await page.reload();
    expect(await saidOn(page)).toContain('带身份证和居住证');
    await look(visitor, 'orders-answered-one');
    await visitor.go('/notices');
    await press(visitor, 'link', '看这件诉求');
    expect(new URL(page.url()).pathname).toMatch(/^\/orders\/\d{16}$/);
    await visitor.go('/orders');
    await look(visitor, 'orders-mine');
    await visitor.leave();
  });

  test('says that it is not solved, has it done again, and opens it once more after it was closed', async () => {
    const { order } = await client.call(ordersRoutes.register, { body: wish('犬证到期了') });
    await reply(order, { text: '到派出所换。' });
    const visitor = await comeIn({ as: who, script: false });
    const page = await visitor.go(`/orders/${order}`);
    await press(visitor, 'link', '没有解决');
    await page.getByLabel('还差什么').fill('派出所说不归他们管');
    await press(visitor, 'button', '没有解决，重新办');
    expect(await saidOn(page)).toContain('正在办');
    await reply(order, { text: '到东城分局养犬窗口换，周六也开。' });
    await visitor.go(`/orders/${order}`);
    await press(visitor, 'button', '解决了');
    expect(await saidOn(page)).toContain('已解决');
    await look(visitor, 'orders-solved');
    await press(visitor, 'link', '没有解决，重新办');
    await press(visitor, 'button', '重新办');
    expect(await saidOn(page)).toContain('写一句还差什么');
    await page.getByLabel('还差什么').fill('周六没有开');
    await press(visitor, 'button', '重新办');
    expect(await saidOn(page)).toContain('正在办');
    await visitor.leave();
  });

  test('urges once a day, adds a photograph, and takes it back', async () => {
    const { order } = await client.call(ordersRoutes.register, { body: wish('路灯不亮') });
    const visitor = await comeIn({ as: who, large: true });
    const page = await visitor.go(`/orders/${order}`);
    await press(visitor, 'link', '催一催');
    await look(visitor, 'orders-urge');
    await press(visitor, 'button', '催办');
    expect(await saidOn(page)).toContain('您催过 1 次');
    expect(await page.getByRole('link', { name: '催一催' }).count()).toBe(0);
    await press(visitor, 'link', '补附件');
    await page.getByLabel('选文件').setInputFiles(photographFile);
    await look(visitor, 'orders-attach');
    await press(visitor, 'button', '上传');
    expect(await saidOn(page)).toContain('1 个');
    await press(visitor, 'link', '不用办了，撤回');
    await look(visitor, 'orders-withdraw');
    await press(visitor, 'button', '撤回');
    expect(await saidOn(page)).toContain('您撤回了');
    await visitor.leave();
  });
});

describe('without a script', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await comeIn({ as: who, script: false });
    return () => visitor.leave();
  });
  test.each([
    ['consult', '犬证丢了怎么补'],
    ['stuck', '跑了三趟没有办成'],
    ['help', '老人走失过，想领防走失手环'],
    ['complaint', '窗口让我多跑一趟'],
    ['suggestion', '大厅加一个饮水机'],
    ['praise', '谢谢东城大厅的小陈'],
  ])('%s is sent in one’s own name and stands in one’s list', async (kind, title) => {
    const page = await visitor.go(`/orders/new/${kind}`);
    await send(page, { title, text: `${title}。` });
    expect(await saidOn(page)).toMatch(/前答复您/);
    await visitor.go('/orders');
    expect(await saidOn(page)).toContain(title);
  });
  test('a complaint in confidence is seen by its unit as that', async () => {
    const page = await visitor.go('/orders/new/complaint');
    await page.getByText('保密', { exact: true }).click();
    await send(page, { title: '所里有人打听是谁投诉的', text: '我不想让人知道是我。' });
    const order = await numberOn(page);
    const { identity } = await operator.call(orderDeskRoutes.get, { params: { order } });
    expect(identity).toBe('secret');
  });
  test('a report in one’s own name stands in no list, and is followed by its code', async () => {
    const page = await visitor.go('/orders/new/report');
    await page.getByText('实名', { exact: true }).click();
    await send(page, { title: '有人倒卖号票', text: '示例大厅门口，早上八点。' });
    const [order, code] = [await numberOn(page), await codeOn(page)];
    await visitor.go('/orders');
    expect(await saidOn(page)).not.toMatch(/有人倒卖号票/);
    await expect(operator.call(orderDeskRoutes.get, { params: { order } })).rejects.toMatchObject({
      code: 'orders.missing',
    });
    await visitor.go('/orders/follow');
    await page.getByLabel('查询码').fill(code);
    await press(visitor, 'button', '查看');
    expect(await saidOn(page)).toContain('有人倒卖号票');
  });
});

describe('without a name', () => {
  test('a report is sent without a script, followed by its code alone, and left at once', async () => {
    const visitor = await comeIn({ script: false });
    const page = await visitor.go('/orders/new/report');
    await look(visitor, 'orders-report');
    expect(await saidOn(page)).toContain('一般 15 个工作日内答复');
    await send(page, { title: '有人卖假证', text: '示例路口，晚上有人摆摊。' });
    await look(visitor, 'orders-report-receipt');
    const code = await codeOn(page);
    await visitor.go('/orders/follow');
    await page.getByLabel('查询码').fill('1234 5678');
    await press(visitor, 'button', '查看');
    expect(await saidOn(page)).toContain('16 位数字');
    await page.getByLabel('查询码').fill(code);
    await press(visitor, 'button', '查看');
    expect(await saidOn(page)).toContain('有人卖假证');
    await look(visitor, 'orders-report-followed');
    await press(visitor, 'link', '马上离开这一页');
    expect(new URL(page.url()).pathname).toBe('/');
    await visitor.leave();
  });
  test('what needs an answer by hand asks to sign in, and leads back with what it is about', async () => {
    const visitor = await comeIn();
    const page = await visitor.go('/items/move-spouse');
    await press(visitor, 'link', '办不成，告诉我们');
    await look(visitor, 'orders-sign-in-first');
    await press(visitor, 'link', /^登录$/);
    const next = new URL(page.url()).searchParams.get('next') ?? '';
    expect(next).toContain('/orders/new/stuck?about=item');
    await visitor.leave();
  });
});

test('an emergency is sent to the telephone, in English and in large print too', async () => {
  const visitor = await comeIn({ as: who, english: true, large: true });
  const page = await visitor.go('/orders/new/help');
  await page.getByLabel('What is it, in one line').fill('楼下着火了');
  await page.getByLabel('What happened').fill('楼下着火了，快来');
  await press(visitor, 'button', 'Send');
  expect(await saidOn(page)).toContain('call 110, 119, 120 or 122');
  await look(visitor, 'orders-emergency');
  await page.getByText('This is not happening now').click();
  await press(visitor, 'button', 'Send');
  expect(await saidOn(page)).toContain('You will have an answer by');
  await look(visitor, 'orders-receipt-english');
  await visitor.leave();
});

test('inside WeChat the same page takes it in, and the desk knows where it was written', async () => {
  const visitor = await comeIn({ as: who });
  const { page } = visitor;
  await page.setExtraHTTPHeaders({ 'user-agent': 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50' });
  await visitor.go('/orders/new/suggestion');
  await send(page, { title: '公众号里也能取号', text: '在微信里取号就不用排队了。' });
  const order = await numberOn(page);
  expect((await operator.call(orderDeskRoutes.get, { params: { order } })).channel).toBe('wechat');
  await visitor.leave();
});

test('what was answered in public is found by anybody, and nobody can be told from it', async () => {
  const { order } = await client.call(ordersRoutes.register, { body: wish('皮划艇下水登记在哪里办') });
  const question = '示例·何桂兰想问皮划艇下水登记在哪里办，电话 19900000004。';
  await reply(order, {
    text: '到东湖码头。有事打 0769-00000100，不要打 0769-00000199。',
    open: { title: '皮划艇下水登记在哪里办', question },
  });
  const visitor = await comeIn({ large: true });
  const page = await visitor.go('/answered');
  await look(visitor, 'orders-answered');
  await page.getByLabel('想问什么').fill('皮滑艇');
  await press(visitor, 'button', '搜索');
  await look(visitor, 'orders-answered-search');
  await press(visitor, 'link', /^皮划艇下水登记在哪里办/);
  expect(await saidOn(page)).toContain('到东湖码头。');
  expect(await saidOn(page)).not.toMatch(/何桂兰|19900000004/);
  // The phone the bureau publishes stays; any other does not.
  expect(await saidOn(page)).toContain('有事打 0769-00000100，不要打 （电话）');
  await look(visitor, 'orders-answered-open');
  await visitor.go('/answered?q=灯塔上的猫');
  expect(await saidOn(page)).toContain('没有找到');
  await look(visitor, 'orders-answered-none');
  await press(visitor, 'link', '到常见问题里找');
  await look(visitor, 'answers-none');
  await visitor.go('/answers');
  await look(visitor, 'answers');
  await page.getByRole('main').locator('.links a').first().click();
  await look(visitor, 'answer');
  await visitor.leave();
});

function wish(title: string): OrderWish {
  return {
    ...{ kind: 'consult', title, text: `${title}？`, wantsOpen: true },
    ...{ division: '4419', identity: 'named', files: [] },
  };
}
