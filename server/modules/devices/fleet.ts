import { createHash, randomBytes, randomInt } from 'node:crypto';
import { addDays } from '@tongban/calendar';
import type { Answered, DeviceRow as DeviceView, FleetRow, fleetRoutes } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { announce, type Platform, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Hall } from '../hall/index.ts';
import type { Offices } from '../offices/index.ts';
import { deviceTopic } from './events.ts';
import { freePrefix, needsOf, ownNumber, stateOf } from './fleet-rules.ts';
import { createFleetStore, type DeviceRow, type FleetStore, type RefusedRow } from './fleet-store.ts';

export type FleetDeps = Pick<Platform, 'db' | 'clock' | 'vault'> & {
  offices: Pick<Offices, 'hall' | 'findWindow' | 'organisation'>;
  hall: Pick<Hall, 'hallOfCaller'>;
};
type Parts = FleetDeps & { store: FleetStore };
/** A machine that proves itself by its key. */
export type KnownDevice = { device: string; key: string };
/** A machine that stands in a hall. */
export type Stationed = DeviceRow & { hall: string; name: string };
type Standing = Answered<typeof fleetRoutes.standing>;
type Heartbeat = Pick<DeviceView, 'faults' | 'unmerged'> & { version: string; wiped?: boolean };
type Registering = { code: string; name: string; window?: string; allDay: boolean };
export type Fleet = ReturnType<typeof createFleet>;

const minute = 60_000;
const codeMinutes = 10;
const ticketMinutes = 1;
const mostTries = 8;
/** House default: so long a hall manager is shown numbers that could not join the queue. */
const refusedDays = 7;

/** 设备看护: machines offer themselves, a hall manager registers them, and each tells how it is. */
export function createFleet(deps: FleetDeps) {
  const parts = { ...deps, store: createFleetStore(deps.db) };
  const { store, clock } = parts;
  const offered = knownBy(store);
  return {
    ...createRegistering(parts),
    ...createCaring(parts),
    /** The machine that holds this key, standing in a hall. */
    async known(asked: KnownDevice): Promise<Stationed> {
      const row = await offered(asked);
      if (!isStationed(row))
        throw new Problem('devices.unregistered', 'conflict', '这台机器还没有登记到大厅');
      return row;
    },
    standing: async (asked: KnownDevice): Promise<Standing> => standingOf(parts, await offered(asked)),
    /** What a machine tells of itself; answers what it must do. */
    async heartbeat(tx: Tx, asked: KnownDevice & Heartbeat): Promise<{ wipe: boolean; now: string }> {
      const row = await offered(asked);
      const { faults, version, unmerged, wiped = false } = asked;
      const now = clock();
      await store.heard(tx, row.device_id, { faults, version, unmerged, wiped, seen_at: now });
      return { wipe: !wiped && row.wipe_asked_at !== undefined, now: now.toISOString() };
    },
    /** A ticket that opens the stream once; an address in a log is then worth nothing. */
    async ticket(tx: Tx, asked: KnownDevice): Promise<{ ticket: string }> {
      const { device_id: deviceId } = await offered(asked);
      const ticket = randomBytes(24).toString('base64url');
      const now = clock();
      await store.dropStaleTickets(tx, deviceId, now);
      const until = new Date(now.getTime() + ticketMinutes * minute);
      await store.insertTicket(tx, { ticket_hash: digest(ticket), device_id: deviceId, good_until: until });
      return { ticket };
    },
    /** Lets the stream of a machine in a hall open. */
    async admit(tx: Tx, { device, ticket }: { device: string; ticket: string }): Promise<Stationed> {
      const good = await store.useTicket(tx, { hash: digest(ticket), deviceId: device, now: clock() });
      const row = good ? await store.device(device) : undefined;
      if (row === undefined || !isStationed(row))
        throw new Problem('devices.ticket', 'forbidden', '连接凭据已经用过或过期');
      return row;
    },
    /** A machine that stands in a hall, by its id alone. */
    async stationed(device: string): Promise<Stationed> {
      const row = await store.device(device);
      if (row === undefined || !isStationed(row)) throw removedDevice();
      return row;
    },
    /** The kiosks of some halls. */
    kiosksOf: async (halls: readonly string[]): Promise<Stationed[]> =>
      (await store.ofHalls(halls, 'kiosk')).filter(isStationed),
  };
}

function isStationed(row: DeviceRow): row is Stationed {
  return row.hall !== undefined && row.name !== undefined;
}

/** Finds the machine that holds this key; a wrong key is as if there were no machine. */
function knownBy(store: FleetStore) {
  return async ({ device, key }: KnownDevice): Promise<DeviceRow> => {
    const row = await store.device(device);
    if (row === undefined || !row.key_hash.equals(digest(key))) throw removedDevice();
    return row;
  };
}

function createRegistering(parts: Parts) {
  const { clock, store } = parts;
  return {
    async offer(tx: Tx, kind: DeviceView['kind']) {
      const key = randomBytes(32).toString('base64url');
      const now = clock();
      const until = new Date(now.getTime() + codeMinutes * minute);
      await store.dropStaleOffers(tx, now);
      for (let tries = 0; tries < mostTries; tries += 1) {
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        const row = { kind, code_index: indexOf(parts, code), code_until: until, offered_at: now };
        const device = await store.insertOffer(tx, { key_hash: digest(key), ...row });
        if (device !== undefined) return { device, code, key, expiresAt: until.toISOString() };
      }
      throw new Problem('devices.busy', 'unavailable', '没有空的登记码，过一分钟再试');
    },
    async register(tx: Tx, caller: SignedIn, asked: Registering): Promise<DeviceView> {
      const hall = hallOf(parts, caller);
      const offered = await store.lockOffer(tx, indexOf(parts, asked.code), clock());
      if (offered === undefined)
        throw new Problem(
          'devices.register-code',
          'missing',
          '没有机器在显示这个登记码。看一眼机器，重新输入',
        );
      const { name, allDay } = asked;
      const row = await store.register(tx, offered.device_id, {
        ...{ hall, name: name.trim(), all_day: allDay, registered_at: clock() },
        window_id: windowFor(parts, { ...asked, kind: offered.kind, hall }),
        prefix: offered.kind === 'kiosk' ? await prefixFor(parts, tx, hall) : undefined,
      });
      await tellDevice(tx, row.device_id);
      return viewOf(parts, row);
    },
  };
}

/** Only a strip belongs to a window, and to one of this hall. */
function windowFor({ offices }: Parts, { kind, hall, window }: Registering & Placed): string | undefined {
  if (kind !== 'strip') return undefined;
  if (window !== undefined && offices.findWindow(window)?.hall.id === hall) return window;
  throw new Problem('devices.window', 'invalid', '选条屏挂在哪个窗口', [
    { pointer: '/window', code: 'window', message: '选条屏挂在哪个窗口' },
  ]);
}
type Placed = { kind: DeviceView['kind']; hall: string };

async function prefixFor({ store, clock }: Parts, tx: Tx, hall: string): Promise<string> {
  const yesterday = new Date(clock().getTime() - 24 * 60 * minute);
  const prefix = freePrefix(await store.prefixesSince(tx, hall, yesterday));
  if (prefix !== undefined) return prefix;
  throw new Problem('devices.prefixes', 'conflict', '这个大厅的自助机已满 24 台。先移除不用的，明天再登记');
}

function createCaring(parts: Parts) {
  const { clock, store } = parts;
  return {
    async list(caller: SignedIn): Promise<FleetRow[]> {
      const rows = await store.ofHalls([hallOf(parts, caller)]);
      const since = addDays(shanghaiDay(clock()), -refusedDays);
      const refused = await store.refusedSince(
        rows.map((row) => row.device_id),
        since,
      );
      return rows
        .map((row) => ({ ...viewOf(parts, row), refused: refusedOf(row, refused) }))
        .toSorted((one, other) => needsOf(one) - needsOf(other) || one.name.localeCompare(other.name, 'zh'));
    },
    async wipe(tx: Tx, caller: SignedIn, device: string): Promise<DeviceView> {
      const row = await store.askWipe(tx, { device, hall: hallOf(parts, caller) }, clock());
      if (row === undefined) throw removedDevice();
      await tellDevice(tx, device);
      return viewOf(parts, row);
    },
    async remove(tx: Tx, caller: SignedIn, device: string): Promise<void> {
      const row = await store.remove(tx, { device, hall: hallOf(parts, caller) }, clock());
      if (row === undefined) throw removedDevice();
      await tellDevice(tx, device);
    },
  };
}

/** The numbers of one machine that could not join the queue, as their slips show them. */
function refusedOf({ device_id: device, prefix = '' }: DeviceRow, all: readonly RefusedRow[]) {
  return all
    .filter((one) => one.device_id === device)
    .map(({ number, refused, taken_at: takenAt }) => ({
      ...{ number: ownNumber(prefix, number), takenAt: takenAt.toISOString(), why: refused },
    }));
}

function hallOf({ hall }: Parts, caller: SignedIn): string {
  const found = hall.hallOfCaller(caller);
  if (found !== undefined) return found;
  throw new Problem(
    'devices.no-hall',
    'conflict',
    '您的岗位没有分到大厅，不能管机器。请管理员给岗位填上大厅',
  );
}

function standingOf({ offices }: Parts, row: DeviceRow): Standing {
  const { kind, name, prefix, window_id: windowId } = row;
  const hall = row.hall === undefined ? undefined : offices.hall(row.hall);
  if (hall === undefined) return { registered: false, kind };
  const window = windowId === undefined ? undefined : offices.findWindow(windowId);
  const bureau = offices.organisation(hall.organisation)?.name;
  return {
    ...{ registered: true, kind, hall: hall.id, hallName: hall.name, division: hall.division },
    ...(bureau === undefined ? {} : { bureau }),
    ...(name === undefined ? {} : { name }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(window === undefined
      ? {}
      : { window: window.id, windowNumber: window.number, windowName: window.name }),
  };
}

/** A machine as its hall manager and the public list see it. */
export function viewOf({ offices, clock }: Pick<Parts, 'offices' | 'clock'>, row: DeviceRow): DeviceView {
  const { hall = '', prefix, version, window_id: window } = row;
  const windowName = window === undefined ? undefined : offices.findWindow(window)?.name;
  const at = (key: string, moment: Date | undefined) =>
    moment === undefined ? {} : { [key]: moment.toISOString() };
  return {
    ...{ device: row.device_id, kind: row.kind, name: row.name ?? '', hall },
    ...{ hallName: offices.hall(hall)?.name ?? hall, allDay: row.all_day },
    ...{ state: stateOf(row.seen_at, clock()), faults: row.faults, unmerged: row.unmerged },
    registeredAt: (row.registered_at ?? row.offered_at).toISOString(),
    ...(window === undefined ? {} : { window }),
    ...(windowName === undefined ? {} : { windowName }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(version === undefined ? {} : { version }),
    ...at('seenAt', row.seen_at),
    ...at('wipeAskedAt', row.wipe_asked_at),
    ...at('wipedAt', row.wiped_at),
  };
}

function indexOf({ vault }: Parts, code: string): Buffer {
  return vault.index('devices.device.code', code);
}

/** Tells a machine to ask again: it was registered, must forget everything, or was taken out. */
export function tellDevice(tx: Tx, device: string): Promise<void> {
  return announce(tx, { topic: deviceTopic, key: device, data: { changed: true } });
}

function removedDevice(): Problem {
  return new Problem('devices.device', 'missing', '这台机器没有登记，或已经移除');
}

/** A secret as it is kept. */
export function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
