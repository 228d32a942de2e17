import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answered, accessRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';

export type Account = Answered<typeof accessRoutes.accounts>['accounts'][number];

/** Staff accounts by name or login, and where somebody may be appointed. */
export function useAccounts(q: string) {
  return useQuery({
    queryKey: ['accounts', q],
    queryFn: () => call(accessRoutes.accounts, { query: q === '' ? {} : { q } }),
    placeholderData: (before) => before,
  });
}

/** An act on an account; the list is asked for again. */
export function useAccountAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['accounts'] }),
  });
}
