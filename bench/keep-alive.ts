import { randomUUID } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import { type Call, createCall, type Received, type Sent } from '@tongban/contract/client';

/** Lasting connections to one house: a load that leaves the machine to the house it measures. */
export type Lines = { readonly as: (session: string) => Call; readonly close: () => void };

/** Opens so many connections at most; everybody who signed in asks over them. */
export function openLines(origin: string, most: number): Lines {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const { hostname, port } = new URL(origin);
  const sendAs =
    (session: string) =>
    (sent: Sent): Promise<Received> =>
      new Promise((resolve, reject) => {
        const asked = request(
          {
            ...{ agent, hostname, port, method: sent.method, path: sent.url },
            headers: { ...sent.headers, ...lengthOf(sent.body), cookie: `tongban_session=${session}` },
          },
          (answer) => received(answer).then(resolve, reject),
        );
        asked.once('error', reject).end(sent.body);
      });
  return {
    as: (session) => createCall(sendAs(session), randomUUID),
    close: () => agent.destroy(),
  };
}

async function received(answer: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  return {
    status: answer.statusCode ?? 0,
    contentType: answer.headers['content-type'] ?? '',
    bytes: () => Promise.resolve(bytes),
    text: () => Promise.resolve(bytes.toString()),
  };
}

function lengthOf(body: string | Uint8Array | undefined): Record<string, number> {
  return body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
}
