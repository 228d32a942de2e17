import { describe, expect, test } from 'vitest';
import {
  acceptedKayak,
  approver,
  assignedKayak,
  citizen,
  clerk,
  createPlay,
  dispatcher,
  handler,
  head,
  kayakFile,
  kayakPlan,
  paddlePlan,
  refusal,
} from './kayak.fixture.ts';
import { may } from './may.ts';
import { type CasePlan, planSteps, reviewGroups } from './plan.ts';

const number = 'TB990120260105000001';

describe('review and decision', () => {
  test('handled, reviewed, granted, made, handed over and closed', () => {
    const play = assignedKayak('2026-01-05');
    play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
    expect(
      play.give(approver, '2026-01-07', { type: 'pass-step', step: 'review', opinion: '同意' }),
    ).toMatchObject({
      status: 'awaiting-decision',
    });
    expect(play.give(head, '2026-01-08', { type: 'grant' })).toMatchObject({
      status: 'decided',
      file: { decision: { outcome: 'granted', by: 'head-1', produces: true } },
    });
    expect(play.attempt(clerk, '2026-01-08', { type: 'close' })).toMatchObject({ why: 'not-produced' });
    play.give(clerk, '2026-01-08', { type: 'produce' });
    expect(
      play.attempt(clerk, '2026-01-09', {
        type: 'finish-production',
        delivery: { by: 'express', waybill: '' },
      }),
    ).toMatchObject({ why: 'no-waybill' });
    play.give(clerk, '2026-01-09', { type: 'finish-production', delivery: { by: 'desk' } });
    expect(play.give(clerk, '2026-01-12', { type: 'hand-over', to: '本人' })).toMatchObject({
      status: 'closed',
      how: 'granted',
    });
    expect(play.attempt(clerk, '2026-01-12', { type: 'close' })).toMatchObject({ why: 'finished' });
  });

  test('a refused case closes without anything made', () => {
    const play = assignedKayak('2026-01-05');
    play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
    play.give(approver, '2026-01-07', { type: 'pass-step', step: 'review', opinion: '不符' });
    play.give(head, '2026-01-08', { type: 'refuse', refusal });
    expect(play.attempt(clerk, '2026-01-08', { type: 'produce' })).toMatchObject({
      why: 'nothing-to-produce',
    });
    expect(play.give(clerk, '2026-01-08', { type: 'close' })).toMatchObject({ how: 'refused' });
  });

  test('whoever took the case in never approves it, whatever role they now play', () => {
    const play = assignedKayak('2026-01-05');
    play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
    const sameApprover = { id: clerk.id, role: 'approver' } as const;
    const sameHead = { id: clerk.id, role: 'head' } as const;
    expect(may(play.state(), { type: 'pass-step', by: sameApprover }, kayakPlan)).toMatchObject({
      why: 'intake-approval',
    });
    play.give(approver, '2026-01-07', { type: 'pass-step', step: 'review', opinion: '同意' });
    expect(play.attempt(sameHead, '2026-01-08', { type: 'grant' })).toMatchObject({ why: 'intake-approval' });
    expect(play.attempt({ id: approver.id, role: 'head' }, '2026-01-08', { type: 'grant' })).toMatchObject({
      why: 'four-eyes',
    });
    expect(play.attempt({ id: 'citizen-1', role: 'head' }, '2026-01-08', { type: 'grant' })).toMatchObject({
      why: 'own-case',
    });
    expect(play.attempt(approver, '2026-01-08', { type: 'grant' })).toMatchObject({ why: 'role' });
  });

  test('only the assigned reviewer takes the open step, and the next step is free again', () => {
    const play = acceptedKayak('2026-01-05');
    const assignment = { unit: 'lake-station', reviewerId: handler.id, why: '负荷最低' };
    play.give(dispatcher, '2026-01-05', { type: 'assign', assignment });
    const another = { id: 'clerk-3', role: 'clerk' } as const;
    expect(may(play.state(), { type: 'pass-step', by: another }, kayakPlan)).toMatchObject({
      why: 'not-assigned',
    });
    expect(
      play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' }),
    ).toMatchObject({
      file: { assignment: { unit: 'lake-station' } },
      open: [{ step: 'review', since: '2026-01-06', signedBy: [] }],
    });
    expect(may(play.state(), { type: 'pass-step', by: approver, step: 'review' }, kayakPlan)).toEqual({
      ok: true,
    });
    expect(may(play.state(), { type: 'pass-step', by: approver, step: 'handle' }, kayakPlan)).toMatchObject({
      why: 'no-such-step',
    });
  });

  test('a step returned opens the one before; the first cannot be returned', () => {
    const play = assignedKayak('2026-01-05');
    const back = { type: 'return-step', step: 'handle', reason: '没有写明船号' } as const;
    expect(play.attempt(handler, '2026-01-05', back)).toMatchObject({ why: 'no-earlier-step' });
    play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
    expect(play.give(approver, '2026-01-07', { ...back, step: 'review' })).toMatchObject({
      open: [{ step: 'handle', since: '2026-01-07' }],
    });
    play.give(handler, '2026-01-08', { type: 'pass-step', step: 'handle', opinion: '已补' });
    play.give(approver, '2026-01-08', { type: 'pass-step', step: 'review', opinion: '同意' });
    expect(play.give(head, '2026-01-09', { ...back, step: 'decide' })).toMatchObject({
      open: [{ step: 'review' }],
    });
  });

  test('an unassigned or unreviewed case cannot be decided', () => {
    const play = acceptedKayak('2026-01-05');
    expect(play.attempt(head, '2026-01-05', { type: 'grant' })).toMatchObject({ why: 'not-reviewed' });
    expect(
      play.attempt(dispatcher, '2026-01-05', { type: 'assign', assignment: { unit: 'x', why: '' } }),
    ).toMatchObject({
      why: 'no-reason',
    });
  });

  test('parallel steps wait for each other and a countersign wants different people', () => {
    const plan: CasePlan = {
      ...kayakPlan,
      steps: planSteps([
        { id: 'accept', name: '受理', role: 'clerk' },
        { id: 'hull', name: '验船', role: 'approver', group: 'both', signatures: 2 },
        { id: 'rower', name: '验人', role: 'approver', group: 'both' },
        { id: 'decide', name: '批准', role: 'head' },
      ]),
    };
    expect(reviewGroups(plan).map((group) => group.length)).toEqual([2]);
    const play = createPlay(plan);
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    play.give(clerk, '2026-01-05', { type: 'accept' });
    play.give(dispatcher, '2026-01-05', { type: 'assign', assignment: { unit: 'lake', why: '按辖区' } });
    const hull = { type: 'pass-step', step: 'hull', opinion: '同意' } as const;
    play.give(approver, '2026-01-06', hull);
    expect(play.attempt(approver, '2026-01-06', hull)).toMatchObject({ why: 'already-signed' });
    play.give(approver, '2026-01-06', { type: 'pass-step', step: 'rower', opinion: '同意' });
    expect(play.state().status).toBe('in-review');
    expect(play.give({ id: 'approver-2', role: 'approver' }, '2026-01-06', hull).status).toBe(
      'awaiting-decision',
    );
  });

  test('steps that are open together belong to nobody, whoever the case is assigned to', () => {
    const plan: CasePlan = {
      ...kayakPlan,
      steps: planSteps([
        { id: 'accept', name: '受理', role: 'clerk' },
        { id: 'hull', name: '验船', role: 'approver', group: 'both' },
        { id: 'rower', name: '验人', role: 'clerk', group: 'both' },
        { id: 'decide', name: '批准', role: 'head' },
      ]),
    };
    const play = createPlay(plan);
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    play.give(clerk, '2026-01-05', { type: 'accept' });
    const assignment = { unit: 'lake', reviewerId: approver.id, why: '按辖区' };
    play.give(dispatcher, '2026-01-05', { type: 'assign', assignment });
    play.give(handler, '2026-01-06', { type: 'pass-step', step: 'rower', opinion: '同意' });
    expect(
      play.give(approver, '2026-01-06', { type: 'pass-step', step: 'hull', opinion: '同意' }),
    ).toMatchObject({ status: 'awaiting-decision' });
  });

  test('an immediate item goes from intake to closed in one sitting', () => {
    const play = createPlay(paddlePlan);
    play.give(clerk, '2026-01-05', {
      type: 'submit',
      file: { ...kayakFile, channel: 'hall' },
      number,
    });
    play.give(clerk, '2026-01-05', { type: 'accept' });
    play.give(clerk, '2026-01-05', { type: 'grant' });
    expect(play.give(clerk, '2026-01-05', { type: 'close' })).toMatchObject({
      status: 'closed',
      how: 'granted',
      on: '2026-01-05',
    });
  });

  test("an immediate item whose steps are all the window's is settled by one clerk, unless it wants four eyes", () => {
    const settled = (four_eyes: boolean) => {
      const steps = planSteps([
        { id: 'accept', name: '受理', role: 'clerk' },
        { id: 'look', name: '查验', role: 'clerk' },
        { id: 'decide', name: '决定', role: 'clerk', four_eyes },
      ]);
      const play = createPlay({ ...paddlePlan, steps });
      play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
      play.give(clerk, '2026-01-05', { type: 'accept' });
      return play.attempt(clerk, '2026-01-05', { type: 'grant' });
    };
    expect(settled(false)).toMatchObject({ ok: true });
    expect(settled(true)).toMatchObject({ why: 'intake-approval' });
  });

  test('an immediate item whose edition has a deciding step still needs a second person', () => {
    const plan: CasePlan = {
      ...paddlePlan,
      steps: planSteps([
        { id: 'accept', name: '受理', role: 'clerk' },
        { id: 'decide', name: '批准', role: 'approver' },
      ]),
    };
    const play = createPlay(plan);
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    play.give(clerk, '2026-01-05', { type: 'accept' });
    expect(play.attempt(clerk, '2026-01-05', { type: 'grant' })).toMatchObject({ why: 'role' });
    expect(play.attempt({ id: clerk.id, role: 'approver' }, '2026-01-05', { type: 'grant' })).toMatchObject({
      why: 'intake-approval',
    });
    expect(play.give(approver, '2026-01-05', { type: 'grant' }).status).toBe('decided');
  });
});
