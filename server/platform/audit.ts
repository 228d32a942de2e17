import { sql } from 'kysely';
import type { Caller } from './caller.ts';
import type { Db, Sql, Tx } from './database.ts';
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
  /** What else is written in the statement of the line. */
  readonly beside?: readonly Sql[];
};

type AuditRow = Omit<AuditLine, 'beside'> & {
  readonly actor: string;
  readonly role: string;
  readonly assignment?: string | undefined;
  readonly branch?: string | undefined;
  readonly session?: string | undefined;
};

/** Writes one audit line, in the transaction of the act when one is given. */
export async function writeAudit(
  db: Db,
  caller: Caller,
  { object, purpose, beside = [], ...line }: AuditLine,
): Promise<void> {
  const { id: assignment, branch } = caller.assignment ?? {};
  const row = {
    ...{ ...line, actor: actorOf(caller), role: caller.role, assignment, branch, session: caller.sessionId },
    // An address may hold whatever somebody typed into it.
    object: maskNumbers(object),
    purpose: purpose === undefined ? undefined : maskNumbers(purpose),
  };
  await sql`${besideSql(beside)} ${lineSql(row)}`.execute(db);
}

/** Writes the line of something the house made in a transaction; it names no person, so that it may be shown around. */
export async function recordMade(tx: Tx, made: { action: string; object: string }): Promise<void> {
  await lineSql({ ...made, actor: 'house', role: 'worker', requestId: 'house', result: 'done' }).execute(tx);
}

function besideSql(statements: readonly Sql[]): Sql {
  if (statements.length === 0) return sql``;
  const named = statements.map((one, at) => sql`${sql.ref(`beside${at}`)} as (${one})`);
  return sql`with ${sql.join(named)}`;
}

function lineSql(row: AuditRow): Sql {
  const values = [
    ...[newId(), row.actor, row.role, row.assignment, row.branch, row.action, row.object, row.purpose],
    ...[row.result, row.code, row.requestId, row.ip, row.session],
  ].map((value) => value ?? null);
  return sql`insert into platform.audit
    (id, actor, role, assignment, branch, action, object, purpose, result, code, request_id, ip, session)
    values (${sql.join(values)})`;
}

/** The name under which a caller's acts and keys are kept. */
export function actorOf(caller: Caller): string {
  return caller.personId ?? caller.sessionId ?? 'anyone';
}
