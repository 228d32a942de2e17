import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SignedPeer } from './signed-post.ts';

export type AskedOfPeer = Record<string, unknown>;

export const peerSecret = 'a secret between a house and its peer';

/** A peer's signature, written here once more so that the product's own is checked by another. */
export const signAsPeer = (timestamp: string, body: string, by = peerSecret) =>
  createHmac('sha256', by).update(`${timestamp}.${body}`).digest('hex');

/** A peer on this machine that checks who asks and signs what it answers; it goes with the test. */
export async function standUpPeer(answer: (asked: AskedOfPeer) => unknown, by = peerSecret) {
  const heard: { asked: AskedOfPeer; genuine: boolean }[] = [];
  const service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const timestamp = String(request.headers['x-timestamp']);
      const asked = JSON.parse(body) as AskedOfPeer;
      heard.push({ asked, genuine: request.headers['x-signature'] === signAsPeer(timestamp, body) });
      const told = JSON.stringify(answer(asked));
      response
        .setHeader('x-timestamp', timestamp)
        .setHeader('x-signature', signAsPeer(timestamp, told, by))
        .end(told);
    });
  });
  await new Promise<void>((resolve) => void service.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void service.close());
  const { port } = service.address() as AddressInfo;
  const peer: SignedPeer = { url: `http://127.0.0.1:${port}`, key: 'house', secret: peerSecret };
  return { heard, peer };
}
