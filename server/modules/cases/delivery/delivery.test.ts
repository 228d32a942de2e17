import { casesRoutes, deliveriesRoutes, deskRoutes, issueRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { createKayakHouse, type KayakHouse } from '../kayak-house.fixture.ts';

let house: KayakHouse;
let clerk: SignedIn;
let colleague: SignedIn;
let approver: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  clerk = await house.staff('clerk');
  colleague = await house.staff('clerk');
  approver = await house.staff('approver');
});
afterAll(() => house.stop());

type Citizen = Awaited<ReturnType<KayakHouse['citizen']>>;
const party = { name: '示例·收件', phone: '19900001234', address: '示例市示例路 1 号' };

async function ready(citizen: Citizen): Promise<string> {
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(approver, number);
  await house.mark(approver, number);
  const { call, params, version } = await house.acting(approver, number);
  await call(deskRoutes.decide, { params, body: { version, verdict: 'grant' } });
  return number;
}

type Way = 'window' | 'locker' | 'express';
const choose = (who: SignedIn, number: string, way: Way, purpose: 'result' | 'originals' = 'result') =>
  house.as(who)(deliveriesRoutes.choose, {
    params: { case: number },
    body: { purpose, way, ...(way === 'express' ? { party } : {}) },
  });
const ofCase = (who: SignedIn, number: string) =>
  house.as(who)(deliveriesRoutes.ofCase, { params: { case: number } });
const resultOf = async (who: SignedIn, number: string) =>
  (await ofCase(who, number)).deliveries.find(({ purpose }) => purpose === 'result');
const labels = (number: string) => house.as(clerk)(issueRoutes.labels, { body: { cases: [number] } });
const send = (number: string, waybill: string) =>
  house.as(clerk)(issueRoutes.send, { body: { shipments: [{ case: number, waybill }] } });
const lose = (number: string, by = clerk) =>
  house.as(by)(deliveriesRoutes.declareLost, { params: { case: number }, body: { reason: '七天没有消息' } });
const settle = (number: string, by: SignedIn, remedy: 'reissue' | 'compensation' = 'reissue') =>
  house.as(by)(deliveriesRoutes.settle, {
    params: { case: number },
    body: { remedy, reason: '快递确认找不到' },
  });
const pickupIsExpress = async (number: string) => {
  const { rows } = await sql<{ express: boolean }>`select express from cases.pickup
    join cases.case using (city, case_id) where case_number = ${number}`.execute(house.db);
  return rows[0]?.express;
};

describe('choosing how a result is collected', () => {
  test('counts from then on, also while the result waits already', async () => {
    const ann = await house.citizen('示例甲');
    const number = await ready(ann);
    expect(await resultOf(ann, number)).toMatchObject({ way: 'window', state: 'planned', mayChange: true });
    expect(await pickupIsExpress(number)).toBe(false);
    await choose(ann, number, 'express');
    expect(await resultOf(ann, number)).toMatchObject({ way: 'express', to: party, simulated: true });
    expect(await pickupIsExpress(number)).toBe(true);
    await choose(ann, number, 'locker');
    expect(await pickupIsExpress(number)).toBe(false);
    expect(await resultOf(ann, number)).not.toHaveProperty('to');
  });
  test('express needs an address', async () => {
    const ann = await house.citizen('示例甲');
    const asked = house.as(ann)(deliveriesRoutes.choose, {
      params: { case: await ready(ann) },
      body: { purpose: 'result', way: 'express' },
    });
    await expect(asked).rejects.toMatchObject({ code: 'deliveries.address' });
  });
  test('is for the applicant alone', async () => {
    const [ann, bob] = [await house.citizen('示例甲'), await house.citizen('示例乙')];
    const number = await ready(ann);
    await expect(choose(bob, number, 'window')).rejects.toMatchObject({ code: 'cases.missing' });
    await expect(ofCase(bob, number)).rejects.toMatchObject({ code: 'cases.missing' });
  });
  test('the address lies sealed in the table', async () => {
    const ann = await house.citizen('示例甲');
    await choose(ann, await ready(ann), 'express');
    const { rows } = await sql`select delivery::text from deliveries.delivery delivery`.execute(house.db);
    expect(JSON.stringify(rows)).not.toMatch(/示例·收件|示例路|19900001234/);
  });
});

describe('a parcel', () => {
  test('is ordered with its label, followed on the timeline, and ends its case when it arrives', async () => {
    const ann = await house.citizen('示例甲');
    const number = await ready(ann);
    await choose(ann, number, 'express');
    expect((await labels(number)).contentType).toBe('application/pdf');
    const ordered = await resultOf(ann, number);
    expect(ordered).toMatchObject({
      state: 'ordered',
      mayChange: false,
      waybill: expect.stringMatching(/^SIM/),
    });
    await expect(choose(ann, number, 'window')).rejects.toMatchObject({ code: 'deliveries.ordered' });
    expect((await send(number, ordered?.waybill ?? '')).done).toEqual([number]);
    house.moveBy({ minutes: 20 });
    await house.deliveries.look();
    await house.settle();
    expect((await resultOf(ann, number))?.state).toBe('delivered');
    const view = await house.as(ann)(casesRoutes.get, { params: { case: number } });
    expect(view.timeline.map(({ title }) => title.zh)).toEqual(
      expect.arrayContaining(['快递员已取件', '运输中', '正在派送', '已签收']),
    );
    expect(await pickupIsExpress(number)).toBeUndefined();
    await house.deliveries.look();
    expect((await resultOf(ann, number))?.steps.filter(({ title }) => title.zh === '已签收')).toHaveLength(1);
  });
  test('of originals is fetched from the person before the case is decided, not after', async () => {
    const ann = await house.citizen('示例甲');
    const number = await house.submitted(ann);
    await choose(ann, number, 'express', 'originals');
    await house.settle();
    const sent = (await ofCase(ann, number)).deliveries.find(({ purpose }) => purpose === 'originals');
    expect(sent).toMatchObject({ state: 'ordered', waybill: expect.stringMatching(/^SIM/) });
    const decided = await ready(await house.citizen('示例乙'));
    const { rows } = await sql<{ person_id: string }>`select person_id from cases.case
      where case_number = ${decided}`.execute(house.db);
    const bob: SignedIn = { role: 'citizen', personId: rows[0]?.person_id ?? '' };
    await expect(choose(bob, decided, 'express', 'originals')).rejects.toMatchObject({
      code: 'deliveries.way',
    });
  });
});

describe('a lost parcel', () => {
  async function silent(days = 7): Promise<{ ann: Citizen; number: string }> {
    const ann = await house.citizen('示例甲');
    const number = await ready(ann);
    await choose(ann, number, 'express');
    await send(number, `KYK${number.slice(-8)}`);
    house.moveBy({ days });
    return { ann, number };
  }

  test('is declared after a week of silence, decided by a colleague, and sent again', async () => {
    const { ann, number } = await silent();
    expect((await lose(number)).state).toBe('lost');
    await expect(settle(number, clerk)).rejects.toMatchObject({ code: 'deliveries.same-person' });
    expect((await settle(number, colleague)).state).toBe('reissued');
    expect((await send(number, `KYL${number.slice(-8)}`)).done).toEqual([number]);
    const result = await resultOf(ann, number);
    expect(result).toMatchObject({ state: 'under-way', waybill: `KYL${number.slice(-8)}` });
    expect(result?.steps.map(({ title }) => title.zh)).toContain('邮件遗失，给您重新制作、重新寄出');
  });
  test('may be compensated for instead, and that is its end', async () => {
    const { number } = await silent();
    await lose(number);
    expect((await settle(number, colleague, 'compensation')).state).toBe('compensated');
    expect((await send(number, 'KYM00000001')).failed).toHaveLength(1);
  });
  test('is not declared while there is news, nor of a case of another branch', async () => {
    const { number } = await silent(3);
    await expect(lose(number)).rejects.toMatchObject({ code: 'deliveries.recent-news' });
    const far = await house.staff('clerk', { branch: 'sea' });
    await expect(lose(number, far)).rejects.toMatchObject({ code: 'cases.missing' });
  });
});

describe('the courier’s callback', () => {
  test('is refused unless the courier has signed it', async () => {
    const answer = await house.inject({
      ...{ method: 'POST', url: '/api/courier-events', payload: '{"pushed":[]}' },
      headers: { 'content-type': 'application/json', 'x-timestamp': '1', 'x-signature': 'kayak' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'deliveries.signature']);
  });
});
