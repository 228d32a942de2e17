import { ticketsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createHallHouse, type HallHouse } from './hall-house.fixture.ts';
import { hallRules } from './pier.fixture.ts';

/** A hall that sends people away for a while when they would wait longer than forty minutes. */
const house: HallHouse = await createHallHouse({
  ...hallRules,
  queue: { ...hallRules.queue, come_back_minutes: 40 },
});
afterAll(() => house.stop());
let clerk: SignedIn;
beforeAll(async () => {
  clerk = await house.clerkAt(1);
});

/** How many five-minute places of the pier are taken. */
const taken = async () => {
  const { rows } = await sql<{
    taken: number;
  }>`select sum(booked)::integer as taken from bookings.slot`.execute(house.db);
  return rows[0]?.taken;
};
const sentAway = async () => {
  for (let nth = 0; nth < 12; nth += 1) {
    house.moveBy({ seconds: 10 });
    const given = await house.walkIn();
    if (given.comeBackAt !== undefined) return { ...given, comeBackAt: given.comeBackAt };
  }
  throw new Error('nobody would wait for long');
};

describe('somebody who is told when to come back', () => {
  test('has that time at the windows, is counted apart, and gives it back by leaving', async () => {
    const { key } = await sentAway();
    expect(await taken()).toBe(4);
    expect(await house.now(house.manager())).toMatchObject({ parked: 0, comeBack: 1 });
    expect((await house.mine(clerk)).next).toMatchObject({ number: 'A001' });
    await house.anyone(ticketsRoutes.leave, { params: { key } });
    expect(await taken()).toBe(0);
    expect(await house.now(house.manager())).toMatchObject({ parked: 0, comeBack: 0 });
  });

  test('gives it back when called by name before it, and is then put aside like anybody', async () => {
    const { ticket } = await sentAway();
    expect(await taken()).toBe(4);
    await house.next(clerk, ticket);
    expect(await taken()).toBe(0);
    await house.act(clerk, ticket, { act: 'park', minutes: 10 });
    expect(await house.now(house.manager())).toMatchObject({ parked: 1, comeBack: 0 });
  });

  test('keeps it when called at it', async () => {
    const { ticket, comeBackAt } = await sentAway();
    house.moveTo(new Date(comeBackAt));
    await house.next(clerk, ticket);
    expect(await taken()).toBe(4);
    await house.act(clerk, ticket, { act: 'finish', next: false });
  });

  test('waits in the hall as everybody does where no time is free any more today', async () => {
    await sql`select bookings.lay('4419', 'east-pier', min(t), '{}', '{}', '{}', '{}', '{}') from bookings.slot
      where hall = 'east-pier'`.execute(house.db);
    for (let nth = 0; nth < 12; nth += 1) expect(await house.walkIn()).not.toHaveProperty('comeBackAt');
  });
});
