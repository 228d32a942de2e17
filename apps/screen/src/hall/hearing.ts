import { shanghaiDay } from '@tongban/kernel';
import type { Spoken } from './standing.ts';

/** Nothing older than this is spoken after a break. */
const spokenWithinMs = 20_000;

/** 叫号去重: lets every call be spoken once, in order; what was called before the screen was opened is not. */
export function createHearing(now: () => Date, speak: (calls: readonly Spoken[]) => void) {
  let upTo: string | undefined;
  return (calls: readonly Spoken[]): void => {
    const ordered = calls.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));
    const last = upTo;
    const newest = ordered.at(-1);
    // What arrives late is older than what was heard, and never moves the mark back.
    upTo = [last ?? '', newest === undefined ? '' : placeOf(newest)].toSorted().at(-1) ?? '';
    if (last === undefined) return;
    const oldest = now().getTime() - spokenWithinMs;
    const fresh = ordered.filter((one) => placeOf(one) > last && Date.parse(one.at) >= oldest);
    if (fresh.length > 0) speak(fresh);
  };
}

/** The place of a call in all days: its numbers begin again every day. */
function placeOf({ at, seq }: Spoken): string {
  return `${shanghaiDay(new Date(at))} ${String(seq).padStart(9, '0')}`;
}
