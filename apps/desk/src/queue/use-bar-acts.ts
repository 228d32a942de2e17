import { queueRoutes, type WindowQueue } from '@tongban/contract';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import type { QueueAct } from './acts.ts';
import { finishAndNext, useBeginFromTicket, useQueueAct } from './queries.ts';

/** Which of the bar's dialogs is open. */
export type Asked = 'park' | 'transfer' | 'list' | 'state' | undefined;

/** What each act of the bar does. */
export function useBarActs(queue: WindowQueue, ask: (what: Asked) => void): Record<QueueAct, () => void> {
  const [, go] = useLocation();
  const act = useQueueAct();
  const begin = useBeginFromTicket();
  const { current } = queue;
  const withTicket = (send: (ticket: string) => Promise<WindowQueue>) => () => {
    if (current !== undefined) act.mutate(() => send(current.ticket));
  };
  return {
    open: () => act.mutate(() => call(queueRoutes.setWindow, { body: { state: 'open' } })),
    next: () => act.mutate(() => call(queueRoutes.next, { body: {} })),
    recall: withTicket((ticket) => call(queueRoutes.recall, { params: { ticket } })),
    miss: withTicket((ticket) => call(queueRoutes.act, { params: { ticket }, body: { act: 'miss' } })),
    begin: () => {
      if (current === undefined) return;
      begin(current);
      go('/intake');
    },
    finish: () => act.mutate(finishAndNext),
    park: () => ask('park'),
    transfer: () => ask('transfer'),
  };
}
