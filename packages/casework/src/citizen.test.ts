import { describe, expect, test } from 'vitest';
import { citizenEvent } from './citizen-event.ts';
import { citizenLine } from './citizen-line.ts';
import { citizenStatus, HEADLINES } from './citizen-status.ts';
import {
  approver,
  assignedKayak,
  calendar,
  citizen,
  clerk,
  createPlay,
  handler,
  head,
  kayakFile,
  refusal,
} from './kayak.fixture.ts';

const number = 'TB990120260105000001';
const lineOf = (play: ReturnType<typeof createPlay>, today: string) =>
  citizenLine(play.state(), calendar, today);

function grantedKayak() {
  const play = assignedKayak('2026-01-05');
  play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
  play.give(approver, '2026-01-07', { type: 'pass-step', step: 'review', opinion: '同意' });
  play.give(head, '2026-01-08', { type: 'grant' });
  return play;
}

describe('citizenStatus', () => {
  test('there are nine headlines in both languages', () => {
    expect(Object.keys(HEADLINES)).toHaveLength(9);
  });

  test('from draft to checking, with the day an answer is due', () => {
    const play = createPlay();
    play.give(citizen, '2026-01-05', { type: 'save-draft', file: kayakFile });
    expect(citizenStatus(play.state())).toMatchObject({ code: 'not-submitted', needs: ['submit'] });
    play.give(citizen, '2026-01-05', { type: 'submit', file: kayakFile, number });
    expect(citizenStatus(play.state())).toMatchObject({ code: 'checking', needsYou: false });
    expect(lineOf(play, '2026-01-05')).toEqual({
      line: { zh: '最晚 1月12日 告诉您结果', en: 'We will tell you the result by 12 January' },
      by: '2026-01-12',
    });
  });

  test('a correction needs the applicant', () => {
    const play = assignedKayak('2026-01-05');
    play.give(approver, '2026-01-06', {
      type: 'request-correction',
      missing: [{ what: '补照片' }],
      replyBy: '2026-01-20',
    });
    expect(citizenStatus(play.state())).toMatchObject({
      code: 'needs-you',
      headline: { zh: '需要您处理' },
      needsYou: true,
      needs: ['correct'],
    });
    expect(lineOf(play, '2026-01-06')).toMatchObject({
      line: { zh: '1月20日 前补上材料' },
      by: '2026-01-20',
    });
  });

  test('an open question turns a running case into one that needs the applicant', () => {
    const play = assignedKayak('2026-01-05');
    play.give(approver, '2026-01-06', { type: 'ask', need: 'pay', detail: '工本费 15 元' });
    expect(citizenStatus(play.state())).toMatchObject({ code: 'needs-you', needs: ['pay'] });
    expect(lineOf(play, '2026-01-06').line.zh).toBe('等您缴费：工本费 15 元');
  });

  test('a running case tells how far it is, a paused one until when', () => {
    const play = assignedKayak('2026-01-05');
    expect(citizenStatus(play.state()).code).toBe('in-progress');
    expect(lineOf(play, '2026-01-08').line.zh).toBe('第 3 个工作日，共 10 个');
    expect(lineOf(play, '2026-01-30').line.zh).toBe('已超过承诺的 10 个工作日，我们正在抓紧办');
    play.give(approver, '2026-01-08', {
      type: 'start-special-procedure',
      procedure: 'float-test',
      reason: '要试水',
    });
    expect(citizenStatus(play.state()).headline.zh).toBe('正在办理，时间暂停');
  });

  test('nobody is called for a document still being made', () => {
    const play = grantedKayak();
    play.give(clerk, '2026-01-08', { type: 'produce' });
    expect(citizenStatus(play.state())).toMatchObject({ code: 'in-progress', needsYou: false });
    play.give(clerk, '2026-01-09', { type: 'finish-production', delivery: { by: 'desk' } });
    expect(citizenStatus(play.state())).toMatchObject({ code: 'ready', needs: ['collect'] });
  });

  test('a document sent shows its waybill and needs nothing', () => {
    const play = grantedKayak();
    play.give(clerk, '2026-01-08', { type: 'produce' });
    play.give(clerk, '2026-01-09', {
      type: 'finish-production',
      delivery: { by: 'express', waybill: 'SF1' },
    });
    expect(citizenStatus(play.state())).toMatchObject({ headline: { zh: '已寄出' }, needsYou: false });
    expect(lineOf(play, '2026-01-09').line.zh).toBe('运单号 SF1');
  });

  test('a refusal shows its reason, basis and remedies, and stays so after closing', () => {
    const play = assignedKayak('2026-01-05');
    play.give(handler, '2026-01-06', { type: 'pass-step', step: 'handle', opinion: '属实' });
    play.give(approver, '2026-01-07', { type: 'pass-step', step: 'review', opinion: '不符' });
    play.give(head, '2026-01-08', { type: 'refuse', refusal });
    play.give(clerk, '2026-01-08', { type: 'close' });
    expect(citizenStatus(play.state())).toMatchObject({ code: 'not-done', refusal });
  });

  test('a withdrawn case says so', () => {
    const play = assignedKayak('2026-01-05');
    play.give(citizen, '2026-01-06', { type: 'withdraw' });
    expect(citizenStatus(play.state())).toMatchObject({ code: 'stopped', headline: { zh: '已撤回' } });
    expect(lineOf(play, '2026-01-06').line.zh).toBe('1月6日 撤回');
  });
});

describe('citizenEvent', () => {
  test('the timeline tells what concerns the citizen and nothing from inside the bureau', () => {
    const play = grantedKayak();
    play.give(clerk, '2026-01-08', { type: 'produce' });
    play.give(clerk, '2026-01-09', { type: 'finish-production', delivery: { by: 'desk' } });
    play.give(clerk, '2026-01-12', { type: 'hand-over', to: '本人' });
    const told = play.actions.flatMap((action) => citizenEvent(action)?.zh ?? []);
    expect(told).toEqual([
      '您提交了申请',
      '已受理',
      '同意了您的申请',
      '正在制作证件',
      '可以领取了',
      '已领取',
    ]);
  });

  test('a correction and an extension tell day and reason', () => {
    const play = assignedKayak('2026-01-05');
    play.give(approver, '2026-01-06', {
      type: 'request-extension',
      procedure: 'longer',
      days: 5,
      reason: '水位高',
    });
    play.give(head, '2026-01-06', { type: 'approve-extension' });
    play.give(approver, '2026-01-06', {
      type: 'request-correction',
      missing: [{ what: '补照片' }],
      replyBy: '2026-01-20',
    });
    expect(play.actions.slice(-2).map((action) => citizenEvent(action)?.zh)).toEqual([
      '期限延长 5 天：水位高',
      '请您补材料，1月20日 前补上',
    ]);
  });
});
