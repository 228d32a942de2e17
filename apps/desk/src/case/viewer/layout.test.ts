import { describe, expect, test } from 'vitest';
import { atPage, firstLook, layOut, toggled, turned, zoomed } from './layout.ts';

describe('look', () => {
  test('another page begins whole and upright', () => {
    expect(atPage({ page: 0, zoom: 3, turn: 1 }, 1, 4)).toEqual({ page: 1, zoom: 1, turn: 0 });
  });
  test('beyond the last page nothing moves', () => {
    const look = { page: 3, zoom: 2, turn: 0 } as const;
    expect(atPage(look, 4, 4)).toBe(look);
    expect(atPage(firstLook, -1, 4)).toBe(firstLook);
    expect(atPage(firstLook, 1, 0)).toBe(firstLook);
  });
  test('zoom goes in steps and stops at both ends', () => {
    expect(zoomed(firstLook, 1).zoom).toBe(1.25);
    expect(zoomed({ ...firstLook, zoom: 6 }, 1).zoom).toBe(6);
    expect(zoomed({ ...firstLook, zoom: 0.5 }, -1).zoom).toBe(0.5);
  });
  test('a click goes close up and back to the whole page', () => {
    expect(toggled(firstLook).zoom).toBe(2);
    expect(toggled({ ...firstLook, zoom: 3 }).zoom).toBe(1);
  });
  test('four quarter turns are none', () => {
    expect(turned(turned(turned(turned(firstLook))))).toEqual(firstLook);
  });
});

describe('layOut', () => {
  const picture = { width: 400, height: 200 };
  const frame = { width: 800, height: 800 };
  test('a picture fits its frame', () => {
    expect(layOut(picture, frame, firstLook)).toEqual({
      room: { width: 800, height: 400 },
      image: { width: 800, height: 400 },
    });
  });
  test('a turned picture takes up its turned room', () => {
    expect(layOut(picture, frame, turned(firstLook)).room).toEqual({ width: 400, height: 800 });
  });
  test('zoom makes the room larger than the frame', () => {
    expect(layOut(picture, frame, { ...firstLook, zoom: 2 }).room).toEqual({ width: 1600, height: 800 });
  });
  test('a picture not loaded yet takes no room', () => {
    expect(layOut({ width: 0, height: 0 }, frame, firstLook).room).toEqual({ width: 0, height: 0 });
  });
});
