import type { Day } from '@tongban/kernel';

const DAY_MS = 86_400_000;

/** Days as whole numbers, so that counting never meets an hour or a zone. */
export function toEpochDay(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

export function fromEpochDay(epochDay: number): Day {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Sunday; day 0 of the epoch was a Thursday. */
export function weekday(epochDay: number): number {
  return (((epochDay + 4) % 7) + 7) % 7;
}
