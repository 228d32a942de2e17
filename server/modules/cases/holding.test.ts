import { casesRoutes, caseWorkRoutes, type DeskCase, deskRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsOf } from '../../platform/database.ts';
import { type SignedIn, transaction } from '../../platform/index.ts';
import { enrolled } from './dispatch/posts.fixture.ts';
import { createKayakHouse, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
/** The owner of the tables, who may break things on purpose. */
let owner: pg.Client;
let clerk: SignedIn;
let approver: SignedIn;
let citizen: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse({ TONGBAN_HOLD: '10' });
  owner = new pg.Client(settingsOf(house.ownerConnection));
  await owner.connect();
  clerk = await enrolled(house, '示例·受理', { role: 'clerk' });
  approver = await enrolled(house, '示例·审批', { role: 'approver' });
  citizen = await house.citizen();
});
afterAll(async () => {
  await owner.end();
  await house.stop();
});

/** A kayak case that only waits for its decision. */
async function readyToDecide(by = approver): Promise<string> {
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(by, number);
  await house.mark(by, number);
  return number;
}
async function decide(number: string, verdict: 'grant' | 'refuse' = 'grant', more: object = {}) {
  return decideAs(approver, number, { verdict, ...more });
}
async function decideAs(by: SignedIn, number: string, decision: { verdict: 'grant' | 'refuse' }) {
  const { call, params, version } = await house.acting(by, number);
  return call(deskRoutes.decide, { params, body: { version, ...decision } });
}
const undo = (caller: SignedIn, number: string, { held }: Pick<DeskCase, 'held'>) =>
  house.as(caller)(caseWorkRoutes.undo, {
    ...{ params: { case: number }, body: { held: held?.held ?? '' } },
  });
/** When the job is ordered that lets the decision leave. */
async function leavesAt(): Promise<Date | undefined> {
  const { rows } = await sql<{ run_at: Date }>`select run_at from graphile_worker.jobs
    where task_identifier = 'cases.leave-held'`.execute(house.db);
  return rows[0]?.run_at;
}
/** The seconds of a held decision go by. */
async function leaves(): Promise<void> {
  house.moveBy({ seconds: 11 });
  await house.settle();
}
const suspend = ({ personId: person }: SignedIn) =>
  transaction(house.db, (tx) => house.identity.suspendAccount(tx, { person, by: person, why: '停职' }));
const kinds = ({ documents }: DeskCase) => documents.map(({ kind }) => kind);

describe('hold', () => {
  test('a decision waits ten seconds, nothing else happens meanwhile, and then it leaves', async () => {
    const number = await readyToDecide();
    const held = await decide(number);
    expect(held).toMatchObject({
      state: 'awaiting-decision',
      held: { command: 'grant', by: '示例·审批', mine: true, leavesAt: expect.any(String) },
    });
    expect(kinds(held)).not.toContain('grant');
    expect(held.permitted.filter(({ may }) => may)).toEqual([]);
    expect((await house.seen(clerk, number)).held).toMatchObject({ mine: false });
    await expect(decide(number, 'refuse')).rejects.toMatchObject({ code: 'cases.held', kind: 'conflict' });
    await expect(house.mark(approver, number)).rejects.toMatchObject({ code: 'cases.held' });
    const params = { case: number };
    await expect(
      house.as(citizen)(casesRoutes.withdraw, { params, body: { reason: '' } }),
    ).rejects.toMatchObject({ code: 'cases.held' });
    expect(await leavesAt()).toEqual(new Date(house.clock().getTime() + 10_000));
    house.moveBy({ seconds: 11 });
    await house.settle();
    const left = await house.seen(approver, number);
    expect(left).toMatchObject({ state: 'at-issue-desk' });
    expect(left.held).toBeUndefined();
    expect(kinds(left)).toContain('grant');
  });
  test('a decision that is not complete is refused at once and not held', async () => {
    const number = await readyToDecide();
    await expect(decide(number, 'refuse', { reason: '湖面封闭' })).rejects.toMatchObject({
      code: 'cases.no-basis',
    });
    expect((await house.seen(approver, number)).held).toBeUndefined();
    const held = await decide(number, 'refuse', { reason: '湖面封闭', basis: '办法第五条' });
    expect(held.held?.command).toBe('refuse');
    house.moveBy({ seconds: 11 });
    await house.settle();
    expect(await house.seen(approver, number)).toMatchObject({ state: 'closed' });
  });
});

describe('take back', () => {
  test('whoever decided takes it back while it is held, and may decide otherwise', async () => {
    const number = await readyToDecide();
    const held = await decide(number);
    const back = await undo(approver, number, held);
    expect(back).toMatchObject({ state: 'awaiting-decision', version: held.version });
    expect(back.held).toBeUndefined();
    house.moveBy({ seconds: 11 });
    await house.settle();
    expect((await house.seen(approver, number)).state).toBe('awaiting-decision');
    await expect(undo(approver, number, held)).rejects.toMatchObject({ code: 'cases.not-held' });
  });
  test('a colleague does not, and nobody does once it has left', async () => {
    const number = await readyToDecide();
    const held = await decide(number);
    await expect(undo(await house.staff('approver'), number, held)).rejects.toMatchObject({
      code: 'cases.not-your-decision',
      kind: 'forbidden',
    });
    house.moveBy({ seconds: 11 });
    await house.settle();
    await expect(undo(approver, number, held)).rejects.toMatchObject({ code: 'cases.not-held' });
    expect((await house.seen(approver, number)).state).toBe('at-issue-desk');
  });
});

describe('leave', () => {
  const leaveAgain = (number: string, { held }: Pick<DeskCase, 'held'>) =>
    sql`select graphile_worker.add_job('cases.leave-held',
      json_build_object('city', city, 'caseId', case_id, 'held', ${held?.held ?? ''}::text))
      from cases.case where case_number = ${number}`.execute(house.db);

  test('a decision that falls with the server half-way leaves whole at the next try, and only once', async () => {
    const number = await readyToDecide();
    const held = await decide(number);
    await owner.query(
      "alter table cases.case add constraint fall check (state <> 'at-issue-desk') not valid",
    );
    house.moveBy({ seconds: 11 });
    await house.settle();
    const fallen = await house.seen(approver, number);
    expect(fallen).toMatchObject({ state: 'awaiting-decision', version: held.version, held: { mine: true } });
    expect(kinds(fallen)).not.toContain('grant');
    await owner.query('alter table cases.case drop constraint fall');
    await leaveAgain(number, held);
    await leaveAgain(number, held);
    house.moveTo(new Date(Date.now() + 86_400_000));
    await house.settle();
    const left = await house.seen(approver, number);
    expect(left.state).toBe('at-issue-desk');
    expect(kinds(left).filter((kind) => kind === 'grant')).toEqual(['grant']);
    expect(left.actions.filter(({ what }) => what === '准予')).toHaveLength(1);
  });
  test('a decision that may no longer be given does not leave, and the case says why', async () => {
    const number = await readyToDecide();
    await decide(number);
    // As if a source of data contradicted a material in these seconds.
    await owner.query(
      `update cases.case set marks = jsonb_set(marks, '{1,result}', '"defect"') where case_number = $1`,
      [number],
    );
    house.moveBy({ seconds: 11 });
    await house.settle();
    const kept = await house.seen(approver, number);
    expect(kept).toMatchObject({ state: 'awaiting-decision' });
    expect(kept.held).toBeUndefined();
    expect(kept.actions.at(-1)).toMatchObject({
      ...{ by: '系统', what: '决定没有发出', detail: '有 1 个审查要点标了缺陷，先补交、退回或改标记' },
    });
    const told = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    expect(told.timeline.map(({ title }) => title.zh)).not.toContain('决定没有发出');
  });
  test('who decided has lost the account meanwhile: nothing leaves, and the case waits for others', async () => {
    const gone = await enrolled(house, '示例·离岗', { role: 'approver' });
    const number = await readyToDecide(gone);
    await decideAs(gone, number, { verdict: 'grant' });
    await suspend(gone);
    await leaves();
    const kept = await house.seen(approver, number);
    expect(kept).toMatchObject({ state: 'awaiting-decision' });
    expect(kept.held).toBeUndefined();
    expect(kinds(kept)).not.toContain('grant');
    expect(kept.actions.at(-2)).toMatchObject({
      ...{ by: '系统', what: '决定没有发出', detail: '作决定的人已不在这个岗位上' },
    });
    expect(kept.assignment?.person).toBeUndefined();
    expect(kept.assignment?.why).toContain('原承办人已不在岗');
  });
});

describe('what else is held', () => {
  const refusal = { reason: '皮划艇没有编号', basis: '办法第三条' };
  async function turnAway(by: SignedIn): Promise<{ number: string; held: DeskCase }> {
    const number = await house.submitted(citizen);
    await house.claim(by, number);
    const { call, params, version } = await house.acting(by, number);
    return { number, held: await call(deskRoutes.turnAway, { params, body: { version, ...refusal } }) };
  }

  test('an application that is not accepted can be taken back, and else is closed with its paper', async () => {
    const { number, held } = await turnAway(clerk);
    expect(held).toMatchObject({ state: 'pre-review', held: { command: 'not-accept', mine: true } });
    expect(kinds(held)).not.toContain('non-acceptance');
    const back = await undo(clerk, number, held);
    expect(back.held).toBeUndefined();
    await leaves();
    expect((await house.seen(clerk, number)).state).toBe('pre-review');
    const again = await turnAway(clerk);
    await leaves();
    const left = await house.seen(clerk, again.number);
    expect(left.state).toBe('not-accepted');
    expect(kinds(left)).toContain('non-acceptance');
  });
  test('a non-acceptance without its basis is refused at once', async () => {
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    const { call, params, version } = await house.acting(clerk, number);
    const body = { version, ...refusal, basis: '；；' };
    await expect(call(deskRoutes.turnAway, { params, body })).rejects.toMatchObject({
      code: 'cases.no-basis',
    });
    expect((await house.seen(clerk, number)).held).toBeUndefined();
  });
  test('a clerk who is suspended meanwhile turns nobody away: the case is free for the next one', async () => {
    const gone = await enrolled(house, '示例·停职', { role: 'clerk' });
    const { number } = await turnAway(gone);
    await suspend(gone);
    await leaves();
    const kept = await house.claim(clerk, number);
    expect(kept).toMatchObject({ state: 'pre-review' });
    expect(kinds(kept)).not.toContain('non-acceptance');
    expect(kept.actions.map(({ what }) => what)).toContain('决定没有发出');
  });
  test('the night in which a non-acceptance is held accepts nothing by itself', async () => {
    const { number } = await turnAway(clerk);
    const noon = house.clock();
    house.moveBy({ days: 30 });
    await house.platform.jobs.runTimer('cases.sweep');
    expect((await house.seen(clerk, number)).state).toBe('pre-review');
    house.moveTo(noon);
    await leaves();
    expect((await house.seen(clerk, number)).state).toBe('not-accepted');
  });
  test('what is returned or forwarded can be taken back too, and leaves once', async () => {
    const number = await readyToDecide();
    const give = async (route: 'giveBack' | 'forward', more: object) => {
      const { call, params, version } = await house.acting(approver, number);
      const body = { version, reason: '同一条艇已经登记过', to: '', ...more };
      return route === 'forward'
        ? call(caseWorkRoutes.forward, { params, body })
        : call(caseWorkRoutes.giveBack, { params, body: { version, reason: body.reason } });
    };
    await expect(give('forward', { to: '    ' })).rejects.toMatchObject({ code: 'cases.no-receiver' });
    const forwarded = await give('forward', { to: '示例·海事处' });
    expect(forwarded).toMatchObject({ state: 'awaiting-decision', held: { command: 'forward' } });
    await undo(approver, number, forwarded);
    const returned = await give('giveBack', {});
    expect(returned).toMatchObject({ state: 'awaiting-decision', held: { command: 'return' } });
    await leaves();
    const left = await house.seen(approver, number);
    expect(left.state).toBe('closed');
    expect(left.actions.filter(({ what }) => what === '退回办结')).toHaveLength(1);
    expect(left.actions.map(({ what }) => what)).not.toContain('转报办结');
  });
});
