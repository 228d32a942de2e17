import { describe, expect, test } from 'vitest';
import { citizenEvent } from './citizen-event.ts';
import { citizenLine } from './citizen-line.ts';
import { citizenStatus } from './citizen-status.ts';
import {
  approver,
  assignedKayak,
  calendar,
  citizen,
  clerk,
  handler,
  head,
  kayakPlan as plan,
  refusal,
} from './kayak.fixture.ts';
import { may } from './may.ts';
import { findGrant, findRefusal } from './state.ts';

function granted() {
  const play = assignedKayak('2026-01-05');
  play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
  play.give(approver, '2026-01-07', { type: 'pass-step', step: 'review', opinion: '同意' });
  play.give(head, '2026-01-08', { type: 'grant' });
  return play;
}

function handedOver() {
  const play = granted();
  play.give(clerk, '2026-01-08', { type: 'produce' });
  play.give(clerk, '2026-01-09', { type: 'finish-production', delivery: { by: 'desk' } });
  play.give(clerk, '2026-01-12', { type: 'hand-over', to: '本人' });
  return play;
}

describe('revoke', () => {
  test('takes back what was granted, even after the case has ended, and tells reason and remedies', () => {
    const play = handedOver();
    play.give(approver, '2026-02-02', { type: 'revoke', refusal });
    const state = play.state();
    expect(state).toMatchObject({ status: 'closed', how: 'revoked', on: '2026-02-02' });
    expect(findRefusal(state)).toEqual(refusal);
    expect(findGrant(state)).toBeUndefined();
    expect(citizenStatus(state)).toMatchObject({ code: 'not-done', headline: { zh: '决定已撤销' }, refusal });
    expect(citizenLine(state, calendar, '2026-02-03').line.zh).toBe('2月2日 撤销决定');
    expect(play.actions.slice(-1).map((action) => citizenEvent(action)?.zh)).toEqual([
      '撤销了原来同意的决定',
    ]);
  });

  test('comes before the result is handed over as well', () => {
    const play = granted();
    play.give(approver, '2026-01-09', { type: 'revoke', refusal });
    expect(play.state()).toMatchObject({ status: 'closed', how: 'revoked' });
  });

  test('is not for whoever granted it, nor for a clerk', () => {
    const state = handedOver().state();
    expect(may(state, { type: 'revoke', by: head }, plan)).toMatchObject({ why: 'own-decision' });
    expect(may(state, { type: 'revoke', by: clerk }, plan)).toMatchObject({ why: 'role' });
  });

  test('has nothing to take back where nothing was granted, or a second time', () => {
    const play = assignedKayak('2026-01-05');
    play.give(citizen, '2026-01-06', { type: 'withdraw' });
    expect(may(play.state(), { type: 'revoke', by: approver }, plan)).toMatchObject({ why: 'finished' });
    const twice = handedOver();
    twice.give(approver, '2026-02-02', { type: 'revoke', refusal });
    expect(may(twice.state(), { type: 'revoke', by: approver }, plan)).toMatchObject({ why: 'finished' });
    const refused = assignedKayak('2026-01-05');
    refused.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
    refused.give(approver, '2026-01-07', { type: 'pass-step', step: 'review', opinion: '不符' });
    refused.give(head, '2026-01-08', { type: 'refuse', refusal });
    expect(may(refused.state(), { type: 'revoke', by: approver }, plan)).toMatchObject({
      why: 'nothing-granted',
    });
  });
});
