import {
  casesRoutes,
  draftsRoutes,
  filesRoutes,
  licencesRoutes,
  type PromiseCheck,
  proofsRoutes,
} from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { createProofHouse, type ProofHouse } from './proof-house.fixture.ts';

let house: ProofHouse;
let other: SignedIn;
beforeAll(async () => {
  house = await createProofHouse();
  other = await house.staff('approver', { name: '示例·复核' });
});
afterAll(() => house.stop());

const material = 'identity-card';
const noticeFor = (owner: SignedIn, draft: string) =>
  house.as(owner)(proofsRoutes.notice, { params: { draft, material } });

/** A promise of somebody whose case has been granted. */
async function promised(name = '示例乙') {
  const owner = await house.citizen(name);
  const { draft } = await house.filled(owner, 'punt');
  await house.promise(owner, draft, true);
  const { case: number } = await house.submit(owner, draft);
  await house.accepted(number);
  await house.granted(number);
  const { promises } = await house.as(other)(proofsRoutes.ofCase, { params: { case: number } });
  return { owner, number, task: promises[0]?.task ?? '', check: promises[0] };
}
type Outcome = { outcome: 'kept' | 'correct' | 'corrected' | 'broken'; correctBy?: string };
const settle = (caller: SignedIn, task: string, body: Outcome): Promise<PromiseCheck> =>
  house.as(caller)(proofsRoutes.settlePromise, {
    params: { task },
    body: { ...body, finding: '到派出所核对了登记' },
  });

describe('promising', () => {
  test('comes after a notice with basis, conditions, consequences and the time of the check', async () => {
    const owner = await house.citizen();
    const { draft } = await house.filled(owner, 'punt');
    expect(await noticeFor(owner, draft)).toMatchObject({
      ...{ material, materialName: { zh: '身份证' }, title: '身份证告知承诺书', allowed: true },
      ...{ basis: ['《皮划艇管理办法》第四条'], conditions: ['您用的是真名'] },
      ...{ liability: ['承诺不实的，撤销登记。'], checkedWithin: '作出决定后 20 个工作日内核查' },
    });
    await expect(house.promise(owner, draft)).rejects.toMatchObject({ code: 'cases.not-agreed' });
    await expect(noticeFor(await house.citizen(), draft)).rejects.toMatchObject({ kind: 'missing' });
  });
  test('is not offered for a paper without a notice', async () => {
    const owner = await house.citizen();
    const { draft } = await house.filled(owner, 'skiff');
    await expect(noticeFor(owner, draft)).rejects.toMatchObject({ code: 'cases.no-promise' });
    await expect(house.promise(owner, draft, true)).rejects.toMatchObject({ code: 'cases.no-promise' });
  });
  test('is sealed as a paper when the application is handed in, and seen by its applicant', async () => {
    const owner = await house.citizen();
    const { draft } = await house.filled(owner, 'punt');
    expect((await house.promise(owner, draft, true)).slots).toMatchObject([{ met: 'promise' }]);
    const view = await house.submit(owner, draft);
    expect(view.documents.map(({ kind }) => kind)).toEqual(['undertaking', 'receipt']);
    expect(view.promises).toMatchObject([{ material, state: 'open' }]);
    const params = { case: view.case, document: view.documents[0]?.document ?? '' };
    expect((await house.as(owner)(casesRoutes.document, { params })).contentType).toBe('application/pdf');
  });
});

describe('the later check', () => {
  test('becomes due with the decision, in time counted from there', async () => {
    const { check, number } = await promised();
    expect(check).toMatchObject({
      ...{ case: number, itemName: '撑船登记', applicant: '示*', materialName: '身份证' },
      ...{ dueOn: '2026-03-30', light: 'green', state: 'open' },
    });
    const pdf = await house.as(other)(proofsRoutes.undertaking, { params: { task: check?.task ?? '' } });
    expect(pdf.contentType).toBe('application/pdf');
  });
  test('that finds the promise kept ends there', async () => {
    const { task, owner, number } = await promised();
    expect(await settle(other, task, { outcome: 'kept' })).toMatchObject({ state: 'kept' });
    await expect(settle(other, task, { outcome: 'broken' })).rejects.toMatchObject({
      code: 'proofs.settled',
    });
    expect(await house.view(owner, number)).toMatchObject({ promises: [{ state: 'kept' }] });
  });
  test('may give time to put it right; the applicant is told by when, in writing too', async () => {
    const { task, owner, number } = await promised();
    await expect(settle(other, task, { outcome: 'correct', correctBy: '2026-03-02' })).rejects.toMatchObject({
      code: 'proofs.correct-day',
    });
    await settle(other, task, { outcome: 'correct', correctBy: '2026-03-12' });
    const told = await house.view(owner, number);
    expect(told).toMatchObject({
      status: { headline: 'needs-you', needsYou: true, by: '2026-03-12' },
      promises: [{ state: 'correcting', correctBy: '2026-03-12', finding: '到派出所核对了登记' }],
    });
    expect(told.documents.at(-1)).toMatchObject({ kind: 'promise-correction' });
    expect(await settle(other, task, { outcome: 'corrected' })).toMatchObject({ state: 'corrected' });
    expect((await house.view(owner, number)).status.headline).toBe('ready');
  });
  test('is not made by the applicant, nor by another branch', async () => {
    const { task, owner } = await promised();
    const self = { ...other, personId: owner.personId };
    await expect(settle(self, task, { outcome: 'kept' })).rejects.toMatchObject({ kind: 'forbidden' });
    const west = await house.staff('approver', { branch: 'lake/west' });
    await expect(settle(west, task, { outcome: 'kept' })).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('a promise that was not true', () => {
  test('is not settled by whoever decided the case, nor by a clerk', async () => {
    const { task } = await promised();
    await expect(settle(house.approver, task, { outcome: 'broken' })).rejects.toMatchObject({
      code: 'cases.own-decision',
    });
    await expect(settle(house.clerk, task, { outcome: 'broken' })).rejects.toMatchObject({
      code: 'cases.role',
    });
  });
  test('takes back the decision, the licence and its papers, and tells why, on what basis, and what can be done', async () => {
    const { task, owner, number } = await promised();
    const before = await house.view(owner, number);
    expect(await settle(other, task, { outcome: 'broken' })).toMatchObject({ state: 'broken' });
    const view = await house.view(owner, number);
    expect(view).toMatchObject({
      status: { headline: 'not-done', title: { zh: '决定已撤销' }, needsYou: false },
      refusal: { reason: '对“身份证”作了不实承诺：到派出所核对了登记', basis: '《皮划艇管理办法》第四条' },
      promises: [{ state: 'broken' }],
    });
    expect(view.refusal?.remedies[0]?.zh).toContain('行政复议');
    expect(view.documents.at(-1)).toMatchObject({ kind: 'revocation', title: { zh: '撤销决定书' } });
    expect(view.licence).toBeUndefined();
    const [permit] = await house.as(owner)(licencesRoutes.wallet, {});
    expect(permit).toMatchObject({ licence: before.licence, state: 'revoked' });
    const grant = before.documents.find(({ kind }) => kind === 'grant');
    const paper = await house.anyone(filesRoutes.verify, { params: { code: grant?.code ?? '' } });
    expect(paper.state).toBe('revoked');
  });
  test('is remembered: who made it may not promise again, neither anew nor in a draft begun before', async () => {
    const { task, owner } = await promised();
    const { draft } = await house.filled(owner, 'punt');
    await house.promise(owner, draft, true);
    await settle(other, task, { outcome: 'broken' });
    expect(await noticeFor(owner, draft)).toMatchObject({
      allowed: false,
      why: expect.stringContaining('不实承诺'),
    });
    const now = await house.as(owner)(draftsRoutes.get, { params: { draft } });
    expect(now.slots).toMatchObject([{ met: 'open', ways: ['files', 'window'] }]);
    await expect(house.promise(owner, draft, true)).rejects.toMatchObject({ code: 'cases.promise-barred' });
    await expect(house.submit(owner, draft)).rejects.toMatchObject({ code: 'cases.materials' });
    expect((await noticeFor(await withDraft('示例丙'), lastDraft)).allowed).toBe(true);
    house.moveBy({ days: 3 * 365 });
    expect((await noticeFor(owner, draft)).allowed).toBe(true);
    house.moveBy({ days: -3 * 365 });
  });
});

let lastDraft = '';
async function withDraft(name: string): Promise<SignedIn> {
  const owner = await house.citizen(name);
  lastDraft = (await house.filled(owner, 'punt')).draft;
  return owner;
}

describe('the list of checks', () => {
  test('shows the most urgent first, page after page, within the branch', async () => {
    const early = await promised();
    house.moveBy({ days: 1 });
    const late = await promised();
    house.moveBy({ days: -1 });
    const list = await house.as(other)(proofsRoutes.promises, { query: { state: 'open' } });
    const tasks = list.promises.map(({ task }) => task);
    expect(tasks.indexOf(early.task)).toBeLessThan(tasks.indexOf(late.task));
    const days = list.promises.map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
    const [first] = list.promises;
    const after = `${first?.dueOn}~${first?.task}`;
    const rest = await house.as(other)(proofsRoutes.promises, { query: { state: 'open', after } });
    expect(rest.promises.map(({ task }) => task)).toEqual(tasks.slice(1));
    const west = await house.staff('approver', { branch: 'lake/west' });
    expect((await house.as(west)(proofsRoutes.promises, { query: {} })).promises).toEqual([]);
  });
  test('turns yellow shortly before the last day and red after it', async () => {
    const { task } = await promised();
    const light = async () => {
      const { promises } = await house.as(other)(proofsRoutes.promises, { query: {} });
      return promises.find((one) => one.task === task)?.light;
    };
    expect(await light()).toBe('green');
    house.moveBy({ days: 22 });
    expect(await light()).toBe('yellow');
    house.moveBy({ days: 10 });
    expect(await light()).toBe('red');
    house.moveBy({ days: -32 });
  });
  test('keeps what was settled apart', async () => {
    const { task } = await promised();
    await settle(other, task, { outcome: 'kept' });
    const of = async (state: 'open' | 'done') =>
      (await house.as(other)(proofsRoutes.promises, { query: { state } })).promises.map((one) => one.task);
    expect(await of('done')).toContain(task);
    expect(await of('open')).not.toContain(task);
  });
});
