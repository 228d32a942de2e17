import { sql } from 'kysely';
import { type Db, type Filled, type Maybe, newId, type Sql, type Tx } from '../../../platform/index.ts';

/** 看了什么: what of a person somebody can look at. */
export type Seen = 'case' | 'document' | 'sitting' | 'unmasking' | 'files' | 'kiosk';
type AccessTable = {
  person_id: string;
  access_id: string;
  at: Filled<Date>;
  by_id: string;
  role: string;
  assignment_id: Maybe<string>;
  what: Seen;
  fields: Maybe<string[]>;
  reason: Maybe<Buffer>;
  case_number: Maybe<string>;
};
type Tables = { 'cases.access': AccessTable };

export type NewAccess = {
  access_id: string;
  person_id: string;
  at: Date;
  by_id: string;
  role: string;
  assignment_id?: string;
  what: Seen;
  fields?: string[];
  reason?: Buffer;
  case_number?: string;
};
/** Where a page of the log ended. */
export type Place = { at: Date; id: string };

type Look = Omit<NewAccess, 'access_id' | 'person_id'> & { case_number: string };

/** Notes a look at a case without reading it again: whose it is the case itself says. */
export function insertOfCase(row: Look): Sql {
  return sql`insert into cases.access (person_id, access_id, at, by_id, role, assignment_id, what, case_number)
    select person_id, ${newId()}, ${row.at}, ${row.by_id}, ${row.role}, ${row.assignment_id ?? null},
      ${row.what}, case_number
    from cases.case
    where case_number = ${row.case_number}`;
}

/** SQL of the record of who looked at whose data. */
export function createAccessStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    insert: (tx: Tx, row: NewAccess) => within(tx).insertInto('cases.access').values(row).execute(),
    /** The newest looks at one person's data, in pages. */
    page: (personId: string, wish: { caseNumber?: string; after?: Place; limit: number }) => {
      const { caseNumber, after, limit } = wish;
      let query = within(undefined).selectFrom('cases.access').selectAll().where('person_id', '=', personId);
      if (caseNumber !== undefined) query = query.where('case_number', '=', caseNumber);
      if (after !== undefined)
        query = query.where(sql<boolean>`(at, access_id) < (${after.at}, ${after.id})`);
      return query.orderBy('at', 'desc').orderBy('access_id', 'desc').limit(limit).execute();
    },
    /** How often somebody has unmasked since then; whoever asks at the same time waits. */
    countUnmasked: async (tx: Tx, byId: string, since: { hour: Date; day: Date }) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`cases.unmasking ${byId}`}, 0))`.execute(tx);
      const row = await within(tx)
        .selectFrom('cases.access')
        .select((see) => [
          see.fn.countAll<number>().filterWhere('at', '>', since.hour).as('hour'),
          see.fn.countAll<number>().as('day'),
        ])
        .where('by_id', '=', byId)
        .where('what', '=', 'unmasking')
        .where('at', '>', since.day)
        .executeTakeFirstOrThrow();
      return { hour: Number(row.hour), day: Number(row.day) };
    },
  };
}
export type AccessStore = ReturnType<typeof createAccessStore>;
