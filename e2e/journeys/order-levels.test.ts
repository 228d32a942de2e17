import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atDesk, type Colleague, staffOf } from '../house/colleagues.ts';
import { look, type OrderWork, orderWork } from '../house/order-work.ts';
import { comeIn, keepPicture, leadOn, saidOn } from '../house/visit.ts';

let staff: Awaited<ReturnType<typeof staffOf>>;
let work: OrderWork;
let unit: Colleague;
beforeAll(async () => {
  staff = await staffOf([
    ...['operator', 'clerk', 'clerk-dongcheng', 'clerk-gz', 'approver', 'head'],
    ...['spokesperson', 'spokesperson2', 'spokesperson-gd'],
  ]);
  work = orderWork(staff);
  unit = await atDesk(staff, 'clerk');
});
afterAll(() => unit.visitor.leave());

/** An order that stands with the bureau of the city, in the hand of one of its people. */
async function inHand(login: string, text: string): Promise<string> {
  const order = await work.taken({ text });
  await work.sent(order);
  await work.does(login, order, { type: 'claim' });
  return order;
}
/** Opens an order and presses an act, wherever it stands among the others. */
async function press({ page }: Colleague, name: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^${name}`) });
  const more = page.getByRole('button', { name: '更多' });
  await button.or(more).first().waitFor();
  if ((await button.count()) > 0) return button.first().click();
  await more.click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}
const openOrder = async (one: Colleague, order: string) => {
  const page = await one.go(`/desk/orders?order=${order}`);
  await page
    .getByRole('region', { name: `打开工单 ${order}` })
    .getByRole('heading', { level: 2 })
    .waitFor();
  return page;
};

test('a unit asks another to help; the other sees it, answers what it was asked, and the opinion comes back', async () => {
  const order = await inHand('clerk', '旧货市场里的狗没有犬证，摊主说已经在街道登过记。');
  await expect(work.seen('clerk-gz', order)).rejects.toMatchObject({ code: 'orders.missing' });
  const page = await openOrder(unit, order);
  await press(unit, '请求协办');
  await page.getByLabel('单位').fill('东城街道');
  await page.keyboard.press('Enter');
  await page.getByLabel('说明').fill('请查摊主在街道登记过没有。');
  await look(unit, 'order-ask-help');
  await page.keyboard.press('Control+Enter');
  await page.getByText('等协办').waitFor();
  const helper = await atDesk(staff, 'clerk-dongcheng');
  const there = await helper.go('/desk/orders');
  await there.getByText('协办', { exact: true }).click();
  await there
    .getByRole('button', { name: /旧货市场里的狗/ })
    .first()
    .click();
  await there.getByText('请求：请查摊主在街道登记过没有。').waitFor();
  await look(helper, 'order-help-asked');
  // The unit that helps says its opinion, lays its papers beside it, and does nothing else.
  expect((await work.seen('clerk-dongcheng', order)).may).toEqual(['give-help', 'attach']);
  await press(helper, '协办答复');
  await there.getByLabel('说明').fill('没有登记过，摊主明天来补。');
  await there.keyboard.press('Control+Enter');
  await there.getByText('意见：没有登记过，摊主明天来补。').waitFor();
  await helper.visitor.leave();
  await page.reload();
  await page.getByText('意见：没有登记过，摊主明天来补。').waitFor();
  await look(unit, 'order-help-given');
});

test('more time is granted once before the day, with its basis; a second time is refused with what to do', async () => {
  const order = await inHand('clerk', '河堤上散养的狗要逐户核实，涉及六户人家。');
  const { dueOn } = await work.seen('clerk', order);
  const page = await openOrder(unit, order);
  // Another screen of the same clerk, opened before any time was asked for.
  const stale = await atDesk(staff, 'clerk');
  await openOrder(stale, order);
  await press(stale, '申请延期');
  await stale.page.getByLabel('延期依据').fill('还要再延一次。');
  await press(unit, '申请延期');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText('写上说明，至少两个字').waitFor();
  await page.getByLabel('延期依据').fill('六户中有两户外出，要等人回来核实。');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/等批准，\d+ 个工作日，六户中有两户外出/).waitFor();
  await expect(work.does('clerk', order, { type: 'grant-time' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  const approver = await atDesk(staff, 'approver');
  const above = await openOrder(approver, order);
  await above
    .getByText(/六户中有两户外出/)
    .first()
    .waitFor();
  await press(approver, '同意延期');
  await above.getByText(/已同意，\d+ 个工作日/).waitFor();
  await look(approver, 'order-time-granted');
  await approver.visitor.leave();
  const later = (await work.seen('clerk', order)).dueOn;
  expect(later > dueOn).toBe(true);
  await stale.page.keyboard.press('Control+Enter');
  await stale.page
    .getByText(/延期只能申请一次，这张已经申请过。按现在的期限办；办不完的，请求协办或者上交/)
    .waitFor();
  expect(await stale.page.getByLabel('延期依据').inputValue()).toBe('还要再延一次。');
  await look(stale, 'order-time-refused');
  await stale.visitor.leave();
  await page.reload();
  await page.getByText(/只能延一次，办不完的请求协办或上交/).waitFor();
  expect(await page.getByRole('button', { name: /^申请延期/ }).count()).toBe(0);
  expect((await work.seen('clerk', order)).dueOn).toBe(later);
});

describe('between city and province', () => {
  let order = '';
  let city: Colleague;
  let province: Colleague;
  beforeAll(async () => {
    [city, province] = [await atDesk(staff, 'spokesperson'), await atDesk(staff, 'spokesperson-gd')];
    order = await inHand('clerk', '两市交界的犬只收容点归谁管，要省里定。');
  });
  afterAll(() => Promise.all([city.visitor.leave(), province.visitor.leave()]));

  test('what is handed up comes to the province with a clock of its own, and the city looks on', async () => {
    // A clerk has it open, with a reply half written, when the spokesperson hands it up.
    const clerk = await openOrder(unit, order);
    await press(unit, '写答复');
    await clerk.getByLabel('答复内容').fill('归东莞市公安局管。');
    const page = await openOrder(city, order);
    await press(city, '上交');
    await page.getByLabel('单位').fill('广东省公安厅');
    await page.keyboard.press('Enter');
    await page.getByLabel('原因').fill('两市说法不一，请省里定。');
    await look(city, 'order-hand-up');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/现在由示例·广东省公安厅办，限 \d{4}-\d{2}-\d{2} 前/).waitFor();
    await page.getByText('那一级期限').waitFor();
    await look(city, 'order-handed-up');
    await clerk.keyboard.press('Control+Enter');
    await clerk.getByText(/工单已经上交或下交，现在由那一级办/).waitFor();
    expect(await clerk.getByLabel('答复内容').inputValue()).toBe('归东莞市公安局管。');
    await look(unit, 'order-handed-up-clerk');
    await clerk.reload();
    await clerk.getByText(/现在由示例·广东省公安厅办/).waitFor();
    expect(await clerk.getByRole('button', { name: /^(领办|写答复|更多)/ }).count()).toBe(0);
    for (const login of ['clerk', 'approver', 'spokesperson'])
      await expect(work.does(login, order, { type: 'claim' })).rejects.toMatchObject({
        code: 'orders.handed-on',
      });
    await expect(work.seen('clerk-gz', order)).rejects.toMatchObject({ code: 'orders.missing' });
  });

  test('what the province hands back is the city’s again, with what was said, and both see the way it took', async () => {
    const page = await openOrder(province, order);
    await page.getByText('本级期限').waitFor();
    const { handDueOn, dueOn } = await work.seen('spokesperson-gd', order);
    expect(handDueOn).toBeDefined();
    await look(province, 'order-from-city');
    await press(province, '交还');
    await page.getByLabel('说明').fill('由收容点所在的东莞管，按收容办法答复。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('现在由示例·东莞市公安局办').waitFor();
    await look(province, 'order-back-in-city');
    const here = await openOrder(city, order);
    await here.getByText('由收容点所在的东莞管，按收容办法答复。').waitFor();
    await here.getByRole('button', { name: /^领办/ }).waitFor();
    // The day promised to whoever asked stays; the clock of the province is gone.
    const back = await work.seen('spokesperson', order);
    expect([back.handDueOn, back.dueOn]).toEqual([undefined, dueOn]);
    expect(back.steps.map(({ title }) => title)).toEqual(expect.arrayContaining(['上交', '交还']));
    expect((await work.does('clerk', order, { type: 'claim' }))?.unit).toBe('示例·东莞市公安局');
  });
});

test('a public answer is passed by others than its author, and then anybody finds it', async () => {
  const order = await inHand('spokesperson', '水上巴士码头能不能带导盲犬上船？');
  const author = await atDesk(staff, 'spokesperson');
  const page = await openOrder(author, order);
  await press(author, '写答复');
  await page.getByLabel('答复内容').fill('可以，带上导盲犬证，从无障碍通道上船。');
  await page.getByText('公开答复，另由两人审核').click();
  await page.getByLabel('公开的标题').fill('水上巴士能不能带导盲犬');
  await page.getByLabel('公开的问题，写不出是谁').fill('我是示例·来电，19900006021，水上巴士能带导盲犬吗？');
  await page.keyboard.press('Control+Enter');
  await page.getByText('审核 0/2').waitFor();
  await page.getByText('您拟的由别人审核').waitFor();
  expect(await page.getByRole('button', { name: /^(审核通过|发出答复)/ }).count()).toBe(0);
  await look(author, 'order-own-draft');
  await expect(work.does('spokesperson', order, { type: 'pass' })).rejects.toMatchObject({
    code: 'orders.own-draft',
  });
  const second = await atDesk(staff, 'spokesperson2');
  const review = await openOrder(second, order);
  await review.getByText('水上巴士能不能带导盲犬').first().waitFor();
  await press(second, '审核通过');
  await review.getByText('审核 1/2').waitFor();
  await second.visitor.leave();
  await expect(work.does('spokesperson', order, { type: 'reply' })).rejects.toMatchObject({
    code: 'orders.not-reviewed',
  });
  await work.does('approver', order, { type: 'pass' });
  await page.reload();
  await press(author, '发出答复');
  await page.getByText('反馈回访').first().waitFor();
  await author.visitor.leave();
  const anybody = await comeIn();
  const answered = await anybody.go('/answered');
  await answered.getByLabel('想问什么').fill('导盲犬 水上巴士');
  await leadOn(answered, answered.getByRole('button', { name: '搜索' }).click());
  await leadOn(
    answered,
    answered
      .getByRole('link', { name: /^水上巴士能不能带导盲犬/ })
      .first()
      .click(),
  );
  const said = await saidOn(answered);
  expect(said).toContain('带上导盲犬证，从无障碍通道上船');
  expect(said).not.toMatch(/示例·来电|19900006021/);
  await keepPicture(anybody, 'order-answered-levels');
  await anybody.leave();
});

test('a petition that runs is made known at a key, stops an order of the same phone, and is ended', async () => {
  const desk = await atDesk(staff, 'spokesperson');
  const page = await desk.go('/desk/orders');
  const [number, phone] = [`XF${Date.now()}`, '19900006771'];
  await page.getByRole('heading', { name: '工单' }).waitFor();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('编号', { exact: true }).fill(number);
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('填电话或身份证号码，不然认不出是谁的').waitFor();
  await dialog.getByLabel('提出的人的电话').fill(phone);
  await dialog.getByLabel('预计结束').fill('2099-12-31');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText(`登记 ${number} 以后`).waitFor();
  await look(desk, 'order-procedures-sure');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('199****6771').first().waitFor();
  await look(desk, 'order-procedures');
  const of = (text: string) => work.taken({ text, caller: { phone } });
  const held = await of('上次信访的事，河边的狗场还没有搬。');
  expect((await work.seen('operator', held)).procedure).toBe(number);
  await dialog.getByRole('button', { name: `结束 ${number}` }).click();
  await page.getByText(`${number} 已经结束，不再拦下同一个人的诉求？`).waitFor();
  await page.getByRole('tooltip').getByRole('button', { name: '结束', exact: true }).click();
  await dialog.getByText(number).first().waitFor({ state: 'detached' });
  const free = await of('河边的狗场早上又在叫。');
  expect((await work.seen('operator', free)).procedure).toBeUndefined();
  await desk.visitor.leave();
});
