import type { Assignment, Session } from '@tongban/contract';
import { maskCitizenNumber, maskPhone } from '@tongban/kernel';
import type { Person } from './people.ts';
import type { AccountStore } from './store/accounts.ts';

type AssignmentRow = Awaited<ReturnType<AccountStore['assignments']>>[number];

/** One post as a screen shows it. */
export function assignmentOf(row: AssignmentRow): Assignment {
  return {
    id: row.assignment_id,
    // The database holds only roles of staff in this table.
    role: row.role as Assignment['role'],
    office: row.office,
    officeName: row.office_name,
    branch: row.branch,
    ...(row.window_id === undefined ? {} : { window: row.window_id }),
    ...(row.head ? { head: true } : {}),
  };
}

/** The session of a citizen, number and phone masked. */
export function citizenSession(person: Person, expiresAt: Date): Session {
  return {
    kind: 'citizen',
    personId: person.personId,
    name: person.name,
    citizenNumber: maskCitizenNumber(person.citizenNumber ?? ''),
    phone: maskPhone(person.phone ?? ''),
    expiresAt: expiresAt.toISOString(),
  };
}
