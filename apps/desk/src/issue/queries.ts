import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Collection, deliveriesRoutes, issueRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';
import { sendFile } from '../api/send-file.ts';

export type How = 'all' | 'desk' | 'express';

const collectionKey = (collection: string) => ['collection', collection] as const;
const waitingKey = ['waiting-results'] as const;
/** While the second screen waits for an answer, the collection is asked for this often. */
const askEveryMs = 1500;

/** The collection at hand; while a signature is awaited it is looked at again and again. */
export function useCollection(collection: string | undefined) {
  return useQuery({
    queryKey: collectionKey(collection ?? ''),
    enabled: collection !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call(issueRoutes.get, { params: { collection: collection ?? '' } }),
    refetchInterval: ({ state }) => (state.data?.signature === 'asked' ? askEveryMs : false),
  });
}

/** Finds what waits by a scanned code. */
export function useFind() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => call(issueRoutes.find, { body: { code } }),
    onSuccess: (found) => client.setQueryData(collectionKey(found.collection), found),
  });
}

/** Does something to the collection; what the server answers is shown at once. */
function useAct<T>(act: (wish: T) => Promise<Collection>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (fresh) => client.setQueryData(collectionKey(fresh.collection), fresh),
  });
}

type Card = { readonly name: string; readonly citizenNumber: string; readonly authority?: string };

export function useVerify(collection: string) {
  return useAct((body: Card) => call(issueRoutes.verify, { params: { collection }, body }));
}

/** Asks for a signature on the second screen, or records why it was signed on paper. */
export function useAsk(collection: string) {
  return useAct((paper: string | undefined) =>
    call(issueRoutes.askSignature, { params: { collection }, body: paper === undefined ? {} : { paper } }),
  );
}

export function useHandOver(collection: string) {
  const client = useQueryClient();
  const act = useAct((cases: string[]) =>
    call(issueRoutes.handOver, { params: { collection }, body: { cases } }),
  );
  return { ...act, settle: () => client.invalidateQueries({ queryKey: waitingKey }) };
}

/** Sends the letter of authority; answers its file. */
export function useLetter(onPercent: (percent: number) => void) {
  return useMutation({
    mutationFn: ({ file, name }: { file: File; name: string }) =>
      sendFile({ blob: file, name: `${name}.${file.type.split('/')[1] ?? 'jpg'}` }, ({ sent, of }) =>
        onPercent(Math.round((100 * sent) / of)),
      ),
  });
}

/** What waits at the desks of my branch, the longest waiting first. */
export function useWaiting(how: How) {
  return useInfiniteQuery({
    queryKey: [...waitingKey, how],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(issueRoutes.waiting, {
        query: {
          ...(how === 'all' ? {} : { how }),
          ...(pageParam === undefined ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
}

/** Prints express labels, one page each; what the courier answered then stands in the list. */
export function useLabels() {
  const client = useQueryClient();
  return useMutation({
    onSuccess: () => client.invalidateQueries({ queryKey: waitingKey }),
    mutationFn: async (cases: string[]) => {
      const { bytes, contentType } = await call(issueRoutes.labels, { body: { cases } });
      return new Blob([new Uint8Array(bytes)], { type: contentType });
    },
  });
}

/** Records the waybills of what was given to the express. */
export function useSend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (shipments: { case: string; waybill: string }[]) =>
      call(issueRoutes.send, { body: { shipments } }),
    onSuccess: async (_, shipments) => {
      await client.invalidateQueries({ queryKey: waitingKey });
      for (const one of shipments) await client.invalidateQueries({ queryKey: trackingKey(one.case) });
    },
  });
}

const trackingKey = (number: string) => ['tracking', number] as const;
export type Remedy = 'reissue' | 'compensation';

/** Where the parcel of a case is. */
export function useTracking(number: string) {
  return useQuery({
    queryKey: trackingKey(number),
    queryFn: () => call(deliveriesRoutes.tracking, { params: { case: number } }),
  });
}

export function useDeclareLost(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      call(deliveriesRoutes.declareLost, { params: { case: number }, body: { reason } }),
    onSuccess: (fresh) => client.setQueryData(trackingKey(number), fresh),
  });
}

export function useSettle(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { remedy: Remedy; reason: string }) =>
      call(deliveriesRoutes.settle, { params: { case: number }, body }),
    onSuccess: (fresh) => client.setQueryData(trackingKey(number), fresh),
  });
}
