import {
  bookableRoutes,
  bookingsRoutes,
  fleetRoutes,
  hallRoutes,
  ticketsRoutes,
  visitsRoutes,
} from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft, handIn } from '../house/applying.ts';
import { createClient, signInCitizen } from '../house/client.ts';
import { neededMs, openToday, untilTodayIsLongEnough } from '../house/hall.ts';
import {
  fallSilent,
  farewell,
  greeting,
  layCard,
  registerKiosk,
  setUpKiosk,
  stir,
  touch,
  tracesOn,
  walkAway,
} from '../house/kiosk.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { barriersOn, keepPicture, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const person = citizen('qin-chunyan');
let phone = createClient(origin, { session: sessions[person.id] ?? '' });

/** What happens behind a screen is waited for as long as a slow machine may need. */
const patience = { timeout: 90_000 };

/** One kiosk, and one person after another, so each test goes on where the one before it ended. */
describe('a kiosk', () => {
  let kiosk: Visitor;
  let page: Page;
  const manager = createClient(origin, { session: sessions.hall ?? '' });
  let device = '';
  let caseNumber = '';
  beforeAll(async () => {
    if (await untilTodayIsLongEnough()) phone = await signInCitizen(origin, person.id);
    await openToday(manager);
    const edition = await editionOf(createClient(origin), 'id-renew');
    const draft = await fillDraft(phone, { item: 'id-renew', answers: findWayThrough(edition) ?? [] });
    caseNumber = (await handIn(phone, draft)).case;
    kiosk = await setUpKiosk();
    page = kiosk.page;
  }, neededMs + 240_000);
  afterAll(() => kiosk.leave());

  /** The quiet seconds run while one looks, so whoever looks is there. */
  const look = async (name: string) => {
    await stir(page);
    await keepPicture(kiosk, name);
    await stir(page);
    expect(await barriersOn(page)).toEqual([]);
    await stir(page);
  };
  const toCard = async (...names: string[]) => {
    await touch(page, ...names, '刷身份证');
    await layCard(page, person.citizen_number);
  };
  const secrets = () => [person.name, person.citizen_number, caseNumber];
  const row = async () => (await manager.call(fleetRoutes.list, {})).find((one) => one.device === device);

  test('shows a code until the hall manager registers it, and is then alive in the fleet', async () => {
    await look('kiosk-register');
    ({ device } = await registerKiosk(kiosk, manager, '1号自助机'));
    await look('kiosk-attract');
    expect(await row()).toMatchObject({ state: 'online', faults: [], unmerged: 0 });
  });

  test('gives a number to whoever asks, with people ahead and a page to follow the queue on', async () => {
    await touch(page, '取号');
    await look('kiosk-lines');
    await touch(page, '户口和身份证');
    await look('kiosk-items');
    await page.locator('.item').first().click();
    await look('kiosk-how');
    await touch(page, '直接取号');
    await page.getByRole('heading', { name: '号取好了' }).waitFor();
    await look('kiosk-ticket');
    const url = (await page.locator('.paper [data-qr]').getAttribute('data-qr')) ?? '';
    const key = url.split('/').at(-1) ?? '';
    const ticket = await createClient(origin).call(ticketsRoutes.get, { params: { key } });
    expect(await page.locator('.paper__number').textContent()).toBe(ticket.number);
    expect(ticket.state).toBe('waiting');
    await touch(page, '打印号票');
    await page.getByText('模拟打印机（演示）').waitFor();
    await touch(page, '完成');
    await farewell(page);
  });

  test('refuses figures of no booking and says what to do', async () => {
    await touch(page, '预约签到', '输入预约码');
    for (const digit of '00000000') await page.getByRole('button', { name: digit, exact: true }).click();
    await touch(page, '签到');
    await page.getByRole('alert').waitFor();
    expect(await saidOn(page)).toContain('没有这个预约码');
    await look('kiosk-code');
    await touch(page, '结束并清除');
    await greeting(page).waitFor();
  });

  test('checks in for a booking by its eight figures', async () => {
    const params = { hall: 'dg-civic', day: shanghaiDay(new Date()) };
    const slots = await phone.call(bookableRoutes.slots, { params, query: { item: 'id-renew' } });
    const at = slots.find(({ free }) => free > 0)?.at ?? '';
    const { code } = await phone.call(bookingsRoutes.book, {
      body: { hall: params.hall, item: 'id-renew', at },
    });
    await touch(page, '预约签到', '输入预约码');
    for (const digit of code) await page.getByRole('button', { name: digit, exact: true }).click();
    await touch(page, '签到');
    await page.getByRole('heading', { name: '签到好了' }).waitFor();
    expect(await page.locator('.paper__number').textContent()).toMatch(/^B\d{3}$/);
    await touch(page, '完成');
    await farewell(page);
  });

  test('knows a person by their card, shows their cases and prints their paper', async () => {
    await toCard('查办理进度');
    await page.getByText(caseNumber).waitFor();
    await look('kiosk-cases');
    await expect
      .poll(() => page.locator('.shelves button', { hasText: '证明和文书' }).textContent(), patience)
      .toContain('1');
    await touch(page, '证明和文书', '打印', '打印这一份');
    await page.getByText('打印好了').waitFor();
    await look('kiosk-printed');
    await touch(page, '办完了，退出');
    await page.getByRole('heading', { name: '取走您的身份证' }).waitFor();
    await keepPicture(kiosk, 'kiosk-bye');
    expect(await barriersOn(page)).toEqual([]);
    await farewell(page);
  });

  test('is left at once by whoever has taken their card', async () => {
    await toCard('查办理进度');
    await page.getByText(caseNumber).waitFor();
    await touch(page, '办完了，退出', '拿好了');
    await greeting(page).waitFor();
    expect(await tracesOn(page)).not.toContain(caseNumber);
  });

  test('knows a person by their phone, once they have agreed there', async () => {
    await touch(page, '领取证件', '手机扫码');
    const url = new URL((await page.locator('[data-qr]').getAttribute('data-qr')) ?? '');
    const handOff = url.pathname.split('/').at(-1) ?? '';
    await phone.call(visitsRoutes.agree, { params: { handOff }, body: { secret: url.hash.slice(1) } });
    await page.getByText('现在没有等您领的证件').waitFor();
    await touch(page, '办完了，退出');
    await farewell(page);
  });

  describe('abandoned', () => {
    const walks: Readonly<Record<string, () => Promise<void>>> = {
      'when choosing a number': () => touch(page, '取号', '户口和身份证'),
      'with a number on the screen': async () => {
        await touch(page, '取号', '户口和身份证');
        await page.locator('.item').first().click();
        await touch(page, '刷身份证取号', '刷身份证');
        await layCard(page, person.citizen_number);
        await page.locator('.paper__number').waitFor();
      },
      'half-way through a booking code': async () => {
        await touch(page, '预约签到', '输入预约码');
        for (const digit of '1234') await page.getByRole('button', { name: digit, exact: true }).click();
      },
      'with a code for a phone': () => touch(page, '查办理进度', '手机扫码'),
      'before a card': () => touch(page, '查办理进度', '刷身份证'),
      'at one’s bookings': () => toCard('预约签到'),
      'at one’s cases': async () => {
        await toCard('查办理进度');
        await page.getByText(caseNumber).waitFor();
      },
      'at one’s papers': async () => {
        await toCard('打印证明和文书');
        await page.getByRole('button', { name: '打印', exact: true }).first().waitFor();
      },
      'with a paper in the printer': async () => {
        await toCard('打印证明和文书');
        await touch(page, '打印', '打印这一份');
        await page.getByText('打印好了').waitFor();
      },
      'at cards to collect': () => toCard('领取证件'),
      'at the way to the phone': async () => {
        await touch(page, '手机申请');
        await page.getByRole('heading', { level: 1 }).waitFor();
      },
    };

    test.each(Object.entries(walks))('%s, it forgets everything', async (_, walk) => {
      await walk();
      const printed = await page
        .locator('[data-print]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-print')));
      await walkAway(page);
      const traces = await tracesOn(page);
      for (const secret of secrets()) expect(traces).not.toContain(secret);
      for (const url of printed) {
        const found = await page.evaluate(
          (at) =>
            fetch(at).then(
              () => true,
              () => false,
            ),
          url ?? '',
        );
        expect(found).toBe(false);
      }
      const kept = await page.evaluate(() => Object.keys(localStorage).toSorted());
      expect(kept).toEqual(['tongban.kiosk', 'tongban.kiosk.numbers', 'tongban.kiosk.start']);
    });

    test('it asks first, and any touch goes on', async () => {
      await toCard('查办理进度');
      await page.getByText(caseNumber).waitFor();
      await fallSilent(page);
      await touch(page, '继续办');
      await page.getByRole('alertdialog').waitFor({ state: 'detached' });
      expect(await saidOn(page)).toContain(caseNumber);
      await walkAway(page);
    });

    test('its question has no barriers, and counts down by itself', async () => {
      await toCard('查办理进度');
      await page.getByText(caseNumber).waitFor();
      await fallSilent(page);
      await keepPicture(kiosk, 'kiosk-idle');
      expect(await barriersOn(page)).toEqual([]);
      await page.clock.runFor(31_000);
      await greeting(page).waitFor();
    });
  });

  test('in large print waits twice as long, and forgets the switch with the person', async () => {
    await touch(page, '大字');
    await page.locator('.tile').first().waitFor();
    await look('kiosk-home-large');
    await stir(page);
    await page.clock.runFor(100_000);
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await page.clock.runFor(52_000);
    await greeting(page).waitFor();
    expect(await page.locator('html').getAttribute('data-mode')).toBeNull();
  });

  test('without network gives numbers of its own, which join the queue once when it is back', async () => {
    const queued = async () => (await manager.call(hallRoutes.now, {})).queue.map(({ number }) => number);
    await kiosk.context.setOffline(true);
    const given: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      await touch(page, '取号', '户口和身份证');
      await page.locator('.item').first().click();
      const plain = page.getByRole('button', { name: '直接取号' });
      const slip = page.locator('.paper__number');
      await plain.or(slip).first().waitFor();
      if (await plain.isVisible()) await plain.click();
      given.push((await slip.textContent()) ?? '');
      expect(await saidOn(page)).toContain('这是断网时取的号');
      if (count === 0) await look('kiosk-offline');
      await touch(page, '完成');
      await farewell(page);
    }
    const own = new RegExp(`^${(await row())?.prefix}\\d{3}$`);
    for (const number of given) expect(number).toMatch(own);
    expect(new Set(given).size).toBe(2);
    const joined = async () => (await queued()).filter((number) => given.includes(number));
    expect(await joined()).toEqual([]);
    await kiosk.context.setOffline(false);
    await page.clock.runFor(40_000);
    await expect.poll(joined, patience).toEqual(given);
    await expect.poll(async () => (await row())?.unmerged, patience).toBe(0);
  });

  test('forgets everything when told to from afar, and says that it has', async () => {
    await toCard('查办理进度');
    await page.getByText(caseNumber).waitFor();
    const asked = Date.now();
    await manager.call(fleetRoutes.wipe, { params: { device } });
    await greeting(page).waitFor();
    for (const secret of secrets()) expect(await tracesOn(page)).not.toContain(secret);
    await expect
      .poll(async () => Date.parse((await row())?.wipedAt ?? ''), patience)
      .toBeGreaterThanOrEqual(asked);
  });

  test('taken out of the fleet offers itself like a new one', async () => {
    await manager.call(fleetRoutes.remove, { params: { device } });
    await page.getByRole('heading', { name: '这台机器还没有登记' }).waitFor();
  });
});
