import { inject } from 'vitest';

/** What the journeys of one worker share. */
export type Shared = {
  readonly origin: string;
  /** Where the browser listens. */
  readonly browser: string;
  /** Sessions by login or citizen, opened once. */
  readonly sessions: Readonly<Record<string, string>>;
};

declare module 'vitest' {
  interface ProvidedContext {
    houses: readonly Shared[];
  }
}

/** 屋: the house this worker walks in; no two workers meet in one. */
export function ownHouse(): Shared {
  const worker = Number(process.env.VITEST_POOL_ID ?? 1);
  const house = inject('houses')[worker - 1];
  if (house === undefined) throw new Error(`no house was opened for worker ${worker}`);
  return house;
}
