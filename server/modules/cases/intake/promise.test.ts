import { createHash } from 'node:crypto';
import { casesRoutes, intakeRoutes, proofsRoutes, type Sitting } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { punt } from '../proof/promised.fixture.ts';
import { createDrawing } from './drawing.fixture.ts';
import { createWindowHouse, type WindowHouse, windowId } from './window.fixture.ts';

let house: WindowHouse;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createWindowHouse([punt]);
});
beforeEach(async () => {
  clerk = await house.clerkAtWindow();
});
afterAll(() => house.stop());

const material = 'identity-card';
const drawing = createDrawing();

/** A person at the window whose identity card is promised, with everything else filled in. */
async function promising() {
  const { person, sitting } = await house.personAt(clerk);
  const filled = await house.fill(clerk, await house.take(clerk, sitting, 'punt'), 'punt');
  const params = { ...house.atDraft(filled, 'punt'), material };
  const laid = await house.as(clerk)(intakeRoutes.lay, { params, body: { met: 'promise', files: [] } });
  return { person, params, sitting: laid };
}
/** Hands the sitting in, and gives what the paper of this kind says and prints. */
async function filed(person: SignedIn, sitting: Sitting, kind: 'undertaking' | 'receipt') {
  const { filed: cases } = await house.file(clerk, sitting);
  const number = cases[0]?.case ?? '';
  const { documents } = await house.as(person)(casesRoutes.get, { params: { case: number } });
  const document = documents.find((one) => one.kind === kind)?.document ?? '';
  const { rows } = await sql<{
    page: Page;
  }>`select page from files.paper where paper_id = ${document}`.execute(house.db);
  const { bytes } = await house.as(person)(casesRoutes.document, { params: { case: number, document } });
  return { page: rows[0]?.page, pdf: Buffer.from(bytes) };
}
type Page = {
  rows: { label: string; value: string }[];
  signature?: { label: string; sha256: string };
};

describe('a promise at the window', () => {
  test('is read out from its notice, shown for signing, and sealed with the drawn signature in the print', async () => {
    const { person, params, sitting } = await promising();
    const notice = await house.as(clerk)(proofsRoutes.windowNotice, { params });
    expect(notice).toMatchObject({
      ...{ title: '身份证告知承诺书', allowed: true, conditions: ['您用的是真名'] },
      ...{ liability: ['承诺不实的，撤销登记。'], checkedWithin: '作出决定后 20 个工作日内核查' },
    });
    expect(sitting.taken).toMatchObject([{ slots: [{ met: 'promise' }] }]);
    await house.ask(clerk, sitting);
    const shown = await house.cases.intake.shown(windowId);
    expect(shown?.show).toMatchObject({
      items: [{ undertakings: [{ title: notice.title, paragraphs: expect.any(Array) }] }],
    });
    expect(JSON.stringify(shown?.show)).toContain(notice.liability[0]);
    expect(await house.answer(sitting, 'sign', drawing.png)).toBe(true);
    const { page, pdf } = await filed(person, sitting, 'undertaking');
    expect(page?.rows).toContainEqual({ label: '承诺方式', value: '本人在窗口看过后在屏上签名' });
    expect(page?.signature).toMatchObject({
      ...{ label: '承诺人签名', sha256: createHash('sha256').update(drawing.png).digest('hex') },
    });
    expect(pdf.includes(drawing.packed)).toBe(true);
  });
  test('is signed on paper with the reason where the screen cannot be used; no picture is printed then', async () => {
    const { person, sitting } = await promising();
    const asked = await house.ask(clerk, sitting, '屏幕没有电');
    const { page, pdf } = await filed(person, asked, 'undertaking');
    expect(page?.rows).toContainEqual({
      ...{ label: '承诺方式', value: '本人在窗口看过后在纸上签名（屏幕没有电）' },
    });
    expect(page?.signature).toBeUndefined();
    expect(pdf.includes(drawing.packed)).toBe(false);
  });
  test('goes nowhere while nobody has signed', async () => {
    const { sitting } = await promising();
    await expect(house.file(clerk, sitting)).rejects.toMatchObject({ code: 'intake.unconfirmed' });
    await house.ask(clerk, sitting);
    await house.answer(sitting, 'decline');
    await expect(house.file(clerk, sitting)).rejects.toMatchObject({ code: 'intake.declined' });
  });
  test('is not laid, and its notice not read, by a colleague whose sitting it is not', async () => {
    const { params } = await promising();
    const colleague = await house.clerkAtWindow('east-w02');
    await expect(house.as(colleague)(proofsRoutes.windowNotice, { params })).rejects.toMatchObject({
      kind: 'missing',
    });
    const body = { met: 'promise' as const, files: [] };
    await expect(house.as(colleague)(intakeRoutes.lay, { params, body })).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});

describe('the receipt', () => {
  test('carries the signature that confirmed what was handed in', async () => {
    const { person, sitting } = await promising();
    await house.ask(clerk, sitting);
    await house.answer(sitting, 'sign', drawing.png);
    const { page, pdf } = await filed(person, sitting, 'receipt');
    expect(page?.rows.at(-1)).toEqual({ label: '申请人确认', value: '本人在窗口看过后在屏上签名' });
    expect(pdf.includes(drawing.packed)).toBe(true);
  });
  test('prints too when the picture cannot be read, and says where the original is', async () => {
    const { person, sitting } = await promising();
    await house.ask(clerk, sitting);
    const broken = Buffer.concat([drawing.png.subarray(0, 60), Buffer.alloc(40)]);
    await house.answer(sitting, 'sign', broken);
    const { page, pdf } = await filed(person, sitting, 'receipt');
    expect(page?.signature?.sha256).toBe(createHash('sha256').update(broken).digest('hex'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes(drawing.packed)).toBe(false);
  });
});
