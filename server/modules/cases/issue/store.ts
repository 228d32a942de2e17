import { type ColumnType, type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Db, Maybe, Moment, Tx } from '../../../platform/index.ts';
import type { Reach } from '../rules.ts';
import type { CaseKey, CaseRow, Tables as CaseTables } from '../store/tables.ts';

type PickupTable = {
  city: string;
  case_id: string;
  person_id: string;
  branch: string;
  item: string;
  code: Maybe<string>;
  slip_code: Maybe<string>;
  express: boolean;
  ready_at: Moment;
};
type CollectionTable = {
  person_id: string;
  collection_id: string;
  city: string;
  branch: string;
  clerk_id: string;
  window_id: Maybe<string>;
  cases: ColumnType<CollectedCase[], string, string>;
  verified: boolean;
  authority_id: Maybe<string>;
  signature: 'none' | 'asked' | 'signed' | 'declined' | 'paper';
  signature_id: Maybe<string>;
  sealed: Maybe<Buffer>;
  begun_at: Moment;
  answered_at: Maybe<Date>;
  handed_at: Maybe<Date>;
};
type Tables = Pick<CaseTables, 'cases.case'> & {
  'cases.pickup': PickupTable;
  'cases.collection': CollectionTable;
};

/** One case of a collection, and whether it has been handed over. */
export type CollectedCase = CaseKey & { number: string; handed: boolean };
export type PickupRow = Selectable<PickupTable>;
export type CollectionRow = Selectable<CollectionTable>;
type WaitingWish = { express?: boolean; after?: { readyAt: string; caseId: string }; limit: number };
type Pickups = ExpressionBuilder<Tables, 'cases.pickup'>;

/** SQL of the issue desk: what waits there, and who collects it. */
export function createIssueStore(db: Db) {
  return { ...createPickupStore(db), ...createWaitingStore(db), ...createCollectionStore(db) };
}
export type IssueStore = ReturnType<typeof createIssueStore>;

function createPickupStore(db: Db) {
  const within = (tx: Tx) => tx.withTables<Tables>();
  const keyBy = async (column: 'code' | 'slip_code', value: string) => {
    const row = await db
      .withTables<Tables>()
      .selectFrom('cases.pickup')
      .select(['city', 'case_id'])
      .where(column, '=', value)
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? undefined : { city: row.city, caseId: row.case_id };
  };
  return {
    keyByCode: (code: string) => keyBy('code', code),
    keyBySlip: (code: string) => keyBy('slip_code', code),
    /** Adds a waiting result; false when another one of the city has this code. */
    insertPickup: async (tx: Tx, row: Omit<PickupRow, 'slip_code'>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows: count } = await within(tx)
        .insertInto('cases.pickup')
        .values(row)
        .onConflict((conflict) => conflict.constraint('pickup_code_once').doNothing())
        .executeTakeFirstOrThrow();
      return count === 1n;
    },
    /** The applicant has chosen otherwise while it waits. */
    setExpress: (tx: Tx, { city, caseId }: CaseKey, express: boolean) =>
      within(tx)
        .updateTable('cases.pickup')
        .set({ express })
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .execute(),
    setSlip: (tx: Tx, { city, caseId }: CaseKey, code: string) =>
      within(tx)
        .updateTable('cases.pickup')
        .set({ slip_code: code })
        .where('city', '=', city)
        .where('case_id', '=', caseId)
        .execute(),
    dropPickup: (tx: Tx, { city, caseId }: CaseKey) =>
      within(tx).deleteFrom('cases.pickup').where('city', '=', city).where('case_id', '=', caseId).execute(),
  };
}

function createWaitingStore(db: Db) {
  const tables = db.withTables<Tables>();
  return {
    waitingOf: (personId: string, reach: Reach): Promise<PickupRow[]> =>
      tables
        .selectFrom('cases.pickup')
        .selectAll()
        .where('person_id', '=', personId)
        .where((see) => inReach(see, reach))
        .orderBy('ready_at')
        .orderBy('case_id')
        .limit(20)
        .execute(),
    /** A page of what waits, the longest waiting first. */
    waiting: (reach: Reach, { express, after, limit }: WaitingWish): Promise<PickupRow[]> => {
      let query = tables
        .selectFrom('cases.pickup')
        .selectAll()
        .where((see) => inReach(see, reach));
      if (express !== undefined) query = query.where('express', '=', express);
      if (after !== undefined) {
        query = query.where(sql<boolean>`(ready_at, case_id) > (${after.readyAt}, ${after.caseId})`);
      }
      return query.orderBy('ready_at').orderBy('case_id').limit(limit).execute();
    },
    /** What waits of these cases, the longest waiting first. */
    pickupsAt: async (keys: readonly CaseKey[]): Promise<PickupRow[]> => {
      if (keys.length === 0) return [];
      return tables
        .selectFrom('cases.pickup')
        .selectAll()
        .where('city', 'in', citiesOf(keys))
        .where('case_id', 'in', idsOf(keys))
        .orderBy('ready_at')
        .orderBy('case_id')
        .execute();
    },
    rowsOf: async (keys: readonly CaseKey[]): Promise<CaseRow[]> => {
      if (keys.length === 0) return [];
      return tables
        .selectFrom('cases.case')
        .selectAll()
        .where('city', 'in', citiesOf(keys))
        .where('case_id', 'in', idsOf(keys))
        .execute();
    },
  };
}

function createCollectionStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  const newest = (of: Pick<Db, 'withTables'>, windowId: string) =>
    of
      .withTables<Tables>()
      .selectFrom('cases.collection')
      .selectAll()
      .where('window_id', '=', windowId)
      .orderBy('begun_at', 'desc')
      .orderBy('collection_id', 'desc')
      .limit(1);
  return {
    insertCollection: (tx: Tx, { cases, ...row }: CollectionRow) =>
      within(tx)
        .insertInto('cases.collection')
        .values({ ...row, cases: JSON.stringify(cases) })
        .execute(),
    collection: (collectionId: string): Promise<CollectionRow | undefined> =>
      tables
        .selectFrom('cases.collection')
        .selectAll()
        .where('collection_id', '=', collectionId)
        .executeTakeFirst(),
    lockCollection: (tx: Tx, collectionId: string): Promise<CollectionRow | undefined> =>
      within(tx)
        .selectFrom('cases.collection')
        .selectAll()
        .where('collection_id', '=', collectionId)
        .forUpdate()
        .executeTakeFirst(),
    newestAt: (windowId: string): Promise<CollectionRow | undefined> =>
      newest(db, windowId).executeTakeFirst(),
    lockNewestAt: (tx: Tx, windowId: string): Promise<CollectionRow | undefined> =>
      newest(tx, windowId).forUpdate().executeTakeFirst(),
    /** Writes what may change in a collection; whose it is never does. */
    updateCollection: (tx: Tx, row: CollectionRow) =>
      within(tx)
        .updateTable('cases.collection')
        .set({
          ...{ verified: row.verified, signature: row.signature, cases: JSON.stringify(row.cases) },
          ...{ authority_id: row.authority_id ?? null, signature_id: row.signature_id ?? null },
          ...{ window_id: row.window_id ?? null, sealed: row.sealed ?? null },
          ...{ answered_at: row.answered_at ?? null, handed_at: row.handed_at ?? null },
        })
        .where('person_id', '=', row.person_id)
        .where('collection_id', '=', row.collection_id)
        .execute(),
  };
}

function inReach(see: Pickups, { branch, items }: Reach) {
  // '0' follows '/' in the C collation, so that the range holds exactly the branches below.
  const below = see.and([see('branch', '>', `${branch}/`), see('branch', '<', `${branch}0`)]);
  const here = see.or([see('branch', '=', branch), below]);
  return items === undefined ? here : see.and([here, sql<boolean>`item = any(${[...items]})`]);
}

function citiesOf(keys: readonly CaseKey[]): string[] {
  return [...new Set(keys.map(({ city }) => city))];
}

function idsOf(keys: readonly CaseKey[]): string[] {
  return keys.map(({ caseId }) => caseId);
}
