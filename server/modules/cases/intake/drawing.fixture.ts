import { encodePng } from '../../../platform/png.ts';

const [width, height] = [123, 45];

/** What a pad sends: a slanting stroke on white; `packed` is the drawing as it stands inside the file. */
export function createDrawing() {
  const rgb = new Uint8Array(width * height * 3).fill(0xff);
  for (let y = 0; y < height; y += 1) rgb.fill(0x14, (y * width + 20 + y) * 3, (y * width + 24 + y) * 3);
  const png = encodePng({ width, height, rgb });
  const start = png.indexOf('IDAT') + 4;
  return { png, packed: png.subarray(start, png.indexOf('IEND') - 8) };
}
