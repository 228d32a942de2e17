import { spawn } from 'node:child_process';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from '@tongban/contract';
import pg from 'pg';
import { addressOf } from '../e2e/crash/servers.ts';
import { editionOf, fillDraft, submit } from '../e2e/house/applying.ts';
import { signInCitizen } from '../e2e/house/client.ts';
import { freePort, type House, newFolder, openHouse } from '../e2e/house/house.ts';
import { findWayThrough } from '../e2e/house/situations.ts';
import { startPostgres } from '../server/platform/index.ts';
import { openLines } from './keep-alive.ts';
import { type Logged, logPrefix, statementsIn, transactionsWith } from './statements.ts';

/**
 * 提交测速: whole submissions through HTTP by several citizens at once, beside the same statements of as many submissions
 * replayed by pgbench with as many clients on a copy of the database as it was before them.
 */
const item = 'move-spouse';
const people = ['lin-xiaoman', 'zhou-qihang', 'ma-yuanxing', 'liang-zhixia'];
const [warm, measured] = [10, 10];
const goal = 0.5;
const notInstalled = -1;

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

/** A citizen with drafts that are ready to be handed in. */
type Ready = { readonly session: string; readonly drafts: readonly Draft[] };

async function measure(): Promise<void> {
  const first = await open();
  const ready = await Promise.all(people.map((id) => prepared(first.origin, id)));
  await first.stop();
  const share = (from: number, many: number) =>
    ready.map(({ session, drafts }) => ({ session, drafts: drafts.slice(from, from + many) }));
  const house = await open();
  await handInAll(house, share(0, warm));
  const ours = await handInAll(house, share(warm, measured));
  await house.stop();
  await onServer('create database before template tongban');

  const transactions = await recorded(share(warm + measured, measured));
  const pgbench = await replay(transactions);
  tell({ ours, pgbench, statements: average(transactions.map(({ length }) => length)) });
}

async function prepared(origin: string, id: string): Promise<Ready> {
  const client = await signInCitizen(origin, id);
  const answers = findWayThrough(await editionOf(client, item)) ?? [];
  const drafts: Draft[] = [];
  while (drafts.length < warm + 2 * measured) drafts.push(await fillDraft(client, { item, answers }));
  return { session: client.session() ?? '', drafts };
}

async function open(): Promise<House> {
  return openHouse({ folder, port: await freePort(), environment });
}

type Run = { readonly took: readonly number[]; readonly perSecond: number };

/** Everybody hands their drafts in, one after another each and all at once; how long each took in ms. */
async function handInAll({ origin }: House, ready: readonly Ready[]): Promise<Run> {
  const lines = openLines(origin, ready.length);
  const took: number[] = [];
  const began = performance.now();
  await Promise.all(
    ready.map(async ({ session, drafts }) => {
      const client = { call: lines.as(session), session: () => session };
      for (const draft of drafts) {
        const asked = performance.now();
        await submit(client, draft);
        took.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  lines.close();
  return { took, perSecond: took.length / seconds };
}

/** The transactions of submissions, as the database saw them. */
async function recorded(ready: readonly Ready[]): Promise<string[][]> {
  const house = await open();
  await onServer("alter system set log_statement = 'all'", 'select pg_reload_conf()');
  const log = join(folder, 'pg.log');
  truncateSync(log);
  await handInAll(house, ready);
  await onServer('alter system reset log_statement', 'select pg_reload_conf()');
  await house.stop();
  const statements: Logged[] = statementsIn(readFileSync(log, 'utf8'));
  const found = transactionsWith(statements, /insert into "cases"\."case"/i);
  const wanted = ready.flatMap(({ drafts }) => drafts).length;
  if (found.length !== wanted) throw new Error(`${found.length} of ${wanted} submissions in the log`);
  return found;
}

/** Replays the transactions, shared out to as many pgbench as there were citizens; undefined where it is not installed. */
async function replay(transactions: readonly string[][]): Promise<number | undefined> {
  const shares = people.map((_, at) => transactions.filter((_one, index) => index % people.length === at));
  const runs = await Promise.all(shares.map((share, at) => replayOne(share, at)));
  const known = runs.filter((perSecond) => perSecond !== undefined);
  return known.length < runs.length ? undefined : known.reduce((sum, one) => sum + one, 0);
}

/** One client of pgbench; how many submissions a second. */
async function replayOne(transactions: readonly string[][], at: number): Promise<number | undefined> {
  const script = join(folder, `submit-${at}.sql`);
  const lines = transactions.flat().map((sql) => `${sql.replace(/\s*\n\s*/g, ' ').replace(/;?\s*$/, '')};`);
  writeFileSync(script, `${lines.join('\n')}\n`);
  const { host, port, user, password } = postgres.superuser;
  const asked = [
    '-n',
    '-c',
    '1',
    '-t',
    '1',
    '-f',
    script,
    '-h',
    host,
    '-p',
    String(port),
    '-U',
    user,
    'before',
  ];
  const child = spawn('pgbench', asked, { env: { ...process.env, PGPASSWORD: password } });
  const [out, code] = await Promise.all([
    Promise.all([child.stdout, child.stderr].map(async (stream) => (await stream.toArray()).join(''))),
    new Promise<number>((resolve) => child.once('close', resolve).once('error', () => resolve(notInstalled))),
  ]);
  if (code === notInstalled) return undefined;
  const ms = /latency average = ([\d.]+) ms/.exec(out[0] ?? '')?.[1];
  if (code !== 0 || ms === undefined) throw new Error(out.join('\n'));
  return (transactions.length * 1000) / Number(ms);
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ ...postgres.superuser, database: 'postgres' });
  await client.connect();
  for (const one of statements) await client.query(one);
  await client.end();
}

type Told = { ours: Run; pgbench: number | undefined; statements: number };

function tell({ ours: { took, perSecond }, pgbench, statements }: Told): void {
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  const spread = { p50: at(0.5), p95: at(0.95) };
  const ratio = pgbench === undefined ? undefined : round(perSecond / pgbench);
  console.table({
    [`submission of ${item} by HTTP`]: { perSecond: round(perSecond), ...spread },
    ...(pgbench === undefined ? {} : { 'the same transactions by pgbench': { perSecond: round(pgbench) } }),
  });
  console.log(`${round(statements)} statements in one transaction; ${people.length} clients at once`);
  console.log(
    ratio === undefined
      ? 'pgbench is not installed, so there is nothing to compare with'
      : `ratio to pgbench ${ratio} (goal ${goal})`,
  );
  console.log(
    JSON.stringify({
      ...{ submissions: took.length, clients: people.length, perSecond: round(perSecond), ...spread },
      statements: round(statements),
      ...(pgbench === undefined ? {} : { pgbenchPerSecond: round(pgbench), ratioPgbench: ratio }),
    }),
  );
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
