import { orderDeskRoutes, orderProceduresRoutes, ordersRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';

let house: HotlineHouse;
let operator: SignedIn;
let clerk: SignedIn;
let approver: SignedIn;
let spokesperson: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse();
  operator = house.at('operator');
  clerk = await house.staff('clerk', { name: '示例·承办' });
  approver = await house.staff('approver', { name: '示例·审核' });
  spokesperson = house.at('spokesperson');
});
afterAll(() => house.stop());

const at = (order: string) => ({ params: { order } });
const own = (citizen: SignedIn, order: string) => house.as(citizen)(ordersRoutes.get, at(order));
const inbox = async (
  caller: SignedIn,
  list: 'inbox' | 'mine' | 'below' | 'helping' | 'call-backs' | 'closed' = 'inbox',
) => (await house.as(caller)(orderDeskRoutes.list, { query: { list } })).orders.map(({ order }) => order);

/** An order that was answered by its unit and waits for the call-back. */
async function answered(citizen: SignedIn, text = '三支桨都换了。') {
  const { order } = await house.send(citizen);
  await house.sent(operator, order);
  await house.act(clerk, order, { type: 'claim' });
  await house.act(clerk, order, { type: 'draft', text });
  await house.act(approver, order, { type: 'pass' });
  await house.act(clerk, order, { type: 'reply' });
  return order;
}

describe('the course of an order', () => {
  test('goes from the desk to a unit, is drafted, passed, replied to, and solved', async () => {
    const citizen = await house.citizen('示例甲');
    const order = await answered(citizen);
    expect(await own(citizen, order)).toMatchObject({
      stage: 'call-back',
      reply: '三支桨都换了。',
      may: ['solved', 'not-solved'],
    });
    expect(await inbox(operator, 'call-backs')).toContain(order);
    const solved = await house.as(citizen)(ordersRoutes.solved, { ...at(order), body: { solved: true } });
    expect(solved).toMatchObject({ stage: 'closed', how: 'solved', may: ['reopen'] });
    expect(solved.steps.map(({ words }) => words.zh)).toEqual([
      '我们收到了',
      '已交给承办单位',
      '有人在办了',
      '已答复',
      '已办结',
    ]);
    expect(await inbox(clerk, 'closed')).toContain(order);
    const view = await house.seen(clerk, order);
    expect(view.caller).toEqual({ name: '示*', phone: '199****1234' });
    expect(view.steps.map(({ by }) => by)).toContain('示例·承办');
  });
  test('goes back to whoever answered when it is not solved, with days of its own', async () => {
    const citizen = await house.citizen();
    const order = await answered(citizen);
    const before = house.clock();
    house.moveBy({ days: 3 });
    const again = await house.as(citizen)(ordersRoutes.solved, {
      ...at(order),
      body: { solved: false, say: '又断了' },
    });
    house.moveTo(before);
    expect(again).toMatchObject({ stage: 'handling', round: 2, dueOn: '2026-03-26' });
    expect(await inbox(clerk)).toContain(order);
  });
  test('is returned with a reason, counted, and asked more time for once', async () => {
    const { order } = await house.take(operator);
    await house.sent(operator, order);
    await house.act(clerk, order, { type: 'return', reason: '不归这里管' });
    expect(await house.seen(operator, order)).toMatchObject({ stage: 'sorting' });
    await house.act(operator, order, { type: 'dispatch', to: 'east' });
    await house.act(clerk, order, { type: 'claim' });
    await house.act(clerk, order, { type: 'ask-time', days: 5, basis: '要等配件' });
    await expect(house.act(clerk, order, { type: 'grant-time' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const granted = await house.act(approver, order, { type: 'grant-time' });
    expect(granted.order).toMatchObject({
      dueOn: '2026-03-26',
      extension: { state: 'granted', basis: '要等配件' },
    });
    const figures = await house.as(operator)(orderDeskRoutes.figures, {
      query: { from: '2026-03-01', to: '2026-03-31' },
    });
    expect(figures.wrongDispatches).toBeGreaterThanOrEqual(1);
    expect(figures.dispatches).toBeGreaterThan(figures.wrongDispatches);
  });
  test('is answered at once at the desk, or handed to the emergency number, never queued', async () => {
    const { order } = await house.take(operator, { kind: 'consult' });
    expect(await house.act(operator, order, { type: 'answer', text: '九点开门' })).toMatchObject({
      order: { stage: 'closed', how: 'answered' },
    });
    const fire = await house.take(operator, { kind: 'help' });
    await house.act(operator, fire.order, { type: 'emergency', number: '119' });
    expect(await inbox(operator)).not.toContain(fire.order);
  });
  test('is merged into another that is open, and never into itself, a closed one or a tip-off', async () => {
    const [one, other] = [await house.take(operator), await house.take(operator)];
    const merge = (into: string) => house.act(operator, one.order, { type: 'merge', into });
    await expect(merge(one.order)).rejects.toMatchObject({ code: 'orders.itself' });
    const tip = await house.take(operator, { kind: 'report' });
    await expect(merge(tip.order)).rejects.toMatchObject({ code: 'orders.itself' });
    expect((await merge(other.order)).order).toMatchObject({ stage: 'closed', how: 'merged' });
    await expect(house.act(operator, other.order, { type: 'merge', into: one.order })).rejects.toMatchObject({
      code: 'orders.itself',
    });
  });
  test('is changed by nobody who has not seen how it stands', async () => {
    const { order } = await house.take(operator);
    const body = { version: 7, act: { type: 'answer', text: '好的' } } as const;
    await expect(house.as(operator)(orderDeskRoutes.act, { ...at(order), body })).rejects.toMatchObject({
      code: 'orders.version',
    });
  });
  test('is for a colleague where it is one’s own', async () => {
    const citizen = await house.citizen();
    const { order } = await house.send(citizen);
    const self = { ...operator, citizenId: citizen.personId };
    expect((await house.seen(self, order)).may).toEqual([]);
    await expect(house.act(self, order, { type: 'answer', text: '好的' })).rejects.toMatchObject({
      code: 'orders.own',
    });
  });
  test('asked in secret tells who asked to its handler alone, not even masked to anybody else', async () => {
    const { order } = await house.take(operator, { identity: 'secret' });
    const unmask = (caller: SignedIn) => house.as(caller)(orderDeskRoutes.unmask, at(order));
    expect((await house.seen(operator, order)).caller).toBeUndefined();
    await expect(unmask(operator)).rejects.toMatchObject({ code: 'orders.handler' });
    await house.sent(operator, order);
    await house.act(clerk, order, { type: 'claim' });
    expect((await house.seen(clerk, order)).caller).toBeUndefined();
    expect(await unmask(clerk)).toEqual({ name: '示例·来电', phone: '19900007777' });
  });
  test('is linked to a case the same post sees, and to no other', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    const { order } = await house.take(operator);
    await house.sent(operator, order);
    await house.act(clerk, order, { type: 'claim' });
    await expect(house.act(clerk, order, { type: 'link', case: 'TB000' })).rejects.toMatchObject({
      code: 'cases.missing',
    });
    const linked = await house.act(clerk, order, { type: 'link', case: number });
    expect(linked.order?.steps.at(-1)).toMatchObject({ type: 'linked', text: number });
  });
  test('shows the phone in full to whoever has it in hand, and to nobody else at the unit', async () => {
    const { order } = await house.take(operator);
    await house.sent(operator, order);
    const unmask = (caller: SignedIn) => house.as(caller)(orderDeskRoutes.unmask, at(order));
    await expect(unmask(clerk)).rejects.toMatchObject({ code: 'orders.handler' });
    await house.act(clerk, order, { type: 'claim' });
    expect(await unmask(clerk)).toEqual({ name: '示例·来电', phone: '19900007777' });
    await expect(unmask(operator)).rejects.toMatchObject({ code: 'orders.handler' });
  });
});

describe('a petition that is running', () => {
  test('is recognised by the phone, and the order goes nowhere until somebody has looked', async () => {
    const phone = '19900008888';
    const body = { number: 'XF2026001', kind: 'petition', phone, until: '2026-05-01' } as const;
    await house.as(spokesperson)(orderProceduresRoutes.add, { body });
    const { order } = await house.take(operator, { caller: { phone } });
    expect(await house.seen(operator, order)).toMatchObject({ procedure: 'XF2026001' });
    await house.act(operator, order, { type: 'classify', kind: 'complaint', matter: 'pier', labels: [] });
    await expect(house.act(operator, order, { type: 'dispatch', to: 'east' })).rejects.toMatchObject({
      code: 'orders.procedure',
    });
    const done = await house.act(operator, order, { type: 'in-procedure', number: 'XF2026001' });
    expect(done.order).toMatchObject({ stage: 'closed', how: 'in-procedure' });
    expect((await house.seen(operator, (await house.take(operator)).order)).procedure).toBeUndefined();
  });
  test('is made known once, recognised by the number of the person too, and not after its end', async () => {
    const { citizenNumber, ...citizen } = await house.citizen();
    const add = (number: string, until: string) =>
      house.as(spokesperson)(orderProceduresRoutes.add, {
        body: { number, kind: 'review', citizenNumber, until },
      });
    await add('FC2026001', '2026-03-01');
    const before = await house.send(citizen);
    expect((await house.seen(operator, before.order)).procedure).toBeUndefined();
    await add('FC2026002', '2026-03-02');
    await expect(add('FC2026002', '2026-04-01')).rejects.toMatchObject({ code: 'orders.procedure-known' });
    const { order } = await house.send(citizen);
    expect(await house.seen(operator, order)).toMatchObject({ procedure: 'FC2026002' });
  });
  test('is listed masked at its unit and above it, and ended there by whoever keeps it, once', async () => {
    const phone = '19900006767';
    const number = 'XF2026009';
    const keeping = { number, kind: 'petition', phone, until: '2026-05-01' } as const;
    await house.as(operator)(orderProceduresRoutes.add, { body: keeping });
    const list = async (caller: SignedIn) =>
      (await house.as(caller)(orderProceduresRoutes.list, { query: { q: 'xf2026009' } })).procedures;
    const end = (caller: SignedIn) => house.as(caller)(orderProceduresRoutes.end, { body: { number } });
    for (const caller of [spokesperson, house.at('spokesperson', 'lake')])
      expect(await list(caller)).toEqual([
        { number, kindName: '信访', phone: '199****6767', until: '2026-05-01', unit: '示例·east 公安局' },
      ]);
    for (const elsewhere of [house.at('spokesperson', 'lake/west'), house.at('operator', 'lake/east/pier')]) {
      expect(await list(elsewhere)).toEqual([]);
      await expect(end(elsewhere)).rejects.toMatchObject({ code: 'orders.procedure-missing' });
    }
    for (const role of ['clerk', 'approver', 'supervisor', 'hall-manager'] as const)
      for (const tried of [list(house.at(role)), end(house.at(role))])
        await expect(tried).rejects.toMatchObject({ code: 'session.role' });
    expect(
      (await house.seen(operator, (await house.take(operator, { caller: { phone } })).order)).procedure,
    ).toBe(number);
    await end(spokesperson);
    expect(await list(spokesperson)).toEqual([]);
    await expect(end(spokesperson)).rejects.toMatchObject({ code: 'orders.procedure-missing' });
    const after = await house.take(operator, { caller: { phone } });
    expect((await house.seen(operator, after.order)).procedure).toBeUndefined();
  });
  test('that names nobody, or a number that cannot be anybody’s, is refused at the field', async () => {
    const add = (more: object) =>
      house.as(operator)(orderProceduresRoutes.add, {
        body: { number: 'XF2026010', kind: 'petition', until: '2026-05-01', ...more },
      });
    await expect(add({})).rejects.toMatchObject({
      ...{ code: 'orders.procedure-unclear', faults: [{ pointer: '/phone' }] },
    });
    await expect(add({ citizenNumber: '990101199405210024' })).rejects.toMatchObject({
      faults: [{ pointer: '/citizenNumber' }],
    });
  });
});

describe('the days', () => {
  test('remind on the day after the last, name after five working days, and close what nobody answered', async () => {
    const citizen = await house.citizen();
    const { order } = await house.take(operator);
    const silent = await answered(citizen);
    const before = house.clock();
    const stepsOn = async (day: string) => {
      house.moveTo(new Date(`${day}T00:20:00+08:00`));
      await house.platform.jobs.runTimer('hotline.sweep');
      return (await house.seen(operator, order)).steps.map(({ type }) => type);
    };
    expect(await stepsOn('2026-03-19')).toEqual(['registered']);
    expect(await own(citizen, silent)).toMatchObject({ stage: 'closed', how: 'unreached' });
    expect(await stepsOn('2026-03-20')).toEqual(['registered', 'reminded']);
    expect(await stepsOn('2026-03-27')).toEqual(['registered', 'reminded']);
    expect(await stepsOn('2026-03-28')).toEqual(['registered', 'reminded', 'named']);
    expect(await stepsOn('2026-03-30')).toEqual(['registered', 'reminded', 'named']);
    expect(await house.seen(operator, order)).toMatchObject({ light: 'red', workingDaysLeft: -7 });
    house.moveTo(before);
  });
});
