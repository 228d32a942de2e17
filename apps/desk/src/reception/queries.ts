import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queueRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';
import type { takingOf } from './taking.ts';

/** What a change at reception makes old elsewhere on this desk. */
function useHallChanged(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['queue'] });
    void client.invalidateQueries({ queryKey: ['hall-now'] });
  };
}

/** Gives somebody a number. */
export function useTake() {
  const changed = useHallChanged();
  return useMutation({
    mutationFn: (body: NonNullable<ReturnType<typeof takingOf>>) => call(queueRoutes.take, { body }),
    onSuccess: changed,
  });
}

/** Checks somebody in for a booking, or tells the bookings to choose from. */
export function useCheckIn() {
  const changed = useHallChanged();
  return useMutation({
    mutationFn: (body: { by: string; booking?: string }) => call(queueRoutes.checkIn, { body }),
    onSuccess: changed,
  });
}

/** Finds tickets of today. */
export function useFindTicket() {
  return useMutation({ mutationFn: (q: string) => call(queueRoutes.find, { body: { q } }) });
}

/** The slip of a ticket, made anew each time, since it tells how many are ahead. */
export function useSlip(ticket: string, print: number) {
  return useQuery({
    queryKey: ['slip', ticket, print],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { contentType, bytes } = await call(queueRoutes.slip, { params: { ticket } });
      return new Blob([new Uint8Array(bytes)], { type: contentType });
    },
  });
}
