import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addressOf } from '../e2e/crash/servers.ts';
import { signInCitizen } from '../e2e/house/client.ts';
import { freePort, newFolder, openHouse } from '../e2e/house/house.ts';
import { openDatabase, startPostgres } from '../server/platform/index.ts';
import type { Telling, Told } from './notices-teller.ts';
import { openWires } from './wires.ts';

/**
 * 通知测速: notices told at a steady pace, each in a transaction of its own, and handed over through the simulators by the one
 * server that answers a steady load of reads meanwhile; and the same reads before and after, with nothing told.
 * `readP95Ratio` is what the slowest of twenty reads takes longer for it.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    perSecond: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    reads: { type: 'string', default: '100' },
  },
});
const [perSecond, seconds, reads] = [values.perSecond, values.seconds, values.reads].map(Number) as [
  number,
  number,
  number,
];
const bars = { perSecond: 200, readP95Ratio: 1.2 };
const [warmSeconds, drainSeconds] = [10, 30];
/** Catalogue, one item, my cases, my messages: what people look at. */
const pages = [
  '/api/items?q=%E8%BA%AB%E4%BB%BD%E8%AF%81',
  '/api/items/id-renew',
  '/api/cases',
  '/api/notices',
];

const folder = newFolder('bench-notices');
const postgres = await startPostgres({ folder });
const environment = {
  DATABASE_URL: addressOf(postgres.application),
  DATABASE_MIGRATOR_URL: addressOf(postgres.migrator),
  TONGBAN_LOG: 'silent',
};
try {
  const house = await openHouse({ folder, port: await freePort(), environment });
  const teller = fork(join(import.meta.dirname, 'notices-teller.ts'), {
    env: { ...process.env, ...environment, TONGBAN_DATA: folder },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    await measure(house.origin, teller);
  } finally {
    teller.kill('SIGKILL');
    await house.stop();
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(origin: string, teller: ChildProcess): Promise<void> {
  await heard(teller);
  const session = (await signInCitizen(origin, 'lin-xiaoman')).session() ?? '';
  let failed = 0;
  const wires = openWires(origin, 64);
  const read = async (path: string) => {
    const headers = { cookie: `tongban_session=${session}` };
    const { status } = await wires.ask({ method: 'GET', path, headers });
    if (status !== 200) failed += 1;
  };
  await asked(teller, { perSecond, seconds: 3 });
  await readFor(warmSeconds, read);
  const before = await readFor(seconds / 2, read);
  const [told, during] = await Promise.all([asked(teller, { perSecond, seconds }), readFor(seconds, read)]);
  const handed = await handedOver(told);
  const after = await readFor(seconds / 2, read);
  wires.close();
  const [quiet, busy] = [p95([...before, ...after]), p95(during)];
  const figures = { perSecond: round(handed.perSecond), readP95Ratio: round(busy / quiet) };
  console.log(
    JSON.stringify({
      ...{ ...figures, told: told.told, lost: told.told - handed.count, prompt: round(handed.prompt) },
      ...{ readsPerSecond: reads, readP95Ms: { quiet: round(quiet), busy: round(busy) } },
      failedReads: failed,
      within: {
        perSecond: figures.perSecond >= bars.perSecond * 0.99,
        readP95Ratio: figures.readP95Ratio <= bars.readP95Ratio,
      },
    }),
  );
}

/** Reads at a steady pace, whether or not those before have been answered; how many ms each took from its own time on. */
async function readFor(forSeconds: number, read: (path: string) => Promise<void>): Promise<number[]> {
  const began = performance.now();
  const took: number[] = [];
  const going: Promise<void>[] = [];
  for (let nth = 0; nth < reads * forSeconds; nth += 1) {
    const due = began + (nth * 1000) / reads;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    const path = pages[nth % pages.length] ?? '';
    going.push(read(path).then(() => void took.push(performance.now() - due)));
  }
  await Promise.all(going);
  return took;
}

type Handed = { readonly count: number; readonly perSecond: number; readonly prompt: number };

/** How many text messages of those told were handed over, how many a second, and which share within ten seconds. */
async function handedOver({ told, from, until }: Told): Promise<Handed> {
  const { pool, close } = openDatabase(
    { ...postgres.superuser, database: 'tongban' },
    { max: 1, onError: () => undefined, whoActs: () => undefined },
  );
  const count = async (): Promise<Handed> => {
    const { rows } = await pool.query<{ count: number; seconds: number; prompt: number }>(
      `select count(*)::integer as count,
          coalesce(extract(epoch from max(handed_at) - min(handed_at)), 0)::float as seconds,
          count(*) filter (where handed_at <= made_at + interval '10 seconds')::integer as prompt
        from notices.delivery
        where channel = 'sms' and state = 'sent' and made_at between $1 and $2`,
      [from, until],
    );
    const [{ count, seconds: took, prompt } = { count: 0, seconds: 0, prompt: 0 }] = rows;
    return { count, perSecond: count / took, prompt: prompt / told };
  };
  try {
    const patience = performance.now() + drainSeconds * 1000;
    let handed = await count();
    while (handed.count < told && performance.now() < patience) {
      await pause(200);
      handed = await count();
    }
    return handed;
  } finally {
    await close();
  }
}

function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`the teller did not begin (${code})`)));
  });
}

function asked(teller: ChildProcess, wish: Telling): Promise<Told> {
  const answer = heard<Told>(teller);
  teller.send(wish);
  return answer;
}

function p95(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
