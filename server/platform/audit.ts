import type { Caller } from './caller.ts';
import type { Db } from './database.ts';
import { newId } from './ids.ts';

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
  await db
    .withTables<Tables>()
    .insertInto('platform.audit')
    .values({
      id: newId(),
      actor: actorOf(caller),
      role: caller.role,
      assignment: caller.assignment?.id ?? null,
      branch: caller.assignment?.branch ?? null,
      action: line.action,
      object: line.object,
      purpose: line.purpose ?? null,
      result: line.result,
      code: line.code ?? null,
      request_id: line.requestId,
      ip: line.ip ?? null,
      session: caller.sessionId ?? null,
    })
    .execute();
}

/** The name under which a caller's acts and keys are kept. */
export function actorOf(caller: Caller): string {
  return caller.personId ?? caller.sessionId ?? 'anyone';
}
