import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deskPaymentsRoutes as routes } from '@tongban/contract';
import { call } from '../api/call.ts';

const key = ['payments'] as const;

/** What is open at the branch, or what a number finds. */
export function usePayments(words: string) {
  return useQuery({
    queryKey: [...key, 'list', words],
    queryFn: () => call(routes.search, { query: words === '' ? {} : { words } }),
    refetchInterval: 30_000,
  });
}

/** Refunds that wait for a second person or for the provider. */
export function useRefunds() {
  return useQuery({
    queryKey: [...key, 'refunds'],
    queryFn: () => call(routes.refunds, {}),
    refetchInterval: 15_000,
  });
}

export function useDay(day: string) {
  return useQuery({ queryKey: [...key, 'day', day], queryFn: () => call(routes.day, { params: { day } }) });
}

/** Does something with money; every list is asked for again. */
function useAct<Wish, T>(act: (wish: Wish) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: ['case'] });
    },
  });
}

export function useTake(order: string) {
  return useAct((body: { way: 'cash' | 'pos'; fen: number; slip?: string }) =>
    call(routes.take, { params: { order }, body }),
  );
}

export function useAskRefund(order: string) {
  return useAct((reason: string) => call(routes.askRefund, { params: { order }, body: { reason } }));
}

export function useSettleRefund() {
  return useAct(({ refund, verdict }: { refund: string; verdict: 'confirm' | 'decline' }) =>
    call(routes.settleRefund, { params: { refund }, body: { verdict } }),
  );
}

/** Says where a difference comes from, or what was done about money that did not fit. */
export function useSay({ kind, id }: { kind: 'difference' | 'held'; id: string }) {
  return useAct(async (say: string) => {
    if (kind === 'difference') await call(routes.explain, { params: { difference: id }, body: { say } });
    else await call(routes.settleHeld, { params: { payment: id }, body: { say } });
  });
}
