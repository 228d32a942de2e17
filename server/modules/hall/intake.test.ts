import { intakeRoutes } from '@tongban/contract';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { lakeAnswers } from '../cases/kayak-house.fixture.ts';
import { createHallHouse, type HallHouse } from './hall-house.fixture.ts';

const house: HallHouse = await createHallHouse();
afterAll(() => house.stop());
let clerk: SignedIn;
let number = 0;
beforeEach(async () => {
  number += 1;
  clerk = await house.clerkAt(number);
});
const begin = (who: SignedIn, ticket: string) =>
  house.as(who)(intakeRoutes.beginFromTicket, { body: { ticket } });

describe('a sitting begun from a ticket', () => {
  test('has the person, the booking and its answers, and serving has begun', async () => {
    const citizen = await house.citizen();
    const { booking } = await house.book(citizen, '2026-03-02T02:00:00.000Z', { answers: lakeAnswers });
    const { ticket } = await house.checkIn(booking);
    await house.next(clerk, ticket);
    const sitting = await begin(clerk, ticket);
    expect(sitting).toMatchObject({
      ...{ identifiedBy: 'ticket', ticket, person: { personId: citizen.personId, name: '示例甲' } },
      bookings: [{ booking, item: 'kayak', name: '皮划艇下水登记', answers: lakeAnswers }],
      taken: [{ item: 'kayak', answers: lakeAnswers }],
    });
    expect((await house.mine(clerk)).current).toMatchObject({ state: 'serving' });
    expect((await begin(clerk, ticket)).taken).toHaveLength(1);
  });
  test('needs a person: hall.no-person', async () => {
    const { ticket } = await house.walkIn();
    await house.next(clerk, ticket);
    await expect(begin(clerk, ticket)).rejects.toMatchObject({ code: 'hall.no-person' });
  });
  test('begins only while the ticket is in hand at this very window: hall.not-in-hand', async () => {
    const { personId } = await house.citizen();
    const { ticket } = await house.walkIn({ personId });
    await expect(begin(clerk, ticket)).rejects.toMatchObject({ code: 'hall.not-in-hand' });
    await house.next(clerk, ticket);
    await expect(begin(await house.clerkAt(30), ticket)).rejects.toMatchObject({ code: 'hall.not-in-hand' });
    await expect(begin(house.stranger(), ticket)).rejects.toMatchObject({ code: 'hall.not-in-hand' });
    await house.act(clerk, ticket, { act: 'finish', next: false });
    await expect(begin(clerk, ticket)).rejects.toMatchObject({ code: 'hall.not-in-hand' });
  });
});
