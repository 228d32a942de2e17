import { queueRoutes, ticketsRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHallHouse, type HallHouse } from './hall-house.fixture.ts';
import { pier } from './pier.fixture.ts';

let house: HallHouse;
beforeAll(async () => {
  house = await createHallHouse();
});
afterAll(() => house.stop());

describe('a walk-in', () => {
  test('takes a number, is called, served and done; the page of the ticket follows', async () => {
    const clerk = await house.clerkAt(1);
    const { key, number, ticket, url } = await house.walkIn();
    expect(number).toBe('A001');
    expect(url).toBe(`http://127.0.0.1:8080/t/${key}`);
    const page = () => house.anyone(ticketsRoutes.get, { params: { key } });
    expect(await page()).toMatchObject({
      state: 'waiting',
      ahead: 0,
      hall: pier,
      itemName: '皮划艇下水登记',
    });
    expect(await house.next(clerk)).toMatchObject({ current: { ticket, state: 'called', calls: 1 } });
    expect(await page()).toMatchObject({ state: 'called', window: '1', where: '1 层', calls: 1 });
    expect(await house.act(clerk, ticket, { act: 'start' })).toMatchObject({ current: { state: 'serving' } });
    const done = await house.act(clerk, ticket, { act: 'finish', next: false });
    expect(done.current).toBeUndefined();
    expect(done.servedToday).toBe(1);
    expect(await page()).toMatchObject({ state: 'done', may: { leave: false, rejoin: false } });
  });
  test('a window that is not open calls nobody: hall.window-not-open', async () => {
    const clerk = await house.clerkAt(2, 'closed');
    await expect(house.next(clerk)).rejects.toMatchObject({ code: 'hall.window-not-open' });
  });
  test('a citizen may not press next', async () => {
    const citizen = await house.citizen();
    await expect(house.as(citizen)(queueRoutes.next, { body: {} })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
