import type { Selectable } from 'kysely';
import { type Db, type Maybe, type Moment, newId, type Tx } from '../../platform/index.ts';

type VisitTable = {
  visit_id: string;
  person_id: string;
  device_id: string;
  key_hash: Buffer;
  identified_by: 'card' | 'phone';
  began_at: Moment;
  good_until: Moment;
  ended_at: Maybe<Date>;
};
type HandOffTable = {
  hand_off_id: string;
  device_id: string;
  secret_hash: Buffer;
  good_until: Moment;
  person_id: Maybe<string>;
  agreed_at: Maybe<Date>;
  used_at: Maybe<Date>;
};
type TakenTable = {
  taken_id: string;
  device_id: string;
  day: string;
  number: number;
  ticket_id: Maybe<string>;
  refused: Maybe<string>;
  taken_at: Moment;
};
type Tables = {
  'devices.visit': VisitTable;
  'devices.hand_off': HandOffTable;
  'devices.taken': TakenTable;
};
export type VisitRow = Selectable<VisitTable>;
export type HandOffRow = Selectable<HandOffTable>;
type Taken = Selectable<TakenTable>;

/** All SQL of kiosks: visits, hand-offs, and numbers given without network. */
export function createKioskStore(db: Db) {
  return { ...createVisitStore(db), ...createHandOffStore(), ...createTakenStore(db) };
}
export type KioskStore = ReturnType<typeof createKioskStore>;

function createVisitStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    insertVisit: async (tx: Tx, row: Omit<VisitRow, 'visit_id' | 'ended_at'>): Promise<string> => {
      const visitId = newId();
      await within(tx)
        .insertInto('devices.visit')
        .values({ visit_id: visitId, ...row })
        .execute();
      return visitId;
    },
    visit: (visitId: string): Promise<VisitRow | undefined> =>
      tables.selectFrom('devices.visit').selectAll().where('visit_id', '=', visitId).executeTakeFirst(),
    prolong: (visitId: string, until: Date) =>
      tables
        .updateTable('devices.visit')
        .set({ good_until: until })
        .where('visit_id', '=', visitId)
        .where('ended_at', 'is', null)
        .execute(),
    /** Ends whatever visit is open at a machine. */
    endVisits: (tx: Tx, deviceId: string, endedAt: Date) =>
      within(tx)
        .updateTable('devices.visit')
        .set({ ended_at: endedAt })
        .where('device_id', '=', deviceId)
        .where('ended_at', 'is', null)
        .execute(),
    dropVisitsBefore: (tx: Tx, before: Date) =>
      within(tx).deleteFrom('devices.visit').where('began_at', '<', before).execute(),
  };
}

function createHandOffStore() {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    insertHandOff: async (
      tx: Tx,
      row: Pick<HandOffRow, 'device_id' | 'secret_hash' | 'good_until'>,
    ): Promise<string> => {
      const handOffId = newId();
      await within(tx)
        .insertInto('devices.hand_off')
        .values({ hand_off_id: handOffId, ...row })
        .execute();
      return handOffId;
    },
    lockHandOff: (tx: Tx, handOffId: string): Promise<HandOffRow | undefined> =>
      within(tx)
        .selectFrom('devices.hand_off')
        .selectAll()
        .where('hand_off_id', '=', handOffId)
        .forUpdate()
        .executeTakeFirst(),
    agree: (tx: Tx, handOffId: string, by: { person_id: string; agreed_at: Date }) =>
      within(tx).updateTable('devices.hand_off').set(by).where('hand_off_id', '=', handOffId).execute(),
    useHandOff: (tx: Tx, handOffId: string, usedAt: Date) =>
      within(tx)
        .updateTable('devices.hand_off')
        .set({ used_at: usedAt })
        .where('hand_off_id', '=', handOffId)
        .execute(),
    dropHandOffsBefore: (tx: Tx, before: Date) =>
      within(tx).deleteFrom('devices.hand_off').where('good_until', '<', before).execute(),
  };
}

function createTakenStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    /** The last number of the day that came in from a machine; 0 when none has. */
    lastTaken: async (deviceId: string, day: string): Promise<number> => {
      const row = await tables
        .selectFrom('devices.taken')
        .select((see) => see.fn.max('number').as('last'))
        .where('device_id', '=', deviceId)
        .where('day', '=', day)
        .executeTakeFirst();
      return row?.last ?? 0;
    },
    taken: async (tx: Tx, deviceId: string, ids: readonly string[]): Promise<Taken[]> =>
      within(tx)
        .selectFrom('devices.taken')
        .selectAll()
        .where('device_id', '=', deviceId)
        .where('taken_id', 'in', [...ids])
        .execute(),
    /** Notes a number as handed in; false when it was before, under whatever id. */
    insertTaken: async (tx: Tx, row: Taken): Promise<boolean> => {
      const { numInsertedOrUpdatedRows: count } = await within(tx)
        .insertInto('devices.taken')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return count === 1n;
    },
  };
}
