import { proofsRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { createProofHouse, type ProofHouse } from './proof-house.fixture.ts';

let house: ProofHouse;
beforeAll(async () => {
  house = await createProofHouse();
});
afterAll(() => house.stop());

const tasksOf = async (number: string) =>
  (await house.as(house.approver)(proofsRoutes.ofCase, { params: { case: number } })).investigations;
const finish = (caller: SignedIn, task: string, verdict: 'found' | 'not-found') =>
  house.as(caller)(proofsRoutes.finishInvestigation, {
    params: { task },
    body: { verdict, finding: '走访了两位邻居，都说是他的船' },
  });

/** A case accepted with one investigation open. */
async function investigated() {
  const number = await house.handIn(await house.citizen(), 'barge');
  await house.accepted(number);
  const [task] = await tasksOf(number);
  return { number, task: task?.task ?? '', opened: task };
}

describe('what staff find out', () => {
  test('is not asked of the applicant; a task with a last day is opened when the case is accepted', async () => {
    const { opened, number } = await investigated();
    expect(opened).toMatchObject({
      ...{ case: number, material: 'identity-card', state: 'open', dueOn: '2026-03-09' },
      what: '查明“身份证”要证明的情况',
    });
  });
  test('keeps the case from being granted until it is finished with its finding', async () => {
    const { number, task } = await investigated();
    await expect(house.granted(number)).rejects.toMatchObject({
      code: 'cases.investigating',
      message: '还有 1 项调查没有办结，办结后再决定',
    });
    expect(await finish(house.clerk, task, 'found')).toMatchObject({ state: 'found', assignee: '示例·受理' });
    await expect(finish(house.clerk, task, 'found')).rejects.toMatchObject({ code: 'proofs.task-done' });
    expect((await house.granted(number)).state).toBe('at-issue-desk');
  });
  test('and does not find leaves it to the reviewer to judge', async () => {
    const { number, task } = await investigated();
    await finish(house.clerk, task, 'not-found');
    await house.claim(house.approver, number);
    await expect(house.granted(number)).rejects.toMatchObject({ code: 'cases.unchecked' });
    await house.markOk(house.approver, number);
    expect((await house.granted(number)).state).toBe('at-issue-desk');
  });
  test('is finished by nobody of another branch', async () => {
    const { task } = await investigated();
    const west = await house.staff('clerk', { branch: 'lake/west' });
    await expect(finish(west, task, 'found')).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('one more investigation', () => {
  const open = (caller: SignedIn, number: string, dueOn?: string) =>
    house.as(caller)(proofsRoutes.investigate, {
      params: { case: number },
      body: {
        ...{ material: 'identity-card', what: '问一问码头的人' },
        ...(dueOn === undefined ? {} : { dueOn }),
      },
    });
  test('is opened by whoever works on the case, not for a day that is over', async () => {
    const number = await house.submitted(await house.citizen());
    await expect(open(house.clerk, number)).rejects.toMatchObject({ code: 'cases.unclaimed' });
    await house.claim(house.clerk, number);
    await expect(open(house.clerk, number, '2026-03-01')).rejects.toMatchObject({ code: 'proofs.due-day' });
    const { investigations } = await open(house.clerk, number, '2026-03-20');
    expect(investigations).toMatchObject([{ what: '问一问码头的人', dueOn: '2026-03-20', mine: true }]);
  });
});
