import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { type SlotsWanted, slotsOf } from './slots.ts';

/** Straight from the words: a start on the step whose every quantum is there. */
function naive({ quanta, length, step }: SlotsWanted) {
  const free = new Map(quanta.map((quantum) => [quantum.t, quantum.free]));
  const starts = [...free.keys()].filter((t) => t % step === 0).sort((a, b) => a - b);
  return starts.flatMap((t) => {
    let least = Number.POSITIVE_INFINITY;
    for (let at = t; at < t + length; at += 1) least = Math.min(least, free.get(at) ?? Number.NaN);
    return Number.isNaN(least) ? [] : [{ t, free: Math.max(0, least) }];
  });
}

describe('slotsOf', () => {
  test('a slot is as free as its fullest quantum', () => {
    const quanta = [3, 1, 2, 2].map((free, at) => ({ t: 12 + at, free }));
    expect(slotsOf({ quanta, length: 2, step: 1 })).toEqual([
      { t: 12, free: 1 },
      { t: 13, free: 1 },
      { t: 14, free: 2 },
    ]);
  });
  test('no slot reaches across a gap', () => {
    const quanta = [12, 13, 15, 16].map((t) => ({ t, free: 1 }));
    expect(slotsOf({ quanta, length: 2, step: 1 }).map(({ t }) => t)).toEqual([12, 15]);
  });
  test('starts lie on the step by the clock', () => {
    const quanta = Array.from({ length: 12 }, (_, at) => ({ t: 13 + at, free: 1 }));
    expect(slotsOf({ quanta, length: 2, step: 3 }).map(({ t }) => t)).toEqual([15, 18, 21]);
  });
  test('a day with a full quantum keeps its slots, with nothing free', () => {
    expect(slotsOf({ quanta: [{ t: 3, free: 0 }], length: 1, step: 1 })).toEqual([{ t: 3, free: 0 }]);
  });
  test('a thousand random days agree with a naive oracle', () => {
    const random = seededRandom(5);
    const whole = (below: number) => Math.floor(random() * below);
    for (let round = 0; round < 1000; round += 1) {
      const all = Array.from({ length: 60 }, (_, at) => ({ t: 5_900_000 + at, free: whole(5) - 1 }));
      const wanted = {
        quanta: all.filter(() => random() < 0.85).sort(() => random() - 0.5),
        ...{ length: 1 + whole(8), step: [1, 2, 3, 4, 6, 12][whole(6)] ?? 1 },
      };
      expect(slotsOf(wanted)).toEqual(naive(wanted));
    }
  });
});
