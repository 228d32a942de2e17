/** 上一个月: `2026-02` of `2026-03`. */
export function monthBefore(month: string): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return at === 1 ? `${year - 1}-12` : `${year}-${String(at - 1).padStart(2, '0')}`;
}

/** 下一个月. */
export function monthAfter(month: string): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
}

/** How many days of a month there have been by a day. */
export function daysOf(month: string, today: string): number {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const whole = new Date(Date.UTC(year, at, 0)).getUTCDate();
  return today.startsWith(month) ? Number(today.slice(8)) : whole;
}
