/** When the server answered, by its clock and by ours: the two may differ by minutes. */
export type Heard = { readonly asOf: string; readonly heardAt: number };

/** How long something has lasted: up to the answer by the server's clock, since then by ours. */
export function lastedMs(since: string, { asOf, heardAt }: Heard, now: number): number {
  return Math.max(0, Date.parse(asOf) - Date.parse(since) + (now - heardAt));
}

/** 计时: `3:07`, from an hour on `1:03:07`. */
export function timerWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Whole minutes, as lists print them. */
export function minutesOf(ms: number): number {
  return Math.floor(ms / 60_000);
}
