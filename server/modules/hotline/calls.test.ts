import { createHmac } from 'node:crypto';
import { type CallerCard, orderCallsRoutes, orderDeskRoutes, type TakenOrder } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse, taken } from './hotline-house.fixture.ts';
import { createTelephoneHttp } from './index.ts';

const peer = { url: 'http://127.0.0.1:9', key: 'kayak', secret: 'a secret of the lake' };
let house: HotlineHouse;
let operator: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse(createTelephoneHttp(peer, () => house.clock()));
  [operator, other] = [house.at('operator'), house.at('operator')];
  for (const [caller, extension] of [
    [operator, '8001'],
    [other, '8002'],
  ] as const)
    await house.as(caller)(orderCallsRoutes.sit, { body: { extension } });
});
afterAll(() => house.stop());

const news = (call: string, more: object = {}) => ({
  ...{
    call,
    state: 'ringing',
    extension: '8001',
    phone: '19900007777',
    dialled: '12345',
    at: '2026-03-02T01:30:00Z',
  },
  ...more,
});

/** Pushes as the telephone system does: JSON, signed with the moment it was sent. */
async function push(calls: readonly object[], { secret = peer.secret, lateSeconds = 0 } = {}) {
  const body = JSON.stringify({ calls });
  const timestamp = String(Math.floor(house.clock().getTime() / 1000) - lateSeconds);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const answer = await house.inject({
    ...{ method: 'POST', url: '/api/telephone-events', payload: body },
    headers: { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature },
  });
  return { status: answer.statusCode, ...(answer.json() as { taken?: number; code?: string }) };
}
const calls = async (caller = operator) => (await house.as(caller)(orderCallsRoutes.calls, {})).calls;
const card = (caller: SignedIn, call: string): Promise<CallerCard> =>
  house.as(caller)(orderCallsRoutes.callerOfCall, { params: { call } });

describe('a call', () => {
  test('comes to the operator at whose place it rings, masked, and the same news counts once', async () => {
    expect(await push([news('c1')])).toEqual({ status: 200, taken: 1 });
    expect(await push([news('c1')])).toEqual({ status: 200, taken: 0 });
    expect(await calls()).toMatchObject([
      { phone: '199****7777', dialled: '12345', state: 'ringing', simulated: false },
    ]);
    expect(await calls(other)).toEqual([]);
    await push([news('c1', { state: 'answered' })]);
    await push([news('c1', { state: 'ringing' })]);
    expect(await calls()).toMatchObject([{ state: 'answered' }]);
    expect(await push([news('c2', { extension: '9999' })])).toEqual({ status: 200, taken: 0 });
  });
  test('is believed only when it is signed by the telephone system, lately', async () => {
    expect(await push([news('c3')], { secret: 'another' })).toMatchObject({
      status: 403,
      code: 'orders.signature',
    });
    expect(await push([news('c3')], { lateSeconds: 301 })).toMatchObject({ status: 403 });
    expect(await push([{ call: 'c3' }])).toMatchObject({ status: 403 });
    expect(await calls()).toHaveLength(1);
  });
  test('shows who may be calling: past orders, cases and licences, all masked, and never a tip-off', async () => {
    const citizen = await house.citizen('示例·来电人');
    await house.giveCard(citizen);
    const number = await house.submitted(citizen);
    const { order } = await house.send(citizen);
    const tip = await house.take(operator, { kind: 'report', caller: { phone: '19900001234' } });
    await push([news('c4', { phone: '19900001234' })]);
    const call = (await calls()).find(({ phone }) => phone === '199****1234')?.call ?? '';
    const shown = await card(operator, call);
    expect(shown).toMatchObject({ name: '示*', phone: '199****1234', procedures: [] });
    expect(shown.orders.map((one) => one.order)).toEqual([order]);
    expect(shown.cases.map((one) => one.case)).toEqual([number]);
    expect(shown.licences).toMatchObject([{ name: '身份证', state: 'valid' }]);
    const text = JSON.stringify(shown);
    for (const secret of [citizen.citizenNumber, '示例·来电人', '19900001234', tip.order])
      expect(text).not.toContain(secret);
    await expect(card(other, call)).rejects.toMatchObject({ code: 'orders.call' });
  });
  test('lends its number to the order taken from it, which may be laid under an open case of whoever calls', async () => {
    const citizen = await house.citizen('示例·来电人');
    await house.submitted(citizen);
    await house.send(citizen);
    const others = await house.submitted(await house.citizen('示例·别人'));
    await push([news('c7', { phone: '19900001234' })]);
    const call = (await calls()).find(({ phone }) => phone === '199****1234')?.call ?? '';
    const number = (await card(operator, call)).cases[0]?.case ?? '';
    const take = (caller: SignedIn, more: Partial<TakenOrder>) =>
      house.take(caller, { ...taken, caller: {}, call, ...more });
    await expect(take(operator, { about: others })).rejects.toMatchObject({ code: 'orders.not-callers' });
    await expect(take(other, {})).rejects.toMatchObject({ code: 'orders.call' });
    const { order } = await take(operator, { about: number });
    expect(await house.seen(operator, order)).toMatchObject({
      ...{ caller: { phone: '199****1234' }, about: number, cases: [] },
    });
    await house.sent(operator, order);
    // The unit may open the case, the operator may not.
    const { about, cases } = await house.seen(await house.staff('clerk'), order);
    expect([about, cases]).toEqual([undefined, [{ case: number, mayOpen: true }]]);
    const unnamed = await take(operator, { identity: 'anonymous' });
    expect((await house.seen(operator, unnamed.order)).caller).toBeUndefined();
  });
  test('is wrapped up with a code and its order, and a tip-off is not tied to it', async () => {
    await push([news('c5')]);
    const call = (await calls())[0]?.call ?? '';
    const wrap = (code: string, order?: string) =>
      house.as(operator)(orderCallsRoutes.wrapUp, {
        params: { call },
        body: { code, ...(order === undefined ? {} : { order }) },
      });
    await expect(wrap('kayak')).rejects.toMatchObject({ code: 'orders.wrap-up' });
    const { order } = await house.take(operator, { ...taken, call });
    await wrap('ordered', order);
    expect((await calls()).map((one) => one.call)).not.toContain(call);
  });
  test('is let go by an order that turns out to be a tip-off, and whose phone nobody looks up any more', async () => {
    await push([news('c6', { phone: '19900005555' })]);
    const call = (await calls()).find(({ phone }) => phone === '199****5555')?.call ?? '';
    const { order } = await house.take(operator, { ...taken, caller: { phone: '19900005555' }, call });
    expect((await card(operator, call)).orders.map((one) => one.order)).toEqual([order]);
    await house.act(operator, order, {
      type: 'classify',
      kind: 'complaint',
      matter: 'smuggling',
      labels: [],
    });
    expect((await card(operator, call)).orders).toEqual([]);
    const { rows } = await sql`select order_number from hotline.call where call_id = ${call}`.execute(
      house.db,
    );
    expect(rows).toEqual([{}]);
    const clerk = house.at('clerk');
    await house.act(clerk, order, { type: 'claim' });
    expect(await house.as(clerk)(orderDeskRoutes.unmask, { params: { order } })).toEqual({
      phone: '19900005555',
    });
  });
  test('cannot be pretended where telephones are real', async () => {
    const body = { phone: '19900007777', dialled: '12345' };
    await expect(house.as(operator)(orderCallsRoutes.pretendCall, { body })).rejects.toMatchObject({
      code: 'orders.real-telephone',
    });
  });
  test('is nothing for anybody but operators', async () => {
    for (const role of ['clerk', 'spokesperson', 'supervisor'] as const)
      await expect(house.as(house.at(role))(orderCallsRoutes.calls, {})).rejects.toMatchObject({
        code: 'session.role',
      });
  });
});

test('where no telephone rings an operator pretends a call, and it says so', async () => {
  const quiet = await createHotlineHouse();
  const caller = quiet.at('operator');
  const call = await quiet.as(caller)(orderCallsRoutes.pretendCall, {
    body: { phone: '19900007777', dialled: '110' },
  });
  expect(call).toMatchObject({ simulated: true, state: 'ringing' });
  expect(await quiet.as(caller)(orderCallsRoutes.calls, {})).toMatchObject({
    simulated: true,
    calls: [{ call: call.call }],
  });
  const answer = await quiet.inject({
    ...{ method: 'POST', url: '/api/telephone-events', payload: '{"calls":[]}' },
    headers: { 'content-type': 'application/json', 'x-timestamp': '0', 'x-signature': 'x' },
  });
  expect(answer.statusCode).toBe(403);
  await quiet.stop();
});
