import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { Queue } from '../kept.ts';
import type { CaseRow, Tables } from './tables.ts';

/** What a member of staff may see a list of: their branch and below, and the items their post handles. */
export type Reach = { branch: string; items?: readonly string[]; personId: string };
export type TaskQueue = Queue | 'mine' | 'all';
/** Where a page ended: whether among closed cases, on which day, at which case. */
type Place = { closed: boolean; urgentOn: string; caseId: string };
export type TaskWish = {
  queue: TaskQueue;
  number?: string;
  item?: string;
  after?: Place;
  limit: number;
};

type Query<O> = SelectQueryBuilder<Tables, 'cases.case', O>;
type Columns = ExpressionBuilder<Tables, 'cases.case'>;

/** The most any count says; beyond it the desk shows 1000+. */
const mostCounted = 1000;
const counted = ['intake', 'correction', 'review', 'issue', 'mine', 'closed'] as const;

/** SQL of the desk's lists: keyset pages, the most urgent first, and counts that stop. */
export function createTaskStore(db: Db) {
  const tables = db.withTables<Tables>();
  const reached = (reach: Reach) => tables.selectFrom('cases.case').where((see) => withinReach(see, reach));
  return {
    page: (reach: Reach, wish: TaskWish): Promise<CaseRow[]> => {
      const { number, item, after, queue } = wish;
      const direction = queue === 'closed' ? 'desc' : 'asc';
      let query = inQueue(reached(reach).selectAll(), queue, reach);
      if (item !== undefined) query = query.where('item', '=', item);
      if (number !== undefined) query = query.where(sql<boolean>`starts_with(case_number, ${number})`);
      if (after !== undefined) query = query.where(beyond(after, queue));
      // Among all cases the closed ones come last.
      if (queue === 'all') query = query.orderBy(sql`queue = 'closed'`);
      return query.orderBy('urgent_on', direction).orderBy('case_id', direction).limit(wish.limit).execute();
    },
    counts: async (reach: Reach): Promise<Record<string, number>> => {
      const one = (queue: TaskQueue) =>
        tables
          .selectFrom(inQueue(reached(reach).select('case_id'), queue, reach).limit(mostCounted).as('some'))
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
      const rows = await Promise.all(counted.map(one));
      return Object.fromEntries(counted.map((queue, at) => [queue, Number(rows[at]?.count ?? 0)]));
    },
  };
}
export type TaskStore = ReturnType<typeof createTaskStore>;

/** What lies after a place, in the order of the queue. */
function beyond({ closed, urgentOn, caseId }: Place, queue: TaskQueue) {
  if (queue === 'closed') return sql<boolean>`(urgent_on, case_id) < (${urgentOn}, ${caseId})`;
  if (queue !== 'all') return sql<boolean>`(urgent_on, case_id) > (${urgentOn}, ${caseId})`;
  return sql<boolean>`(queue = 'closed', urgent_on, case_id) > (${closed}, ${urgentOn}, ${caseId})`;
}

function withinReach(see: Columns, { branch, items }: Reach) {
  // '0' follows '/' in the C collation, so that the range holds exactly the branches below.
  const below = see.and([see('branch', '>', `${branch}/`), see('branch', '<', `${branch}0`)]);
  const here = see.or([see('branch', '=', branch), below]);
  if (items === undefined) return here;
  return see.and([here, sql<boolean>`item = any(${[...items]})`]);
}

function inQueue<O>(query: Query<O>, queue: TaskQueue, { personId }: Reach): Query<O> {
  if (queue === 'all') return query;
  if (queue === 'mine') return query.where('holder_id', '=', personId);
  return query.where('queue', '=', queue);
}
