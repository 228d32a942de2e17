import { createCall, type Received, type Sent } from '@tongban/contract/client';
import { createUuids, Problem } from '@tongban/kernel';

const newKey = createUuids(
  () => new Date(),
  (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
);

/** Calls the server this screen came from; nobody is signed in here, so no cookie goes along. */
export const call = createCall(reach, newKey);

async function reach({ method, url, headers, body }: Sent): Promise<Received> {
  const answer = await fetch(url, {
    ...{ method, headers, credentials: 'omit', signal: AbortSignal.timeout(15_000) },
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
