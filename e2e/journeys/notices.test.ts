import { noticesRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft, handIn } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { askForCorrection } from '../house/desk-work.ts';
import { newcomer } from '../house/guide.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, keepPicture, leadOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const who = 'zhong-mingyuan';
const client = createClient(origin, { session: sessions[who] ?? '' });
const wish = { item: 'move-spouse', answers: Object.entries(newcomer) };
const address = 'kayak@lake.example';
let [first, second] = ['', ''];

/** What I was told, once the events have been carried. */
const toldOf = async (event: string) =>
  (await client.call(noticesRoutes.list, { query: {} })).notices.filter(({ title }) => title.zh === event);
const look = async (visitor: Visitor, name: string) => {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
};

/** One person after another on one house, so each test goes on where the one before it ended. */
describe('how somebody is told', () => {
  let me: Visitor;
  beforeAll(async () => {
    me = await comeIn({ as: who });
  });
  afterAll(() => me.leave());

  test('is chosen: mail is confirmed by a code before anything else is sent there', async () => {
    const page = await me.go('/notices/settings');
    await look(me, 'notice-settings');
    await page.getByLabel('邮箱地址').fill('kayak');
    await leadOn(page, page.getByRole('button', { name: '发验证码' }).click());
    await look(me, 'notice-mail-wrong');
    await page.getByLabel('邮箱地址').fill(address);
    await leadOn(page, page.getByRole('button', { name: '发验证码' }).click());
    const code = (await page.locator('.phone-message b').textContent()) ?? '';
    await look(me, 'notice-mail-code');
    await page.getByLabel('邮件里的验证码').fill(code);
    await leadOn(page, page.getByRole('button', { name: '确认邮箱' }).click());
    expect(await page.getByLabel('邮件，发到 k***@lake.example').isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: '微信公众号' }).uncheck();
    await page.getByLabel('这段时间先不发，过后再发').uncheck();
    await leadOn(page, page.getByRole('button', { name: '存下' }).click());
    await page.getByRole('status').getByText('存好了').waitFor();
    await look(me, 'notice-settings-mail');
    expect(await client.call(noticesRoutes.choice, {})).toMatchObject({
      wechat: false,
      mail: true,
      sms: true,
    });
  });

  test('and what happens to two cases stands in the centre, counted, and sorted by case', async () => {
    const edition = await editionOf(client, wish.item);
    first = (await handIn(client, await fillDraft(client, wish))).case;
    second = (await handIn(client, await fillDraft(client, wish))).case;
    await askForCorrection(createClient(origin, { session: sessions.clerk2 ?? '' }), edition, second);
    await expect.poll(() => toldOf('有材料要补').then((told) => told.length)).toBe(1);
    const page = await me.go('/notices');
    const { unread } = await client.call(noticesRoutes.unread, {});
    expect(await page.locator('.top__count').textContent()).toContain(String(unread));
    await look(me, 'notices');
    await leadOn(page, page.getByRole('link', { name: second, exact: true }).click());
    expect(await page.locator('.notices > li').count()).toBe(2);
    expect(await page.locator('.notices').textContent()).not.toContain(first);
    await look(me, 'notices-of-case');
    await leadOn(page, page.getByRole('button', { name: '都看过了' }).click());
    expect((await client.call(noticesRoutes.unread, {})).unread).toBeLessThan(unread);
  });

  test('is as plain in English and in large print', async () => {
    for (const [name, way] of [
      ['en', { english: true }],
      ['', { large: true }],
    ] as const) {
      const visitor = await comeIn({ as: who, ...way });
      const ending = name === '' ? '' : `-${name}`;
      await visitor.go('/notices');
      await look(visitor, `notices${ending}`);
      await visitor.go('/notices/settings');
      await look(visitor, `notice-settings${ending}`);
      if (name === 'en') {
        expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
        expect(await visitor.page.getByRole('main').textContent()).toContain('Mail to k***@lake.example');
      }
      await visitor.leave();
    }
  });
});

describe('the desk', () => {
  let desk: Visitor;
  beforeAll(async () => {
    desk = await comeIn({ on: 'desk' });
    const value = sessions.admin ?? '';
    await desk.context.addCookies([{ name: 'tongban_session', value, url: origin }]);
  });
  afterAll(() => desk.leave());

  test('shows each text in both languages, with the mail and the message as they leave', async () => {
    const page = await desk.go('/desk/notices');
    await page.getByText('材料要补正').first().waitFor();
    await look(desk, 'notice-texts');
    await page.getByText('English', { exact: true }).click();
    await page.getByText('Something is missing').first().waitFor();
    await look(desk, 'notice-texts-en');
  });

  test('shows in the outbox what left, in the very words of the centre, and nobody’s number', async () => {
    const [notice] = await toldOf('有材料要补');
    const { page } = desk;
    await page.getByText('发件箱', { exact: true }).click();
    const rows = page.locator('.notice-outbox tbody tr').filter({ hasText: second });
    const asked = rows.filter({ hasText: '有材料要补' });
    const mail = asked.filter({ hasText: 'k***@lake.example' });
    await mail.first().waitFor();
    expect(await mail.first().textContent()).toContain(notice?.body.zh ?? '-');
    const sms = asked.filter({ hasText: /199\*{4}/ });
    expect(await sms.first().textContent()).toMatch(/199\*{4}\d{4}/);
    expect(await sms.first().textContent()).toContain(`“市外迁入—投靠配偶”（${second}）有材料要补`);
    expect(await page.getByRole('main').textContent()).not.toContain(address);
    await look(desk, 'notice-outbox');
    await page.getByText('数字', { exact: true }).click();
    await page.getByText('正常').first().waitFor();
    await look(desk, 'notice-figures');
  });
});
