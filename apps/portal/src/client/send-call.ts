import { createCall, type Sent } from '@tongban/contract/client';

/** The contract client of the browser: fetch with the cookies of the page. */
export const call = createCall(async ({ method, url, headers, body }: Sent) => {
  const answer = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: body as BodyInit }),
  });
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    bytes: async () => new Uint8Array(await answer.arrayBuffer()),
    text: () => answer.text(),
  };
}, newKey);

/** Also where the page is not served securely, as on a test machine of a hall. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
