import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type HotAct,
  type HotEvidence,
  type HotTopic,
  type HotWords,
  hotlistRoutes,
} from '@tongban/contract';
import { call } from '../api/call.ts';

/** What month of which list is shown. */
export type Asked = { readonly month: string; readonly scope?: string };
const lookMs = 1000;
const isUnderWay = (state: string | undefined) => state === 'waiting' || state === 'running';

/** A month of candidates; while it is mined it is looked at again every second. */
export function useMonth({ month, scope }: Asked) {
  return useQuery({
    queryKey: ['hot-month', month, scope],
    queryFn: () =>
      call(hotlistRoutes.month, { params: { month }, query: scope === undefined ? {} : { scope } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isUnderWay(state.data?.run?.state) ? lookMs : false),
  });
}

export function useMine({ month, scope }: Asked) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (of: string) => call(hotlistRoutes.mine, { params: { month }, body: { scope: of } }),
    // An answer that was under way when the run was asked for knows nothing of it, and must not come in after.
    onSuccess: async (data) => {
      const queryKey = ['hot-month', month, scope];
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, data);
    },
  });
}

export function useBoard() {
  return useQuery({ queryKey: ['hot-topics'], queryFn: () => call(hotlistRoutes.board, {}) });
}

export function useTopic(topic: string) {
  return useQuery({
    queryKey: ['hot-topic', topic],
    queryFn: () => call(hotlistRoutes.get, { params: { topic } }),
  });
}

export function usePick() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (body: { candidate: string; name: string; evidence: HotEvidence }) =>
      call(hotlistRoutes.pick, { body }),
    onSuccess: renew,
  });
}

/** What is done about a matter of the list. */
export type Deed =
  | { readonly type: 'act'; readonly version: number; readonly act: HotAct }
  | { readonly type: 'note'; readonly evidence: HotEvidence }
  | { readonly type: 'write'; readonly revision: number; readonly words: HotWords }
  | { readonly type: 'show'; readonly revision: number; readonly shown: boolean };

export function useDeed(topic: string) {
  const renew = useRenew();
  return useMutation({ mutationFn: (deed: Deed) => send(topic, deed), onSuccess: renew });
}

function send(topic: string, deed: Deed): Promise<HotTopic> {
  const params = { topic };
  switch (deed.type) {
    case 'act':
      return call(hotlistRoutes.act, { params, body: { version: deed.version, act: deed.act } });
    case 'note':
      return call(hotlistRoutes.note, { params, body: deed.evidence });
    case 'write':
      return call(hotlistRoutes.write, { params, body: { revision: deed.revision, words: deed.words } });
    case 'show':
      return call(hotlistRoutes.show, { params, body: { revision: deed.revision, shown: deed.shown } });
  }
}

function useRenew() {
  const client = useQueryClient();
  return (view: HotTopic) => {
    client.setQueryData(['hot-topic', view.topic], view);
    void client.invalidateQueries({ queryKey: ['hot-topics'] });
    void client.invalidateQueries({ queryKey: ['hot-month'] });
  };
}
