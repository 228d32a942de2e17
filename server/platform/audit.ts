import { sql } from 'kysely';
import { asMachine } from './acting.ts';
import { createBatches } from './batches.ts';
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
  /** Says nothing of who acted or from where. */
  readonly unnamed?: boolean;
  /** What else is written in the statement of the line. */
  readonly beside?: readonly Sql[];
};

type AuditRow = Omit<AuditLine, 'beside' | 'unnamed'> & {
  readonly actor: string;
  readonly role: string;
  readonly assignment?: string | undefined;
  readonly branch?: string | undefined;
  readonly session?: string | undefined;
};

/** Writes an audit line that no transaction waits for. */
export type RecordAlone = (caller: Caller, line: AuditLine) => Promise<void>;

/** How many lines that stand alone are written at once. */
const together = 64;

/** Writes one audit line, in the transaction of the act when one is given. */
export async function writeAudit(db: Db, caller: Caller, line: AuditLine): Promise<void> {
  await sql`${besideSql(line.beside ?? [])} ${linesSql([rowOf(caller, line)])}`.execute(db);
}

/** Lines that come while one is being written are written together; one that cannot be written takes no other with it. */
export function createLoneLines(db: Db): RecordAlone {
  const write = (rows: readonly AuditRow[]) => linesSql(rows).execute(db);
  const batch = createBatches<AuditRow, { error?: unknown }>(together, (rows) =>
    asMachine('worker', async () => {
      const whole = await write(rows).catch(() => undefined);
      if (whole !== undefined) return rows.map(() => ({}));
      return Promise.all(
        rows.map((row) =>
          write([row]).then(
            () => ({}),
            (error: unknown) => ({ error }),
          ),
        ),
      );
    }),
  );
  return async (caller, line) => {
    const { error } = await batch(rowOf(caller, line));
    if (error !== undefined) throw error;
  };
}

function rowOf(
  caller: Caller,
  { object, purpose, beside: _, unnamed = false, ip, ...line }: AuditLine,
): AuditRow {
  const { id: assignment, branch } = caller.assignment ?? {};
  const who = unnamed
    ? { actor: 'unnamed' }
    : { actor: actorOf(caller), assignment, branch, session: caller.sessionId, ip };
  return {
    ...{ ...line, ...who, role: caller.role },
    // An address may hold whatever somebody typed into it.
    object: maskNumbers(object),
    purpose: purpose === undefined ? undefined : maskNumbers(purpose),
  };
}

/** Writes the line of something the house made in a transaction; it names no person, so that it may be shown around. */
export async function recordMade(tx: Tx, made: { action: string; object: string }): Promise<void> {
  await linesSql([{ ...made, actor: 'house', role: 'worker', requestId: 'house', result: 'done' }]).execute(
    tx,
  );
}

function besideSql(statements: readonly Sql[]): Sql {
  if (statements.length === 0) return sql``;
  const named = statements.map((one, at) => sql`${sql.ref(`beside${at}`)} as (${one})`);
  return sql`with ${sql.join(named)}`;
}

function linesSql(rows: readonly AuditRow[]): Sql {
  return sql`insert into platform.audit
    (id, actor, role, assignment, branch, action, object, purpose, result, code, request_id, ip, session)
    values ${sql.join(rows.map(valuesOf))}`;
}

function valuesOf(row: AuditRow): Sql {
  const values = [
    ...[newId(), row.actor, row.role, row.assignment, row.branch, row.action, row.object, row.purpose],
    ...[row.result, row.code, row.requestId, row.ip, row.session],
  ].map((value) => value ?? null);
  return sql`(${sql.join(values)})`;
}

/** The name under which a caller's acts and keys are kept. */
export function actorOf(caller: Caller): string {
  return caller.personId ?? caller.sessionId ?? 'anyone';
}
