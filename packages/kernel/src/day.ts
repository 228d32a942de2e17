/** A calendar day of service in Asia/Shanghai, written `YYYY-MM-DD`; days compare as text. */
export type Day = string;

/** A moment as data: an ISO 8601 text in UTC, as actions and events carry it. */
export type Instant = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Which Shanghai day a moment belongs to. */
export function shanghaiDay(moment: Date | Instant): Day {
  const milliseconds = typeof moment === 'string' ? Date.parse(moment) : moment.getTime();
  return new Date(milliseconds + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first moment of a Shanghai day. */
export function startOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The last second of a Shanghai day, when a limit due that day runs out. */
export function endOfDay(day: Day): Date {
  return new Date(`${day}T23:59:59+08:00`);
}

/** Whether a text names a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** A day in the compact form codes and certificates use: `YYYYMMDD`. */
export function compactDay(day: Day): string {
  return day.replaceAll('-', '');
}

/** Reads the compact form `YYYYMMDD`; undefined when no such day exists. */
export function findCompactDay(text: string): Day | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return isDay(day) ? day : undefined;
}
