const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

/** Today in Shanghai, `2026-01-31`. */
export function today(): string {
  return new Date(Date.now() + shanghaiMs).toISOString().slice(0, 10);
}

/** The day some days later. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(day, -weekday);
}

/** How far an arrow key goes among days that stand in weeks. */
export function daysOfKey(key: string): number | undefined {
  return { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
}
