import { bookingsRoutes, queueRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { hallCodeOf } from './hall-code.ts';
import { createHallHouse, type HallHouse } from './hall-house.fixture.ts';
import { pier } from './pier.fixture.ts';

const house: HallHouse = await createHallHouse();
afterAll(() => house.stop());

const desk = house.as(house.reception());
const person = (bornOn?: string) => house.citizen(bornOn, '示例·林小满');

describe('reception', () => {
  test('gives an elder a priority number and prints the slip once', async () => {
    const { citizenNumber } = await person('19500307');
    const body = { item: 'kayak', person: { name: '示例·林小满', citizenNumber } };
    const given = await desk(queueRoutes.take, { body });
    expect(given).toMatchObject({ kind: 'priority', number: 'C001' });
    await house.settle();
    expect(house.receiptPrinters.printed(pier)).toHaveLength(1);
    const pdf = await desk(queueRoutes.slip, { params: { ticket: given.ticket } });
    expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });
  test('grants priority that only eyes can see', async () => {
    expect(await desk(queueRoutes.take, { body: { item: 'kayak', priority: 'pregnant' } })).toMatchObject({
      kind: 'priority',
    });
  });
  test('refuses what the hall does not serve, and people who are not who they say', async () => {
    await expect(house.walkIn({ hall: 'west-pier', item: 'nothing' })).rejects.toMatchObject({
      kind: 'missing',
    });
    const body = {
      item: 'kayak',
      person: { name: '示例·别人', citizenNumber: (await person()).citizenNumber },
    };
    await expect(desk(queueRoutes.take, { body })).rejects.toMatchObject({
      code: 'identity.register-mismatch',
    });
  });
  test('is not for citizens', async () => {
    await expect(
      house.as(await house.citizen())(queueRoutes.take, { body: { item: 'kayak' } }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
  test('finds a ticket by its number, and not that of another hall', async () => {
    const { number, ticket } = await house.walkIn();
    const find = { body: { q: number.toLowerCase() } };
    expect(await desk(queueRoutes.find, find)).toMatchObject([{ ticket, known: false }]);
    expect(await house.as(house.stranger())(queueRoutes.find, find)).toEqual([]);
  });
});

describe('check-in', () => {
  const at = '2026-03-02T02:00:00.000Z';
  test('of a booking by its code makes a ticket of it, the same one when asked again', async () => {
    const citizen = await house.citizen();
    const { code, booking } = await house.book(citizen, at);
    const { ticket } = await desk(queueRoutes.checkIn, { body: { by: code } });
    expect(ticket).toMatchObject({ kind: 'booked', number: 'B001' });
    expect((await desk(queueRoutes.checkIn, { body: { by: code } })).ticket?.key).toBe(ticket?.key);
    const mine = await house.as(citizen)(bookingsRoutes.get, { params: { booking } });
    expect(mine).toMatchObject({ state: 'arrived', ticket: ticket?.key });
  });
  test('works by citizen number and by phone', async () => {
    const citizen = await house.citizen();
    await house.book(citizen, at);
    const found = await desk(queueRoutes.checkIn, { body: { by: citizen.citizenNumber } });
    expect(found.ticket).toMatchObject({ kind: 'booked' });
    const second = await house.citizen();
    const { booking } = await house.book(second, at);
    const byPhone = await desk(queueRoutes.checkIn, { body: { by: '19900001234', booking } });
    expect(byPhone.ticket).toMatchObject({ kind: 'booked' });
  });
  test('in the hall with one’s own phone needs the code of the hour: hall.code', async () => {
    const citizen = await house.citizen();
    const { booking } = await house.book(citizen, at);
    const right = hallCodeOf(house.platform.vault, pier, house.clock());
    const wrong = right === '0000' ? '0001' : '0000';
    const checkIn = (hallCode: string) =>
      house.as(citizen)(bookingsRoutes.checkIn, { params: { booking }, body: { hallCode } });
    await expect(checkIn(wrong)).rejects.toMatchObject({ code: 'hall.code' });
    expect(await checkIn(right)).toMatchObject({ state: 'arrived' });
    const stranger = await house.citizen();
    await expect(
      house.as(stranger)(bookingsRoutes.checkIn, { params: { booking }, body: { hallCode: right } }),
    ).rejects.toMatchObject({ kind: 'missing' });
  });
  test('is refused hours too early, and where nothing is booked', async () => {
    const citizen = await house.citizen();
    const { code } = await house.book(citizen, '2026-03-02T06:00:00.000Z');
    await expect(desk(queueRoutes.checkIn, { body: { by: code } })).rejects.toMatchObject({
      code: 'hall.too-early',
    });
    const { citizenNumber } = await house.citizen();
    await expect(desk(queueRoutes.checkIn, { body: { by: citizenNumber } })).rejects.toMatchObject({
      code: 'hall.no-booking',
    });
  });
});

describe('a booked person', () => {
  const at = '2026-03-02T02:00:00.000Z';
  const stateOf = async (booking: string) => {
    const { rows } = await sql<{ state: string }>`select state from bookings.booking
      where booking_id = ${booking}`.execute(house.db);
    return rows[0]?.state;
  };
  const arrived = async (number: number) => {
    const clerk = await house.clerkAt(number);
    const { booking, code } = await house.book(await house.citizen(), at);
    const { ticket: { ticket = '' } = {} } = await desk(queueRoutes.checkIn, { body: { by: code } });
    await house.next(clerk, ticket);
    return { clerk, booking, ticket };
  };
  test('who is served has their booking done', async () => {
    const { clerk, booking, ticket } = await arrived(5);
    await house.act(clerk, ticket, { act: 'finish', next: false });
    expect(await stateOf(booking)).toBe('done');
  });
  test('who is missed may still come back for half an hour; then the booking is missed', async () => {
    const { clerk, booking, ticket } = await arrived(7);
    await house.act(clerk, ticket, { act: 'miss' });
    expect(await stateOf(booking)).toBe('arrived');
    house.moveBy({ minutes: 31 });
    await house.settle();
    expect(await stateOf(booking)).toBe('missed');
  });
});

describe('a number a kiosk gave without network', () => {
  test('keeps its number and its time; sent twice it is one ticket, and no other gets its number', async () => {
    const takenAt = new Date(house.clock().getTime() - 20 * 60_000);
    const wish = { number: 'Z007', key: 'z'.repeat(32), takenAt };
    const given = await house.walkIn(wish);
    expect(given).toMatchObject({ number: 'Z007', takenAt: takenAt.toISOString() });
    expect((await house.walkIn(wish)).ticket).toBe(given.ticket);
    expect((await house.walkIn({ prefix: 'Z' })).number).toBe('Z008');
    await expect(house.walkIn({ number: 'Z007', key: 'y'.repeat(32) })).rejects.toMatchObject({
      code: 'hall.number-taken',
    });
  });
});

describe('when nobody could be served any more', () => {
  test('a number is refused after closing: hall.closed', async () => {
    house.moveTo(new Date('2026-03-02T09:30:00Z'));
    await expect(house.walkIn()).rejects.toMatchObject({ code: 'hall.closed' });
  });
});
