/** Gives so many unpredictable bytes; the only way chance enters the packages. */
export type RandomBytes = (count: number) => Uint8Array;
