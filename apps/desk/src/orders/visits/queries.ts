import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { orderVisitRoutes } from '@tongban/contract';
import { call } from '../../api/call.ts';

/** The visits of my unit; asked anew with every list of orders. */
export function useVisits() {
  return useInfiniteQuery({
    queryKey: ['orders', 'visits'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(orderVisitRoutes.list, { query: pageParam === undefined ? {} : { after: pageParam } }),
    getNextPageParam: ({ next }) => next,
    refetchInterval: listMs,
  });
}
const listMs = 30_000;

/** 上门单: asked for by somebody, never by the screen alone, for looking is put on record. */
export function useTour() {
  return useMutation({ mutationFn: (day: string) => call(orderVisitRoutes.tour, { body: { day } }) });
}
