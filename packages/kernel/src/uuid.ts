import type { Clock } from './clock.ts';
import type { RandomBytes } from './random.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

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
  const tail = Array.from(bytes.subarray(2), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (0x8 | (Number.parseInt(tail.charAt(0), 16) & 0x3)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${counter.toString(16).padStart(3, '0')}`,
    variant + tail.slice(1, 4),
    tail.slice(4, 16),
  ].join('-');
}
