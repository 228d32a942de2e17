import { describe, expect, test } from 'vitest';
import { topicLight } from './lights.ts';
import { daysOf, monthAfter, monthBefore } from './months.ts';
import { hasRebounded } from './rebound.ts';

describe('a rebound', () => {
  test('is a week clearly above the quiet ones, with half of the former heat', () => {
    expect(hasRebounded({ now: 9, quiet: 1, hot: 14 })).toBe(true);
    expect(hasRebounded({ now: 40, quiet: 30, hot: 60 })).toBe(false);
  });
  test('is not a small stir, and not a week that is a trifle of what it was', () => {
    expect(hasRebounded({ now: 4, quiet: 0, hot: 4 })).toBe(false);
    expect(hasRebounded({ now: 9, quiet: 1, hot: 60 })).toBe(false);
  });
  test('is not what never went away', () => {
    expect(hasRebounded({ now: 14, quiet: 14, hot: 14 })).toBe(false);
  });
});

describe('the light', () => {
  const today = '2026-03-02';
  test('is yellow in the last five days, red past the deadline, green once removed', () => {
    expect(topicLight({ stage: 'assigned', dueOn: '2026-03-08' }, today)).toBe('green');
    expect(topicLight({ stage: 'assigned', dueOn: '2026-03-07' }, today)).toBe('yellow');
    expect(topicLight({ stage: 'led', dueOn: '2026-03-01' }, today)).toBe('red');
    expect(topicLight({ stage: 'removed', dueOn: '2026-03-01' }, today)).toBe('green');
  });
  test('is red after a rebound until somebody has the matter', () => {
    expect(topicLight({ stage: 'listed', reboundedOn: today }, today)).toBe('red');
    expect(topicLight({ stage: 'assigned', reboundedOn: today, dueOn: '2026-04-01' }, today)).toBe('green');
  });
});

test('months follow each other over the year, and this month has as many days as have begun', () => {
  expect([monthBefore('2026-01'), monthAfter('2025-12'), monthBefore('2026-10')]).toEqual([
    ...['2025-12', '2026-01', '2026-09'],
  ]);
  expect([daysOf('2026-02', '2026-03-02'), daysOf('2026-03', '2026-03-02')]).toEqual([28, 2]);
});
