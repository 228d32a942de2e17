import { casesRoutes, deskRoutes, draftsRoutes, intakeRoutes, type Sitting } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { okMark } from '../kayak-house.fixture.ts';
import { createWindowHouse, type WindowHouse, windowId } from './window.fixture.ts';

let house: WindowHouse;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createWindowHouse();
});
beforeEach(async () => {
  clerk = await house.clerkAtWindow();
});
afterAll(() => house.stop());

/** A sitting with everything filled in, checked and confirmed on paper. */
async function ready(items: readonly string[], result: 'ok' | 'defect' = 'ok') {
  const { person, sitting } = await house.personAt(clerk);
  const prepared = await house.prepared(clerk, sitting, items);
  await house.marked(clerk, prepared, result);
  return { person, sitting: await house.ask(clerk, prepared, '屏幕没有电') };
}
const numberOf = (sitting: Sitting, item: string) =>
  sitting.filed.find((one) => one.item === item)?.case ?? '';

describe('hand in at the window', () => {
  test('two items at once: one accepted, the immediate one closed and printed, one receipt for both', async () => {
    const { person, sitting } = await ready(['kayak', 'paddle']);
    const filed = await house.file(clerk, sitting);
    expect(filed).toMatchObject({ taken: [], filed: [{ item: 'kayak' }, { item: 'paddle' }] });
    const [kayak, paddle] = [numberOf(filed, 'kayak'), numberOf(filed, 'paddle')];
    const seen = await house.as(clerk)(deskRoutes.get, { params: { case: paddle } });
    expect(seen).toMatchObject({ state: 'closed' });
    expect((await house.as(clerk)(deskRoutes.get, { params: { case: kayak } })).state).toBe(
      'awaiting-decision',
    );
    expect(filed.papers.map((paper) => [paper.case, paper.kind])).toEqual([
      [kayak, 'acceptance'],
      [paddle, 'acceptance'],
      [paddle, 'grant'],
      [paddle, 'result'],
    ]);
    for (const number of [kayak, paddle]) {
      const { documents } = await house.as(person)(casesRoutes.get, { params: { case: number } });
      expect(documents.filter(({ kind }) => kind === 'receipt')).toMatchObject([
        { document: filed.receipt?.document, number: `${kayak}-01` },
      ]);
    }
    const { rows } = await sql<{ page: { rows: { label: string; value: string }[] } }>`
      select page from files.paper where paper_id = ${filed.receipt?.document ?? ''}`.execute(house.db);
    expect(rows[0]?.page.rows).toEqual([
      { label: '事项', value: '皮划艇下水登记' },
      { label: '办件编号', value: kayak },
      { label: '身份证', value: '电子文件 1 个' },
      { label: '事项', value: '桨登记' },
      { label: '办件编号', value: paddle },
      { label: '身份证', value: '电子文件 1 个' },
      { label: '申请人确认', value: '本人在窗口看过后在纸上签名（屏幕没有电）' },
    ]);
    const params = { ...house.atSitting(filed), document: filed.receipt?.document ?? '' };
    const { contentType } = await house.as(clerk)(intakeRoutes.document, { params });
    expect(contentType).toBe('application/pdf');
  });
  test('a certificate made on the spot is printed and goes into the hands of the person, without a slip', async () => {
    const { person, sitting } = await ready(['vest']);
    const filed = await house.file(clerk, sitting);
    expect(filed.papers.map(({ kind }) => kind)).toEqual(['acceptance', 'grant', 'certificate']);
    expect(filed.filed).toMatchObject([{ stateName: '已办结' }]);
    expect(filed.wallet).toMatchObject([{ type: 'kayak-permit', state: 'valid' }]);
    const certificate = filed.papers.at(-1)?.document ?? '';
    const params = { case: numberOf(filed, 'vest'), document: certificate };
    const printed = await house.as(person)(casesRoutes.document, { params });
    expect(printed.contentType).toBe('application/pdf');
  });
  test('whoever took it in never decides it', async () => {
    const { sitting } = await ready(['kayak']);
    const number = numberOf(await house.file(clerk, sitting), 'kayak');
    const { assignment } = clerk;
    const approver: SignedIn = {
      role: 'approver',
      personId: clerk.personId,
      ...(assignment && { assignment }),
    };
    await expect(house.claim(approver, number)).rejects.toMatchObject({ code: 'cases.intake-approval' });
  });
  test('what was found wrong goes out in one notice that names everything', async () => {
    const { person, sitting } = await ready(['kayak'], 'defect');
    const filed = await house.file(clerk, sitting);
    const number = numberOf(filed, 'kayak');
    expect(filed.papers).toMatchObject([{ case: number, kind: 'correction' }]);
    const { correction } = await house.as(person)(casesRoutes.get, { params: { case: number } });
    expect(correction).toMatchObject({ defects: [{ say: '照片里看不清姓名，重拍一张', mended: false }] });
  });
  test('a material that is not there goes in when its lack is marked, and is named in the notice', async () => {
    const { sitting } = await house.personAt(clerk);
    const filled = await house.fill(clerk, await house.take(clerk, sitting, 'kayak'), 'kayak');
    await expect(house.ask(clerk, filled, '屏幕没有电')).rejects.toMatchObject({ code: 'cases.materials' });
    await house.marked(clerk, filled, 'defect');
    const filed = await house.file(clerk, await house.ask(clerk, filled, '屏幕没有电'));
    expect(filed.papers).toMatchObject([{ kind: 'correction' }]);
  });
  test('what nobody has looked at yet waits with the clerk', async () => {
    const { sitting } = await house.personAt(clerk);
    const prepared = await house.prepared(clerk, sitting, ['kayak']);
    const filed = await house.file(clerk, await house.ask(clerk, prepared, '屏幕没有电'));
    const number = numberOf(filed, 'kayak');
    const seen = await house.as(clerk)(deskRoutes.get, { params: { case: number } });
    expect(seen.state).toBe('pre-review');
    expect(seen.permitted).toContainEqual({
      command: 'accept',
      may: false,
      why: '还有 1 个收件要点没有核对',
    });
    const { call, params, version } = await house.acting(clerk, number);
    await call(deskRoutes.mark, { params, body: { marks: [okMark] } });
    expect((await call(deskRoutes.accept, { params, body: { version } })).state).toBe('awaiting-decision');
  });
  test('a draft begun at home becomes one case, which is found there', async () => {
    const person = await house.citizen('示例丑');
    const { draft } = await house.fillAtHome(person);
    const begun = await house.begin(clerk, { name: '示例丑', citizenNumber: person.citizenNumber });
    const params = house.atSitting(begun);
    const taken = await house.as(clerk)(intakeRoutes.addItem, { params, body: { draft } });
    await house.marked(clerk, taken);
    const filed = await house.file(clerk, await house.ask(clerk, taken, '屏幕没有电'));
    const home = await house.as(person)(draftsRoutes.get, { params: { draft } });
    expect(home.case).toBe(numberOf(filed, 'kayak'));
  });
});

describe('nothing is handed in', () => {
  test('while the person has not confirmed it', async () => {
    const { sitting } = await house.personAt(clerk);
    const prepared = await house.prepared(clerk, sitting, ['kayak']);
    await expect(house.file(clerk, prepared)).rejects.toMatchObject({ code: 'intake.unconfirmed' });
  });
  test('when one of several is not ready: the fault names its draft and its place', async () => {
    const { person, sitting } = await ready(['paddle']);
    const both = await house.take(clerk, sitting, 'kayak');
    const { draft } = house.atDraft(both, 'kayak');
    const refused = await house.file(clerk, both).catch((problem) => problem);
    expect(refused).toMatchObject({ code: 'cases.form' });
    expect(refused.faults.map((fault: { pointer: string }) => fault.pointer)).toContain(
      `/drafts/${draft}/values/phone`,
    );
    expect(await house.as(person)(casesRoutes.list, {})).toEqual([]);
  });
  test('without an item', async () => {
    const { sitting } = await house.personAt(clerk);
    await expect(house.ask(clerk, sitting)).rejects.toMatchObject({ code: 'intake.nothing-taken' });
    await expect(house.file(clerk, sitting)).rejects.toMatchObject({ code: 'intake.nothing-taken' });
  });
  test('by anybody but the clerk whose sitting it is', async () => {
    const { person, sitting } = await ready(['kayak']);
    const own = { ...clerk, personId: person.personId };
    await expect(house.file(own, sitting)).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('the second screen', () => {
  test('shows everything of this person, and a signature lets it be handed in', async () => {
    const { sitting } = await house.personAt(clerk, '示例寅');
    const prepared = await house.prepared(clerk, sitting, ['kayak', 'paddle']);
    await house.marked(clerk, prepared);
    expect(await house.cases.intake.shown(windowId)).toBeUndefined();
    expect((await house.ask(clerk, prepared)).confirmation).toMatchObject({ state: 'asked' });
    const shown = await house.cases.intake.shown(windowId);
    expect(shown).toMatchObject({
      personId: sitting.person.personId,
      show: {
        kind: 'confirm',
        sitting: sitting.sitting,
        person: { name: '示例寅' },
        items: [
          {
            name: '皮划艇下水登记',
            materials: [{ name: '身份证', how: '电子文件 1 个' }],
            promise: '1 个工作日',
          },
          { name: '桨登记', promise: '当场办结' },
        ],
      },
    });
    expect(JSON.stringify(shown)).toContain('东湖码头');
    expect(await house.answer(sitting, 'sign')).toBe(true);
    expect(await house.cases.intake.shown(windowId)).toBeUndefined();
    const filed = await house.file(clerk, sitting);
    expect(filed.filed).toHaveLength(2);
  });
  test('says no: the clerk hears what is wrong, and nothing is handed in', async () => {
    const { sitting } = await house.personAt(clerk);
    await house.ask(clerk, await house.prepared(clerk, sitting, ['kayak']));
    expect(await house.answer(sitting, 'decline')).toBe(true);
    const params = house.atSitting(sitting);
    const seen = await house.as(clerk)(intakeRoutes.get, { params });
    expect(seen.confirmation).toMatchObject({ state: 'declined', reason: '手机号不对' });
    await expect(house.file(clerk, seen)).rejects.toMatchObject({ code: 'intake.declined' });
  });
  test('is answered too late when something was changed: the signature counts for nothing', async () => {
    const { person, sitting } = await house.personAt(clerk);
    const asked = await house.ask(clerk, await house.prepared(clerk, sitting, ['kayak']));
    const params = { draft: asked.taken[0]?.draft ?? '' };
    await house.as(person)(draftsRoutes.saveValues, { params, body: { values: { mooring: '西湖码头' } } });
    expect(await house.answer(sitting, 'sign')).toBe(false);
    await house.ask(clerk, sitting);
    expect(await house.answer(sitting, 'sign')).toBe(true);
    const changed = await house.fill(clerk, asked, 'kayak');
    expect(changed.confirmation).toEqual({ state: 'none' });
    await expect(house.file(clerk, sitting)).rejects.toMatchObject({ code: 'intake.unconfirmed' });
  });
  test('is left alone by an answer to another sitting', async () => {
    const before = await house.personAt(clerk);
    await house.ask(clerk, await house.prepared(clerk, before.sitting, ['kayak']));
    const { sitting } = await house.personAt(clerk, '示例卯');
    await house.ask(clerk, await house.prepared(clerk, sitting, ['kayak']));
    expect(await house.answer(before.sitting, 'sign')).toBe(false);
  });
  test('never shows the person of a colleague who sat there before', async () => {
    const before = await house.personAt(clerk);
    await house.ask(clerk, await house.prepared(clerk, before.sitting, ['kayak']));
    const colleague = await house.clerkAtWindow();
    const { sitting } = await house.personAt(colleague, '示例卯');
    await house.as(colleague)(intakeRoutes.end, { params: house.atSitting(sitting) });
    expect(await house.cases.intake.shown(windowId)).toBeUndefined();
  });
  test('goes idle when the sitting ends', async () => {
    const { sitting } = await house.personAt(clerk);
    const asked = await house.ask(clerk, await house.prepared(clerk, sitting, ['kayak']));
    await house.as(clerk)(intakeRoutes.end, { params: house.atSitting(asked) });
    expect(await house.cases.intake.shown(windowId)).toBeUndefined();
  });
});
