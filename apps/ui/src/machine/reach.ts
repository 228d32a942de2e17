import type { Send } from '@tongban/contract/client';
import { Problem } from '@tongban/kernel';

type Wish = { readonly timeoutMs: number; readonly headers?: () => Readonly<Record<string, string>> };

/** Reaches the server a machine's page came from; nobody is signed in there, so no cookie goes along. */
export function createReach({ timeoutMs, headers: own = () => ({}) }: Wish): Send {
  return async ({ method, url, headers, body }) => {
    const answer = await fetch(url, {
      ...{ method, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) },
      headers: { ...headers, ...own() },
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
  };
}
