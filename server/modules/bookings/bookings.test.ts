import { bookableRoutes, bookingsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { newId, transaction } from '../../platform/index.ts';
import { at, createPierHouse, freeAt } from './pier-house.fixture.ts';

const house = await createPierHouse();
afterAll(house.stop);
const tuesday = '2026-03-03';
const wednesday = '2026-03-04';

describe('the days and times of a hall', () => {
  test('a day shows every start, and as many places as windows', async () => {
    const slots = await house.slots(tuesday);
    expect(slots[0]).toMatchObject({ at: at(tuesday, '09:00'), until: at(tuesday, '09:20'), free: 3 });
    // None begins so late that it would run into lunch.
    expect(slots.some((slot) => slot.at === at(tuesday, '11:40'))).toBe(true);
    expect(slots.some((slot) => slot.at === at(tuesday, '11:50'))).toBe(false);
  });

  test('a window can be chosen where the hall offers it', async () => {
    const { windows } = await house.anyone(bookableRoutes.days, {
      params: { hall: 'pier' },
      query: { item: 'kayak' },
    });
    expect(windows).toEqual([{ window: 'p3', name: 'p3 窗口' }]);
    const slots = await house.slots(tuesday, { window: 'p3' });
    expect(slots[0]).toMatchObject({ free: 1, window: 'p3', windowName: 'p3 窗口' });
  });

  test('holidays are closed with their name, make-up days open like a Monday', async () => {
    const { days } = await house.anyone(bookableRoutes.days, {
      params: { hall: 'pier' },
      query: { item: 'kayak' },
    });
    const byDay = new Map(days.map((day) => [day.day, day]));
    expect(byDay.get('2026-03-05')).toMatchObject({ open: false, says: '划艇节休息', free: 0 });
    expect(byDay.get('2026-03-07')).toMatchObject({ open: true });
    expect(byDay.get('2026-03-08')).toMatchObject({ open: false, free: 0 });
    expect(byDay.get(wednesday)?.free).toBe(2 * 17);
  });

  test('the earliest time of every hall comes from one question', async () => {
    const earliest = await house.bookings.earliest('4419', 'kayak');
    expect([...earliest.keys()].sort()).toEqual(['dock', 'pier']);
    expect(earliest.get('dock')).toMatchObject({ at: at('2026-03-02', '09:30'), free: 1 });
  });

  test('a hall that is not there, and an unknown item, are refused', async () => {
    await expect(house.slots(tuesday, { hall: 'moon' })).rejects.toMatchObject({
      kind: 'missing',
      code: 'bookings.hall',
    });
    await expect(house.slots(tuesday, { item: 'submarine' })).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('book', () => {
  test('a citizen takes a time, gets a code and what to bring', async () => {
    const ann = await house.citizen();
    const booking = await house.book(ann, { at: at(wednesday, '09:00') });
    expect(booking).toMatchObject({ state: 'booked', itemName: '皮划艇下水登记', bring: [{ zh: '身份证' }] });
    expect(booking.code).toMatch(/^\d{8}$/);
    expect(booking.person).toEqual({
      name: '示*',
      citizenNumber: expect.stringMatching(/^990\*+/),
      self: true,
    });
    expect(freeAt(await house.slots(wednesday), at(wednesday, '09:00'))).toBe(2);
    expect(freeAt(await house.slots(wednesday), at(wednesday, '09:10'))).toBe(2);
    expect(freeAt(await house.slots(wednesday), at(wednesday, '09:20'))).toBe(3);
  });

  test('a full time is refused with the next free one', async () => {
    for (let nth = 0; nth < 3; nth += 1)
      await house.book(await house.citizen(), { at: at(wednesday, '10:00') });
    const refused = house.book(await house.citizen(), { at: at(wednesday, '10:00') });
    await expect(refused).rejects.toMatchObject({
      ...{ kind: 'conflict', code: 'bookings.full' },
      faults: [
        { pointer: '/at', message: at('2026-03-02', '09:30') },
        { pointer: '/hall', message: 'pier' },
      ],
    });
    await expect(refused).rejects.toThrow('最近有空的是 3 月 2 日 09:30，示例·pier');
  });

  test('one person has one live booking of an item, whichever hall', async () => {
    const ann = await house.citizen();
    await house.book(ann, { at: at(wednesday, '14:00') });
    const again = house.book(ann, { hall: 'dock', at: at(wednesday, '15:00') });
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'bookings.twice' });
  });

  test('nobody can be in two places at once', async () => {
    const ann = await house.citizen();
    await house.book(ann, { at: at(wednesday, '14:00') });
    const other = house.book(ann, { hall: 'dock', item: 'raft', at: at(wednesday, '14:10') });
    await expect(other).rejects.toMatchObject({ code: 'bookings.same-time' });
    await house.book(ann, { hall: 'dock', item: 'raft', at: at(wednesday, '14:20') });
    const third = house.book(ann, { hall: 'dock', item: 'canoe', at: at(wednesday, '16:00') });
    await expect(third).rejects.toMatchObject({ code: 'bookings.per-day' });
  });

  test.each([
    ['a start that is none', at(wednesday, '14:05'), 'bookings.start'],
    ['the past', at('2026-03-02', '09:00'), 'bookings.too-soon'],
    ['beyond the horizon', at('2026-03-23', '10:00'), 'bookings.too-far'],
    ['a holiday', at('2026-03-05', '10:00'), 'bookings.full'],
    ['lunch', at(wednesday, '12:00'), 'bookings.full'],
  ])('%s is refused', async (_, moment, code) => {
    await expect(house.book(await house.citizen(), { at: moment })).rejects.toMatchObject({ code });
  });

  test('the same key twice makes one booking', async () => {
    const ann = await house.citizen();
    const send = () =>
      house.inject({
        method: 'POST',
        url: '/api/bookings',
        headers: { ...house.headersOf(ann), 'idempotency-key': 'kayak-twice-1' },
        payload: { hall: 'pier', item: 'canoe', at: at(wednesday, '16:00') },
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json().booking)).size).toBe(1);
  });

  test('only whoever is signed in may book, and only for themselves and those linked to them', async () => {
    const [ann, bob] = [await house.citizen(), await house.citizen()];
    const wish = { at: at(wednesday, '15:00'), person: bob.personId };
    await expect(house.book(ann, wish)).rejects.toMatchObject({ kind: 'forbidden', code: 'bookings.person' });
    const body = { hall: 'pier', item: 'kayak', at: wish.at };
    await expect(house.anyone(bookingsRoutes.book, { body })).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
  });
});

describe('hold and confirm', () => {
  const day = '2026-03-06';
  test('a hold keeps the time for five minutes, then it is free again', async () => {
    const ann = await house.citizen();
    const held = await house.book(ann, { at: at(day, '09:00'), hold: true });
    expect(held).toMatchObject({ state: 'held', may: { confirm: true } });
    expect(freeAt(await house.slots(day), at(day, '09:00'))).toBe(2);
    house.moveBy({ minutes: 6 });
    // On reading it is over, although no sweep has been.
    expect(freeAt(await house.slots(day), at(day, '09:00'))).toBe(3);
    await expect(house.confirm(ann, held.booking)).rejects.toMatchObject({ code: 'bookings.lapsed' });
    await house.platform.jobs.runTimer('bookings.expire-holds');
    const after = await house.as(ann)(bookingsRoutes.get, { params: { booking: held.booking } });
    expect(after.state).toBe('expired');
  });

  test('a lapsed hold gives way to whoever comes, even before the sweep', async () => {
    const held = [];
    for (let nth = 0; nth < 3; nth += 1)
      held.push(await house.book(await house.citizen(), { at: at(day, '11:00'), hold: true }));
    await expect(house.book(await house.citizen(), { at: at(day, '11:00') })).rejects.toMatchObject({
      code: 'bookings.full',
    });
    house.moveBy({ minutes: 6 });
    expect(await house.book(await house.citizen(), { at: at(day, '11:00') })).toMatchObject({
      state: 'booked',
    });
  });

  test('choosing another time lets go of an unconfirmed hold', async () => {
    const ann = await house.citizen();
    const first = await house.book(ann, { at: at(day, '14:00'), hold: true });
    const second = await house.book(ann, { at: at(day, '15:00'), hold: true });
    expect(second.booking).toBe(first.booking);
    expect(freeAt(await house.slots(day), at(day, '14:00'))).toBe(3);
    const done = await house.confirm(ann, second.booking);
    expect(done).toMatchObject({ state: 'booked', at: at(day, '15:00') });
    expect(await house.confirm(ann, second.booking)).toMatchObject({ state: 'booked' });
  });
});

describe('move and cancel', () => {
  const day = '2026-03-09';
  test('a move frees the old time and takes the new one, even overlapping', async () => {
    const ann = await house.citizen();
    const { booking } = await house.book(ann, { at: at(day, '09:00') });
    const moved = await house.move(ann, booking, { at: at(day, '09:10') });
    expect(moved).toMatchObject({ at: at(day, '09:10'), state: 'booked' });
    const slots = await house.slots(day);
    expect(freeAt(slots, at(day, '09:20'))).toBe(2);
    expect(freeAt(slots, at(day, '09:30'))).toBe(3);
  });

  test('a move to a full time changes nothing', async () => {
    const ann = await house.citizen();
    const { booking } = await house.book(ann, { hall: 'dock', at: at(day, '09:00') });
    await house.book(await house.citizen(), { hall: 'dock', at: at(day, '10:00') });
    const refused = house.move(ann, booking, { hall: 'dock', at: at(day, '10:00') });
    await expect(refused).rejects.toMatchObject({ code: 'bookings.full' });
    const still = await house.as(ann)(bookingsRoutes.get, { params: { booking } });
    expect(still).toMatchObject({ at: at(day, '09:00'), state: 'booked' });
  });

  test('a cancelled time is free at once, and cancelling again changes nothing', async () => {
    const ann = await house.citizen();
    const { booking } = await house.book(ann, { hall: 'dock', at: at(day, '14:00') });
    expect(await house.cancel(ann, booking)).toMatchObject({ state: 'cancelled', may: { cancel: false } });
    await house.book(await house.citizen(), { hall: 'dock', at: at(day, '14:00') });
    expect(await house.cancel(ann, booking)).toMatchObject({ state: 'cancelled' });
  });

  test('a booking of somebody else is as if it were not there', async () => {
    const [ann, bob] = [await house.citizen(), await house.citizen()];
    const { booking } = await house.book(ann, { at: at(day, '15:00') });
    const missing = { kind: 'missing', code: 'bookings.missing' };
    await expect(house.as(bob)(bookingsRoutes.get, { params: { booking } })).rejects.toMatchObject(missing);
    await expect(house.cancel(bob, booking)).rejects.toMatchObject(missing);
    await expect(house.move(bob, booking, { at: at(day, '16:00') })).rejects.toMatchObject(missing);
    await expect(house.confirm(bob, booking)).rejects.toMatchObject(missing);
    await expect(house.cancel(ann, newId())).rejects.toMatchObject(missing);
  });
});

describe('what the database itself forbids', () => {
  test('the application cannot change how much is booked, nor add what is booked', async () => {
    const change = sql`update bookings.slot set booked = 0`.execute(house.db);
    await expect(change).rejects.toThrow('permission denied');
    await expect(sql`delete from bookings.slot`.execute(house.db)).rejects.toThrow('permission denied');
    const added = await sql<{
      booked: number;
    }>`insert into bookings.slot (city, hall, pool, lane, t, planned, capacity, booked, opens_at)
      values ('9901', 'moon', 'moon', 0, 1, 2, 9, 9, now()) returning booked, capacity`.execute(house.db);
    expect(added.rows).toEqual([{ booked: 0, capacity: 2 }]);
  });

  test('a booking stays with its person', async () => {
    const ann = await house.citizen();
    const { booking } = await house.book(ann, { at: at('2026-03-10', '09:00') });
    const hand = sql`update bookings.booking set person_id = ${newId()} where booking_id = ${booking}`;
    await expect(transaction(house.db, (tx) => hand.execute(tx))).rejects.toThrow('stays with its person');
  });
});
