import type { DeviceRow as DeviceView } from '@tongban/contract';
import type { Selectable } from 'kysely';
import { type Db, type Filled, type Maybe, type Moment, newId, type Tx } from '../../platform/index.ts';

type DeviceTable = {
  device_id: string;
  kind: DeviceView['kind'];
  key_hash: Buffer;
  code_index: Maybe<Buffer>;
  code_until: Maybe<Date>;
  offered_at: Moment;
  hall: Maybe<string>;
  name: Maybe<string>;
  window_id: Maybe<string>;
  prefix: Maybe<string>;
  all_day: Filled<boolean>;
  registered_at: Maybe<Date>;
  seen_at: Maybe<Date>;
  faults: Filled<DeviceView['faults']>;
  version: Maybe<string>;
  unmerged: Filled<number>;
  wipe_asked_at: Maybe<Date>;
  wiped_at: Maybe<Date>;
  removed_at: Maybe<Date>;
};
type Tables = {
  'devices.device': DeviceTable;
  'devices.device_ticket': { ticket_hash: Buffer; device_id: string; good_until: Moment };
  'devices.taken': {
    device_id: string;
    day: string;
    number: number;
    refused: Maybe<string>;
    taken_at: Moment;
  };
};
/** A number given without network that could not join the queue. */
export type RefusedRow = { device_id: string; number: number; refused: string; taken_at: Date };
export type DeviceRow = Selectable<DeviceTable>;
type Offer = Pick<DeviceRow, 'kind' | 'key_hash' | 'offered_at'> & { code_index: Buffer; code_until: Date };
type Registration = Pick<DeviceRow, 'window_id' | 'prefix' | 'all_day'> & {
  hall: string;
  name: string;
  registered_at: Date;
};
type Heard = Pick<DeviceRow, 'faults' | 'unmerged'> & { version: string; seen_at: Date; wiped: boolean };

/** All SQL of the fleet: machines and the tickets of their streams. */
export function createFleetStore(db: Db) {
  return {
    ...createDeviceStore(db),
    ...createRefusedStore(db),
    ...createOfferStore(db),
    ...createTicketStore(),
  };
}
export type FleetStore = ReturnType<typeof createFleetStore>;

function createDeviceStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    /** A machine that has not been taken out. */
    device: (deviceId: string): Promise<DeviceRow | undefined> =>
      tables
        .selectFrom('devices.device')
        .selectAll()
        .where('device_id', '=', deviceId)
        .where('removed_at', 'is', null)
        .executeTakeFirst(),
    ofHalls: async (halls: readonly string[], kind?: DeviceView['kind']): Promise<DeviceRow[]> => {
      if (halls.length === 0) return [];
      const query = tables
        .selectFrom('devices.device')
        .selectAll()
        .where('hall', 'in', [...halls])
        .where('removed_at', 'is', null);
      const asked = kind === undefined ? query : query.where('kind', '=', kind);
      return asked.orderBy('hall').orderBy('name').orderBy('device_id').limit(500).execute();
    },
    /** Letters of numbers the hall’s machines use, or used until a moment. */
    prefixesSince: async (tx: Tx, hall: string, since: Date): Promise<string[]> => {
      const rows = await within(tx)
        .selectFrom('devices.device')
        .select('prefix')
        .where('hall', '=', hall)
        .where((see) => see.or([see('removed_at', 'is', null), see('removed_at', '>', since)]))
        .execute();
      return rows.flatMap(({ prefix }) => prefix ?? []);
    },
    heard: (tx: Tx, deviceId: string, { wiped, ...told }: Heard) =>
      within(tx)
        .updateTable('devices.device')
        .set({ ...told, ...(wiped ? { wiped_at: told.seen_at, wipe_asked_at: null } : {}) })
        .where('device_id', '=', deviceId)
        .execute(),
    /** Asks a machine of a hall to forget everything; undefined when it is not one of theirs. */
    askWipe: (tx: Tx, at: AtHall, askedAt: Date): Promise<DeviceRow | undefined> =>
      ofHall(tx, at).set({ wipe_asked_at: askedAt }).returningAll().executeTakeFirst(),
    remove: (tx: Tx, at: AtHall, removedAt: Date): Promise<DeviceRow | undefined> =>
      ofHall(tx, at).set({ removed_at: removedAt }).returningAll().executeTakeFirst(),
  };
}
type AtHall = { device: string; hall: string };

function ofHall(tx: Tx, { device, hall }: AtHall) {
  return tx
    .withTables<Tables>()
    .updateTable('devices.device')
    .where('device_id', '=', device)
    .where('hall', '=', hall)
    .where('removed_at', 'is', null);
}

function createRefusedStore(db: Db) {
  const tables = db.withTables<Tables>();
  return {
    /** Numbers of some machines that could not join the queue since a day, the newest first. */
    refusedSince: async (devices: readonly string[], day: string): Promise<RefusedRow[]> => {
      if (devices.length === 0) return [];
      const rows = await tables
        .selectFrom('devices.taken')
        .select(['device_id', 'number', 'refused', 'taken_at'])
        .where('device_id', 'in', [...devices])
        .where('day', '>=', day)
        .where('refused', 'is not', null)
        .orderBy('taken_at', 'desc')
        .orderBy('number')
        .limit(200)
        .execute();
      return rows.map(({ refused = '', ...row }) => ({ ...row, refused }));
    },
  };
}

function createOfferStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** Forgets offers nobody took up. */
    dropStaleOffers: (tx: Tx, now: Date) =>
      within(tx).deleteFrom('devices.device').where('code_until', '<', now).execute(),
    /** Adds an offer; undefined when another machine shows the same code. */
    insertOffer: async (tx: Tx, offer: Offer): Promise<string | undefined> => {
      const row = await within(tx)
        .insertInto('devices.device')
        .values({ device_id: newId(), ...offer })
        .onConflict((conflict) => conflict.column('code_index').doNothing())
        .returning('device_id')
        .executeTakeFirst();
      return row?.device_id;
    },
    lockOffer: (tx: Tx, codeIndex: Buffer, now: Date): Promise<DeviceRow | undefined> =>
      within(tx)
        .selectFrom('devices.device')
        .selectAll()
        .where('code_index', '=', codeIndex)
        .where('code_until', '>=', now)
        .forUpdate()
        .executeTakeFirst(),
    register: (tx: Tx, deviceId: string, registration: Registration): Promise<DeviceRow> =>
      within(tx)
        .updateTable('devices.device')
        .set({ ...registration, code_index: null, code_until: null })
        .where('device_id', '=', deviceId)
        .returningAll()
        .executeTakeFirstOrThrow(),
  };
}

function createTicketStore() {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    insertTicket: (tx: Tx, row: { ticket_hash: Buffer; device_id: string; good_until: Date }) =>
      within(tx).insertInto('devices.device_ticket').values(row).execute(),
    dropStaleTickets: (tx: Tx, deviceId: string, now: Date) =>
      within(tx)
        .deleteFrom('devices.device_ticket')
        .where('device_id', '=', deviceId)
        .where('good_until', '<', now)
        .execute(),
    /** Uses a ticket up; false when it is not good. */
    useTicket: async (tx: Tx, ticket: { hash: Buffer; deviceId: string; now: Date }): Promise<boolean> => {
      const used = await within(tx)
        .deleteFrom('devices.device_ticket')
        .where('ticket_hash', '=', ticket.hash)
        .where('device_id', '=', ticket.deviceId)
        .where('good_until', '>=', ticket.now)
        .returning('device_id')
        .executeTakeFirst();
      return used !== undefined;
    },
  };
}
