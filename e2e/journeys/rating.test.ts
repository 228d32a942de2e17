import { noticesRoutes, ratingsRoutes, repairsRoutes, surveyFiguresRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { editionOf, fillDraft, submit } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { type Staff, seeThrough } from '../house/desk-work.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { barriersOn, comeIn, headingOn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string) => createClient(origin, { session: sessions[who] ?? '' });
const staff: Staff = { clerk: clientOf('clerk2'), approver: clientOf('approver'), head: clientOf('head') };
const person = citizen('liang-zhixia');
const item = 'id-renew';

/** A case of this person that has ended: the card was handed over, and the house has noted it. */
async function finished(): Promise<string> {
  const mine = clientOf(person.id);
  const edition = await editionOf(createClient(origin), item);
  const draft = await fillDraft(mine, { item, answers: findWayThrough(edition) ?? [] });
  const { case: number } = await submit(mine, draft);
  await seeThrough(staff, edition, number);
  const offer = { params: { case: number }, query: {} };
  await vi.waitUntil(async () => (await mine.call(ratingsRoutes.ofCase, offer)).may, {
    ...{ timeout: 60_000, interval: 500 },
  });
  return number;
}

describe('a bad rating', () => {
  const say = '取证那天等了一上午';
  let number = '';
  let phone: Visitor;
  let desk: Visitor;
  beforeAll(async () => {
    number = await finished();
    phone = await comeIn({ as: person.id, script: false });
    desk = await comeIn({ on: 'desk', as: 'supervisor' });
  }, 240_000);
  afterAll(() => Promise.all([phone.leave(), desk.leave()]));

  const look = async (visitor: Visitor, name: string) => {
    await keepPicture(visitor, name);
    if (visitor.visit.script !== false) expect(await barriersOn(visitor.page)).toEqual([]);
  };

  test('is given in two taps from the page of the case, without a script', async () => {
    const page = await phone.go(`/cases/${number}`);
    expect(await saidOn(page)).toContain('这次办得怎么样？');
    await look(phone, 'rating-case');
    await leadOn(page, page.getByRole('link', { name: '不满意', exact: true }).click());
    expect(await headingOn(page)).toBe('这次办得怎么样？');
    await page.getByLabel('办得慢').check();
    await page.getByLabel('想说的话（可以不填）').fill(say);
    await look(phone, 'rating-reasons');
    await leadOn(page, page.getByRole('button', { name: '提交评价' }).click());
    expect(await saidOn(page)).toContain('谢谢您的评价');
    await look(phone, 'rating-given');
  });

  test('opens a repair order with its days at the desk; the rated clerk sees nothing of it', async () => {
    const page = await desk.go('/desk/ratings');
    await page.getByRole('button', { name: `打开 ${number} 的整改单` }).click();
    await page.getByText(say).waitFor();
    await page.getByText('剩 15 个工作日').first().waitFor();
    await look(desk, 'rating-order');
    const mine = await clientOf('clerk2').call(repairsRoutes.mine, {});
    expect(JSON.stringify(mine)).not.toContain(say);
  });

  test('is taken, answered, called back and closed; then the clerk reads it, not by whom', async () => {
    const { page } = desk;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press('领办');
    await press('看电话');
    await page.getByText(person.phone).waitFor();
    await press('写答复');
    await page.getByLabel('核实了什么').fill('当天取证窗口只开了一个');
    await page.getByLabel('采取了什么措施').fill('上午加开一个取证窗口');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已答复，待回访').first().waitFor();
    await press('记回访');
    await page.getByText('现在满意').click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('回访，已经满意').waitFor();
    await press('办结');
    await page.locator('.repair-steps').getByText('办结', { exact: true }).waitFor();
    await look(desk, 'rating-closed');
    const mine = await clientOf('clerk2').call(repairsRoutes.mine, {});
    expect(mine.rows.map((row) => row.say)).toContain(say);
    expect(JSON.stringify(mine)).not.toContain(person.name);
    const own = await comeIn({ on: 'desk', as: 'clerk2' });
    const shown = await own.go('/desk/my-ratings');
    await shown.getByText(say).waitFor();
    await look(own, 'rating-mine');
    expect(await saidOn(shown)).not.toContain(person.name);
    await own.leave();
  });

  test('can be followed by the rater, who reads the reply', async () => {
    const page = await phone.go(`/cases/${number}`);
    const said = await saidOn(page);
    for (const words of ['这次整改已经办结', '上午加开一个取证窗口']) expect(said).toContain(words);
  });

  test('is told about in the messages of the rater, step by step', async () => {
    const titles = async () =>
      (await clientOf(person.id).call(noticesRoutes.list, { query: {} })).notices.map(
        ({ title }) => title.zh,
      );
    await expect
      .poll(titles, { timeout: 30_000 })
      .toEqual(expect.arrayContaining(['您的意见收到了', '您提的意见有答复了', '整改办结了']));
  });

  test('counts in the figures, whose pages are without barriers', async () => {
    const { page } = desk;
    const shownOn: Readonly<Record<string, string>> = { 统计: '评价指标', 表扬: '锦旗', 问卷: '平均等级' };
    for (const tab of ['统计', '表扬', '问卷']) {
      await page.getByText(tab, { exact: true }).first().click();
      await page
        .getByText(shownOn[tab] ?? '')
        .first()
        .waitFor();
      await look(desk, `rating-${{ 统计: 'figures', 表扬: 'praises', 问卷: 'surveys' }[tab] ?? tab}`);
    }
  });
});

describe('a good rating', () => {
  let number = '';
  let phone: Visitor;
  let taps = 0;
  beforeAll(async () => {
    number = await finished();
    phone = await comeIn({ as: person.id, large: true, english: true });
  }, 240_000);
  afterAll(() => phone.leave());

  test('takes two taps from the question to the thanks, in large print and English', async () => {
    const page = await phone.go(`/cases/${number}`);
    await keepPicture(phone, 'rating-ask-english');
    const tap = (press: Promise<void>) => {
      taps += 1;
      return leadOn(page, press);
    };
    await tap(page.getByRole('link', { name: 'Very satisfied', exact: true }).click());
    await keepPicture(phone, 'rating-reasons-english');
    expect(await barriersOn(page)).toEqual([]);
    await tap(page.getByRole('button', { name: 'Send' }).click());
    expect(await saidOn(page)).toContain('Thank you for your rating');
    expect(taps).toBeLessThanOrEqual(2);
    await keepPicture(phone, 'rating-given-english');
    expect(await barriersOn(page)).toEqual([]);
  });
  test('is given once: the page leads back to what was said, and the second is refused', async () => {
    const page = await phone.go(`/cases/${number}/rate`);
    expect(new URL(page.url()).pathname).toBe(`/cases/${number}`);
    const again = clientOf(person.id).call(ratingsRoutes.rateCase, {
      params: { case: number },
      body: { level: 5, reasons: [], channel: 'web' },
    });
    await expect(again).rejects.toMatchObject({ code: 'ratings.rated' });
  });
});

describe('a survey', () => {
  test('is found from the foot of a page, answered without a script, and counted at the desk', async () => {
    const phone = await comeIn({ as: person.id, script: false });
    const page = await phone.go('/');
    await leadOn(page, page.getByRole('link', { name: '满意度问卷' }).click());
    await keepPicture(phone, 'survey');
    for (const group of await page.getByRole('group').all())
      await group.getByLabel('满意', { exact: true }).check();
    await leadOn(page, page.getByRole('button', { name: '提交' }).click());
    expect(await saidOn(page)).toContain('您的回答已经收到');
    await phone.leave();
    const desk = await comeIn({ on: 'desk', as: 'supervisor' });
    const shown = await desk.go('/desk/ratings');
    await shown.getByText('问卷', { exact: true }).first().click();
    await shown.getByText('1 人回答').waitFor();
    await keepPicture(desk, 'rating-survey-answered');
    await desk.leave();
    const [survey] = await clientOf('supervisor').call(surveyFiguresRoutes.list, {});
    expect(survey).toMatchObject({
      answered: 1,
      questions: [{ n: 1, meanLevel: 2, favourableShare: 1 }, {}, {}, {}],
    });
  });
});

describe('the pages of ratings', () => {
  test('read well in large print and in English', async () => {
    const elder = await comeIn({ as: person.id, large: true, english: true });
    const page = await elder.go('/surveys/police-service');
    expect(await headingOn(page)).toBe('How satisfied are you with police services?');
    await keepPicture(elder, 'survey-english');
    expect(await barriersOn(page)).toEqual([]);
    await elder.leave();
  });
});
