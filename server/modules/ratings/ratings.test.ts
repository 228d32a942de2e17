import {
  casesRoutes,
  praisesRoutes,
  ratingsRoutes,
  repairsRoutes,
  surveyFiguresRoutes,
  surveysRoutes,
} from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
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

const offerOf = (citizen: SignedIn, number: string) =>
  house.as(citizen)(ratingsRoutes.ofCase, { params: { case: number }, query: { channel: 'mobile' } });
const span = { from: '2026-03-01', to: '2026-12-31' };
const figures = (by: 'unit' | 'item' = 'item', caller = approver) =>
  house.as(caller)(repairsRoutes.figures, { query: { by, ...span } });
const openOrders = (caller = approver) => house.as(caller)(repairsRoutes.list, { query: { state: 'open' } });

/** A case that ended and was rated badly, with its open order. */
async function badlyRated(say = '等了一上午') {
  const citizen = await house.citizen('示例甲');
  const number = await house.ended(citizen, clerk);
  const own = await house.rate(citizen, number, { level: 5, reasons: ['slow'], say });
  const order = (await openOrders()).repairs.find((one) => one.number === number);
  return { citizen, number, own, repair: order?.repair ?? '' };
}
const at = (repair: string) => ({ params: { repair } });
const answer = { found: '当天少开了一个窗口', done: '加开窗口，调整班次' };

describe('a case that ended', () => {
  test('is rated once by its applicant; who rates again is told so', async () => {
    const citizen = await house.citizen();
    const number = await house.ended(citizen, clerk);
    expect(await offerOf(citizen, number)).toMatchObject({
      ...{ may: true, number, name: { zh: '桨登记' } },
      levels: [{ level: 1, favourable: true }, {}, {}, { reasons: [{ id: 'slow' }] }, { favourable: false }],
    });
    const own = await house.rate(citizen, number, { level: 1, reasons: ['quick'], say: '  很快  ' });
    expect(own).toMatchObject({ level: 1, name: { zh: '非常满意' }, say: '很快' });
    expect(own.repair).toBeUndefined();
    expect(await offerOf(citizen, number)).toMatchObject({ may: false, why: 'rated', rated: { level: 1 } });
    await expect(house.rate(citizen, number)).rejects.toMatchObject({ code: 'ratings.rated' });
  });
  test('has one rating even when two arrive together', async () => {
    const citizen = await house.citizen();
    const number = await house.ended(citizen, clerk);
    const both = await Promise.allSettled([house.rate(citizen, number), house.rate(citizen, number)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
  test('keeps what was written sealed', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ratings.rating
      where said is not null and position('很快'::bytea in said) > 0`.execute(house.db);
    expect(rows).toEqual([{ n: 0 }]);
  });
  test('is not rated before it ended, nor by chips that were not offered, nor after its days', async () => {
    const citizen = await house.citizen();
    const open = await house.submitted(citizen, 'paddle');
    expect(await offerOf(citizen, open)).toMatchObject({ may: false, why: 'not-ended' });
    await expect(house.rate(citizen, open)).rejects.toMatchObject({ code: 'ratings.not-ended' });
    const number = await house.ended(citizen, clerk);
    await expect(house.rate(citizen, number, { level: 1, reasons: ['slow'] })).rejects.toMatchObject({
      code: 'ratings.reason',
    });
    const before = house.clock();
    house.moveBy({ days: 31 });
    await expect(house.rate(citizen, number)).rejects.toMatchObject({ code: 'ratings.too-late' });
    house.moveTo(before);
  });
  test('is rated by nobody else: cases.missing', async () => {
    const [owner, other] = [await house.citizen(), await house.citizen('示例乙')];
    const number = await house.ended(owner, clerk);
    await expect(house.rate(other, number)).rejects.toMatchObject({ code: 'cases.missing' });
    await expect(offerOf(other, number)).rejects.toMatchObject({ kind: 'missing' });
  });
  test('that was taken back is no service to be rated', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen, 'paddle');
    await house.as(citizen)(casesRoutes.withdraw, { params: { case: number }, body: { reason: '' } });
    await house.platform.outbox.settle();
    expect(await offerOf(citizen, number)).toMatchObject({ may: false, why: 'not-ended' });
  });
});

describe('a bad rating', () => {
  test('opens an order that is taken, answered, called back and closed; the rater follows it', async () => {
    const { citizen, number, own, repair } = await badlyRated();
    expect(own.repair).toEqual({ state: 'opened', dueOn: '2026-03-23' });
    const call = house.as(approver);
    expect(await call(repairsRoutes.get, at(repair))).toMatchObject({
      ...{ say: '等了一上午', reasons: ['下水慢'], light: 'green', workingDaysLeft: 15 },
      ...{ rater: { name: '示*', phone: '199****1234' }, may: ['take', 'appeal'] },
    });
    await call(repairsRoutes.take, at(repair));
    await call(repairsRoutes.answer, { ...at(repair), body: answer });
    const told = await offerOf(citizen, number);
    expect(told.rated?.repair).toMatchObject({
      state: 'answered',
      reply: expect.stringContaining('加开窗口'),
    });
    await call(repairsRoutes.callBack, { ...at(repair), body: { result: 'not-reached' } });
    await call(repairsRoutes.callBack, { ...at(repair), body: { result: 'satisfied', said: '好多了' } });
    const closed = await call(repairsRoutes.close, at(repair));
    expect(closed).toMatchObject({ state: 'closed', may: [] });
    expect(closed.steps.map(({ act, by }) => [act, by])).toEqual(
      ['take', 'answer', 'not-reached', 'satisfied', 'close'].map((act) => [act, '示例·整改']),
    );
    expect((await offerOf(citizen, number)).rated?.repair?.state).toBe('closed');
  });
  test('begins another round with days of its own when the rater is still dissatisfied', async () => {
    const { repair } = await badlyRated();
    const call = house.as(approver);
    await call(repairsRoutes.take, at(repair));
    await call(repairsRoutes.answer, { ...at(repair), body: answer });
    const before = house.clock();
    house.moveBy({ days: 1 });
    const again = await call(repairsRoutes.callBack, { ...at(repair), body: { result: 'dissatisfied' } });
    house.moveTo(before);
    expect(again).toMatchObject({ state: 'opened', round: 2, dueOn: '2026-03-24', may: ['take', 'appeal'] });
    expect(again.handler).toBeUndefined();
  });
  test('stays hidden from the rated clerk until its order is closed, and never tells by whom', async () => {
    const { repair } = await badlyRated('只有我知道');
    const mine = () => house.as(clerk)(repairsRoutes.mine, {});
    const saidTo = async () => (await mine()).rows.map(({ say }) => say);
    expect(await saidTo()).not.toContain('只有我知道');
    await expect(house.as(clerk)(repairsRoutes.get, at(repair))).rejects.toMatchObject({ kind: 'forbidden' });
    const call = house.as(approver);
    await call(repairsRoutes.take, at(repair));
    await call(repairsRoutes.answer, { ...at(repair), body: answer });
    await call(repairsRoutes.callBack, { ...at(repair), body: { result: 'satisfied' } });
    await call(repairsRoutes.close, at(repair));
    expect(await saidTo()).toContain('只有我知道');
    expect(JSON.stringify(await mine())).not.toContain('示例甲');
  });
  test('is nothing for another branch, for another clerk, or for whoever was rated', async () => {
    const { repair } = await badlyRated();
    const far = house.post('approver', 'lake/west');
    await expect(house.as(far)(repairsRoutes.get, at(repair))).rejects.toMatchObject({
      code: 'repairs.missing',
    });
    expect((await openOrders(far)).repairs).toEqual([]);
    const stranger = await house.staff('clerk');
    expect((await house.as(stranger)(repairsRoutes.mine, {})).rows).toEqual([]);
    const rated: SignedIn = { ...approver, personId: clerk.personId };
    await expect(house.as(rated)(repairsRoutes.take, at(repair))).rejects.toMatchObject({
      code: 'repairs.rated',
    });
  });
  test('shows the phone in full to whoever has it in hand, and to nobody else', async () => {
    const { repair } = await badlyRated();
    const call = house.as(approver);
    await expect(call(repairsRoutes.unmask, at(repair))).rejects.toMatchObject({
      code: 'repairs.not-handler',
    });
    await call(repairsRoutes.take, at(repair));
    expect(await call(repairsRoutes.unmask, at(repair))).toEqual({ name: '示例甲', phone: '19900001234' });
    const other = house.post('supervisor');
    await expect(house.as(other)(repairsRoutes.unmask, at(repair))).rejects.toMatchObject({
      code: 'repairs.not-handler',
    });
  });
});

describe('an appeal', () => {
  const reason = '评的不是我们单位的事';
  test('is re-checked by another supervisor; a struck rating is counted apart', async () => {
    const { repair } = await badlyRated();
    const before = (await figures()).total;
    const [unit, supervisor] = [house.post('supervisor'), house.post('supervisor')];
    await house.as(unit)(repairsRoutes.appeal, { ...at(repair), body: { reason } });
    const recheck = (caller: SignedIn) =>
      house.as(caller)(repairsRoutes.recheck, {
        ...at(repair),
        body: { verdict: 'struck', reason: '属实，剔除' },
      });
    await expect(recheck(unit)).rejects.toMatchObject({ code: 'repairs.own-appeal' });
    await expect(recheck(approver)).rejects.toMatchObject({ code: 'session.role' });
    expect(await recheck(supervisor)).toMatchObject({ state: 'closed', appeal: 'struck' });
    const after = (await figures()).total;
    expect(after.rated).toBe(before.rated - 1);
    expect(after.struck).toBe(before.struck + 1);
  });
  test('that is turned down leaves the order where it was, and is made once', async () => {
    const { repair } = await badlyRated();
    const call = house.as(approver);
    await call(repairsRoutes.appeal, { ...at(repair), body: { reason } });
    await expect(call(repairsRoutes.appeal, { ...at(repair), body: { reason } })).rejects.toMatchObject({
      code: 'repairs.appealed',
    });
    const upheld = await house.as(house.post('supervisor'))(repairsRoutes.recheck, {
      ...{ ...at(repair), body: { verdict: 'upheld', reason: '评价属实' } },
    });
    expect(upheld).toMatchObject({ state: 'opened', appeal: 'upheld' });
  });
});

describe('the figures', () => {
  test('count ended, rated, good and repaired by item and unit, and only below one’s own branch', async () => {
    const { rows, total, defaultRule, push } = await figures();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ key: 'paddle', name: '桨登记', rated: total.rated });
    expect(total.levels.reduce((sum, one) => sum + one, 0)).toBe(total.rated);
    expect(total.ended ?? 0).toBeGreaterThanOrEqual(total.rated);
    expect({ defaultRule, push }).toMatchObject({ defaultRule: false, push: { to: 'nobody', sent: 0 } });
    expect((await figures('unit')).rows[0]?.name).toBe('示例·east 公安局');
    expect((await figures('unit', house.post('approver', 'lake/west'))).rows).toEqual([]);
  });
  test('put down nothing by default while the rule is off', async () => {
    const citizen = await house.citizen();
    await house.ended(citizen, clerk);
    const before = house.clock();
    house.moveBy({ days: 60 });
    await house.platform.jobs.runTimer('ratings.default-ratings');
    house.moveTo(before);
    expect((await figures()).total.byDefault).toBe(0);
  });
});

describe('praise', () => {
  const body = { kind: 'banner', count: 2, on: '2026-03-01', from: '示例·船队', say: '热情' } as const;
  test('is registered with how many, and summed by kind', async () => {
    const manager = house.post('hall-manager');
    const call = house.as(manager);
    expect(await call(praisesRoutes.register, { body })).toMatchObject({ ...body, unit: '示例·east 公安局' });
    await call(praisesRoutes.register, { body: { kind: 'letter', count: 5, on: '2026-03-02' } });
    const list = await call(praisesRoutes.list, { query: span });
    expect(list.counts).toEqual({ banner: 2, letter: 5, hotline: 0 });
    expect(list.rows.map(({ kind }) => kind)).toEqual(['letter', 'banner']);
    const far = await house.as(house.post('hall-manager', 'lake/west'))(praisesRoutes.list, { query: span });
    expect(far.rows).toEqual([]);
  });
  test('of tomorrow is refused, and a clerk registers none', async () => {
    const tomorrow = { ...body, on: '2026-03-03' };
    await expect(
      house.as(house.post('hall-manager'))(praisesRoutes.register, { body: tomorrow }),
    ).rejects.toMatchObject({ code: 'praises.day' });
    await expect(house.as(clerk)(praisesRoutes.register, { body })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('a survey', () => {
  const params = { survey: 'lake' };
  const answers = (water: number, pier: number) => [
    { question: 'water', level: water },
    { question: 'pier', level: pier },
  ];
  test('is answered once by each person and only counted', async () => {
    const [ann, bob] = [await house.citizen(), await house.citizen('示例乙')];
    expect(await house.as(ann)(surveysRoutes.get, { params })).toMatchObject({ answered: false });
    await house.as(ann)(surveysRoutes.answer, { params, body: { answers: answers(1, 4) } });
    await house.as(bob)(surveysRoutes.answer, { params, body: { answers: answers(2, 5) } });
    expect(await house.as(ann)(surveysRoutes.get, { params })).toMatchObject({ answered: true });
    await expect(
      house.as(ann)(surveysRoutes.answer, { params, body: { answers: answers(1, 1) } }),
    ).rejects.toMatchObject({ code: 'surveys.taken' });
    const [lake] = await house.as(house.post('supervisor'))(surveyFiguresRoutes.list, {});
    expect(lake).toMatchObject({
      answered: 2,
      questions: [
        { n: 2, meanLevel: 1.5, favourableShare: 1 },
        { n: 2, meanLevel: 4.5, favourableShare: 0 },
      ],
    });
  });
  test('with an open question is refused, naming it, and an unknown survey is not there', async () => {
    const citizen = await house.citizen();
    const body = { answers: [{ question: 'water', level: 1 }] };
    await expect(house.as(citizen)(surveysRoutes.answer, { params, body })).rejects.toMatchObject({
      code: 'surveys.unanswered',
      faults: [{ pointer: '/answers/pier' }],
    });
    await expect(
      house.as(citizen)(surveysRoutes.get, { params: { survey: 'nothing' } }),
    ).rejects.toMatchObject({ code: 'surveys.missing' });
  });
});
