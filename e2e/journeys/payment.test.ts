import { deskPaymentsRoutes, paymentsRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft, submit } from '../house/applying.ts';
import { type Client, createClient, signInCitizen } from '../house/client.ts';
import { type Staff, seeAccepted } from '../house/desk-work.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { barriersOn, comeIn, headingOn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string) => createClient(origin, { session: sessions[who] ?? '' });
const staff: Staff = { clerk: clientOf('clerk2'), approver: clientOf('approver'), head: clientOf('head') };
/** The invented person in whose name the demo has two fines, one of them overdue. */
const fined = citizen('lin-xiaoman');

const look = async (visitor: Visitor, name: string) => {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
};
const press = (visitor: Visitor, name: string | RegExp) =>
  leadOn(visitor.page, visitor.page.getByRole('button', { name }).click());
const follow = (visitor: Visitor, name: string | RegExp) =>
  leadOn(visitor.page, visitor.page.getByRole('link', { name }).first().click());

/** What has to be paid for a case that was accepted, whose fee the item names. */
async function feeOf(who: string): Promise<{ number: string; order: string; fen: number }> {
  const mine = clientOf(who);
  const item = 'id-reissue';
  const edition = await editionOf(createClient(origin), item);
  const draft = await fillDraft(mine, { item, answers: findWayThrough(edition) ?? [] });
  const { case: number } = await submit(mine, draft);
  await seeAccepted(staff, edition, number);
  const found = (await mine.call(paymentsRoutes.list, {})).find(({ about }) => about === `case:${number}`);
  if (found === undefined) throw new Error('the case costs nothing');
  return { number, order: found.order, fen: found.fen };
}

/** Comes in as the one who is fined, whom no other journey needs. */
async function comeAsFined(visit: Parameters<typeof comeIn>[0]): Promise<{ visitor: Visitor; mine: Client }> {
  const mine = await signInCitizen(origin, fined.id);
  const visitor = await comeIn(visit);
  await visitor.context.addCookies([{ name: 'tongban_session', value: mine.session() ?? '', url: origin }]);
  return { visitor, mine };
}

describe('a fee', () => {
  let phone: Visitor;
  let fee: Awaited<ReturnType<typeof feeOf>>;
  beforeAll(async () => {
    fee = await feeOf('he-guilan');
    phone = await comeIn({ as: 'he-guilan' });
  });
  afterAll(() => phone.leave());

  test('is found on the page of its case, with amount and law', async () => {
    await phone.go(`/cases/${fee.number}`);
    await follow(phone, '去缴费');
    expect(await headingOn(phone.page)).toBe('待缴费');
    expect(await saidOn(phone.page)).toContain('依据：');
    await look(phone, 'pay-due');
  });

  test('that was not paid at the first attempt says that no money was taken, and can be paid again', async () => {
    await press(phone, /^去缴/);
    expect(await headingOn(phone.page)).toBe('等您付款');
    await look(phone, 'pay-wait');
    await follow(phone, '打开支付页');
    await press(phone, '不付了');
    expect(await headingOn(phone.page)).toBe('待缴费');
    expect(await saidOn(phone.page)).toContain('上一次没有付成，钱没有扣');
    await look(phone, 'pay-ended');
  });

  test('that is paid while the notice is lost is found by itself; the page never says to pay again', async () => {
    await press(phone, /^去缴/);
    const code = await phone.page.getByRole('link', { name: '打开支付页' }).getAttribute('href');
    const other = await comeIn({ as: 'he-guilan' });
    await other.go(code ?? '');
    await press(other, '付款，但不通知');
    await other.leave();
    expect(await saidOn(phone.page)).not.toMatch(/再付一次|重新支付|再缴一次/);
    // The page in front of the payer asks by itself; reconciliation finds the money in the next round.
    await phone.page.getByRole('heading', { name: '已缴清' }).waitFor({ timeout: 150_000 });
    expect(await saidOn(phone.page)).not.toContain('去缴');
    await look(phone, 'pay-paid');
  });

  test('gives its receipt as a PDF with a number anybody can verify', async () => {
    const link = phone.page.getByRole('link', { name: '下载缴款凭证（PDF）' });
    const answer = await phone.context.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toContain('application/pdf');
    const bytes = await answer.body();
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});

describe('a fine, without JavaScript, in large print and in English', () => {
  let large: Visitor;
  beforeAll(async () => {
    ({ visitor: large } = await comeAsFined({ script: false, large: true, english: true }));
  });
  afterAll(() => large.leave());

  test('is found from the violation item by the number on its paper', async () => {
    await large.go('/items/violation-pay');
    await follow(large, 'Pay a fine by its number');
    await large.page.getByLabel('Bill number').fill('9901 2026 0000 0000 0026');
    await press(large, 'Find the bill');
    expect(await headingOn(large.page)).toBe('To be paid');
  });

  test('costs more because it is late: three percent a day, as the item says', async () => {
    const said = await saidOn(large.page);
    expect(said).toContain('CNY 230.00');
    expect(said).toContain('Late payment');
    expect(said).toContain('CNY 30.00');
    await keepPicture(large, 'pay-fine');
  });

  test('is paid with plain links and forms', async () => {
    await press(large, /^Pay CNY/);
    // It looks again by itself every few seconds, so a picture is all that can be taken of it.
    await keepPicture(large, 'pay-fine-wait');
    await follow(large, 'Open the payment page');
    await press(large, /^Pay$/);
    expect(await headingOn(large.page)).toBe('Paid');
    const { visitor } = await comeAsFined({ large: true, english: true });
    await visitor.go(new URL(large.page.url()).pathname);
    await look(visitor, 'pay-fine-receipt');
    await visitor.leave();
    await keepPicture(large, 'pay-fine-paid');
  });
});

describe('at the window', () => {
  let desk: Visitor;
  let fee: Awaited<ReturnType<typeof feeOf>>;
  beforeAll(async () => {
    fee = await feeOf('zhong-mingyuan');
    desk = await comeIn({ on: 'desk', as: 'clerk2' });
  });
  afterAll(() => desk.leave());

  test('cash is taken with the keyboard, and the change is worked out', async () => {
    const page = await desk.go('/desk');
    await page.getByRole('link', { name: /缴费/ }).waitFor();
    await page.keyboard.press('Shift+G');
    await page.getByRole('heading', { name: '窗口收费' }).waitFor();
    await page.getByLabel('办件编号、缴费编号或缴款单号').fill(fee.number);
    await page.keyboard.press('Enter');
    const row = page.getByRole('row').filter({ hasText: fee.number });
    await row.getByRole('button', { name: '收款', exact: true }).click();
    await page.getByLabel('收到（元）').fill('100');
    await page.getByText(`找零 ${(10_000 - fee.fen) / 100}`).waitFor();
    await look(desk, 'desk-pay-cash');
    await page.keyboard.press('Control+Enter');
    await page.getByText('凭证已出具').waitFor();
    const { state } = await clientOf('zhong-mingyuan').call(paymentsRoutes.get, {
      params: { order: fee.order },
    });
    expect(state).toBe('paid');
  });

  test('a refund is asked for by one; the same person cannot confirm it', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '申请退费' }).click();
    await page.getByLabel('为什么退').fill('同一件缴了两次');
    await look(desk, 'desk-refund-ask');
    await page.keyboard.press('Control+Enter');
    await page.getByText('退费中').waitFor();
    await page.getByText(/^退费（\d+）$/).click();
    await page.getByText('您申请的，由同事确认').waitFor();
    await look(desk, 'desk-refund-mine');
    const waiting = await clientOf('clerk2').call(deskPaymentsRoutes.refunds, {});
    const row = waiting.find(({ order }) => order === fee.order);
    const confirm = { params: { refund: row?.refund ?? '' }, body: { verdict: 'confirm' as const } };
    const around = clientOf('clerk2').call(deskPaymentsRoutes.settleRefund, confirm);
    await expect(around).rejects.toMatchObject({ code: 'payments.two-people' });
  });

  test('and is confirmed by a colleague; the receipt ends with it', async () => {
    const colleague = await comeIn({ on: 'desk', as: 'clerk' });
    const page = await colleague.go('/desk/pay');
    await page.getByText(/^退费（\d+）$/).click();
    await page.getByRole('button', { name: '确认退费' }).first().click();
    await look(colleague, 'desk-refund-confirm');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('没有等待确认的退费').waitFor();
    const mine = clientOf('zhong-mingyuan');
    const view = await mine.call(paymentsRoutes.get, { params: { order: fee.order } });
    expect(view).toMatchObject({ state: 'refunded', receipt: false });
    await page.getByText(/^对账/).click();
    await page.getByText('窗口现金').waitFor();
    await look(colleague, 'desk-pay-day');
    await colleague.leave();
  });
});
