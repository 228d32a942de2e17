import type { Caller } from './caller.ts';
import type { Db, Tx } from './database.ts';
import { newId } from './ids.ts';
import { maskNumbers } from './log.ts';

/** 审计行: who did what to which object, and how it ended. */
export type AuditLine = {
  readonly action: string;
  readonly object: string;
  readonly purpose?: string | undefined;
  readonly result: 'done' | 'denied' | 'refused' | 'failed';
  readonly code?: string | undefined;
  readonly requestId: string;
  readonly ip?: string | undefined;
};

type AuditRow = {
  id: string;
  actor: string;
  role: string;
  assignment: string | null;
  branch: string | null;
  action: string;
  object: string;
  purpose: string | null;
  result: string;
  code: string | null;
  request_id: string;
  ip: string | null;
  session: string | null;
};
type Tables = { 'platform.audit': AuditRow };

/** Writes one audit line, in the transaction of the act when one is given. */
export async function writeAudit(db: Db, caller: Caller, line: AuditLine): Promise<void> {
  await insert(db, {
    id: newId(),
    actor: actorOf(caller),
    role: caller.role,
    assignment: caller.assignment?.id ?? null,
    branch: caller.assignment?.branch ?? null,
    action: line.action,
    // An address may hold whatever somebody typed into it.
    object: maskNumbers(line.object),
    purpose: line.purpose === undefined ? null : maskNumbers(line.purpose),
    result: line.result,
    code: line.code ?? null,
    request_id: line.requestId,
    ip: line.ip ?? null,
    session: caller.sessionId ?? null,
  });
}

/** Writes the line of something the house made in a transaction; it names no person, so that it may be shown around. */
export async function recordMade(tx: Tx, made: { action: string; object: string }): Promise<void> {
  const absent = { assignment: null, branch: null, purpose: null, code: null, ip: null, session: null };
  const house = { actor: 'house', role: 'worker', request_id: 'house' };
  await insert(tx, { id: newId(), ...made, ...house, ...absent, result: 'done' });
}

async function insert(db: Db, row: AuditRow): Promise<void> {
  await db.withTables<Tables>().insertInto('platform.audit').values(row).execute();
}

/** The name under which a caller's acts and keys are kept. */
export function actorOf(caller: Caller): string {
  return caller.personId ?? caller.sessionId ?? 'anyone';
}
