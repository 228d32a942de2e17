import { deskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createKayakHouse, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
let clerk: SignedIn;
let approver: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  clerk = await house.staff('clerk');
  approver = await house.staff('approver');
});
afterAll(() => house.stop());

async function accepted(item = 'kayak'): Promise<string> {
  const number = await house.submitted(await house.citizen(), item);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  return number;
}

describe('decide', () => {
  const decide = async (caller: SignedIn, number: string, verdict: 'grant' | 'refuse', more: object = {}) => {
    const { call, params, version } = await house.acting(caller, number);
    return call(deskRoutes.decide, { params, body: { version, verdict, ...more } });
  };

  test('whoever took the case in cannot decide it, in whatever post', async () => {
    const number = await accepted();
    const twoPosts = { ...approver, personId: clerk.personId };
    await expect(house.claim(twoPosts, number)).rejects.toMatchObject({ code: 'cases.intake-approval' });
  });
  test('a clerk cannot decide what an approver decides', async () => {
    const number = await accepted();
    await expect(decide(await house.staff('clerk'), number, 'grant')).rejects.toMatchObject({
      code: 'cases.role',
    });
  });
  test('a refusal carries reason, basis and remedies, and closes the case', async () => {
    const number = await accepted();
    await house.claim(approver, number);
    await expect(decide(approver, number, 'refuse', { reason: '湖面封闭' })).rejects.toMatchObject({
      code: 'cases.no-basis',
    });
    const refused = await decide(approver, number, 'refuse', { reason: '湖面封闭', basis: '办法第五条' });
    expect(refused.state).toBe('closed');
    expect(refused.documents.at(-1)).toMatchObject({ kind: 'refusal', title: { zh: '不予决定书' } });
  });
  test('nobody passes or grants while a point of review has not been looked at', async () => {
    const number = await accepted();
    await house.claim(approver, number);
    await expect(decide(approver, number, 'grant')).rejects.toMatchObject({
      code: 'cases.unchecked',
      message: '还有 1 个审查要点没有核对',
    });
    await house.mark(approver, number);
    expect((await decide(approver, number, 'grant')).state).toBe('at-issue-desk');
  });
  test('a step kept for a head is passed only by a post marked as head, and never by the reviewer', async () => {
    const number = await accepted('raft');
    const head = await house.staff('approver', { head: true, name: '示例·负责人' });
    await house.claim(approver, number);
    await house.mark(approver, number);
    const { call, params, version } = await house.acting(approver, number);
    const step = { version, step: 'review', verdict: 'pass' as const, note: '符合' };
    expect(await call(deskRoutes.passStep, { params, body: step })).toMatchObject({
      state: 'awaiting-decision',
      step: { id: 'decide', role: 'head' },
    });
    await expect(house.claim(await house.staff('approver'), number)).rejects.toMatchObject({
      code: 'cases.role',
    });
    const both = { ...head, personId: approver.personId };
    await expect(house.claim(both, number)).rejects.toMatchObject({ code: 'cases.four-eyes' });
    await house.claim(head, number);
    expect((await decide(head, number, 'grant')).state).toBe('producing');
  });
  test('what a clerk makes by hand is ready only when it is made', async () => {
    const number = await accepted('raft');
    const head = await house.staff('approver', { head: true });
    await house.claim(approver, number);
    await house.mark(approver, number);
    const reviewing = await house.acting(approver, number);
    const body = { version: reviewing.version, step: 'review', verdict: 'pass' as const, note: '' };
    await reviewing.call(deskRoutes.passStep, { params: { case: number }, body });
    await house.claim(head, number);
    await decide(head, number, 'grant');
    const { call, params, version } = await house.acting(clerk, number);
    const made = await call(deskRoutes.finish, { params, body: { version } });
    expect(made.state).toBe('at-issue-desk');
    expect(made.permitted).toContainEqual({ command: 'hand-over', may: true });
    expect(made.documents.at(-1)?.kind).toBe('collection');
  });
  test('a step is returned with a reason, not without', async () => {
    const number = await accepted('raft');
    const head = await house.staff('approver', { head: true });
    await house.claim(approver, number);
    await house.mark(approver, number);
    const reviewing = await house.acting(approver, number);
    const pass = { version: reviewing.version, step: 'review', verdict: 'pass' as const, note: '符合' };
    await reviewing.call(deskRoutes.passStep, { params: { case: number }, body: pass });
    await house.claim(head, number);
    const { call, params, version } = await house.acting(head, number);
    const back = (note: string) =>
      call(deskRoutes.passStep, { params, body: { version, step: 'decide', verdict: 'return', note } });
    await expect(back(' ')).rejects.toMatchObject({ code: 'cases.no-reason' });
    expect(await back('补看艇长')).toMatchObject({ state: 'in-review', step: { id: 'review' } });
  });
});
