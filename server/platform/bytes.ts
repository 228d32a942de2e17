import { say } from './refusal.ts';

/** Passes on the bytes of a body as they come, and refuses once there are more than allowed. */
export async function* bytesWithin(body: unknown, maxBytes: number): AsyncIterable<Uint8Array> {
  let total = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    total += chunk.byteLength;
    if (total > maxBytes) throw say('request.too-large', 'too-large');
    yield chunk;
  }
}
