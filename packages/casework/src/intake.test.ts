import { describe, expect, test } from 'vitest';
import { findDeemedAcceptance } from './decide-intake.ts';
import {
  calendar,
  citizen,
  clerk,
  createPlay,
  kayakFile,
  refusal,
  stranger,
  worker,
} from './kayak.fixture.ts';

const number = 'TB990120260105000001';
const missing = [{ materialId: 'paddle', what: '补一张桨的照片' }];

describe('intake', () => {
  test('a citizen saves a draft and submits it', () => {
    const play = createPlay();
    expect(play.give(citizen, '2026-01-05', { type: 'save-draft', file: kayakFile }).status).toBe('draft');
    play.give(citizen, '2026-01-06', { type: 'save-draft', file: kayakFile });
    expect(play.give(citizen, '2026-01-06', { type: 'submit', file: kayakFile, number })).toMatchObject({
      status: 'submitted',
      file: { number, receivedOn: '2026-01-06', intakeBy: [] },
    });
  });

  test('nobody submits for a stranger, nor a clerk for themselves', () => {
    const play = createPlay();
    const submit = { type: 'submit', file: kayakFile, number } as const;
    expect(play.attempt(stranger, '2026-01-05', submit)).toMatchObject({ why: 'not-own-case' });
    expect(play.attempt({ id: 'citizen-1', role: 'clerk' }, '2026-01-05', submit)).toMatchObject({
      why: 'own-case',
    });
    expect(
      play.attempt({ id: 'agent-1', role: 'agent', actsFor: 'citizen-1' }, '2026-01-05', submit),
    ).toMatchObject({
      ok: true,
    });
  });

  test('everything missing is told once, mended and accepted', () => {
    const play = createPlay();
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    play.give(clerk, '2026-01-06', { type: 'pre-review' });
    const asked = play.give(clerk, '2026-01-07', {
      type: 'request-correction',
      missing,
      replyBy: '2026-01-20',
    });
    expect(asked).toMatchObject({
      status: 'correction-before-acceptance',
      notice: { phase: 'before-acceptance', replyBy: '2026-01-20' },
    });
    expect(play.give(citizen, '2026-01-12', { type: 'resubmit' })).toMatchObject({
      status: 'submitted',
      file: { receivedOn: '2026-01-12' },
    });
    expect(play.give(clerk, '2026-01-13', { type: 'accept' })).toMatchObject({
      status: 'accepted',
      file: { acceptance: { on: '2026-01-13', deemed: false }, intakeBy: ['clerk-1'] },
    });
  });

  test('a second notice, an empty one and one without time to answer are refused', () => {
    const play = createPlay();
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    const request = { type: 'request-correction', missing, replyBy: '2026-01-20' } as const;
    expect(play.attempt(clerk, '2026-01-06', { ...request, missing: [] })).toMatchObject({
      why: 'nothing-listed',
    });
    expect(play.attempt(clerk, '2026-01-06', { ...request, missing: [{ what: ' ' }] })).toMatchObject({
      why: 'nothing-listed',
    });
    expect(play.attempt(clerk, '2026-01-20', request)).toMatchObject({ why: 'deemed-accepted' });
    expect(play.attempt(clerk, '2026-01-12', { ...request, replyBy: '2026-01-12' })).toMatchObject({
      why: 'reply-day',
    });
    play.give(clerk, '2026-01-12', request);
    play.give(citizen, '2026-01-13', { type: 'resubmit' });
    expect(play.attempt(clerk, '2026-01-13', request)).toMatchObject({ why: 'second-notice' });
  });

  test('after five working days without an answer the case counts as accepted from the day of receipt', () => {
    const play = createPlay();
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    expect(findDeemedAcceptance(play.state(), calendar, '2026-01-12')).toBeUndefined();
    expect(findDeemedAcceptance(play.state(), calendar, '2026-01-13')).toBe('2026-01-05');
    expect(play.attempt(worker, '2026-01-12', { type: 'deem-accepted' })).toMatchObject({
      why: 'not-yet-due',
    });
    expect(play.attempt(clerk, '2026-01-13', { type: 'not-accept', refusal })).toMatchObject({
      why: 'deemed-accepted',
    });
    expect(play.give(worker, '2026-01-13', { type: 'deem-accepted' })).toMatchObject({
      status: 'accepted',
      file: { acceptance: { on: '2026-01-05', deemed: true } },
    });
  });

  test('a refusal to accept carries reason, basis and remedy, and ends the case', () => {
    const play = createPlay();
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    const attempt = (changed: object) =>
      play.attempt(clerk, '2026-01-05', { type: 'not-accept', refusal: { ...refusal, ...changed } });
    expect(attempt({ reason: '' })).toMatchObject({ why: 'no-reason' });
    expect(attempt({ basis: [''] })).toMatchObject({ why: 'no-basis' });
    expect(attempt({ remedies: [] })).toMatchObject({ why: 'no-remedy' });
    expect(play.give(clerk, '2026-01-05', { type: 'not-accept', refusal }).status).toBe('not-accepted');
    expect(play.attempt(citizen, '2026-01-05', { type: 'withdraw' })).toMatchObject({ why: 'finished' });
  });

  test('a correction nobody answers expires only after its last day', () => {
    const play = createPlay();
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    play.give(clerk, '2026-01-05', { type: 'request-correction', missing, replyBy: '2026-01-20' });
    expect(play.attempt(worker, '2026-01-20', { type: 'expire-correction' })).toMatchObject({
      why: 'not-yet-due',
    });
    expect(play.give(worker, '2026-01-21', { type: 'expire-correction' })).toMatchObject({
      status: 'closed',
      how: 'expired',
    });
  });
});
