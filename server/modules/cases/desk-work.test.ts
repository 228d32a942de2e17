import { casesRoutes, caseWorkRoutes, deskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createKayakHouse, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
let clerk: SignedIn;
let approver: SignedIn;
let head: SignedIn;
let citizen: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  clerk = await house.staff('clerk', { name: '示例·受理' });
  approver = await house.staff('approver', { name: '示例·审批' });
  head = await house.staff('approver', { head: true, name: '示例·负责人' });
  citizen = await house.citizen();
});
afterAll(() => house.stop());

/** A kayak case taken up by the approver. */
async function underReview(): Promise<string> {
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(approver, number);
  return number;
}
const own = (number: string) => house.as(citizen)(casesRoutes.get, { params: { case: number } });
const why = async (caller: SignedIn, number: string, command: string) => {
  const found = (await house.seen(caller, number)).permitted.find((one) => one.command === command);
  return found?.why ?? found?.may;
};

describe('special procedure', () => {
  const start = async (caller: SignedIn, number: string, procedure = 'float-test') => {
    const { call, params, version } = await house.acting(caller, number);
    const body = { version, procedure, reason: '要到湖上试一次' };
    return call(caseWorkRoutes.startProcedure, { params, body });
  };
  test('stops both clocks, tells the applicant in writing, and lets the clocks go on when it ends', async () => {
    const number = await underReview();
    const before = (await house.seen(approver, number)).clocks;
    const started = await start(approver, number);
    expect(started).toMatchObject({
      ...{ state: 'special-procedure', running: { procedure: 'float-test', name: '下水试验' } },
      clocks: [{ paused: {} }, { paused: {} }],
    });
    expect(started.documents.at(-1)).toMatchObject({ kind: 'special-procedure' });
    expect(await own(number)).toMatchObject({
      status: { headline: 'paused', by: started.running?.dueOn },
      timeline: expect.arrayContaining([expect.objectContaining({ detail: { zh: '要到湖上试一次' } })]),
    });
    house.moveBy({ days: 7 });
    const { call, params, version } = await house.acting(approver, number);
    const ended = await call(caseWorkRoutes.endProcedure, {
      params,
      body: { version, result: '浮得住，没有漏水' },
    });
    expect(ended.state).toBe('awaiting-decision');
    expect(ended.clocks.some(({ paused }) => paused !== undefined)).toBe(false);
    expect(before[0]?.dueOn?.localeCompare(ended.clocks[0]?.dueOn ?? '')).toBe(-1);
    expect(ended.clocks.map(({ used }) => used)).toEqual(before.map(({ used }) => used));
  });
  test('that the edition does not know, or that nobody holds, is refused', async () => {
    const number = await underReview();
    await expect(start(approver, number, 'longer')).rejects.toMatchObject({
      code: 'cases.no-such-procedure',
    });
    await expect(start(await house.staff('approver'), number)).rejects.toMatchObject({
      code: 'cases.not-assigned',
    });
    await expect(start(clerk, number)).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await house.seen(approver, number)).state).toBe('awaiting-decision');
  });
});

describe('extension', () => {
  const request = async (caller: SignedIn, number: string, days = 5) => {
    const { call, params, version } = await house.acting(caller, number);
    const body = { version, procedure: 'longer', days, reason: '水位太高' };
    return call(caseWorkRoutes.requestExtension, { params, body });
  };
  const settle = async (
    caller: SignedIn,
    number: string,
    more: { verdict: 'approve' | 'decline'; reason?: string },
  ) => {
    const { call, params, version } = await house.acting(caller, number);
    return call(caseWorkRoutes.decideExtension, { params, body: { version, ...more } });
  };
  test('is asked for by the reviewer, approved by the head, told in writing, and given once', async () => {
    const number = await underReview();
    const before = (await house.seen(approver, number)).clocks[0];
    await expect(request(approver, number, 11)).rejects.toMatchObject({ code: 'cases.too-long' });
    expect(await why(head, number, 'decide-extension')).toBeUndefined();
    expect((await request(approver, number)).extensionAsked).toEqual({
      ...{ procedure: 'longer', days: 5, reason: '水位太高', by: '示例·审批' },
    });
    expect(await why(approver, number, 'request-extension')).toContain('已经申请过延长');
    expect(await why(head, number, 'decide-extension')).toBe(true);
    const extended = await settle(head, number, { verdict: 'approve' });
    expect(extended.clocks[0]?.days).toBe((before?.days ?? 0) + 5);
    expect(extended.documents.at(-1)).toMatchObject({ kind: 'extension', title: { zh: '延长期限告知书' } });
    expect((await own(number)).timeline.at(-1)?.title.zh).toBe('期限延长 5 天：水位太高');
    await expect(request(approver, number)).rejects.toMatchObject({ code: 'cases.extended-before' });
  });
  test('is not approved by whoever asked, nor by somebody who is not a head, and is declined with a reason', async () => {
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    await house.accept(clerk, number);
    await house.claim(head, number);
    await request(head, number);
    await expect(settle(head, number, { verdict: 'approve' })).rejects.toMatchObject({
      code: 'cases.own-request',
    });
    await expect(settle(approver, number, { verdict: 'approve' })).rejects.toMatchObject({
      code: 'cases.role',
    });
    const other = await house.staff('approver', { head: true });
    await expect(settle(other, number, { verdict: 'decline' })).rejects.toMatchObject({
      code: 'cases.no-reason',
    });
    const declined = await settle(other, number, { verdict: 'decline', reason: '还来得及办完' });
    expect(declined.extensionAsked).toBeUndefined();
    expect(declined.actions.at(-1)).toMatchObject({ what: '不同意延长期限', detail: '还来得及办完' });
    await expect(settle(other, number, { verdict: 'approve' })).rejects.toMatchObject({
      code: 'cases.extension-not-asked',
    });
  });
});

describe('return and forward', () => {
  test('a case is returned with its reason, and the applicant is told', async () => {
    const number = await underReview();
    const { call, params, version } = await house.acting(approver, number);
    const back = (reason: string) => call(caseWorkRoutes.giveBack, { params, body: { version, reason } });
    await expect(back('    ')).rejects.toMatchObject({ code: 'cases.no-reason' });
    expect(await back('同一条艇已经登记过')).toMatchObject({ state: 'closed', permitted: [] });
    expect(await own(number)).toMatchObject({ status: { headline: 'not-done' }, mayUrge: false });
    expect((await own(number)).timeline.at(-1)).toMatchObject({ detail: { zh: '同一条艇已经登记过' } });
  });
  test('a case is forwarded to the office in charge', async () => {
    const number = await underReview();
    const { call, params, version } = await house.acting(approver, number);
    const body = { version, to: '示例·海事处', reason: '机动船由海事管' };
    expect(await call(caseWorkRoutes.forward, { params, body })).toMatchObject({ state: 'closed' });
    expect((await own(number)).timeline.at(-1)).toMatchObject({ title: { zh: '已转给示例·海事处办理' } });
  });
});

describe('ask', () => {
  test('the applicant is asked to confirm, confirms online, and the case goes on meanwhile', async () => {
    const number = await underReview();
    const { call, params, version } = await house.acting(approver, number);
    expect(await why(approver, number, 'settle-ask')).toBeUndefined();
    const asked = await call(caseWorkRoutes.ask, {
      ...{ params, body: { version, need: 'confirm', detail: '确认艇长是 420 厘米' } },
    });
    expect(asked).toMatchObject({ state: 'awaiting-decision', asks: [{ need: 'confirm' }] });
    expect(await own(number)).toMatchObject({
      ...{ status: { headline: 'needs-you' }, asks: [{ need: 'confirm', mayConfirm: true }] },
    });
    const confirmed = await house.as(citizen)(casesRoutes.confirm, { params });
    expect(confirmed.asks).toBeUndefined();
    expect(confirmed.status.headline).toBe('in-progress');
  });
  test('that somebody came or paid is said by the bureau, by any clerk of the counter', async () => {
    const number = await underReview();
    const { call, params, version } = await house.acting(approver, number);
    await call(caseWorkRoutes.ask, { params, body: { version, need: 'visit', detail: '带艇来量一次' } });
    await expect(house.as(citizen)(casesRoutes.confirm, { params })).rejects.toMatchObject({
      code: 'cases.no-such-ask',
    });
    const counter = await house.acting(clerk, number);
    const settled = await counter.call(caseWorkRoutes.settleAsk, {
      ...{ params, body: { version: counter.version, need: 'visit' } },
    });
    expect(settled.asks).toEqual([]);
  });
});

describe('countersign', () => {
  test('a step with two signatures is anybody’s, wants two people, and the head decides with new eyes', async () => {
    const number = await house.submitted(citizen, 'ferry');
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    await house.accept(clerk, number);
    const second = await house.staff('approver', { name: '示例·会审' });
    await house.claim(approver, number);
    await house.mark(second, number);
    const sign = async (caller: SignedIn) => {
      const { call, params, version } = await house.acting(caller, number);
      const body = { version, step: 'inspect', verdict: 'pass' as const, note: '同意' };
      return call(deskRoutes.passStep, { params, body });
    };
    expect(await sign(approver)).toMatchObject({
      ...{ state: 'in-review', step: { id: 'inspect', signatures: { needed: 2, given: 1 } } },
    });
    await expect(sign(approver)).rejects.toMatchObject({ code: 'cases.already-signed' });
    expect(await why(second, number, 'pass-step')).toBe(true);
    expect((await sign(second)).state).toBe('awaiting-decision');
    const both = { ...head, personId: second.personId };
    await expect(house.claim(both, number)).rejects.toMatchObject({ code: 'cases.four-eyes' });
    expect(await house.claim(head, number)).toMatchObject({ assignment: { person: '示例·负责人' } });
  });
});
