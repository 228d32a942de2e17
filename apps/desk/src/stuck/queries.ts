import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orderDeskRoutes, type StuckCause, stuckRoutes, type TakenOrder } from '@tongban/contract';
import { call } from '../api/call.ts';

export type StuckList = 'open' | 'closed';

export function useStuckList(list: StuckList) {
  return useInfiniteQuery({
    queryKey: ['stuck', 'list', list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(stuckRoutes.list, { query: { list, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
}

export function useStuck(order: string) {
  return useQuery({
    queryKey: ['stuck', 'one', order],
    queryFn: () => call(stuckRoutes.get, { params: { order } }),
  });
}

export function useFindCause(order: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: StuckCause) => call(stuckRoutes.find, { params: { order }, body }),
    onSuccess: (view) => {
      client.setQueryData(['stuck', 'one', order], view);
      void client.invalidateQueries({ queryKey: ['stuck', 'list'] });
    },
  });
}

export function useTake() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TakenOrder) => call(orderDeskRoutes.register, { body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['stuck', 'list'] }),
  });
}

export function useDefects() {
  return useQuery({ queryKey: ['guide-defects'], queryFn: () => call(stuckRoutes.defects, {}) });
}

export function useMend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: string) => call(stuckRoutes.mend, { params: { order } }),
    onSuccess: (defects) => client.setQueryData(['guide-defects'], defects),
  });
}
