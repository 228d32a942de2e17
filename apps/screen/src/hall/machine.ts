import { boardsRoutes, fleetRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Problem } from '@tongban/kernel';
import { createBell, createStream } from '@tongban/ui/machine';
import { createHearing } from './hearing.ts';
import { by, createRegistration, type Kept, type Kind } from './registration.ts';
import type { Spoken, Standing, Surroundings } from './standing.ts';

export type Watcher = {
  readonly stand: (standing: Standing) => void;
  /** Calls to be spoken, in the order they were made. */
  readonly speak: (calls: readonly Spoken[]) => void;
};

const lookEveryMs = 10_000;
const againAfterMs = 1_000;
const beatEveryMs = 30_000;
const version = '1';
const mostCalls = 12;

/** 大厅屏连线: registers the machine once, then keeps its screen in step with the hall until it is stopped. */
export function createMachine(kind: Kind, around: Surroundings, watcher: Watcher) {
  const registration = createRegistration(kind, around);
  const bell = createBell();
  let standing: Standing = { place: { at: 'starting' } };
  let stopped = false;
  const stand = (next: Standing) => {
    standing = next;
    if (!stopped) watcher.stand(next);
  };
  const hear = createHearing(around.now, watcher.speak);
  const parts: Parts = { around, stand, bell, hear, add };
  const stream = streamOf(parts);
  /** A call stands on the board the moment it is told. */
  function add(call: Spoken): void {
    hear([call]);
    const { place } = standing;
    if (place.at !== 'showing') return;
    const calls = [call, ...place.show.calls].slice(0, mostCalls);
    stand({ ...standing, place: { ...place, show: { ...place.show, calls } } });
  }
  const beat = createBeat(around);
  const look = async () => {
    const kept = await registration.known();
    const { registered, window } = await around.call(fleetRoutes.standing, by(kept));
    if (!registered) return stand({ place: { at: 'offering', code: kept.code ?? '' } });
    registration.settle(kept);
    if (await beat(kept)) throw new Problem('devices.wiped', 'missing', '已清除');
    await readShow(parts, kept, window);
    return stream.follow({ kept, window });
  };
  const fail = (error: unknown) => {
    stream.leave();
    if (isForgotten(error)) registration.forget();
    else stand({ place: standing.place, awaySince: standing.awaySince ?? around.now() });
    return againAfterMs;
  };
  return {
    async run(): Promise<void> {
      while (!stopped) {
        const rung = bell.next();
        const pause = await look().then(() => lookEveryMs, fail);
        await Promise.race([around.wait(pause), rung]);
      }
    },
    stop(): void {
      stopped = true;
      stream.leave();
      bell.ring();
    },
  };
}

type Parts = {
  readonly around: Surroundings;
  readonly stand: (standing: Standing) => void;
  readonly hear: (calls: readonly Spoken[]) => void;
  readonly add: (call: Spoken) => void;
  readonly bell: ReturnType<typeof createBell>;
};

async function readShow({ around, hear, stand }: Parts, kept: Kept, window?: string): Promise<void> {
  const show = await around.call(boardsRoutes.show, by(kept));
  hear(show.calls);
  stand({ place: { at: 'showing', show, ...(window === undefined ? {} : { window }) } });
}

type Watched = { readonly kept: Kept; readonly window?: string | undefined };

/** The stream of calls, opened with a ticket that is good once. */
function streamOf(parts: Parts) {
  const { around, bell } = parts;
  return createStream(async ({ kept, window }: Watched, lost) => {
    const { ticket } = await around.call(fleetRoutes.ticket, by(kept));
    const asked = { params: { device: kept.device }, query: { ticket } };
    const onTold = (text: string) => {
      const { call } = JSON.parse(text) as { call?: Spoken };
      if (call !== undefined) parts.add(call);
      readShow(parts, kept, window).catch(() => bell.ring());
    };
    const onLost = () => {
      lost();
      bell.ring();
    };
    return around.follow(addressOf(boardsRoutes.watch, asked), { onTold, onLost });
  });
}

/** 心跳: tells now and then that the machine is alive; true when it was told to forget everything. */
function createBeat({ call, now }: Surroundings) {
  let last = 0;
  return async (kept: Kept): Promise<boolean> => {
    if (now().getTime() - last < beatEveryMs) return false;
    last = now().getTime();
    const body = { faults: [], version, unmerged: 0 };
    const { wipe } = await call(fleetRoutes.heartbeat, { ...by(kept), body });
    if (wipe) await call(fleetRoutes.heartbeat, { ...by(kept), body: { ...body, wiped: true } });
    return wipe;
  };
}

/** The server does not know this machine, or no longer. */
function isForgotten(error: unknown): boolean {
  return error instanceof Problem && (error.kind === 'missing' || error.kind === 'forbidden');
}
