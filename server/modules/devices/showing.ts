import type { ScreenShow, Told } from '@tongban/contract';
import { windowTopic } from '../cases/index.ts';
import { screenTopic } from './events.ts';
import type { KnownScreen, Parts } from './parts.ts';
import { thanksFor } from './signing.ts';
import type { ScreenRow } from './store.ts';
import { eitherOf } from './told.ts';

type Standing = { paired: boolean; bureau?: string; show: ScreenShow };
type Changed = Told<{ changed: boolean }>;

/** A screen is noted as seen at most this often, so that looking does not write every time. */
const noteEverySeconds = 10;

/** 屏上内容: what a screen shows now, and word that it may have changed. */
export function createShowing(parts: Parts) {
  const { store, clock, live } = parts;
  return {
    async show(asked: KnownScreen): Promise<Standing> {
      const row = await parts.known(asked);
      const now = clock();
      const seen = row.seen_at?.getTime() ?? 0;
      if (now.getTime() - seen >= noteEverySeconds * 1000) await store.seen(row.screen_id, now);
      return standingOf(parts, row);
    },
    /** Tells of every change until the screen is paired or released; then it asks again as who it has become. */
    async *changes({ screen_id: screenId, window_id: window }: ScreenRow, gone: AbortSignal) {
      const own = live.listen({ topic: screenTopic, key: screenId }, gone);
      const over = new AbortController();
      const ends = untilFirst(own, over);
      if (window === undefined) {
        yield* ends;
        return;
      }
      const signal = AbortSignal.any([gone, over.signal]);
      yield* eitherOf([ends, live.listen({ topic: windowTopic, key: window }, signal)]);
    },
  };
}

async function* untilFirst(told: AsyncIterable<Changed>, over: AbortController): AsyncIterable<Changed> {
  for await (const one of told) {
    yield one;
    over.abort();
    return;
  }
}

async function standingOf(parts: Parts, row: ScreenRow): Promise<Standing> {
  const { window_id: window } = row;
  if (window === undefined) return { paired: false, show: { kind: 'idle', windowName: '' } };
  const place = parts.offices.findWindow(window);
  const windowName = place?.name ?? window;
  const bureau = parts.offices.organisation(place?.hall.organisation ?? row.office ?? '')?.name;
  const show = { windowName, ...(await shownAt(parts, row, window)) };
  return { paired: true, show, ...(bureau === undefined ? {} : { bureau }) };
}

/** What a counter asks comes first, then a few seconds of thanks, else nothing. */
async function shownAt({ counters, clock }: Parts, row: ScreenRow, window: string) {
  for (const counter of counters) {
    const found = await counter.shown(window);
    if (found !== undefined) return found.show;
  }
  return thanksFor(row, clock()) ?? ({ kind: 'idle' } as const);
}
