import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  phoneRatingsRoutes,
  praisesRoutes,
  type RepairView,
  repairsRoutes,
  surveyFiguresRoutes,
} from '@tongban/contract';
import { call } from '../api/call.ts';

export type Shown = 'open' | 'closed';
export type By = 'unit' | 'window' | 'item' | 'channel';
export type Span = { readonly from: string; readonly to: string };
/** What is done about a repair order. */
export type Deed =
  | { readonly act: 'take' | 'close' }
  | { readonly act: 'answer'; readonly found: string; readonly done: string }
  | { readonly act: 'call-back'; readonly result: CallBackResult; readonly said: string }
  | { readonly act: 'appeal'; readonly reason: string }
  | { readonly act: 'recheck'; readonly verdict: 'upheld' | 'struck'; readonly reason: string };
export type CallBackResult = 'satisfied' | 'dissatisfied' | 'not-reached';

/** Repair orders of my branch, the most urgent first, page by page. */
export function useRepairs(state: Shown) {
  return useInfiniteQuery({
    queryKey: ['repairs', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(repairsRoutes.list, {
        query: { state, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
}

export function useRepair(repair: string) {
  return useQuery({
    queryKey: ['repair', repair],
    queryFn: () => call(repairsRoutes.get, { params: { repair } }),
  });
}

/** Does something about an order; the order and the lists are read again. */
export function useDeed(repair: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deed: Deed) => send(repair, deed),
    onSuccess: (view) => {
      client.setQueryData(['repair', repair], view);
      void client.invalidateQueries({ queryKey: ['repairs'] });
    },
  });
}

function send(repair: string, deed: Deed): Promise<RepairView> {
  const params = { repair };
  switch (deed.act) {
    case 'take':
      return call(repairsRoutes.take, { params });
    case 'close':
      return call(repairsRoutes.close, { params });
    case 'answer':
      return call(repairsRoutes.answer, { params, body: { found: deed.found, done: deed.done } });
    case 'call-back': {
      const said = deed.said === '' ? {} : { said: deed.said };
      return call(repairsRoutes.callBack, { params, body: { result: deed.result, ...said } });
    }
    case 'appeal':
      return call(repairsRoutes.appeal, { params, body: { reason: deed.reason } });
    case 'recheck':
      return call(repairsRoutes.recheck, { params, body: { verdict: deed.verdict, reason: deed.reason } });
  }
}

/** The phone to call back on; asked for by a press, never kept. */
export function useUnmask(repair: string) {
  return useMutation({ mutationFn: () => call(repairsRoutes.unmask, { params: { repair } }) });
}

export function useRatingFigures(by: By, span: Span) {
  return useQuery({
    queryKey: ['rating-figures', by, span],
    queryFn: () => call(repairsRoutes.figures, { query: { by, ...span } }),
  });
}

export function useMine() {
  return useQuery({ queryKey: ['my-ratings'], queryFn: () => call(repairsRoutes.mine, {}) });
}

/** Services that ended under a number and may be rated by phone; asked for by a press. */
export function useFindRatable() {
  return useMutation({
    mutationFn: (number: string) => call(phoneRatingsRoutes.find, { params: { number } }),
  });
}

export type PhoneRating = {
  service: string;
  level: number;
  reasons: string[];
  say?: string;
  phone?: string;
};

export function useRegisterPhone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PhoneRating) => call(phoneRatingsRoutes.register, { body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['repairs'] }),
  });
}

export function usePraises(span: Span) {
  return useQuery({ queryKey: ['praises', span], queryFn: () => call(praisesRoutes.list, { query: span }) });
}

export type NewPraise = {
  kind: 'banner' | 'letter' | 'hotline';
  count: number;
  on: string;
  from?: string;
  say?: string;
};

export function useRegisterPraise() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPraise) => call(praisesRoutes.register, { body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['praises'] }),
  });
}

export function useSurveys() {
  return useQuery({ queryKey: ['surveys'], queryFn: () => call(surveyFiguresRoutes.list, {}) });
}
