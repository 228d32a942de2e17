/** A number of days with its unit, as limits are written everywhere. */
export type Days = { days: number; unit: 'working' | 'natural' };

/** Natural days a limit takes at least, so that limits of different units can be compared: five working days are a week. */
export function naturalDays(limit: Days): number {
  return limit.unit === 'natural' ? limit.days : (limit.days * 7) / 5;
}
