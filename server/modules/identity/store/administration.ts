import type { Role } from '@tongban/contract';
import { sql } from 'kysely';
import { type Db, newId, type Tx } from '../../../platform/index.ts';
import type { SealedNumber } from '../selves.ts';
import type { Tables } from './tables.ts';

const longestList = 200;

/** SQL of what a security administrator does: finds accounts, gives and ends posts, suspends. */
export function createAdministrationStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    /** Accounts by the beginning of a login or by a part of a name. */
    accounts: (typed: string) =>
      tables
        .selectFrom('identity.account as account')
        .innerJoin('identity.person as person', 'person.person_id', 'account.person_id')
        .select(['account.person_id', 'account.login', 'person.name', 'account.suspended_at'])
        .select('account.citizen_number')
        .where((see) =>
          see.or([
            see(sql`starts_with(account.login, ${typed})`, '=', true),
            see(sql`strpos(person.name, ${typed})`, '>', 0),
          ]),
        )
        .orderBy('account.login')
        .limit(longestList)
        .execute(),
    /** The posts in force or still to come of some persons. */
    posts: (personIds: readonly string[], today: string) =>
      tables
        .selectFrom('identity.assignment')
        .select(['assignment_id', 'person_id', 'role', 'office_name', 'valid_until'])
        .where('person_id', 'in', personIds)
        .where('ended_at', 'is', null)
        .where((see) => see.or([see('valid_until', 'is', null), see('valid_until', '>=', today)]))
        .orderBy('position')
        .orderBy('assignment_id')
        .execute(),
    lockAccountOf: (tx: Tx, personId: string) =>
      within(tx)
        .selectFrom('identity.account')
        .select(['person_id', 'suspended_at'])
        .where('person_id', '=', personId)
        .forUpdate()
        .executeTakeFirst(),
    lockPost: (tx: Tx, assignmentId: string) =>
      within(tx)
        .selectFrom('identity.assignment')
        .select(['assignment_id', 'person_id', 'ended_at'])
        .where('assignment_id', '=', assignmentId)
        .forUpdate()
        .executeTakeFirst(),
    insertPost: async (tx: Tx, row: NewPost): Promise<string> => {
      const assignmentId = newId();
      await within(tx)
        .insertInto('identity.assignment')
        .values({
          ...row,
          assignment_id: assignmentId,
          // A new post comes after those there are.
          position: sql<number>`(select coalesce(max(position) + 1, 0) from identity.assignment
            where person_id = ${row.person_id})`,
        })
        .execute();
      return assignmentId;
    },
    endPost: (tx: Tx, assignmentId: string, at: Date) =>
      within(tx)
        .updateTable('identity.assignment')
        .set({ ended_at: at })
        .where('assignment_id', '=', assignmentId)
        .execute(),
    /** Suspends an account, or lets it in again when nothing is given. */
    setSuspension: (tx: Tx, personId: string, suspension?: Suspension) =>
      within(tx)
        .updateTable('identity.account')
        .set({
          suspended_at: suspension?.at ?? null,
          suspended_by: suspension?.by ?? null,
          suspended_why: suspension?.why ?? null,
        })
        .where('person_id', '=', personId)
        .execute(),
    /** Sets the citizen number of an account, or takes it away when nothing is given. */
    setNumber: (tx: Tx, personId: string, number?: SealedNumber) =>
      within(tx)
        .updateTable('identity.account')
        .set({
          citizen_number: number?.citizen_number ?? null,
          citizen_number_index: number?.citizen_number_index ?? null,
        })
        .where('person_id', '=', personId)
        .execute(),
    /** The posts persons hold or held, the first one first. */
    postsOfPersons: (personIds: readonly string[]) =>
      tables
        .selectFrom('identity.assignment as assignment')
        .innerJoin('identity.account as account', 'account.person_id', 'assignment.person_id')
        .select(['assignment.person_id', 'assignment.role', 'assignment.office_name', 'account.staff_number'])
        .where('assignment.person_id', 'in', personIds)
        .orderBy('assignment.position', 'desc')
        .execute(),
    /** Posts by their ids, whether in force or not, with the staff number of who holds them. */
    postsById: (assignmentIds: readonly string[]) =>
      tables
        .selectFrom('identity.assignment as assignment')
        .innerJoin('identity.account as account', 'account.person_id', 'assignment.person_id')
        .select([
          'assignment.assignment_id',
          'assignment.role',
          'assignment.office_name',
          'account.staff_number',
        ])
        .where('assignment.assignment_id', 'in', assignmentIds)
        .execute(),
  };
}
type Suspension = { at: Date; by: string; why: string };
type NewPost = {
  person_id: string;
  role: Role;
  office: string;
  office_name: string;
  branch: string;
  valid_from: string;
  valid_until?: string;
};
export type AdministrationStore = ReturnType<typeof createAdministrationStore>;

/** Whether the database refused a post because it would unite powers that are kept apart. */
export function unitesPowers(error: unknown): boolean {
  return isRefusedBy(error, 'assignment_separates_administrators');
}

/** Whether the database refused a citizen number because another account has it. */
export function hasNumberTwice(error: unknown): boolean {
  return isRefusedBy(error, 'account_citizen_number_once');
}

function isRefusedBy(error: unknown, constraint: string): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === constraint;
}
