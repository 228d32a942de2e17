import { createHash } from 'node:crypto';
import { Problem } from '@tongban/kernel';
import { sql } from 'kysely';
import { type Db, isLockTimeout, type Maybe, type Sql, type Tx } from './database.ts';

/** 幂等键: a creating call under the caller's own key. */
export type Claim = { readonly actor: string; readonly key: string; readonly asked: Buffer };

/** An answer given before. */
export type Given = { readonly status: number; readonly body: string | undefined };

type Tables = {
  'platform.idempotency': {
    actor: string;
    key: string;
    asked: Buffer;
    status: Maybe<number>;
    body: Maybe<string>;
    at: Date;
  };
};

const wellFormed = /^[\w.:-]{8,100}$/;

/** Reads the key a creating call must carry. */
export function keyFrom(header: string | undefined): string {
  if (header === undefined)
    throw new Problem('request.key-missing', 'invalid', '提交缺少 Idempotency-Key 请求头');
  if (!wellFormed.test(header))
    throw new Problem(
      'request.key-malformed',
      'invalid',
      'Idempotency-Key 应为 8 到 100 位字母、数字或 . : _ -',
    );
  return header;
}

/** Condenses what was asked, to tell a repetition from another request under the same key. */
export function digestOf(...parts: readonly (string | undefined)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** 不留名: where a key is kept so that only whoever made it can find it again. */
export function veiled(actor: string, key: string): Pick<Claim, 'actor' | 'key'> {
  return { actor: 'unnamed', key: digestOf(actor, key).toString('hex') };
}

/**
 * Takes the key inside the transaction of the write, or finds the answer given to it before. A second call under the
 * same key waits here until the first has ended.
 */
export async function claimKey(tx: Tx, claim: Claim, now: Date): Promise<Given | undefined> {
  const { rows } = await sql`insert into platform.idempotency (actor, key, asked, at)
    values (${claim.actor}, ${claim.key}, ${claim.asked}, ${now})
    on conflict do nothing returning key`
    .execute(tx)
    .catch(refuseInFlight);
  return rows.length === 0 ? givenBefore(tx, claim) : undefined;
}

/** Keeps the answer beside the key: sent with the audit line, in the same transaction. */
export function keptAnswer({ actor, key }: Claim, { status, body }: Given): Sql {
  return sql`update platform.idempotency set status = ${status}, body = ${body ?? null}
    where actor = ${actor} and key = ${key}`;
}

/** Forgets keys older than three days. */
export async function forgetKeys(db: Db, now: Date): Promise<void> {
  const threeDaysAgo = new Date(now.getTime() - 72 * 3_600_000);
  await db.withTables<Tables>().deleteFrom('platform.idempotency').where('at', '<', threeDaysAgo).execute();
}

async function givenBefore(tx: Tx, claim: Claim): Promise<Given> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('platform.idempotency')
    .select(['asked', 'status', 'body'])
    .where('actor', '=', claim.actor)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
  if (!row.asked.equals(claim.asked))
    throw new Problem(
      'request.key-reused',
      'conflict',
      '这个 Idempotency-Key 已用于另一次提交，换一个再提交',
    );
  return { status: row.status ?? 204, body: row.body };
}

function refuseInFlight(error: unknown): never {
  if (isLockTimeout(error))
    throw new Problem('request.in-flight', 'conflict', '同一次提交还在处理，稍等几秒再看结果');
  throw error;
}
