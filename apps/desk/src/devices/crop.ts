/** 裁剪框: what is kept of a picture, as fractions of its width and height. */
export type Crop = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export const wholePicture: Crop = { x: 0, y: 0, width: 1, height: 1 };
/** Less than this is a slip of the hand, not a page. */
const least = 0.05;

/** Moves the whole frame; it stays on the picture. */
export function movedCrop(crop: Crop, by: { x: number; y: number }): Crop {
  return {
    ...crop,
    x: within(crop.x + by.x, 0, 1 - crop.width),
    y: within(crop.y + by.y, 0, 1 - crop.height),
  };
}

/** Moves the lower right corner; the frame stays on the picture and never vanishes. */
export function stretchedCrop(crop: Crop, by: { x: number; y: number }): Crop {
  return {
    ...crop,
    width: within(crop.width + by.x, least, 1 - crop.x),
    height: within(crop.height + by.y, least, 1 - crop.y),
  };
}

/** The frame between two points of a drag, in either order; a mere click keeps the whole picture. */
export function cropBetween(from: { x: number; y: number }, to: { x: number; y: number }): Crop {
  const [left, right] = [from.x, to.x].map((one) => within(one, 0, 1)).toSorted((a, b) => a - b);
  const [top, bottom] = [from.y, to.y].map((one) => within(one, 0, 1)).toSorted((a, b) => a - b);
  const [x = 0, y = 0] = [left, top];
  const [width, height] = [(right ?? 1) - x, (bottom ?? 1) - y];
  return width < least || height < least ? wholePicture : { x, y, width, height };
}

/** The same part of a picture after it was turned a quarter to the right. */
export function turnedCrop({ x, y, width, height }: Crop): Crop {
  return { x: 1 - y - height, y: x, width: height, height: width };
}

type Pixels = {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
};

/**
 * 自动裁边: where the sheet lies on the desk, found as the rows and columns that are bright for the most part of it.
 * A picture without a clear sheet is kept whole.
 */
export function findSheet({ data, width, height }: Pixels): Crop {
  const bright = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    return (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 3 * 150;
  };
  const columns = edgesOf(width, (x) => share(height, (y) => bright(x, y)));
  const rows = edgesOf(height, (y) => share(width, (x) => bright(x, y)));
  if (columns === undefined || rows === undefined) return wholePicture;
  const [x, y] = [columns.from / width, rows.from / height];
  const found = { x, y, width: columns.to / width - x, height: rows.to / height - y };
  return found.width < least || found.height < least ? wholePicture : found;
}

function share(length: number, is: (at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < length; at += 1) count += is(at) ? 1 : 0;
  return count / length;
}

/** First and last line that is bright for at least a third of it. */
function edgesOf(length: number, shareAt: (at: number) => number): { from: number; to: number } | undefined {
  const lines = Array.from({ length }, (_, at) => at).filter((at) => shareAt(at) > 1 / 3);
  const [from, last] = [lines[0], lines.at(-1)];
  return from === undefined || last === undefined ? undefined : { from, to: last + 1 };
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
