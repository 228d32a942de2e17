import { type Tx, transaction } from '../../platform/index.ts';
import {
  orderClassified,
  orderClosed,
  orderMoved,
  orderRegistered,
  orderReminded,
  orderReopened,
  orderReplied,
} from '../hotline/index.ts';
import { createFeedFiles } from './feed-files.ts';
import type { Parts } from './parts.ts';
import type { FeedLine, Way } from './store-feed.ts';

const everyMinute = '* * * * *';
const nightly = '20 19 * * *';
const together = 500;
const keptDays = 30;
const dayMs = 86_400_000;
const mostWaitMinutes = 60;

/** 舆情流: every fact about an order is laid down in order, written to files, and pushed to whoever watches opinion. */
export function createFeed(parts: Parts) {
  const { clock, jobs, config, feed, peer } = parts;
  const files = createFeedFiles(config.dataFolder);
  lay(parts);
  const write = () => goOn(parts, 'file', (lines) => files.append(lines, clock()));
  const push = async () => {
    if (peer !== undefined) await goOn(parts, 'push', peer.tell);
  };
  jobs.every('insight.write-feed', everyMinute, write);
  jobs.every('insight.push-feed', everyMinute, push);
  jobs.every('insight.trim-feed', nightly, async (now) => {
    const ways: readonly Way[] = peer === undefined ? ['file'] : ['file', 'push'];
    await feed.trim(new Date(now.getTime() - keptDays * dayMs), ways);
  });
  return { write, push };
}

type Tell = (lines: readonly FeedLine[]) => Promise<void>;

/** Goes on until nothing is left. */
async function goOn(parts: Parts, way: Way, tell: Tell): Promise<void> {
  while ((await transaction(parts.db, (tx) => tellSome(parts, tx, { way, tell }))) === together);
}

/** Tells what comes next; what fails is tried again later, each time after twice as long. */
async function tellSome(parts: Parts, tx: Tx, { way, tell }: { way: Way; tell: Tell }): Promise<number> {
  const { feed, clock, log } = parts;
  const now = clock();
  const cursor = await feed.hold(tx, way, now);
  const lines = cursor === undefined ? [] : await feed.after(tx, cursor.seq, together);
  const last = lines.at(-1);
  if (cursor === undefined || last === undefined) return 0;
  try {
    await tell(lines);
  } catch (error) {
    const attempts = cursor.attempts + 1;
    const minutes = Math.min(2 ** (attempts - 1), mostWaitMinutes);
    log.warn({ err: error, way, attempts }, 'the feed of orders waits');
    await feed.move(tx, way, {
      seq: cursor.seq,
      attempts,
      due_at: new Date(now.getTime() + minutes * 60_000),
    });
    return 0;
  }
  await feed.move(tx, way, { seq: last.seq, attempts: 0, due_at: now });
  return lines.length;
}

/** Of a tip-off only that there was one, and where: no number, no matter, nothing by which two lines are one order. */
function lay({ outbox, feed }: Parts): void {
  outbox.subscribe({
    name: 'insight.lay-feed',
    on: [
      ...([orderRegistered, orderClassified, orderMoved, orderReplied] as const),
      ...([orderReopened, orderReminded, orderClosed] as const),
    ] as const,
    handle: async (tx, { type, data }) => {
      const { at, city, tipOff } = data;
      const item = tipOff ? { type, at, city, tipOff } : { type, at, city, ...plain(data) };
      await feed.add(tx, item, new Date(at));
    },
  });
}

type Told = { number: string; branch: string; kind: string; channel: string } & Partial<{
  matter: string;
  labels: string[];
  how: string;
  satisfied: boolean;
}>;

function plain({ number, branch, kind, channel, matter, labels, how, satisfied }: Told) {
  return {
    ...{ order: number, unit: branch, kind, channel },
    ...(matter === undefined ? {} : { matter }),
    ...(labels === undefined ? {} : { labels }),
    ...(how === undefined ? {} : { how }),
    ...(satisfied === undefined ? {} : { satisfied }),
  };
}
