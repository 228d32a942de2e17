import { kiosksRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import type { Surroundings } from './machine.ts';

/** Opens the stream of changes. It is never reopened by the browser: a ticket is good once. */
export const follow: Surroundings['follow'] = (device, ticket, { onTold, onLost }) => {
  const source = new EventSource(addressOf(kiosksRoutes.watch, { params: { device }, query: { ticket } }));
  source.onmessage = onTold;
  source.onerror = () => {
    source.close();
    onLost();
  };
  return () => source.close();
};
