import type { HallLive, WaitRange } from '@tongban/contract';
import type { Visit } from './visit.ts';

type Speaks = Pick<Visit, 'say'>;

/** 等多久: a range as people say it, since nobody can know it exactly. */
export function waitText({ say }: Speaks, { from, to }: WaitRange): string {
  if (to === 0) return say('不用等', 'No wait');
  if (from === to) return say(`约 ${to} 分钟`, `About ${to} min`);
  return say(`约 ${from}–${to} 分钟`, `About ${from}–${to} min`);
}

/** How far away, as far as a straight line tells. */
export function distanceText({ say }: Speaks, metres: number): string {
  if (metres < 1000) {
    const rounded = Math.max(100, Math.round(metres / 100) * 100);
    return say(`约 ${rounded} 米`, `About ${rounded} m`);
  }
  const kilometres = metres < 10_000 ? (metres / 1000).toFixed(1) : String(Math.round(metres / 1000));
  return say(`约 ${kilometres} 公里`, `About ${kilometres} km`);
}

/** The oldest of some figures is what all of them are worth. */
export function oldestOf(lives: readonly Pick<HallLive, 'asOf'>[]): string | undefined {
  return lives.map(({ asOf }) => asOf).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}
