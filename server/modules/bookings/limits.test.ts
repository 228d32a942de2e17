import { bookingsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { invariants } from './invariants.fixture.ts';
import { at, createPierHouse } from './pier-house.fixture.ts';

const house = await createPierHouse({ rules: { live_per_item: 2, per_day: 3 } });
afterAll(house.stop);

const tuesday = '2026-03-03';
const wednesday = '2026-03-04';
const friday = '2026-03-06';
const wish = (who: SignedIn, day: string, hall = 'dock') =>
  house.as(who)(bookingsRoutes.wish, { body: { hall, item: 'kayak', part: 'any', from: day, to: day } });
const listOf = (who: SignedIn) => house.as(who)(bookingsRoutes.list, { query: {} });
async function faults(): Promise<string[]> {
  const found: string[] = [];
  for (const [name, question] of Object.entries(invariants)) {
    const { rows } = await sql.raw<{ faults: number }>(question).execute(house.db);
    if (rows[0]?.faults !== 0) found.push(name);
  }
  return found;
}

describe('two live bookings of an item', () => {
  test('are allowed where the hall says two, and not a third', async () => {
    const ann = await house.citizen();
    const first = await house.book(ann, { at: at(tuesday, '09:00') });
    await house.book(ann, { at: at(wednesday, '09:00') });
    const third = house.book(ann, { at: at(friday, '09:00') });
    await expect(third).rejects.toMatchObject({ kind: 'conflict', code: 'bookings.twice' });
    await house.cancel(ann, first.booking);
    await house.book(ann, { at: at(friday, '09:00') });
    expect((await listOf(ann)).bookings).toHaveLength(2);
    expect(await faults()).toEqual([]);
  });

  test('are all there are, though five are asked for at once', async () => {
    const ann = await house.citizen();
    const times = ['09:40', '10:20', '11:00', '14:00', '15:00'];
    const tried = await Promise.allSettled(times.map((time) => house.book(ann, { at: at(tuesday, time) })));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const third = sql`update bookings.booking set nth = 1 where person_id = ${ann.personId}`;
    await expect(third.execute(house.db)).rejects.toThrow('booking_one_live_per_item');
    expect(await faults()).toEqual([]);
  });

  test('let go of a hold before they count as one more', async () => {
    const ann = await house.citizen();
    await house.book(ann, { at: at(tuesday, '14:40') });
    const held = await house.book(ann, { at: at(wednesday, '14:40'), hold: true });
    const other = await house.book(ann, { at: at(wednesday, '15:20'), hold: true });
    expect(other.booking).toBe(held.booking);
    expect(await house.confirm(ann, other.booking)).toMatchObject({ state: 'booked' });
  });

  test('a waiting list gives a second one, and in place of the first only where there may be no more', async () => {
    const ann = await house.citizen();
    await house.book(ann, { at: at(wednesday, '10:00') });
    await wish(ann, friday);
    const [, offered] = (await listOf(ann)).bookings;
    expect(await house.confirm(ann, offered?.booking ?? '')).toMatchObject({ state: 'booked' });
    await wish(ann, '2026-03-09');
    const replacing = (await listOf(ann)).bookings.find(({ state }) => state === 'held');
    await house.confirm(ann, replacing?.booking ?? '');
    expect((await listOf(ann)).bookings.map(({ state }) => state)).toEqual(['booked', 'booked']);
    expect(await faults()).toEqual([]);
  });

  test('refuse an offer that has become one too many since', async () => {
    const ann = await house.citizen();
    const first = await house.book(ann, { at: at('2026-03-11', '09:00') });
    await house.book(ann, { at: at('2026-03-11', '10:00') });
    await wish(ann, '2026-03-12');
    const offered = (await listOf(ann)).bookings.find(({ state }) => state === 'held');
    await house.cancel(ann, first.booking);
    await house.book(ann, { at: at('2026-03-11', '11:00') });
    const confirmed = house.confirm(ann, offered?.booking ?? '');
    await expect(confirmed).rejects.toMatchObject({ kind: 'conflict', code: 'bookings.twice' });
    expect(await faults()).toEqual([]);
  });
});

describe('bookings of one day', () => {
  const day = '2026-03-10';
  const three = async () => {
    const ann = await house.citizen();
    await house.book(ann, { at: at(day, '09:00') });
    await house.book(ann, { at: at(day, '10:00') });
    await house.book(ann, { item: 'raft', at: at(day, '11:00') });
    return ann;
  };

  test('are limited when a time is held, with the figure that was reached', async () => {
    const ann = await three();
    const held = house.book(ann, { item: 'canoe', at: at(day, '15:00'), hold: true });
    await expect(held).rejects.toMatchObject({ kind: 'conflict', code: 'bookings.per-day' });
    await expect(held).rejects.toThrow('一人一天最多约 3 件事，这一天已经约了 3 件，换一天');
  });

  test('leave a place for the one that is moved within the day', async () => {
    const ann = await three();
    const [first] = (await listOf(ann)).bookings;
    expect(await house.move(ann, first?.booking ?? '', { at: at(day, '15:00') })).toMatchObject({
      at: at(day, '15:00'),
    });
  });

  test('are not offered beyond the limit to somebody who waits', async () => {
    const ann = await house.citizen();
    await house.book(ann, { item: 'raft', at: at(day, '11:00') });
    await house.book(ann, { item: 'canoe', at: at(day, '14:00') });
    await house.book(ann, { item: 'canoe', at: at(day, '15:00') });
    expect(await wish(ann, day)).toMatchObject({ state: 'waiting' });
    await house.platform.jobs.runTimer('bookings.offer');
    expect((await listOf(ann)).wishes).toMatchObject([{ state: 'waiting' }]);
  });
});
