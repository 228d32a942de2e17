import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** A statement as it was sent to the database. */
export type Query = { readonly text: string; readonly values: readonly unknown[] };

const watched = new AsyncLocalStorage<Query[]>();
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function watchedQuery(this: pg.Client, ...args: unknown[]): never {
  watched.getStore()?.push(queryOf(args));
  return Reflect.apply(query, this, args) as never;
};

/** Does some work and tells every statement the database was sent for it, so that a page's queries can be counted. */
export async function queriesOf(work: () => Promise<unknown>): Promise<Query[]> {
  const sent: Query[] = [];
  await watched.run(sent, work);
  return sent;
}

function queryOf([first, second]: readonly unknown[]): Query {
  const { text, values } = typeof first === 'object' && first !== null ? (first as Partial<Query>) : {};
  const listed = values ?? second;
  return { text: text ?? String(first), values: Array.isArray(listed) ? listed : [] };
}
