import { hash, verify as verifyPassword } from '@node-rs/argon2';
import { Problem } from '@tongban/kernel';
import { verify as verifyTotp } from 'otplib';
import { type Db, type Tx, transaction, type Vault } from '../../platform/index.ts';
import type { AccountStore } from './store/accounts.ts';

const failuresUntilLock = 5;
const lockMinutes = 30;
const stepSeconds = 30;

/** argon2id with 19 MiB and two passes. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Spends the same time on an unknown login as on a known one. */
const decoy = hashPassword('nobody has this password');

export type Credentials = { login: string; password: string; totp: string };

/**
 * Checks password and time-based code. Five failures lock the account for half an hour; a code counts once. The
 * verdict is kept in a transaction of its own, so that a refusal cannot be taken back.
 */
export function createStaffSignIn(deps: { db: Db; store: AccountStore; vault: Vault; clock: () => Date }) {
  const { db, store, vault, clock } = deps;
  return async (given: Credentials): Promise<string> => {
    const verdict = await transaction(db, (tx) => examine(tx, given));
    if (verdict.ok) return verdict.personId;
    if (verdict.why === 'suspended') {
      throw new Problem('identity.suspended', 'forbidden', '账号已停用，联系本单位安全管理员');
    }
    if (verdict.why === 'locked') {
      throw new Problem('identity.locked', 'too-many', '试错 5 次，账号锁定 30 分钟；急用找本单位安全管理员');
    }
    throw new Problem('identity.credentials', 'invalid', '账号、密码或动态码不对，请核对后再试');
  };

  async function examine(tx: Tx, given: Credentials): Promise<Verdict> {
    const account = await store.lockAccount(tx, given.login);
    const known = await verifyPassword(account?.password_hash ?? (await decoy), given.password);
    if (account === undefined) return { ok: false, why: 'wrong' };
    const now = clock();
    if (isLocked(account, now)) return { ok: false, why: 'locked' };
    const secret = vault.open(`identity.account.totp|${account.person_id}`, account.totp_secret);
    const step = known ? await stepOf(secret, given.totp, now) : undefined;
    if (step === undefined || step <= account.totp_last_step) {
      return fail(tx, account.person_id, account.failures + 1);
    }
    await store.noteSuccess(tx, account.person_id, step);
    // Only who proved to be the owner is told that the account is suspended.
    if (account.suspended_at !== undefined) return { ok: false, why: 'suspended' };
    return { ok: true, personId: account.person_id };
  }

  async function fail(tx: Tx, personId: string, failures: number): Promise<Verdict> {
    const locks = failures >= failuresUntilLock;
    const until = locks ? new Date(clock().getTime() + lockMinutes * 60_000) : undefined;
    await store.noteFailure(tx, personId, locks ? 0 : failures, until);
    return { ok: false, why: locks ? 'locked' : 'wrong' };
  }
}
function isLocked({ locked_until: until }: { locked_until?: Date | undefined }, now: Date): boolean {
  return until !== undefined && until > now;
}

type Verdict = { ok: true; personId: string } | { ok: false; why: 'wrong' | 'locked' | 'suspended' };

/** The time step a code belongs to, one step of drift allowed; undefined when it is wrong. */
async function stepOf(secret: string, token: string, now: Date): Promise<number | undefined> {
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verifyTotp({ secret, token, epoch, epochTolerance: stepSeconds });
  return result.valid ? Math.floor(epoch / stepSeconds) + result.delta : undefined;
}
