import { today } from '../plan/days.ts';

/** The month that is over: the one a list begins with. */
export function lastMonth(): string {
  return monthBeside(thisMonth(), -1);
}

export function thisMonth(): string {
  return today().slice(0, 7);
}

/** The month before (-1) or after (1) another. */
export function monthBeside(month: string, by: 1 | -1): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const moved = new Date(Date.UTC(year, at - 1 + by, 1));
  return moved.toISOString().slice(0, 7);
}

/** 2026年3月 */
export function monthWords(month: string): string {
  const [year = '', at = ''] = month.split('-');
  return `${year}年${Number(at)}月`;
}
