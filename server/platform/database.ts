import {
  type ColumnType,
  Kysely,
  type KyselyPlugin,
  PostgresDialect,
  type QueryResult,
  type RawBuilder,
  type Transaction,
  type UnknownRow,
} from 'kysely';
import pg from 'pg';
import type { Acting } from './acting.ts';
import { introduceConnections } from './introductions.ts';
import { NamedClient } from './named-client.ts';

/** The platform knows no module's tables; a store names its own with `withTables<Tables>()`. */
type NoTables = Record<never, never>;

/** The database as a reader sees it. */
export type Db = Kysely<NoTables>;

/** An open transaction: whoever holds it writes together, all or nothing. */
export type Tx = Transaction<NoTables>;

/** One statement, not yet sent. */
export type Sql = RawBuilder<unknown>;

/** A column that may be empty: read as undefined, emptied by writing null. */
export type Maybe<T> = ColumnType<T | undefined, T | null | undefined, T | null | undefined>;

/** A column the database fills by itself. */
export type Filled<T> = ColumnType<T, T | undefined, T>;

/** A moment: read as Date, written as Date. */
export type Moment = ColumnType<Date, Date, Date>;

/** Where a database answers. */
export type Connection =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

/** An open database: `db` for stores, `pool` for the few parts that need bare connections. */
export type Database = { readonly db: Db; readonly pool: pg.Pool; readonly close: () => Promise<void> };

type OpenOptions = {
  readonly max: number;
  readonly onError: (error: Error) => void;
  /** In whose name a connection is asked for. */
  readonly whoActs: () => Acting | undefined;
};

/** Opens a pool of connections with prepared statements and our reading of types; each knows who acts. */
export function openDatabase(connection: Connection, options: OpenOptions): Database {
  const pool = openPool(connection, options);
  // Whoever signs in holds up to half as many in transactions; some stay free to ask whose session a request is of.
  const doorway = openPool(connection, { ...options, max: Math.ceil(options.max / 2) + 1 });
  introduceConnections({ pool, doorway, whoActs: options.whoActs });
  const db: Db = new Kysely<NoTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [absentIsUndefined],
  });
  const close = async () => {
    await Promise.all([pool.end(), doorway.end()]);
  };
  return { db, pool, close };
}

function openPool(connection: Connection, { max, onError }: Pick<OpenOptions, 'max' | 'onError'>): pg.Pool {
  const pool = new pg.Pool({
    ...settingsOf(connection),
    max,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'tongban',
    Client: NamedClient,
    types: { getTypeParser },
  });
  pool.on('error', onError);
  pool.on('connect', (client) => void client.on('error', onError));
  return pool;
}

/** Runs one transaction outside a request: for jobs, subscribers and writes that must outlive a refusal. */
export function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}

/** The settings `pg` understands for a connection. */
export function settingsOf(connection: Connection): pg.ClientConfig {
  return 'url' in connection ? { connectionString: connection.url } : { ...connection };
}

/** The role a connection signs in as. */
export function roleOf(connection: Connection): string {
  return 'url' in connection ? decodeURIComponent(new URL(connection.url).username) : connection.user;
}

const int8 = 20;
const date = 1082;

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === int8) return Number;
  if (oid === date) return (value) => value;
  return pg.types.getTypeParser(oid, format as 'text');
}

const absentIsUndefined: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }): Promise<QueryResult<UnknownRow>> => {
    for (const row of result.rows) emptyToUndefined(row);
    return Promise.resolve(result);
  },
};

function emptyToUndefined(row: UnknownRow): void {
  for (const key in row) if (row[key] === null) row[key] = undefined;
}

/** Tells whether the database gave up waiting for a lock. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

const away = /^(08...|57P0[1-5]|53300|57014|40001|40P01|55P03|ECONN\w+|ENOENT|EPIPE|ETIMEDOUT)$/;
const lost =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Tells whether the database is away, restarting or overtaxed, so that the same call may succeed a little later. */
export function isAway(error: unknown): boolean {
  return away.test(codeOf(error) ?? '') || (error instanceof Error && lost.test(error.message));
}

const unkeepable = /^22(001|003|007|008|021|P02|P05)$/;

/** Tells whether the database refused a value as it was written: too long, out of range, of another type. */
export function isUnkeepable(error: unknown): boolean {
  return unkeepable.test(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
