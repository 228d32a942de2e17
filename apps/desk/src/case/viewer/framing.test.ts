import { describe, expect, test } from 'vitest';
import { regionBetween } from './framing.ts';

const picture = { left: 100, top: 50, width: 400, height: 200 };

describe('regionBetween', () => {
  test('is the same whichever corner the drag began at', () => {
    const region = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
    expect(regionBetween({ x: 200, y: 150 }, { x: 400, y: 200 }, picture)).toEqual(region);
    expect(regionBetween({ x: 400, y: 200 }, { x: 200, y: 150 }, picture)).toEqual(region);
  });
  test('ends at the edge of the picture', () => {
    expect(regionBetween({ x: 300, y: 150 }, { x: 900, y: 900 }, picture)).toEqual({
      x: 0.5,
      y: 0.5,
      width: 0.5,
      height: 0.5,
    });
  });
  test('a click is no rectangle', () => {
    expect(regionBetween({ x: 200, y: 150 }, { x: 201, y: 150 }, picture)).toBeUndefined();
  });
});
