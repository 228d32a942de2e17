import type { Role } from '@tongban/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { Tables } from './tables.ts';

/** More posts than any one list of colleagues ever shows. */
const mostPosts = 2000;

/** SQL of who can act now: posts in force of accounts that are not suspended. */
export function createStaffStore(db: Db) {
  const tables = db.withTables<Tables>();
  const inForce = (today: string, roles: readonly Role[]) =>
    tables
      .selectFrom('identity.assignment as post')
      .innerJoin('identity.account as account', 'account.person_id', 'post.person_id')
      .innerJoin('identity.person as person', 'person.person_id', 'post.person_id')
      .select(['post.person_id', 'person.name', 'post.role', 'post.branch', 'post.office_name'])
      .select(['post.items', 'post.head'])
      .leftJoin('identity.person as citizen', 'citizen.citizen_number_index', 'account.citizen_number_index')
      .select((see) => see.ref('citizen.person_id').$castTo<string | undefined>().as('citizen_id'))
      .where('account.suspended_at', 'is', null)
      .where('post.ended_at', 'is', null)
      .where('post.role', 'in', roles)
      .where((see) => see.or([see('post.valid_from', 'is', null), see('post.valid_from', '<=', today)]))
      .where((see) => see.or([see('post.valid_until', 'is', null), see('post.valid_until', '>=', today)]))
      .orderBy('post.branch')
      .orderBy('person.name')
      .orderBy('post.assignment_id')
      .limit(mostPosts);
  return {
    at: (branches: readonly string[], today: string, roles: readonly Role[]) =>
      inForce(today, roles).where('post.branch', 'in', branches).execute(),
    below: (branch: string, today: string, roles: readonly Role[]) =>
      inForce(today, roles)
        .where((see) =>
          see.or([
            see('post.branch', '=', branch),
            see(sql<boolean>`starts_with(post.branch, ${`${branch}/`})`, '=', true),
          ]),
        )
        .execute(),
  };
}
export type StaffStore = ReturnType<typeof createStaffStore>;
