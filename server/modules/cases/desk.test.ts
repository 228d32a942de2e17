import { casesRoutes, deskRoutes, listRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createKayakHouse, defectMark, type KayakHouse, okMark } from './kayak-house.fixture.ts';

let house: KayakHouse;
let clerk: SignedIn;
let approver: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  clerk = await house.staff('clerk', { name: '示例·受理' });
  approver = await house.staff('approver', { name: '示例·审批' });
});
afterAll(() => house.stop());

const byCommand = (permitted: { command: string; may: boolean; why?: string }[]) =>
  Object.fromEntries(permitted.map(({ command, may, why }) => [command, why ?? may]));

describe('find', () => {
  test('a case stands in the queue of its branch, the applicant masked, and the counts know it', async () => {
    const citizen = await house.citizen('示例庚');
    const number = await house.submitted(citizen);
    const { tasks } = await house.as(clerk)(listRoutes.search, { body: { filter: { queue: 'intake' } } });
    const counts = await house.as(clerk)(listRoutes.counts, {});
    expect(tasks.find((task) => task.case === number)).toMatchObject({
      ...{ applicant: '示*', state: 'submitted', stateName: '待收件核对', mine: false },
    });
    expect(counts.intake).toBeGreaterThan(0);
    expect(JSON.stringify(tasks)).not.toContain('示例庚');
  });
  test('an opened case shows numbers, names and phones masked only', async () => {
    const citizen = await house.citizen('示例辛');
    await house.giveCard(citizen);
    const seen = await house.seen(clerk, await house.submitted(citizen));
    expect(seen.applicant).toEqual({
      name: '示*',
      citizenNumber: `990***********${citizen.citizenNumber.slice(-4)}`,
      phone: '199****1234',
    });
    const text = JSON.stringify(seen);
    for (const plain of ['示例辛', citizen.citizenNumber, '19900001234']) expect(text).not.toContain(plain);
  });
  test('pages follow one another without a gap', async () => {
    for (let count = 0; count < 3; count += 1) await house.submitted(await house.citizen());
    const number = await house.submitted(await house.citizen(), 'paddle');
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    await house.accept(clerk, number);
    const all = await house.as(clerk)(listRoutes.search, { body: { filter: { queue: 'all' } } });
    expect(all.tasks.at(-1)).toMatchObject({ case: number, state: 'closed' });
    const numbers: string[] = [];
    for (let after: string | undefined; ; ) {
      const filter = { queue: 'all' as const };
      const body = { filter, limit: 2, ...(after === undefined ? {} : { after }) };
      const page = await house.as(clerk)(listRoutes.search, { body });
      numbers.push(...page.tasks.map((task) => task.case));
      after = page.next;
      if (after === undefined) break;
    }
    expect(numbers).toEqual(all.tasks.map((task) => task.case));
  });
  test('a number or an item is searched for, never a person', async () => {
    const number = await house.submitted(await house.citizen('示例壬'));
    const found = async (q: string) =>
      (await house.as(clerk)(listRoutes.search, { body: { filter: { q } } })).tasks.map((task) => task.case);
    expect(await found(number.toLowerCase())).toEqual([number]);
    expect(await found('皮划艇')).toContain(number);
    expect(await found('示例壬')).toEqual([]);
  });
  test('another branch, and a post for other items, sees nothing of it', async () => {
    const number = await house.submitted(await house.citizen());
    for (const post of [{ branch: 'lake/west' }, { items: ['raft'] }, { branch: 'lake/east/pier' }]) {
      const other = await house.staff('clerk', post);
      await expect(house.seen(other, number)).rejects.toMatchObject({ kind: 'missing' });
      const { tasks } = await house.as(other)(listRoutes.search, { body: { filter: {} } });
      expect(tasks.map((task) => task.case)).not.toContain(number);
    }
    expect(await house.seen(await house.staff('supervisor', { branch: 'lake' }), number)).toMatchObject({
      case: number,
    });
  });
});

describe('take up', () => {
  test('a case is worked on only by whoever took it up', async () => {
    const number = await house.submitted(await house.citizen());
    const colleague = await house.staff('clerk');
    expect(byCommand((await house.seen(clerk, number)).permitted)).toMatchObject({
      ...{ claim: true, accept: '先认领这件再办', 'not-accept': '先认领这件再办' },
    });
    await expect(house.accept(clerk, number)).rejects.toMatchObject({ code: 'cases.unclaimed' });
    await house.claim(clerk, number);
    await expect(house.claim(colleague, number)).rejects.toMatchObject({ code: 'cases.not-assigned' });
    await expect(house.mark(colleague, number)).rejects.toMatchObject({ kind: 'forbidden' });
  });
  test('of two who reach for a case at the same moment one gets it', async () => {
    const number = await house.submitted(await house.citizen());
    const colleague = await house.staff('clerk');
    const tries = await Promise.allSettled([house.claim(clerk, number), house.claim(colleague, number)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
  test('whoever acts on what has changed is told who changed it', async () => {
    const number = await house.submitted(await house.citizen());
    const old = await house.acting(clerk, number);
    await house.claim(clerk, number);
    await expect(
      old.call(deskRoutes.accept, { ...old, body: { version: old.version } }),
    ).rejects.toMatchObject({
      code: 'cases.stale',
      message: '示例·受理今天 09:30 办过这件（认领并核对），刷新后再看',
    });
  });
  test('an applicant who works here does not handle their own case', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    const own = { ...clerk, personId: citizen.personId };
    await expect(house.claim(own, number)).rejects.toMatchObject({ code: 'cases.own-case' });
  });
});

describe('accept', () => {
  test('only after every point was checked and found right', async () => {
    const number = await house.submitted(await house.citizen());
    await house.claim(clerk, number);
    await expect(house.accept(clerk, number)).rejects.toMatchObject({ code: 'cases.unchecked' });
    await house.mark(clerk, number, [defectMark]);
    await expect(house.accept(clerk, number)).rejects.toMatchObject({ code: 'cases.defects' });
    await house.mark(clerk, number, [okMark]);
    const done = await house.accept(clerk, number);
    expect(done.clocks).toMatchObject([
      { kind: 'statutory', days: 10, used: 0, light: 'green' },
      { kind: 'promised', days: 1, dueOn: '2026-03-03' },
    ]);
  });
  test('an immediate item is done in the same sitting and the document is the applicant’s', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen, 'paddle');
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    expect(await house.accept(clerk, number)).toMatchObject({ state: 'closed', stateName: '已办结' });
    const view = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    expect(view.status.headline).toBe('done');
    expect(view.documents.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance', 'grant', 'result']);
  });
  test('not accepting needs a basis, and tells the applicant reason, basis and remedies', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    const { call, params, version } = await house.acting(clerk, number);
    const turn = (basis: string) =>
      call(deskRoutes.turnAway, { params, body: { version, reason: '皮划艇没有编号', basis } });
    await expect(turn('；；')).rejects.toMatchObject({ code: 'cases.no-basis' });
    await turn('《皮划艇管理办法》第三条');
    const view = await house.as(citizen)(casesRoutes.get, { params });
    expect(view).toMatchObject({
      status: { headline: 'not-done' },
      refusal: { reason: '皮划艇没有编号', basis: '《皮划艇管理办法》第三条' },
    });
    expect(view.refusal?.remedies[0]?.zh).toContain('行政复议');
    expect(view.documents.at(-1)?.kind).toBe('non-acceptance');
  });
});

describe('correct', () => {
  test('everything is told once; only what was named is mended; a second notice is impossible', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    const params = { case: number };
    const mine = house.as(citizen);
    await house.claim(clerk, number);
    const notify = async () => {
      const { call, version } = await house.acting(clerk, number);
      return call(deskRoutes.notify, { params, body: { version } });
    };
    await expect(notify()).rejects.toMatchObject({ code: 'cases.unchecked' });
    await house.mark(clerk, number);
    await expect(notify()).rejects.toMatchObject({ code: 'cases.nothing-listed' });
    expect((await house.mark(clerk, number, [defectMark])).noticeDueOn).toBe('2026-03-23');
    expect(await notify()).toMatchObject({ state: 'correction-before-acceptance' });

    const told = await mine(casesRoutes.get, { params });
    expect(told).toMatchObject({
      status: { headline: 'needs-you', needsYou: true, by: '2026-03-23' },
      correction: { dueOn: '2026-03-23', defects: [{ say: defectMark.say, mended: false }] },
    });
    await expect(mine(casesRoutes.resubmit, { params })).rejects.toMatchObject({ code: 'cases.not-mended' });
    const files = [await house.upload(citizen, '重拍.png')];
    const other = { params: { ...params, material: 'river-map' }, body: { files } };
    await expect(mine(casesRoutes.mend, other)).rejects.toMatchObject({ code: 'cases.not-named' });
    await mine(casesRoutes.mend, { params: { ...params, material: 'identity-card' }, body: { files } });
    const again = await mine(casesRoutes.resubmit, { params });
    expect(again.status.headline).toBe('checking');
    expect(again.slots[0]?.files.map(({ name }) => name)).toEqual(['重拍.png']);

    await expect(house.accept(clerk, number)).rejects.toMatchObject({ code: 'cases.unchecked' });
    await house.mark(clerk, number, [defectMark]);
    await expect(notify()).rejects.toMatchObject({ code: 'cases.second-notice' });
    await house.mark(clerk, number);
    expect((await house.accept(clerk, number)).documents.map(({ kind }) => kind)).toEqual([
      ...['receipt', 'correction', 'acceptance'],
    ]);
  });
});

describe('correct after acceptance', () => {
  test('the approver asks, the clocks stand still, and go on when the answer comes', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    await house.accept(clerk, number);
    await house.claim(approver, number);
    await house.mark(approver, number, [defectMark]);
    const { call, params, version } = await house.acting(approver, number);
    const told = await call(deskRoutes.notify, { params, body: { version } });
    expect(told).toMatchObject({ state: 'correction-after-acceptance', clocks: [{}, { paused: {} }] });
    expect(told.marks).toMatchObject([{ result: 'defect' }]);

    const files = [await house.upload(citizen)];
    const at = { params: { ...params, material: 'identity-card' }, body: { files } };
    await house.as(citizen)(casesRoutes.mend, at);
    const back = await house.as(citizen)(casesRoutes.resubmit, { params });
    expect(back.status.headline).toBe('in-progress');
    expect(back.clocks.some(({ paused }) => paused !== undefined)).toBe(false);
  });
});
