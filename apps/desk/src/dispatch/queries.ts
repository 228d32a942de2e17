import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BulkResult, dispatchRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';

const boardKey = ['dispatch'] as const;

/** The dispatcher's board, asked for anew every half minute. */
export function useBoard() {
  return useQuery({
    queryKey: boardKey,
    queryFn: () => call(dispatchRoutes.board, {}),
    refetchInterval: 30_000,
  });
}

/** An act of the dispatcher; board and lists are asked for again. */
export function useDispatch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<BulkResult | undefined>) => act(),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: boardKey });
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
}
