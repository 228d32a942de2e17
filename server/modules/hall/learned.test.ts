import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { createHallHouse } from './hall-house.fixture.ts';
import { createLearned } from './learned.ts';
import type { Parts } from './parts.ts';
import { hallRules, pier } from './pier.fixture.ts';
import { createFigureStore } from './store/figures.ts';

const house = await createHallHouse();
afterAll(() => house.stop());

const hallDay = (day: string) => ({ city: '4419', hall: pier, day, branch: 'lake/east' });
const learnedOn = (day: string) =>
  createLearned({ store: createFigureStore(house.db) as Parts['store'], clock: house.clock, hallRules })({
    at: hallDay(day),
  });
/** The middle of what four walk-ins, ten seconds apart, are told, in minutes. */
async function toldToFour(): Promise<number[]> {
  const told: number[] = [];
  for (let nth = 0; nth < 4; nth += 1) {
    house.moveBy({ seconds: 10 });
    const { ticket } = await house.walkIn();
    const { rows } = await sql<{ p50: number }>`select foreseen_p50 as p50 from hall.ticket
      where ticket_id = ${ticket}`.execute(house.db);
    told.push(rows[0]?.p50 ?? Number.NaN);
  }
  return told;
}

describe('what a hall learns from the days before', () => {
  test('is nothing on its first day', async () => {
    expect(await learnedOn('2026-03-02')).toEqual({ durations: new Map(), offsets: [], came: [] });
  });

  test('raises the estimate of walk-ins by those who come later and are due before them', async () => {
    await house.clerkAt(1);
    const alone = await toldToFour();
    expect(alone).toEqual(alone.toSorted((a, b) => a - b));
    for (let nth = 0; nth < 2; nth += 1) await house.walkIn({ priority: 'elder' });
    house.moveTo(new Date('2026-03-03T01:30:00Z'));
    await house.clerkAt(1);
    const { came } = await learnedOn('2026-03-03');
    expect(came).toEqual([
      { hour: 9, item: 'kayak', soon: false, perHour: 4 },
      { hour: 9, item: 'kayak', soon: true, perHour: 2 },
    ]);
    const among = await toldToFour();
    expect(among[3]).toBeGreaterThan((alone[3] ?? 0) + 10);
    expect(among[1]).toBeGreaterThanOrEqual(alone[1] ?? 0);
  });

  test('tells how early and how late people booked come, of the days before alone', async () => {
    house.moveTo(new Date('2026-03-04T02:00:00Z'));
    const late = await house.book(await house.citizen(), '2026-03-04T02:00:00.000Z');
    const early = await house.book(await house.citizen(), '2026-03-04T02:30:00.000Z');
    house.moveBy({ minutes: 6 });
    await house.checkIn(late.booking);
    await house.checkIn(early.booking);
    expect((await learnedOn('2026-03-04')).offsets).toEqual([]);
    expect((await learnedOn('2026-03-05')).offsets.toSorted((a, b) => a - b)).toEqual([-24, 6]);
  });

  test('counts whoever came back to the queue as due soon', async () => {
    house.moveTo(new Date('2026-03-05T03:00:00Z'));
    const clerk = await house.clerkAt(2);
    const { ticket } = await house.walkIn();
    await house.next(clerk, ticket);
    await house.act(clerk, ticket, { act: 'park', minutes: 10 });
    const { came } = await learnedOn('2026-03-06');
    expect(came).toContainEqual({ hour: 11, item: 'kayak', soon: true, perHour: 1 / 4 });
  });
});
