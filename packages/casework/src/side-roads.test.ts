import { describe, expect, test } from 'vitest';
import { citizenEvent } from './citizen-event.ts';
import {
  approver,
  assignedKayak,
  citizen,
  clerk,
  createPlay,
  dispatcher,
  head,
  kayakFile,
  paddlePlan,
  stranger,
  worker,
} from './kayak.fixture.ts';

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

  test('a limit is extended once, in time, within the declared days, when the head approves what was asked', () => {
    const play = assignedKayak('2026-01-05');
    const request = { type: 'request-extension', procedure: 'longer', days: 5, reason: '水位高' } as const;
    const approve = { type: 'approve-extension' } as const;
    expect(play.attempt(clerk, '2026-01-06', request)).toMatchObject({ why: 'role' });
    expect(play.attempt(approver, '2026-01-06', { ...request, days: 11 })).toMatchObject({ why: 'too-long' });
    expect(play.attempt(approver, '2026-03-20', request)).toMatchObject({ why: 'overdue' });
    expect(play.attempt(head, '2026-01-06', approve)).toMatchObject({ why: 'extension-not-asked' });
    expect(play.give(approver, '2026-01-06', request)).toMatchObject({
      file: { extensionAsked: { procedure: 'longer', days: 5, by: approver.id } },
    });
    expect(play.attempt(approver, '2026-01-06', request)).toMatchObject({ why: 'extension-asked' });
    expect(play.attempt(approver, '2026-01-06', approve)).toMatchObject({ why: 'role' });
    expect(play.attempt(head, '2026-03-20', approve)).toMatchObject({ why: 'overdue' });
    expect(play.give(head, '2026-01-06', approve)).toMatchObject({
      file: { extensions: [{ procedure: 'longer', days: 5, unit: 'working' }] },
    });
    expect(play.state()).not.toHaveProperty('file.extensionAsked');
    expect(play.attempt(approver, '2026-01-07', request)).toMatchObject({ why: 'extended-before' });
  });

  test('whoever asked for more days does not give them, and a declined wish may be put again', () => {
    const play = assignedKayak('2026-01-05');
    const request = { type: 'request-extension', procedure: 'longer', days: 5, reason: '水位高' } as const;
    play.give(head, '2026-01-06', request);
    expect(play.attempt(head, '2026-01-06', { type: 'approve-extension' })).toMatchObject({
      why: 'own-request',
    });
    const other = { ...head, id: 'head-2' };
    const decline = { type: 'decline-extension', reason: '来得及' } as const;
    expect(play.attempt(other, '2026-01-06', { ...decline, reason: ' ' })).toMatchObject({
      why: 'no-reason',
    });
    expect(play.give(other, '2026-01-06', decline)).toMatchObject({ file: { extensions: [] } });
    expect(play.attempt(other, '2026-01-06', decline)).toMatchObject({ why: 'extension-not-asked' });
    expect(play.give(head, '2026-01-07', request)).toMatchObject({ file: { extensionAsked: { days: 5 } } });
  });

  test('a case that stands still can be given to somebody else, and goes on where it stood', () => {
    const play = assignedKayak('2026-01-05');
    play.give(approver, '2026-01-06', {
      ...{ type: 'start-special-procedure', procedure: 'float-test', reason: '要试水' },
    });
    const assignment = { unit: 'lake-station', reviewerId: 'clerk-9', why: '原来的同事请假' };
    expect(play.give(dispatcher, '2026-01-07', { type: 'assign', assignment })).toMatchObject({
      status: 'special-procedure',
      file: { assignment },
    });
    expect(
      play.give(approver, '2026-01-08', { type: 'end-special-procedure', result: '浮得住' }),
    ).toMatchObject({ status: 'in-review', open: [{ step: 'handle' }], file: { assignment } });
  });

  test('what waits at the issue desk is sent with its waybill, and the applicant hears the number', () => {
    const play = createPlay({ ...paddlePlan, produces: true });
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number: 'TB990120260105000001' });
    play.give(clerk, '2026-01-05', { type: 'accept' });
    play.give(clerk, '2026-01-05', { type: 'grant' });
    play.give(worker, '2026-01-05', { type: 'produce' });
    play.give(worker, '2026-01-05', { type: 'finish-production', delivery: { by: 'desk' } });
    expect(play.attempt(clerk, '2026-01-06', { type: 'send', waybill: ' ' })).toMatchObject({
      why: 'no-waybill',
    });
    expect(play.give(clerk, '2026-01-06', { type: 'send', waybill: 'SF1' })).toMatchObject({
      ...{ status: 'in-delivery', waybill: 'SF1' },
    });
    const [last] = play.actions.slice(-1);
    expect(last === undefined ? undefined : citizenEvent(last)?.zh).toBe('已寄出，运单号 SF1');
  });

  test('a decision that did not leave is on record and changes nothing', () => {
    const play = assignedKayak('2026-01-05');
    const before = play.state();
    const drop = { type: 'drop-decision', verdict: 'grant', reason: '审查环节已退回' } as const;
    expect(play.attempt(head, '2026-01-06', drop)).toMatchObject({ why: 'role' });
    expect(play.give(worker, '2026-01-06', drop)).toEqual(before);
    expect(play.actions.at(-1)).toMatchObject({ type: 'decision-lapsed', reason: '审查环节已退回' });
    const fresh = createPlay();
    fresh.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number: 'TB990120260105000001' });
    const turned = { type: 'drop-decision', verdict: 'not-accept', reason: '岗位已经停用' } as const;
    const waiting = fresh.state();
    expect(fresh.give(worker, '2026-01-05', turned)).toEqual(waiting);
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
