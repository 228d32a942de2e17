import { momentOf } from '@tongban/queueing';
import { asMachine, type Platform } from '../../platform/index.ts';
import type { Bookings, Opening } from '../bookings/index.ts';
import type { HallDay } from './store/tables.ts';

/** A span in which a hall is open. */
export type OpenSpan = { from: Date; to: Date };
export type Hours = ReturnType<typeof createHours>;

type Deps = Pick<Platform, 'clock'> & { bookings: Pick<Bookings, 'openingOf' | 'dayPlanOf'> };

/** How long an answer is good: hours are changed by hand, and rarely. */
const goodMs = 20_000;

/** 开放时间: whether a hall is open now and when it closes for the day, asked of bookings now and then. */
export function createHours({ bookings, clock }: Deps) {
  const openings = keptFor(clock, (hall) => bookings.openingOf(hall, clock()));
  const plans = keptFor(clock, async (key) => {
    const [hall = '', day = ''] = key.split(' ');
    const { spans } = await bookings.dayPlanOf(hall, day);
    return spans.map(({ from, to }): OpenSpan => ({ from: momentOf(day, from), to: momentOf(day, to) }));
  });
  return {
    opening: (hall: string): Promise<Opening> => openings(hall),
    /** The spans of a day in order; lunch lies between them. */
    spans: ({ hall, day }: Pick<HallDay, 'hall' | 'day'>): Promise<OpenSpan[]> => plans(`${hall} ${day}`),
  };
}

/** When the hall closes for the day; undefined where it does not open. */
export function closingOf(spans: readonly OpenSpan[]): Date | undefined {
  return spans.at(-1)?.to;
}

/** The times between and after opening in which nobody is called. */
export function gapsOf(spans: readonly OpenSpan[]): OpenSpan[] {
  return spans.flatMap(({ to }, at) => {
    const next = spans[at + 1];
    return next === undefined ? [] : [{ from: to, to: next.from }];
  });
}

/** Keeps what was answered for everybody, so the house asks in its own name. */
function keptFor<T>(clock: () => Date, ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, { at: number; answer: Promise<T> }>();
  return (key) => {
    const now = clock().getTime();
    const before = kept.get(key);
    if (before !== undefined && Math.abs(now - before.at) < goodMs) return before.answer;
    const answer = asMachine('window', () => ask(key));
    kept.set(key, { at: now, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
