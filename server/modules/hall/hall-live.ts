import type { BoardShow, HallLive, Told } from '@tongban/contract';
import { calmly } from './calm.ts';
import { type Estimating, waitOf } from './estimating.ts';
import { type HallChange, hallTopic } from './events.ts';
import { hallCodeOf } from './hall-code.ts';
import type { Parts } from './parts.ts';
import { isInHand, isWaiting, type Snapshot, type Snapshots, type WindowNow } from './snapshot.ts';
import type { CallRow } from './store/tables.ts';

type Deps = Parts & { snapshots: Snapshots; estimating: Estimating };
const mostCalls = 12;
const missedMinutes = 30;

/** 大厅实况: how busy a hall is, for people who have not come yet and for the boards inside. */
export function createHallLive(deps: Deps) {
  const { places, snapshots, live, store, clock, vault, hallRules, identity } = deps;
  const liveOf = createLive(deps);
  return {
    liveOf,
    live: async (hall: string): Promise<HallLive> => liveOf(await snapshots.of(places.at(hall))),
    /** 大屏: what the boards of a hall show; with a window, its strip shows that one alone. */
    async boardOf(hall: string, window?: string): Promise<BoardShow> {
      const place = places.at(hall);
      const snapshot = await snapshots.of(place);
      const now = clock();
      const calls = await store.lastCalls(place.at, mostCalls);
      const aside = await store.aside(place.at, new Date(now.getTime() - missedMinutes * 60_000));
      const shown = snapshot.windows.filter(({ facts }) => window === undefined || facts.id === window);
      const { waiting, wait } = await liveOf(snapshot);
      const staff = await identity.postsOf(shown.flatMap((one) => clerkOf(one) ?? []));
      return {
        ...{ hall, hallName: place.hall.name, hallCode: hallCodeOf(vault, hall, now), waiting },
        calls: calls.filter((call) => window === undefined || call.window_id === window).map(callView),
        windows: shown.map((one) => ({
          ...windowView(snapshot, one),
          ...staffOf(staff.get(clerkOf(one) ?? '')),
        })),
        missed: aside.filter(({ state }) => state === 'missed').map(({ number }) => number),
        ...(wait === undefined ? {} : { wait }),
        ...(snapshot.announcement === undefined ? {} : { announcement: snapshot.announcement }),
        footer: footerOf(place.hall),
        languages: [...(place.hall.languages ?? ['zh'])],
        volume: volumeAt(hallRules.speech.volume, now),
        asOf: now.toISOString(),
      };
    },
    /** Every call of a hall, and that something has changed, as it happens. */
    watchBoard: (hall: string, gone: AbortSignal) =>
      boardStream(live.listen({ topic: hallTopic, key: hall }, gone)),
    /** The same for machines that are in no hurry, however busy the hall is: at most four times a minute. */
    watchCalmly: (hall: string, gone: AbortSignal) =>
      calmly(live.listen({ topic: hallTopic, key: hall }, gone), {
        ...{ isMine: () => false, gone, everyMs: 15_000 },
      }),
    /** That something has changed in a hall, for the desks of those who work there. */
    watchQueue: (hall: string, gone: AbortSignal) =>
      deskStream(live.listen({ topic: hallTopic, key: hall }, gone)),
  };
}

function createLive({ estimating, hours, clock }: Deps) {
  return async (snapshot: Snapshot): Promise<HallLive> => {
    const now = clock();
    const { open, says } = await hours.opening(snapshot.place.at.hall);
    const windows = snapshot.windows.filter(({ state }) => state === 'open').length;
    const newcomer = windows === 0 || !open ? undefined : (await estimating.of(snapshot)).newcomer;
    return {
      ...{ open, says, windows, waiting: snapshot.tickets.filter(isWaiting).length },
      ...waitOf(newcomer),
      asOf: now.toISOString(),
    };
  };
}

function callView({ seq, number, window_id, window_number, at, again }: CallRow): BoardShow['calls'][number] {
  return { seq, number, window: window_id, windowNumber: window_number, at: at.toISOString(), again };
}

function windowView({ tickets }: Snapshot, { facts, state }: WindowNow): BoardShow['windows'][number] {
  const current = tickets.find((row) => isInHand(row) && row.window_id === facts.id);
  const shown = { window: facts.id, number: facts.number, name: facts.name, state };
  if (current === undefined) return shown;
  return { ...shown, ticket: current.number, ticketState: current.state === 'called' ? 'called' : 'serving' };
}

/** Who serves at a window; nobody at one that is closed, whoever closed it. */
function clerkOf({ state, row }: WindowNow): string | undefined {
  return state === 'closed' ? undefined : row?.clerk_id;
}

/** 工号: staff are known to the public by their number, never by name. */
function staffOf(post: { staffNumber: string } | undefined): { staff?: string } {
  return post === undefined ? {} : { staff: post.staffNumber };
}

/** 底部一行: where the priority lane and the window for what could not be done are. */
function footerOf({ windows }: Snapshot['place']['hall']): string[] {
  const named = (kind: WindowNow['facts']['kind'], say: string) => {
    const found = windows.filter((one) => one.kind === kind).map(({ number }) => number);
    return found.length === 0 ? [] : [`${say}：${found.join('、')} 号窗口`];
  };
  return [...named('priority', '绿色通道'), ...named('stuck', '“办不成事”反映')];
}

function volumeAt(spans: readonly { from: string; to: string; volume: number }[], now: Date): number {
  const clock = now.toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  });
  return spans.find(({ from, to }) => from <= clock && clock < to)?.volume ?? spans[0]?.volume ?? 0;
}

async function* boardStream(heard: AsyncIterable<Told<HallChange>>) {
  for await (const { data } of heard)
    yield { data: data.call === undefined ? { changed: true } : { call: data.call } };
}

async function* deskStream(heard: AsyncIterable<Told<HallChange>>) {
  for await (const _ of heard) yield { data: { changed: true } };
}
