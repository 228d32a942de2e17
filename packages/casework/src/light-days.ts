import { addDays, type WorkingCalendar } from '@tongban/calendar';
import type { Day } from '@tongban/kernel';
import { readClocks } from './clocks.ts';
import { clockColour, type Light, type LightThresholds } from './light.ts';
import type { CaseState } from './state.ts';

/** From which day the clocks of a case show yellow and red if nothing happens meanwhile; absent means never. */
type LightDays = { readonly yellowOn?: Day; readonly redOn?: Day };

type DayRules = { readonly calendar: WorkingCalendar; readonly thresholds: LightThresholds };
type Colour = Light['colour'];

/** Longer than any limit in law, so that every clock that runs has shown its colours by then. */
const horizonDays = 1600;
const RANK: Readonly<Record<Colour, number>> = { green: 0, yellow: 1, red: 2 };

/** Finds those days ahead, so that lists can be narrowed by light without reading a single clock. */
export function lightDays(state: CaseState, rules: DayRules, today: Day): LightDays {
  const yellowOn = firstDay(1);
  const redOn = firstDay(2);
  return { ...(yellowOn === undefined ? {} : { yellowOn }), ...(redOn === undefined ? {} : { redOn }) };

  /** Without an act the colours only ever get worse, so the day is found by halving. */
  function firstDay(rank: number): Day | undefined {
    const reached = (after: number) => rankOn(state, rules, addDays(today, after)) >= rank;
    if (reached(0)) return today;
    if (!reached(horizonDays)) return undefined;
    let [before, from] = [0, horizonDays];
    while (from - before > 1) {
      const middle = Math.floor((before + from) / 2);
      if (reached(middle)) from = middle;
      else before = middle;
    }
    return addDays(today, from);
  }
}

function rankOn(state: CaseState, { calendar, thresholds }: DayRules, day: Day): number {
  const clocks = readClocks(state, calendar, day);
  const colours = (['statutory', 'promised'] as const).map((kind) => {
    const reading = clocks[kind];
    return reading === undefined ? 'green' : clockColour(reading, { kind, calendar, thresholds }, day);
  });
  return Math.max(...colours.map((colour) => RANK[colour]));
}
