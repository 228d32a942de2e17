import { encodePng } from './platform/index.ts';

type Colour = readonly [number, number, number];
type Point = readonly [number, number];
/** A form by how far a point lies outside of it, negative inside, and the field it lies in: left, top, right, bottom. */
type Form = {
  readonly outside: (x: number, y: number) => number;
  readonly field: readonly [number, number, number, number];
};
type Shape = { readonly colour: Colour; readonly form: Form };

const [width, height] = [240, 300];
const backdrop: Colour = [219, 231, 241];
const ink: Colour = [92, 112, 134];
const skins: readonly Colour[] = [
  [236, 203, 178],
  [226, 188, 158],
  [240, 212, 190],
];
const hairs: readonly Colour[] = [
  [44, 40, 44],
  [62, 50, 46],
  [120, 118, 122],
];
const coats: readonly Colour[] = [
  [48, 74, 112],
  [70, 96, 90],
  [104, 72, 84],
  [88, 86, 108],
];

/** 示例照片: a plainly drawn portrait of nobody, the same for the same number; it says that it is an example. */
export function portraitOf(citizenNumber: string): Buffer {
  const shapes = [...(isWoman(citizenNumber) ? woman : man)(paintsOf(citizenNumber)), ...exampleMark];
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < rgb.length; at += 3) rgb.set(backdrop, at);
  for (const shape of shapes) paint(rgb, shape);
  return encodePng({ width, height, rgb });
}

/** The last digit but one of a citizen number is even for women. */
function isWoman(citizenNumber: string): boolean {
  return Number(citizenNumber.at(-2)) % 2 === 0;
}

type Paints = { skin: Colour; hair: Colour; coat: Colour };

function paintsOf(citizenNumber: string): Paints {
  const seed = Number(citizenNumber.slice(4, 6));
  const born = Number(citizenNumber.slice(6, 10));
  const pick = <T>(all: readonly T[], at: number) => all[at % all.length] as T;
  return {
    skin: pick(skins, seed),
    hair: born < 1960 ? pick(hairs, 2) : pick(hairs, seed % 2),
    coat: pick(coats, seed),
  };
}

function woman({ skin, hair, coat }: Paints): Shape[] {
  const long = union(ellipse(120, 122, 66, 74), box(120, 176, { half: 62, tall: 54, round: 28 }));
  return [
    { colour: hair, form: long },
    ...body(skin, coat),
    { colour: skin, form: ellipse(120, 134, 46, 58) },
    { colour: hair, form: without(ellipse(120, 120, 58, 68), ellipse(150, 176, 88, 84)) },
  ];
}

function man({ skin, hair, coat }: Paints): Shape[] {
  return [
    ...body(skin, coat),
    { colour: skin, form: union(ellipse(73, 140, 8, 14), ellipse(167, 140, 8, 14)) },
    { colour: hair, form: ellipse(120, 112, 52, 52) },
    { colour: skin, form: ellipse(120, 138, 47, 60) },
    { colour: hair, form: without(ellipse(120, 112, 52, 52), ellipse(120, 172, 74, 74)) },
  ];
}

/** Shoulders with an open collar, and the neck. */
function body(skin: Colour, coat: Colour): Shape[] {
  const shoulders = union(ellipse(120, 316, 108, 90), box(120, 330, { half: 104, tall: 44, round: 20 }));
  return [
    { colour: coat, form: shoulders },
    { colour: [246, 248, 250], form: collar },
    {
      colour: shaded(skin),
      form: union(box(120, 200, { half: 20, tall: 34, round: 12 }), ellipse(120, 226, 24, 22)),
    },
  ];
}

/** The neck lies in the shade of the chin. */
function shaded([red, green, blue]: Colour): Colour {
  return [red - 16, green - 18, blue - 18];
}

const collar = union(
  stroke(
    [
      [94, 222],
      [120, 262],
    ],
    9,
  ),
  stroke(
    [
      [146, 222],
      [120, 262],
    ],
    9,
  ),
);

/** 示例 written in strokes at the lower right, on a light label: the points of each stroke one after another. */
const strokes = [
  ...['172,267 186,267', '168,274 190,274', '179,274 179,287 175,286', '173,278 169,284', '185,278 189,284'],
  ...['206,264 201,274', '204,271 204,288', '208,267 217,267', '212,267 208,276', '211,272 216,272 208,287'],
  ...['210,277 213,280', '220,268 220,282', '225,264 225,287 222,286'],
];
const exampleMark: Shape[] = [
  { colour: [244, 247, 250], form: box(197, 276, { half: 37, tall: 18, round: 6 }) },
  ...strokes.map((points) => ({ colour: ink, form: stroke(points.split(' ').map(pointOf), 1) })),
];

function pointOf(text: string): Point {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return [x, y];
}

/** Paints a shape over what is there, with a soft edge of one point. */
function paint(rgb: Uint8Array, { colour, form: { outside, field } }: Shape): void {
  const [left, top, right, bottom] = field;
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
    for (let x = Math.max(0, left); x < Math.min(width, right); x += 1) {
      const cover = Math.min(1, 0.5 - outside(x + 0.5, y + 0.5));
      if (cover > 0) mix(rgb, (y * width + x) * 3, { colour, cover });
    }
}

function mix(rgb: Uint8Array, at: number, { colour, cover }: { colour: Colour; cover: number }): void {
  for (const [part, over] of colour.entries()) {
    const below = rgb[at + part] ?? 0;
    rgb[at + part] = Math.round(below + (over - below) * cover);
  }
}

function ellipse(cx: number, cy: number, rx: number, ry: number): Form {
  return {
    outside: (x, y) => (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry),
    field: [cx - rx - 1, cy - ry - 1, cx + rx + 1, cy + ry + 1],
  };
}

/** A box by its centre and half sides, with round corners. */
function box(cx: number, cy: number, { half, tall, round }: Box): Form {
  return {
    outside: (x, y) => {
      const [dx, dy] = [Math.abs(x - cx) - half + round, Math.abs(y - cy) - tall + round];
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
    },
    field: [cx - half - 1, cy - tall - 1, cx + half + 1, cy + tall + 1],
  };
}
type Box = { half: number; tall: number; round: number };

/** A line through some points, so many points thick to either side. */
function stroke(points: readonly Point[], half: number): Form {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const edge = Math.ceil(half) + 1;
  return {
    outside: (x, y) =>
      Math.min(...points.slice(1).map((to, at) => toLine(points[at] ?? to, to, [x, y]))) - half,
    field: [Math.min(...xs) - edge, Math.min(...ys) - edge, Math.max(...xs) + edge, Math.max(...ys) + edge],
  };
}

function toLine([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay));
}

function union(one: Form, other: Form): Form {
  const [a, b] = [one.field, other.field];
  return {
    outside: (x, y) => Math.min(one.outside(x, y), other.outside(x, y)),
    field: [
      ...[Math.min(a[0], b[0]), Math.min(a[1], b[1])],
      ...[Math.max(a[2], b[2]), Math.max(a[3], b[3])],
    ] as unknown as Form['field'],
  };
}

/** What of a form lies outside another. */
function without(one: Form, other: Form): Form {
  return { ...one, outside: (x, y) => Math.max(one.outside(x, y), -other.outside(x, y)) };
}
