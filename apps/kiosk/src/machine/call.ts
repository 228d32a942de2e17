import { createCall } from '@tongban/contract/client';
import { createUuids } from '@tongban/kernel';
import { createReach } from '@tongban/ui/machine';

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

/** Calls the server this kiosk came from, in the language shown. */
export const call = createCall(
  createReach({
    timeoutMs: 20_000,
    headers: () => ({ 'accept-language': document.documentElement.lang }),
  }),
  newId,
);
