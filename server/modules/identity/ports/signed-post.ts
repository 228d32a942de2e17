import { createHmac } from 'node:crypto';

export type SignedPeer = { readonly url: string; readonly key: string; readonly secret: string };

/**
 * Posts JSON signed with HMAC-SHA256 over `timestamp.body` and waits at most five seconds. Throws when the peer is
 * away or answers with an error; its body never reaches a log.
 */
export async function postSigned(peer: SignedPeer, message: unknown): Promise<Response> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const answer = await fetch(peer.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-key': peer.key,
      'x-timestamp': timestamp,
      'x-signature': createHmac('sha256', peer.secret).update(`${timestamp}.${body}`).digest('hex'),
    },
    body,
    signal: AbortSignal.timeout(5000),
  });
  if (!answer.ok) throw new Error(`peer answered ${answer.status}`);
  return answer;
}
