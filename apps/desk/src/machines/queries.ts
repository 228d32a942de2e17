import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fleetRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';

const fleetKey = ['fleet'] as const;

/** 设备: the machines of my hall, those in need first. */
export function useFleet() {
  return useQuery({
    queryKey: fleetKey,
    refetchInterval: 10_000,
    queryFn: () => call(fleetRoutes.list, {}),
  });
}

export type Registering = { code: string; name: string; window?: string; allDay: boolean };

/** Registers the machine that shows a code. */
export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Registering) => call(fleetRoutes.register, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: fleetKey }),
  });
}

/** Lets a machine forget everything, or takes it out of the fleet. */
export function useMachineAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ device, act }: { device: string; act: 'wipe' | 'remove' }) => {
      await call(act === 'wipe' ? fleetRoutes.wipe : fleetRoutes.remove, { params: { device } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: fleetKey }),
  });
}
