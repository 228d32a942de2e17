import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deskRoutes, listRoutes, type TaskRow } from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import { signInStaff } from '../e2e/house/client.ts';
import { freePort, type House, openHouse } from '../e2e/house/house.ts';
import { seed } from '../server/seed.ts';
import { openLines } from './keep-alive.ts';

/**
 * 办件测速: the desk on a house full of invented cases, sixteen people at once without a pause between two acts: lists,
 * cases, search and small writes; and the same list on a house a hundred times smaller.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { cases: { type: 'string', default: '1000000' }, seconds: { type: 'string', default: '20' } },
});
const many = Number(values.cases);
const few = 10_000;
const seconds = Number(values.seconds);
const users = 16;
const [warmMs, warmTurns, countedTurns] = [6000, 60, 100];
/** Linux counts processor time in hundredths of a second. */
const msPerTick = 10;
const bars = { read: [50, 150, 300], write: [100, 300, 500], growth: 1.5 } as const;
const logins = [
  ...['clerk', 'clerk2', 'clerk-gz', 'clerk-fs', 'approver', 'head', 'approver-gz', 'head-gz'],
  ...['approver-fs', 'head-fs', 'approver-gd', 'dispatcher', 'supervisor', 'supervisor-gd'],
];

type Times = Record<string, number[]>;
type Spread = { p50: number; p95: number; p99: number; perSecond: number };
type Client = { readonly call: Call };
type Crew = {
  readonly house: House;
  readonly clients: ReadonlyMap<string, Client>;
  readonly leave: () => void;
};

/** What each person has on the screen. */
const seen = new Map<Client, TaskRow[]>();

const large = await opened(many);
try {
  const growth = await growthOf(large);
  const { read, write, cpuMs } = await worked(large);
  console.table({ ...byKind(read), ...byKind(write) });
  const [reads, writes] = [spreadOf(read), spreadOf(write)];
  console.log(
    JSON.stringify({
      ...{ cases: many, users, read: reads, write: writes, growth: growth.times, listAloneMs: growth.ms },
      ...(cpuMs === undefined ? {} : { serverCpuMsPerRead: cpuMs }),
      within: {
        read: within(reads, bars.read),
        write: within(writes, bars.write),
        growth: growth.times <= bars.growth,
      },
    }),
  );
} finally {
  await closed(large);
}

/** A house of so many cases with everybody signed in. */
async function opened(cases: number): Promise<Crew> {
  const house = await openHouse({
    folder: await seededHouse(cases),
    port: await freePort(),
    environment: { TONGBAN_LOG: 'silent', TONGBAN_PROXIES: '1' },
  });
  const lines = openLines(house.origin, users);
  const clients = new Map<string, Client>();
  for (const login of logins) {
    const session = (await signInStaff(house.origin, login)).session() ?? '';
    clients.set(login, { call: lines.as(session) });
  }
  return { house, clients, leave: lines.close };
}

async function closed({ house, leave }: Crew): Promise<void> {
  leave();
  await house.stop();
}

/** The same list in a large and a small house by turns, both warm, with nobody else asking. */
async function growthOf(large: Crew) {
  const small = await opened(few);
  try {
    const [inFew, inMany]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < warmTurns + countedTurns; turn += 1) {
      for (const [crew, into] of [[small, inFew] as const, [large, inMany] as const]) {
        const ms = await listAlone(crew.clients.get('approver'));
        if (turn >= warmTurns) into.push(ms);
      }
    }
    const ms = { few: median(inFew), many: median(inMany) };
    return { times: round(ms.many / ms.few), ms };
  } finally {
    await closed(small);
  }
}

async function listAlone(client: Client | undefined): Promise<number> {
  const began = performance.now();
  await client?.call(listRoutes.search, { body: { filter: { queue: 'review' }, limit: 50 } });
  return performance.now() - began;
}

/** Sixteen people read, then sixteen clerks write. */
async function worked({ house, clients }: Crew): Promise<{ read: Times; write: Times; cpuMs?: number }> {
  const staff = Array.from({ length: users }, (_, at) => logins[at % logins.length] ?? 'clerk');
  await work(staff, clients, { ms: warmMs, act: readSomething, into: {} });
  const read: Times = {};
  const before = cpuOf(house.pid);
  await work(staff, clients, { ms: seconds * 1000, act: readSomething, into: read });
  const after = cpuOf(house.pid);
  const write: Times = {};
  const clerks = staff.map((_, at) => ['clerk', 'clerk2', 'clerk-gz', 'clerk-fs'][at % 4] ?? 'clerk');
  await work(clerks, clients, { ms: seconds * 1000, act: writeSomething, into: write });
  if (before === undefined || after === undefined) return { read, write };
  return { read, write, cpuMs: round((after - before) / Object.values(read).flat().length) };
}

/** How many ms of processor time a process has used, where the system tells. */
function cpuOf(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  return ticks * msPerTick;
}

/** A data folder with so many cases, kept between runs because it takes minutes to fill. */
async function seededHouse(cases: number): Promise<string> {
  const folder = join(process.env.TONGBAN_BENCH ?? join(homedir(), '.cache', 'tongban-bench'), String(cases));
  const mark = join(folder, 'seeded');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === String(cases)) return folder;
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const began = performance.now();
  const actions = await seed(
    { ...process.env, TONGBAN_DATA: folder, TONGBAN_LOG: 'silent' },
    cases,
    console.log,
  );
  const took = Math.round((performance.now() - began) / 1000);
  console.log(`${cases} cases, ${actions} actions seeded in ${took} s`);
  writeFileSync(mark, String(cases));
  return folder;
}

type Act = (client: Client, place: number, into: Times) => Promise<void>;
type Shift = { ms: number; act: Act; into: Times };

/** Everybody acts again and again until the time is over; each waits for the answer, nobody pauses. */
async function work(staff: readonly string[], clients: Crew['clients'], { ms, act, into }: Shift) {
  const end = performance.now() + ms;
  await Promise.all(
    staff.map(async (login, at) => {
      const client = clients.get(login);
      if (client === undefined) return;
      for (let turn = 0; performance.now() < end; turn += 1) await act(client, turn * users + at, into);
    }),
  );
}

/** Six of ten acts open a case, three look at a list, one searches by number. */
async function readSomething(client: Client, place: number, into: Times): Promise<void> {
  const known = seen.get(client) ?? [];
  const kind = known.length === 0 ? 0 : place % 10;
  if (kind < 3) {
    const queue = (['review', 'intake', 'closed'] as const)[place % 3] ?? 'review';
    const { tasks } = await timed(into, 'list', () =>
      client.call(listRoutes.search, { body: { filter: { queue }, limit: 50 } }),
    );
    if (tasks.length > 0) seen.set(client, tasks);
    return;
  }
  const number = known[place % known.length]?.case ?? '';
  if (kind === 9) {
    const filter = { queue: 'all' as const, q: number };
    await timed(into, 'search', () => client.call(listRoutes.search, { body: { filter, limit: 50 } }));
  } else await timed(into, 'case', () => client.call(deskRoutes.get, { params: { case: number } }));
}

/** Clerks take up fresh cases; a case somebody else was quicker with is refused, which is an answer too. */
async function writeSomething(client: Client, _place: number, into: Times): Promise<void> {
  const known = seen.get(client) ?? [];
  const task = known.pop();
  if (task === undefined || task.mine) {
    const { tasks } = await client.call(listRoutes.search, {
      body: { filter: { queue: 'intake', holder: 'nobody' }, limit: 100 },
    });
    seen.set(client, shuffled(tasks));
    return;
  }
  const params = { case: task.case };
  const { version } = await client.call(deskRoutes.get, { params });
  await timed(into, 'claim', () =>
    client.call(deskRoutes.claim, { params, body: { version } }).catch(() => undefined),
  );
}

async function timed<T>(into: Times, kind: string, act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const answer = await act();
  const times = into[kind] ?? [];
  times.push(performance.now() - began);
  into[kind] = times;
  return answer;
}

function spreadOf(times: Times): Spread {
  const sorted = Object.values(times)
    .flat()
    .sort((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: round(sorted.length / seconds) };
}

function byKind(times: Times): Record<string, Spread> {
  return Object.fromEntries(Object.entries(times).map(([kind, one]) => [kind, spreadOf({ [kind]: one })]));
}

function within({ p50, p95, p99 }: Spread, [a, b, c]: readonly [number, number, number]): boolean {
  return p50 <= a && p95 <= b && p99 <= c;
}

function median(values: readonly number[]): number {
  return round(values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN);
}

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => [Math.random(), value] as const)
    .sort(([one], [other]) => one - other)
    .map(([, value]) => value);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
