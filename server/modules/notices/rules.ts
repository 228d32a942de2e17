/** 免打扰时段: from one time of day to another, by the clock of Shanghai; it may go over midnight. */
export type Quiet = { readonly from: string; readonly to: string };

const minute = 60_000;
const shanghai = 8 * 60 * minute;
/** House defaults: the first wait after a failure, the longest one, and after how long nobody tries any more. */
const firstWaitSeconds = 15;
const longestWaitSeconds = 300;
const patienceMs = 24 * 60 * minute;
/** House default: within so many seconds a notice counts as handed over promptly. */
export const promptSeconds = 10;

/** When the quiet hours end that this moment lies in; undefined outside of them. */
export function quietEnd(now: Date, { from, to }: Quiet): Date | undefined {
  const local = new Date(now.getTime() + shanghai);
  const time = local.toISOString().slice(11, 16);
  const isOverNight = from > to;
  const isQuiet = isOverNight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return undefined;
  const day = local.toISOString().slice(0, 10);
  const end = new Date(Date.parse(`${day}T${to}:00Z`) - shanghai);
  return end > now ? end : new Date(end.getTime() + 24 * 60 * minute);
}

/** Hides all of a mail address but its first letter and where it is kept: l***@example.cn. */
export function maskMail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${Array.from(address)[0] ?? ''}***${at < 0 ? '' : address.slice(at)}`;
}

/** How long to wait after so many failures: 15 s, 30 s, 60 s … five minutes. */
export function waitSeconds(attempts: number): number {
  return Math.min(firstWaitSeconds * 2 ** Math.max(0, attempts - 1), longestWaitSeconds);
}

/** Whether nobody tries any more: a day after it was due, a notice is told by the portal alone. */
export function isGivenUp(firstDue: Date, now: Date): boolean {
  return now.getTime() - firstDue.getTime() > patienceMs;
}
