import { casesRoutes, draftsRoutes, filesRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKayakHouse, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
beforeAll(async () => {
  house = await createKayakHouse();
});
afterAll(() => house.stop());

describe('hand in', () => {
  test('the applicant gets a receipt, a number and the day of the answer', async () => {
    const citizen = await house.citizen('示例丁');
    const { draft } = await house.fill(citizen, await house.begin(citizen));
    const view = await house.submit(citizen, draft);
    expect(view.status).toMatchObject({
      headline: 'checking',
      line: { zh: '最晚 3月9日 告诉您结果' },
      by: '2026-03-09',
    });
    expect(view).toMatchObject({ office: { zh: '示例·east 公安局' }, mayWithdraw: true });
    expect(view.documents).toMatchObject([{ kind: 'receipt', number: `${view.case}-01` }]);
    expect(view.timeline.map(({ title }) => title.zh)).toEqual(['您提交了申请']);
    expect(view.summary).toContainEqual({ label: { zh: '停艇的地方' }, value: '东湖码头' });
    const paper = { params: { case: view.case, document: view.documents[0]?.document ?? '' } };
    const { contentType } = await house.as(citizen)(casesRoutes.document, paper);
    expect(contentType).toBe('application/pdf');
    const rows = await house.as(citizen)(casesRoutes.list, {});
    expect(rows).toMatchObject([{ case: view.case, item: 'kayak', status: { headline: 'checking' } }]);
  });
  test('everything still missing is named at once', async () => {
    const citizen = await house.citizen();
    const { draft } = await house.begin(citizen);
    await expect(house.submit(citizen, draft)).rejects.toMatchObject({
      code: 'cases.materials',
      faults: [{ pointer: '/materials/identity-card', message: '还没有交：身份证' }],
    });
  });
  test('every fault of the form points at its question', async () => {
    const citizen = await house.citizen();
    const { draft, values } = await house.fill(citizen, await house.begin(citizen));
    const wrong = { ...values, phone: '199', 'applicant.citizenNumber': '990101199003070010' };
    await house.as(citizen)(draftsRoutes.saveValues, { params: { draft }, body: { values: wrong } });
    const refused = await house.submit(citizen, draft).catch((problem) => problem);
    expect(refused).toMatchObject({ code: 'cases.form', kind: 'invalid' });
    expect(refused.faults.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      '/values/applicant.citizenNumber',
      '/values/phone',
    ]);
  });
  test('without the word that all is true nothing is taken', async () => {
    const citizen = await house.citizen();
    const { draft } = await house.fill(citizen, await house.begin(citizen));
    const refused = house.as(citizen)(casesRoutes.submit, { body: { draft, declared: false } });
    await expect(refused).rejects.toMatchObject({ code: 'cases.not-declared' });
  });
  test('with a question of the guide still open nothing is taken', async () => {
    const citizen = await house.citizen();
    const { draft } = await house.begin(citizen, 'kayak', [['水域', '湖泊']]);
    await expect(house.submit(citizen, draft)).rejects.toMatchObject({ code: 'cases.unanswered' });
  });
  test('another person cannot hand in my draft', async () => {
    const citizen = await house.citizen();
    const { draft } = await house.fill(citizen, await house.begin(citizen));
    await expect(house.submit(await house.citizen(), draft)).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('one draft, one case', () => {
  test('handing in twice at the same moment gives one case and one answer', async () => {
    const citizen = await house.citizen();
    const { draft } = await house.fill(citizen, await house.begin(citizen));
    const [one, other] = await Promise.all([house.submit(citizen, draft), house.submit(citizen, draft)]);
    expect(other.case).toBe(one.case);
    expect(await house.as(citizen)(casesRoutes.list, {})).toHaveLength(1);
  });
  test('a draft that became a case can no longer be changed', async () => {
    const citizen = await house.citizen();
    const { draft } = await house.fill(citizen, await house.begin(citizen));
    const { case: number } = await house.submit(citizen, draft);
    const late = house.as(citizen)(draftsRoutes.saveValues, { params: { draft }, body: { values: {} } });
    await expect(late).rejects.toMatchObject({
      code: 'cases.draft-submitted',
      message: `这份申请已经提交，编号 ${number}`,
    });
  });
  test('numbers of a day follow one another and begin anew the next day', async () => {
    const citizen = await house.citizen();
    const numbers = [await house.submitted(citizen), await house.submitted(citizen)];
    const [first = 0, second = 0] = numbers.map((number) => Number(number.slice(-6)));
    expect(second).toBe(first + 1);
    house.moveBy({ days: 1 });
    expect(await house.submitted(citizen)).toBe('TB441920260303000001');
    house.moveBy({ days: -1 });
  });
});

describe('what a case takes with it', () => {
  test('a licence that stood in or filled in is on record with its cause', async () => {
    const citizen = await house.citizen();
    const licence = await house.giveCard(citizen);
    const draft = await house.fill(citizen, await house.begin(citizen));
    const params = { draft: draft.draft, material: 'identity-card' };
    await house.as(citizen)(draftsRoutes.lay, { params, body: { met: 'licence', files: [], licence } });
    const view = await house.submit(citizen, draft.draft);
    expect(view.slots).toMatchObject([{ met: 'licence', licence: { licence }, ways: [], offers: [] }]);
    expect(await house.licences.uses(citizen.personId, licence)).toMatchObject([
      { cause: '办理“皮划艇下水登记”', case_number: view.case, by_id: citizen.personId },
    ]);
  });
  test('its files are open to its branch and to those above, to nobody else', async () => {
    const citizen = await house.citizen();
    const { draft, slots } = await house.fill(citizen, await house.begin(citizen));
    await house.submit(citizen, draft);
    const params = { file: slots[0]?.files[0]?.file ?? '' };
    const read = async (branch: string) =>
      house.as(await house.staff('clerk', { branch }))(filesRoutes.read, { params });
    expect((await read('lake/east')).contentType).toBe('image/png');
    expect((await read('lake')).contentType).toBe('image/png');
    await expect(read('lake/west')).rejects.toMatchObject({ kind: 'missing' });
  });
  test('others are told of it without a word about the person', async () => {
    const citizen = await house.citizen('示例戊');
    const number = await house.submitted(citizen);
    const { rows } = await sql<{ data: Record<string, string> }>`
      select data from platform.event where type = 'cases.submitted' and data ->> 'number' = ${number}`.execute(
      house.db,
    );
    expect(rows).toMatchObject([
      { data: { item: 'kayak', branch: 'lake/east', personId: citizen.personId } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('示例戊');
  });
  test('a new edition changes neither a draft begun nor a case handed in', async () => {
    const citizen = await house.citizen();
    const before = await house.begin(citizen);
    const number = await house.submitted(citizen);
    await house.publishChanged();
    expect((await house.begin(citizen)).edition).not.toBe(before.edition);
    const { draft } = await house.fill(citizen, before);
    expect((await house.submit(citizen, draft)).edition).toBe(before.edition);
    const view = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    expect(view.edition).toBe(before.edition);
  });
  test('nothing personal lies open in the tables', async () => {
    const citizen = await house.citizen('示例己己');
    const number = await house.submitted(citizen);
    const { rows } = await sql`
      select c::text, a::text from cases.case c join cases.action a using (city, case_id)
      where c.case_number = ${number}`.execute(house.db);
    const text = JSON.stringify(rows);
    expect(text).toContain(number);
    for (const secret of ['示例己己', citizen.citizenNumber, '19900001234', '东湖码头']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('take back', () => {
  test('an application is taken back before it is decided', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    const back = { params: { case: number }, body: { reason: '不划了' } };
    const view = await house.as(citizen)(casesRoutes.withdraw, back);
    expect(view).toMatchObject({
      status: { headline: 'stopped', title: { zh: '已撤回' } },
      mayWithdraw: false,
    });
    await expect(house.as(citizen)(casesRoutes.withdraw, back)).rejects.toMatchObject({
      code: 'cases.finished',
    });
  });
  test('a stranger cannot take it back, nor see it', async () => {
    const number = await house.submitted(await house.citizen());
    const stranger = house.as(await house.citizen());
    const params = { case: number };
    await expect(stranger(casesRoutes.get, { params })).rejects.toMatchObject({ kind: 'missing' });
    const taken = stranger(casesRoutes.withdraw, { params, body: { reason: '' } });
    await expect(taken).rejects.toMatchObject({ kind: 'missing' });
  });
});
