import { useQueryClient } from '@tanstack/react-query';
import { queueRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { useEffect } from 'react';

/** What a change of the hall makes old. */
const shown = ['queue', 'hall-now', 'day-plan', 'day-bookings'];
/** Changes that come together are asked for once. */
const pauseMs = 200;
const againMs = 5000;

/** 实时: while somebody works in the hall, every change of it is asked for as it happens. */
export function useHallStream(follows: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!follows) return undefined;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        void client.invalidateQueries({ predicate: ({ queryKey }) => shown.includes(String(queryKey[0])) });
      }, pauseMs);
    };
    const stop = follow(ask);
    return () => {
      clearTimeout(pause);
      stop();
    };
  }, [client, follows]);
}

/** Keeps the stream open; after a break everything is asked for anew, since it is not known what was missed. */
function follow(changed: () => void): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const open = () => {
    source = new EventSource(addressOf(queueRoutes.watch, {}));
    source.onopen = changed;
    source.onmessage = changed;
    source.onerror = () => {
      // A refused stream stays closed; one that broke is opened again by the browser itself.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    };
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}
