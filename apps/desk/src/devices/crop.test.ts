import { describe, expect, test } from 'vitest';
import { cropBetween, findSheet, movedCrop, stretchedCrop, turnedCrop, wholePicture } from './crop.ts';

const middle = { x: 0.25, y: 0.25, width: 0.5, height: 0.25 };

describe('the crop frame', () => {
  test('stays on the picture when it is moved', () => {
    expect(movedCrop(middle, { x: 0.1, y: -0.1 })).toEqual({ ...middle, x: 0.35, y: 0.15 });
    expect(movedCrop(middle, { x: 2, y: -2 })).toEqual({ ...middle, x: 0.5, y: 0 });
  });
  test('neither leaves the picture nor vanishes when it is stretched', () => {
    expect(stretchedCrop(middle, { x: 2, y: 2 })).toEqual({ ...middle, width: 0.75, height: 0.75 });
    expect(stretchedCrop(middle, { x: -2, y: -2 })).toEqual({ ...middle, width: 0.05, height: 0.05 });
  });
  test('is drawn between two points in either order', () => {
    const drawn = { x: 0.2, y: 0.5, width: 0.5, height: 0.25 };
    expect(cropBetween({ x: 0.7, y: 0.5 }, { x: 0.2, y: 0.75 })).toMatchObject({
      x: 0.2,
      y: 0.5,
      height: 0.25,
    });
    expect(cropBetween({ x: 0.7, y: 0.5 }, { x: 0.2, y: 0.75 }).width).toBeCloseTo(drawn.width);
  });
  test('a click is no crop', () => {
    expect(cropBetween({ x: 0.5, y: 0.5 }, { x: 0.51, y: 0.5 })).toEqual(wholePicture);
  });
  test('four quarter turns bring it back', () => {
    const turned = [1, 2, 3, 4].reduce((crop) => turnedCrop(crop), middle);
    expect(turned.x).toBeCloseTo(middle.x);
    expect(turned.height).toBeCloseTo(middle.height);
    expect(turnedCrop(middle)).toEqual({ x: 0.5, y: 0.25, width: 0.25, height: 0.5 });
  });
});

describe('findSheet', () => {
  const picture = (width: number, height: number, bright: (x: number, y: number) => boolean) => ({
    width,
    height,
    data: Array.from({ length: width * height * 4 }, (_, at) => {
      const pixel = Math.floor(at / 4);
      return bright(pixel % width, Math.floor(pixel / width)) ? 250 : 60;
    }),
  });
  test('finds a white sheet on a dark desk', () => {
    const found = findSheet(picture(40, 20, (x, y) => x >= 10 && x < 30 && y >= 5 && y < 15));
    expect(found).toEqual({ x: 0.25, y: 0.25, width: 0.5, height: 0.5 });
  });
  test('keeps a picture without a sheet whole', () => {
    expect(findSheet(picture(40, 20, () => false))).toEqual(wholePicture);
  });
});
