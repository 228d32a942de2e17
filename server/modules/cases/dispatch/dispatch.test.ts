import type { DispatchRules } from '@tongban/catalogue/author';
import { deskRoutes, dispatchRoutes, listRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { createKayakHouse, type KayakHouse, lines } from '../kayak-house.fixture.ts';
import { enrolled } from './posts.fixture.ts';

type Enrolled = Awaited<ReturnType<typeof enrolled>>;
const origin = { house_default: true } as const;
const dispatch: DispatchRules = {
  lines,
  rules: [
    {
      id: 'window',
      say: '窗口谁空谁认领',
      when: { roles: ['clerk'] },
      to: { unit: 'in-charge' },
      choose: 'pool',
      ...origin,
    },
    {
      id: 'sea',
      say: '海上的等人认领',
      when: { facts: { 水域: '海' } },
      to: { unit: 'in-charge' },
      choose: 'pool',
      ...origin,
    },
    { id: 'fewest', say: '件数少的先接', to: { unit: 'in-charge' }, choose: 'least-load', ...origin },
  ],
  unassigned: { yellow_hours: 4, red_hours: 8, office_hours: [{ from: '09:00', to: '17:00' }], ...origin },
};

let house: KayakHouse;
let clerk: SignedIn;
let [wang, li]: Enrolled[] = [];
let head: SignedIn;
let boss: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse({}, { dispatch });
  clerk = await house.staff('clerk');
  boss = await enrolled(house, '示例·何分派', { role: 'dispatcher' });
});
afterAll(() => house.stop());

async function accepted(item = 'kayak', by = clerk): Promise<string> {
  const number = await house.submitted(await house.citizen(), item);
  await house.claim(by, number);
  await house.mark(by, number);
  await house.accept(by, number);
  return number;
}

async function rowOf(number: string, caller = boss) {
  const { tasks } = await house.as(caller)(listRoutes.search, { body: { filter: { q: number } } });
  return tasks[0];
}

const whyOf = async (number: string) => (await house.seen(boss, number)).actions.at(-1)?.detail;

describe('follow the rules', () => {
  test('while nobody works there, the case waits and its light comes on by itself', async () => {
    const number = await accepted();
    expect(await rowOf(number)).toMatchObject({ step: '决定', unassigned: { light: 'green' } });
    expect(await whyOf(number)).toContain('没有能办这件事的人');
    house.moveBy({ hours: 5 });
    expect((await rowOf(number))?.unassigned?.light).toBe('yellow');
    const board = await house.as(boss)(dispatchRoutes.board, {});
    expect(board.light).toEqual({ yellowHours: 4, redHours: 8 });
    expect(board.unassigned.map((row) => row.case)).toContain(number);
    house.moveBy({ days: 1 });
    expect((await rowOf(number))?.unassigned?.light).toBe('red');
  });
  test('accepted cases go to whoever has fewest, with the reason in words', async () => {
    wang = await enrolled(house, '示例·王审核', { role: 'approver' });
    li = await enrolled(house, '示例·李审核', { role: 'approver' });
    head = await enrolled(house, '示例·赵批准', { role: 'approver', head: true });
    const [first, second] = [await accepted(), await accepted()];
    const holders = [(await rowOf(first))?.holder, (await rowOf(second))?.holder];
    expect(holders.toSorted()).toEqual(['示例·李审核', '示例·王审核']);
    expect((await rowOf(first))?.unassigned).toBeUndefined();
    expect(await whyOf(second)).toBe(
      `规则“件数少的先接”：示例·east 公安局，治安业务，手上件数最少的是${holders[1]}（0 件）`,
    );
    const { rules } = await house.as(boss)(dispatchRoutes.board, {});
    expect(rules.find(({ id }) => id === 'fewest')?.used).toBeGreaterThanOrEqual(2);
  });
  test('every step that opens finds its own person; four eyes are two people', async () => {
    const number = await accepted('raft');
    const holder = (await rowOf(number))?.holder;
    const reviewer = holder === '示例·王审核' ? wang : li;
    if (reviewer === undefined) throw new Error('nobody');
    await house.mark(reviewer, number);
    const { call, params, version } = await house.acting(reviewer, number);
    await call(deskRoutes.passStep, {
      params,
      body: { version, step: 'review', verdict: 'pass', note: '核过，没有问题' },
    });
    expect(await rowOf(number)).toMatchObject({ step: '批准', holder: '示例·赵批准' });
  });
  test('whoever took a case in is never chosen, in whatever post', async () => {
    const both = await enrolled(house, '示例·两岗', { role: 'clerk' }, { role: 'approver' });
    const number = await accepted('kayak', both);
    expect((await rowOf(number))?.holder).not.toBe('示例·两岗');
    expect(await whyOf(number)).toContain('示例·两岗收的这件，不能再审批');
  });
  test('a preview tells where a case would go, and changes nothing', async () => {
    const number = await house.submitted(await house.citizen());
    const told = await house.as(boss)(dispatchRoutes.preview, { params: { case: number } });
    expect(told).toEqual({
      ...{ rule: 'window', unit: '示例·east 公安局' },
      why: '规则“窗口谁空谁认领”：放在示例·east 公安局，等人认领',
    });
    expect((await house.seen(clerk, number)).state).toBe('submitted');
  });
});

describe('assign', () => {
  const assign = (numbers: string[], to: { personId: string }, caller = boss) =>
    house.as(caller)(dispatchRoutes.assign, {
      body: { cases: numbers, to: to.personId, reason: '这类件他最熟' },
    });
  test('a dispatcher gives a case to somebody else, and the reason is kept', async () => {
    const number = await accepted();
    const other = (await rowOf(number))?.holder === '示例·王审核' ? li : wang;
    if (other === undefined) throw new Error('nobody');
    expect(await assign([number], other)).toEqual({ done: [number], failed: [] });
    expect(await whyOf(number)).toContain('：这类件他最熟');
    expect((await rowOf(number, other))?.mine).toBe(true);
  });
  test('an application that waits at intake goes to a clerk', async () => {
    const number = await house.submitted(await house.citizen());
    const luo = await enrolled(house, '示例·罗窗口', { role: 'clerk' });
    expect(await assign([number], luo)).toEqual({ done: [number], failed: [] });
    await house.mark(luo, number);
    expect((await house.accept(luo, number)).state).toBe('awaiting-decision');
  });
  test('who took it in, another branch and another role are refused; the others go on', async () => {
    const both = await enrolled(house, '示例·收审', { role: 'clerk' }, { role: 'approver' });
    const [taken, other] = [await accepted('kayak', both), await accepted()];
    const result = await assign([taken, other], both);
    expect(result).toEqual({
      done: [other],
      failed: [{ case: taken, why: '示例·收审收的这件，不能再审批' }],
    });
    const west = await enrolled(house, '示例·西边', { role: 'approver', branch: 'lake/west' });
    const unfit = '这个人的岗位不办这件：单位、事项或环节对不上，换一个人';
    expect((await assign([other], west)).failed).toEqual([{ case: other, why: unfit }]);
    expect((await assign([other], clerk)).failed).toEqual([{ case: other, why: unfit }]);
  });
  test('a dispatcher of another branch and a clerk may not', async () => {
    const number = await accepted();
    const west = await enrolled(house, '示例·西派', { role: 'dispatcher', branch: 'lake/west' });
    expect((await assign([number], wang ?? west, west)).failed).toMatchObject([{ case: number }]);
    await expect(assign([number], wang ?? west, clerk)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('absence', () => {
  test('what somebody has goes to the others, each with its reason, and nothing new comes', async () => {
    const numbers = [await accepted(), await accepted(), await accepted()];
    const away = wang;
    if (away === undefined) throw new Error('nobody');
    const params = { person: away.personId };
    for (const number of numbers) await assignAll(number, away.personId);
    const body = { from: '2026-03-01', until: '2026-03-31', reason: '年假', rebalance: true };
    const moved = await house.as(boss)(dispatchRoutes.absent, { params, body });
    expect(moved.failed).toEqual([]);
    expect(moved.done).toEqual(expect.arrayContaining(numbers));
    for (const number of numbers) {
      expect((await rowOf(number))?.holder).not.toBe('示例·王审核');
      expect(await whyOf(number)).toMatch(/^示例·王审核今天请假，改派。规则“件数少的先接”/);
    }
    const next = await accepted();
    expect(await whyOf(next)).toContain('示例·王审核今天请假');
    const { loads } = await house.as(boss)(dispatchRoutes.board, {});
    expect(loads.find(({ person }) => person === away.personId)).toMatchObject({
      ...{ open: 0, role: 'approver', absent: { until: '2026-03-31', reason: '年假' } },
    });
    await house.as(boss)(dispatchRoutes.present, { params });
    const after = await house.as(boss)(dispatchRoutes.board, {});
    expect(after.loads.find(({ person }) => person === away.personId)?.absent).toBeUndefined();
  });
  test('days in the wrong order, and a person of another branch, are refused', async () => {
    const params = { person: head.personId };
    const body = { from: '2026-03-09', until: '2026-03-02', reason: '年假', rebalance: false };
    const west = await enrolled(house, '示例·西派二', { role: 'dispatcher', branch: 'lake/west' });
    await expect(house.as(boss)(dispatchRoutes.absent, { params, body })).rejects.toMatchObject({
      code: 'dispatch.days',
    });
    await expect(
      house.as(west)(dispatchRoutes.absent, { params, body: { ...body, until: '2026-03-09' } }),
    ).rejects.toMatchObject({ code: 'dispatch.person' });
  });
});

async function assignAll(number: string, to: string): Promise<void> {
  if ((await house.seen(boss, number)).actions.length === 0) throw new Error('no case');
  await house.as(boss)(dispatchRoutes.assign, { body: { cases: [number], to, reason: '先集中办' } });
}
