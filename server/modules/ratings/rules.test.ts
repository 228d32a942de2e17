import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import { describe, expect, test } from 'vitest';
import { ratingRules as rules } from './rating-rules.fixture.ts';
import {
  countRatings,
  decideRepair,
  isDefaultDue,
  mayRate,
  type RepairAct,
  type RepairFacts,
  rateUntil,
  reasonsFor,
  repairDue,
  repairLight,
  surveyFigures,
} from './rules.ts';

const calendar = createCalendar(national);
const handler = { personId: 'handler', role: 'approver' };
const supervisor = { personId: 'supervisor', role: 'supervisor' };
const facts = (more: Partial<RepairFacts> = {}): RepairFacts => ({
  ...{ state: 'opened', round: 1, ratedIds: ['clerk'], reachable: true, notReached: 0, callTries: 3 },
  ...more,
});
const whyOf = (given: RepairFacts, act: RepairAct, by = handler) => {
  const verdict = decideRepair(given, act, by);
  return verdict.ok ? undefined : verdict.why;
};

describe('a service', () => {
  test('is rated once, within its days, and not before it ended', () => {
    const until = rateUntil(rules, calendar, '2026-03-02');
    expect(until).toBe('2026-04-01');
    const ask = (isRated: boolean, today: string) => mayRate({ rateUntil: until }, { isRated, today });
    expect(mayRate(undefined, { isRated: false, today: '2026-03-02' })).toMatchObject({ why: 'not-ended' });
    expect(ask(false, '2026-04-01')).toEqual({ ok: true });
    expect(ask(true, '2026-03-02')).toMatchObject({ why: 'rated' });
    expect(ask(false, '2026-04-02')).toMatchObject({ why: 'too-late' });
  });
  test('is asked about by chips that fit the level and the channel', () => {
    expect(reasonsFor(rules, 5, 'web').map(({ id }) => id)).toEqual(['slow']);
    expect(reasonsFor(rules, 5, 'qr').map(({ id }) => id)).toEqual(['slow', 'long-wait']);
    expect(reasonsFor(rules, 1, 'qr').map(({ id }) => id)).toEqual(['quick']);
  });
});

describe('a repair order', () => {
  test('is due fifteen working days after the rating, holidays left out', () => {
    expect(repairDue(rules, calendar, '2026-03-02')).toBe('2026-03-23');
    // Qingming, 4 to 6 April 2026, lies between.
    expect(repairDue(rules, calendar, '2026-03-23')).toBe('2026-04-14');
  });
  test('has a green light, a yellow one for its last days and a red one when it is late', () => {
    const at = (today: string) => repairLight(rules, calendar, { due: '2026-03-23', today });
    expect(at('2026-03-02')).toEqual({ light: 'green', workingDaysLeft: 15 });
    expect(at('2026-03-18')).toEqual({ light: 'yellow', workingDaysLeft: 3 });
    expect(at('2026-03-23')).toEqual({ light: 'yellow', workingDaysLeft: 0 });
    expect(at('2026-03-25')).toEqual({ light: 'red', workingDaysLeft: -2 });
  });
  test('is taken, answered, called back and closed, in this order alone', () => {
    const order: readonly (readonly [RepairFacts['state'], RepairAct, RepairFacts['state']])[] = [
      ['opened', 'take', 'taken'],
      ['taken', 'answer', 'answered'],
      ['answered', 'not-reached', 'answered'],
      ['answered', 'satisfied', 'called-back'],
      ['called-back', 'close', 'closed'],
    ];
    for (const [state, act, next] of order)
      expect(decideRepair(facts({ state, handlerId: 'handler' }), act, handler)).toMatchObject({
        next: { state: next, round: 1 },
      });
    for (const act of ['answer', 'satisfied', 'close'] as const) expect(whyOf(facts(), act)).toBe('order');
    for (const act of ['take', 'answer', 'close', 'appeal'] as const)
      expect(whyOf(facts({ state: 'closed', handlerId: 'handler' }), act)).toBe('order');
  });
  test('begins another round when the rater is still dissatisfied', () => {
    const answered = facts({ state: 'answered', handlerId: 'handler' });
    expect(decideRepair(answered, 'dissatisfied', handler)).toMatchObject({
      next: { state: 'opened', round: 2 },
    });
  });
  test('is in the hands of one, and never of the one who was rated', () => {
    expect(whyOf(facts(), 'take', { personId: 'clerk', role: 'approver' })).toBe('rated');
    expect(whyOf(facts({ state: 'taken', handlerId: 'another' }), 'answer')).toBe('not-handler');
  });
  test('is appealed once and re-checked by a supervisor who did not appeal', () => {
    expect(decideRepair(facts(), 'appeal', handler)).toMatchObject({
      next: { state: 'opened', appeal: 'open' },
    });
    const open = facts({ appeal: 'open', appealedBy: 'supervisor' });
    expect(whyOf(open, 'appeal')).toBe('appealed');
    expect(whyOf(open, 'upheld')).toBe('supervisor');
    expect(whyOf(open, 'upheld', supervisor)).toBe('own-appeal');
    expect(whyOf(facts(), 'struck', supervisor)).toBe('no-appeal');
    const other = { personId: 'other', role: 'supervisor' };
    expect(decideRepair(open, 'upheld', other)).toMatchObject({
      next: { state: 'opened', appeal: 'upheld' },
    });
    expect(decideRepair(open, 'struck', other)).toMatchObject({
      next: { state: 'closed', appeal: 'struck' },
    });
  });
});

describe('what is counted', () => {
  test('is what people gave; defaults and struck ratings stand apart', () => {
    const counted = countRatings(rules, [
      { level: 1, origin: 'person', state: 'standing', n: 3 },
      { level: 4, origin: 'person', state: 'standing', n: 1 },
      { level: 5, origin: 'person', state: 'struck', n: 2 },
      { level: 3, origin: 'default', state: 'standing', n: 7 },
    ]);
    expect(counted).toEqual({ rated: 4, favourable: 3, levels: [3, 0, 0, 1, 0], byDefault: 7, struck: 2 });
  });
  test('by default is nothing at all unless the bureau has switched it on', () => {
    const on = { ...rules, default_favourable: { ...rules.default_favourable, on: true } };
    expect(isDefaultDue(rules, '2026-03-02', '2027-03-02')).toBe(false);
    expect(isDefaultDue(on, '2026-03-02', '2026-03-09')).toBe(false);
    expect(isDefaultDue(on, '2026-03-02', '2026-03-10')).toBe(true);
  });
  test('of a survey question is how many, the mean level and the share of good answers', () => {
    expect(surveyFigures(rules, [2, 0, 0, 1, 1])).toEqual({
      ...{ n: 4, levels: [2, 0, 0, 1, 1], meanLevel: 2.75, favourableShare: 0.5 },
    });
    expect(surveyFigures(rules, [0, 0, 0, 0, 0])).toEqual({ n: 0, levels: [0, 0, 0, 0, 0] });
  });
});
