import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  type Answered,
  knowledgeRoutes,
  type OrderAct,
  type OrderDuty,
  orderAssistRoutes,
  orderDeskRoutes,
  type orderLists,
  orderPostsRoutes,
  orderProceduresRoutes,
  orderTermsRoutes,
  type PostRow,
  type Procedure,
  type postKinds,
} from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { call } from '../api/call.ts';

export type OrderList = (typeof orderLists)[number];

export function useOrders(list: OrderList) {
  return useInfiniteQuery({
    queryKey: ['orders', list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(orderDeskRoutes.list, {
        query: { list, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
    refetchInterval: listMs,
  });
}
const listMs = 30_000;

/** Orders by words or by number, while one types. */
export function useFound(q: string) {
  return useQuery({
    queryKey: ['orders', 'found', q],
    enabled: q.length > 1,
    queryFn: () => call(orderAssistRoutes.search, { query: { q } }),
    placeholderData: keepPreviousData,
  });
}

export function useOrder(order: string) {
  return useQuery({
    queryKey: ['order', order],
    queryFn: () => call(orderDeskRoutes.get, { params: { order } }),
  });
}

/** What the desk chooses from; it changes only with the house. */
export function useTerms() {
  return useQuery({
    queryKey: ['order-terms'],
    queryFn: () => call(orderTermsRoutes.terms, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Does one thing about an order as it stands; what is no longer seen is forgotten. */
export function useAct(order: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, act }: { version: number; act: OrderAct }) =>
      call(orderDeskRoutes.act, { params: { order }, body: { version, act } }),
    onSuccess: (done) => {
      if (done.order !== undefined) client.setQueryData(['order', order], done.order);
      void client.invalidateQueries({ queryKey: ['orders'] });
      void client.invalidateQueries({ queryKey: ['stuck'] });
    },
  });
}

/** Shown in full at a press, and forgotten as soon as nobody looks at the order any more. */
export function useUnmask(order: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(orderDeskRoutes.unmask, { params: { order } }),
    onSuccess: (shown) => client.setQueryData(unmaskedKey(order), shown),
  });
}
type Unmasked = Answered<typeof orderDeskRoutes.unmask>;
const unmaskedKey = (order: string) => ['order-unmasked', order];

/** What was shown in full, to every part of the pane. */
export function useUnmasked(order: string) {
  return useQuery<Unmasked>({ queryKey: unmaskedKey(order), queryFn: skipToken, gcTime: 0 });
}

export function useRoster(day: string) {
  return useQuery({
    queryKey: ['order-duties', day],
    queryFn: () => call(orderTermsRoutes.duties, { params: { day } }),
  });
}

export function useSetRoster(day: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (duties: OrderDuty[]) =>
      call(orderTermsRoutes.setDuties, { params: { day }, body: { duties } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['order-duties'] }),
  });
}

/** What was counted since the first of the month. */
export function useFigures() {
  const to = shanghaiDay(new Date());
  const query = { from: `${to.slice(0, 8)}01`, to };
  return useQuery({
    queryKey: ['order-figures', to],
    queryFn: () => call(orderDeskRoutes.figures, { query }),
  });
}

/** What stands against each row of a table of posts, while it is put together. */
export function useCheckPosts(rows: PostRow[]) {
  return useQuery({
    queryKey: ['order-posts', JSON.stringify(rows)],
    enabled: rows.length > 0,
    queryFn: () => call(orderPostsRoutes.check, { body: { rows } }),
  });
}

export function useTakePosts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: (typeof postKinds)[number]; rows: PostRow[] }) =>
      call(orderPostsRoutes.take, { body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['orders'] });
      void client.invalidateQueries({ queryKey: ['order-posts'] });
    },
  });
}

/** Procedures that run, by a part of their number. */
export function useProcedures(q: string) {
  return useQuery({
    queryKey: ['order-procedures', q],
    queryFn: () => call(orderProceduresRoutes.list, { query: q === '' ? {} : { q } }),
    placeholderData: keepPreviousData,
  });
}

export function useAddProcedure() {
  return useProcedureWrite((body: Procedure) => call(orderProceduresRoutes.add, { body }));
}

export function useEndProcedure() {
  return useProcedureWrite((number: string) => call(orderProceduresRoutes.end, { body: { number } }));
}

function useProcedureWrite<Wish, Done>(write: (wish: Wish) => Promise<Done>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['order-procedures'] }),
  });
}

/** The reply library by words. */
export function useLibrary(q: string) {
  return useQuery({
    queryKey: ['replies', 'cited', q],
    queryFn: () => call(knowledgeRoutes.list, { query: { ...(q === '' ? {} : { q }), state: 'in-force' } }),
    placeholderData: keepPreviousData,
  });
}

/** 引用: the text of an entry as it stands in force, counted as used for an order. */
export function useQuote() {
  return useMutation({
    mutationFn: async ({ entry, order }: { entry: string; order?: string }) => {
      const view = await call(knowledgeRoutes.get, { params: { entry } });
      const body = order === undefined ? {} : { about: `order:${order}` };
      await call(knowledgeRoutes.cite, { params: { entry }, body });
      return view.versions.find(({ state }) => state === 'in-force')?.text ?? '';
    },
  });
}
