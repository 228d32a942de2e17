import { hallRoutes, queueRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { queriesOf } from '../../platform/testing-queries.ts';
import { createHallHouse, type HallHouse } from './hall-house.fixture.ts';
import { pier, windowOf } from './pier.fixture.ts';

const house: HallHouse = await createHallHouse();
afterAll(() => house.stop());
const manager = house.manager();
const asManager = house.as(manager);
let clerk: SignedIn;
beforeAll(async () => {
  clerk = await house.colleagueAt(1);
});

const kindsNow = async () => (await house.now(manager)).alerts.map(({ kind }) => kind);

describe('the hall manager', () => {
  test('opens a window and the wait that is told falls', async () => {
    for (let count = 0; count < 12; count += 1) await house.walkIn();
    const before = (await house.now(manager)).live.wait;
    for (const number of [2, 4, 5]) {
      const params = { window: windowOf(number) };
      await asManager(hallRoutes.window, { params, body: { state: 'open' } });
    }
    const after = await house.now(manager);
    expect(after).toMatchObject({ waiting: 12, hallName: `示例·${pier} 大厅`, servedToday: 0 });
    expect(after.hallCode).toMatch(/^\d{4}$/);
    expect(after.live.windows).toBe(4);
    expect(after.live.wait?.to).toBeLessThan(before?.to ?? 0);
    expect(after.windows[0]).toMatchObject({ state: 'open', staff: '示例·同事', changedSkills: false });
  });
  test('sends a waiting number to a window and grants priority with a reason', async () => {
    const { ticket } = await house.walkIn();
    const params = { ticket };
    const route = (body: { window?: string; priority?: 'pregnant'; reason: string }) =>
      asManager(hallRoutes.route, { params, body });
    const sent = await route({ window: windowOf(1), priority: 'pregnant', reason: '孕妇，站久了' });
    expect(sent.queue.find((one) => one.ticket === ticket)?.window).toBe(windowOf(1));
    const now = await house.next(clerk);
    expect(now.current).toMatchObject({ ticket, kind: 'priority', priority: 'pregnant' });
    expect(now.current?.why).toContain('绿色通道');
    await expect(route({ reason: '再来一次', priority: 'pregnant' })).rejects.toMatchObject({
      code: 'hall.move',
    });
    await house.act(clerk, ticket, { act: 'finish', next: false });
  });
  test('grants priority to somebody who is due before that anyhow, and the reason tells both', async () => {
    const { booking } = await house.book(await house.citizen(), '2026-03-02T01:30:00.000Z');
    const { ticket } = await house.checkIn(booking);
    const body = { priority: 'pregnant' as const, reason: '孕妇' };
    const { queue } = await asManager(hallRoutes.route, { params: { ticket }, body });
    expect(queue.find((one) => one.ticket === ticket)).toMatchObject({
      ...{ kind: 'booked', due: '2026-03-02T01:33:00.000Z' },
      why: '约在 09:30，按时到了，09:33 前叫；也是绿色通道（孕妇），按更早的这个时间',
    });
    await house.next(clerk, ticket);
    await house.act(clerk, ticket, { act: 'finish', next: false });
  });
  test('changes for today what a window serves, and gives it back what it always serves', async () => {
    const { ticket } = await house.walkIn({ item: 'sail' });
    await expect(house.next(clerk, ticket)).rejects.toMatchObject({ code: 'hall.sent-back' });
    const serve = (skills: string[]) =>
      asManager(hallRoutes.window, { params: { window: windowOf(1) }, body: { skills } });
    expect((await serve(['public-order', 'traffic'])).windows[0]).toMatchObject({ changedSkills: true });
    expect(await house.next(clerk, ticket)).toMatchObject({ current: { ticket } });
    await house.act(clerk, ticket, { act: 'finish', next: false });
    expect((await serve([])).windows[0]).toMatchObject({ changedSkills: false, skills: ['public-order'] });
    await expect(serve(['flying'])).rejects.toMatchObject({ code: 'hall.skill' });
  });
  test('puts a line on every screen and takes it away', async () => {
    const announce = (text: string) => asManager(hallRoutes.announce, { body: { text } });
    expect(await announce('3 号窗口暂停到 14:00')).toMatchObject({ announcement: '3 号窗口暂停到 14:00' });
    expect((await house.hall.boardOf(pier)).announcement).toBe('3 号窗口暂停到 14:00');
    expect((await house.mine(clerk)).announcement).toBe('3 号窗口暂停到 14:00');
    expect((await announce('')).announcement).toBeUndefined();
  });
  test('sees on the board the staff number of whoever is at a window, and nobody’s name', async () => {
    const staffAt = async (number: number) => {
      const { windows } = await house.hall.boardOf(pier);
      return windows.find((one) => one.number === number)?.staff;
    };
    const colleague = await house.colleagueAt(8);
    expect(await staffAt(8)).toBe('TEST');
    expect(JSON.stringify(await house.hall.boardOf(pier, windowOf(8)))).not.toContain('示例·同事');
    await house.as(colleague)(queueRoutes.setWindow, { body: { state: 'break' } });
    expect(await staffAt(8)).toBe('TEST');
    await house.close(colleague);
    expect(await staffAt(8)).toBeUndefined();
    expect(await staffAt(9)).toBeUndefined();
  });
  test('is told of long waits, idle windows, and that no window does what somebody waits for', async () => {
    house.moveBy({ minutes: 31 });
    await house.walkIn({ item: 'sail' });
    expect(await kindsNow()).toEqual(expect.arrayContaining(['long-wait', 'idle-window', 'no-window']));
    const { alerts } = await house.now(manager);
    expect(alerts.find(({ kind }) => kind === 'long-wait')?.says).toMatch(
      /^12 人等了超过 30 分钟，最久的 A001 已等 31 分钟$/,
    );
  });
  test('is nobody else: a clerk sees no such page, and no other hall is changed', async () => {
    await expect(house.as(clerk)(hallRoutes.now, {})).rejects.toMatchObject({ kind: 'forbidden' });
    const elsewhere = asManager(hallRoutes.window, {
      params: { window: 'west-w01' },
      body: { state: 'open' },
    });
    await expect(elsewhere).rejects.toMatchObject({ code: 'hall.window' });
  });
});

describe('pages of a full hall', () => {
  test('are read in a bounded number of queries', async () => {
    const begin = async () => {
      const citizen = await house.citizen();
      await house.walkIn({ personId: citizen.personId });
    };
    const count = async () => ({
      mine: (await queriesOf(() => house.hall.windowQueue(clerk))).length,
      now: (await queriesOf(() => house.hall.now(manager))).length,
      board: (await queriesOf(() => house.hall.boardOf(pier))).length,
    });
    await begin();
    await count();
    const few = await count();
    for (let more = 0; more < 10; more += 1) await begin();
    await count();
    expect(await count()).toEqual(few);
    expect(few.mine).toBeLessThanOrEqual(4);
    expect(few.now).toBeLessThanOrEqual(16);
    expect(few.board).toBeLessThanOrEqual(8);
  });
});

describe('figures of a day', () => {
  test('come from the times of the tickets, and tell how right the estimates were', async () => {
    house.moveTo(new Date('2026-03-03T02:00:00Z'));
    const [serving, gone] = [await house.clerkAt(7), await house.walkIn()];
    await house.as(serving)(queueRoutes.setWindow, { body: { state: 'open' } });
    const { ticket } = await house.walkIn();
    house.moveBy({ minutes: 6 });
    await house.next(serving, ticket);
    await house.act(serving, ticket, { act: 'start' });
    house.moveBy({ minutes: 12 });
    await house.act(serving, ticket, { act: 'finish', next: false });
    await house.next(serving, gone.ticket);
    await house.act(serving, gone.ticket, { act: 'miss' });
    const figures = await asManager(hallRoutes.day, { query: { day: '2026-03-03' } });
    expect(figures).toMatchObject({ tickets: 2, served: 1, abandoned: 1, waitP50: 12 });
    expect(figures.rows).toContainEqual({
      ...{ by: 'item', key: 'kayak', name: '皮划艇下水登记', tickets: 2, abandoned: 1 },
      ...{ wait: 12, handling: 12 },
    });
    expect(figures.rows).toContainEqual(
      expect.objectContaining({ by: 'window', key: windowOf(7), name: '7号 窗口', tickets: 2 }),
    );
    expect(figures.estimate).toMatchObject({ mae: expect.any(Number), bias: expect.any(Number) });
  });
  test('are not shown to a clerk', async () => {
    await expect(house.as(clerk)(hallRoutes.day, { query: { day: '2026-03-03' } })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
