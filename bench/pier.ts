import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { shanghaiDay } from '@tongban/kernel';
import pg from 'pg';
import { addressOf } from '../e2e/crash/servers.ts';
import { newFolder } from '../e2e/house/house.ts';
import { pier, windowOf } from '../server/modules/hall/pier.fixture.ts';
import { migrate, startPostgres } from '../server/platform/index.ts';

/** 码头 under load: a database of its own and as many server processes on it as wanted. */
export type Pier = Awaited<ReturnType<typeof openPier>>;
export type Answer<T> = { readonly status: number; readonly body: T; readonly ms: number };

const migrations = join(import.meta.dirname, '..', 'server', 'migrations');
const agent = new Agent({ keepAlive: true, maxSockets: 128 });

/** Opens the pier with so many server processes. */
export async function openPier(servers: number) {
  const folder = newFolder('bench-pier');
  const postgres = await startPostgres({ folder });
  await migrate(postgres.migrator, { folder: migrations, applicationRole: 'tongban_app' });
  const children: ChildProcess[] = [];
  const origins: string[] = [];
  while (origins.length < servers) {
    const child = fork(join(import.meta.dirname, 'pier-server.ts'), {
      env: { ...process.env, TONGBAN_DATA: folder, DATABASE_URL: addressOf(postgres.application) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    origins.push(await originOf(child));
  }
  const { host, port, user, password } = postgres.superuser;
  const database = { host, port, user, password, database: 'tongban' };
  return {
    ...{ folder, origins, database },
    /** What the server processes have used of the processors so far, in milliseconds. */
    async cpuMs(): Promise<number> {
      const used = await Promise.all(children.map(cpuOf));
      return used.reduce((sum, { user, system }) => sum + (user + system) / 1000, 0);
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      agent.destroy();
      await postgres.stop();
    },
  };
}

function cpuOf(child: ChildProcess): Promise<NodeJS.CpuUsage> {
  return new Promise((resolve) => {
    child.once('message', (used: NodeJS.CpuUsage) => resolve(used));
    child.send('cpu');
  });
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (told: { origin: string }) => resolve(told.origin));
    child.once('exit', (code) => reject(new Error(`the pier did not open (${code})`)));
  });
}

/** Asks the database of the pier as its owner. */
export async function ask<Row extends pg.QueryResultRow>(
  { database }: Pier,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Lets so many people wait, each for a kayak and with the key of their page; they came one second after the other. */
export async function fillQueue(pierOpen: Pier, people: number): Promise<string[]> {
  const keys = Array.from({ length: people }, () => randomBytes(24).toString('base64url'));
  await ask(
    pierOpen,
    `insert into hall.ticket (city, ticket_id, hall, day, branch, number, key_hash, key_sealed, item, needs, kind, state,
        due, why, calls, taken_at, first_taken_at, told_near)
      select '4419', gen_random_uuid(), $1, $2, 'lake/east', 'A' || lpad(at::text, 4, '0'), sha256(convert_to(key, 'utf8')),
        '\\x00', 'kayak', array['public-order'], 'walk-in', 'waiting', now() + at * interval '1 second', '', 0,
        now() + at * interval '1 second' - interval '90 minutes', now() + at * interval '1 second' - interval '90 minutes',
        false
      from unnest($3::text[]) with ordinality as given (key, at)`,
    [pier, shanghaiDay(new Date()), keys],
  );
  await ask(pierOpen, 'analyze hall.ticket');
  return keys;
}

/** A clerk at a window of the pier. */
export function clerkAt(number: number): string {
  const assignment = { id: randomUUID(), branch: 'lake/east', office: 'east', window: windowOf(number) };
  return JSON.stringify({ role: 'clerk', personId: randomUUID(), assignment });
}

/** Sends one request of a clerk, as their browser does. */
export function send<T>(
  origin: string,
  { method, path, clerk, body }: { method: string; path: string; clerk: string; body: unknown },
): Promise<Answer<T>> {
  const headers = {
    ...{ 'content-type': 'application/json', 'x-bench-caller': clerk },
    'idempotency-key': randomUUID(),
  };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/api${path}`, { method, headers, agent }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const given = { status: reply.statusCode ?? 0, ms: performance.now() - began };
        resolve({ ...given, body: JSON.parse(text === '' ? '{}' : text) as T });
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

/** The value below which a share of all lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) * 10) / 10;
}
