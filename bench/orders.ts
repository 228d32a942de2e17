import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { knowledgeRoutes, orderAssistRoutes, orderDeskRoutes } from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import { signInStaff } from '../e2e/house/client.ts';
import { freePort, type House, openHouse } from '../e2e/house/house.ts';
import { type Sample, sampleOrders } from '../scripts/hotline/sample.ts';
import type { InventedOrder } from '../server/modules/hotline/index.ts';
import { fillOrders } from '../server/seed.ts';
import { fillBeside, fillReplies } from './filling.ts';
import { openLines } from './keep-alive.ts';

/**
 * 接听测速: fifty operators at once on a house full of invented orders, every one of them on the telephone without a rest: each
 * types a story, asks for suggestions at every stop, searches orders and replies once, and saves after about half a minute.
 * Then one of them searches orders and replies by turns with nobody else asking.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    orders: { type: 'string', default: '1000000' },
    /** So many are of the city whose operators are asked; the others are of cities beside it, in the same ledger and index. */
    own: { type: 'string', default: '200000' },
    replies: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '60' },
    searches: { type: 'string', default: '600' },
    operators: { type: 'string', default: '50' },
    /**
     * Milliseconds from one stop of a person who types to the next, from two thirds to four thirds of it. A desk asks 300 ms after the
     * last key; whoever types what is said to them stops every one or two seconds.
     */
    pause: { type: 'string', default: '1500' },
    /** So many stops in one story. With the default pause one is saved every half minute, without a rest in between. */
    stops: { type: 'string', default: '17' },
  },
});
const many = Number(values.orders);
const own = Math.min(many, Number(values.own));
const replies = Number(values.replies);
const seconds = Number(values.seconds);
const searches = Number(values.searches);
const operators = Number(values.operators);
const pauseMs = Number(values.pause);
const stops = Number(values.stops);
const days = 365;
/** So many different texts; when they are used up they are told again by other people on other days. */
const texts = 10_000;
const bars = { p95: 150, searchP95: 50 } as const;
const logins = ['operator', 'spokesperson', 'hall'];
const warmTurns = 30;
const warmMs = 10_000;
/** A desk asks nothing of fewer characters. */
const leastAsked = 4;

type Times = Record<'suggest' | 'save' | 'orders' | 'replies', number[]>;

const stories = sampleOrders({ count: 2000, seed: 77, from: firstDay(), days });
const house = await opened();
const lines = openLines(house.origin, operators);
try {
  const calls: Call[] = [];
  for (const login of logins) calls.push(lines.as((await signInStaff(house.origin, login)).session() ?? ''));
  await readyModel(calls[0]);
  const times = await typeAhead(calls);
  const alone = await searchAlone(calls[0]);
  const [p95, searchP95] = [p95Of(Object.values(times).flat()), p95Of(Object.values(alone).flat())];
  console.table({
    ...Object.fromEntries(Object.entries(times).map(([kind, one]) => [`${kind} (${operators})`, rowOf(one)])),
    ...Object.fromEntries(Object.entries(alone).map(([kind, one]) => [`${kind} (1)`, rowOf(one)])),
  });
  console.log(
    JSON.stringify({
      ...{ orders: many, own, replies, operators, pauseMs, stops, p95, searchP95 },
      perSecond: Math.round(Object.values(times).flat().length / seconds),
      within: { p95: p95 <= bars.p95, searchP95: searchP95 <= bars.searchP95 },
    }),
  );
} finally {
  lines.close();
  await house.stop();
}

/**
 * Everybody takes down one story after another until the time is over; what is asked in the first seconds is not counted. They
 * begin at different places of a story, as people on the telephone do.
 */
async function typeAhead(calls: readonly Call[]): Promise<Times> {
  const from = performance.now() + warmMs;
  const end = from + seconds * 1000;
  const times: Times = { suggest: [], save: [], orders: [], replies: [] };
  const nobody: Times = { suggest: [], save: [], orders: [], replies: [] };
  await Promise.all(
    Array.from({ length: operators }, async (_, at) => {
      const call = calls[at % calls.length];
      await wait((pauseMs * at) / operators);
      for (let turn = 0; call !== undefined && performance.now() < end; turn += 1)
        await tellStory(call, {
          place: turn * operators + at,
          first: turn === 0 ? at % stops : 0,
          into: () => (performance.now() < from ? nobody : times),
          over: () => performance.now() >= end,
        });
    }),
  );
  return times;
}

type Telling = {
  readonly place: number;
  /** The stop it begins at. */
  readonly first: number;
  readonly into: () => Times;
  readonly over: () => boolean;
};

async function tellStory(call: Call, { place, first, into, over }: Telling): Promise<void> {
  const text = stories.orders[place % stories.orders.length]?.text ?? '';
  const phone = `1990000${String((place * 37) % 10_000).padStart(4, '0')}`;
  for (let stop = first + 1; stop <= stops && !over(); stop += 1) {
    const typed = text.slice(0, leastAsked + Math.ceil(((text.length - leastAsked) * stop) / stops));
    await timed(into().suggest, () =>
      call(orderAssistRoutes.suggest, { body: { title: typed.slice(0, 20), text: typed, phone } }),
    );
    await rest(place * stops + stop);
  }
  if (over()) return;
  await timed(into().orders, () => call(orderAssistRoutes.search, { query: { q: asked(place) } }));
  await rest(place);
  await timed(into().replies, () => call(knowledgeRoutes.list, { query: { q: asked(place) } }));
  await rest(place + 1);
  await timed(into().save, () =>
    call(orderDeskRoutes.register, {
      body: {
        ...{ kind: 'help', title: text.slice(0, 20), text, division: '4419', channel: 'phone' },
        ...{ identity: 'named', urgent: false, caller: { phone } },
      },
    }),
  );
  await rest(place + 2);
}

/** What a person needs before the next stop, never quite the same. */
function rest(place: number): Promise<void> {
  return wait(pauseMs * (2 / 3 + ((place * 7919) % 101) / 150));
}

/** Orders and the reply library by turns, by one operator. */
async function searchAlone(call: Call | undefined): Promise<Record<'orders' | 'replies', number[]>> {
  const [warm, times] = [
    { orders: [] as number[], replies: [] as number[] },
    { orders: [] as number[], replies: [] as number[] },
  ];
  for (let turn = 0; call !== undefined && turn < warmTurns + searches / 2; turn += 1) {
    const into = turn < warmTurns ? warm : times;
    const q = asked(turn * 7);
    await timed(into.orders, () => call(orderAssistRoutes.search, { query: { q } }));
    await timed(into.replies, () => call(knowledgeRoutes.list, { query: { q } }));
  }
  return times;
}

/** What people look for: words of a story, run together or apart, in pinyin, by initials, mistyped, and now and then nonsense. */
function asked(place: number): string {
  const text = stories.orders[(place * 31) % stories.orders.length]?.text ?? '';
  const words = tellingWords(stories, text);
  const ways = [
    words[0] ?? '身份证',
    words.slice(0, 2).join(' '),
    words.slice(0, 3).join(''),
    words.at(-1) ?? '派出所',
    text.slice(4, 16),
    ...['shenfenzheng', 'jzz', '身分正补领', '电瓶车上牌', '灯塔浮标押金'],
  ];
  return ways[place % ways.length] || '居住证';
}

function tellingWords({ words }: Sample, text: string): string[] {
  return words
    .cut(text)
    .filter((word) => word.length > 1)
    .toSorted((one, other) => other.length - one.length);
}

/** The model is learned beside the start; nothing is measured before it is there. */
async function readyModel(call: Call | undefined): Promise<void> {
  for (let turn = 0; turn < 240; turn += 1) {
    const answer = await call?.(orderAssistRoutes.suggest, { body: { text: '身份证丢了怎么补办' } });
    if (answer?.ready === true) return;
    await wait(500);
  }
  throw new Error('the house has no model of orders');
}

async function opened(): Promise<House> {
  const folder = await seededHouse();
  const environment = { TONGBAN_LOG: 'silent', TONGBAN_PROXIES: '1' };
  return openHouse({ folder, port: await freePort(), environment });
}

/** A data folder with so many orders and replies, kept between runs because it takes minutes to fill. */
async function seededHouse(): Promise<string> {
  const root = process.env.TONGBAN_BENCH ?? join(homedir(), '.cache', 'tongban-bench');
  const folder = join(root, `orders-${many}-${own}-${replies}`);
  const mark = join(folder, 'seeded');
  if (existsSync(mark)) return folder;
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const environment = { ...process.env, TONGBAN_DATA: folder, TONGBAN_LOG: 'silent' };
  const began = performance.now();
  await fillOrders(environment, invented(), console.log);
  const taken = await fillBeside(environment, many, console.log);
  const filled = await fillReplies(environment, replies, console.log);
  const took = Math.round((performance.now() - began) / 1000);
  console.log(`${taken} orders, ${own} of one city, ${filled} replies in ${took} s`);
  writeFileSync(mark, String(many));
  return folder;
}

/** Day after day, as a bureau takes them in. */
function invented(): InventedOrder[] {
  const { orders } = sampleOrders({ count: Math.min(texts, own), seed: 1, from: firstDay(), days });
  return Array.from({ length: own }, (_, at) => {
    const {
      item: _item,
      group: _group,
      id: _id,
      ...one
    } = orders[(at * 7919) % orders.length] as (typeof orders)[number];
    const lap = Math.floor(at / orders.length);
    return {
      ...one,
      day: dayAfter(Math.floor((at / own) * days)),
      region: '441900',
      person: one.person + lap * 173,
    };
  });
}

function firstDay(): string {
  return dayAfter(0);
}

function dayAfter(count: number): string {
  return new Date(Date.now() - (days - count) * 86_400_000).toISOString().slice(0, 10);
}

async function timed(into: number[], act: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await act();
  into.push(performance.now() - began);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function rowOf(times: readonly number[]) {
  return { count: times.length, p50: quantile(times, 0.5), p95: p95Of(times), p99: quantile(times, 0.99) };
}

function p95Of(times: readonly number[]): number {
  return quantile(times, 0.95);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) * 100) / 100;
}
