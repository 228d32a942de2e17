import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type BulkResult,
  catalogueRoutes,
  type ListFilter,
  listRoutes,
  type SavedView,
} from '@tongban/contract';
import { call } from '../api/call.ts';

const pageSize = 50;
const viewsKey = ['views'] as const;

/** The cases of one filter, the most urgent first, page by page. */
export function useList(filter: ListFilter) {
  return useInfiniteQuery({
    queryKey: ['tasks', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(listRoutes.search, {
        body: { filter, limit: pageSize, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
}

/** The numbers beside the queues. */
export function useCounts() {
  return useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: () => call(listRoutes.counts, {}),
    refetchInterval: 60_000,
  });
}

/** My saved views with what is in them now. */
export function useViews() {
  return useQuery({ queryKey: viewsKey, queryFn: () => call(listRoutes.views, {}) });
}

export type NewView = Pick<SavedView, 'name' | 'filter' | 'columns'>;

/** Saves a new view or changes one. */
export function useSaveView() {
  return useViewsAct(({ view, ...body }: NewView & { view?: string }) =>
    view === undefined
      ? call(listRoutes.saveView, { body })
      : call(listRoutes.changeView, { params: { view }, body }),
  );
}

export function useDropView() {
  return useViewsAct((view: string) => call(listRoutes.dropView, { params: { view } }));
}

function useViewsAct<T>(act: (wish: T) => Promise<SavedView[]>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: (views) => client.setQueryData(viewsKey, views) });
}

/** An act on several cases; the lists are asked for again. */
export function useBulk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<BulkResult>) => act(),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

/** Every item by name, to narrow by. */
export function useItemNames() {
  return useQuery({
    queryKey: ['item-names'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call(catalogueRoutes.search, { query: { limit: 100 } }),
    select: ({ hits }) => hits.map(({ item, name }) => ({ value: item, label: name.zh })),
  });
}
