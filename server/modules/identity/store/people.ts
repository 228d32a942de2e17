import type { Db, Tx } from '../../../platform/index.ts';
import type { Tables } from './tables.ts';

/** SQL of persons. */
export function createPeopleStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    person: (personId: string) =>
      tables.selectFrom('identity.person').selectAll().where('person_id', '=', personId).executeTakeFirst(),
    personIn: (tx: Tx, personId: string) =>
      within(tx)
        .selectFrom('identity.person')
        .selectAll()
        .where('person_id', '=', personId)
        .executeTakeFirst(),
    persons: (personIds: readonly string[]) =>
      tables.selectFrom('identity.person').selectAll().where('person_id', 'in', personIds).execute(),
    personByNumber: (tx: Tx, indexes: readonly Buffer[]) =>
      within(tx)
        .selectFrom('identity.person')
        .selectAll()
        .where('citizen_number_index', 'in', indexes)
        .orderBy('created_at')
        .executeTakeFirst(),
    personIdByNumber: async (tx: Tx | undefined, indexes: readonly Buffer[]): Promise<string | undefined> =>
      (
        await (tx ?? db)
          .withTables<Tables>()
          .selectFrom('identity.person')
          .select('person_id')
          .where('citizen_number_index', 'in', indexes)
          .orderBy('created_at')
          .executeTakeFirst()
      )?.person_id,
    /** Two sign-ins at once make one person: the later one meets the unique index and reads what is there. */
    insertPerson: async (tx: Tx, row: NewPersonRow) => {
      await within(tx)
        .insertInto('identity.person')
        .values(row)
        .onConflict((conflict) => conflict.column('citizen_number_index').doNothing())
        .execute();
    },
    setName: (tx: Tx, personId: string, name: string) =>
      within(tx).updateTable('identity.person').set({ name }).where('person_id', '=', personId).execute(),
    setPhone: (tx: Tx, personId: string, phone: Buffer) =>
      within(tx).updateTable('identity.person').set({ phone }).where('person_id', '=', personId).execute(),
  };
}
export type NewPersonRow = {
  person_id: string;
  kind: 'citizen' | 'staff';
  name: string;
  citizen_number?: Buffer;
  citizen_number_index?: Buffer;
  phone?: Buffer;
  born_on?: string;
  sex?: string;
  division?: string;
  created_at: Date;
};
export type PersonRow = NonNullable<Awaited<ReturnType<ReturnType<typeof createPeopleStore>['person']>>>;
export type PeopleStore = ReturnType<typeof createPeopleStore>;
