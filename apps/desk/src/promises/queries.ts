import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { proofsRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';

export type Shown = 'open' | 'correcting' | 'done';

/** Promises in one state, the most urgent first, page by page. */
export function usePromises(state: Shown) {
  return useInfiniteQuery({
    queryKey: ['promises', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(proofsRoutes.promises, {
        query: { state, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
}

/** Settles a promise; the lists are asked for again. */
export function useSettled() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ task, ...body }: Settled) => call(proofsRoutes.settlePromise, { params: { task }, body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['promises'] }),
  });
}
type Settled = {
  task: string;
  outcome: 'kept' | 'correct' | 'corrected' | 'broken';
  finding: string;
  correctBy?: string;
};
