import type { Role } from '@tongban/contract';
import { sql } from 'kysely';
import { type Db, prepared, type Tx } from '../../../platform/index.ts';
import type { Tables } from './tables.ts';

/** SQL of sessions. */
export function createSessionStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  const live = prepared((tokenHash: Buffer, now: Date, today: string) =>
    tables
      .selectFrom('identity.session as session')
      .leftJoin('identity.account as account', 'account.person_id', 'session.person_id')
      .leftJoin('identity.assignment as assignment', (join) =>
        join
          .onRef('assignment.assignment_id', '=', 'session.assignment_id')
          .on('assignment.ended_at', 'is', null)
          .on((see) =>
            see.or([see('assignment.valid_from', 'is', null), see('assignment.valid_from', '<=', today)]),
          )
          .on((see) =>
            see.or([see('assignment.valid_until', 'is', null), see('assignment.valid_until', '>=', today)]),
          ),
      )
      // Whoever works for the bureau may be a citizen of it too.
      .leftJoin('identity.person as citizen', 'citizen.citizen_number_index', 'account.citizen_number_index')
      .selectAll('session')
      .select([
        'assignment.role as role',
        'assignment.branch as branch',
        'assignment.items as items',
        'assignment.office as office',
        'assignment.window_id as window_id',
        'assignment.head as head',
        'citizen.person_id as citizen_id',
      ])
      .select(sql<boolean>`account.citizen_number is not null`.as('numbered'))
      .$castTo<LiveSession>()
      .where('session.token_hash', '=', tokenHash)
      .where('account.suspended_at', 'is', null)
      .where('session.ended_at', 'is', null)
      .where('session.expires_at', '>', now),
  );
  return {
    insertSession: (tx: Tx, row: NewSession) =>
      within(tx).insertInto('identity.session').values(row).execute(),
    /** The session of a token with the post it acts from, while account and post are in force. */
    liveSession: async (tokenHash: Buffer, { now, today }: { now: Date; today: string }) =>
      (await live(db, tokenHash, now, today))[0],
    touch: (sessionId: string, seenAt: Date, expiresAt: Date) =>
      tables
        .updateTable('identity.session')
        .set({ seen_at: seenAt, expires_at: expiresAt })
        .where('session_id', '=', sessionId)
        .where('ended_at', 'is', null)
        .execute(),
    /** Ends one session, every session of a person, or those that act from one post; which ones that were. */
    endSessions: async (tx: Tx, of: Ending, at: Date): Promise<string[]> => {
      const [column, id] = endingOf(of);
      const rows = await within(tx)
        .updateTable('identity.session')
        .set({ ended_at: at })
        .where('ended_at', 'is', null)
        .where(column, '=', id)
        .returning('session_id')
        .execute();
      return rows.map((row) => row.session_id);
    },
    /** Ends sessions whose time is over, those longest over first; which ones that were. */
    endExpired: async (tx: Tx, now: Date, limit: number): Promise<string[]> => {
      const over = within(tx)
        .selectFrom('identity.session')
        .select('session_id')
        .where('ended_at', 'is', null)
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(limit)
        .forUpdate()
        .skipLocked();
      const rows = await within(tx)
        .updateTable('identity.session')
        .set({ ended_at: now })
        .where('session_id', 'in', over)
        .returning('session_id')
        .execute();
      return rows.map((row) => row.session_id);
    },
    actFrom: (tx: Tx, sessionId: string, assignmentId: string) =>
      within(tx)
        .updateTable('identity.session')
        .set({ assignment_id: assignmentId })
        .where('session_id', '=', sessionId)
        .execute(),
    session: (sessionId: string) =>
      tables
        .selectFrom('identity.session')
        .selectAll()
        .where('session_id', '=', sessionId)
        .executeTakeFirst(),
  };
}
/** Whose sessions end. */
export type Ending = { session: string } | { person: string } | { assignment: string };

function endingOf(of: Ending): ['session_id' | 'person_id' | 'assignment_id', string] {
  if ('session' in of) return ['session_id', of.session];
  return 'person' in of ? ['person_id', of.person] : ['assignment_id', of.assignment];
}

/** A session with the post it acts from; the platform reads what is empty as undefined. */
export type LiveSession = {
  session_id: string;
  person_id: string;
  kind: 'citizen' | 'staff';
  assignment_id?: string;
  started_at: Date;
  seen_at: Date;
  role?: Role;
  branch?: string;
  items?: string[];
  office?: string;
  window_id?: string;
  head?: boolean;
  /** The citizen its holder is, as far as the account says so and they have come as one. */
  citizen_id?: string;
  /** Whether the account says which citizen its holder is. */
  numbered: boolean;
};
type NewSession = {
  session_id: string;
  token_hash: Buffer;
  person_id: string;
  kind: 'citizen' | 'staff';
  assignment_id?: string;
  started_at: Date;
  seen_at: Date;
  expires_at: Date;
};
export type SessionStore = ReturnType<typeof createSessionStore>;
