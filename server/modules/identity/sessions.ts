import { createHash, randomBytes } from 'node:crypto';
import { shanghaiDay } from '@tongban/kernel';
import { type Arrival, anonymous, type Caller, endStreams, newId, type Tx } from '../../platform/index.ts';
import type { createSelves } from './selves.ts';
import type { Ending, LiveSession, SessionStore } from './store/sessions.ts';

const minute = 60_000;
const idleMinutes = 30;
const longestHours = { citizen: 12, staff: 10 } as const;
/** A session is touched at most once in this time, so that reading does not write on every request. */
const touchEvery = minute;

/** The name of the cookie that carries a session. */
export const sessionCookie = 'tongban_session';

type Deps = { store: SessionStore; clock: () => Date; selves: ReturnType<typeof createSelves> };

/** 会话: opens sessions and tells who asks. A token is 256 random bits; the database keeps only its hash. */
export function createSessions({ store, clock, selves }: Deps) {
  const expiry = (kind: 'citizen' | 'staff', startedAt: Date): Date => {
    const idle = clock().getTime() + idleMinutes * minute;
    return new Date(Math.min(idle, startedAt.getTime() + longestHours[kind] * 60 * minute));
  };
  return {
    async open(tx: Tx, who: { personId: string; kind: 'citizen' | 'staff'; assignmentId?: string }) {
      const token = randomBytes(32).toString('base64url');
      const now = clock();
      const sessionId = newId();
      const expiresAt = expiry(who.kind, now);
      await store.insertSession(tx, {
        session_id: sessionId,
        token_hash: hashOf(token),
        person_id: who.personId,
        kind: who.kind,
        ...(who.assignmentId === undefined ? {} : { assignment_id: who.assignmentId }),
        started_at: now,
        seen_at: now,
        expires_at: expiresAt,
      });
      return { token, sessionId, expiresAt };
    },
    async identify(arrival: Arrival): Promise<Caller> {
      const token = arrival.cookies[sessionCookie];
      if (token === undefined || token === '') return anonymous;
      const now = clock();
      const session = await store.liveSession(hashOf(token), { now, today: shanghaiDay(now) });
      if (session === undefined) return anonymous;
      if (clock().getTime() - session.seen_at.getTime() > touchEvery) {
        await store.touch(session.session_id, clock(), expiry(session.kind, session.started_at));
      }
      return callerOf(session, selves);
    },
  };
}

/** Who acts in a session: a citizen, or a member of staff from the post they chose, with the citizen they are themselves. */
async function callerOf(session: LiveSession, selves: Deps['selves']): Promise<Caller> {
  const base = {
    ...{ personId: session.person_id, sessionId: session.session_id },
    steppedUpAt: session.started_at,
  };
  if (session.kind === 'citizen') return { role: 'citizen', ...base };
  const { role, branch, assignment_id: id } = session;
  // Staff without a post in force may sign in and see so, but play no role.
  if (role === undefined || branch === undefined || id === undefined) return { role: 'anyone', ...base };
  const caller = { role, ...base, assignment: { id, branch, ...optional(session) } };
  const citizenId = session.citizen_id ?? (await selves.stillToFind(session));
  return citizenId === undefined ? caller : { ...caller, citizenId };
}

/** Ends sessions, and with them what is still being told to whoever opened it there. */
export function createEnding(store: Pick<SessionStore, 'endSessions'>, clock: () => Date) {
  return async (tx: Tx, of: Ending): Promise<void> =>
    endStreams(tx, await store.endSessions(tx, of, clock()));
}

function optional(session: LiveSession) {
  return {
    ...(session.items === undefined ? {} : { items: session.items }),
    ...(session.office === undefined ? {} : { office: session.office }),
    ...(session.window_id === undefined ? {} : { window: session.window_id }),
    ...(session.head === true ? { head: true } : {}),
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
