import type { Region } from '@tongban/contract';

/** 圈出: whether a place on the shown page is being framed, the frames already there, and what to do with a new one. */
export type Framing = {
  readonly active: boolean;
  /** Frames on one file, each with the checkpoint it belongs to. */
  readonly regions: readonly Region[];
  readonly take: (region: Region) => void;
  readonly cancel: () => void;
};

type Point = { readonly x: number; readonly y: number };
type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const smallest = 0.01;

/** A rectangle dragged from one point to another as fractions of the picture; undefined when it is no more than a click. */
export function regionBetween(
  from: Point,
  to: Point,
  picture: Box,
): Omit<Region, 'file' | 'page'> | undefined {
  const across = (point: Point) => clamp((point.x - picture.left) / picture.width);
  const down = (point: Point) => clamp((point.y - picture.top) / picture.height);
  const [x, y] = [Math.min(across(from), across(to)), Math.min(down(from), down(to))];
  const [width, height] = [Math.abs(across(from) - across(to)), Math.abs(down(from) - down(to))];
  return width < smallest || height < smallest ? undefined : { x, y, width, height };
}

function clamp(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}
