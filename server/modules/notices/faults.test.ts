import { noticesRoutes, pathOf } from '@tongban/contract';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { caseFacts, createNoticesHouse, type NoticesHouse, peer } from './notices-house.fixture.ts';
import { signatureOf } from './ports/sms-http.ts';

let house: NoticesHouse;
beforeEach(async () => {
  house = await createNoticesHouse();
});
afterEach(() => house.stop());

const accepted = { event: 'cases.accepted', facts: caseFacts };
const parcels = () => [...house.one.parcels, ...house.two.parcels];
const breakDown = () => {
  house.one.told.next = { how: 'away', why: 'unreachable' };
  house.two.told.next = { how: 'away', why: 'unreachable' };
};
const mend = () => {
  house.one.told.next = { how: 'taken' };
  house.two.told.next = { how: 'taken' };
};

/** A receipt as the gateway posts it, signed for the moment the house believes in. */
function receipt(body: string, secret = peer.secret) {
  const timestamp = String(Math.floor(house.clock().getTime() / 1000));
  const signed = { timestamp, nonce: 'n', body };
  return house.inject({
    method: 'POST',
    url: pathOf(noticesRoutes.receipt).replace(':provider', peer.provider),
    headers: {
      'content-type': 'application/json',
      ...{
        'x-timestamp': timestamp,
        'x-nonce': 'n',
        'x-signature': signatureOf({ ...peer, secret }, signed),
      },
    },
    payload: body,
  });
}

describe('a provider that is down for an hour', () => {
  test('holds up nothing but its own channel, and everything leaves once it is back', async () => {
    breakDown();
    const { personId, call, list, state } = await house.citizen();
    await call(noticesRoutes.joinWechat, { body: { code: 'c', state: await state() } });
    for (let at = 0; at < 12; at += 1) await house.tell({ personId, ...accepted });
    await house.settle();
    expect((await list()).notices).toHaveLength(12);
    expect(house.account.parcels).toHaveLength(12);
    const tried = parcels().length;
    for (let minutes = 0; minutes < 60; minutes += 5) {
      await house.later({ minutes: 5 });
    }
    // It was left alone most of the time: the breaker lets a few through after every rest.
    expect(parcels().length - tried).toBeLessThan(12 * 2 * 12);
    mend();
    const before = parcels().length;
    await house.later({ minutes: 6 });
    expect(parcels().length - before).toBe(12);
    expect((await house.deliveries(personId)).every(({ state }) => state === 'sent')).toBe(true);
  });
  test('lets what is past its event be dropped, and drains no faster than it may', async () => {
    breakDown();
    const { personId } = await house.citizen();
    const soon = new Date(house.clock().getTime() + 30 * 60_000);
    await house.tell({ personId, ...accepted, staleAfter: soon });
    for (let at = 0; at < 250; at += 1) await house.tell({ personId, ...accepted });
    await house.settle();
    for (let minutes = 0; minutes < 60; minutes += 10) await house.later({ minutes: 10 });
    mend();
    const before = parcels().length;
    await house.later({ minutes: 6 });
    const deliveries = await house.deliveries(personId);
    expect(deliveries.filter(({ state }) => state === 'dropped')).toMatchObject([{ why: 'stale' }]);
    expect(deliveries.filter(({ state }) => state === 'sent')).toHaveLength(250);
    expect(parcels().length - before).toBe(250);
    // Never more at once than the lane is wide: a provider that is just back is not run over.
    expect(Math.max(house.one.busiest(), house.two.busiest())).toBeLessThanOrEqual(8);
  });
  test('loses its share to the other one, ten points at a time, and has it back when it is well', async () => {
    const { personId } = await house.citizen();
    house.one.told.next = { how: 'away', why: 'unreachable' };
    for (let round = 0; round < 3; round += 1) {
      for (let at = 0; at < 20; at += 1) await house.tell({ personId, ...accepted });
      house.moveBy({ seconds: 61 });
      await house.settle();
    }
    const { rows } = await sql<{
      provider: string;
      weight: number;
    }>`select provider, weight from notices.provider
      order by provider`.execute(house.db);
    const [one, two] = rows;
    expect(one?.weight).toBeLessThan(50);
    expect((one?.weight ?? 0) + (two?.weight ?? 0)).toBe(100);
    expect((await house.deliveries(personId)).every(({ state }) => state === 'sent')).toBe(true);
    mend();
    for (let round = 0; round < 5; round += 1) {
      await house.tell({ personId, ...accepted });
      await house.later({ minutes: 6 });
    }
    const after = await sql<{ weight: number }>`select weight from notices.provider`.execute(house.db);
    expect(after.rows).toEqual([{ weight: 50 }, { weight: 50 }]);
  });
});

describe('an answer that never came', () => {
  test('lets a notice be handed over again under its reference, to the same provider first', async () => {
    const { personId } = await house.citizen();
    house.one.told.next = { how: 'unknown', why: 'no-answer' };
    house.two.told.next = { how: 'unknown', why: 'no-answer' };
    await house.tell({ personId, ...accepted });
    await house.settle();
    mend();
    await house.later({ minutes: 1 });
    const [first, second] = parcels();
    expect(first?.reference).toBe(second?.reference);
    expect([house.one.parcels.length, house.two.parcels.length].toSorted()).toEqual([0, 2]);
    expect(await house.deliveries(personId)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });
  test('to a one-time code ends it: it is never handed over again, and the code still counts', async () => {
    house.one.told.next = { how: 'unknown', why: 'no-answer' };
    house.two.told.next = { how: 'unknown', why: 'no-answer' };
    await house.codes.send({ phone: '19900000077', code: '112233', minutes: 10 });
    mend();
    await house.later({ hours: 1 });
    expect(parcels()).toHaveLength(1);
    const { rows } = await sql`select state from notices.delivery where once`.execute(house.db);
    expect(rows).toEqual([{ state: 'sending' }]);
  });
  test('is told to who waits for a code only where surely nobody took it', async () => {
    breakDown();
    await expect(house.codes.send({ phone: '19900000078', code: '1', minutes: 10 })).rejects.toThrow();
    const { rows } = await sql`select state from notices.delivery where once`.execute(house.db);
    expect(rows).toEqual([{ state: 'failed' }]);
  });
});

describe('a worker that dies between sending and writing it down', () => {
  const die = () =>
    sql`update notices.delivery set state = 'sending', handed_at = null, ended_at = null
      where channel = 'sms'`.execute(house.db);
  test('has the notice handed over once more under its reference, a one-time code never', async () => {
    const { personId } = await house.citizen();
    await house.tell({ personId, ...accepted });
    await house.settle();
    await house.codes.send({ phone: '19900000079', code: '445566', minutes: 10 });
    await die();
    await house.later({ minutes: 3 });
    const references = parcels().map(({ reference }) => reference);
    expect(references).toHaveLength(3);
    expect(new Set(references).size).toBe(2);
    expect(parcels().filter(({ text }) => text.includes('445566'))).toHaveLength(1);
  });
});

describe('a receipt', () => {
  test('confirms what was sent; a second one and a contrary one change nothing', async () => {
    const { personId } = await house.citizen();
    house.two.told.next = { how: 'away', why: 'unreachable' };
    await house.tell({ personId, ...accepted });
    await house.settle();
    const [sent] = await house.deliveries(personId);
    const body = JSON.stringify({ reference: sent?.delivery_id, state: 'delivered' });
    expect((await receipt(body)).statusCode).toBe(204);
    expect((await receipt(body)).statusCode).toBe(204);
    expect((await receipt(body.replace('delivered', 'failed'))).statusCode).toBe(204);
    expect(await house.deliveries(personId)).toMatchObject([{ state: 'delivered' }]);
  });
  test('that comes a day late still confirms what was sent, and never sends it again', async () => {
    const { personId } = await house.citizen();
    house.two.told.next = { how: 'away', why: 'unreachable' };
    await house.tell({ personId, ...accepted });
    await house.settle();
    const [sent] = await house.deliveries(personId);
    const before = parcels().length;
    await house.later({ hours: 26 });
    await receipt(JSON.stringify({ reference: sent?.delivery_id, state: 'delivered' }));
    expect(await house.deliveries(personId)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
    expect(parcels()).toHaveLength(before);
  });
  test('that comes before the answer stops a second try', async () => {
    const { personId } = await house.citizen();
    house.one.told.next = { how: 'unknown', why: 'no-answer' };
    house.two.told.next = { how: 'away', why: 'unreachable' };
    await house.tell({ personId, ...accepted });
    await house.settle();
    const [waiting] = await house.deliveries(personId);
    expect(waiting).toMatchObject({ state: 'waiting', provider: 'one' });
    await receipt(JSON.stringify({ reference: waiting?.delivery_id, state: 'delivered' }));
    const before = parcels().length;
    await house.later({ minutes: 5 });
    expect(parcels()).toHaveLength(before);
  });
  test('is refused without the gateway’s own signature, of an unknown gateway, and when it says nothing', async () => {
    expect((await receipt('{}', 'other')).statusCode).toBe(403);
    expect((await receipt('{"reference": 1}')).statusCode).toBe(400);
    house.moveBy({ minutes: 1 });
    const body = JSON.stringify({ reference: '01920000-0000-7000-8000-000000000001', state: 'failed' });
    expect((await receipt(body)).statusCode).toBe(204);
  });
});
