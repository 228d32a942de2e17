import type { ListFilter, TaskRow } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn } from '../../../platform/index.ts';
import type { Ledger } from '../ledger.ts';
import { reachOf } from '../rules.ts';
import { type Asking, nextOf, placeOf } from './asked.ts';
import type { Rows } from './rows.ts';
import { type ListStore, mostCounted } from './store.ts';
import type { Place, TaskWish } from './wish.ts';

type Deps = Pick<Platform, 'clock'> & { store: ListStore; ledger: Ledger; ask: Asking; rows: Rows };
type Asked = { filter: ListFilter; after?: string; limit?: number };
type Page = { tasks: TaskRow[]; next?: string };
type Found = Page & { total: number };
type Paged = {
  wish: TaskWish;
  place: Place | undefined;
  limit: number;
  total?: number;
  counting?: true;
};
export type Listing = ReturnType<typeof createListing>;

/** 待办列表: the cases of a branch by filter, the most urgent first, in pages that do not shift. */
export function createListing(deps: Deps) {
  const { store, clock } = deps;
  const countedFor = async (caller: SignedIn, wish: TaskWish) => {
    const total = await store.count(reachOf(caller), wish);
    return { total, wish: total < mostCounted ? wish : { ...wish, numberIsShort: true as const } };
  };
  const wished = async (caller: SignedIn, filter: ListFilter) => {
    const wish = await deps.ask(caller, filter);
    return wish === undefined ? undefined : countedFor(caller, wish);
  };
  return {
    async search(caller: SignedIn, { filter, after, limit = 50 }: Asked): Promise<Found> {
      const wish = await deps.ask(caller, filter);
      if (wish === undefined) return { tasks: [], total: 0 };
      const paged = { limit, place: after === undefined ? undefined : placeOf(after) };
      if (wish.number !== undefined) {
        const found = await countedFor(caller, wish);
        const { tasks, next } = await pageOf(deps, caller, { ...found, ...paged });
        return { tasks, total: found.total, ...(next === undefined ? {} : { next }) };
      }
      const { counted, ...page } = await pageOf(deps, caller, { wish, ...paged, counting: true });
      return { ...page, total: allOf(page, after) ?? counted ?? (await store.count(reachOf(caller), wish)) };
    },
    /** How many cases a filter shows now, to a thousand. */
    countOf: async (caller: SignedIn, filter: ListFilter): Promise<number> =>
      (await wished(caller, filter))?.total ?? 0,
    counts: (caller: SignedIn): Promise<Record<string, number>> =>
      store.counts(reachOf(caller), shanghaiDay(clock())),
    /** The rows of a filter, one page after the other. */
    async *pages(caller: SignedIn, filter: ListFilter, limit: number): AsyncGenerator<TaskRow[]> {
      const found = await wished(caller, filter);
      let next: string | undefined;
      for (let more = found !== undefined; more && found !== undefined; more = next !== undefined) {
        const place = next === undefined ? undefined : placeOf(next);
        const page = await pageOf(deps, caller, { wish: found.wish, limit, place });
        next = page.next;
        yield page.tasks;
      }
    },
  };
}

/** A first page that nothing comes after is all there is. */
function allOf({ tasks, next }: Page, after: string | undefined): number | undefined {
  return after === undefined && next === undefined ? tasks.length : undefined;
}

async function pageOf(
  { store, ledger, rows }: Deps,
  caller: SignedIn,
  { wish, place, limit, total, counting }: Paged,
): Promise<Page & { counted?: number }> {
  const { rows: found, counted } = await store.page(reachOf(caller), {
    ...{ ...wish, limit: limit + 1 },
    ...(place === undefined ? {} : { after: place }),
    ...(counting === undefined ? {} : { counting }),
    ...(place !== undefined || total === undefined ? {} : { total }),
  });
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const tasks = await rows(caller, await ledger.many(shown));
  return {
    tasks,
    ...(counted === undefined ? {} : { counted }),
    ...(last === undefined ? {} : { next: nextOf(last) }),
  };
}
