import { boardsRoutes, fleetRoutes } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn } from '../../platform/index.ts';
import { createTestHouse } from '../../platform/testing.ts';
import { boardsHttp } from './board.ts';
import { createFleet } from './fleet.ts';
import { fleetHttp } from './fleet-routes.ts';
import { aPierQueue, pierOffices as offices } from './pier.fixture.ts';

const house = await createTestHouse((platform) => {
  const { hall } = aPierQueue(platform.clock);
  const fleet = createFleet({ ...platform, offices, hall });
  fleetHttp(platform.http, fleet);
  boardsHttp(platform.http, { live: platform.live, fleet, hall });
});
afterAll(house.stop);

type Offered = { device: string; code: string; key: string };
const managerOf = (hall: string): SignedIn => ({
  ...{ role: 'hall-manager', personId: newId() },
  assignment: { id: newId(), branch: 'lake', window: `${hall}-1` },
});
const pier = managerOf('pier');
const offer = (kind: 'kiosk' | 'board' | 'strip' = 'kiosk') =>
  house.anyone(fleetRoutes.offer, { body: { kind } });
const register = (code: string, more: { name?: string; window?: string; allDay?: boolean } = {}, by = pier) =>
  house.as(by)(fleetRoutes.register, { body: { code, name: '1号自助机', allDay: false, ...more } });
const at = ({ device, key }: Pick<Offered, 'device' | 'key'>) => ({
  params: { device },
  headers: { 'device-key': key },
});
const fine = { faults: [], version: '1', unmerged: 0 };
const beat = (machine: Offered, body: object = {}) =>
  house.anyone(fleetRoutes.heartbeat, { ...at(machine), body: { ...fine, ...body } });
const find = async (device: string, by = pier) =>
  (await house.as(by)(fleetRoutes.list, {})).find((row) => row.device === device);

describe('register', () => {
  test('a machine shows a code, the hall manager types it, and the machine knows where it stands', async () => {
    const machine = await offer();
    expect(await house.anyone(fleetRoutes.standing, at(machine))).toEqual({
      registered: false,
      kind: 'kiosk',
    });
    const row = await register(machine.code, { name: ' 门口自助机 ', allDay: true });
    expect(row).toMatchObject({
      name: '门口自助机',
      hall: 'pier',
      allDay: true,
      state: 'never',
      prefix: 'Z',
    });
    expect(await house.anyone(fleetRoutes.standing, at(machine))).toMatchObject({
      ...{ registered: true, hall: 'pier', name: '门口自助机', bureau: '示例·湖区公安局', prefix: 'Z' },
    });
  });
  test('a code is good once and for ten minutes', async () => {
    const { code } = await offer();
    house.moveBy({ minutes: 11 });
    await expect(register(code)).rejects.toMatchObject({ code: 'devices.register-code' });
    const fresh = await offer();
    await register(fresh.code);
    await expect(register(fresh.code)).rejects.toMatchObject({ code: 'devices.register-code' });
  });
  test('every kiosk of a hall has a letter of its own, and that of one taken out rests for a day', async () => {
    const [one, other] = [await offer(), await offer()];
    const jetty = managerOf('jetty');
    expect((await register(one.code, {}, jetty)).prefix).toBe('Z');
    await house.as(jetty)(fleetRoutes.remove, { params: { device: one.device } });
    expect((await register(other.code, {}, jetty)).prefix).toBe('Y');
    house.moveBy({ hours: 25 });
    expect((await register((await offer()).code, {}, jetty)).prefix).toBe('Z');
  });
  test('a strip belongs to a window of the hall and nowhere else', async () => {
    const strip = await offer('strip');
    await expect(register(strip.code, { window: 'jetty-1' })).rejects.toMatchObject({
      code: 'devices.window',
    });
    expect(await register(strip.code, { window: 'pier-1' })).toMatchObject({ windowName: '1号 综合窗口' });
    expect(await house.anyone(boardsRoutes.show, at(strip))).toMatchObject({
      hall: 'pier',
      footer: ['pier-1'],
    });
  });
  test('a clerk registers nothing', async () => {
    const { code } = await offer();
    await expect(register(code, {}, { ...pier, role: 'clerk' })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('heartbeat', () => {
  test('a machine is online while it was heard in the last 90 seconds, and its faults come first', async () => {
    const machine = await offer();
    await register(machine.code);
    await beat(machine, { faults: ['jam'], unmerged: 3 });
    expect(await find(machine.device)).toMatchObject({ state: 'online', faults: ['jam'], unmerged: 3 });
    house.moveBy({ seconds: 91 });
    expect(await find(machine.device)).toMatchObject({ state: 'away' });
    expect((await house.as(pier)(fleetRoutes.list, {}))[0]).toMatchObject({ state: 'away' });
  });
  test('a machine asked to forget everything is told until it says that it has', async () => {
    const machine = await offer();
    await register(machine.code);
    expect(await beat(machine)).toMatchObject({ wipe: false });
    const asked = house.clock().getTime();
    await house.as(pier)(fleetRoutes.wipe, { params: { device: machine.device } });
    expect(await beat(machine)).toMatchObject({ wipe: true });
    expect(await beat(machine, { wiped: true })).toMatchObject({ wipe: false });
    const row = await find(machine.device);
    expect(Date.parse(row?.wipedAt ?? '')).toBeGreaterThanOrEqual(asked);
    expect(row?.wipeAskedAt).toBeUndefined();
  });
  test('without the right key there is no machine', async () => {
    const [machine, other] = [await offer(), await offer()];
    await expect(beat({ ...machine, key: other.key })).rejects.toMatchObject({ code: 'devices.device' });
  });
});

describe('remove', () => {
  test('a machine taken out is known no more', async () => {
    const machine = await offer('board');
    await register(machine.code);
    expect(await house.anyone(boardsRoutes.show, at(machine))).toMatchObject({ hall: 'pier', footer: [] });
    await house.as(pier)(fleetRoutes.remove, { params: { device: machine.device } });
    await expect(house.anyone(boardsRoutes.show, at(machine))).rejects.toMatchObject({
      code: 'devices.device',
    });
    expect(await find(machine.device)).toBeUndefined();
  });
  test('a manager of another hall neither sees nor touches it', async () => {
    const machine = await offer();
    await register(machine.code);
    const jetty = managerOf('jetty');
    expect(await find(machine.device, jetty)).toBeUndefined();
    const params = { device: machine.device };
    for (const route of [fleetRoutes.wipe, fleetRoutes.remove])
      await expect(house.as(jetty)(route, { params })).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('a board', () => {
  test('that is not registered yet shows nothing', async () => {
    const machine = await offer('board');
    await expect(house.anyone(boardsRoutes.show, at(machine))).rejects.toMatchObject({
      code: 'devices.unregistered',
    });
  });
  test('opens its stream with a ticket that is good once', async () => {
    const machine = await offer('board');
    await register(machine.code);
    const { ticket } = await house.anyone(fleetRoutes.ticket, at(machine));
    const url = `/api/boards/${machine.device}/changes?ticket=${ticket}`;
    expect((await house.inject({ url })).statusCode).toBe(200);
    expect((await house.inject({ url })).statusCode).toBe(403);
  });
});
