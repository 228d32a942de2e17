import { describe, expect, test } from 'vitest';
import { createGate } from './gate.ts';

describe('a gate', () => {
  test('lets no more in at once than it should, and everyone in the end, in order', async () => {
    const gate = createGate(2);
    const log: string[] = [];
    let inside = 0;
    let most = 0;
    const visit = (name: string) =>
      gate(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
        log.push(name);
      });
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(visit));
    expect(most).toBe(2);
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('goes on after work that fails', async () => {
    const gate = createGate(1);
    await expect(gate(() => Promise.reject(new Error('sunk')))).rejects.toThrow('sunk');
    expect(await gate(() => Promise.resolve('afloat'))).toBe('afloat');
  });
});
