import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { knowledgeRoutes, type ReplyRow, type ReplyView, type WrittenReply } from '@tongban/contract';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';

/** What narrows the library. */
export type Narrow = {
  readonly q?: string;
  readonly scope?: string;
  readonly item?: string;
  readonly kind?: ReplyRow['kind'];
  readonly state?: ReplyRow['state'];
  readonly expiring?: boolean;
};
/** What is done with an entry. */
export type Deed =
  | { readonly act: 'send' | 'approve'; readonly revision: number }
  | { readonly act: 'return'; readonly revision: number; readonly reason: string }
  | { readonly act: 'withdraw'; readonly version: number; readonly revision: number; readonly reason: string }
  | { readonly act: 'save'; readonly revision?: number; readonly words: WrittenReply };
export type NewEntry = { kind: ReplyRow['kind']; scope: string; item?: string; words: WrittenReply };

export function useReplies(narrow: Narrow) {
  return useInfiniteQuery({
    queryKey: ['replies', narrow],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(knowledgeRoutes.list, {
        query: { ...narrow, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** Tells the library that a search has come to nothing, once whoever types has come to an end. */
export function useGapTold(q: string, isNothing: boolean) {
  const [rested, rest] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => rest(q), restMs);
    return () => clearTimeout(timer);
  }, [q]);
  useQuery({
    queryKey: ['reply-gap', rested],
    enabled: isNothing && q !== '' && rested === q,
    queryFn: () => call(knowledgeRoutes.list, { query: { q, done: true } }),
  });
}
const restMs = 1500;

export function useAbout() {
  return useQuery({ queryKey: ['replies-about'], queryFn: () => call(knowledgeRoutes.about, {}) });
}
export type About = ReturnType<typeof useAbout>['data'];

export function useReply(entry: string) {
  return useQuery({
    queryKey: ['reply', entry],
    queryFn: () => call(knowledgeRoutes.get, { params: { entry } }),
  });
}

/** Does something with an entry; the entry and the lists are read again. */
export function useDeed(entry: string) {
  const renew = useRenew();
  return useMutation({ mutationFn: (deed: Deed) => send(entry, deed), onSuccess: renew });
}

export function useCreate() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (body: NewEntry) => call(knowledgeRoutes.create, { body }),
    onSuccess: renew,
  });
}

/** Counts that an entry was used. */
export function useCite(entry: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(knowledgeRoutes.cite, { params: { entry }, body: {} }),
    onSuccess: ({ cites }) =>
      client.setQueryData<ReplyView>(['reply', entry], (view) =>
        view === undefined ? undefined : { ...view, cites },
      ),
  });
}

export function useGaps() {
  return useQuery({ queryKey: ['reply-gaps'], queryFn: () => call(knowledgeRoutes.gaps, {}) });
}

export function useSettleGap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { words: string; scope: string }) => call(knowledgeRoutes.settleGap, { body }),
    onSuccess: (gaps) => {
      client.setQueryData(['reply-gaps'], gaps);
      void client.invalidateQueries({ queryKey: ['replies-about'] });
    },
  });
}

function useRenew() {
  const client = useQueryClient();
  return (view: ReplyView) => {
    client.setQueryData(['reply', view.entry], view);
    void client.invalidateQueries({ queryKey: ['replies'] });
    void client.invalidateQueries({ queryKey: ['replies-about'] });
  };
}

function send(entry: string, deed: Deed): Promise<ReplyView> {
  const params = { entry };
  switch (deed.act) {
    case 'send':
      return call(knowledgeRoutes.send, { params, body: { revision: deed.revision } });
    case 'approve':
      return call(knowledgeRoutes.approve, { params, body: { revision: deed.revision } });
    case 'return':
      return call(knowledgeRoutes.turnBack, {
        params,
        body: { revision: deed.revision, reason: deed.reason },
      });
    case 'withdraw': {
      const { version, revision, reason } = deed;
      return call(knowledgeRoutes.withdraw, { params, body: { version, revision, reason } });
    }
    case 'save': {
      const { revision, words } = deed;
      const body = revision === undefined ? { words } : { revision, words };
      return call(knowledgeRoutes.revise, { params, body });
    }
  }
}
