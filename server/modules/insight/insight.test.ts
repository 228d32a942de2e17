import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import { insightRoutes, ordersRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWords, type SignedIn } from '../../platform/index.ts';
import { standUpPeer } from '../../platform/signed-peer.fixture.ts';
import { createKayakHouse } from '../cases/kayak-house.fixture.ts';
import { createWays } from '../hotline/hotline-house.fixture.ts';
import { createHotline, hotlineHttp } from '../hotline/index.ts';
import { kayakOrders } from '../hotline/rules/kayak-rules.fixture.ts';
import { createFeedFiles } from './feed-files.ts';
import { createFeedHttp, createInsight, type FeedPeer, insightHttp } from './index.ts';
import type { FeedLine } from './store-feed.ts';

const built: ReturnType<typeof createInsight>[] = [];
/** Whoever watches opinion; away when told so. */
const told: FeedLine[] = [];
let isAway = false;
const peer: FeedPeer = {
  tell: (lines) => {
    if (isAway) return Promise.reject(new Error('away'));
    told.push(...lines);
    return Promise.resolve();
  },
};
const house = await createKayakHouse(
  {},
  {
    also: (platform, modules) => {
      const known = { ...platform, ...modules, rules: kayakOrders };
      const words = createWords(['码头']);
      const hotline = createHotline({ ...known, calendar: createCalendar(national), words });
      hotlineHttp(platform.http, hotline);
      const smuggling = { id: 'smuggling', name: '走私船桨', above: [], isLeaf: true };
      const talk = { ...kayakOrders.talk, matters: [...kayakOrders.talk.matters, smuggling] };
      const rules = { ...kayakOrders, talk };
      const insight = createInsight({ ...known, rules, hotline, peer, fraudMatter: 'smuggling' });
      insightHttp(platform.http, insight);
      built.push(insight);
    },
  },
);
afterAll(house.stop);
const ways = createWays(house);
const [insight] = built;
const timers = house.platform.jobs;
const operator = ways.at('operator');
const supervisor = ways.at('supervisor');
const today = '2026-03-02';
const span = { from: today, to: today };
const seen = async (by: SignedIn = supervisor, of: { from: string; to: string } = span) => {
  await house.settle();
  return house.as(by)(insightRoutes.get, { query: of });
};
const classify = (order: string, matter: string, kind: 'complaint' | 'report' = 'complaint') =>
  ways.act(operator, order, { type: 'classify', kind, matter, labels: [] });

describe('the day counts', () => {
  let citizen: SignedIn;
  beforeAll(async () => {
    citizen = await house.citizen();
  });
  const at = (order: string) => ({ params: { order } });

  test('follow an order from its coming over its sorting to what was said of it', async () => {
    const { order } = await ways.send(citizen);
    expect(await seen()).toMatchObject({
      total: { received: 1, closed: 0 },
      ...{ days: [{ day: today, received: 1 }], topics: [], bursts: [] },
      ...{ kinds: [{ kind: 'complaint', received: 1 }], channels: [{ channel: 'web', received: 1 }] },
    });
    await classify(order, 'boats');
    await classify(order, 'pier');
    expect((await seen()).topics).toMatchObject([{ id: 'pier', name: '码头', received: 1 }]);
    await ways.act(operator, order, { type: 'answer', text: '桨换好了。' });
    await house.as(citizen)(ordersRoutes.reopen, { ...at(order), body: { say: '又断了' } });
    const { total, topics } = await seen();
    expect(total).toMatchObject({ received: 1, closed: 1, asked: 1, satisfied: 0, reopened: 1 });
    expect(topics).toMatchObject([{ id: 'pier', closed: 1, reopened: 1 }]);
  });

  test('of a tip-off hold its kind and channel and no matter, and what it was taken for before is taken back', async () => {
    const before = await seen();
    await ways.send(citizen, { kind: 'report' });
    const { order } = await ways.send(citizen);
    await classify(order, 'boats');
    await classify(order, 'smuggling', 'report');
    const { total, kinds, topics } = await seen();
    expect(total.received).toBe(before.total.received + 2);
    expect(kinds.find(({ kind }) => kind === 'report')?.received).toBe(2);
    expect(topics.map(({ id }) => id)).toEqual(['pier']);
  });

  test('tell kinds of fraud, of tip-offs too, once there are enough that none stands out', async () => {
    expect((await seen()).fraud).toEqual([]);
    for (const _ of [1, 2]) {
      const { order } = await ways.send(citizen);
      await classify(order, 'smuggling', 'report');
    }
    const { fraud, topics } = await seen();
    expect(fraud).toMatchObject([{ id: 'smuggling', name: '走私船桨', received: 3 }]);
    expect(topics.map(({ id }) => id)).toEqual(['pier']);
  });

  test('are those of the desks of a branch: the province sees every city, a city its own', async () => {
    await ways.send(citizen, { division: '4401' });
    const province = await seen(ways.at('supervisor', 'lake'));
    expect(province.regions.map(({ id }) => id).sort()).toEqual(['4401', '4419']);
    expect((await seen()).regions.map(({ id }) => id)).toEqual(['4419']);
    expect((await seen(ways.at('supervisor', 'lake/west'))).total.received).toBe(1);
  });

  test('are the same when everything is counted anew', async () => {
    const wide = ways.at('supervisor', 'lake');
    const { feed: _, ...kept } = await seen(wide);
    expect(kept.total.reopened).toBe(1);
    await insight?.recount();
    expect(await seen(wide)).toMatchObject(kept);
  });

  test('show a burst against the weeks before, and the days before a span', async () => {
    const days = Array.from({ length: 63 }, (_, before) => addDays('2026-02-28', -before));
    await sql`insert into insight.day_count
      (axis, day, branch, city, value, received, closed, satisfied, reopened)
      select 'matter', day, 'lake/east', '4419', 'boats', case when day = '2026-02-28' then 60 else 4 end, 0, 0, 0
      from unnest(${days}::date[]) as day`.execute(house.db);
    const { bursts, topics } = await seen(supervisor, { from: '2026-02-28', to: '2026-02-28' });
    expect(bursts).toMatchObject([
      { matter: 'boats', name: '船只', from: '2026-02-28', seen: 60, expected: 4 },
    ]);
    expect(topics).toMatchObject([{ id: 'boats', received: 60, before: 4 }]);
    expect((await seen(supervisor, { from: '2026-02-20', to: '2026-02-27' })).bursts).toEqual([]);
  });

  test('are read by supervisors alone, and not for longer than a year', async () => {
    for (const role of ['operator', 'clerk', 'admin'] as const)
      await expect(seen(ways.at(role))).rejects.toMatchObject({ code: 'session.role' });
    for (const wrong of [
      { from: today, to: '2026-03-01' },
      { from: '2024-01-01', to: today },
    ])
      await expect(seen(supervisor, wrong)).rejects.toMatchObject({ code: 'insight.span' });
  });
});

describe('the feed', () => {
  const folder = () => join(house.platform.config.dataFolder, 'feed');
  const written = async (): Promise<FeedLine[]> => {
    const names = (await readdir(folder())).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder(), name), 'utf8')));
    return texts.flatMap((text) => text.trimEnd().split('\n')).map((line) => JSON.parse(line) as FeedLine);
  };

  test('tells every order in files and by push, in order and once, and never who or what was said', async () => {
    await house.settle();
    await timers.runTimer('insight.write-feed');
    await timers.runTimer('insight.push-feed');
    const lines = await written();
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq).toSorted((a, b) => a - b));
    expect(told).toEqual(lines);
    expect(lines[0]).toMatchObject({ type: 'hotline.order-registered', city: '4419', kind: 'complaint' });
    expect(JSON.stringify(lines)).not.toMatch(/桨|示例|199\d{8}|person|text|title/);
    await timers.runTimer('insight.write-feed');
    expect(await written()).toEqual(lines);
    expect((await seen()).feed).toMatchObject({ to: 'peer', failures: 0, pushed: lines.at(-1)?.seq });
  });

  test('of a tip-off tells only that there was one, and where', async () => {
    const tips = (await written()).filter(({ tipOff }) => tipOff === true);
    expect(tips.length).toBeGreaterThan(1);
    for (const tip of tips) expect(Object.keys(tip).sort()).toEqual(['at', 'city', 'seq', 'tipOff', 'type']);
  });

  test('goes on where it stopped once the peer is back, waiting longer after each failure', async () => {
    isAway = true;
    const before = told.length;
    await ways.send(await house.citizen());
    await house.settle();
    await timers.runTimer('insight.push-feed');
    await timers.runTimer('insight.push-feed');
    expect((await seen()).feed.failures).toBe(1);
    house.moveBy({ minutes: 2 });
    await timers.runTimer('insight.push-feed');
    expect((await seen()).feed.failures).toBe(2);
    isAway = false;
    await timers.runTimer('insight.push-feed');
    expect(told.length).toBe(before);
    house.moveBy({ minutes: 3 });
    await timers.runTimer('insight.push-feed');
    expect(told.length).toBe(before + 1);
    expect((await seen()).feed.failures).toBe(0);
  });

  test('is signed', async () => {
    const { heard, peer: outside } = await standUpPeer(() => ({}));
    await createFeedHttp(outside).tell([{ seq: 1, type: 'kayak' }]);
    expect(heard).toEqual([{ genuine: true, asked: { feed: 'orders', lines: [{ seq: 1, type: 'kayak' }] } }]);
  });

  test('begins a file each day and when one is full, writes nothing twice, and mends a line cut off', async () => {
    const place = await mkdtemp(join(tmpdir(), 'feed-'));
    const files = createFeedFiles(place, 40);
    const noon = (day: string) => new Date(`${day}T04:00:00Z`);
    const line = (seq: number): FeedLine => ({ seq, type: 'kayak' });
    await files.append([line(1)], noon('2026-03-02'));
    await files.append([line(1), line(2)], noon('2026-03-02'));
    await files.append([line(3)], noon('2026-03-02'));
    await files.append([line(4)], noon('2026-03-03'));
    const names = (await readdir(files.folder)).sort();
    expect(names).toEqual([
      ...['orders-20260302-001.jsonl', 'orders-20260302-002.jsonl', 'orders-20260303-001.jsonl'],
    ]);
    const last = join(files.folder, names[2] ?? '');
    await writeFile(last, '{"seq":5,"ty', { flag: 'a' });
    await files.append([line(4), line(5)], noon('2026-03-03'));
    const whole = (await readFile(last, 'utf8')).trimEnd().split('\n');
    expect(whole.map((text) => JSON.parse(text))).toEqual([line(4), line(5)]);
  });
});
