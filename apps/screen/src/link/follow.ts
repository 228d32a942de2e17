import { screensRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import type { Surroundings } from './link.ts';

/** Opens the stream of changes. It is never reopened by the browser: a ticket is good once. */
export const follow: Surroundings['follow'] = (screen, ticket, { onTold, onLost }) => {
  const source = new EventSource(addressOf(screensRoutes.watch, { params: { screen }, query: { ticket } }));
  source.onmessage = onTold;
  source.onerror = () => {
    source.close();
    onLost();
  };
  return () => source.close();
};
