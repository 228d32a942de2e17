import { randomInt } from 'node:crypto';
import { Problem } from '@tongban/kernel';
import { type Db, type SignedIn, type Tx, transaction, type Vault } from '../../platform/index.ts';
import type { CodeSender } from './codes.ts';
import type { Box } from './kept.ts';
import { maskMail } from './rules.ts';
import type { NoticeStore } from './store/notices.ts';

type Parts = {
  db: Db;
  clock: () => Date;
  box: Box;
  vault: Vault;
  notices: NoticeStore;
  /** Sends the codes; absent where the bureau sends no mail. */
  mailCodes: CodeSender | undefined;
};
export type MailAddress = ReturnType<typeof createMailAddress>;

/** House defaults, as for the codes of a phone. */
const lifeMinutes = 10;
const triesPerCode = 5;

/** 邮箱: an address is somebody's own once they have typed the one-time code that was sent there, and only then written to. */
export function createMailAddress(parts: Parts) {
  const { clock, box, vault, notices, mailCodes } = parts;
  return {
    isOffered: mailCodes !== undefined,
    /** Keeps an address until it is confirmed and sends a code there; another address before that takes its place. */
    async claim(tx: Tx, { personId }: SignedIn, typed: string): Promise<{ simulatorCode?: string }> {
      if (mailCodes === undefined) throw away();
      const address = addressOf(typed);
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const now = clock();
      await notices.setClaim(tx, {
        ...{ person_id: personId, address: box.sealClaim(personId, address) },
        code_index: vault.index('notices.mail-code', `${personId}:${address}:${code}`),
        ...{ sent_at: now, expires_at: new Date(now.getTime() + lifeMinutes * 60_000) },
      });
      await mailCodes.send({ to: address, code, minutes: lifeMinutes }).catch(() => {
        throw away();
      });
      return mailCodes.kind === 'simulator' ? { simulatorCode: code } : {};
    },
    /** The code proves the address, which from then on is written to. */
    async confirm(tx: Tx, { personId }: SignedIn, typed: string): Promise<void> {
      const verdict = await transaction(parts.db, (own) => tryCode(parts, own, { personId, typed }));
      if (!verdict.ok) throw wrongCode(verdict.why);
      await notices.setMail(tx, personId, box.sealMail(personId, verdict.address));
      await notices.dropClaim(tx, personId);
    },
    async forget(tx: Tx, { personId }: SignedIn): Promise<void> {
      await notices.setMail(tx, personId, null);
      await notices.dropClaim(tx, personId);
    },
    /** What the settings show of it, masked. */
    async shown(personId: string, sealed: Buffer | undefined, tx?: Tx) {
      const claim = await notices.claim(personId, tx);
      const isOpen = claim !== undefined && claim.expires_at > clock();
      return {
        ...(sealed === undefined ? {} : { mailAddress: maskMail(box.openMail(personId, sealed)) }),
        ...(isOpen ? { mailAsked: maskMail(box.openClaim(personId, claim.address)) } : {}),
      };
    },
  };
}

type Verdict = { ok: true; address: string } | { ok: false; why: keyof typeof says };

/** Tries are counted in a transaction of their own: a refusal must not take them back. */
async function tryCode(
  { clock, box, vault, notices }: Parts,
  tx: Tx,
  { personId, typed }: { personId: string; typed: string },
): Promise<Verdict> {
  const claim = await notices.lockClaim(tx, personId);
  if (claim === undefined) return { ok: false, why: 'missing' };
  if (claim.expires_at <= clock()) return { ok: false, why: 'expired' };
  if (claim.tries >= triesPerCode) return { ok: false, why: 'spent' };
  const address = box.openClaim(personId, claim.address);
  const code = typed.normalize('NFKC').trim();
  const given = vault.index('notices.mail-code', `${personId}:${address}:${code}`);
  if (/^\d{6}$/.test(code) && vault.same(given, claim.code_index)) return { ok: true, address };
  await notices.countTry(tx, personId, claim.tries + 1);
  return { ok: false, why: 'wrong' };
}

const says = {
  missing: '先填邮箱，再填收到的 6 位数字',
  expired: '验证码过了 10 分钟，重新发送一个',
  spent: '这个验证码试错 5 次了，重新发送一个',
  wrong: '验证码不对，核对邮件里的 6 位数字',
} as const;

function wrongCode(why: keyof typeof says): Problem {
  return new Problem(`notices.mail-code-${why}`, 'invalid', says[why], [
    { pointer: '/code', code: why, message: says[why] },
  ]);
}

function away(): Problem {
  return new Problem('notices.mail-away', 'unavailable', '邮件现在发不出去，过几分钟再试');
}

/** Full-width letters and surrounding blanks are forgiven; what is no address is said at its field. */
function addressOf(typed: string): string {
  const address = typed.normalize('NFKC').trim();
  if (/^[^\s@"<>(),:;\\[\]]{1,64}@[\w-]+(\.[\w-]+)+$/.test(address) && address.length <= 120) return address;
  const message = '邮箱要像 name@example.cn 这样，中间有 @';
  throw new Problem('notices.mail-address', 'invalid', message, [
    { pointer: '/address', code: 'notices.mail-address', message },
  ]);
}
