import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Observed, orderByWeight, rebalance } from './balance.ts';
import { afterFailure, isResting, sound } from './breaker.ts';
import { isGivenUp, quietEnd, waitSeconds } from './rules.ts';

const well = (provider: string, weight = 50): Observed => ({
  ...{ provider, weight, rest: 50, tried: 20, failed: 0, slow: 0 },
});
const failing = (provider: string, weight = 50): Observed => ({ ...well(provider, weight), failed: 10 });
const weights = (observed: readonly Observed[], seconds = 3600) =>
  rebalance(observed, seconds)?.map(({ weight }) => weight);

describe('the weights of two providers', () => {
  test('move ten points away from the one that fails or is slow, once a minute', () => {
    expect(weights([failing('a'), well('b')], 60)).toEqual([40, 60]);
    expect(weights([{ ...well('a'), slow: 8 }, well('b')], 61)).toEqual([40, 60]);
    expect(weights([failing('a'), well('b')], 59)).toBeUndefined();
  });
  test('move nowhere where both ail, and never below nothing', () => {
    expect(weights([failing('a'), failing('b')])).toBeUndefined();
    expect(weights([failing('a', 5), well('b', 95)])).toEqual([0, 100]);
    expect(weights([failing('a', 0), well('b', 100)])).toBeUndefined();
  });
  test('come back ten points at a time, every five minutes, to where they rest', () => {
    expect(weights([well('a', 20), well('b', 80)], 300)).toEqual([30, 70]);
    expect(weights([well('a', 20), well('b', 80)], 299)).toBeUndefined();
    expect(weights([well('a', 45), well('b', 55)])).toEqual([50, 50]);
    expect(weights([well('a'), well('b')])).toBeUndefined();
  });
  test('are not moved by a single failure among few', () => {
    expect(weights([{ ...well('a'), tried: 3, failed: 3 }, well('b')])).toBeUndefined();
  });
  test('always make a hundred, whatever happens', () => {
    const count = fc.integer({ min: 0, max: 50 });
    const course = fc.array(fc.record({ a: count, b: count, seconds: fc.integer({ min: 0, max: 900 }) }));
    fc.assert(
      fc.property(course, (steps) => {
        let now = [well('a'), well('b')];
        for (const { a, b, seconds } of steps) {
          const seen = now.map((one, at) => ({ ...one, tried: 50, failed: at === 0 ? a : b }));
          const next = rebalance(seen, seconds);
          now = now.map((one, at) => ({ ...one, weight: next?.[at]?.weight ?? one.weight }));
          expect(now.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
          expect(now.every(({ weight }) => weight >= 0)).toBe(true);
        }
      }),
    );
  });
  test('decide who is asked first; the other follows', () => {
    const both = [well('a', 30), well('b', 70)];
    const first = (luck: number) => orderByWeight(both, luck).map(({ provider }) => provider);
    expect([first(0), first(0.29), first(0.31), first(0.99)]).toEqual([
      ...[
        ['a', 'b'],
        ['a', 'b'],
      ],
      ...[
        ['b', 'a'],
        ['b', 'a'],
      ],
    ]);
    expect(orderByWeight([well('a', 0)], 0.5)).toHaveLength(1);
    expect(orderByWeight([], 0.5)).toEqual([]);
  });
});

describe('a provider that fails again and again', () => {
  const now = new Date('2026-03-02T01:30:00Z');
  test('rests for half a minute after five failures, and at once again after one more', () => {
    let breaker = sound;
    for (let at = 0; at < 4; at += 1) breaker = afterFailure(breaker, now);
    expect(isResting(breaker, now)).toBe(false);
    breaker = afterFailure(breaker, now);
    expect(isResting(breaker, new Date(now.getTime() + 29_000))).toBe(true);
    const later = new Date(now.getTime() + 31_000);
    expect(isResting(breaker, later)).toBe(false);
    expect(isResting(afterFailure(breaker, later), later)).toBe(true);
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:30' };
  const end = (moment: string, quiet = night) => quietEnd(new Date(moment), quiet)?.toISOString();
  test('may go over midnight, by the clock of Shanghai', () => {
    expect(end('2026-03-02T14:00:00Z')).toBe('2026-03-02T23:30:00.000Z');
    expect(end('2026-03-02T23:29:00Z')).toBe('2026-03-02T23:30:00.000Z');
    expect(end('2026-03-02T23:30:00Z')).toBeUndefined();
    expect(end('2026-03-02T13:59:00Z')).toBeUndefined();
    expect(end('2026-03-02T04:30:00Z', { from: '12:00', to: '14:00' })).toBe('2026-03-02T06:00:00.000Z');
  });
  test('waits after failures grow up to five minutes, and end after a day', () => {
    expect([1, 2, 3, 6, 40].map(waitSeconds)).toEqual([15, 30, 60, 300, 300]);
    const due = new Date('2026-03-02T01:30:00Z');
    expect(isGivenUp(due, new Date('2026-03-03T01:30:00Z'))).toBe(false);
    expect(isGivenUp(due, new Date('2026-03-03T01:30:01Z'))).toBe(true);
  });
});
