import type { Clock } from './clock.ts';
import type { RandomBytes } from './random.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Every byte in two hexadecimal digits. */
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Whether a text is a UUID of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Creates a maker of UUIDv7 ids: they sort by time, and within one millisecond by order of making. */
export function createUuids(clock: Clock, random: RandomBytes): () => string {
  let last = -1;
  let counter = 0;
  return () => {
    const now = clock().getTime();
    const bytes = random(10);
    if (now > last) {
      last = now;
      // Half of the counter's range stays free for ids made in the same millisecond.
      counter = (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) & 0x7ff;
    } else if (++counter > 0xfff) {
      last += 1;
      counter = 0;
    }
    return layOut(last, counter, bytes);
  };
}

function layOut(milliseconds: number, counter: number, bytes: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const hex = (at: number): string => pairs[bytes[at] ?? 0] ?? '';
  const variant = pairs[0x80 | ((bytes[2] ?? 0) & 0x3f)] ?? '';
  const node = hex(4) + hex(5) + hex(6) + hex(7) + hex(8) + hex(9);
  const version = `7${counter.toString(16).padStart(3, '0')}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}${hex(3)}-${node}`;
}
