import { type RawBuilder, sql } from 'kysely';
import type { Db, Sql } from '../../../platform/index.ts';
import type { Queue } from '../kept.ts';
import type { Reach } from '../rules.ts';
import type { CaseRow } from '../store/tables.ts';
import { narrowed } from './store-narrowing.ts';
import { openQueues, type PageWish, type Place, type TaskWish } from './wish.ts';

/** The most any count says; beyond it the desk shows 1000+. */
export const mostCounted = 1000;
/** So many kinds of items are looked up one by one; more of them are found along the way. */
const fewItems = 5;
const tabs = [...openQueues, 'closed'] as const;

type Part = { queues: readonly Queue[]; newestFirst: boolean; after?: Place; limit: number };
/** A page; how many cases the wish shows is told where it could be counted on the way. */
type Page = { rows: CaseRow[]; counted?: number };

/**
 * SQL of the desk's lists: keyset pages, the most urgent first and closed cases last, and counts that stop. A branch
 * with all below it is walked branch by branch, each by its index, so that a list costs the same however many cases
 * there are.
 */
export function createListStore(db: Db) {
  const part = async (reach: Reach, wish: PageWish, asked: Part): Promise<Page> => {
    if (asked.queues.length === 0) return { rows: [] };
    const { rows } = await pageSql(reach, wish, asked).execute(db);
    const counted = rows[0]?.counted;
    return { rows, ...(counted === undefined ? {} : { counted }) };
  };
  return {
    /** One page: open cases by urgency, then closed ones, the newest first. */
    async page(reach: Reach, wish: PageWish): Promise<Page> {
      const { after, limit, total = limit } = wish;
      const open = openQueues.filter((queue) => wish.queues.includes(queue));
      const closed: Queue[] = wish.queues.includes('closed') ? ['closed'] : [];
      const first: Page =
        after?.closed === true
          ? { rows: [] }
          : await part(reach, wish, { queues: open, newestFirst: false, ...placed(after), limit });
      const beyond = after?.closed === true ? placed(after) : {};
      if (first.rows.length >= Math.min(limit, total)) return first;
      const last = await part(reach, wish, { queues: closed, newestFirst: true, ...beyond, limit });
      const counted = first.counted ?? last.counted;
      const rows = [...first.rows, ...last.rows].slice(0, limit);
      return { rows, ...(counted === undefined ? {} : { counted }) };
    },
    /** How many there are, counted to a thousand. */
    async count(reach: Reach, wish: TaskWish): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        with recursive ${branchesSql(reach)} select ${countSql(reach, wish)} as count`.execute(db);
      return rows[0]?.count ?? 0;
    },
    /** The counts of all queues and of my own cases. */
    async counts(reach: Reach, today: string): Promise<Record<string, number>> {
      const { rows } = await tabsSql(reach, today).execute(db);
      return Object.fromEntries(rows.map(({ tab, count }) => [tab, Number(count)]));
    },
  };
}
export type ListStore = ReturnType<typeof createListStore>;

function placed(after: Place | undefined): { after?: Place } {
  return after === undefined ? {} : { after };
}

/** The branch of the reach and, one step of the index each, every branch below it that has cases. */
function branchesSql({ branch }: Reach): Sql {
  // '0' follows '/' in the C collation, so that the range holds exactly the branches below.
  return sql`reached(branch) as (
    select ${branch}::text collate "C"
    union all
    select (
      select other.branch from cases.case as other
      where other.branch > greatest(reached.branch, ${`${branch}/`}) and other.branch < ${`${branch}0`}
      order by other.branch limit 1
    )
    from reached where reached.branch is not null
  )`;
}

/** A page, and where asked with each row how many the wish shows at all: counted once. */
function pageSql(reach: Reach, wish: PageWish, asked: Part): RawBuilder<CaseRow & { counted?: number }> {
  const order = orderSql(asked.newestFirst);
  const counted = wish.counting === true ? sql`, ${countSql(reach, wish)} as counted` : sql``;
  return sql<CaseRow & { counted?: number }>`
    with recursive ${branchesSql(reach)},
    found as materialized (
      select one.city, one.case_id from ${foundSql(reach, wish, asked)}
      order by ${order('one')} limit ${sql.lit(asked.limit)}
    )
    select task.*${counted} from found join cases.case as task using (city, case_id)
    order by ${order('task')}`;
}

function orderSql(newestFirst: boolean) {
  return (table: string): Sql => {
    const [day, id] = [sql.ref(`${table}.urgent_on`), sql.ref(`${table}.case_id`)];
    return newestFirst ? sql`${day} desc, ${id} desc` : sql`${day}, ${id}`;
  };
}

/** How many a wish shows, to a thousand; the branches must have been reached before. */
function countSql(reach: Reach, wish: TaskWish): Sql {
  const some = foundSql(reach, wish, { queues: wish.queues, limit: mostCounted });
  return sql`(select count(*) from (select 1 from ${some} limit ${sql.lit(mostCounted)}) as counted)`;
}

type Found = Omit<Part, 'newestFirst'> & { newestFirst?: boolean };

/** The cases wished for as rows `one`, by the index that narrows most. */
function foundSql(reach: Reach, wish: TaskWish, asked: Found): Sql {
  const keys = sql`select task.city, task.case_id, task.urgent_on from cases.case as task`;
  const end = sql`order by ${orderSql(asked.newestFirst === true)('task')} limit ${sql.lit(asked.limit)}`;
  const all = sql.join([sql`task.queue = any(${listed(asked.queues)})`, ...narrowed(wish, asked)], and);
  const { holder, applicantId } = wish;
  if (applicantId !== undefined) {
    return sql`(${keys} where task.person_id = ${applicantId} and ${withinSql(reach)} and ${all}) as one`;
  }
  if (holder !== undefined && holder !== 'nobody') {
    return sql`(${keys} where task.holder_id = ${holder.personId} and ${withinSql(reach)} and ${all} ${end}) as one`;
  }
  if (holder === 'nobody') {
    return sql`${eachBranch}, lateral (${keys}
      where task.unassigned_since is not null and task.branch = each.branch and ${all} ${end}) as one`;
  }
  if (wish.number !== undefined && wish.numberIsShort === undefined) {
    return sql`${eachBranch}, lateral (${keys} where task.branch = each.branch and ${all}) as one`;
  }
  return queuedSql(wish, asked, { keys, end });
}

const and = sql` and `;
const eachBranch = sql`(select branch from reached where branch is not null) as each`;

/** Queue by queue and branch by branch; with a few items also item by item. */
function queuedSql(wish: TaskWish, asked: Found, { keys, end }: { keys: Sql; end: Sql }): Sql {
  const few = wish.items !== undefined && wish.items.length <= fewItems;
  const kinds = few ? sql`, unnest(${[...(wish.items ?? [])]}::text[]) as kind(item)` : sql``;
  const ofKind = few ? [sql`task.item = kind.item`] : [];
  const rest = few ? narrowed({ ...wish, items: undefined }, asked) : narrowed(wish, asked);
  const where = [sql`task.queue = queued.queue`, sql`task.branch = each.branch`, ...ofKind, ...rest];
  return sql`unnest(${listed(asked.queues)}) as queued(queue), ${eachBranch}${kinds},
    lateral (${keys} where ${sql.join(where, and)} ${end}) as one`;
}

/** Queues and limits are written out, so that the database need not plan anew for every reader. */
function listed(queues: readonly Queue[]): Sql {
  return sql`${sql.lit(`{${queues.join()}}`)}::text[]`;
}

function withinSql({ branch }: Reach): Sql {
  return sql`(task.branch = ${branch} or (task.branch > ${`${branch}/`} and task.branch < ${`${branch}0`}))`;
}

/** Each tab counted by itself, in one question. */
function tabsSql(reach: Reach, today: string): RawBuilder<{ tab: string; count: string }> {
  const items = reach.items === undefined ? {} : { items: reach.items };
  const wishes: [string, TaskWish][] = [
    ...tabs.map((queue): [string, TaskWish] => [queue, { queues: [queue], today, ...items }]),
    ['mine', { queues: openQueues, holder: { personId: reach.personId }, today, ...items }],
  ];
  const counts = wishes.map(([tab, wish]) => {
    return sql`select ${tab}::text as tab, ${countSql(reach, wish)} as count`;
  });
  return sql`with recursive ${branchesSql(reach)} ${sql.join(counts, sql` union all `)}`;
}
