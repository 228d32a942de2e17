import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type CaseProofs, proofsRoutes } from '@tongban/contract';
import { call } from '../../api/call.ts';
import { caseKey } from '../queries.ts';

const proofsKey = (number: string) => ['proofs', number] as const;

/** Data checks, investigations and promises of one case. */
export function useProofs(number: string) {
  return useQuery({
    queryKey: proofsKey(number),
    queryFn: () => call(proofsRoutes.ofCase, { params: { case: number } }),
  });
}

/** Does something about a proof; the case is asked for again, for it may now be decided. */
export function useProofAct(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (send: () => Promise<CaseProofs | undefined>) => send(),
    onSuccess: (fresh) => {
      if (fresh === undefined) void client.invalidateQueries({ queryKey: proofsKey(number) });
      else client.setQueryData(proofsKey(number), fresh);
      void client.invalidateQueries({ queryKey: caseKey(number) });
    },
  });
}
