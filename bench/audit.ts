import { generateKeyPairSync } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { newFolder } from '../e2e/house/house.ts';
import { readConfig } from '../server/config.ts';
import { canonicalText } from '../server/platform/audit/entry.ts';
import { checkpointText, exportFormat, lineText } from '../server/platform/audit/export.ts';
import { linesOf } from '../server/platform/audit/lines.ts';
import { append, leafHash, type Range, rootOf } from '../server/platform/audit/merkle.ts';
import { type NoteSigner, signState, verifierText } from '../server/platform/audit/note.ts';
import { verifyExport } from '../server/platform/audit/verify.ts';
import { writeAudit } from '../server/platform/audit.ts';
import {
  createLog,
  createPlatform,
  migrate,
  newId,
  startPostgres,
  transaction,
} from '../server/platform/index.ts';

/**
 * 审计测速: business writes with their audit line, sixteen at once, with the sealer off and on by turns in one run; then the
 * check of an export of a million lines.
 */
const writers = 16;
const turns = 4;
const turnMs = 6000;
const sealEveryMs = 200;
const exported = Number(process.env.BENCH_ENTRIES ?? 1_000_000);

const folder = newFolder('bench-audit');
const postgres = await startPostgres({ folder });
try {
  await measure();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  await migrate(postgres.migrator, { folder: 'server/migrations', applicationRole: 'tongban_app' });
  await onServer(
    'create table public.paddle (id uuid primary key, told text)',
    'grant all on public.paddle to tongban_app',
  );
  const platform = await createPlatform({
    config: readConfig({ TONGBAN_DATA: folder, TONGBAN_POOL: String(writers + 2) }),
    log: createLog('silent'),
    clock: () => new Date(),
    connection: postgres.application,
    standIn: 'worker',
  });
  const { db, auditLog } = platform;
  const paddle = () => transaction(db, (tx) => write(tx));
  const drain = async () => {
    while ((await auditLog.state()).unsealed > 0) await auditLog.seal();
  };
  await during(1000, paddle);
  const [off, on]: [number[], number[]] = [[], []];
  let sealedPerSecond = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    await drain();
    off.push(await during(turnMs, paddle));
    await drain();
    const before = (await auditLog.state()).sealed;
    const sealing = sealUntilTold(auditLog);
    on.push(await during(turnMs, paddle));
    await sealing.stop();
    sealedPerSecond += ((await auditLog.state()).sealed - before) / (turnMs / 1000) / turns;
  }
  await platform.stop();
  tell({ off: median(off), on: median(on), sealedPerSecond, verify: await verifyMany() });
}

type Written = Parameters<Parameters<typeof transaction>[1]>[0];

async function write(tx: Written): Promise<void> {
  const table = tx.withTables<{ 'public.paddle': { id: string; told: string } }>();
  const id = newId();
  await table
    .insertInto('public.paddle')
    .values({ id, told: 'x'.repeat(200) })
    .execute();
  const caller = { role: 'clerk', personId: id } as const;
  await writeAudit(tx, caller, {
    action: 'kayaks.paddle',
    object: `kayak:${id}`,
    result: 'done',
    requestId: id,
  });
}

/** Writers one after another each, for so long; how many writes a second. */
async function during(ms: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  let done = 0;
  const one = async () => {
    while (performance.now() - began < ms) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, one));
  return done / ((performance.now() - began) / 1000);
}

function sealUntilTold(log: { seal: () => Promise<unknown> }): { stop: () => Promise<void> } {
  let over = false;
  const rounds = (async () => {
    while (!over) {
      await log.seal();
      await sleep(sealEveryMs);
    }
  })();
  return {
    stop: () => {
      over = true;
      return rounds;
    },
  };
}

/** Writes an export of invented lines and checks it; how many seconds the check takes. */
async function verifyMany(): Promise<number> {
  const file = join(folder, 'export.ndjson');
  await pipeline(Readable.from(exportOf(exported)), createWriteStream(file));
  const began = performance.now();
  const verdict = await verifyExport(linesOf(file));
  if (!verdict.ok || verdict.size !== exported) throw new Error(JSON.stringify(verdict));
  return (performance.now() - began) / 1000;
}

function* exportOf(size: number): Generator<string> {
  const signer: NoteSigner = { origin: 'bench/audit', key: generateKeyPairSync('ed25519').privateKey };
  const range: Range = { size: 0, peaks: [] };
  const at = '2026-03-02T01:00:00.000000Z';
  const head = {
    format: exportFormat,
    origin: signer.origin,
    key: verifierText(signer),
    first: 0,
    peaks: [],
    size,
  };
  let text = `${JSON.stringify(head)}\n`;
  for (let index = 0; index < size; index += 1) {
    const id = newId();
    const line = {
      ...{
        id,
        at,
        xid: String(index),
        actor: id,
        role: 'clerk',
        branch: '44/4401/440106',
        action: 'kayaks.paddle',
      },
      ...{ object: `kayak:${id}`, result: 'done', requestId: id, ip: '192.0.2.1', session: id },
    };
    const hash = leafHash(canonicalText(line));
    append(range, hash);
    text += lineText(index, hash, line);
    if (range.size % 100 !== 0 && range.size !== size) continue;
    text += checkpointText(
      signState({ origin: signer.origin, size: range.size, root: rootOf(range), at }, signer),
    );
    yield text;
    text = '';
  }
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ ...postgres.superuser, database: 'tongban' });
  await client.connect();
  for (const one of statements) await client.query(one);
  await client.end();
}

type Told = { off: number; on: number; sealedPerSecond: number; verify: number };

function tell({ off, on, sealedPerSecond, verify }: Told): void {
  console.table({
    'sealer off': { writesPerSecond: Math.round(off) },
    'sealer on': { writesPerSecond: Math.round(on), sealedPerSecond: Math.round(sealedPerSecond) },
  });
  console.log(
    JSON.stringify({
      cost: round(1 - on / off),
      offPerSecond: Math.round(off),
      entriesPerSecond: Math.round(on),
      sealedPerSecond: Math.round(sealedPerSecond),
      verifyEntries: exported,
      verifySeconds: round(verify),
    }),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
