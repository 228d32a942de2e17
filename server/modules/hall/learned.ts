import { shanghaiDay } from '@tongban/kernel';
import { asMachine } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import type { Place } from './places.ts';
import type { CameRow } from './store/figures.ts';

/** 学到的: what the last working days of a hall tell an estimate. */
export type Learned = {
  /** Minutes from the call to the end, by item. */
  durations: ReadonlyMap<string, readonly number[]>;
  /** 早到晚到: how many minutes after their time people booked came. */
  offsets: readonly number[];
  /** 没有预约的人: who comes besides, by hour of the day. */
  came: readonly CameRow[];
};

const dayMs = 86_400_000;

/** Reads what a hall has learned, once a day. */
export function createLearned({ store, clock, hallRules }: Pick<Parts, 'store' | 'clock' | 'hallRules'>) {
  const known = new Map<string, { day: string; learned: Promise<Learned> }>();
  const read = async ({ at }: Pick<Place, 'at'>, since: string): Promise<Learned> => ({
    durations: new Map((await store.durations(at, since)).map(({ item, minutes }) => [item, minutes])),
    offsets: await store.offsets(at, since),
    came: await store.came(at, since),
  });
  return (place: Pick<Place, 'at'>): Promise<Learned> => {
    const { hall, day } = place.at;
    const before = known.get(hall);
    if (before?.day === day) return before.learned;
    // Five working days are seven days of the calendar; some more make up for holidays.
    const days = Math.ceil(hallRules.estimate.working_days * 1.6);
    const since = shanghaiDay(new Date(clock().getTime() - days * dayMs));
    const learned = asMachine('window', () => read(place, since));
    known.set(hall, { day, learned });
    learned.catch(() => known.delete(hall));
    return learned;
  };
}
