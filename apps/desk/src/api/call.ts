import { type Call, createCall, type Received, type Sent } from '@tongban/contract/client';
import { createUuids, Problem } from '@tongban/kernel';
import { words } from '../words.ts';

/** Makes a fresh idempotency key; `crypto.randomUUID` is missing on plain http, and many bureau networks have no TLS. */
export const newKey = createUuids(
  () => new Date(),
  (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
);

/** Calls the server this page came from, as the person whose cookie the browser holds. */
export const call: Call = createCall(send, newKey);

async function send({ method, url, headers, body }: Sent): Promise<Received> {
  const answer = await reach(url, { method, headers, body: bodyOf(body), credentials: 'same-origin' });
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    bytes: async () => new Uint8Array(await answer.arrayBuffer()),
    text: () => answer.text(),
  };
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new Problem('network.away', 'unavailable', words.problem.network);
  }
}

function bodyOf(body: Sent['body']): BodyInit | null {
  if (body === undefined) return null;
  return typeof body === 'string' ? body : new Blob([new Uint8Array(body)]);
}
