import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type HallNow, hallRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';

const nowKey = ['hall-now'] as const;
/** Should the stream of changes be down, the page is still never older than this. */
const lookMs = 15_000;

/** 大厅实时: asked for anew at every change of the hall. */
export function useHallNow(asks = true) {
  return useQuery({
    queryKey: nowKey,
    enabled: asks,
    refetchInterval: lookMs,
    queryFn: () => call(hallRoutes.now, {}),
  });
}

/** Does something in the hall; how it stands then is shown at once. */
export function useHallAct() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'hall' },
    mutationFn: (send: () => Promise<HallNow>) => send(),
    onSuccess: async (now) => {
      // A look that began before the act would show the hall as it was.
      await client.cancelQueries({ queryKey: nowKey });
      client.setQueryData(nowKey, now);
    },
  });
}

/** 当天数据: waiting, handling and abandonment of a day. */
export function useFigures(day: string) {
  return useQuery({
    queryKey: ['hall-figures', day],
    placeholderData: (before) => before,
    refetchInterval: 60_000,
    queryFn: () => call(hallRoutes.day, { query: { day } }),
  });
}
