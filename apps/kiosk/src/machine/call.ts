import { createCall, type Received, type Sent } from '@tongban/contract/client';
import { createUuids, Problem } from '@tongban/kernel';

/** A new id, and the key of a new request. */
export const newId = createUuids(
  () => new Date(),
  (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
);

/** 排队凭据: a key nobody can guess, made here so that asking twice gives one number. */
export function newTicketKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Calls the server this kiosk came from, in the language shown; nobody is signed in here, so no cookie goes along. */
export const call = createCall(reach, newId);

async function reach({ method, url, headers, body }: Sent): Promise<Received> {
  const answer = await fetch(url, {
    ...{ method, credentials: 'omit', signal: AbortSignal.timeout(20_000), cache: 'no-store' },
    headers: { ...headers, 'accept-language': document.documentElement.lang },
    ...(typeof body === 'string' ? { body } : {}),
  }).catch(() => {
    throw new Problem('network.away', 'unavailable', '网络断了，连上后再试');
  });
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    bytes: async () => new Uint8Array(await answer.arrayBuffer()),
    text: () => answer.text(),
  };
}
