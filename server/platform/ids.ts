import { randomFillSync } from 'node:crypto';
import { createUuids } from '@tongban/kernel';

/** Makes a new id: a UUIDv7, so that ids sort by the time they were made. */
export const newId: () => string = createUuids(() => new Date(), createDrawer());

/** Random bytes drawn many at a time, for the system is slow to be asked. */
function createDrawer() {
  const drawn = Buffer.alloc(4096);
  let at = drawn.length;
  return (count: number): Uint8Array => {
    if (at + count > drawn.length) {
      randomFillSync(drawn);
      at = 0;
    }
    at += count;
    return drawn.subarray(at - count, at);
  };
}
