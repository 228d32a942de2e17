import { enqueue, type Tx, transaction } from '../../platform/index.ts';
import type { Addressed, LaneDeps } from './addressed.ts';
import type { Carried, Carrying } from './carrying.ts';
import { insteadOf, noTemplate } from './instead.ts';
import type { Box } from './kept.ts';
import type { Parcel } from './ports/carrier.ts';
import { quietOf } from './quiet.ts';
import { isGivenUp, quietEnd, waitSeconds } from './rules.ts';
import type { Result } from './store/deliveries.ts';
import type { ChoiceRow, DeliveryRow, OutwardChannel } from './store/tables.ts';

export type Lane = ReturnType<typeof createLane>;

const batch = 100;
/** How many are handed over at once: a provider that does not answer holds up so many of its own channel, and no others. */
const width = 8;

/** 通道: one channel with a queue of its own, handed over in batches, one round at a time in a process. */
export function createLane(channel: OutwardChannel, carrying: Carrying, deps: LaneDeps) {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async () => {
    do {
      again = false;
      while (await round(channel, carrying, deps));
    } while (again);
  };
  return {
    channel,
    carrying,
    /** Hands over all that is due; whoever comes while that goes on need not wait. */
    carry(): Promise<void> {
      if (running !== undefined) {
        again = true;
        return Promise.resolve();
      }
      running = run().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** One batch; tells whether there may be more at once. */
async function round(channel: OutwardChannel, carrying: Carrying, deps: LaneDeps): Promise<boolean> {
  const { db, clock, deliveries } = deps;
  // Nothing is claimed while nobody can take it; the sweep of every minute comes back.
  if (carrying.isClosed()) return false;
  const claimed = await deliveries.claim(channel, { now: clock(), limit: batch });
  if (claimed.length === 0) return false;
  const addressed = await address(claimed, deps);
  const results = await inTurns(addressed, (one) => carryOne(one, carrying, deps));
  const others = insteadOf(addressed, results, deps);
  await transaction(db, async (tx) => {
    await settle(tx, results, deps);
    if (others.length === 0) return;
    await deliveries.insert(tx, others);
    await enqueue(tx, { job: deps.carry, data: {} });
  });
  await carrying.balance();
  return claimed.length === batch;
}

async function settle(
  tx: Tx,
  results: readonly Result[],
  { deliveries, carry, jobs }: LaneDeps,
): Promise<void> {
  await deliveries.record(tx, results);
  if (jobs.isRunning()) return;
  const due = results.flatMap(({ dueAt }) => dueAt?.getTime() ?? []);
  for (const at of new Set(due)) await enqueue(tx, { job: carry, data: {}, runAt: new Date(at) });
}

async function address(
  rows: readonly DeliveryRow[],
  { notices, box, identity }: LaneDeps,
): Promise<Addressed[]> {
  const personIds = [...new Set(rows.flatMap(({ person_id: id }) => id ?? []))];
  const [kept, people, choices] = await Promise.all([
    notices.byIds(rows.map(({ notice_id: id }) => id)),
    identity.persons(personIds),
    notices.choices(personIds),
  ]);
  const sealed = new Map(kept.map((row) => [row.notice_id, row]));
  const chosen = new Map(choices.map((row) => [row.person_id, row]));
  return rows.map((row) => {
    const { person_id: person = '', notice_id: noticeId } = row;
    const notice = sealed.get(noticeId);
    const opened = box.open(noticeId, notice?.sealed ?? Buffer.alloc(0));
    const choice = chosen.get(person);
    const phone = opened.phone ?? people.get(person)?.phone;
    const reach = { ...accountsOf(box, choice), ...(phone === undefined ? {} : { sms: phone }) };
    return { row, event: notice?.kind ?? '', kept: opened, choice, reach };
  });
}

function accountsOf(box: Box, choice: ChoiceRow | undefined) {
  if (choice === undefined) return {};
  const { person_id: person, openid, mail_address: mail } = choice;
  return {
    ...(openid === undefined ? {} : { wechat: box.openAccount(person, openid) }),
    ...(mail === undefined ? {} : { mail: box.openMail(person, mail) }),
  };
}

async function carryOne(one: Addressed, carrying: Carrying, deps: LaneDeps): Promise<Result> {
  const { row } = one;
  const held = heldBack(one, { carrying, now: deps.clock() }, deps);
  if (held !== undefined) return { delivery: row.delivery_id, ...held };
  // A second try goes to the provider of the first, which knows the reference; after that anybody may.
  const first = row.attempts === 2 ? row.provider : undefined;
  return resultOf(row, await carrying.hand(parcelOf(one, deps), first), deps.clock());
}

type Held = Pick<Result, 'state' | 'why' | 'dueAt' | 'putOff' | 'endedAt'>;

type Around = { carrying: Carrying; now: Date };

/** Why something is not handed over now, or not at all. */
function heldBack(one: Addressed, around: Around, deps: LaneDeps): Held | undefined {
  const { row, choice } = one;
  const { now } = around;
  const why = whyDropped(one, around, deps);
  if (why !== undefined) return { state: 'dropped', why, endedAt: now };
  if (isGivenUp(row.first_due_at, now)) return { state: 'failed', why: 'given-up', endedAt: now };
  if (row.urgent) return undefined;
  const quiet = choice === undefined ? deps.defaults.quiet : quietOf(choice);
  const dueAt = quiet && quietEnd(now, quiet);
  return dueAt && { state: 'waiting', why: 'quiet', dueAt, putOff: true };
}

function whyDropped(
  { row, kept, reach, choice }: Addressed,
  { carrying, now }: Around,
  { defaults }: LaneDeps,
): string | undefined {
  const { channel } = row;
  if (channel === 'app') return undefined;
  if (row.stale_after !== undefined && row.stale_after <= now) return 'stale';
  if (!(choice ?? defaults)[channel] && !row.once) return 'not-chosen';
  if (reach[channel] === undefined) return 'no-address';
  const isMute = channel === 'wechat' && kept.said.template === undefined && !isPretended(carrying);
  return isMute ? noTemplate : undefined;
}

function isPretended({ carriers }: Carrying): boolean {
  return carriers.every(({ kind }) => kind === 'simulator');
}

function parcelOf({ row, kept, choice, reach }: Addressed, { texts }: LaneDeps): Parcel {
  const channel = row.channel === 'app' ? 'sms' : row.channel;
  const letter = texts.letter(kept.said, { channel, locale: choice?.language ?? 'zh' });
  const { template } = kept.said;
  return {
    ...{ reference: row.delivery_id, to: reach[channel] ?? '', ...letter },
    ...(template === undefined ? {} : { template }),
  };
}

/** What an answer means for a delivery: one that goes once is never handed over twice, whatever became of it. */
export function resultOf(
  row: Pick<DeliveryRow, 'delivery_id' | 'attempts' | 'once'>,
  carried: Carried,
  now: Date,
): Result {
  const about = {
    delivery: row.delivery_id,
    ...(carried.provider === undefined ? {} : { provider: carried.provider }),
  };
  switch (carried.how) {
    case 'taken':
      return { ...about, state: 'sent', handedAt: now, ...(carried.ref ? { ref: carried.ref } : {}) };
    case 'refused':
      return { ...about, state: 'failed', why: carried.why, endedAt: now };
    case 'away':
    case 'unknown': {
      if (row.once && carried.how === 'unknown') return { ...about, state: 'sending', why: carried.why };
      if (row.once) return { ...about, state: 'failed', why: carried.why, endedAt: now };
      const dueAt = new Date(now.getTime() + waitSeconds(row.attempts) * 1000);
      return { ...about, state: 'waiting', why: carried.why, dueAt };
    }
  }
}

/** Does work on everything, so many at once. */
async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < all.length) {
      const one = all[next];
      next += 1;
      if (one !== undefined) results.push(await work(one));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, worker));
  return results;
}
