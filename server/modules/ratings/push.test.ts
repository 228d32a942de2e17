import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ratingsRoutes, repairsRoutes } from '@tongban/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createRatingExchangeHttp, createRatingExchangeSimulator } from './index.ts';
import type { RatingMessage } from './ports/rating-exchange.ts';
import { leftOut } from './push-message.ts';
import { ratingRules } from './rating-rules.fixture.ts';
import { createRatingsHouse, type RatingsHouse } from './ratings-house.fixture.ts';

const secret = 'a secret between a lake and its city';
let server: Server | undefined;
afterEach(() => void server?.close());

/** The platform of a city on this machine: refuses so often, then takes what is signed. */
async function aCity(refusals = 0) {
  const heard: { message: RatingMessage; genuine: boolean }[] = [];
  let left = refusals;
  const service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const signed = createHmac('sha256', secret).update(`${request.headers['x-timestamp']}.${body}`);
      heard.push({
        message: JSON.parse(body) as RatingMessage,
        genuine: request.headers['x-signature'] === signed.digest('hex'),
      });
      left -= 1;
      response.writeHead(left >= 0 ? 503 : 200).end('{}');
    });
  });
  server = service;
  await new Promise<void>((resolve) => void service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  return { heard, peer: { url: `http://127.0.0.1:${port}`, key: 'lake', secret } };
}

const message: RatingMessage = {
  ...{ reference: 'r1', affair: { affairSerialNo: 'K1' } },
  rating: { level: 4, levelName: '不满意', channelName: 'PC端', reasons: [] },
};

describe('the platform of the city', () => {
  test('is told by signed JSON and believed when it takes it', async () => {
    const { heard, peer } = await aCity();
    await createRatingExchangeHttp(peer).push(message);
    expect(heard).toEqual([{ message, genuine: true }]);
  });
  test('that is away makes the push fail, so that it is tried again', async () => {
    const { peer } = await aCity(1);
    await expect(createRatingExchangeHttp(peer).push(message)).rejects.toThrow('503');
  });
});

describe('a rating', () => {
  const simulator = createRatingExchangeSimulator();
  const told: RatingMessage[] = [];
  let failures = 1;
  let house: RatingsHouse;
  let clerk: SignedIn;
  beforeAll(async () => {
    const rules = { ...ratingRules, default_favourable: { on: true, after_days: 7, level: 3 } };
    const exchange = {
      kind: 'simulator' as const,
      push: (given: RatingMessage) => {
        failures -= 1;
        if (failures >= 0) return Promise.reject(new Error('the city is away'));
        told.push(given);
        return simulator.push(given);
      },
    };
    house = await createRatingsHouse({ rules, exchange });
    clerk = await house.staff('clerk', { name: '示例·窗口' });
  });
  afterAll(() => house.stop());
  const standing = async () =>
    (
      await house.as(house.post('supervisor'))(repairsRoutes.figures, {
        query: { by: 'unit', from: '2026-01-01', to: '2026-12-31' },
      })
    ).push;

  test('is pushed again after a failure, once, with what is known and nothing made up', async () => {
    const citizen = await house.citizen('示例甲');
    const number = await house.ended(citizen, clerk);
    await house.rate(citizen, number, { level: 4, reasons: ['slow'], say: '不外传的话' });
    await house.platform.jobs.runDue();
    expect(await standing()).toEqual({ to: 'simulator', waiting: 1, sent: 0, failed: 0 });
    // Tried again some seconds later by the clock of the database.
    const before = house.clock();
    house.moveTo(new Date(Date.now() + 3_600_000));
    await house.platform.jobs.runDue();
    house.moveTo(before);
    expect(await standing()).toEqual({ to: 'simulator', waiting: 0, sent: 1, failed: 0 });
    expect(simulator.taken()).toHaveLength(1);
    expect(told).toEqual([
      {
        reference: expect.any(String),
        affair: {
          ...{ departmentCode: '11991900DEM000049T', departmentName: '示例·east 公安局' },
          ...{ evalTime: '2026-03-02 09:30:00', affairSerialNo: number, affairName: '桨登记' },
          ...{ affairDoneTime: '2026-03-02 09:30:00', affairApplyTime: '2026-03-02 09:30:00' },
          ...{ affairDealOfficer: '示例·窗口', userName: '示例甲', contactPhone: '19900001234' },
          ...{ certificateType: '10', certificateNo: citizen.citizenNumber },
        },
        rating: { level: 4, levelName: '不满意', channelName: '渠道 mobile', reasons: ['下水慢'] },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain('不外传的话');
    for (const field of Object.keys(leftOut)) expect(told[0]?.affair).not.toHaveProperty(field);
  });
  test('nobody gave is put down where the rule is on, counted apart, shown to nobody as theirs and not pushed', async () => {
    const citizen = await house.citizen('示例乙');
    const number = await house.ended(citizen, clerk);
    house.moveBy({ days: 9 });
    await house.platform.jobs.runTimer('ratings.default-ratings');
    await house.platform.jobs.runTimer('ratings.default-ratings');
    const { total } = await house.as(house.post('supervisor'))(repairsRoutes.figures, {
      query: { by: 'unit', from: '2026-01-01', to: '2026-12-31' },
    });
    expect(total).toMatchObject({ rated: 1, favourable: 0, byDefault: 1 });
    const offer = await house.as(citizen)(ratingsRoutes.ofCase, { params: { case: number }, query: {} });
    expect(offer).toMatchObject({ may: false, why: 'rated' });
    expect(offer.rated).toBeUndefined();
    expect((await standing()).waiting).toBe(0);
  });
});
