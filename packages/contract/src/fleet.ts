import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { closed, Id, Moment } from './words.ts';

const manager = { roles: ['hall-manager', 'admin'], scope: 'hall' } as const;
const AtDevice = Type.Object({ device: Id }, closed);
const DeviceKey = Type.Object({ 'device-key': Type.String({ minLength: 20, maxLength: 100 }) });
/** 设备种类. */
export const deviceKinds = ['kiosk', 'board', 'strip'] as const;
/** 设备状况. */
export const deviceFaults = ['paper-low', 'paper-out', 'jam', 'reader', 'printer', 'cards-out'] as const;

/** 设备: one machine of a hall. */
export const DeviceRow = Type.Object(
  {
    device: Id,
    kind: Type.Enum([...deviceKinds]),
    name: Type.String(),
    hall: Type.String(),
    hallName: Type.String(),
    /** 窗口条屏的窗口。 */
    window: Type.Optional(Type.String()),
    windowName: Type.Optional(Type.String()),
    /** 无网时取号的字头。 */
    prefix: Type.Optional(Type.String()),
    allDay: Type.Boolean({ description: '24 小时开放' }),
    state: Type.Enum(['online', 'away', 'never']),
    faults: Type.Array(Type.Enum([...deviceFaults])),
    seenAt: Type.Optional(Moment),
    registeredAt: Moment,
    wipeAskedAt: Type.Optional(Moment),
    wipedAt: Type.Optional(Moment),
    version: Type.Optional(Type.String()),
    /** Tickets taken without network and not handed in yet, as the machine last said. */
    unmerged: Type.Integer(),
  },
  closed,
);
export type DeviceRow = Static<typeof DeviceRow>;

/** 没能排上的号: a number given without network that could not join the queue when it was handed in, and why. */
const RefusedNumber = Type.Object({ number: Type.String(), takenAt: Moment, why: Type.String() }, closed);
/** A machine with the numbers of the last days that could not join the queue, newest first. */
const FleetRow = Type.Object({ ...DeviceRow.properties, refused: Type.Array(RefusedNumber) }, closed);
export type FleetRow = Static<typeof FleetRow>;

/** 设备登记与看护: the fleet. */
export const fleetRoutes = {
  offer: route({
    method: 'POST',
    path: '/devices',
    access: 'public',
    summary: 'A new machine offers itself; answers with a one-time code to type at the desk and its key',
    body: Type.Object({ kind: Type.Enum([...deviceKinds]) }, closed),
    reply: Type.Object({ device: Id, code: Type.String(), key: Type.String(), expiresAt: Moment }, closed),
    repeatable: true,
    audit: 'devices.offer',
    limit: { max: 30, seconds: 600 },
  }),
  standing: route({
    method: 'GET',
    path: '/devices/:device',
    access: 'public',
    summary: 'Who this machine is by now: waiting to be registered, or its hall and name',
    params: AtDevice,
    headers: DeviceKey,
    reply: Type.Object(
      {
        registered: Type.Boolean(),
        kind: Type.Enum([...deviceKinds]),
        hall: Type.Optional(Type.String()),
        hallName: Type.Optional(Type.String()),
        bureau: Type.Optional(Type.String()),
        /** 所在区划，屏幕按它列事项。 */
        division: Type.Optional(Type.String()),
        name: Type.Optional(Type.String()),
        window: Type.Optional(Type.String()),
        windowNumber: Type.Optional(Type.Integer()),
        windowName: Type.Optional(Type.String()),
        prefix: Type.Optional(Type.String()),
      },
      closed,
    ),
  }),
  heartbeat: route({
    method: 'POST',
    path: '/devices/:device/heartbeats',
    access: 'public',
    summary: 'A machine tells that it is alive and how it is; answers with what it must do',
    params: AtDevice,
    headers: DeviceKey,
    body: Type.Object(
      {
        faults: Type.Array(Type.Enum([...deviceFaults]), { maxItems: 6 }),
        version: Type.String({ maxLength: 40 }),
        unmerged: Type.Integer({ minimum: 0 }),
        wiped: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    reply: Type.Object({ wipe: Type.Boolean(), now: Moment }, closed),
    repeatable: true,
    limit: { max: 120, seconds: 600 },
  }),
  ticket: route({
    method: 'POST',
    path: '/devices/:device/tickets',
    access: 'public',
    summary: 'A ticket to open the machine’s stream with, good once for a minute',
    params: AtDevice,
    headers: DeviceKey,
    reply: Type.Object({ ticket: Type.String() }, closed),
    repeatable: true,
  }),
  register: route({
    method: 'POST',
    path: '/desk/devices',
    access: manager,
    summary: 'Register the machine that shows this code with my hall',
    body: Type.Object(
      {
        code: Type.String({ pattern: '^\\d{6}$' }),
        name: Type.String({ minLength: 1, maxLength: 40 }),
        window: Type.Optional(Type.String({ maxLength: 60 })),
        allDay: Type.Boolean(),
      },
      closed,
    ),
    reply: DeviceRow,
    status: 201,
    audit: 'devices.register',
    limit: { max: 60, seconds: 600 },
  }),
  list: route({
    method: 'GET',
    path: '/desk/devices',
    access: manager,
    summary:
      'The machines of my hall, those in need first, with the numbers given without network that could not join the queue',
    reply: Type.Array(FleetRow),
  }),
  wipe: route({
    method: 'POST',
    path: '/desk/devices/:device/wipes',
    access: manager,
    summary: 'Let a machine forget everything at its next sign of life',
    params: AtDevice,
    reply: DeviceRow,
    audit: 'devices.wipe',
  }),
  remove: route({
    method: 'DELETE',
    path: '/desk/devices/:device',
    access: manager,
    summary: 'Take a machine out of the fleet; its key is worth nothing from now on',
    params: AtDevice,
    audit: 'devices.remove',
  }),
};
