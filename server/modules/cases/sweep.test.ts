import { casesRoutes, deskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKayakHouse, defectMark, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
beforeAll(async () => {
  house = await createKayakHouse();
});
afterAll(() => house.stop());

describe('every night', () => {
  test('a case nobody answered in five working days counts as accepted from its receipt', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    const status = async () =>
      (await house.as(citizen)(casesRoutes.get, { params: { case: number } })).status.headline;
    house.moveTo(new Date('2026-03-09T15:00:00Z'));
    await house.platform.jobs.runTimer('cases.sweep');
    expect(await status()).toBe('checking');
    house.moveTo(new Date('2026-03-09T16:10:00Z'));
    await house.platform.jobs.runTimer('cases.sweep');
    const view = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    expect(view.status.headline).toBe('in-progress');
    expect(view.timeline.at(-1)?.title.zh).toBe('已受理（自收到材料之日起算）');
    expect(view.clocks.find(({ kind }) => kind === 'promised')).toMatchObject({
      dueOn: '2026-03-03',
      overdue: true,
    });
  });
  test('a correction nobody sent in time ends the case', async () => {
    const [citizen, clerk] = [await house.citizen(), await house.staff('clerk')];
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    await house.mark(clerk, number, [defectMark]);
    const { call, params, version } = await house.acting(clerk, number);
    await call(deskRoutes.notify, { params, body: { version } });
    house.moveBy({ days: 60 });
    await house.platform.jobs.runTimer('cases.sweep');
    const view = await house.as(citizen)(casesRoutes.get, { params });
    expect(view.status).toMatchObject({ headline: 'stopped', title: { zh: '已停止' }, needsYou: false });
  });
});
