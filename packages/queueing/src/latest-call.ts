/** What stands between a ticket and its call at the moment it is due. */
export type Ahead = {
  readonly due: Date;
  /** Minutes of handling left for all that goes first: tickets in the windows and tickets with a smaller due. */
  readonly workAhead: number;
  /** Staffed windows that may serve the ticket. */
  readonly windows: number;
};

/**
 * 最晚叫到: the latest a ticket is called, so that nobody is passed over for ever. Whoever comes after its due time goes
 * behind it, and no window that may serve it rests before it is called; so it is called once the work ahead of it, shared
 * among those windows, is done. A walk-in is due `walk_in_minutes` after taking its number.
 */
export function latestCall({ due, workAhead, windows }: Ahead): Date | undefined {
  if (windows <= 0) return undefined;
  return new Date(due.getTime() + (Math.max(0, workAhead) / windows) * 60_000);
}
