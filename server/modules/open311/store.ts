import { sql } from 'kysely';
import type { Db, Maybe, Moment, Tx } from '../../platform/index.ts';
import type { Page, Period, Status } from './asking.ts';

type RequestTable = {
  request_id: string;
  partner: string;
  division: string;
  service: string;
  number: Maybe<string>;
  status: Status;
  sealed: Buffer;
  requested_at: Moment;
  updated_at: Moment;
};
export type NewsType = 'registered' | 'moved' | 'replied' | 'reopened' | 'closed';
type NewsTable = { news_id: string; request_id: string; type: NewsType; status: Status; at: Moment };
type HeardTable = { request_id: string; their_id: string; at: Moment };
type Tables = {
  'open311.request': RequestTable;
  'open311.news': NewsTable;
  'open311.heard': HeardTable;
};
type Read<T> = { [K in keyof T]: T[K] extends Moment ? Date : T[K] };
export type RequestRow = Read<Omit<RequestTable, 'number'>> & { readonly number: string | undefined };
export type Registered = RequestRow & { readonly number: string };
export type NewsRow = Read<NewsTable> & { readonly number: string };
/** Which of its requests a unit asks for; those that are named are found whenever they came. */
type Wanted = Page & {
  readonly partner: string;
  readonly period: Period;
  readonly numbers?: readonly string[];
  readonly services?: readonly string[];
  readonly status?: Status;
  readonly city?: string;
};
export type Store = ReturnType<typeof createStore>;

/** All SQL of requests other systems passed on. */
export function createStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    ...createNewsStore(db),
    insert: (tx: Tx, row: RequestRow) => within(tx).insertInto('open311.request').values(row).execute(),
    /** One of a unit, by the number of its order. */
    find: async (partner: string, number: string): Promise<Registered | undefined> => {
      const row = await within(undefined)
        .selectFrom('open311.request')
        .selectAll()
        .where('partner', '=', partner)
        .where('number', '=', number)
        .executeTakeFirst();
      return row && { ...row, number };
    },
    byToken: (token: string): Promise<Pick<RequestRow, 'request_id' | 'number'> | undefined> =>
      within(undefined)
        .selectFrom('open311.request')
        .select(['request_id', 'number'])
        .where('request_id', '=', token)
        .executeTakeFirst(),
    list: (wanted: Wanted) => list(db, wanted),
    /** Those that wait for a number, the longest waiting first; another server takes others. */
    waiting: (tx: Tx, limit: number): Promise<RequestRow[]> =>
      within(tx)
        .selectFrom('open311.request')
        .selectAll()
        .where('number', 'is', null)
        .orderBy('requested_at')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute(),
    put: (tx: Tx, id: string, to: { number: string; sealed: Buffer; updated_at: Date }) =>
      within(tx).updateTable('open311.request').set(to).where('request_id', '=', id).execute(),
    /** What turned out to be a tip-off is gone, with everything told of it. */
    drop: (tx: Tx, number: string) =>
      within(tx).deleteFrom('open311.request').where('number', '=', number).execute(),
    /** Answers the id of the request, where there is one. */
    async move(tx: Tx, number: string, to: { status?: Status; updated_at: Date }) {
      const row = await within(tx)
        .updateTable('open311.request')
        .set(to)
        .where('number', '=', number)
        .returning(['request_id', 'status'])
        .executeTakeFirst();
      return row;
    },
  };
}

async function list(db: Db, wanted: Wanted): Promise<Registered[]> {
  const { partner, period, numbers, services, status, city, limit, offset } = wanted;
  const page = db
    .withTables<Tables>()
    .selectFrom('open311.request')
    .selectAll()
    .where('partner', '=', partner)
    .where('number', 'is not', null)
    .orderBy('requested_at', 'desc')
    .orderBy('request_id')
    .limit(limit)
    .offset(offset);
  if (numbers !== undefined)
    return numbers.length === 0
      ? []
      : (page.where('number', 'in', numbers).execute() as Promise<Registered[]>);
  const during = page.where('requested_at', '>=', period.from).where('requested_at', '<=', period.to);
  const about = services === undefined ? during : during.where('service', 'in', services);
  const standing = status === undefined ? about : about.where('status', '=', status);
  const here = city === undefined ? standing : standing.where('division', 'like', `${city}%`);
  return here.execute() as Promise<Registered[]>;
}

function createNewsStore(db: Db) {
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    tell: (tx: Tx, row: Read<NewsTable>) => within(tx).insertInto('open311.news').values(row).execute(),
    news: async ({ partner, period, city, limit, offset }: Wanted): Promise<NewsRow[]> => {
      const { rows } = await sql<NewsRow>`
        select news.news_id, news.request_id, news.type, news.status, news.at, request.number
        from open311.news
        join open311.request using (request_id)
        where request.partner = ${partner} and news.at between ${period.from} and ${period.to}
          and request.division like ${`${city ?? ''}%`}
        order by news.at, news.news_id
        limit ${limit} offset ${offset}`.execute(db);
      return rows;
    },
    /** Notes what a unit said by its own id; answers false where it said so before. */
    hear: async (tx: Tx, row: Read<HeardTable>): Promise<boolean> => {
      const heard = await within(tx)
        .insertInto('open311.heard')
        .values(row)
        .onConflict((conflict) => conflict.columns(['request_id', 'their_id']).doNothing())
        .returning('their_id')
        .executeTakeFirst();
      return heard !== undefined;
    },
  };
}
