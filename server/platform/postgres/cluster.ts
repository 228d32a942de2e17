import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from '../database.ts';
import { findPrograms } from './find.ts';
import { findOwner, makeFolder, type Owner, reachableFolder, runnableHome, shortDigest } from './owner.ts';

/** 数据库集群: one data folder with the programs that serve it. */
export type Cluster = {
  readonly home: string;
  readonly data: string;
  readonly run: string;
  readonly logFile: string;
  readonly owner: Owner | undefined;
  readonly superuser: Extract<Connection, { host: string }>;
  readonly settings: Readonly<Record<string, string>>;
};

const longestSocketPath = 107;
const startTimeoutMs = 60_000;

/** Makes the folders and the data of a cluster if they are missing. */
export function prepareCluster(
  folder: string,
  options: { programs: string | undefined; settings: Readonly<Record<string, string>> },
): Cluster {
  const owner = findOwner();
  const base = reachableFolder(folder, owner);
  const programs = findPrograms(base, options.programs);
  const run = makeFolder(socketFolder(base), owner, owner === undefined ? 0o700 : 0o711);
  const data = makeFolder(join(base, `pg${programs.major}`), owner);
  const password = passwordIn(join(base, 'pg.password'));
  const cluster: Cluster = {
    home: runnableHome(programs.home, owner),
    data,
    run,
    logFile: join(base, 'pg.log'),
    owner,
    superuser: { host: run, port: 5432, user: 'tongban', password, database: 'postgres' },
    settings: options.settings,
  };
  if (!existsSync(join(data, 'PG_VERSION'))) createData(cluster, programs.major);
  return cluster;
}

/** The process serving the cluster, also one left behind by a process of ours that was killed. */
export function serverOf(cluster: Cluster): number | undefined {
  const file = join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  return Number.isInteger(pid) && isServer(pid) ? pid : undefined;
}

/** Starts the server unless one is there, and waits until it answers. */
export async function ensureServing(cluster: Cluster): Promise<number> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const pid = serverOf(cluster) ?? launch(cluster);
    const failure = await answers(cluster, pid);
    if (failure === undefined) return serverOf(cluster) ?? pid;
    if (Date.now() > deadline)
      throw new Error(`数据库没有启动，原因见 ${cluster.logFile}`, { cause: failure });
    await sleep(100);
  }
}

/** Stops the server in good order and waits until it is gone. */
export async function stopServing(cluster: Cluster): Promise<void> {
  const pid = serverOf(cluster);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  while (isServer(pid)) await sleep(20);
}

function socketFolder(base: string): string {
  const folder = join(base, 'run');
  const socket = join(folder, '.s.PGSQL.5432');
  return socket.length <= longestSocketPath ? folder : join('/tmp', `tongban-${shortDigest(base)}`);
}

function passwordIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Chinese text is found by trigrams only in a UTF-8 locale, which must therefore be named. */
function createData(cluster: Cluster, major: number): void {
  const passwordFile = join(cluster.run, 'initial-password');
  writeFileSync(passwordFile, `${cluster.superuser.password}\n`, { mode: 0o600 });
  if (cluster.owner !== undefined) chownSync(passwordFile, cluster.owner.uid, cluster.owner.gid);
  const letters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const provider = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  const locale = [...provider, '--lc-collate=C', `--lc-ctype=${letters}`];
  const access = ['-U', cluster.superuser.user, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(
    join(cluster.home, 'bin', 'initdb'),
    ['-D', cluster.data, '-E', 'UTF8', '-k', ...locale, ...access],
    { ...surroundings(cluster), encoding: 'utf8' },
  );
  rmSync(passwordFile);
  if (made.status !== 0) throw new Error(`数据库没有建成: ${made.stderr ?? ''}`, { cause: made.error });
}

function launch(cluster: Cluster): number {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: cluster.run,
    timezone: 'UTC',
    max_connections: '100',
    ...cluster.settings,
  };
  const log = openSync(cluster.logFile, 'a', 0o600);
  // Detached, so that Ctrl-C reaches us first and we can stop it in order.
  const server = spawn(
    join(cluster.home, 'bin', 'postgres'),
    ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...surroundings(cluster), stdio: ['ignore', log, log], detached: true },
  );
  server.on('error', () => undefined);
  server.unref();
  return server.pid ?? -1;
}

function surroundings(cluster: Cluster) {
  return { ...cluster.owner, cwd: cluster.run, env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } };
}

async function answers(cluster: Cluster, pid: number): Promise<unknown> {
  for (;;) {
    const client = new pg.Client({ ...cluster.superuser, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch (error) {
      if (!isAlive(pid)) return error;
      await sleep(30);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A number in an old pid file may belong to a stranger by now. */
function isServer(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const commandFile = `/proc/${pid}/cmdline`;
  return (
    !existsSync('/proc/self') ||
    (existsSync(commandFile) && readFileSync(commandFile, 'utf8').includes('postgres'))
  );
}
