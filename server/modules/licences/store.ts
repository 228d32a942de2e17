import { type Selectable, sql } from 'kysely';
import { type Db, type Maybe, type Moment, newId, type Tx } from '../../platform/index.ts';
import type { KeptState } from './rules.ts';

type LicenceTable = {
  person_id: string;
  licence_id: string;
  type: string;
  serial: string;
  version: number;
  identifier: Maybe<string>;
  state: KeptState;
  issuer: string;
  issuer_code: Maybe<string>;
  issued_on: string;
  valid_until: Maybe<string>;
  sealed: Buffer;
  case_number: Maybe<string>;
  paper_id: Maybe<string>;
  made_at: Moment;
};
type UseTable = {
  person_id: string;
  use_id: string;
  licence_id: string;
  by_id: Maybe<string>;
  by_name: Maybe<string>;
  cause: string;
  case_number: Maybe<string>;
  at: Moment;
};
type Tables = { 'licences.licence': LicenceTable; 'licences.use': UseTable };

type NewLicenceRow = {
  person_id: string;
  licence_id: string;
  type: string;
  serial: string;
  version: number;
  identifier?: string;
  state: KeptState;
  issuer: string;
  issuer_code?: string;
  issued_on: string;
  valid_until?: string;
  sealed: Buffer;
  case_number?: string;
  paper_id?: string;
  made_at: Date;
};
export type LicenceRow = Selectable<LicenceTable>;

/** All SQL of licences: wallets and the log of uses. A wallet shows at most 200 licences. */
export function createStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const wallet = (tx: Tx | undefined, personId: string) =>
    within(tx)
      .selectFrom('licences.licence')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('issued_on', 'desc')
      .orderBy('licence_id', 'desc')
      .limit(200);
  return {
    wallet: (tx: Tx | undefined, personId: string) => wallet(tx, personId).execute(),
    /** The standing licences of one type, locked: whoever issues the next version waits for the one before. */
    lockStanding: async (tx: Tx, personId: string, type: string) => {
      // Rows alone cannot be waited for: the next version is a row that is not there yet.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`licences ${personId} ${type}`}, 0))`.execute(
        tx,
      );
      return wallet(tx, personId)
        .where('type', '=', type)
        .where('state', 'in', ['valid', 'suspended'])
        .forUpdate()
        .execute();
    },
    licence: (tx: Tx | undefined, personId: string, licenceId: string) =>
      within(tx)
        .selectFrom('licences.licence')
        .selectAll()
        .where('person_id', '=', personId)
        .where('licence_id', '=', licenceId)
        .executeTakeFirst(),
    insert: (tx: Tx, row: NewLicenceRow) => within(tx).insertInto('licences.licence').values(row).execute(),
    setState: (tx: Tx, at: { personId: string; licenceId: string }, state: KeptState) =>
      within(tx)
        .updateTable('licences.licence')
        .set({ state })
        .where('person_id', '=', at.personId)
        .where('licence_id', '=', at.licenceId)
        .execute(),
    insertUse: (tx: Tx, row: Omit<NewUse, 'use_id'>) =>
      within(tx)
        .insertInto('licences.use')
        .values({ use_id: newId(), ...row })
        .execute(),
    /** Uses of a person's licences by others, the newest first. */
    usesByOthers: (personId: string, { limit, after, caseNumber }: UsesWish) => {
      let query = within(undefined)
        .selectFrom('licences.use as use')
        .innerJoin('licences.licence as licence', (join) =>
          join
            .onRef('licence.person_id', '=', 'use.person_id')
            .onRef('licence.licence_id', '=', 'use.licence_id'),
        )
        .select([
          'use.use_id',
          'use.at',
          'use.by_id',
          'use.by_name',
          'use.cause',
          'use.case_number',
          'licence.type',
        ])
        .where('use.person_id', '=', personId)
        .where('use.by_id', 'is distinct from', personId);
      if (caseNumber !== undefined) query = query.where('use.case_number', '=', caseNumber);
      if (after !== undefined)
        query = query.where(sql<boolean>`(use.at, use.use_id) < (${after.at}, ${after.id})`);
      return query.orderBy('use.at', 'desc').orderBy('use.use_id', 'desc').limit(limit).execute();
    },
    uses: (personId: string, licenceId: string) =>
      within(undefined)
        .selectFrom('licences.use')
        .selectAll()
        .where('person_id', '=', personId)
        .where('licence_id', '=', licenceId)
        .orderBy('at', 'desc')
        .orderBy('use_id', 'desc')
        .limit(200)
        .execute(),
  };
}
/** Which uses a page of them holds. */
type UsesWish = { limit: number; after?: { at: Date; id: string }; caseNumber?: string };
export type Store = ReturnType<typeof createStore>;

type NewUse = {
  person_id: string;
  use_id: string;
  licence_id: string;
  by_id: string;
  cause: string;
  case_number?: string;
  at: Date;
};
