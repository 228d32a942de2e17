import { describe, expect, test } from 'vitest';
import { portraitOf } from './demo-portrait.ts';

const [woman, man] = ['990101199405210025', '990102199211080054'];

describe('the portrait of an invented person', () => {
  test('is a small PNG of 240 by 300 points', () => {
    const png = portraitOf(woman);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([240, 300]);
    expect(png.length).toBeLessThan(20_000);
  });
  test('is the same for the same person, and another for another', () => {
    expect(portraitOf(woman).equals(portraitOf(woman))).toBe(true);
    expect(portraitOf(woman).equals(portraitOf(man))).toBe(false);
  });
});
