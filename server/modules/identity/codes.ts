import { randomInt } from 'node:crypto';
import { Problem } from '@tongban/kernel';
import { type Db, type Tx, transaction, type Vault } from '../../platform/index.ts';
import type { SmsGateway } from './ports/sms.ts';
import type { CodeStore } from './store/codes.ts';

const lifeMinutes = 10;
const triesPerCode = 5;
const codesPerHour = 5;

/** 验证码: one-time codes for a phone: six digits, ten minutes, used once, five tries, five codes an hour. */
export function createCodes(deps: {
  db: Db;
  store: CodeStore;
  vault: Vault;
  sms: SmsGateway;
  clock: () => Date;
}) {
  const { db, store, vault, sms, clock } = deps;
  return {
    async send(tx: Tx, phone: string) {
      const now = clock();
      const phoneIndex = vault.index('identity.phone', phone);
      const sent = await store.codesSince(phoneIndex, new Date(now.getTime() - 3_600_000));
      if (sent >= codesPerHour) {
        throw new Problem(
          'identity.too-many-codes',
          'too-many',
          '一小时内最多发 5 次验证码，请一小时后再试，或到大厅办理',
        );
      }
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const expiresAt = new Date(now.getTime() + lifeMinutes * 60_000);
      await store.insertCode(tx, {
        phone_index: phoneIndex,
        code_index: vault.index('identity.code', `${phone}:${code}`),
        sent_at: now,
        expires_at: expiresAt,
      });
      await handOver(sms, phone, code);
      return { expiresAt, ...(sms.kind === 'simulator' ? { simulatorCode: code } : {}) };
    },
    /** Uses the code up. Tries are counted in a transaction of their own: a refusal must not take them back. */
    async use(phone: string, typed: string): Promise<void> {
      const verdict = await transaction(db, (tx) => spend(tx, phone, typed));
      if (verdict === 'ok') return;
      throw new Problem(`identity.code-${verdict}`, 'invalid', says[verdict], [
        { pointer: '/code', code: verdict, message: says[verdict] },
      ]);
    },
  };

  async function spend(tx: Tx, phone: string, typed: string): Promise<'ok' | keyof typeof says> {
    const code = await store.lockCode(tx, vault.index('identity.phone', phone));
    if (code === undefined || code.used_at !== undefined) return 'missing';
    if (code.expires_at <= clock()) return 'expired';
    if (code.tries >= triesPerCode) return 'spent';
    const given = /^\d{6}$/.test(typed)
      ? vault.index('identity.code', `${phone}:${typed}`)
      : Buffer.alloc(16);
    if (!vault.same(given, code.code_index)) {
      await store.countTry(tx, code.code_id, code.tries + 1);
      return 'wrong';
    }
    await store.useCode(tx, code.code_id, clock());
    return 'ok';
  }
}

const says = {
  missing: '先点“发送验证码”，再填收到的 6 位数字',
  expired: '验证码过了 10 分钟，重新发送一个',
  spent: '这个验证码试错 5 次了，重新发送一个',
  wrong: '验证码不对，核对短信里的 6 位数字',
} as const;

async function handOver(sms: SmsGateway, phone: string, code: string): Promise<void> {
  try {
    await sms.send({ phone, code, minutes: lifeMinutes });
  } catch {
    throw new Problem('identity.sms-away', 'unavailable', '短信现在发不出去，过几分钟再试，或到大厅办理');
  }
}
