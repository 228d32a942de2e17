import { createHmac, randomUUID } from 'node:crypto';
import { phoneRatingsRoutes, ratingsRoutes, repairsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asMachine, type SignedIn } from '../../platform/index.ts';
import { createRatingsHouse, gateway, type RatingsHouse } from './ratings-house.fixture.ts';
import { levelIn } from './replying.ts';

let house: RatingsHouse;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createRatingsHouse();
  clerk = await house.staff('clerk', { name: '示例·窗口' });
});
afterAll(() => house.stop());

const minute = 60_000;
/** Somebody whose case has just ended. */
async function served(name = '示例甲') {
  const citizen = await house.citizen(name);
  return { citizen, number: await house.ended(citizen, clerk) };
}
/** An hour goes by, and what was to be done in it is done. */
async function anHourLater() {
  house.moveTo(new Date(house.clock().getTime() + 60 * minute));
  await house.settle();
}
const toldOf = async (kind: string, number: string): Promise<number> => {
  const { rows } = await asMachine('worker', () =>
    sql`select 1 from notices.notice where kind = ${kind} and case_number = ${number}`.execute(house.db),
  );
  return rows.length;
};
const offerOf = (citizen: SignedIn, number: string) =>
  house.as(citizen)(ratingsRoutes.ofCase, { params: { case: number }, query: {} });

describe('an invitation to rate', () => {
  test('is told once, half an hour after the end', async () => {
    const { number } = await served();
    expect(await toldOf('ratings.invited', number)).toBe(0);
    await anHourLater();
    await anHourLater();
    expect(await toldOf('ratings.invited', number)).toBe(1);
  });
  test('is dropped when somebody has rated already', async () => {
    const { citizen, number } = await served();
    await house.rate(citizen, number, { level: 1 });
    await anHourLater();
    expect(await toldOf('ratings.invited', number)).toBe(0);
  });
});

describe('an answer by text message', () => {
  const signed = (told: unknown, secret = gateway.secret) => {
    const body = JSON.stringify(told);
    const [timestamp, nonce] = [String(Math.floor(house.clock().getTime() / 1000)), 'nonce-of-a-test'];
    const signature = createHmac('sha256', secret).update(`${timestamp}.${nonce}.${body}`).digest('hex');
    const headers = { 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature };
    return house.inject({
      ...{ method: 'POST', url: `/api/sms-replies/${gateway.provider}` },
      ...{ headers: { ...headers, 'content-type': 'application/json' }, payload: body },
    });
  };
  const answer = (text: string, message: string = randomUUID()) =>
    signed({ message, phone: '19900001234', text });

  test('rates the service of the last invitation, once, however often the gateway hands it on', async () => {
    const { citizen, number } = await served();
    await anHourLater();
    expect((await answer('4 等了一上午', 'same')).statusCode).toBeLessThan(300);
    expect((await answer('4 等了一上午', 'same')).statusCode).toBeLessThan(300);
    expect((await offerOf(citizen, number)).rated).toMatchObject({
      ...{ level: 4, say: '等了一上午', repair: { state: 'opened' } },
    });
    // What somebody writes afterwards is talk, and rates nothing else.
    await answer('1');
    expect((await offerOf(citizen, number)).rated?.level).toBe(4);
  });
  test('that is no figure is explained once and rates nothing', async () => {
    const { citizen, number } = await served();
    await anHourLater();
    await answer('你们几点下班');
    await answer('8');
    expect((await offerOf(citizen, number)).may).toBe(true);
    const { rows } = await asMachine('worker', () =>
      sql`select 1 from notices.notice where kind = 'ratings.reply-unclear'`.execute(house.db),
    );
    expect(rows).toHaveLength(1);
    await answer('１');
    expect((await offerOf(citizen, number)).rated?.level).toBe(1);
  });
  test('with another signature, without a phone or from nobody invited changes nothing', async () => {
    const { citizen, number } = await served();
    await anHourLater();
    const forged = await signed({ message: 'f1', phone: '19900001234', text: '5' }, 'guessed');
    expect(forged.statusCode).toBe(403);
    expect((await signed({ message: 'f2', text: '5' })).statusCode).toBe(400);
    await signed({ message: 'f3', phone: '19900009999', text: '5' });
    expect((await offerOf(citizen, number)).may).toBe(true);
  });
  test('is read by its first figure', () => {
    expect(levelIn('5')).toEqual({ level: 5, rest: '' });
    expect(levelIn(' ２，态度好 ')).toEqual({ level: 2, rest: '态度好' });
    for (const text of ['3个窗口只开一个', '12', '0', '6', '很好', '']) expect(levelIn(text)).toBeUndefined();
  });
});

describe('a rating by phone', () => {
  const find = (caller: SignedIn, number: string) =>
    house.as(caller)(phoneRatingsRoutes.find, { params: { number } });
  const register = (caller: SignedIn, service: string, more: { level?: number; say?: string } = {}) =>
    house.as(caller)(phoneRatingsRoutes.register, { body: { service, level: 2, reasons: [], ...more } });

  test('is put down by staff in the words of the caller, once', async () => {
    const { citizen, number } = await served();
    const manager = house.post('hall-manager');
    const [found] = await find(manager, number);
    expect(found).toMatchObject({ unit: '示例·east 公安局', offer: { may: true, number } });
    const service = found?.service ?? '';
    const put = await register(manager, service, { level: 5, say: '电话里说：多跑了一趟' });
    expect(put).toMatchObject({ levelName: '非常不满意', dueOn: expect.any(String) });
    await expect(register(manager, service)).rejects.toMatchObject({ code: 'ratings.rated' });
    expect((await offerOf(citizen, number)).rated).toMatchObject({ level: 5, say: '电话里说：多跑了一趟' });
    const { repairs } = await house.as(manager)(repairsRoutes.list, { query: { state: 'open' } });
    expect(repairs.find((one) => one.number === number)?.channelName).toBe('渠道 phone');
  });
  test('is not for another branch, for a clerk, or for whoever was rated', async () => {
    const { number } = await served();
    expect(await find(house.post('supervisor', 'lake/west'), number)).toEqual([]);
    await expect(find(clerk, number)).rejects.toMatchObject({ kind: 'forbidden' });
    const [found] = await find(house.post('supervisor'), number);
    const rated = { ...house.post('supervisor'), personId: clerk.personId };
    await expect(register(rated, found?.service ?? '')).rejects.toMatchObject({ code: 'repairs.rated' });
  });
});

describe('hostile ratings', () => {
  test('twenty at once leave one rating and one repair order', async () => {
    const { citizen, number } = await served();
    const tries = Array.from({ length: 20 }, () => house.rate(citizen, number, { level: 5 }));
    const ended = await Promise.allSettled(tries);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await asMachine('worker', () =>
      sql<{ ratings: number; repairs: number }>`select count(*)::integer as ratings,
          count(repair_id)::integer as repairs
        from ratings.service join ratings.rating using (service_id) left join ratings.repair using (rating_id)
        where service.number = ${number}`.execute(house.db),
    );
    expect(rows).toEqual([{ ratings: 1, repairs: 1 }]);
  });
  test('script and emoji are kept as the words they are; ten thousand characters are refused', async () => {
    const { citizen, number } = await served();
    await expect(house.rate(citizen, number, { say: '长'.repeat(10_000) })).rejects.toMatchObject({
      kind: 'invalid',
    });
    const say = `<script>alert(1)</script> 😀👨‍👩‍👧 '; drop table ratings.rating; --`;
    expect((await house.rate(citizen, number, { level: 3, say })).say).toBe(say);
    expect((await offerOf(citizen, number)).rated?.say).toBe(say);
  });
  test('a level or a ticket nobody gave out is refused', async () => {
    const { citizen, number } = await served();
    for (const level of [0, 6, 2.5])
      await expect(house.rate(citizen, number, { level })).rejects.toMatchObject({ kind: 'invalid' });
    const forged = { params: { key: 'A'.repeat(32) }, body: { level: 1, reasons: [] } };
    await expect(house.anyone(ratingsRoutes.rateVisit, forged)).rejects.toMatchObject({
      code: 'ratings.not-ended',
    });
  });
});
