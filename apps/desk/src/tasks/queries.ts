import { useInfiniteQuery } from '@tanstack/react-query';
import { deskRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';
import type { Queue } from './queue-order.ts';

const pageSize = 40;

/** The cases of one queue, the most urgent first, page by page. */
export function useTasks(queue: Queue, q: string) {
  return useInfiniteQuery({
    queryKey: ['tasks', queue, q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(deskRoutes.tasks, {
        query: {
          queue,
          limit: pageSize,
          ...(q === '' ? {} : { q }),
          ...(pageParam === undefined ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
}
