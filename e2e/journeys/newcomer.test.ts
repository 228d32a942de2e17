import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, actionOf, markAllGood, markDefect, openCase, signInAtDesk } from '../house/desk.ts';
import { newcomer, walkGuide } from '../house/guide.ts';
import { signaturesOf, textOf } from '../house/papers.ts';
import { citizen } from '../house/people.ts';
import { fillForm, layMaterials, photographFile, signInOn } from '../house/portal.ts';
import { barriersOn, comeIn, headingOn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const unsigned = '申请书没有签名，签好名再拍一张';
const blurred = '产权证上的地址看不清，对着光重新拍一张';
const home = { 'address.division': '441900003', 'address.detail': '示例路 1 号 2 栋 301 房' };

/** One person and one desk go through it together, so each test goes on where the one before it ended. */
describe('a newcomer who wants to join their spouse', () => {
  let phone: Visitor;
  let desk: Visitor;
  let number = '';
  let code = '';
  beforeAll(async () => {
    phone = await comeIn();
    desk = await comeIn({ on: 'desk' });
  });
  afterAll(() => Promise.all([phone.leave(), desk.leave()]));

  const look = async (visitor: Visitor, name: string) => {
    await keepPicture(visitor, name);
    expect(await barriersOn(visitor.page)).toEqual([]);
  };

  test('finds out on a phone, and is asked to sign in only to apply', async () => {
    const page = await phone.go('/');
    await page.getByRole('textbox', { name: '想办什么事' }).fill('老婆户口迁过来');
    await page.getByRole('button', { name: '搜索' }).click();
    await page.getByRole('link', { name: '市外迁入—投靠配偶' }).click();
    await page.getByRole('link', { name: '看我能不能办' }).click();
    await walkGuide(page, newcomer);
    await page.getByRole('link', { name: '登录后在网上办' }).click();
    expect(await headingOn(page)).toBe('登录');
    await signInOn(page, citizen('lin-xiaoman'));
    expect(await headingOn(page)).toBe('开始填写');
    await look(phone, 'begin');
  });

  test('types only what is not known, and it is kept while typing', async () => {
    const { page } = phone;
    await leadOn(page, page.getByRole('button', { name: '开始填写' }).click());
    await look(phone, 'apply-tasks');
    await leadOn(page, page.getByRole('link', { name: '接着办' }).click());
    const kept = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByLabel('详细地址').fill(home['address.detail']);
    await kept;
    await page.getByText(/已保存 \d\d?:\d\d/).waitFor();
    await page.reload();
    expect(await page.getByLabel('详细地址').inputValue()).toBe(home['address.detail']);
    await look(phone, 'apply-form');
    await fillForm(page, home);
    expect(await headingOn(page)).toBe('交材料');
  });

  test('lays photographs and licences under the materials, and hands in once', async () => {
    const { page } = phone;
    await look(phone, 'apply-materials');
    const laid = await layMaterials(page);
    expect(laid).toContain('入户申请书');
    await page.getByRole('link', { name: '去核对' }).click();
    expect(await saidOn(page)).toContain(citizen('lin-xiaoman').name);
    await look(phone, 'apply-check');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: /提交/ }).click();
    expect(await headingOn(page)).toBe('已经提交');
    await look(phone, 'apply-done');
    const [told = ''] = await page.locator('.big-number').allInnerTexts();
    number = told.trim();
    expect(number).toMatch(/^[\dA-Z-]{8,}$/);
    await page.getByRole('link', { name: '看办理进度' }).click();
    expect(await saidOn(page)).toContain('正在核对材料');
  });

  test('is told every defect in one notice by a clerk who found them at the same checkpoints', async () => {
    const { page } = desk;
    await page.goto('/desk/');
    await page.getByLabel('账号').waitFor();
    await look(desk, 'desk-sign-in');
    await signInAtDesk(page, 'clerk');
    await look(desk, 'desk-tasks');
    await openCase(page, number);
    await look(desk, 'desk-case');
    await act(page, '认领');
    await markDefect(page, '入户申请书', unsigned);
    await markDefect(page, '不动产权证书', blurred);
    await markAllGood(page);
    await look(desk, 'desk-checked');
    await actionOf(page, '一次性告知').click();
    const dialog = page.getByRole('dialog');
    for (const say of [unsigned, blurred]) await dialog.getByText(say).waitFor();
    await look(desk, 'desk-notice');
    await dialog.getByRole('button', { name: /^发出告知书/ }).click();
    await page.getByText('等待补正').first().waitFor();
  });

  test('sees all of it at once, replaces both, and hands in again', async () => {
    const { page } = phone;
    await page.goto(`/cases/${number}`);
    expect(await saidOn(page)).toContain('需要您处理');
    await look(phone, 'case-needs-you');
    await page.getByRole('link', { name: '去补材料' }).click();
    const said = await saidOn(page);
    for (const say of [unsigned, blurred]) expect(said).toContain(say);
    await look(phone, 'correct');
    for (const sheet of await page.locator('section[id^=mend-]').all()) {
      await sheet.locator('input[type=file]').setInputFiles(photographFile);
      await sheet.getByText('已重新上传').waitFor();
    }
    await page.getByRole('button', { name: '全部补好了，提交' }).click();
    expect(await saidOn(page)).toContain('正在核对材料');
  });

  test('is accepted by the clerk, reviewed by an approver, and granted by a head', async () => {
    const clerk = desk.page;
    await openCase(clerk, number);
    await markAllGood(clerk);
    await act(clerk, '受理', '受理');
    await clerk.getByText('审查中').first().waitFor();

    // The rules have given the case to the approver, and the next step to the head.
    await asStaff('approver', async (page) => {
      await markAllGood(page);
      expect(await page.getByText('未核对').count()).toBe(0);
      await act(page, '通过', '通过');
      await page.getByText('待决定').first().waitFor();
    });
    await asStaff('head', async (page) => {
      await act(page, '准予', '作出准予决定');
      await page.getByText('制证中').first().waitFor();
    });
    await openCase(clerk, number);
    await act(clerk, '制证完成', '登记制证完成');
    await actionOf(clerk, '领取登记').click();
    await clerk.getByLabel('领取人', { exact: true }).fill('示例·林小满');
    await clerk.getByLabel('已核对领取人的身份证件').check();
    await clerk
      .getByRole('dialog')
      .getByRole('button', { name: /^登记并办结/ })
      .click();
    await clerk.getByText('已办结').first().waitFor();
    await look(desk, 'desk-closed');
  });

  test('reads in plain words that it is done', async () => {
    const { page } = phone;
    await page.goto(`/cases/${number}`);
    const said = await saidOn(page);
    expect(said).toContain('办好了');
    for (const inner of ['pre-review', 'in-review', 'awaiting-decision', '待决定', '审查中'])
      expect(said).not.toContain(inner);
    await look(phone, 'case-done');
    await page.goto('/cases');
    expect(await saidOn(page)).toContain('办好了');
    await look(phone, 'cases');
    await page.goto('/licences');
    await look(phone, 'licences');
  });

  test('downloads a signed certificate with a code that anybody can check', async () => {
    const { page, context } = phone;
    await page.goto(`/cases/${number}`);
    const href = await page.getByRole('link', { name: '下载电子证照（PDF）' }).getAttribute('href');
    const answer = await context.request.get(href ?? '');
    expect(answer.headers()['content-type']).toContain('application/pdf');
    const pdf = await answer.body();
    const signatures = signaturesOf(pdf);
    if (signatures !== undefined) {
      expect(signatures).toContain('Signature is Valid');
      expect(signatures).toContain('Total document signed');
    }
    await page.goto('/licences');
    // Among many cards each stands folded.
    const card = page.locator('details.card', { hasText: '别人怎么核验' }).first();
    await card.locator('summary').first().click();
    const link = card.getByRole('link', { name: '别人怎么核验' });
    code = (await link.getAttribute('href'))?.split('/').pop() ?? '';
    const text = textOf(pdf);
    if (text !== undefined) expect(text.replace(/\s/g, '')).toContain('示例·林小满');

    const stranger = await comeIn();
    await stranger.go('/verify');
    await stranger.page.getByRole('textbox').last().fill(code);
    await stranger.page.getByRole('main').getByRole('button').last().click();
    expect(await saidOn(stranger.page)).toContain('有效');
    expect(await saidOn(stranger.page)).not.toContain(citizen('lin-xiaoman').citizen_number);
    await look(stranger, 'verified');
    await stranger.leave();
  });

  async function asStaff(login: string, work: (page: Visitor['page']) => Promise<void>): Promise<void> {
    const visitor = await comeIn({ on: 'desk' });
    await signInAtDesk(visitor.page, login);
    await openCase(visitor.page, number);
    await work(visitor.page);
    await look(visitor, `desk-case-${login}`);
    await visitor.leave();
  }
});
