import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answered, partnersRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';

export type Register = Answered<typeof partnersRoutes.list>;
export type Unit = Register['partners'][number];
export type Limits = { readonly purposes: string[]; readonly types: string[] };

const key = ['partners'] as const;

/** 用证单位: all of them, and the types of licence they can be let check. */
export function usePartners() {
  return useQuery({ queryKey: key, queryFn: () => call(partnersRoutes.list, {}) });
}

/** Registers a unit; what comes back holds its key, which is told this once. */
export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Limits & { name: string }) => call(partnersRoutes.register, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useLimit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ partner, ...body }: Limits & { partner: string }) =>
      call(partnersRoutes.limit, { params: { partner }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useEnd() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (partner: string) => call(partnersRoutes.end, { params: { partner } }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
