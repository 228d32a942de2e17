import { fleetRoutes, kiosksRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { createPierHouse, type PierHouse } from './kiosk-house.fixture.ts';

let house: PierHouse;
beforeAll(async () => {
  house = await createPierHouse();
});
afterAll(() => house.stop());

describe('start', () => {
  test('a kiosk learns what it may do, its numbers for a lost network, and which devices are pretended', async () => {
    const started = await house.anyone(kiosksRoutes.start, house.at());
    expect(started).toMatchObject({
      ...{ hallName: '示例·pier大厅', bureau: '示例·湖区公安局', open: true, cabinet: 'simulator' },
      hotline: '0769-0',
      lease: { prefix: 'Z', from: 1, to: 999, day: '2026-03-02' },
      idleSeconds: { ordinary: 60, elder: 120, countdown: 30 },
    });
    expect(started.items).toContainEqual(expect.objectContaining({ item: 'kayak', does: ['ticket'] }));
  });
  test('a machine nobody registered learns nothing', async () => {
    const { device, key } = await house.anyone(fleetRoutes.offer, { body: { kind: 'kiosk' } });
    await expect(house.anyone(kiosksRoutes.start, house.at({ device, key }))).rejects.toMatchObject({
      code: 'devices.unregistered',
    });
  });
});

describe('take', () => {
  const take = (item: string, key = house.newKey()) =>
    house.anyone(kiosksRoutes.take, { ...house.at(), body: { item, key } });
  test('gives a number for an item of the hall, once for a key', async () => {
    const key = house.newKey();
    const ticket = await take('kayak', key);
    expect(await take('kayak', key)).toEqual(ticket);
    expect(house.queue.taken.at(-1)).toEqual({ hall: 'pier', item: 'kayak', key });
  });
  test('refuses an item that does not exist', async () => {
    await expect(take('submarine')).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('check in', () => {
  const checkIn = (code: string) => house.anyone(kiosksRoutes.checkIn, { ...house.at(), body: { code } });
  test('eight figures of a booking become a ticket', async () => {
    const booking = newId();
    house.diary.byCode.set('12345678', booking);
    expect(await checkIn('12345678')).toMatchObject({ kind: 'booked', number: 'B001' });
    expect(house.queue.arrived).toContain(booking);
  });
  test('figures of no booking are refused with what to do', async () => {
    await expect(checkIn('87654321')).rejects.toMatchObject({ code: 'kiosk.code' });
  });
});

describe('merge', () => {
  const offline = (number: number, more: object = {}) => ({
    ...{ id: newId(), number, item: 'kayak', takenAt: house.clock().toISOString(), key: house.newKey() },
    ...more,
  });
  const merge = (tickets: ReturnType<typeof offline>[], by = house.kiosk) =>
    house.anyone(kiosksRoutes.merge, { ...house.at(by), body: { tickets } });

  test('numbers given without network join the queue under the kiosk’s letter, once however often they are sent', async () => {
    const machine = await house.aKiosk();
    const tickets = [offline(1), offline(2)];
    const before = house.queue.taken.length ?? 0;
    const ids = tickets.map(({ id }) => id);
    expect(await merge(tickets, machine)).toEqual({ merged: ids, refused: [] });
    expect(await merge([...tickets, offline(3)], machine)).toMatchObject({ refused: [] });
    const added = house.queue.taken.slice(before) ?? [];
    expect(added.map(({ number }) => number?.slice(1))).toEqual(['001', '002', '003']);
    expect(new Set(added.map(({ prefix }) => prefix)).size).toBe(1);
    expect((await house.anyone(kiosksRoutes.start, house.at(machine))).lease.from).toBe(4);
  });
  test('one that cannot be taken does not hold up the others, and stays refused', async () => {
    const machine = await house.aKiosk();
    const [bad, good] = [offline(1, { item: 'drowned' }), offline(2)];
    const answer = { merged: [good.id], refused: [{ id: bad.id, why: '没有窗口办这件事' }] };
    expect(await merge([bad, good], machine)).toEqual(answer);
    expect(await merge([bad, good], machine)).toEqual(answer);
  });
  test('the hall manager is shown the numbers that could not join, for a week and each once', async () => {
    const machine = await house.aKiosk();
    const refusedAt = async () =>
      (await house.manager(fleetRoutes.list, {})).find(({ device }) => device === machine.device);
    expect((await refusedAt())?.refused).toEqual([]);
    const bad = offline(7, { item: 'drowned' });
    await merge([bad, offline(8)], machine);
    await merge([bad], machine);
    const { prefix, refused } = (await refusedAt()) ?? {};
    expect(refused).toEqual([{ number: `${prefix}007`, takenAt: bad.takenAt, why: '没有窗口办这件事' }]);
    house.moveBy({ days: 8 });
    expect((await refusedAt())?.refused).toEqual([]);
  });
  test('a number twice, of yesterday or of tomorrow is refused', async () => {
    const machine = await house.aKiosk();
    const now = house.clock().getTime();
    const late = (hours: number) => ({ takenAt: new Date(now + hours * 3_600_000).toISOString() });
    await merge([offline(1)], machine);
    const { refused } = await merge([offline(1), offline(2, late(-30)), offline(3, late(2))], machine);
    expect(refused.map(({ why }) => why)).toEqual([
      ...['这个号已经交过', '不是今天取的号', '取号的时间在以后，检查机器的时钟'],
    ]);
  });
});

describe('near', () => {
  test('kiosks of a city say whether they are open; one nobody hears of is away', async () => {
    const near = () => house.anyone(kiosksRoutes.near, { query: { division: '4419' } });
    expect((await near()).every(({ state }) => state === 'away')).toBe(true);
    const body = { faults: ['paper-out' as const], version: '1', unmerged: 0 };
    await house.anyone(fleetRoutes.heartbeat, { ...house.at(), body });
    expect(await near()).toContainEqual(
      expect.objectContaining({ hall: 'pier', allDay: true, state: 'needs-paper', demo: true }),
    );
    expect(await house.anyone(kiosksRoutes.near, { query: { division: '4401' } })).toEqual([]);
  });
});
