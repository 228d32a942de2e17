import { praisesRoutes, queueRoutes, ratingsRoutes, repairsRoutes } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, signInStaff } from '../house/client.ts';
import {
  callNext,
  finish,
  neededMs,
  openEmptyWindow,
  openToday,
  queuedItem,
  untilTodayIsLongEnough,
} from '../house/hall.ts';
import { greeting, registerKiosk, setUpKiosk, stir, touch } from '../house/kiosk.ts';
import { ownHouse } from '../house/shared.ts';
import { codeOn, pairAtDesk, setUpTablet } from '../house/tablet.ts';
import { barriersOn, comeIn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
let clerk = createClient(origin, { session: sessions.clerk ?? '' });
const manager = createClient(origin, { session: sessions.hall ?? '' });
let lead: Visitor;

beforeAll(async () => {
  if (await untilTodayIsLongEnough()) clerk = await signInStaff(origin, 'clerk');
  await openToday(manager);
  await openEmptyWindow(clerk);
  lead = await comeIn({ on: 'desk' });
  await lead.context.addCookies([{ name: 'tongban_session', value: manager.session() ?? '', url: origin }]);
}, neededMs + 240_000);
afterAll(async () => {
  await clerk.call(queueRoutes.setWindow, { body: { state: 'closed' } });
  await lead.leave();
});

/** Somebody took a number, was called and was served. */
async function served(): Promise<{ number: string; path: string; key: string }> {
  const { number, url } = await manager.call(queueRoutes.take, { body: { item: queuedItem } });
  const { ticket } = await callNext(clerk);
  await finish(clerk, ticket);
  const path = new URL(url).pathname;
  return { number, path, key: path.split('/').at(-1) ?? '' };
}
const look = async (visitor: Visitor, name: string) => {
  await keepPicture(visitor, name);
  if (visitor.visit.script !== false) expect(await barriersOn(visitor.page)).toEqual([]);
};
const orderOf = async (number: string) =>
  (await manager.call(repairsRoutes.list, { query: { state: 'open' } })).repairs.find(
    (one) => one.number === number,
  );

describe('the code on a ticket', () => {
  const say = '前面的人办了一小时';
  let visit: Awaited<ReturnType<typeof served>>;

  test('leads to a page where the visit is rated in two taps, without a script', async () => {
    visit = await served();
    const phone = await comeIn({ script: false });
    const page = await phone.go(visit.path);
    await look(phone, 'rating-ticket');
    await leadOn(page, page.getByRole('link', { name: '非常不满意', exact: true }).click());
    await page.getByLabel('等得太久').check();
    await page.getByLabel('想说的话（可以不填）').fill(say);
    await page.getByLabel('联系电话（可以不填）').fill('19900000099');
    await look(phone, 'rating-ticket-reasons');
    await leadOn(page, page.getByRole('button', { name: '提交评价' }).click());
    expect(await saidOn(page)).toContain('谢谢您的评价');
    await look(phone, 'rating-ticket-given');
    await phone.leave();
  });
  test('that was forged, or whose visit was rated, rates nothing', async () => {
    const rate = (key: string) =>
      createClient(origin).call(ratingsRoutes.rateVisit, {
        params: { key },
        body: { level: 1, reasons: [] },
      });
    await expect(rate(visit.key)).rejects.toMatchObject({ code: 'ratings.rated' });
    await expect(rate('A'.repeat(visit.key.length))).rejects.toMatchObject({ code: 'ratings.not-ended' });
  });
  test('and an appeal of the hall is re-checked by somebody else: struck, counted apart', async () => {
    const page = await lead.go('/desk/ratings');
    await page.getByRole('button', { name: `打开 ${visit.number} 的整改单` }).click();
    await page.getByText(say).waitFor();
    await page.getByText('199****0099').waitFor();
    await page.getByRole('button', { name: '申诉', exact: true }).click();
    await page.getByLabel('为什么认为评价不实').fill('叫号记录显示只等了三分钟');
    await look(lead, 'rating-appeal');
    await page.keyboard.press('Control+Enter');
    await page.getByText('申诉待复核').first().waitFor();
    expect(await page.getByRole('button', { name: '复核', exact: true }).count()).toBe(0);
    const desk = await comeIn({ on: 'desk', as: 'supervisor' });
    const own = await desk.go('/desk/ratings');
    await own.getByRole('button', { name: `打开 ${visit.number} 的整改单` }).click();
    await own.getByRole('button', { name: '复核', exact: true }).click();
    await own.getByText('评价不实，剔除').click();
    await own.getByLabel('理由').fill('核对叫号记录，属实');
    await look(desk, 'rating-recheck');
    await own.keyboard.press('Control+Enter');
    await own.getByText('复核剔除').first().waitFor();
    await desk.leave();
    expect(await orderOf(visit.number)).toBeUndefined();
  });
});

describe('the second screen of a window', () => {
  test('asks whoever was just served, and takes the rating in two taps', async () => {
    const desk = await comeIn({ on: 'desk', as: 'clerk' });
    const tablet = await setUpTablet();
    const { page } = tablet;
    await pairAtDesk(desk.page, await codeOn(page));
    await page.getByRole('heading', { name: '1号 综合窗口' }).waitFor();
    const { number } = await served();
    await page.getByRole('heading', { name: '这次办得怎么样？' }).waitFor({ timeout: 90_000 });
    await look(tablet, 'rating-screen');
    await page.getByRole('button', { name: 'English' }).click();
    await look(tablet, 'rating-screen-english');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '不满意', exact: true }).click();
    await look(tablet, 'rating-screen-reasons');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('谢谢您的评价').waitFor();
    await look(tablet, 'rating-screen-thanks');
    await Promise.all([desk.leave(), tablet.leave()]);
    expect(await orderOf(number)).toMatchObject({
      channelName: '政务大厅平板电脑',
      windowName: '1号 综合窗口',
    });
  });
});

describe('a kiosk', () => {
  test('rates a visit by the number on its slip, and tells a wrong number what to do', async () => {
    const { number } = await served();
    const kiosk = await setUpKiosk();
    const { page } = kiosk;
    await registerKiosk(kiosk, manager, '评价用自助机');
    const seen = async (name: string) => {
      await stir(page);
      await look(kiosk, name);
      await stir(page);
    };
    const type = async (text: string) => {
      for (const sign of text) await page.getByRole('button', { name: sign, exact: true }).click();
    };
    await greeting(page).click();
    await page.getByRole('heading', { name: '要办什么事' }).waitFor();
    await seen('kiosk-home-rate');
    await touch(page, '评价');
    await seen('kiosk-rate-number');
    await type('Q999');
    await page.locator('.main').click();
    await page.getByRole('alert').waitFor();
    await seen('kiosk-rate-wrong');
    await page.getByRole('button', { name: '全部重输' }).click();
    await type(number);
    await page.locator('.main').click();
    await page.getByRole('heading', { name: '这次办得怎么样？' }).waitFor();
    await seen('kiosk-rate');
    await page.getByRole('button', { name: '不满意', exact: true }).click();
    await seen('kiosk-rate-reasons');
    await page.getByRole('button', { name: '大字' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await seen('kiosk-rate-reasons-english-elder');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByRole('heading', { name: '谢谢您的评价' }).waitFor();
    await seen('kiosk-rated');
    await kiosk.leave();
    expect((await orderOf(number))?.channelName).toBe('政务大厅其他终端');
  });
});

describe('a call', () => {
  test('is put down at the desk in the words of the caller', async () => {
    const { number } = await served();
    const page = await lead.go('/desk/ratings');
    await page.getByRole('button', { name: '登记电话评价' }).click();
    await page.getByLabel('办件编号或排队号').fill(number);
    await expect
      .poll(
        async () => {
          await page.getByRole('button', { name: '查找' }).click();
          return page.getByRole('radio', { name: /办完$/ }).count();
        },
        { timeout: 30_000, interval: 2000 },
      )
      .toBe(1);
    await page.getByRole('radio', { name: /办完$/ }).check();
    await page.getByText('不满意', { exact: true }).last().click();
    await page.getByText('等得太久').or(page.getByText('办得慢')).first().click();
    await page.getByLabel('来电人的原话（可以不填）').fill('来电：多跑了一趟');
    await page.getByLabel(/^来电号码/).fill('19900000098');
    await look(lead, 'rating-phone');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `打开 ${number} 的整改单` }).waitFor();
    await look(lead, 'rating-orders');
    expect((await orderOf(number))?.channelName).toBe('电话');
  });
});

describe('praise', () => {
  test('is registered with how many, and can be saved as a table', async () => {
    const page = await lead.go('/desk/ratings');
    await page.getByText('表扬', { exact: true }).first().click();
    await page.getByRole('button', { name: '登记表扬' }).click();
    await page.getByLabel('数量').fill('2');
    await page.getByLabel('谁送的（可以不填）').fill('示例·小区居民');
    await look(lead, 'rating-praise');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('示例·小区居民').waitFor();
    await look(lead, 'rating-praises-hall');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出表格' }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^表扬 .+\.csv$/);
    const today = shanghaiDay(new Date());
    const query = { from: today, to: today };
    expect((await manager.call(praisesRoutes.list, { query })).counts.banner).toBeGreaterThanOrEqual(2);
  });
});
