import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { BoardShow, Call, WindowQueue } from '@tongban/contract';
import { clerkAt, fillQueue, openPier, type Pier, quantile, send } from './pier.ts';

/**
 * 上屏测速: from the press of “next” to two hundred screens and ticket pages that follow the hall, over two server
 * processes on one database. In the middle half of the screens lose their connection for a while; what they missed they
 * read when they are back.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    screens: { type: 'string', default: '100' },
    pages: { type: 'string', default: '100' },
    calls: { type: 'string', default: '40' },
  },
});
const [screens, pages, calls] = [values.screens, values.pages, values.calls].map(Number) as [
  number,
  number,
  number,
];
const perMinute = 20;
const device = '00000000-0000-7000-8000-000000000000';

type Seen = Map<number, number>;
type Screen = { readonly origin: string; readonly seen: Seen; cut: () => void; over: Promise<void> };

const pier = await openPier(2);
try {
  await measure(pier);
} finally {
  await pier.close();
  rmSync(pier.folder, { recursive: true, force: true });
}

async function measure(open: Pier): Promise<void> {
  const keys = await fillQueue(open, pages + calls);
  const at = (place: number) => open.origins[place % open.origins.length] ?? '';
  const boards = await Promise.all(Array.from({ length: screens }, (_, place) => followBoard(at(place))));
  // The pages are those of the people who are called, and of as many who wait behind them.
  const followed = await Promise.all(keys.slice(0, pages).map((key, place) => followPage(at(place), key)));
  const clerk = clerkAt(1);
  await send(at(0), { method: 'PUT', path: '/desk/queue/state', clerk, body: { state: 'open' } });

  const pressed: number[] = [];
  const ownMs: number[] = [];
  let away: Screen[] = [];
  for (let count = 1; count <= calls; count += 1) {
    const next = pause(60_000 / perMinute);
    if (count === calls / 2) away = cutHalf(boards);
    const own = followed[count - 1];
    pressed[count] = performance.now();
    const heard = own?.heard();
    const { body } = await send<WindowQueue>(at(count), {
      method: 'POST',
      path: '/desk/calls',
      clerk,
      body: {},
    });
    if (heard !== undefined) ownMs.push((await heard) - (pressed[count] ?? 0));
    const ticket = body.current?.ticket ?? '';
    const path = `/desk/tickets/${ticket}/acts`;
    await send(at(count), { method: 'POST', path, clerk, body: { act: 'finish', next: false } });
    if (count === calls / 2 + 5) await comeBack(away, boards);
    await next;
  }
  tell({ boards, pressed, ownMs });
  for (const screen of boards) screen.cut();
  for (const page of followed) page.cut();
}

async function messages(body: ReadableStream<Uint8Array>, hear: (data: string) => void): Promise<void> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part.startsWith('data: ')) hear(part.slice('data: '.length));
  }
}

/** Opens a stream and hands every message on, until it is cut. */
async function follow(address: string, hear: (data: string) => void) {
  const gone = new AbortController();
  const reply = await fetch(address, { signal: gone.signal });
  if (reply.body === null || reply.status !== 200) throw new Error(`no stream (${reply.status})`);
  const over = messages(reply.body, hear).catch(() => undefined);
  return { cut: () => gone.abort(), over };
}

async function followBoard(origin: string, seen: Seen = new Map()): Promise<Screen> {
  const address = `${origin}/api/boards/${device}/changes?ticket=x`;
  const stream = await follow(address, (data) => {
    const { call } = JSON.parse(data) as { call?: Call };
    if (call !== undefined && !seen.has(call.seq)) seen.set(call.seq, performance.now());
  });
  return { origin, seen, ...stream };
}

async function followPage(origin: string, key: string) {
  let tell: ((at: number) => void) | undefined;
  const stream = await follow(`${origin}/api/tickets/${key}/changes`, () => tell?.(performance.now()));
  return {
    ...stream,
    /** When the page is next told that something has changed. */
    heard: () =>
      new Promise<number>((resolve) => {
        tell = resolve;
      }),
  };
}

function cutHalf(boards: readonly Screen[]): Screen[] {
  const away = boards.filter((_, place) => place % 2 === 0);
  for (const screen of away) screen.cut();
  return away;
}

/** A screen that is back first listens, then reads what it has missed. */
async function comeBack(away: readonly Screen[], boards: Screen[]): Promise<void> {
  for (const screen of away) {
    await screen.over;
    const fresh = await followBoard(screen.origin, screen.seen);
    const shown = await fetch(`${screen.origin}/api/boards/${device}/show`, {
      headers: { 'device-key': 'the bench needs no key of a device' },
    });
    const { calls: last } = (await shown.json()) as BoardShow;
    // Told late, and not part of the times.
    for (const { seq } of last) if (!screen.seen.has(seq)) screen.seen.set(seq, Number.NaN);
    boards[boards.indexOf(screen)] = fresh;
  }
}

type Told = { boards: readonly Screen[]; pressed: readonly number[]; ownMs: readonly number[] };

function tell({ boards, pressed, ownMs }: Told): void {
  const took = boards.flatMap(({ seen }) =>
    [...seen].flatMap(([seq, at]) => (Number.isNaN(at) ? [] : [at - (pressed[seq] ?? Number.NaN)])),
  );
  const lost = boards.reduce((sum, { seen }) => sum + (calls - seen.size), 0);
  const all = [...took, ...ownMs];
  console.table({
    'to the boards': { heard: took.length, p50: quantile(took, 0.5), p99: quantile(took, 0.99) },
    'to one’s own page': { heard: ownMs.length, p50: quantile(ownMs, 0.5), p99: quantile(ownMs, 0.99) },
  });
  console.log(
    JSON.stringify({
      ...{ screens, pages, calls, lost, heard: took.length },
      ...{ p50: quantile(all, 0.5), p99: quantile(all, 0.99) },
    }),
  );
}
