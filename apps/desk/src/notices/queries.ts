import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type Asking,
  countsRoutes,
  type NewWarning,
  noticesRoutes,
  type WarningText,
  warningsRoutes,
} from '@tongban/contract';
import { call } from '../api/call.ts';

export type OutboxWish = Omit<NonNullable<Asking<typeof noticesRoutes.outgoing>['query']>, 'after'>;

/** 文本: every text with its examples. */
export function useTexts() {
  return useQuery({ queryKey: ['notice-texts'], queryFn: () => call(noticesRoutes.texts, {}) });
}

/** 发件箱: what goes out, newest first; asked again while it is looked at. */
export function useOutbox(wish: OutboxWish) {
  return useInfiniteQuery({
    queryKey: ['notice-outbox', wish],
    refetchInterval: 10_000,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(noticesRoutes.outgoing, {
        query: { ...wish, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

/** 数字: the days and the providers as they stand. */
export function useFigures() {
  return useQuery({
    queryKey: ['notice-figures'],
    refetchInterval: 10_000,
    queryFn: () => call(noticesRoutes.figures, {}),
  });
}

/** 按天数: accounts, cases and messages of a span of days. */
export function useCounts(span: { from: string; to: string }) {
  return useQuery({
    queryKey: ['notice-counts', span],
    queryFn: () => call(countsRoutes.days, { query: span }),
    placeholderData: (before) => before,
  });
}

/** 预警: the latest with how far they have come; asked again while they are looked at. */
export function useWarnings() {
  return useQuery({
    queryKey: ['warnings'],
    refetchInterval: 5000,
    queryFn: () => call(warningsRoutes.list, {}),
  });
}

/** What a warning would say by each channel; undefined asks nothing. */
export function useWarningPreview(written: WarningText | undefined) {
  return useQuery({
    queryKey: ['warning-preview', written],
    enabled: written !== undefined,
    queryFn: () => (written === undefined ? undefined : call(warningsRoutes.preview, { body: written })),
    placeholderData: (before) => before,
  });
}

export function useAskWarning() {
  return useWarningAct((body: NewWarning) => call(warningsRoutes.ask, { body }));
}

export function useSettleWarning() {
  return useWarningAct(({ warning, verdict }: { warning: string; verdict: 'confirm' | 'decline' }) =>
    call(warningsRoutes.settle, { params: { warning }, body: { verdict } }),
  );
}

function useWarningAct<Given>(act: (given: Given) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['warnings'] }),
  });
}
