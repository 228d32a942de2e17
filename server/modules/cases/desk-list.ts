import type { TaskList } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { SignedIn } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { DeskView } from './desk-view.ts';
import type { Ledger } from './ledger.ts';
import type { CaseRow } from './store/tables.ts';
import type { Reach, TaskQueue, TaskStore, TaskWish } from './store/tasks.ts';

type Deps = { tasks: TaskStore; ledger: Ledger; view: DeskView; catalogue: Pick<Catalogue, 'search'> };
type Asked = { queue?: TaskQueue; q?: string; item?: string; after?: string; limit?: number };

/** 待办: the cases of a branch by queue, the most urgent first, in pages that do not shift. */
export function createDeskList({ tasks, ledger, view, catalogue }: Deps) {
  return async (caller: SignedIn, asked: Asked): Promise<TaskList> => {
    const reach = reachOf(caller);
    const { limit = 50, queue = 'all' } = asked;
    const sought = soughtBy(catalogue, asked);
    const wish: TaskWish = { ...sought, queue, limit: limit + 1, ...cursorOf(asked.after) };
    const rows = sought === undefined ? [] : await tasks.page(reach, wish);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      tasks: await view.tasks(caller, await ledger.many(shown)),
      counts: await tasks.counts(reach),
      ...(last === undefined ? {} : { next: nextOf(last) }),
    };
  };
}

/** How far the post of this caller reaches; without a post in force nothing is shown. */
function reachOf({ assignment, personId }: SignedIn): Reach {
  if (assignment === undefined) throw new Problem('cases.no-post', 'forbidden', '先选一个岗位再看待办');
  const { branch, items } = assignment;
  return { branch, personId, ...(items === undefined ? {} : { items }) };
}

/** Reads what was typed: the beginning of a case number, else the name of an item; never the name of a person. */
function soughtBy(
  catalogue: Deps['catalogue'],
  { q = '', item }: Asked,
): Pick<TaskWish, 'number' | 'item'> | undefined {
  const typed = q.trim();
  const narrowed = item === undefined ? {} : { item };
  if (typed === '') return narrowed;
  if (/^[0-9a-z]{2,50}$/i.test(typed) && /\d/.test(typed))
    return { ...narrowed, number: typed.toUpperCase() };
  const [hit] = catalogue.search({ q: typed, limit: 1 }).hits;
  return hit === undefined ? undefined : { item: hit.item };
}

function nextOf({ queue, urgent_on, case_id }: CaseRow): string {
  return `${queue === 'closed' ? 1 : 0}~${urgent_on}~${case_id}`;
}

function cursorOf(after: string | undefined): Pick<TaskWish, 'after'> {
  if (after === undefined) return {};
  const [, closed, urgentOn, caseId] = /^([01])~(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after) ?? [];
  if (urgentOn === undefined || caseId === undefined) {
    throw new Problem('cases.page', 'invalid', '翻页的位置不对，从第一页重新看');
  }
  return { after: { closed: closed === '1', urgentOn, caseId } };
}
