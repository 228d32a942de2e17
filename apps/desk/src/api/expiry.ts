import { useSyncExternalStore } from 'react';

let expired = false;
const listeners = new Set<() => void>();

/** 会话过期: says that the server no longer knows us, or knows us again. */
export function setExpired(now: boolean): void {
  if (now === expired) return;
  expired = now;
  for (const tell of listeners) tell();
}

/** Whether the sign-in dialog has to stand over the page. */
export function useExpired(): boolean {
  return useSyncExternalStore(subscribe, () => expired);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
