const headBytes = 44;
const quiet = 300;
/** Silence left at either end, so that joined clips do not run into each other. */
const leftSeconds = 0.03;

/** Cuts the silence off both ends of a mono wave of 16 bits. */
export function trimmed(wave: Buffer): Buffer {
  const rate = wave.readUInt32LE(24);
  const count = Math.floor((wave.length - headBytes) / 2);
  const loud = (at: number) => Math.abs(wave.readInt16LE(headBytes + at * 2)) > quiet;
  let from = 0;
  while (from < count && !loud(from)) from += 1;
  let to = count - 1;
  while (to > from && !loud(to)) to -= 1;
  const left = Math.round(rate * leftSeconds);
  const data = wave.subarray(
    headBytes + Math.max(0, from - left) * 2,
    headBytes + Math.min(count, to + left) * 2,
  );
  const head = Buffer.from(wave.subarray(0, headBytes));
  head.writeUInt32LE(36 + data.length, 4);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
