import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { intakeRoutes, queueRoutes, type WindowQueue } from '@tongban/contract';
import { call } from '../api/call.ts';

const queueKey = ['queue'] as const;
const actKey = ['queue-act'] as const;
/** Should the stream of changes be down, the queue is still never older than this. */
const lookMs = 20_000;

/** 我的窗口: its ticket, who waits, who is parked or missed. */
export function useQueue(hasWindow = true) {
  return useQuery({
    queryKey: queueKey,
    enabled: hasWindow,
    refetchInterval: lookMs,
    queryFn: () => call(queueRoutes.mine, {}),
  });
}

/** Does something at my window, one after another; what the server answers is shown at once. */
export function useQueueAct() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: actKey,
    scope: { id: 'queue' },
    mutationFn: (send: () => Promise<WindowQueue>) => send(),
    onSuccess: async (queue) => {
      // A look that began before the act would show the window as it was.
      await client.cancelQueries({ queryKey: queueKey });
      client.setQueryData(queueKey, queue);
    },
    onError: () => client.invalidateQueries({ queryKey: queueKey }),
  });
}

/** The last act at my window, from wherever it was pressed: whether it runs, and what was refused. */
export function useLastAct() {
  return useMutationState({
    filters: { mutationKey: actKey },
    select: ({ state: { error, submittedAt, status } }) => ({
      error,
      submittedAt,
      busy: status === 'pending',
    }),
  }).at(-1);
}

/** Begins with the person of the called ticket: the ticket is being served, and the sitting opens with what they brought. */
export function useBeginFromTicket() {
  const client = useQueryClient();
  const act = useQueueAct();
  return (ticket: NonNullable<WindowQueue['current']>) =>
    act.mutate(async () => {
      if (ticket.state === 'called') await startTicket(ticket.ticket);
      if (ticket.known) {
        const sitting = await call(intakeRoutes.beginFromTicket, { body: { ticket: ticket.ticket } });
        client.setQueryData(['sitting'], sitting);
      }
      return call(queueRoutes.mine, {});
    });
}

/** The called ticket is being served from now on. */
export function startTicket(ticket: string): Promise<WindowQueue> {
  return call(queueRoutes.act, { params: { ticket }, body: { act: 'start' } });
}

/** 办结并叫下一位: finishes what is being served, and calls the next while the window is open. */
export async function finishAndNext(): Promise<WindowQueue> {
  const now = await call(queueRoutes.mine, {});
  const open = now.state === 'open';
  if (now.current?.state === 'serving') {
    const params = { ticket: now.current.ticket };
    return call(queueRoutes.act, { params, body: { act: 'finish', next: open } });
  }
  return open && now.current === undefined && now.waiting > 0 ? call(queueRoutes.next, { body: {} }) : now;
}
