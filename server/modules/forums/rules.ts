import type { ForumState } from '@tongban/contract';

type Spanned = { readonly starts_at: Date; readonly ends_at: Date; readonly closed_at: Date | undefined };

/** 状态: by its times, unless it was ended before. */
export function stateOf({ starts_at, ends_at, closed_at }: Spanned, now: Date): ForumState {
  if (closed_at !== undefined && closed_at <= now) return 'over';
  if (now < starts_at) return 'coming';
  return now < ends_at ? 'open' : 'over';
}

/** Orders are still put into a forum that has begun, until somebody ends it. */
export function takesOrders(forum: Spanned, now: Date): boolean {
  return forum.closed_at === undefined && forum.starts_at <= now;
}
