import { repairsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asMachine, type SignedIn } from '../../platform/index.ts';
import { createRatingsHouse, type RatingsHouse } from './ratings-house.fixture.ts';

let house: RatingsHouse;
let clerk: SignedIn;
let approver: SignedIn;
beforeAll(async () => {
  house = await createRatingsHouse();
  clerk = await house.staff('clerk', { name: '示例·窗口' });
  approver = await house.staff('approver', { name: '示例·整改' });
});
afterAll(() => house.stop());

const at = (repair: string) => ({ params: { repair } });
const call = () => house.as(approver);
const body = { found: '当天少开了一个窗口', done: '加开窗口，调整班次' };
/** A bad rating whose order this approver has in hand. */
async function orderOf(level = 5) {
  const citizen = await house.citizen('示例甲');
  const number = await house.ended(citizen, clerk);
  await house.rate(citizen, number, { level, reasons: ['slow'] });
  const { repairs } = await call()(repairsRoutes.list, { query: { state: 'open' } });
  const repair = repairs.find((one) => one.number === number)?.repair ?? '';
  await call()(repairsRoutes.take, at(repair));
  return { number, repair };
}
const toldOf = async (kind: string, about: string) => {
  await house.settle();
  const { rows } = await asMachine('worker', () =>
    sql`select 1 from notices.notice where kind = ${kind} and ${about} in (case_number, about)`.execute(
      house.db,
    ),
  );
  return rows.length;
};
const callBack = (repair: string, result: 'not-reached' | 'satisfied') =>
  call()(repairsRoutes.callBack, { ...at(repair), body: { result } });

describe('a repair order', () => {
  test('is closed after a call-back, or when nobody answers as often as one tries: repairs.call-first', async () => {
    const { repair } = await orderOf();
    await call()(repairsRoutes.answer, { ...at(repair), body });
    await expect(call()(repairsRoutes.close, at(repair))).rejects.toMatchObject({
      code: 'repairs.call-first',
    });
    await callBack(repair, 'not-reached');
    await callBack(repair, 'not-reached');
    await expect(call()(repairsRoutes.close, at(repair))).rejects.toMatchObject({
      code: 'repairs.call-first',
    });
    expect(await callBack(repair, 'not-reached')).toMatchObject({ notReached: 3 });
    expect(await call()(repairsRoutes.close, at(repair))).toMatchObject({ state: 'closed' });
  });
  test('tells its rater when it is opened, answered and closed', async () => {
    const { number, repair } = await orderOf();
    await call()(repairsRoutes.answer, { ...at(repair), body });
    await callBack(repair, 'satisfied');
    await call()(repairsRoutes.close, at(repair));
    for (const news of ['repair-opened', 'repair-answered', 'repair-closed'])
      expect(await toldOf(`ratings.${news}`, number)).toBe(1);
  });
  test('reminds whoever has it once in its last days and once when it is late', async () => {
    const { repair } = await orderOf();
    const before = house.clock();
    const reminded = async (day: string) => {
      house.moveTo(new Date(`${day}T01:00:00Z`));
      await house.platform.jobs.runTimer('ratings.remind');
      await house.platform.jobs.runTimer('ratings.remind');
      return toldOf('ratings.repair-due', `repair:${repair}`);
    };
    expect(await reminded('2026-03-10')).toBe(0);
    expect(await reminded('2026-03-20')).toBe(1);
    expect(await reminded('2026-03-21')).toBe(1);
    expect(await reminded('2026-03-24')).toBe(2);
    expect(await reminded('2026-03-25')).toBe(2);
    house.moveTo(before);
  });
});

describe('the indicators', () => {
  test('count what people named on their side, and the overall one by the levels', async () => {
    const { indicators } = await call()(repairsRoutes.figures, {
      query: { by: 'channel', from: '2026-03-01', to: '2026-12-31' },
    });
    const figure = (id: string) => indicators.find(({ indicator }) => indicator === id);
    expect(figure('speed-online')).toMatchObject({ name: '网上快慢', where: 'online', good: 0, bad: 3 });
    expect(figure('all-online')).toMatchObject({ good: 0, bad: 3 });
    expect(figure('speed-offline')).toMatchObject({ good: 0, bad: 0 });
  });
});
