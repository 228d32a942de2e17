import type { ClockView } from '@tongban/contract';
import { words } from '../words.ts';

const ended = ['closed', 'not-accepted'];

/** 红黄灯 in words: a colour never stands alone. */
export type LightWords = {
  readonly colour: ClockView['light'] | 'none';
  readonly name: string;
  readonly remaining: string;
};

/** Says how a clock stands: its light and how much time is left; a case that has ended is watched no more. */
export function lightWords(clock: ClockView | undefined, state: string): LightWords {
  if (ended.includes(state)) return { colour: 'none', name: '', remaining: words.clock.ended };
  if (clock === undefined) return { colour: 'none', name: '', remaining: words.clock.none };
  return { colour: clock.light, name: words.clock.colours[clock.light], remaining: remainingWords(clock) };
}

function remainingWords(clock: ClockView): string {
  const unit = words.clock[clock.unit];
  const left = clock.days - clock.used;
  if (clock.overdue) return words.clock.over(Math.max(-left, 1), unit);
  if (clock.paused !== undefined) return words.clock.paused;
  return left <= 0 ? words.clock.today : words.clock.left(left, unit);
}

/** The share of a limit used up, 0 to 100. */
export function usedPercent({ used, days }: ClockView): number {
  if (days <= 0) return 100;
  return Math.round((Math.min(Math.max(used, 0), days) / days) * 100);
}
