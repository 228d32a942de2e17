import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { type Connection, settingsOf } from './database.ts';

/** 迁移: one numbered step of the database's shape. */
export type Migration = {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

const lockNumber = 7_042_001;

/** Reads the steps of a folder in their order; a number used twice or a name out of shape is refused. */
export function readMigrations(folder: string): Migration[] {
  const steps = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => stepFrom(folder, file))
    .sort((a, b) => a.id - b.id);
  steps.forEach((step, at) => {
    if (steps[at - 1]?.id === step.id)
      throw new Error(`Migration number ${step.id} is used twice: ${step.name}`);
  });
  return steps;
}

/**
 * Brings a database to the newest shape, one transaction per step, and lets the application's role use it. Two
 * servers starting at once wait for each other. Returns the names of the steps taken.
 */
export async function migrate(
  connection: Connection,
  options: { readonly folder: string; readonly applicationRole: string },
): Promise<string[]> {
  const steps = readMigrations(options.folder);
  const client = new pg.Client(settingsOf(connection));
  // A lost connection is told by the statement it interrupts.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    // Row policies bind the owner too; to them this is the migrator.
    await client.query("select set_config('app.role', 'migrator', false)");
    await client.query('create schema if not exists platform');
    await client.query(
      'create table if not exists platform.migration (id integer not null constraint migration_pk primary key, name text not null, checksum text not null, at timestamptz not null default now())',
    );
    const taken = await takeSteps(client, steps);
    await prepareJobs(client, connection, options.applicationRole);
    await grant(client, options.applicationRole);
    return taken;
  } finally {
    await client.end();
  }
}

function stepFrom(folder: string, file: string): Migration {
  const named = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(file);
  if (named === null) throw new Error(`Migration ${file} is not named NNNN_verb_object.sql`);
  const sql = readFileSync(join(folder, file), 'utf8');
  return { id: Number(named[1]), name: file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

async function takeSteps(client: pg.Client, steps: readonly Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ id: number; checksum: string }>(
    'select id, checksum from platform.migration',
  );
  const done = new Map(rows.map((row) => [row.id, row.checksum]));
  const changed = steps.find((step) => done.has(step.id) && done.get(step.id) !== step.checksum);
  if (changed !== undefined)
    throw new Error(`Migration ${changed.name} was changed after it had been applied; add a new one instead`);
  const open = steps.filter((step) => !done.has(step.id));
  for (const step of open) await take(client, step);
  return open.map((step) => step.name);
}

/** The number goes in first, so that a second migrator that slipped past the lock fails before it changes anything. */
async function take(client: pg.Client, step: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query('insert into platform.migration (id, name, checksum) values ($1, $2, $3)', [
      step.id,
      step.name,
      step.checksum,
    ]);
    await client.query(step.sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(
      `Migration ${step.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** The job library keeps its own tables, which belong to the application because it guards them by owner. */
async function prepareJobs(client: pg.Client, connection: Connection, role: string): Promise<void> {
  const owner = client.escapeIdentifier(role);
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`create schema if not exists graphile_worker authorization ${owner}`);
  await client.query(`grant create on database ${rows[0]?.name} to ${owner}`);
  const pool = new pg.Pool({ ...settingsOf(connection), max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (fresh) => {
    fresh.query(`set role ${owner}`).catch(() => undefined);
  });
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  } finally {
    await pool.end();
    await client.query(`revoke create on database ${rows[0]?.name} from ${owner}`);
  }
}

/** What the application may do: read and write rows; of a table marked insert-only, add and read rows. */
async function grant(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ same: boolean }>('select current_user = $1 as same', [role]);
  if (rows[0]?.same === true) return;
  await client.query(`
    do $$
    declare
      of_schema record;
      of_table record;
    begin
      for of_schema in
        select nspname from pg_namespace
        where nspname !~ '^(pg_|information_schema$|graphile_worker$)' and nspname <> 'public'
      loop
        execute format('grant usage on schema %I to %I', of_schema.nspname, ${client.escapeLiteral(role)});
        execute format('grant usage on all sequences in schema %I to %I', of_schema.nspname, ${client.escapeLiteral(role)});
        execute format('grant execute on all functions in schema %I to %I', of_schema.nspname, ${client.escapeLiteral(role)});
      end loop;
      for of_table in
        select relation.oid::regclass as name, obj_description(relation.oid, 'pg_class') like 'insert-only%' as sealed
        from pg_class relation
        join pg_namespace namespace on namespace.oid = relation.relnamespace
        where relation.relkind in ('r', 'p', 'v', 'm')
          and nspname !~ '^(pg_|information_schema$|graphile_worker$)' and nspname <> 'public'
      loop
        execute format('revoke all on %s from %I', of_table.name, ${client.escapeLiteral(role)});
        execute format(
          'grant %s on %s to %I',
          case when of_table.sealed then 'select, insert' else 'select, insert, update, delete' end,
          of_table.name, ${client.escapeLiteral(role)}
        );
      end loop;
    end
    $$`);
}
