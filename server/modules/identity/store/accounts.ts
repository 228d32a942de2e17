import type { Role } from '@tongban/contract';
import { type Db, newId, type Tx } from '../../../platform/index.ts';
import type { Tables } from './tables.ts';

/** SQL of staff accounts and their posts. */
export function createAccountStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    lockAccount: (tx: Tx, login: string) =>
      within(tx)
        .selectFrom('identity.account')
        .selectAll()
        .where('login', '=', login)
        .forUpdate()
        .executeTakeFirst(),
    noteFailure: (tx: Tx, personId: string, failures: number, lockedUntil?: Date) =>
      within(tx)
        .updateTable('identity.account')
        .set({ failures, locked_until: lockedUntil ?? null })
        .where('person_id', '=', personId)
        .execute(),
    noteSuccess: (tx: Tx, personId: string, totpStep: number) =>
      within(tx)
        .updateTable('identity.account')
        .set({ failures: 0, locked_until: null, totp_last_step: totpStep })
        .where('person_id', '=', personId)
        .execute(),
    hasAccount: async (login: string): Promise<boolean> =>
      (await tables
        .selectFrom('identity.account')
        .select('person_id')
        .where('login', '=', login)
        .executeTakeFirst()) !== undefined,
    /** The sealed citizen number of an account. */
    numberOf: async (tx: Tx | undefined, personId: string): Promise<Buffer | undefined> =>
      (
        await (tx ?? db)
          .withTables<Tables>()
          .selectFrom('identity.account')
          .select('citizen_number')
          .where('person_id', '=', personId)
          .executeTakeFirst()
      )?.citizen_number,
    insertAccount: (
      tx: Tx,
      row: {
        person_id: string;
        login: string;
        staff_number: string;
        password_hash: string;
        totp_secret: Buffer;
        citizen_number?: Buffer;
        citizen_number_index?: Buffer;
      },
    ) => within(tx).insertInto('identity.account').values(row).execute(),
    insertAssignment: (tx: Tx, row: AssignmentRow) =>
      within(tx)
        .insertInto('identity.assignment')
        .values({ assignment_id: newId(), ...row })
        .execute(),
    assignments: (personId: string, today: string) =>
      tables
        .selectFrom('identity.assignment')
        .selectAll()
        .where('person_id', '=', personId)
        .where('ended_at', 'is', null)
        .where((see) => see.or([see('valid_from', 'is', null), see('valid_from', '<=', today)]))
        .where((see) => see.or([see('valid_until', 'is', null), see('valid_until', '>=', today)]))
        .orderBy('position')
        .orderBy('assignment_id')
        .limit(50)
        .execute(),
  };
}
export type AssignmentRow = {
  person_id: string;
  role: Role;
  office: string;
  office_name: string;
  branch: string;
  hall?: string;
  window_id?: string;
  head?: boolean;
  items?: string[];
  position: number;
};
export type AccountStore = ReturnType<typeof createAccountStore>;
