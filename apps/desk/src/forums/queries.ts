import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type ForumItem,
  type ForumWish,
  forumsRoutes,
  type VolunteerWish,
  volunteersRoutes,
} from '@tongban/contract';
import { call } from '../api/call.ts';

const nowMs = 60_000;

export function useForums() {
  return useQuery({ queryKey: ['forums', 'list'], queryFn: () => call(forumsRoutes.list, {}) });
}

/** Forums that are open at this moment; looked at again every minute, for one begins by the clock. */
export function useForumsNow() {
  return useQuery({
    queryKey: ['forums', 'now'],
    queryFn: () => call(forumsRoutes.now, {}),
    refetchInterval: nowMs,
  });
}

export function useLedger(forum: string) {
  return useInfiniteQuery({
    queryKey: ['forums', 'ledger', forum],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => page(forum, pageParam),
    getNextPageParam: ({ next }) => next,
  });
}

/** The whole ledger, page after page, as an export needs it. */
export async function wholeLedger(forum: string): Promise<ForumItem[]> {
  const items: ForumItem[] = [];
  let after: string | undefined;
  do {
    const { items: more, next } = await page(forum, after);
    items.push(...more);
    after = next;
  } while (after !== undefined);
  return items;
}

function page(forum: string, after: string | undefined) {
  return call(forumsRoutes.get, { params: { forum }, query: after === undefined ? {} : { after } });
}

export function useOrderForums(order: string) {
  return useQuery({
    queryKey: ['forums', 'order', order],
    queryFn: () => call(forumsRoutes.ofOrder, { params: { order } }),
  });
}

/** Sets a forum up, or writes one anew. */
export function useWriteForum() {
  return useForumWrite(({ wish, forum, version = 0 }: Writing) =>
    forum === undefined
      ? call(forumsRoutes.open, { body: wish })
      : call(forumsRoutes.change, { params: { forum }, body: { version, wish } }),
  );
}
type Writing = { wish: ForumWish; forum?: string; version?: number };

export function useCloseForum(forum: string) {
  return useForumWrite((version: number) =>
    call(forumsRoutes.close, { params: { forum }, body: { version } }),
  );
}

export function usePut(order: string) {
  return useForumWrite((forum: string) => call(forumsRoutes.put, { params: { forum }, body: { order } }));
}

export function useTakeOut(order: string) {
  return useForumWrite((forum: string) => call(forumsRoutes.takeOut, { params: { forum, order } }));
}

export function useNote({ forum, order }: { forum: string; order: string }) {
  return useForumWrite((body: { on: string; say: string }) =>
    call(forumsRoutes.note, { params: { forum, order }, body }),
  );
}

/** 警民联系台: its volunteers page after page. */
export function useContactDesk() {
  return useInfiniteQuery({
    queryKey: ['forums', 'contact-desk'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      call(volunteersRoutes.list, { query: after === undefined ? {} : { after } }),
    getNextPageParam: ({ next }) => next,
  });
}

export function useAppoint() {
  return useForumWrite((body: VolunteerWish) => call(volunteersRoutes.appoint, { body }));
}

export function useDismiss() {
  return useForumWrite((volunteer: string) => call(volunteersRoutes.dismiss, { params: { volunteer } }));
}

/** Whatever is written about forums is seen in the list, the ledger and the order alike. */
function useForumWrite<Wish, Done>(write: (wish: Wish) => Promise<Done>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => client.invalidateQueries({ queryKey: ['forums'] }),
  });
}
