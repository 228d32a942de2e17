import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Clock } from '@tongban/kernel';
import type { Message, NotBelieved } from './port.ts';
import { createCertificates } from './wechat-certificates.ts';
import { authorization, isSigned } from './wechat-signing.ts';

/** A merchant as the platform knows it: `secret` is the APIv3 key, `key` the merchant's own in PEM. */
export type WechatMerchant = {
  readonly url: string;
  readonly merchant: string;
  readonly app: string;
  readonly serial: string;
  readonly key: string;
  readonly secret: string;
  /** 微信支付公钥: what newer merchants are given instead of certificates, known by an id of its own. */
  readonly publicKey?: { readonly id: string; readonly key: string };
  readonly clock: Clock;
};
type Reply = { readonly status: number; readonly bytes: Buffer };
export type WechatClient = ReturnType<typeof createWechatClient>;

const waitMs = 5000;
/** A message signed longer ago, or further ahead, is not taken. */
const mostSkewMs = 5 * 60_000;

/** Asks the platform: every request is signed, and every reply is believed only with its signature. */
export function createWechatClient(merchant: WechatMerchant) {
  const { clock } = merchant;
  const send = createSending(merchant);
  const distrust = createDoubt(merchant, send);
  return {
    distrust,
    async ask(method: 'GET' | 'POST', path: string, message?: unknown): Promise<Reply> {
      const answer = await send(method, path, message === undefined ? '' : JSON.stringify(message));
      const bytes = Buffer.from(await answer.arrayBuffer());
      const header = (name: string) => answer.headers.get(name) ?? undefined;
      // A refusal of a request that was signed wrongly carries no signature, and it moves nothing.
      const refusal = answer.status === 401 ? undefined : await distrust({ header, bytes, now: clock() });
      if (refusal !== undefined) throw new Error(`a reply was not believed: ${refusal}`);
      return { status: answer.status, bytes };
    },
    /** The content of a reply that is no refusal. */
    json({ status, bytes }: Reply): unknown {
      if (status < 200 || status > 299) throw new Error(`the platform answered ${status}`);
      return bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'));
    },
    /** A bill from the platform's own address; it is checked by its digest, not by a signature. */
    async download(url: string): Promise<Buffer> {
      const { origin, pathname, search } = new URL(url);
      if (origin !== new URL(merchant.url).origin) throw new Error('a bill lies at an unknown address');
      const answer = await send('GET', `${pathname}${search}`, '');
      if (!answer.ok) throw new Error(`the platform answered ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
type Send = (method: string, path: string, body: string) => Promise<Response>;

function createSending({ merchant, serial, key, url, clock }: WechatMerchant): Send {
  const signer = { merchant, serial, key: createPrivateKey(key) };
  return (method, path, body) =>
    fetch(new URL(path, url), {
      method,
      headers: {
        authorization: authorization(signer, { method, path, body }, clock()),
        accept: 'application/json',
        'user-agent': 'tongban',
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === '' ? {} : { body }),
      signal: AbortSignal.timeout(waitMs),
    });
}

/** Why a message is not believed; undefined when the platform signed exactly these bytes just now. */
function createDoubt({ clock, secret, publicKey }: WechatMerchant, send: Send) {
  const certificates = createCertificates({
    ...{ clock, secret },
    given: new Map(publicKey === undefined ? [] : [[publicKey.id, createPublicKey(publicKey.key)]]),
    // What comes is sealed with the key only the platform and we have, which proves where it comes from.
    fetchList: async () => {
      const answer = await send('GET', '/v3/certificates', '');
      if (!answer.ok) throw new Error(`the platform answered ${answer.status}`);
      return answer.text();
    },
  });
  return async ({ header, bytes, now }: Message): Promise<NotBelieved | undefined> => {
    const given = (name: string) => header(`wechatpay-${name}`) ?? '';
    const [timestamp, nonce, signature] = [given('timestamp'), given('nonce'), given('signature')];
    if (signature === '' || nonce === '' || !/^\d{1,12}$/.test(timestamp)) return 'signature';
    if (Math.abs(now.getTime() - Number(timestamp) * 1000) > mostSkewMs) return 'stale';
    const key = await certificates.key(given('serial'));
    if (key === undefined) return 'certificate';
    return isSigned(key, { timestamp, nonce, bytes }, signature) ? undefined : 'signature';
  };
}
