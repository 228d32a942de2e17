import { createHmac, timingSafeEqual } from 'node:crypto';

/** A system outside the house, spoken to by signed JSON. */
export type SignedPeer = { readonly url: string; readonly key: string; readonly secret: string };

/**
 * Posts JSON signed with HMAC-SHA256 over `timestamp.body` and waits at most so long. Throws when the peer is
 * away or answers with an error; its body never reaches a log.
 */
export async function postSigned(peer: SignedPeer, message: unknown, waitMs = 5000): Promise<Response> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const answer = await fetch(peer.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-key': peer.key,
      'x-timestamp': timestamp,
      'x-signature': signatureOf(peer, timestamp, body),
    },
    body,
    signal: AbortSignal.timeout(waitMs),
  });
  if (!answer.ok) throw new Error(`peer answered ${answer.status}`);
  return answer;
}

/**
 * The JSON of an answer that the peer has signed in the same way; throws when the signature is not the peer's, for what
 * decides over somebody's papers must not come from anybody else.
 */
export async function readSigned(peer: SignedPeer, answer: Response): Promise<unknown> {
  const body = await answer.text();
  const timestamp = answer.headers.get('x-timestamp') ?? '';
  const signature = answer.headers.get('x-signature') ?? '';
  if (!isSignedBy(peer, { body, timestamp, signature })) throw new Error('peer did not sign');
  return JSON.parse(body);
}

/** Whether a message was signed by a peer in this way. */
export function isSignedBy(
  peer: SignedPeer,
  message: { readonly body: string; readonly timestamp: string; readonly signature: string },
): boolean {
  const given = Buffer.from(message.signature);
  const own = Buffer.from(signatureOf(peer, message.timestamp, message.body));
  return given.length === own.length && timingSafeEqual(given, own);
}

function signatureOf({ secret }: SignedPeer, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}
