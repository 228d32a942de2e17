import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What is signed: the request line, when, once, and the digest of the body. */
export type Signed = {
  readonly method: string;
  readonly path: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly digest: string;
};

/** A signed request older or younger than this is not taken. */
export const freshMs = 300_000;

/** 签名: HMAC-SHA256 over five lines; docs/licences.md tells units how it is made. */
export function signatureOf(key: string, { method, path, timestamp, nonce, digest }: Signed): string {
  return createHmac('sha256', key).update([method, path, timestamp, nonce, digest].join('\n')).digest('hex');
}

export function isSignature(given: string, key: string, signed: Signed): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(signatureOf(key, signed))];
  return one.length === other.length && timingSafeEqual(one, other);
}

export function digestOf(body: Buffer | string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Whether a key is the one we know; how long that takes tells nothing of it. */
export function isSameKey(known: string, given: string): boolean {
  const [one, other] = [known, given].map((key) => createHash('sha256').update(key).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** 密钥: told once, when the unit is registered. */
export function newKey(): string {
  return `tbp_${randomBytes(32).toString('base64url')}`;
}

/** Whether a request was signed just now, by our clock. */
export function isFresh(timestamp: string, now: Date): boolean {
  if (!/^\d{10}$/.test(timestamp)) return false;
  return Math.abs(now.getTime() - Number(timestamp) * 1000) < freshMs;
}
