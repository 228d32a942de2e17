import { addDays, createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClocks } from './clocks.ts';
import { clockColour, LIGHT_DEFAULTS } from './light.ts';
import { lightDays } from './light-days.ts';
import type { CaseState } from './state.ts';

const calendar = createCalendar(national);
const rules = { calendar, thresholds: LIGHT_DEFAULTS };

function accepted(on: string, statutory: number, promised: number): CaseState {
  const limit = (days: number) => ({ days, unit: 'working' as const });
  const file = {
    ...{ caseId: 'c', itemId: 'kayak', editionId: 'e', applicantId: 'p', channel: 'web' as const },
    ...{ number: 'n', receivedOn: on, intakeBy: [], notices: [], asks: [] },
    acceptance: { on, deemed: false, limits: { statutory: limit(statutory), promised: limit(promised) } },
    ...{ signatures: [], pauses: [], extensions: [] },
  };
  return { status: 'awaiting-decision', since: on, file };
}

function worstOn(state: CaseState, day: string): string {
  const clocks = readClocks(state, calendar, day);
  const colours = (['statutory', 'promised'] as const).map((kind) => {
    const reading = clocks[kind];
    return reading === undefined ? 'green' : clockColour(reading, { kind, ...rules }, day);
  });
  if (colours.includes('red')) return 'red';
  return colours.includes('yellow') ? 'yellow' : 'green';
}

describe('lightDays', () => {
  test('every day shows the colour the days foretell', () => {
    const days = fc.record({
      statutory: fc.integer({ min: 1, max: 40 }),
      shorter: fc.double({ min: 0, max: 1, noNaN: true }),
      looked: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(days, ({ statutory, shorter, looked }) => {
        const state = accepted('2026-03-02', statutory, Math.max(1, Math.floor(statutory * shorter)));
        const { yellowOn, redOn } = lightDays(state, rules, '2026-03-02');
        const day = addDays('2026-03-02', looked);
        const late = yellowOn !== undefined && day >= yellowOn ? 'yellow' : 'green';
        const foretold = redOn !== undefined && day >= redOn ? 'red' : late;
        expect(foretold).toBe(worstOn(state, day));
      }),
      { numRuns: 200 },
    );
  });
  test('a clock that stands still or a case without one never changes colour', () => {
    const state = accepted('2026-03-02', 10, 5);
    if (state.status !== 'awaiting-decision') throw new Error('not accepted');
    const pauses = [{ cause: 'special-procedure' as const, from: '2026-03-03' }];
    expect(lightDays({ ...state, file: { ...state.file, pauses } }, rules, '2026-03-04')).toEqual({});
    expect(lightDays({ status: 'none' }, rules, '2026-03-02')).toEqual({});
  });
});
