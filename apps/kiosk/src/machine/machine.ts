import { type Answered, type DeviceRow, fleetRoutes, kiosksRoutes } from '@tongban/contract';
import { addressOf, type Call } from '@tongban/contract/client';
import { Problem } from '@tongban/kernel';
import { createBell, createStream, type Heard } from '@tongban/ui/machine';
import type { Numbers } from './numbers.ts';

export type Start = Answered<typeof kiosksRoutes.start>;
/** What the machine is to its server: waiting to be registered under a code, or standing in a hall. */
export type Standing =
  | { readonly at: 'starting'; readonly awaySince?: Date }
  | { readonly at: 'offering'; readonly code: string; readonly awaySince?: Date }
  | { readonly at: 'ready'; readonly start: Start; readonly unmerged: number; readonly awaySince?: Date };
type Offer = Answered<typeof fleetRoutes.offer>;
/** What stays on the machine: its own name and key, and what it may do. Nothing of a person. */
type Kept = Pick<Offer, 'device' | 'key'> & Partial<Offer>;
export type Fault = DeviceRow['faults'][number];

export type Surroundings = {
  readonly call: Call;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  readonly numbers: Numbers;
  readonly version: string;
  /** 设备状况: what is wrong with the machine now. */
  readonly faults: () => Promise<readonly Fault[]>;
  readonly follow: (address: string, heard: Heard) => () => void;
  /** The server tells the time, so that numbers given without it bear the right one. */
  readonly timeIs: (now: Date) => void;
  /** Removes every trace of whoever was here; asked for from afar. */
  readonly wipe: () => Promise<void>;
};

export const machineKey = 'tongban.kiosk';
export const startKey = 'tongban.kiosk.start';
const beatMs = 30_000;
const offeringMs = 3_000;
const againMs = 5_000;
/** 断网取号时限: so long numbers are given without network; later the queue would be too unlike what it says. */
export const offlineMinutes = 30;

/** 机器: keeps the kiosk known to its server, and able to give numbers while there is none. */
export function createMachine(around: Surroundings, tell: (standing: Standing) => void) {
  const state = { standing: { at: 'starting' } as Standing, stopped: false };
  const bell = createBell();
  const stream = streamOf(around, () => {
    bell.ring();
    for (const hear of listeners) hear();
  });
  const listeners = new Set<() => void>();
  const say = (next: Standing) => {
    state.standing = next;
    if (!state.stopped) tell(next);
  };
  return {
    async run(): Promise<void> {
      while (!state.stopped) {
        const rung = bell.next();
        const pause = await look(around, { say, stream }).catch((error: unknown) => {
          if (isAskedToWait(error)) return beatMs;
          stream.leave();
          if (isRemoved(error)) forget(around);
          else say(away(around, state.standing));
          return againMs;
        });
        await Promise.race([around.wait(pause), rung]);
      }
    },
    /** The machine’s own name and key, as every call brings them. */
    asked: () => askedBy(readKept(around)),
    /** A call failed for want of a network: from now on the machine helps itself. */
    lost: () => say(away(around, state.standing)),
    ring: bell.ring,
    /** Tells whoever listens that something has changed: a hand-off was agreed to, or the hall. */
    onChange(hear: () => void): () => void {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    stop(): void {
      state.stopped = true;
      stream.leave();
      bell.ring();
    },
  };
}
export type Machine = ReturnType<typeof createMachine>;

type Course = { say: (next: Standing) => void; stream: ReturnType<typeof streamOf> };

/** One look at the server; answers when to look again. */
async function look(around: Surroundings, { say, stream }: Course): Promise<number> {
  const kept = await known(around);
  const { call, storage, numbers } = around;
  const { registered } = await call(fleetRoutes.standing, askedBy(kept));
  if (!registered) {
    say({ at: 'offering', code: kept.code ?? '' });
    await stream.follow(kept).catch(() => undefined);
    return offeringMs;
  }
  if (kept.code !== undefined) settle(around, kept);
  await merge(around, kept);
  await beat(around, kept);
  const start = await call(kiosksRoutes.start, askedBy(kept));
  numbers.lease(start.lease);
  storage.setItem(startKey, JSON.stringify({ ...start, reader: { kind: 'none' } }));
  say({ at: 'ready', start, unmerged: numbers.waiting().length });
  await stream.follow(kept);
  return beatMs;
}

async function beat({ call, wipe, ...around }: Surroundings, kept: Kept): Promise<void> {
  const faults = [...(await around.faults())];
  const body = () => ({
    ...{ faults, version: around.version },
    unmerged: around.numbers.waiting().length,
  });
  const { wipe: asked, now } = await call(fleetRoutes.heartbeat, { ...askedBy(kept), body: body() });
  around.timeIs(new Date(now));
  if (!asked) return;
  await wipe();
  await call(fleetRoutes.heartbeat, { ...askedBy(kept), body: { ...body(), wiped: true } });
}

/** Hands in what was given without network. A number that is refused is put aside too: it would be refused for ever. */
async function merge({ call, numbers }: Surroundings, kept: Kept): Promise<void> {
  const tickets = numbers.waiting().slice(0, 100);
  if (tickets.length === 0) return;
  const { merged, refused } = await call(kiosksRoutes.merge, {
    ...{ ...askedBy(kept), body: { tickets: [...tickets] } },
  });
  numbers.settle([...merged, ...refused.map(({ id }) => id)]);
}

/** The server is away: since when, and with what is known from before. */
function away({ storage, numbers, now }: Surroundings, standing: Standing): Standing {
  const awaySince = standing.awaySince ?? now();
  const unmerged = numbers.waiting().length;
  if (standing.at === 'ready') return { ...standing, awaySince, unmerged };
  const text = storage.getItem(startKey);
  if (text === null) return { ...standing, awaySince };
  return { at: 'ready', start: JSON.parse(text) as Start, unmerged, awaySince };
}

function readKept({ storage }: Pick<Surroundings, 'storage'>): Kept {
  const text = storage.getItem(machineKey);
  return text === null ? { device: '', key: '' } : (JSON.parse(text) as Kept);
}

/** The machine’s own name and key: kept from before, or offered anew when there is none or its code has run out. */
async function known(around: Surroundings): Promise<Kept> {
  const kept = readKept(around);
  const over = kept.expiresAt !== undefined && new Date(kept.expiresAt) <= around.now();
  if (kept.device !== '' && !over) return kept;
  const offered = await around.call(fleetRoutes.offer, { body: { kind: 'kiosk' } });
  around.storage.setItem(machineKey, JSON.stringify(offered));
  return offered;
}

/** Once registered, the code has had its use; name and key go on. */
function settle({ storage }: Surroundings, { device, key }: Kept): void {
  storage.setItem(machineKey, JSON.stringify({ device, key }));
}

/** The machine was taken out: it offers itself like a new one. */
function forget({ storage, numbers }: Surroundings): void {
  storage.removeItem(machineKey);
  storage.removeItem(startKey);
  numbers.forget();
}

function askedBy({ device, key }: Pick<Kept, 'device' | 'key'>) {
  return { params: { device }, headers: { 'device-key': key } };
}

function isRemoved(error: unknown): boolean {
  return error instanceof Problem && error.code === 'devices.device';
}

/** The server is there and asks for patience; nobody is cut off for that. */
function isAskedToWait(error: unknown): boolean {
  return error instanceof Problem && error.kind === 'too-many';
}

/** The stream of changes, opened with a ticket. */
function streamOf({ call, follow }: Surroundings, onTold: () => void) {
  return createStream(async (kept: Kept, onLost) => {
    const { ticket } = await call(fleetRoutes.ticket, askedBy(kept));
    const at = { params: { device: kept.device }, query: { ticket } };
    return follow(addressOf(kiosksRoutes.watch, at), { onTold, onLost });
  });
}
