import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { newId, transaction } from '../../platform/index.ts';
import { invariants } from './invariants.fixture.ts';
import { aHall, aWindow } from './pier-content.fixture.ts';
import { at, createPierHouse, freeAt } from './pier-house.fixture.ts';

const house = await createPierHouse({
  rules: { walk_in_share: 34, horizon_days: 20 },
  halls: [aHall('pier', [aWindow('p1'), aWindow('p2'), aWindow('p3')])],
});
afterAll(house.stop);

/** Kayaks take twenty minutes; of three windows one is kept for walk-ins. */
const comeBack = async (day: string, [from, until]: [string, string], ticket = newId()) => {
  const span = { from: new Date(at(day, from)), until: new Date(at(day, until)) };
  const taken = await transaction(house.db, (tx) =>
    house.bookings.takeTimed(tx, { ticket, hall: 'pier', item: 'kayak', ...span }),
  );
  return { ticket, at: taken?.toISOString() };
};
const end = (ticket: string, why: 'called' | 'gone') =>
  transaction(house.db, (tx) => house.bookings.endTimed(tx, { city: '4419', ticket }, why));
async function faults(): Promise<string[]> {
  const found: string[] = [];
  for (const [name, question] of Object.entries(invariants)) {
    const { rows } = await sql.raw<{ faults: number }>(question).execute(house.db);
    if (rows[0]?.faults !== 0) found.push(name);
  }
  return found;
}

describe('a time to come back', () => {
  test('is the first that is free: what is kept for walk-ins before what can be booked', async () => {
    const day = '2026-03-03';
    expect((await comeBack(day, ['09:00', '12:00'])).at).toBe(at(day, '09:00'));
    expect(freeAt(await house.slots(day), at(day, '09:00'))).toBe(2);
    expect((await comeBack(day, ['09:00', '12:00'])).at).toBe(at(day, '09:00'));
    expect(freeAt(await house.slots(day), at(day, '09:00'))).toBe(1);
    await comeBack(day, ['09:00', '12:00']);
    expect((await comeBack(day, ['09:00', '12:00'])).at).toBe(at(day, '09:20'));
  });

  test('and bookings, all asked for at once, never get one window twice', async () => {
    const day = '2026-03-04';
    const people = await Promise.all(Array.from({ length: 8 }, () => house.citizen()));
    const tried = await Promise.allSettled([
      ...people.flatMap((who) => [
        house.book(who, { at: at(day, '10:00') }),
        comeBack(day, ['10:00', '10:20']),
      ]),
    ]);
    const got = tried.flatMap((one) => (one.status === 'fulfilled' && one.value.at ? [one.value.at] : []));
    expect(got).toEqual([at(day, '10:00'), at(day, '10:00'), at(day, '10:00')]);
    expect(await faults()).toEqual([]);
    await expect(house.book(await house.citizen(), { at: at(day, '10:00') })).rejects.toMatchObject({
      code: 'bookings.full',
    });
    expect((await comeBack(day, ['10:00', '10:20'])).at).toBeUndefined();
    await expect(
      sql`insert into bookings.timed select city, gen_random_uuid(), hall, branch, pool, lane, t, quanta, 'booked', claimed_at
        from bookings.timed order by t desc limit 1`.execute(house.db),
    ).rejects.toThrow('the time is full');
  });

  test('given up is free for whoever books, and given up twice is given up once', async () => {
    const day = '2026-03-06';
    for (const _ of [1, 2]) await comeBack(day, ['11:00', '11:20']);
    const { ticket } = await comeBack(day, ['11:00', '11:20']);
    expect(freeAt(await house.slots(day), at(day, '11:00'))).toBe(0);
    await end(ticket, 'gone');
    await end(ticket, 'gone');
    expect(freeAt(await house.slots(day), at(day, '11:00'))).toBe(1);
    await house.book(await house.citizen(), { at: at(day, '11:00') });
    expect(await faults()).toEqual([]);
  });

  test('is given back by whoever is called before it, and used by whoever is called at it', async () => {
    const day = '2026-03-09';
    await comeBack(day, ['09:00', '09:20']);
    const [early, timely] = [
      await comeBack(day, ['09:00', '09:20']),
      await comeBack(day, ['09:00', '09:20']),
    ];
    await end(early.ticket, 'called');
    expect(freeAt(await house.slots(day), at(day, '09:00'))).toBe(1);
    house.moveTo(new Date(at(day, '09:00')));
    await end(timely.ticket, 'called');
    expect(freeAt(await house.slots(day), at(day, '09:00'))).toBe(1);
    await transaction(house.db, (tx) => house.bookings.endTimedBefore(tx, house.clock()));
    expect(await faults()).toEqual([]);
  });
});
