import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import type { HotlineRules, Matters } from '@tongban/catalogue/author';
import { type OrderKind, orderKinds } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { registered } from './rules/course.fixture.ts';
import { foldOrder } from './rules/fold.ts';
import { replyDueOn } from './rules/state.ts';
import { timingOf } from './rules/timing.ts';
import { orderRulesOf } from './rules-of-content.ts';

const house = { house_default: true } as const;
const working = (days: number) => ({ days, unit: 'working' as const });
const natural = (days: number) => ({ days, unit: 'natural' as const });
/** What a lake writes down about those who call. */
const rules: HotlineRules = {
  limits: [
    { id: 'same-day', name: '当天', ...working(0), ...house },
    { id: 'three', name: '三天', ...working(3), ...house },
    { id: 'fifteen', name: '十五天', ...working(15), ...house },
  ],
  kinds: orderKinds.map((id) => ({
    ...{ id, name: `划艇${id}`, name_en: id, order: 'three', petition: 'fifteen', public: id !== 'report' },
    ...(id === 'report' ? { secret: true as const } : {}),
    ...house,
  })),
  urgent: { limit: 'same-day', duty_hours: 24, ...house },
  extension: { times: 1, most: working(10), ...house },
  reminder: { after: natural(1), ...house },
  criticism: { after_reminder: working(5), ...house },
  call_back: { after: natural(1), tries: 3, ...house },
  reopening: { within: natural(15), times: 2, ...house },
  urge: { every_hours: 24, ...house },
  lights: { yellow_before: working(1), red_at_expiry: true, ...house },
  public_reply: { reviewers: 2, ...house },
  automatic: { precision: 0.95, ...house },
  stages: [],
  channels: [
    { id: 'phone', name: '电话', name_en: 'Phone', ...house },
    { id: 'web', name: '网站', name_en: 'Web', petition: true, ...house },
  ],
  wrap_ups: [{ id: 'answered', name: '当场答复', closes: true, ...house }],
  ...{ emergencies: [], exclusions: [], root_causes: [] },
  petition_procedure: {
    ...{ accept_within: natural(15), finish_within: natural(60), extend_at_most: natural(30) },
    source: 'KAYAK1',
  },
};
const matters: Matters = {
  matters: [{ id: 'pier', name: '码头', children: [{ id: 'theft', name: '偷桨', secret: true }] }],
  labels: [
    {
      id: 'when',
      name: '时间',
      one_of: true,
      values: [
        { id: 'night', name: '夜间' },
        { id: 'day', name: '白天' },
      ],
    },
  ],
};

describe('the rules of orders', () => {
  const made = orderRulesOf({ rules, matters });
  test('are read as the bureau has written them', () => {
    expect(made).toMatchObject({
      ...{
        petitionChannels: ['web'],
        reviewers: 2,
        notReached: 3,
        reopenDays: 15,
        reopenTimes: 2,
        warnDays: 1,
      },
      ...{ extension: working(10), urgent: working(0), wrapUps: [{ id: 'answered', name: '当场答复' }] },
      matters: [
        { id: 'pier', secret: false },
        { id: 'theft', secret: true },
      ],
      labels: [
        { id: 'night', name: '时间：夜间' },
        { id: 'day', name: '时间：白天' },
      ],
    });
    expect(made.kinds.filter(({ tipOff }) => tipOff).map(({ id }) => id)).toEqual(['report']);
  });
  test('take the days of what is handed on, waits or is arranged from the bureau, else the defaults', () => {
    const written = {
      ...rules,
      hand: { within: natural(2), ...house },
      silent: { within: working(9), ...house },
      visits: { ahead: natural(20), ...house },
    };
    expect(orderRulesOf({ rules: written, matters })).toMatchObject({
      ...{ hand: natural(2), silent: working(9), visitAhead: natural(20) },
    });
    expect(made).toMatchObject({ hand: working(5), silent: working(5), visitAhead: natural(60) });
  });
  test('promise what came by the web the longer limit, and what is urgent the same day', () => {
    const timing = timingOf(made, createCalendar(national));
    const dueOn = (more: object) => replyDueOn(foldOrder([registered('consult', more)]), timing);
    expect([dueOn({}), dueOn({ petition: true }), dueOn({ urgent: true })]).toEqual([
      '2026-03-05',
      '2026-03-23',
      '2026-03-02',
    ]);
  });
  test('count working days past holidays and on the Saturdays worked for them, by kind and with one extension', () => {
    const byKind = (id: string) => (id === 'praise' ? 'same-day' : id === 'complaint' ? 'fifteen' : 'three');
    const kinds = rules.kinds.map((kind) => ({ ...kind, order: byKind(kind.id) }));
    const timing = timingOf(orderRulesOf({ rules: { ...rules, kinds }, matters }), createCalendar(national));
    const dueOn = (kind: OrderKind, on: string, more: object = {}) =>
      replyDueOn({ ...foldOrder([registered(kind, { on })]), ...more }, timing);
    // The first five days of May are free, and the second Saturday is worked.
    expect(dueOn('consult', '2026-04-30')).toBe('2026-05-08');
    expect(dueOn('complaint', '2026-04-30')).toBe('2026-05-25');
    expect(dueOn('praise', '2026-04-30')).toBe('2026-04-30');
    const extension = { state: 'granted', days: 2, basis: '要等配件' } as const;
    expect(dueOn('consult', '2026-04-30', { extension })).toBe('2026-05-11');
    expect(dueOn('consult', '2026-04-30', { extension: { ...extension, state: 'asked' } })).toBe(
      '2026-05-08',
    );
  });
  test('are refused where a kind or a limit is missing', () => {
    const [first, ...rest] = rules.kinds;
    expect(() => orderRulesOf({ rules: { ...rules, kinds: rest }, matters })).toThrow(String(first?.id));
    expect(() => orderRulesOf({ rules: { ...rules, limits: [] }, matters })).toThrow('three');
  });
});
