import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import {
  phoneRatingsRoutes,
  ratingsRoutes,
  ratingWaysRoutes,
  repairsRoutes,
  screensRoutes,
} from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asMachine, newId, type SignedIn } from '../../platform/index.ts';
import { createDevices, devicesHttp } from '../devices/index.ts';
import { createFiles } from '../files/index.ts';
import { createHallHouse, type HallHouse } from '../hall/hall-house.fixture.ts';
import { pier } from '../hall/pier.fixture.ts';
import { createRatings, ratingsHttp, ratingsKiosksHttp } from './index.ts';
import { ratingRules } from './rating-rules.fixture.ts';

let house: HallHouse;
const kioskKey = 'k'.repeat(40);
const stranger = () => new Problem('devices.key', 'forbidden', '这台机器没有登记');
beforeAll(async () => {
  house = await createHallHouse(undefined, (platform, built) => {
    const files = createFiles(platform);
    const screens = createDevices({ ...platform, ...built, files, counters: [] });
    devicesHttp(platform.http, screens);
    const known = { ...platform, ...built, screens, visits: built.hall.visits };
    const ratings = createRatings({ ...known, calendar: createCalendar(national), rules: ratingRules });
    ratingsHttp(platform.http, ratings);
    // Kiosks of the pier: one that proves itself, and nobody known at it.
    ratingsKiosksHttp(platform.http, ratings, {
      hallOf: ({ key }) => (key === kioskKey ? Promise.resolve(pier) : Promise.reject(stranger())),
      citizenOf: () => Promise.reject(stranger()),
    });
  });
});
afterAll(() => house.stop());

/** Somebody with a number is served at a window to the end. */
async function served(clerk: SignedIn): Promise<{ key: string; number: string; ticket: string }> {
  const { key, number, ticket } = await house.walkIn();
  await house.next(clerk, ticket);
  await house.act(clerk, ticket, { act: 'finish', next: false });
  return { key, number, ticket };
}
const offerOf = (key: string) => house.anyone(ratingsRoutes.ofVisit, { params: { key } });
const rate = (key: string, level: number, reasons: string[] = []) =>
  house.anyone(ratingsRoutes.rateVisit, { params: { key }, body: { level, reasons } });
const manager = (): SignedIn => ({
  ...{ role: 'hall-manager', personId: newId(), assignment: { id: newId(), branch: 'lake/east' } },
});
const orders = async () =>
  (await house.as(manager())(repairsRoutes.list, { query: { state: 'open' } })).repairs;

describe('a visit', () => {
  test('is rated once by whoever has the ticket, and a bad rating opens an order at its window', async () => {
    const { key, number } = await served(await house.clerkAt(1));
    expect(await offerOf(key)).toMatchObject({ may: true, number, name: { zh: '皮划艇下水登记' } });
    const own = await rate(key, 4, ['long-wait']);
    expect(own).toMatchObject({ level: 4, repair: { state: 'opened', dueOn: '2026-03-23' } });
    await expect(rate(key, 1)).rejects.toMatchObject({ code: 'ratings.rated' });
    expect((await offerOf(key)).rated).toMatchObject({ level: 4, repair: { state: 'opened' } });
    expect((await orders()).find((one) => one.number === number)).toMatchObject({
      ...{ service: 'visit', windowName: '1号 窗口', channelName: '渠道 qr', unit: '示例·east 公安局' },
    });
  });
  test('is not rated while it goes on, nor by a key nobody gave out: ratings.not-ended', async () => {
    const { key } = await house.walkIn();
    await expect(rate(key, 1)).rejects.toMatchObject({ code: 'ratings.not-ended' });
    await expect(rate('no-such-key-was-ever-given', 1)).rejects.toMatchObject({ code: 'ratings.not-ended' });
  });
  test('counts for its window, and the clerk who served it sees a good rating without a name', async () => {
    const clerk = await house.clerkAt(2);
    const { key } = await served(clerk);
    await rate(key, 1, ['quick']);
    const query = { by: 'window', from: '2026-03-02', to: '2026-03-02' } as const;
    const { rows } = await house.as(manager())(repairsRoutes.figures, { query });
    expect(rows.find(({ name }) => name === '2号 窗口')).toMatchObject({ rated: 1, favourable: 1 });
    const mine = await house.as(clerk)(repairsRoutes.mine, {});
    expect(mine.rows).toMatchObject([{ level: 1, reasons: ['下水快'], on: '2026-03-02' }]);
  });
});

describe('an invitation after a visit', () => {
  test('goes once to the phone left with the ticket, and to nobody where there is none', async () => {
    const clerk = await house.clerkAt(3);
    const { ticket, number } = await house.walkIn({ phone: '19900000066' });
    await house.next(clerk, ticket);
    await house.act(clerk, ticket, { act: 'finish', next: false });
    const { ticket: silent } = await served(clerk);
    const before = house.clock();
    await vi.waitFor(async () => {
      await house.settle();
      expect((await ratable(number)).length).toBe(1);
    }, 20_000);
    house.moveBy({ minutes: 40 });
    await house.settle();
    await house.settle();
    house.moveTo(before);
    expect(await invited(ticket)).toBe(1);
    expect(await invited(silent)).toBe(0);
  });
  const ratable = (number: string) => house.as(manager())(phoneRatingsRoutes.find, { params: { number } });
  const invited = async (ticket: string) => {
    const { rows } = await asMachine('worker', () =>
      sql`select 1 from notices.notice where kind = 'ratings.invited' and about = ${`ticket:${ticket}`}`.execute(
        house.db,
      ),
    );
    return rows.length;
  };
});

describe('a kiosk of the hall', () => {
  const at = (key = kioskKey) => ({ params: { device: newId() }, headers: { 'device-key': key } });
  const rateNumber = (number: string, key?: string) =>
    house.anyone(ratingWaysRoutes.rateNumber, { ...at(key), body: { number, level: 4, reasons: ['slow'] } });

  test('rates the visit of a number that has just ended, once, and says nothing of the rating before', async () => {
    const { number } = await served(await house.clerkAt(1));
    const { params, headers } = at();
    const offer = () =>
      house.anyone(ratingWaysRoutes.ofNumber, {
        params: { ...params, number: number.toLowerCase() },
        headers,
      });
    expect(await offer()).toMatchObject({ may: true, number });
    expect(await rateNumber(number)).toMatchObject({ level: 4 });
    await expect(rateNumber(number)).rejects.toMatchObject({ code: 'ratings.rated' });
    const after = await offer();
    expect(after).toMatchObject({ may: false, why: 'rated' });
    expect(after.rated).toBeUndefined();
    expect((await orders()).find((one) => one.number === number)?.channelName).toBe('渠道 hall-terminal');
  });
  test('rates no number of nobody, none of two hours ago, and nothing for a machine that is not ours', async () => {
    const { number } = await served(await house.clerkAt(1));
    await expect(rateNumber('Z999')).rejects.toMatchObject({ code: 'ratings.no-number' });
    await expect(rateNumber(number, 'x'.repeat(40))).rejects.toMatchObject({ code: 'devices.key' });
    const before = house.clock();
    house.moveBy({ minutes: 121 });
    await expect(rateNumber(number)).rejects.toMatchObject({ code: 'ratings.no-number' });
    house.moveTo(before);
  });
});

describe('somebody the house does not know', () => {
  test('is called back on the phone they leave, which only whoever has the order in hand sees', async () => {
    const { key, number } = await served(await house.clerkAt(2));
    const body = { level: 5, reasons: [], phone: '19900000077' };
    await house.anyone(ratingsRoutes.rateVisit, { params: { key }, body });
    const call = house.as(manager());
    const repair = (await orders()).find((one) => one.number === number)?.repair ?? '';
    const params = { repair };
    expect((await call(repairsRoutes.get, { params })).rater?.phone).toBe('199****0077');
    await expect(call(repairsRoutes.unmask, { params })).rejects.toMatchObject({
      code: 'repairs.not-handler',
    });
    await call(repairsRoutes.take, { params });
    expect(await call(repairsRoutes.unmask, { params })).toMatchObject({ phone: '19900000077' });
  });
  test('and left no phone is not called, so the order is closed after its answer', async () => {
    const { key, number } = await served(await house.clerkAt(2));
    await rate(key, 5);
    const call = house.as(manager());
    const params = { repair: (await orders()).find((one) => one.number === number)?.repair ?? '' };
    await call(repairsRoutes.take, { params });
    const body = { found: '当天少开了窗口', done: '加开一个窗口' };
    expect((await call(repairsRoutes.answer, { params, body })).may).toContain('close');
    expect(await call(repairsRoutes.close, { params })).toMatchObject({ state: 'closed' });
  });
});

describe('the second screen of a window', () => {
  async function screenAt(clerk: SignedIn) {
    const { screen, key, code } = await house.anyone(screensRoutes.offer, {});
    await house.as(clerk)(screensRoutes.pair, { body: { code } });
    return { params: { screen }, headers: { 'screen-key': key } };
  }
  const ask = (screen: Awaited<ReturnType<typeof screenAt>>) => house.anyone(ratingsRoutes.onScreen, screen);

  test('asks whoever was just served, takes the rating once, and then asks nobody', async () => {
    const clerk = await house.clerkAt(4);
    const screen = await screenAt(clerk);
    expect(await ask(screen)).toEqual({});
    const { ticket, number } = await served(clerk);
    const asked = await ask(screen);
    expect(asked).toMatchObject({ visit: ticket, offer: { may: true, number } });
    const body = { visit: ticket, level: 5, reasons: ['long-wait'] };
    expect(await house.anyone(ratingsRoutes.rateOnScreen, { ...screen, body })).toMatchObject({ level: 5 });
    expect(await ask(screen)).toEqual({});
    expect((await orders()).find((one) => one.number === number)?.channelName).toBe('渠道 hall-tablet');
  });
  test('asks nobody any more once the next number is called, or some minutes later', async () => {
    const clerk = await house.clerkAt(5);
    const screen = await screenAt(clerk);
    const { ticket } = await served(clerk);
    const { ticket: following } = await house.walkIn();
    await house.next(clerk, following);
    expect(await ask(screen)).toEqual({});
    await expect(
      house.anyone(ratingsRoutes.rateOnScreen, { ...screen, body: { visit: ticket, level: 1, reasons: [] } }),
    ).rejects.toMatchObject({ code: 'ratings.not-shown' });
    await house.act(clerk, following, { act: 'finish', next: false });
    expect((await ask(screen)).visit).toBe(following);
    house.moveBy({ minutes: 4 });
    expect(await ask(screen)).toEqual({});
  });
  test('is told nothing with a wrong key: devices.screen', async () => {
    const screen = await screenAt(await house.clerkAt(7));
    const stranger = { ...screen, headers: { 'screen-key': 'x'.repeat(40) } };
    await expect(ask(stranger)).rejects.toMatchObject({ code: 'devices.screen' });
  });
});
