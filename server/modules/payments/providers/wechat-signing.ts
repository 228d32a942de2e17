import { createDecipheriv, createSign, createVerify, type KeyObject, randomBytes } from 'node:crypto';

/** 微信支付 APIv3 签名: how requests to the platform are signed, and what it signs and seals is opened. */
const scheme = 'WECHATPAY2-SHA256-RSA2048';
const tagBytes = 16;

export type SignedRequest = { readonly method: string; readonly path: string; readonly body: string };
export type Merchant = { readonly merchant: string; readonly serial: string; readonly key: KeyObject };

type Stamp = { readonly timestamp: string; readonly nonce: string };

/** 待签名串 of a request: five lines, each with its line feed, the last one too. */
export function requestText({ method, path, body }: SignedRequest, { timestamp, nonce }: Stamp): string {
  return linesOf(method, path, timestamp, nonce, body);
}

/** 待签名串 of what the WeChat browser is handed: four lines. */
export function browserText(app: string, { timestamp, nonce, prepay }: Stamp & { prepay: string }): string {
  return linesOf(app, timestamp, nonce, `prepay_id=${prepay}`);
}

/** The Authorization header of one request; every part of a message ends with a line feed. */
export function authorization(
  { merchant, serial, key }: Merchant,
  request: SignedRequest,
  now: Date,
): string {
  const nonce = randomBytes(16).toString('hex');
  const timestamp = secondsOf(now);
  const signature = signText(key, requestText(request, { timestamp, nonce }));
  const parts = { mchid: merchant, nonce_str: nonce, signature, timestamp, serial_no: serial };
  const written = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
  return `${scheme} ${written.join(',')}`;
}

/** What the WeChat browser is handed to open the payment. */
export function browserPayment(
  { key }: Pick<Merchant, 'key'>,
  { app, prepay, now }: { app: string; prepay: string; now: Date },
): Record<string, string> {
  const [timeStamp, nonceStr] = [secondsOf(now), randomBytes(16).toString('hex')];
  const paySign = signText(key, browserText(app, { timestamp: timeStamp, nonce: nonceStr, prepay }));
  return { appId: app, timeStamp, nonceStr, package: `prepay_id=${prepay}`, signType: 'RSA', paySign };
}

/** Whether the platform signed exactly these bytes. */
export function isSigned(
  key: KeyObject,
  message: { readonly timestamp: string; readonly nonce: string; readonly bytes: Buffer },
  signature: string,
): boolean {
  const { timestamp, nonce, bytes } = message;
  const verifier = createVerify('RSA-SHA256').update(`${timestamp}\n${nonce}\n`).update(bytes).update('\n');
  return verifier.verify(key, signature, 'base64');
}

export type Sealed = {
  readonly algorithm: string;
  readonly nonce: string;
  readonly associated_data?: string;
  readonly ciphertext: string;
};

/** Opens what the platform sealed with the APIv3 key; throws when anything in it was changed. */
export function unseal(secret: string, sealed: Sealed): string {
  if (sealed.algorithm !== 'AEAD_AES_256_GCM') throw new Error(`unknown algorithm ${sealed.algorithm}`);
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(secret), Buffer.from(sealed.nonce), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(sealed.associated_data ?? ''));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
}

function secondsOf(now: Date): string {
  return String(Math.floor(now.getTime() / 1000));
}

function linesOf(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function signText(key: KeyObject, text: string): string {
  return createSign('RSA-SHA256').update(text).sign(key, 'base64');
}
