import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { caseWorkRoutes, catalogueRoutes, type DeskCase, deskRoutes, filesRoutes } from '@tongban/contract';
import type { CallOptions } from '@tongban/contract/client';
import { useRef } from 'react';
import { call, newKey } from '../api/call.ts';

export const caseKey = (number: string) => ['case', number] as const;

/** One case with what I may do now. */
export function caseQuery(number: string) {
  return {
    queryKey: caseKey(number),
    queryFn: () => call(deskRoutes.get, { params: { case: number } }),
  };
}

export function useDeskCase(number: string) {
  return useQuery(caseQuery(number));
}

/** The edition a case is pinned to; it never changes. */
export function editionQuery(edition: string) {
  return {
    queryKey: ['edition', edition],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call(catalogueRoutes.edition, { params: { edition } }),
  };
}

export function useEdition(edition: string | undefined) {
  return useQuery({ ...editionQuery(edition ?? ''), enabled: edition !== undefined });
}

/** The bytes behind a page of a material. */
export function fileQuery(file: string) {
  return {
    queryKey: ['file', file],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => blobOf(await call(filesRoutes.read, { params: { file } })),
  };
}

/** The bytes of a signed paper of a case. */
export function paperQuery(number: string, document: string) {
  return {
    queryKey: ['paper', number, document],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => blobOf(await call(deskRoutes.document, { params: { case: number, document } })),
  };
}

/** The portrait on a licence of a case; asked for once while the case is open, for every asking is on record. */
export function photoQuery(number: string, licence: string) {
  return {
    queryKey: ['licence-photo', number, licence],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () =>
      blobOf(await call(caseWorkRoutes.licencePhoto, { params: { case: number }, body: { licence } })),
  };
}

function blobOf({ contentType, bytes }: { contentType: string; bytes: Uint8Array }): Blob {
  return new Blob([new Uint8Array(bytes)], { type: contentType });
}

/** Gives the idempotency key for a body: the same body pressed again is the same wish, a changed one is another. */
export type Keyed = (body: object) => CallOptions;

/** Does something to a case; what the server answers is shown at once and the lists are asked for again. */
export function useAct(number: string) {
  const client = useQueryClient();
  const last = useRef({ text: '', key: '' });
  const keyed: Keyed = (body) => {
    const text = JSON.stringify(body);
    if (last.current.text !== text) last.current = { text, key: newKey() };
    return { key: last.current.key };
  };
  return useMutation({
    mutationFn: (send: (keyed: Keyed) => Promise<DeskCase>) => send(keyed),
    onSuccess: (fresh) => {
      client.setQueryData(caseKey(number), fresh);
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
}

/** Asks for the case anew, after somebody else changed it. */
export function useLatest(number: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: caseKey(number) });
}
