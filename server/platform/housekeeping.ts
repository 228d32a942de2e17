import { sql } from 'kysely';
import type { Db } from './database.ts';
import { forgetKeys } from './idempotency.ts';
import type { Jobs } from './jobs.ts';
import { createOutboxStore } from './outbox-store.ts';

const monthMs = 30 * 86_400_000;

/** Keeps the platform's own tables from growing: old keys, digested events, audit months to come. */
export function keepHouse({ db, jobs }: { db: Db; jobs: Jobs }): void {
  jobs.every('platform.forget-keys', '17 * * * *', (now) => forgetKeys(db, now));
  jobs.every('platform.forget-events', '43 19 * * *', (now) =>
    createOutboxStore(db).forget(new Date(now.getTime() - monthMs)),
  );
  jobs.every('platform.make-audit-months', '7 18 * * *', async () => {
    await sql`select platform.make_audit_months(3)`.execute(db);
  });
}
