import { draftsRoutes, proofsRoutes } from '@tongban/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { createProofHouse, type ProofHouse } from './proof-house.fixture.ts';

let house: ProofHouse;
let citizen: SignedIn & { citizenNumber: string };
beforeAll(async () => {
  house = await createProofHouse();
});
beforeEach(async () => {
  citizen = await house.citizen('示例甲');
  house.register.says({ state: 'match', facts: [{ label: { zh: '编号' }, value: citizen.citizenNumber }] });
  house.register.asked.length = 0;
  house.moveBy({ minutes: 2 });
});
afterAll(() => house.stop());

const slot = { material: 'identity-card' };
const proofsOf = (number: string) => house.as(house.clerk)(proofsRoutes.ofCase, { params: { case: number } });

describe('a paper that data can prove', () => {
  test('is not asked for: the source is asked when it is handed in, and the proof is shown with its source', async () => {
    const draft = await house.filled(citizen, 'skiff');
    expect(draft.slots).toMatchObject([{ ...slot, met: 'data' }]);
    expect(draft.slots[0]?.proved).toBeUndefined();
    const view = await house.submit(citizen, draft.draft);
    expect(house.register.asked).toMatchObject([
      {
        licence: 'resident-id',
        item: 'skiff',
        subject: { name: '示例甲', citizenNumber: citizen.citizenNumber },
      },
    ]);
    const source = { zh: '示例人口库', en: 'Demo register' };
    expect(view.slots).toMatchObject([{ met: 'data', proved: { source, simulated: true } }]);
    await house.accepted(view.case);
    expect((await house.granted(view.case)).state).toBe('at-issue-desk');
  });
  test('shows the desk what the source said, with the number masked', async () => {
    const number = await house.handIn(citizen, 'skiff');
    const { checks } = await proofsOf(number);
    expect(checks).toMatchObject([{ ...slot, state: 'match', source: '示例人口库', simulated: true }]);
    expect(JSON.stringify(checks)).not.toContain(citizen.citizenNumber);
  });
  test('is asked for after all when the source does not agree, and the reason stays on the draft', async () => {
    house.register.says({ state: 'mismatch', facts: [], say: '身份证已经挂失' });
    const { draft } = await house.filled(citizen, 'skiff');
    await expect(house.submit(citizen, draft)).rejects.toMatchObject({
      code: 'cases.materials',
      faults: [{ message: '还没有交：身份证。已经核验过，身份证已经挂失' }],
    });
    const now = await house.as(citizen)(draftsRoutes.get, { params: { draft } });
    expect(now.slots).toMatchObject([{ met: 'open', notProved: { say: '身份证已经挂失' } }]);
    const files = [await house.upload(citizen)];
    const at = { params: { draft, ...slot }, body: { met: 'files' as const, files } };
    await house.as(citizen)(draftsRoutes.lay, at);
    expect((await house.submit(citizen, draft)).slots).toMatchObject([{ met: 'files' }]);
  });
  test('may be brought all the same, and then nobody is asked', async () => {
    const { draft } = await house.filled(citizen, 'skiff');
    const files = [await house.upload(citizen)];
    await house.as(citizen)(draftsRoutes.lay, { params: { draft, ...slot }, body: { met: 'files', files } });
    await house.submit(citizen, draft);
    expect(house.register.asked).toEqual([]);
  });
  test('handed in twice at the same moment gives one case', async () => {
    const { draft } = await house.filled(citizen, 'skiff');
    const [one, other] = await Promise.all([house.submit(citizen, draft), house.submit(citizen, draft)]);
    expect(other.case).toBe(one.case);
  });
});

describe('a source that is away', () => {
  const byHand = (caller: SignedIn, number: string, verdict: 'match' | 'mismatch') =>
    house.as(caller)(proofsRoutes.checkByHand, {
      params: { case: number },
      body: { ...slot, verdict, reason: '打电话向人口库核实' },
    });
  test('holds up nobody; the case is granted only after it was verified by hand, with the reason', async () => {
    house.register.says('away');
    const number = await house.handIn(citizen, 'skiff');
    await house.accepted(number);
    await expect(house.granted(number)).rejects.toMatchObject({
      code: 'cases.unproved',
      message: '“身份证”还没有核验，再核验一次，数据源连不上就人工核验',
    });
    await expect(byHand(house.clerk, number, 'match')).rejects.toMatchObject({ kind: 'forbidden' });
    const { checks } = await byHand(house.approver, number, 'match');
    expect(checks).toMatchObject([{ state: 'manual', say: '打电话向人口库核实', by: '示例·审批' }]);
    expect((await house.granted(number)).state).toBe('at-issue-desk');
    await expect(byHand(house.approver, number, 'match')).rejects.toMatchObject({
      code: 'cases.wrong-state',
    });
  });
  test('is asked again when it is back', async () => {
    house.register.says('away');
    const number = await house.handIn(citizen, 'skiff');
    await house.claim(house.clerk, number);
    house.register.says({ state: 'match', facts: [] });
    const again = { params: { case: number }, body: slot };
    const { checks } = await house.as(house.clerk)(proofsRoutes.check, again);
    expect(checks).toMatchObject([{ state: 'match' }]);
    await expect(house.as(house.approver)(proofsRoutes.check, again)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
  test('and does not agree by hand: the paper is asked for', async () => {
    house.register.says('away');
    const number = await house.handIn(citizen, 'skiff');
    await house.claim(house.clerk, number);
    await byHand(house.clerk, number, 'mismatch');
    await expect(house.accept(house.clerk, number)).rejects.toMatchObject({ code: 'cases.unchecked' });
    const seen = await house.seen(house.clerk, number);
    expect(seen.slots).toMatchObject([{ met: 'open', notProved: { say: '打电话向人口库核实' } }]);
  });
  test('five times in a row is left alone for half a minute', async () => {
    await house.handIn(citizen, 'skiff');
    house.register.asked.length = 0;
    house.register.says('away');
    for (let count = 0; count < 6; count += 1) await house.handIn(citizen, 'skiff');
    expect(house.register.asked).toHaveLength(5);
    house.moveBy({ seconds: 31 });
    house.register.says({ state: 'match', facts: [] });
    await house.handIn(citizen, 'skiff');
    expect(house.register.asked).toHaveLength(6);
  });
});

describe('what nobody can bring', () => {
  test('is left to staff when no source keeps it', async () => {
    const draft = await house.fill(citizen, await house.begin(citizen, 'gig'));
    expect(draft.slots).toMatchObject([{ met: 'files' }, { material: 'conduct', met: 'data' }]);
    const { case: number } = await house.submit(citizen, draft.draft);
    const { checks } = await proofsOf(number);
    expect(checks).toMatchObject([{ material: 'conduct', state: 'away', source: '工作人员' }]);
  });
});
