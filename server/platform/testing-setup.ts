import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { readEnvironment } from '../config.ts';
import { type Connection, roleOf, settingsOf } from './database.ts';
import { migrate } from './migrate.ts';
import { type Postgres, startPostgres } from './postgres/index.ts';

/** The database server of a test run; every test file clones the template. */
export type TestPostgres = {
  readonly superuser: Connection;
  readonly migrator: Connection;
  readonly application: Connection;
  readonly template: string;
  readonly folder: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

const prefix = `tongban-test-`;
const migrations = join(import.meta.dirname, '..', 'migrations');

/** Starts one PostgreSQL for the run, or uses the one named by TEST_DATABASE_URL, and migrates a template once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  const { TEST_DATABASE_URL: named } = readEnvironment();
  const server = named === undefined ? await startOwn(folder) : undefined;
  const postgres = server === undefined ? await useNamed(named ?? '', folder) : provided(server, folder);
  await migrate(postgres.migrator, { folder: migrations, applicationRole: roleOf(postgres.application) });
  project.provide('postgres', postgres);
  return async () => {
    await (server?.stop() ?? dropTemplate(postgres));
    rmSync(folder, { recursive: true, force: true });
  };
}

function startOwn(folder: string): Promise<Postgres> {
  return startPostgres({
    folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
}

function provided({ superuser, migrator, application }: Postgres, folder: string): TestPostgres {
  return { superuser, migrator, application, template: 'tongban', folder };
}

/** On a server named by the operator: a database of our own for the run, and a role that owns nothing. */
async function useNamed(url: string, folder: string): Promise<TestPostgres> {
  const template = `tongban_template_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.query(`drop role if exists tongban_test_app`);
  await client.query(`create role tongban_test_app login password 'kayak'`);
  await client.end();
  const migrator = new URL(url);
  migrator.pathname = `/${template}`;
  const application = new URL(migrator);
  application.username = 'tongban_test_app';
  application.password = 'kayak';
  return {
    superuser: { url },
    migrator: { url: migrator.href },
    application: { url: application.href },
    template,
    folder,
  };
}

async function dropTemplate({ superuser, template }: TestPostgres): Promise<void> {
  const client = new pg.Client(settingsOf(superuser));
  await client.connect();
  await client.query(`drop database ${template} with (force)`);
  await client.end();
}

/** Removes what a test run left behind that was killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const runner = Number(name.slice(prefix.length).split('-', 1)[0]);
    if (isAlive(runner)) continue;
    const folder = join(tmpdir(), name);
    for (const data of readdirSync(folder).filter((one) => one.startsWith('pg')))
      endServer(join(folder, data));
    rmSync(folder, { recursive: true, force: true });
  }
}

function endServer(data: string): void {
  const file = join(data, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : 0;
  const command = `/proc/${pid}/cmdline`;
  const ours = pid > 0 && isAlive(pid) && existsSync(command) && readFileSync(command, 'utf8').includes(data);
  if (ours) process.kill(pid, 'SIGKILL');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
