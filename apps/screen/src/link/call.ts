import { createCall } from '@tongban/contract/client';
import { createUuids } from '@tongban/kernel';
import { createReach } from '@tongban/ui/machine';

const newKey = createUuids(
  () => new Date(),
  (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
);

/** Calls the server this screen came from. */
export const call = createCall(createReach({ timeoutMs: 15_000 }), newKey);
