import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { SignedPeer } from '../../../platform/index.ts';
import { type Carrier, type Handed, silence } from './carrier.ts';

/** A gateway of text messages, under the name its receipts come back by. */
export type SmsPeer = SignedPeer & { readonly provider: string };
type Signed = { readonly timestamp: string; readonly nonce: string; readonly body: string };

const waitMs = 5000;
/** A receipt signed longer ago than this is somebody else's copy. */
const freshSeconds = 300;

/**
 * 短信网关: hands one text over by JSON signed with HMAC-SHA256 over time, nonce and body. A 2xx answer means the gateway has
 * taken the message over; a message handed over again carries the same reference, and the gateway takes it over once.
 */
export function createSmsGateway(peer: SmsPeer): Carrier {
  return {
    provider: peer.provider,
    kind: 'http',
    async hand({ reference, to, text }) {
      try {
        return await readAnswer(await post(peer, { phone: to, text, reference }));
      } catch (error) {
        return silence(error);
      }
    },
  };
}

/** Whether a receipt was signed by this gateway, lately. */
export function isSignedBy(peer: SmsPeer, signed: Signed & { signature: string }, now: Date): boolean {
  const given = Buffer.from(signed.signature);
  const own = Buffer.from(signatureOf(peer, signed));
  const age = Math.abs(now.getTime() / 1000 - Number(signed.timestamp));
  return given.length === own.length && timingSafeEqual(given, own) && age <= freshSeconds;
}

/** HMAC-SHA256 over `time.nonce.body`, as hex. */
export function signatureOf({ secret }: SignedPeer, { timestamp, nonce, body }: Signed): string {
  return createHmac('sha256', secret).update(`${timestamp}.${nonce}.${body}`).digest('hex');
}

function post(peer: SmsPeer, message: unknown): Promise<Response> {
  const signed = {
    timestamp: String(Math.floor(Date.now() / 1000)),
    nonce: randomUUID(),
    body: JSON.stringify(message),
  };
  return fetch(peer.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-key': peer.key,
      'x-timestamp': signed.timestamp,
      'x-nonce': signed.nonce,
      'x-signature': signatureOf(peer, signed),
    },
    body: signed.body,
    signal: AbortSignal.timeout(waitMs),
  });
}

/** What an answer means: of a gateway’s fault in the middle nobody knows whether the message was taken. */
async function readAnswer(answer: Response): Promise<Handed> {
  const why = `status-${answer.status}`;
  if (answer.ok) {
    const ref = idIn(await answer.json().catch(() => undefined));
    return { how: 'taken', ...(ref === undefined ? {} : { ref }) };
  }
  if (answer.status === 429 || answer.status === 503) return { how: 'away', why };
  if (answer.status >= 500) return { how: 'unknown', why };
  return { how: 'refused', why };
}

function idIn(told: unknown): string | undefined {
  const id = typeof told === 'object' && told !== null ? Reflect.get(told, 'id') : undefined;
  return typeof id === 'string' ? id.slice(0, 100) : undefined;
}
