import { describe, expect, test } from 'vitest';
import { createNumbers, type Lease } from './numbers.ts';

const lease: Lease = { prefix: 'Z', from: 1, to: 999, day: '2026-03-02' };

/** A machine with a clock that can be moved and a memory that survives a restart. */
function aMachine() {
  const stored = new Map<string, string>();
  const clock = { now: new Date('2026-03-02T01:00:00Z') };
  let made = 0;
  const next = () => {
    made += 1;
    return `made-${made}`;
  };
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  const restart = () => createNumbers({ storage, now: () => clock.now, newId: next, newKey: next });
  return { numbers: restart(), restart, clock, stored };
}

describe('numbers without network', () => {
  test('are given in order under the machine’s letter and wait to be handed in', () => {
    const { numbers } = aMachine();
    numbers.lease(lease);
    expect([numbers.give('kayak')?.shown, numbers.give('canoe')?.shown]).toEqual(['Z001', 'Z002']);
    expect(numbers.waiting().map(({ item, number }) => [item, number])).toEqual([
      ['kayak', 1],
      ['canoe', 2],
    ]);
  });
  test('go on after a restart, and after a lease that knows less or more', () => {
    const { numbers, restart } = aMachine();
    numbers.lease(lease);
    numbers.give('kayak');
    const again = restart();
    again.lease(lease);
    expect(again.give('kayak')?.shown).toBe('Z002');
    again.lease({ ...lease, from: 40 });
    expect(again.give('kayak')?.shown).toBe('Z040');
  });
  test('are not given twice however often a lease comes: every number differs from all before', () => {
    const { numbers } = aMachine();
    const given = new Set<string>();
    for (let at = 0; at < 200; at += 1) {
      if (at % 7 === 0) numbers.lease({ ...lease, from: Math.max(1, at - 20) });
      given.add(numbers.give('kayak')?.shown ?? '');
    }
    expect(given.size).toBe(200);
  });
  test('are not given for another day, without a lease, or beyond its end', () => {
    const { numbers, clock } = aMachine();
    expect(numbers.give('kayak')).toBeUndefined();
    numbers.lease({ ...lease, from: 999 });
    expect(numbers.give('kayak')?.shown).toBe('Z999');
    expect(numbers.give('kayak')).toBeUndefined();
    numbers.lease(lease);
    clock.now = new Date('2026-03-02T16:30:00Z');
    expect(numbers.give('kayak')).toBeUndefined();
  });
  test('a new day begins again, and what waits from before is not lost', () => {
    const { numbers, clock } = aMachine();
    numbers.lease(lease);
    numbers.give('kayak');
    clock.now = new Date('2026-03-03T01:00:00Z');
    numbers.lease({ ...lease, day: '2026-03-03' });
    expect(numbers.give('kayak')?.shown).toBe('Z001');
    expect(numbers.waiting()).toHaveLength(2);
  });
  test('once handed in they are gone, and nothing of a person was ever kept', () => {
    const { numbers, stored } = aMachine();
    numbers.lease(lease);
    const given = numbers.give('kayak');
    expect(Object.keys(given?.own ?? {}).toSorted()).toEqual(['id', 'item', 'key', 'number', 'takenAt']);
    numbers.settle([given?.own.id ?? '']);
    expect(numbers.waiting()).toEqual([]);
    numbers.forget();
    expect(stored.size).toBe(0);
  });
});
