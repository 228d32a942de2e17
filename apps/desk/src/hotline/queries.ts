import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  catalogueRoutes,
  type OrderAct,
  type OrderReceipt,
  orderAssistRoutes,
  orderCallsRoutes,
  orderDeskRoutes,
  type TakenOrder,
} from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { titleFrom } from './listening.ts';

/** Calls at my place; each change of them is asked for as it happens. */
export function useCalls() {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(addressOf(orderCallsRoutes.callStream, {}));
    const renew = () => void client.invalidateQueries({ queryKey: ['order-calls'] });
    source.onopen = renew;
    source.onmessage = renew;
    return () => source.close();
  }, [client]);
  return useQuery({
    queryKey: ['order-calls'],
    queryFn: () => call(orderCallsRoutes.calls, {}),
    refetchInterval: callsMs,
  });
}
const callsMs = 20_000;

export function useCaller(id: string) {
  return useQuery({
    queryKey: ['order-caller', id],
    queryFn: () => call(orderCallsRoutes.callerOfCall, { params: { call: id } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSit() {
  return useMutation({
    mutationFn: (extension: string) => call(orderCallsRoutes.sit, { body: { extension } }),
  });
}

export function usePretend() {
  return useCallWrite((body: { phone: string; dialled: string }) =>
    call(orderCallsRoutes.pretendCall, { body }),
  );
}

type WrapUp = { id: string; code: string; order?: string };
export function useWrapUp() {
  return useCallWrite(({ id, code, order }: WrapUp) =>
    call(orderCallsRoutes.wrapUp, {
      params: { call: id },
      body: { code, ...(order === undefined ? {} : { order }) },
    }),
  );
}

function useCallWrite<Wish, Done>(write: (wish: Wish) => Promise<Done>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['order-calls'] }),
  });
}

const restMs = 300;
/** What was heard so far, of which matter it was said to be, and in which call. */
type Heard = { text: string; matter: string | undefined; phoneCall: string | undefined };
/** 边听边提示: what the house makes of the text, once the hand rests for a moment. */
export function useSuggestions({ text, matter, phoneCall }: Heard) {
  const [rested, rest] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => rest(text.trim()), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({
    queryKey: ['order-suggestions', rested, matter, phoneCall],
    enabled: rested.length > 3,
    // The same words said again may be about what was registered a moment ago.
    staleTime: 0,
    queryFn: () =>
      call(orderAssistRoutes.suggest, {
        body: {
          ...{ title: titleFrom(rested), text: rested },
          ...(matter === undefined ? {} : { matter }),
          ...(phoneCall === undefined ? {} : { call: phoneCall }),
        },
      }),
    placeholderData: keepPreviousData,
  });
}

/** The guide of an item as it is in force. */
export function useGuide(item: string | undefined) {
  return useQuery({
    queryKey: ['order-guide', item],
    enabled: item !== undefined,
    queryFn: async () => {
      const { edition } = await call(catalogueRoutes.item, { params: { item: item ?? '' }, query: {} });
      return call(catalogueRoutes.edition, { params: { edition } });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What is done with an order as soon as it is registered. */
export type Finish =
  | { readonly how: 'keep' }
  | { readonly how: 'answer'; readonly text: string }
  | { readonly how: 'dispatch'; readonly to: string }
  | { readonly how: 'merge'; readonly into: string };
export type Registering = {
  readonly taken: TakenOrder;
  readonly matter?: string;
  readonly labels: readonly string[];
  readonly isTipOff: boolean;
  readonly finish: Finish;
};
/** `stopped` where it is registered and the rest could not be done: it must not be registered twice. */
export type Registered = { readonly receipt: OrderReceipt; readonly stopped?: unknown };

export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wish: Registering): Promise<Registered> => {
      const receipt = await call(orderDeskRoutes.register, { body: wish.taken });
      if (wish.isTipOff) return { receipt };
      try {
        for (const act of actsOf(wish)) {
          const params = { order: receipt.order };
          const { version } = await call(orderDeskRoutes.get, { params });
          await call(orderDeskRoutes.act, { params, body: { version, act } });
        }
        return { receipt };
      } catch (stopped) {
        return { receipt, stopped };
      }
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: ['orders'] }),
  });
}

function actsOf({ taken: { kind }, matter, labels, finish }: Registering): OrderAct[] {
  const sorted: OrderAct[] =
    matter === undefined ? [] : [{ type: 'classify', kind, matter, labels: [...labels] }];
  switch (finish.how) {
    case 'keep':
      return sorted;
    case 'answer':
      return [...sorted, { type: 'answer', text: finish.text }];
    case 'dispatch':
      return [...sorted, { type: 'dispatch', to: finish.to }];
    case 'merge':
      return [{ type: 'merge', into: finish.into }];
  }
}
