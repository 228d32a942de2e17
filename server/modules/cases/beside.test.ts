import { casesRoutes, caseWorkRoutes, type Mark } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { queriesOf } from '../../platform/testing-queries.ts';
import { createKayakHouse, defectMark, type KayakHouse, okMark } from './kayak-house.fixture.ts';

let house: KayakHouse;
let clerk: SignedIn;
let approver: SignedIn;
let citizen: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  clerk = await house.staff('clerk', { name: '示例·受理' });
  approver = await house.staff('approver', { name: '示例·审批' });
  citizen = await house.citizen();
});
afterAll(() => house.stop());

const at = (number: string) => ({ params: { case: number } });
const urge = (number: string, say?: string) =>
  house.as(citizen)(casesRoutes.urge, { ...at(number), body: say === undefined ? {} : { say } });

describe('urge', () => {
  test('an applicant urges once a day; the desk sees it, the holder is told, the case stays as it is', async () => {
    const number = await house.submitted(citizen);
    const claimed = await house.claim(clerk, number);
    expect(await urge(number, '月底要用，电话 19900001234')).toMatchObject({
      ...{ mayUrge: false, urges: [{ say: '月底要用，电话 19900001234' }] },
    });
    await expect(urge(number)).rejects.toMatchObject({ code: 'cases.urged-today', kind: 'conflict' });
    const seen = await house.seen(clerk, number);
    expect(seen).toMatchObject({ version: claimed.version, state: 'pre-review' });
    expect(seen.urges[0]?.say).toBe('月底要用，电话 199****1234');
    house.moveBy({ days: 1 });
    expect((await urge(number)).urges).toHaveLength(2);
    const { rows } = await sql<{ data: object }>`select data from platform.event
      where type = 'cases.urged' and data ->> 'number' = ${number}`.execute(house.db);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.data).toMatchObject({ holderId: clerk.personId });
  });
  test('nobody urges while the applicant has something to do, nor when it is over, nor in another’s case', async () => {
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    const other = house.as(await house.citizen());
    await expect(other(casesRoutes.urge, { ...at(number), body: {} })).rejects.toMatchObject({
      kind: 'missing',
    });
    await house.mark(clerk, number, [defectMark]);
    await house.notify(clerk, number);
    await expect(urge(number)).rejects.toMatchObject({ code: 'cases.waits-for-you' });
    await house.as(citizen)(casesRoutes.withdraw, { ...at(number), body: { reason: '' } });
    await expect(urge(number)).rejects.toMatchObject({ code: 'cases.finished' });
  });
});

describe('reprint', () => {
  test('a paper is printed again with its reason on record, also when the case is over', async () => {
    const number = await house.submitted(citizen);
    const [receipt] = (await house.seen(clerk, number)).documents;
    await house.as(citizen)(casesRoutes.withdraw, { ...at(number), body: { reason: '' } });
    const print = (caller: SignedIn, document: string, reason = '原件被雨淋湿了') =>
      house.as(caller)(caseWorkRoutes.reprint, { ...at(number), body: { document, reason } });
    const printed = await print(clerk, receipt?.document ?? '');
    expect(printed.documents).toEqual([receipt]);
    expect(printed.actions.at(-1)).toMatchObject({
      ...{ by: '示例·受理', what: '重新打印', detail: '收件凭证：原件被雨淋湿了' },
    });
    await expect(print(clerk, receipt?.document ?? '', '  ')).rejects.toMatchObject({
      code: 'cases.no-reason',
    });
    await expect(print(clerk, crypto.randomUUID())).rejects.toMatchObject({ code: 'cases.document' });
    await expect(print(approver, receipt?.document ?? '')).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a place marked on a picture', () => {
  const marked = (file: string, more: object = {}): Mark => ({
    ...defectMark,
    region: { file, x: 0.1, y: 0.2, width: 0.3, height: 0.4, ...more },
  });
  test('goes with the defect to the applicant', async () => {
    const number = await house.submitted(citizen);
    const file = (await house.claim(clerk, number)).slots[0]?.files[0]?.file ?? '';
    await house.mark(clerk, number, [marked(file)]);
    await house.notify(clerk, number);
    const told = await house.as(citizen)(casesRoutes.get, at(number));
    expect(told.correction?.defects[0]).toMatchObject({
      region: { file, x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
    });
  });
  test('must lie within a file of that very material', async () => {
    const number = await house.submitted(citizen);
    const file = (await house.claim(clerk, number)).slots[0]?.files[0]?.file ?? '';
    const foreign = await house.upload(citizen, '别的照片.png');
    await expect(house.mark(clerk, number, [marked(foreign)])).rejects.toMatchObject({
      code: 'cases.mark-file',
    });
    for (const beyond of [{ x: 0.8 }, { height: 0 }]) {
      await expect(house.mark(clerk, number, [marked(file, beyond)])).rejects.toMatchObject({
        code: 'cases.mark-region',
      });
    }
    expect((await house.mark(clerk, number, [okMark])).marks).toEqual([okMark]);
  });
});

describe('the queries of a case', () => {
  test('are few, and no more when much has happened', async () => {
    const number = await house.submitted(citizen);
    const desk = () => queriesOf(() => house.seen(clerk, number));
    const own = () => queriesOf(() => house.as(citizen)(casesRoutes.get, at(number)));
    const before = [(await desk()).length, (await own()).length];
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    await house.accept(clerk, number);
    await house.claim(approver, number);
    for (let days = 0; days < 3; days += 1) {
      house.moveBy({ days: 1 });
      await urge(number);
    }
    expect([(await desk()).length, (await own()).length]).toEqual(before);
    expect(before[0]).toBeLessThanOrEqual(12);
    expect(before[1]).toBeLessThanOrEqual(8);
  });
});
