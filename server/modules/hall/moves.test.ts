import { ticketsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createHallHouse, type HallHouse } from './hall-house.fixture.ts';
import { windowOf } from './pier.fixture.ts';

const house: HallHouse = await createHallHouse();
afterAll(() => house.stop());
let clerk: SignedIn;
let number = 0;
beforeEach(async () => {
  // Every test has a window and a day of its own.
  number += 1;
  house.moveBy({ days: number === 1 ? 0 : 1 });
  if (house.clock().getUTCDay() === 6) house.moveBy({ days: 2 });
  await house.bookings.layAhead();
  clerk = await house.clerkAt(number);
});

const page = (key: string) => house.anyone(ticketsRoutes.get, { params: { key } });
const rejoin = (key: string) => house.anyone(ticketsRoutes.rejoin, { params: { key } });
const leave = (key: string) => house.anyone(ticketsRoutes.leave, { params: { key } });
const eventsOf = async (ticket: string) => {
  const { rows } = await sql<{ what: string }>`select what from hall.ticket_event
    where ticket_id = ${ticket} order by seq`.execute(house.db);
  return rows.map(({ what }) => what);
};

describe('somebody who does not come', () => {
  test('is called three times and then missed; within half an hour they rejoin three places back', async () => {
    const { key, ticket } = await house.walkIn();
    for (const _ of [1, 2, 3, 4, 5]) {
      house.moveBy({ seconds: 10 });
      await house.walkIn();
    }
    await house.next(clerk);
    expect((await house.recall(clerk, ticket)).current).toMatchObject({ calls: 2, state: 'called' });
    await house.recall(clerk, ticket);
    const missed = await house.recall(clerk, ticket);
    expect(missed).toMatchObject({ missed: [{ ticket, state: 'missed' }] });
    expect(missed.current).toBeUndefined();
    house.moveBy({ minutes: 20 });
    expect(await page(key)).toMatchObject({ state: 'missed', may: { rejoin: true } });
    expect(await rejoin(key)).toMatchObject({ state: 'waiting', ahead: 3 });
    expect(await eventsOf(ticket)).toEqual(['taken', 'called', 'recalled', 'recalled', 'missed', 'rejoined']);
  });
  test('cannot rejoin after half an hour: hall.rejoin-over', async () => {
    const { key, ticket } = await house.walkIn();
    await house.next(clerk);
    await house.act(clerk, ticket, { act: 'miss' });
    house.moveBy({ minutes: 31 });
    expect(await page(key)).toMatchObject({ may: { rejoin: false } });
    await expect(rejoin(key)).rejects.toMatchObject({ code: 'hall.rejoin-over' });
  });
  test('may be called by name after all when they stand there', async () => {
    const { ticket } = await house.walkIn();
    await house.next(clerk);
    await house.act(clerk, ticket, { act: 'miss' });
    expect(await house.next(clerk, ticket)).toMatchObject({ current: { ticket, state: 'called' } });
  });
});

describe('a ticket in hand', () => {
  test('that is parked comes back by itself when its time is over, and before that by name', async () => {
    const { ticket } = await house.walkIn();
    await house.next(clerk);
    const parked = await house.act(clerk, ticket, { act: 'park', minutes: 10, note: '去复印' });
    expect(parked).toMatchObject({ waiting: 0, parked: [{ ticket, note: '去复印' }] });
    expect((await house.next(clerk)).current).toBeUndefined();
    house.moveBy({ minutes: 11 });
    expect(await house.next(clerk)).toMatchObject({ current: { ticket } });
  });
  test('sent on keeps the first time it was taken, and with its place it is due within five minutes', async () => {
    const other = await house.clerkAt(30);
    const { ticket, takenAt } = await house.walkIn();
    const before = await house.next(clerk);
    house.moveBy({ minutes: 7 });
    await house.act(clerk, ticket, {
      act: 'transfer',
      window: windowOf(30),
      keepPlace: true,
      note: '要盖章',
    });
    expect((await house.next(clerk)).current).toBeUndefined();
    const there = await house.next(other);
    expect(there.current).toMatchObject({ ticket, firstTakenAt: takenAt, takenAt, note: '要盖章' });
    const soon = new Date(house.clock().getTime() + 5 * 60_000).toISOString();
    expect([before.current?.due, soon]).toContain(there.current?.due);
    expect(await eventsOf(ticket)).toEqual(['taken', 'called', 'transferred', 'called']);
  });
  test('is not sent where nobody can serve it: hall.sent-back', async () => {
    const { ticket } = await house.walkIn({ item: 'sail' });
    const sailor = await house.clerkAt(27);
    await house.next(sailor, ticket);
    const refused = house.act(sailor, ticket, { act: 'transfer', window: windowOf(1), keepPlace: true });
    await expect(refused).rejects.toMatchObject({ code: 'hall.sent-back' });
    await house.act(sailor, ticket, { act: 'transfer', window: windowOf(34), keepPlace: true });
    const stuck = await house.clerkAt(34);
    expect(await house.next(stuck)).toMatchObject({ current: { ticket } });
  });
  test('of another window cannot be touched: hall.not-in-hand', async () => {
    const { ticket } = await house.walkIn();
    await house.next(clerk);
    const other = await house.clerkAt(29);
    await expect(house.act(other, ticket, { act: 'finish', next: false })).rejects.toMatchObject({
      code: 'hall.not-in-hand',
    });
    await expect(house.act(await house.stranger(), ticket, { act: 'miss' })).rejects.toMatchObject({
      kind: 'missing',
    });
  });
  test('keeps its window from being closed: hall.in-hand', async () => {
    await house.walkIn();
    await house.next(clerk);
    await expect(house.close(clerk)).rejects.toMatchObject({ code: 'hall.in-hand' });
  });
});

describe('somebody who leaves', () => {
  test('is not called any more, and leaving twice is leaving once', async () => {
    const { key } = await house.walkIn();
    expect(await leave(key)).toMatchObject({ state: 'left', may: { leave: false } });
    expect(await leave(key)).toMatchObject({ state: 'left' });
    expect((await house.next(clerk)).current).toBeUndefined();
  });
  test('without the right key nobody leaves for another: hall.key', async () => {
    await expect(leave('x'.repeat(32))).rejects.toMatchObject({ code: 'hall.key' });
  });
});
