import { casesRoutes, caseWorkRoutes, type DeskCase, deskRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsOf } from '../../platform/database.ts';
import type { SignedIn } from '../../platform/index.ts';
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
  clerk = await house.staff('clerk', { name: '示例·受理' });
  approver = await house.staff('approver', { name: '示例·审批' });
  citizen = await house.citizen();
});
afterAll(async () => {
  await owner.end();
  await house.stop();
});

/** A kayak case that only waits for its decision. */
async function readyToDecide(): Promise<string> {
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(approver, number);
  await house.mark(approver, number);
  return number;
}
async function decide(number: string, verdict: 'grant' | 'refuse' = 'grant', more: object = {}) {
  const { call, params, version } = await house.acting(approver, number);
  return call(deskRoutes.decide, { params, body: { version, verdict, ...more } });
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
});
