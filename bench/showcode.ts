import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { addressOf } from '../e2e/crash/servers.ts';
import { newFolder } from '../e2e/house/house.ts';
import { digestOf, signatureOf } from '../server/modules/partners/signing.ts';
import { migrate, startPostgres } from '../server/platform/index.ts';

/**
 * 亮码核验测速: a registered unit checks codes that can each be read once, against one server process on a real database, and
 * beside it, in the same run and by the same client, a bare Fastify route. `perSecond` is by the clock on the wall,
 * `perCoreSecond` by the processor time of the server process alone, without that of the database.
 */
const codesAtOnce = 6000;
const warmUp = 1000;
const connections = 16;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

const folder = newFolder('bench-show');
const postgres = await startPostgres({ folder });
const migrations = join(import.meta.dirname, '..', 'server', 'migrations');
await migrate(postgres.migrator, { folder: migrations, applicationRole: 'tongban_app' });
const server = fork(join(import.meta.dirname, 'show-server.ts'), {
  env: { ...process.env, TONGBAN_DATA: folder, DATABASE_URL: addressOf(postgres.application) },
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
const bare = fork(join(import.meta.dirname, 'hello.ts'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
try {
  await measure();
} finally {
  server.kill('SIGKILL');
  bare.kill('SIGKILL');
  agent.destroy();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const open = await told<Open>(server);
  const hello = await helloOrigin(bare);
  const check = (code: string) => post(open, JSON.stringify({ code, purpose: '测速核验' }));
  await fire(await asked<string[]>(server, { codes: warmUp }), check);
  const codes = await asked<string[]>(server, { codes: codesAtOnce });
  const before = await asked<NodeJS.CpuUsage>(server, {});
  const checks = await fire(codes, check);
  const after = await asked<NodeJS.CpuUsage>(server, {});
  const coreSeconds = (after.user - before.user + after.system - before.system) / 1e6;
  const fetches = Array.from({ length: codesAtOnce }, () => hello);
  await fire(fetches.slice(0, warmUp), get);
  const plain = await fire(fetches, get);
  console.log(
    JSON.stringify({
      ...{ perSecond: round(checks.perSecond), barePerSecond: round(plain.perSecond) },
      ratioBare: round(checks.perSecond / plain.perSecond),
      perCoreSecond: round(codesAtOnce / coreSeconds),
      p95Ms: round(checks.p95Ms),
      failed: checks.failed + plain.failed,
    }),
  );
}

/** Sends one request for each of what is given, so many at once; how many a second and how long the slowest of twenty took. */
async function fire(given: readonly string[], send: (one: string) => Promise<number>) {
  const times: number[] = [];
  let [next, failed] = [0, 0];
  const began = performance.now();
  const work = async () => {
    for (let one = given[next++]; one !== undefined; one = given[next++]) {
      const from = performance.now();
      if ((await send(one)) !== 200) failed += 1;
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - began) / 1000;
  times.sort((one, other) => one - other);
  return { perSecond: given.length / seconds, p95Ms: times[Math.floor(times.length * 0.95)] ?? 0, failed };
}

type Open = { origin: string; partner: string; key: string };

/** Sends a check as a unit does: signed, each once. */
function post({ origin, partner, key }: Open, body: string): Promise<number> {
  const path = '/api/partner/licence-checks';
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signed = { method: 'POST', path, timestamp, nonce: randomUUID(), digest: digestOf(body) };
  const headers = {
    'content-type': 'application/json',
    'x-key': partner,
    'x-timestamp': timestamp,
    'x-nonce': signed.nonce,
    'x-digest': signed.digest,
    'x-signature': signatureOf(key, signed),
  };
  return status(`${origin}${path}`, { method: 'POST', headers }, body);
}

function get(url: string): Promise<number> {
  return status(url, { method: 'GET', headers: {} }, '');
}

function status(
  url: string,
  options: { method: string; headers: Record<string, string> },
  body: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, agent }, (reply) => {
      reply.resume();
      reply.on('end', () => resolve(reply.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`a server did not open (${code})`)));
  });
}

function asked<T>(child: ChildProcess, wish: object): Promise<T> {
  const answer = told<T>(child);
  child.send(wish);
  return answer;
}

function helloOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.once('data', (line: Buffer) => resolve(`${line.toString().trim().slice('open '.length)}/`));
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
