import { casesRoutes, issueRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft, submit } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { type Staff, seeReady } from '../house/desk-work.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { codeOn, draw, idleOn, pairAtDesk, setUpTablet } from '../house/tablet.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string) => createClient(origin, { session: sessions[who] ?? '' });
const staff: Staff = { clerk: clientOf('clerk2'), approver: clientOf('approver'), head: clientOf('head') };
const item = 'id-renew';

/** A licence that is done and waits, applied for by this person. */
async function resultFor(who: string): Promise<string> {
  const edition = await editionOf(createClient(origin), item);
  const answers = findWayThrough(edition) ?? [];
  const { case: number } = await submit(clientOf(who), await fillDraft(clientOf(who), { item, answers }));
  await seeReady(staff, edition, number);
  return number;
}

/** What a barcode gun reads off the collection slip: the address at which it is verified. */
async function slipOf(who: string, number: string): Promise<string> {
  const { documents } = await clientOf(who).call(casesRoutes.get, { params: { case: number } });
  const slip = documents.find(({ kind }) => kind === 'collection');
  return `${origin}/verify/${slip?.code ?? ''}`;
}

/** One issue desk with its screen, so each test goes on where the one before it ended. */
describe('a result that is done', () => {
  const person = citizen('ma-yuanxing');
  let number = '';
  let other = '';
  let desk: Visitor;
  let tablet: Visitor;
  beforeAll(async () => {
    number = await resultFor(person.id);
    other = await resultFor('zhong-mingyuan');
    desk = await comeIn({ on: 'desk', as: 'clerk' });
    tablet = await setUpTablet();
    await pairAtDesk(desk.page, await codeOn(tablet.page));
    await idleOn(tablet.page).waitFor();
  }, 180_000);
  afterAll(() => Promise.all([desk.leave(), tablet.leave()]));

  const look = async (visitor: Visitor, name: string) => {
    await keepPicture(visitor, name);
    expect(await barriersOn(visitor.page)).toEqual([]);
  };

  test('waits at the issue desk, and the scan box is ready for the gun', async () => {
    const page = await desk.go('/desk/issue');
    await page.getByRole('link', { name: '居民身份证' }).first().waitFor();
    await look(desk, 'issue-idle');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('scan-code');
    await page.keyboard.type('0000 0000\n');
    await page.getByText('取件码有一位对不上').first().waitFor();
  });

  test('is found by the code on the slip, the person masked until the card was read', async () => {
    const { page } = desk;
    await page.getByLabel('扫码或输入取件码、办件编号').fill(await slipOf(person.id, number));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '要领的结果 1 件' }).waitFor();
    expect(await page.locator('.collection-who').textContent()).not.toContain(person.name);
    await look(desk, 'issue-found');
  });

  test('is not given to somebody else without a letter of authority', async () => {
    const { page } = desk;
    const stranger = citizen('zhong-mingyuan');
    await page.getByLabel('姓名', { exact: true }).fill(stranger.name);
    await page.getByLabel('身份证号码', { exact: true }).fill(stranger.citizen_number);
    await page.keyboard.press('F6');
    await page.getByText('证件不是申请人本人的').waitFor();
    await page.getByRole('button', { name: '拍照上传委托书' }).waitFor();
    await look(desk, 'issue-stranger');
  });

  test('is signed for on the second screen by its owner, and handed over with the keyboard', async () => {
    const { page } = desk;
    await page.getByLabel('姓名', { exact: true }).fill(person.name);
    await page.getByLabel('身份证号码', { exact: true }).fill(person.citizen_number);
    await page.keyboard.press('F6');
    await page.getByText('证件和申请人一致').waitFor();
    await page.keyboard.press('F8');
    const screen = tablet.page;
    await screen.getByRole('heading', { name: '核对您领取的证件' }).waitFor();
    expect(await screen.getByRole('main').textContent()).toContain(person.name);
    await look(tablet, 'screen-collect');
    await draw(screen);
    await screen.getByRole('button', { name: '确认并签名' }).click();
    await page.getByText('已在群众屏上签名').waitFor();
    await look(desk, 'issue-signed');
    await page.keyboard.press('F10');
    await page.getByText(`已交付 1 件给 ${person.name}`).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('scan-code');
    await idleOn(screen).waitFor();
    const { status } = await clientOf(person.id).call(casesRoutes.get, { params: { case: number } });
    expect(status.headline).toBe('done');
  });

  test('goes by express with a label, and its owner is told', async () => {
    const { page } = desk;
    await page.getByText('寄递', { exact: true }).first().click();
    await page.getByLabel(`选中 ${other}`).check();
    const { bytes } = await clientOf('clerk').call(issueRoutes.labels, { body: { cases: [other] } });
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    await page.getByRole('button', { name: '填 1 个运单号' }).click();
    await page.getByLabel(`${other} 的快递单号`).fill('SF100200300');
    await look(desk, 'issue-waybills');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已寄 SF100200300').waitFor();
    const { status } = await clientOf('zhong-mingyuan').call(casesRoutes.get, { params: { case: other } });
    expect(status.headline).not.toBe('done');
  });
});
