import type { Pair } from './page.ts';

/** An address inside the portal with its query. */
export function address(path: string, pairs: readonly Pair[] = []): string {
  const query = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** The first value under a key. */
export function first(pairs: readonly Pair[] | undefined, key: string): string | undefined {
  return pairs?.find(([name]) => name === key)?.[1];
}

/** Where to go on after signing in: only ever a page of the portal itself. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next)) return '/';
  return next.includes('\\') ? '/' : next;
}
