import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { Connection } from '../database.ts';
import { type Cluster, ensureServing, prepareCluster, serverOf, stopServing } from './cluster.ts';
import { holdFolder } from './lock.ts';

/** 自带数据库: a running PostgreSQL of our own, reached by two roles. */
export type Postgres = {
  /** Owns the tables; used by the migrator alone. */
  readonly migrator: Connection;
  /** Owns nothing; used by the application. */
  readonly application: Connection;
  readonly superuser: Extract<Connection, { host: string }>;
  /** The server process at this moment. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

export type PostgresOptions = {
  readonly folder: string;
  /** Folder of PostgreSQL programs chosen by the operator. */
  readonly programs?: string | undefined;
  readonly settings?: Readonly<Record<string, string>>;
  readonly onRestart?: (() => void) | undefined;
};

const watchEveryMs = 250;

/**
 * Starts our own PostgreSQL on a data folder, or adopts the one left running when our process was killed. While we
 * run it is started again whenever it dies.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { folder, programs, settings = {} } = options;
  const cluster = prepareCluster(folder, { programs, settings });
  const release = await holdFolder(join(cluster.run, 'start.lock'));
  await ensureServing(cluster);
  const application = await makeApplication(cluster);
  const unwatch = keepServing(cluster, options.onRestart);
  return {
    migrator: { ...cluster.superuser, database: 'tongban' },
    application,
    superuser: cluster.superuser,
    pid: () => serverOf(cluster),
    async stop() {
      await unwatch();
      await stopServing(cluster);
      await release();
    },
  };
}

function keepServing(cluster: Cluster, onRestart: (() => void) | undefined): () => Promise<void> {
  let reviving: Promise<void> | undefined;
  const revive = async () => {
    try {
      await ensureServing(cluster);
      onRestart?.();
    } finally {
      reviving = undefined;
    }
  };
  const timer = setInterval(() => {
    if (reviving === undefined && serverOf(cluster) === undefined) reviving = revive().catch(() => undefined);
  }, watchEveryMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await reviving;
  };
}

/** The application's role and the database, made at the first start. */
async function makeApplication(cluster: Cluster): Promise<Connection> {
  const file = join(dirname(cluster.data), 'app.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const password = readFileSync(file, 'utf8').trim();
  const client = new pg.Client(cluster.superuser);
  await client.connect();
  try {
    const roles = await client.query("select from pg_roles where rolname = 'tongban_app'");
    const verb = roles.rowCount === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role tongban_app login nosuperuser nobypassrls password ${client.escapeLiteral(password)}`,
    );
    const databases = await client.query("select from pg_database where datname = 'tongban'");
    if (databases.rowCount === 0) await client.query('create database tongban');
  } finally {
    await client.end();
  }
  return { ...cluster.superuser, user: 'tongban_app', password, database: 'tongban' };
}
