import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@tongban/kernel';
import { asMachine } from './acting.ts';
import { type Db, type Tx, transaction } from './database.ts';
import { type Event, type EventOf, eventChannel, type Fact } from './facts.ts';
import type { Listener } from './listener.ts';
import type { Log } from './log.ts';
import { createOutboxStore, type Failure, type Place } from './outbox-store.ts';
import { createRounds } from './rounds.ts';

/** Someone who wants to hear certain facts. The name stays for ever: how far it has read is kept under it. */
export type Subscription<F extends Fact | readonly Fact[]> = {
  readonly name: string;
  readonly on: F;
  /** Writes through `tx` happen exactly once per event; talk to the outside through a job. */
  readonly handle: (tx: Tx, event: Heard<F>) => Promise<void>;
};

type Heard<F> = F extends readonly (infer One)[] ? EventOf<One> : EventOf<F>;

export type Outbox = ReturnType<typeof createOutbox>;

type Subscriber = {
  readonly name: string;
  readonly types: readonly string[];
  readonly handle: (tx: Tx, event: Event) => Promise<void>;
};

const batchSize = 20;
const pollMs = 1000;
const lateMs = 25;
const patience = 12;

/** 发件箱: carries published facts to their subscribers, at least once, in the order of their commits. */
export function createOutbox(deps: { db: Db; clock: Clock; log: Log; listener: Listener }) {
  const { db, log, listener } = deps;
  const subscribers: Subscriber[] = [];
  const carry = async () => {
    let held = false;
    for (const subscriber of subscribers) {
      let left = await deliver(deps, subscriber);
      while (left === 'more') left = await deliver(deps, subscriber);
      held ||= left === 'held';
    }
    return { held, late: await createOutboxStore(db).hasLate() };
  };
  const carryAll = () => asMachine('worker', carry);
  const rounds = createRounds(async () => ((await carryAll()).late ? lateMs : pollMs), {
    pauseMs: pollMs,
    onError: (error) => log.warn({ err: error }, 'events wait for the database'),
  });
  return {
    /** Adds a subscriber; before the start. */
    subscribe<const F extends Fact | readonly Fact[]>(subscription: Subscription<F>): void {
      const { name, on, handle } = subscription;
      if (subscribers.some((one) => one.name === name)) throw new Error(`Two subscribers are named ${name}`);
      const facts: readonly Fact[] = typeof on === 'function' ? [on] : on;
      subscribers.push({
        name,
        types: facts.map((one) => one.type),
        handle: (tx, event) => handle(tx, event as Heard<F>),
      });
    },
    start(): void {
      listener.on(eventChannel, rounds.wake);
      listener.onReturn(rounds.wake);
      rounds.wake();
    },
    stop: rounds.stop,
    /** Carries everything published so far, and waits for what another carrier has in hand; for tests and for a moved clock. */
    async settle(): Promise<void> {
      for (;;) {
        const { held, late } = await carryAll();
        if (!held && !late) return;
        await sleep(lateMs);
      }
    },
  };
}

/** What is left for a subscriber after a batch: 'held' while another carrier has its place. */
type Left = 'more' | 'nothing' | 'held';
type Delivering = { db: Db; clock: Clock; log: Log };

/** Hands one batch to one subscriber. */
async function deliver(deps: Delivering, subscriber: Subscriber): Promise<Left> {
  const { name } = subscriber;
  return transaction(deps.db, async (tx) => {
    const store = createOutboxStore(tx);
    const place = await store.holdPlace(name);
    if (place === undefined) return 'held';
    const fresh = await handFresh(deps, { tx, subscriber, place });
    const again = await store.takeDue(name, deps.clock(), batchSize);
    for (const { event, attempts } of again) await handOver(deps, { tx, subscriber, event, attempts });
    return [fresh, again].some(isFull) ? 'more' : 'nothing';
  });
}

/** What was published since the place a subscriber has read to; the place moves on behind it. */
async function handFresh(deps: Delivering, at: { tx: Tx; subscriber: Subscriber; place: Place }) {
  const { tx, subscriber, place } = at;
  const { name, types } = subscriber;
  const store = createOutboxStore(tx);
  const horizon = await store.horizon();
  const fresh = await store.readAfter(place, { horizon, types, limit: batchSize });
  for (const event of fresh) await handOver(deps, { tx, subscriber, event, attempts: 0 });
  const last = fresh.at(-1);
  if (last !== undefined) await store.moveTo(name, isFull(fresh) ? last : { xid: horizon, seq: 0 });
  return fresh;
}

function isFull(events: readonly unknown[]): boolean {
  return events.length === batchSize;
}

/** A subscriber that fails does not hold up the others behind it: the event is set aside and tried again later. */
async function handOver(
  { clock, log }: { clock: Clock; log: Log },
  parcel: { tx: Tx; subscriber: Subscriber; event: Event; attempts: number },
): Promise<void> {
  const { tx, subscriber, event, attempts } = parcel;
  const store = createOutboxStore(tx);
  await store.savepoint();
  try {
    await subscriber.handle(tx, event);
    await store.release();
  } catch (error) {
    await store.rollBack();
    const failure: Failure = {
      attempts: attempts + 1,
      dueAt: retryAt(clock(), attempts + 1),
      error: String(error),
    };
    log.error(
      { err: error, subscriber: subscriber.name, event: event.id, attempts: failure.attempts },
      'event not digested',
    );
    await store.setAside(subscriber.name, event.id, failure);
  }
}

/** 2 s, 4 s, 8 s … up to an hour; after the last attempt once a day, until somebody mends it. */
function retryAt(now: Date, attempts: number): Date {
  const seconds = attempts > patience ? 86_400 : Math.min(2 ** attempts, 3600);
  return new Date(now.getTime() + seconds * 1000);
}
