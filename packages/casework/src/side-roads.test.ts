import { describe, expect, test } from 'vitest';
import { approver, assignedKayak, citizen, clerk, head, stranger, worker } from './kayak.fixture.ts';

const missing = [{ materialId: 'paddle', what: '补一张桨的照片' }];

describe('side roads', () => {
  test('only declared special procedures start, and work resumes where it stood', () => {
    const play = assignedKayak('2026-01-05');
    const start = { type: 'start-special-procedure', procedure: 'float-test', reason: '要试水' } as const;
    expect(play.attempt(approver, '2026-01-06', { ...start, procedure: 'longer' })).toMatchObject({
      why: 'no-such-procedure',
    });
    expect(play.give(approver, '2026-01-06', start)).toMatchObject({
      status: 'special-procedure',
      running: { procedure: 'float-test', dueOn: '2026-02-03' },
      file: { pauses: [{ cause: 'special-procedure', from: '2026-01-06' }] },
    });
    expect(
      play.give(approver, '2026-01-12', { type: 'end-special-procedure', result: '浮得住' }),
    ).toMatchObject({
      status: 'in-review',
      open: [{ step: 'handle' }],
      file: { pauses: [{ from: '2026-01-06', to: '2026-01-12' }] },
    });
  });

  test('a limit is extended once, in time, by the head, within the declared days', () => {
    const play = assignedKayak('2026-01-05');
    const extend = { type: 'extend', procedure: 'longer', days: 5, reason: '水位高' } as const;
    expect(play.attempt(approver, '2026-01-06', extend)).toMatchObject({ why: 'role' });
    expect(play.attempt(head, '2026-01-06', { ...extend, days: 11 })).toMatchObject({ why: 'too-long' });
    expect(play.attempt(head, '2026-03-20', extend)).toMatchObject({ why: 'overdue' });
    play.give(head, '2026-01-06', extend);
    expect(play.attempt(head, '2026-01-07', extend)).toMatchObject({ why: 'extended-before' });
  });

  test('after acceptance the reviewer, not the window, asks once more and the clocks pause', () => {
    const play = assignedKayak('2026-01-05');
    const request = { type: 'request-correction', missing, replyBy: '2026-01-20' } as const;
    expect(play.attempt(clerk, '2026-01-06', request)).toMatchObject({ why: 'role' });
    expect(play.give(approver, '2026-01-06', request)).toMatchObject({
      status: 'correction-after-acceptance',
      file: { pauses: [{ cause: 'correction', from: '2026-01-06' }] },
    });
    expect(play.give(citizen, '2026-01-08', { type: 'resubmit' })).toMatchObject({
      status: 'in-review',
      file: { pauses: [{ from: '2026-01-06', to: '2026-01-08' }] },
    });
    expect(play.attempt(approver, '2026-01-09', request)).toMatchObject({ why: 'second-notice' });
  });

  test('a question to the applicant leaves the case going and is settled by the bureau', () => {
    const play = assignedKayak('2026-01-05');
    expect(
      play.give(approver, '2026-01-06', { type: 'ask', need: 'pay', detail: '工本费 15 元' }),
    ).toMatchObject({
      status: 'in-review',
      file: { asks: [{ need: 'pay', askedOn: '2026-01-06' }] },
    });
    expect(play.attempt(citizen, '2026-01-06', { type: 'settle-ask', need: 'pay' })).toMatchObject({
      why: 'role',
    });
    expect(play.attempt(clerk, '2026-01-06', { type: 'settle-ask', need: 'visit' })).toMatchObject({
      why: 'no-such-ask',
    });
    expect(play.give(worker, '2026-01-06', { type: 'settle-ask', need: 'pay' })).toMatchObject({
      file: { asks: [] },
    });
  });

  test('the applicant withdraws, a stranger does not, and a decided case stays decided', () => {
    const play = assignedKayak('2026-01-05');
    expect(play.attempt(stranger, '2026-01-06', { type: 'withdraw' })).toMatchObject({ why: 'not-own-case' });
    expect(play.give(citizen, '2026-01-06', { type: 'withdraw', reason: '不划了' })).toMatchObject({
      status: 'closed',
      how: 'withdrawn',
      reason: '不划了',
    });
  });

  test('a case is returned or forwarded with its reason', () => {
    const forwarded = assignedKayak('2026-01-05');
    expect(
      forwarded.attempt(approver, '2026-01-06', { type: 'forward', to: '', reason: '属海事' }),
    ).toMatchObject({
      why: 'no-receiver',
    });
    expect(
      forwarded.give(approver, '2026-01-06', { type: 'forward', to: '海事所', reason: '属海事' }),
    ).toMatchObject({
      how: 'forwarded',
    });
    const returned = assignedKayak('2026-01-05');
    expect(returned.attempt(approver, '2026-01-06', { type: 'return', reason: ' ' })).toMatchObject({
      why: 'no-reason',
    });
    expect(returned.give(head, '2026-01-06', { type: 'return', reason: '重复申请' })).toMatchObject({
      how: 'returned',
    });
  });
});
