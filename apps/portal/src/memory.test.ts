import { describe, expect, test } from 'vitest';
import { createMemory } from './memory.ts';

describe('a memory', () => {
  test('asks once, and again only after its time', async () => {
    let now = 0;
    let asked = 0;
    const keep = createMemory(10, () => now);
    const load = () => Promise.resolve(++asked);
    expect(await keep('a', load, 60)).toBe(1);
    now = 59_000;
    expect(await keep('a', load, 60)).toBe(1);
    now = 60_000;
    expect(await keep('a', load, 60)).toBe(2);
  });

  test('forgets the oldest when it is full', async () => {
    const keep = createMemory(2);
    for (const key of ['a', 'b', 'c']) await keep(key, () => Promise.resolve(key));
    expect(await keep('a', () => Promise.resolve('again'))).toBe('again');
    expect(await keep('c', () => Promise.resolve('again'))).toBe('c');
  });

  test('does not keep a failure', async () => {
    const keep = createMemory(2);
    await expect(keep('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await keep('a', () => Promise.resolve(1))).toBe(1);
  });
});
