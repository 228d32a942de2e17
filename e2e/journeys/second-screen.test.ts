import { intakeRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { codeOn, draw, idleOn, pairAtDesk, setUpTablet } from '../house/tablet.ts';
import { barriersOn, comeIn, keepPicture, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string) => createClient(origin, { session: sessions[who] ?? '' });
const clerk = clientOf('clerk');
const person = citizen('ma-yuanxing');
const item = 'id-renew';

/** One tablet and one window, so each test goes on where the one before it ended. */
describe('a second screen', () => {
  let desk: Visitor;
  let tablet: Visitor;
  let sitting = '';
  beforeAll(async () => {
    desk = await comeIn({ on: 'desk', as: 'clerk' });
    tablet = await setUpTablet();
  });
  afterAll(async () => {
    if (sitting !== '') await clerk.call(intakeRoutes.end, { params: { sitting } }).catch(() => undefined);
    await Promise.all([desk.leave(), tablet.leave()]);
  });

  const look = async (name: string) => {
    await keepPicture(tablet, name);
    expect(await barriersOn(tablet.page)).toEqual([]);
  };

  test('shows a code, and a wrong one pairs nothing', async () => {
    await look('screen-code');
    const wrong = String((Number(await codeOn(tablet.page)) + 1) % 1_000_000).padStart(6, '0');
    await pairAtDesk(desk.page, wrong);
    await desk.page.getByText('没有屏幕在显示这个配对码').waitFor();
    await tablet.page.getByRole('heading', { name: '输入这个配对码' }).waitFor();
  });

  test('belongs to the window once its code is typed at the desk, and is idle', async () => {
    await pairAtDesk(desk.page, await codeOn(tablet.page));
    await idleOn(tablet.page).waitFor();
    await desk.page.getByText('已配对').first().waitFor();
    await look('screen-idle');
  });

  test('shows nothing of the person until the clerk asks, then everything that is handed in', async () => {
    const edition = await editionOf(createClient(origin), item);
    const answers = findWayThrough(edition) ?? [];
    const { draft } = await fillDraft(clientOf(person.id), { item, answers });
    const begun = await clerk.call(intakeRoutes.begin, {
      body: { name: person.name, citizenNumber: person.citizen_number, by: 'card' },
    });
    sitting = begun.sitting;
    const params = { sitting };
    await clerk.call(intakeRoutes.addItem, { params, body: { draft } });
    expect(await saidOn(tablet.page)).not.toContain(person.name);
    await clerk.call(intakeRoutes.askConfirmation, { params, body: {} });
    await tablet.page.getByRole('heading', { name: '核对您要办的事' }).waitFor();
    const said = await saidOn(tablet.page);
    for (const shown of [person.name, edition.folder.item.name]) expect(said).toContain(shown);
    await look('screen-confirm');
  });

  test('still shows it after a reload, and keeps nothing of the person on the tablet', async () => {
    await tablet.page.reload();
    await tablet.page.getByText(person.name).first().waitFor();
    const kept = await tablet.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain(person.name);
    expect(Object.keys(JSON.parse(kept))).toEqual(['tongban.screen']);
  });

  test('takes the word of who sees a mistake to the clerk', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: '有地方不对' }).click();
    await page.getByLabel('填写的内容').check();
    await look('screen-wrong');
    await page.getByRole('button', { name: '告诉工作人员' }).click();
    await page.getByRole('heading', { name: '已经告诉工作人员' }).waitFor();
    const { confirmation } = await clerk.call(intakeRoutes.get, { params: { sitting } });
    expect(confirmation).toMatchObject({ state: 'declined', reason: '填写的内容' });
  });

  test('takes the signature, thanks, and is idle again', async () => {
    const { page } = tablet;
    await clerk.call(intakeRoutes.askConfirmation, { params: { sitting }, body: {} });
    await page.getByRole('heading', { name: '核对您要办的事' }).waitFor();
    await draw(page);
    await page.getByRole('button', { name: '确认并签名' }).click();
    await page.getByRole('heading', { name: '签好了' }).waitFor();
    await look('screen-thanks');
    const { confirmation } = await clerk.call(intakeRoutes.get, { params: { sitting } });
    expect(confirmation).toMatchObject({ state: 'signed', signature: expect.any(String) });
    await idleOn(page).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(person.name);
  });

  test('goes idle when the sitting ends in the middle', async () => {
    await clerk.call(intakeRoutes.askConfirmation, { params: { sitting }, body: {} });
    await tablet.page.getByText(person.name).first().waitFor();
    await clerk.call(intakeRoutes.end, { params: { sitting } });
    sitting = '';
    await idleOn(tablet.page).waitFor();
  });

  test('says since when the network is away', async () => {
    await tablet.context.setOffline(true);
    await tablet.page.getByText(/网络断了，从 \d+:\d\d 起/).waitFor({ timeout: 90_000 });
    await tablet.context.setOffline(false);
    await tablet.page.getByText(/网络断了/).waitFor({ state: 'detached' });
  });

  test('forgets its window when the clerk releases it', async () => {
    await desk.page.goto('/desk/devices');
    await desk.page.getByRole('button', { name: '解除配对' }).click();
    await tablet.page.getByRole('heading', { name: '输入这个配对码' }).waitFor();
  });
});
