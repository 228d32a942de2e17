import { orderCallsRoutes, orderDeskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atDesk, type Colleague, staffOf } from '../house/colleagues.ts';
import { look, type OrderWork, orderWork } from '../house/order-work.ts';

let staff: Awaited<ReturnType<typeof staffOf>>;
let work: OrderWork;
beforeAll(async () => {
  const taking = ['operator', 'clerk', 'clerk-gz', 'approver', 'supervisor', 'hall', 'admin'] as const;
  staff = await staffOf([...taking, 'spokesperson', 'spokesperson2', 'spokesperson-gd']);
  work = orderWork(staff);
});

describe('a call to the hotline', () => {
  const text = '小区里的狗晚上不牵绳，孩子吓得不敢下楼。';
  let desk: Colleague;
  beforeAll(async () => {
    desk = await atDesk(staff, 'operator');
  });
  afterAll(() => desk.visitor.leave());
  const rings = (phone: string) =>
    staff.client('operator').call(orderCallsRoutes.pretendCall, { body: { phone, dialled: '96110' } });

  test('pops up with the caller masked, is put down while they talk, and goes to a unit', async () => {
    await work.taken({ text: '路灯坏了，晚上看不见。' });
    const page = await desk.go('/desk/hotline');
    await page.getByText('没有接话务系统，来电由这里模拟').waitFor();
    await page.getByText('没有来电', { exact: true }).waitFor();
    await look(desk, 'hotline-empty');
    await rings('19900006021');
    await page.getByText('199****6021').first().waitFor();
    await page.getByRole('link', { name: '路灯坏了' }).first().waitFor();
    await page.getByLabel('来人说的（边听边打）').fill(text);
    await page.getByRole('heading', { name: '口径', exact: true }).waitFor();
    await page
      .getByText(/^依据：/)
      .first()
      .waitFor();
    await look(desk, 'hotline-heard');
    await pick('类别', '求助');
    await pick('事项', '养犬');
    await pick('转给', '东莞市公安局');
    await page.getByText('紧急，当天办').click();
    await page.getByText('紧急的先打电话告诉值班的人').waitFor();
    await page.getByText('紧急，当天办').click();
    await look(desk, 'hotline-talk');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /^已转办 \d{16}$/ }).waitFor();
    await look(desk, 'hotline-done');
    await page.keyboard.press('Control+Enter');
    await page.getByText('没有来电', { exact: true }).waitFor();
  });

  test('that tells of an emergency is handed to its number at a key and never becomes an order', async () => {
    await rings('19900006022');
    const { page } = desk;
    await page.getByText('199****6022').first().waitFor();
    await page.getByLabel('来人说的（边听边打）').fill('楼下着火了，烟很大');
    await page.getByRole('alert').getByText('听到“着火”').waitFor();
    await pick('类别', '求助');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/先转 119/)
      .first()
      .waitFor();
    await look(desk, 'hotline-emergency-heard');
    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: '转 119' }).waitFor();
    await look(desk, 'hotline-emergency');
    await page.keyboard.press('Control+Enter');
    await page.getByText('没有来电', { exact: true }).waitFor();
    const found = await staff.client('operator').call(orderDeskRoutes.list, { query: { list: 'inbox' } });
    expect(
      found.orders.filter(({ channel, title }) => channel === 'phone' && title.includes('着火')),
    ).toEqual([]);
  });

  test('that tells of what is known already is put beside the order that stands', async () => {
    await rings('19900006025');
    const { page } = desk;
    await page.getByText('199****6025').first().waitFor();
    await page.getByLabel('来人说的（边听边打）').fill(text);
    await page.getByRole('heading', { name: '可能重复' }).waitFor();
    await look(desk, 'hotline-like');
    await pick('类别', '求助');
    await page.getByRole('button', { name: '登记并并入' }).first().click();
    await page.getByRole('heading', { name: /^已并入/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('没有来电', { exact: true }).waitFor();
  });

  test('is answered at once from the library and closed; a call without an order is wrapped up alone', async () => {
    await rings('19900006023');
    const { page } = desk;
    await page.getByText('199****6023').first().waitFor();
    await page.getByLabel('来人说的（边听边打）').fill('身份证到期了怎么换，要带什么？');
    await page.getByRole('button', { name: /^引用/ }).first().waitFor();
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+4');
    const answer = page.getByLabel('当场答复');
    await expect.poll(() => answer.inputValue()).not.toBe('');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /^已答复办结 \d{16}$/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('没有来电', { exact: true }).waitFor();
    await rings('19900006024');
    await page.getByText('199****6024').first().waitFor();
    await pick('不建单，结束这通', '无人说话');
    await page.getByText('没有来电', { exact: true }).waitFor();
  });

  async function pick(label: string, words: string): Promise<void> {
    await desk.page.getByLabel(label, { exact: true }).fill(words);
    await desk.page.keyboard.press('Enter');
  }
});

describe('the unit that handles an order', () => {
  let unit: Colleague;
  let press: Colleague;
  let order = '';
  beforeAll(async () => {
    unit = await atDesk(staff, 'clerk');
    press = await atDesk(staff, 'spokesperson');
    order = await work.taken({ text: '小区里有人遛狗不牵绳，没有人管。' });
    await work.sent(order);
  });
  afterAll(() => Promise.all([unit.visitor.leave(), press.visitor.leave()]));

  test('claims it, asks once for more time with a reason, and drafts a reply from the library', async () => {
    const page = await unit.go(`/desk/orders?order=${order}`);
    await page.getByRole('button', { name: /^领办/ }).waitFor();
    await look(unit, 'order-unit');
    await page.keyboard.press('c');
    await page.getByRole('button', { name: /^写答复/ }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('延期依据').fill('要到现场核实三次。');
    await look(unit, 'order-more-time');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/等批准/).waitFor();
    await work.does('approver', order, { type: 'grant-time' });
    await expect(
      work.does('clerk', order, { type: 'ask-time', days: 1, basis: '再要一天。' }),
    ).rejects.toMatchObject({ code: 'orders.asked-already' });
    await page.reload();
    await page.getByRole('button', { name: /^写答复/ }).click();
    await page.getByLabel('找口径').fill('养犬');
    await page.getByRole('button', { name: '引用' }).first().click();
    await expect.poll(() => page.getByLabel('答复内容').inputValue()).not.toBe('');
    await page.getByText('公开答复，另由两人审核').click();
    await page.getByLabel('公开的标题').fill('遛狗不牵绳怎么办');
    await page.getByLabel('公开的问题，写不出是谁').fill('小区里有人遛狗不牵绳，该找谁？');
    await look(unit, 'order-draft');
    await page.keyboard.press('Control+Enter');
    await page.getByText('审核 0/2').waitFor();
  });

  test('is passed by two others before anybody may read it', async () => {
    const page = await press.go(`/desk/orders?order=${order}`);
    await page.getByText('审核 0/2').waitFor();
    await look(press, 'order-review');
    await page.keyboard.press('e');
    await page.getByText('审核 1/2').waitFor();
    await expect(work.does('clerk', order, { type: 'reply' })).rejects.toMatchObject({
      code: 'orders.not-reviewed',
    });
    await work.does('spokesperson2', order, { type: 'pass' });
    expect((await work.does('clerk', order, { type: 'reply' }))?.stage).toBe('call-back');
  });

  test('is called back by the desk and closed as solved', async () => {
    const desk = await atDesk(staff, 'operator');
    const page = await desk.go(`/desk/orders?order=${order}`);
    await page.getByRole('button', { name: /^已经解决/ }).waitFor();
    await look(desk, 'order-call-back');
    await page.keyboard.press('y');
    await page.getByLabel(/^说明/).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('办结归档').first().waitFor();
    await look(desk, 'order-closed');
    expect(await work.seen('operator', order)).toMatchObject({ stage: 'closed', how: 'solved' });
    await desk.visitor.leave();
  });

  test('alone sees a tip-off, without whoever told it', async () => {
    const tipOff = await work.taken({ kind: 'report', text: '示例路 8 号有人收狗贩卖。' });
    for (const login of ['operator', 'spokesperson', 'supervisor'])
      await expect(work.seen(login, tipOff)).rejects.toMatchObject({ code: 'orders.missing' });
    const page = await unit.go(`/desk/orders?order=${tipOff}`);
    await page.getByText('不显示').waitFor();
    await look(unit, 'order-tip-off');
    expect(await page.getByText('示例·来电').count()).toBe(0);
  });

  test('sends back what is not theirs with the reason, which is counted', async () => {
    const query = { from: '2026-01-01', to: '2099-12-31' };
    const wrongOnes = async () =>
      (await staff.client('operator').call(orderDeskRoutes.figures, { query })).wrongDispatches;
    const before = await wrongOnes();
    const wrong = await work.taken({ text: '门口的树枝掉下来了，挡着路。' });
    await work.sent(wrong);
    await work.does('clerk', wrong, { type: 'claim' });
    const page = await unit.go(`/desk/orders?order=${wrong}`);
    await page.getByRole('button', { name: '退回派单' }).click();
    await page.getByLabel('原因').fill('不归养犬管理，是绿化。');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await work.seen('operator', wrong)).stage).toBe('sorting');
    expect(await wrongOnes()).toBe(before + 1);
  });
});
