import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from '@tongban/contract';
import pg from 'pg';
import { addressOf } from '../e2e/crash/servers.ts';
import { editionOf, fillDraft, submit } from '../e2e/house/applying.ts';
import { type Client, createClient, signInCitizen } from '../e2e/house/client.ts';
import { freePort, type House, newFolder, openHouse } from '../e2e/house/house.ts';
import { findWayThrough } from '../e2e/house/situations.ts';
import { startPostgres } from '../server/platform/index.ts';
import { type Logged, logPrefix, statementsIn, transactionsWith } from './statements.ts';

/**
 * 提交测速: whole submissions through HTTP, one after another, beside the same statements of the same submissions
 * replayed by pgbench on a copy of the database as it was before them.
 */
const item = 'move-spouse';
const warm = 5;
const measured = 25;

const folder = newFolder('bench-submit');
const postgres = await startPostgres({ folder, settings: { log_line_prefix: logPrefix } });
const environment = {
  DATABASE_URL: addressOf(postgres.application),
  DATABASE_MIGRATOR_URL: addressOf(postgres.migrator),
  TONGBAN_LOG: 'silent',
};
try {
  await measure();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const first = await open();
  const client = await signInCitizen(first.origin, 'lin-xiaoman');
  const answers = findWayThrough(await editionOf(client, item)) ?? [];
  const drafts: Draft[] = [];
  while (drafts.length < warm + 2 * measured) drafts.push(await fillDraft(client, { item, answers }));
  await first.stop();
  const house = await open();
  const again = createClient(house.origin, { session: client.session() ?? '' });
  await handIn(again, drafts.splice(0, warm));
  const ours = await handIn(again, drafts.splice(0, measured));
  await house.stop();
  await onServer('create database before template tongban');

  const transactions = await recorded(client.session() ?? '', drafts);
  const pgbench = replay(transactions);
  tell({ ours, pgbench, statements: average(transactions.map(({ length }) => length)) });
}

async function open(): Promise<House> {
  return openHouse({ folder, port: await freePort(), environment });
}

/** Hands drafts in one after another; how long each took in ms. */
async function handIn(client: Client, drafts: readonly Draft[]): Promise<number[]> {
  const took: number[] = [];
  for (const draft of drafts) {
    const began = performance.now();
    await submit(client, draft);
    took.push(performance.now() - began);
  }
  return took;
}

/** The transactions of submissions, as the database saw them. */
async function recorded(session: string, drafts: readonly Draft[]): Promise<string[][]> {
  const house = await open();
  await onServer("alter system set log_statement = 'all'", 'select pg_reload_conf()');
  const log = join(folder, 'pg.log');
  truncateSync(log);
  await handIn(createClient(house.origin, { session }), drafts);
  await onServer('alter system reset log_statement', 'select pg_reload_conf()');
  await house.stop();
  const statements: Logged[] = statementsIn(readFileSync(log, 'utf8'));
  const found = transactionsWith(statements, /insert into "cases"\."case"/i);
  if (found.length !== drafts.length)
    throw new Error(`${found.length} of ${drafts.length} submissions in the log`);
  return found;
}

/** Replays the transactions once, in their order; undefined where pgbench is not installed. */
function replay(transactions: readonly string[][]): number | undefined {
  const script = join(folder, 'submit.sql');
  const lines = transactions.flat().map((sql) => `${sql.replace(/\s*\n\s*/g, ' ').replace(/;?\s*$/, '')};`);
  writeFileSync(script, `${lines.join('\n')}\n`);
  const { host, port, user, password } = postgres.superuser;
  const done = spawnSync(
    'pgbench',
    ['-n', '-c', '1', '-t', '1', '-f', script, '-h', host, '-p', String(port), '-U', user, 'before'],
    { encoding: 'utf8', env: { ...process.env, PGPASSWORD: password } },
  );
  if (done.error !== undefined) return undefined;
  const ms = /latency average = ([\d.]+) ms/.exec(done.stdout)?.[1];
  if (done.status !== 0 || ms === undefined) throw new Error(`${done.stdout}\n${done.stderr}`);
  return Number(ms) / transactions.length;
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ ...postgres.superuser, database: 'postgres' });
  await client.connect();
  for (const one of statements) await client.query(one);
  await client.end();
}

type Told = { ours: readonly number[]; pgbench: number | undefined; statements: number };

function tell({ ours, pgbench, statements }: Told): void {
  const sorted = [...ours].sort((one, other) => one - other);
  const [mean, p95] = [average(ours), sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN];
  console.table({
    [`submission of ${item} by HTTP`]: { ms: round(mean), p95Ms: round(p95), perSecond: round(1000 / mean) },
    ...(pgbench === undefined
      ? {}
      : { 'the same transaction by pgbench': { ms: round(pgbench), perSecond: round(1000 / pgbench) } }),
  });
  console.log(`${round(statements)} statements in one transaction; one client, one after another`);
  if (pgbench === undefined) console.log('pgbench is not installed, so there is nothing to compare with');
  console.log(
    JSON.stringify({
      submissions: ours.length,
      ms: round(mean),
      p95Ms: round(p95),
      perSecond: round(1000 / mean),
      statements: round(statements),
      ...(pgbench === undefined ? {} : { pgbenchMs: round(pgbench), ratioPgbench: round(mean / pgbench) }),
    }),
  );
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
