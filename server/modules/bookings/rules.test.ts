import { momentOf, quantumAt } from '@tongban/queueing';
import { describe, expect, test } from 'vitest';
import { plainRules } from './pier-content.fixture.ts';
import { liesIn, limitedUntil, nextReminder, priorityFor, releasesOf } from './rules.ts';
import { strandedOf } from './stranded.ts';

const rules = plainRules.booking;
const day = '2026-03-20';
const at = (time: string, on = day) => momentOf(on, time);

test('hours are dealt out to the stages of release by their shares, morning and afternoon alike', () => {
  const staged = {
    ...rules,
    release: [
      { share: 50, at: '00:00' },
      { share: 50, days_before: 5, at: '09:00' },
    ],
  };
  const hours = [9, 10, 11, 14, 15, 16].map((hour) => quantumAt(at(`${String(hour).padStart(2, '0')}:00`)));
  const opens = releasesOf(
    staged,
    day,
    hours.flatMap((t) => [t, t + 1]),
  );
  const first = at('00:00', '2026-03-10');
  const later = at('09:00', '2026-03-15');
  expect(hours.map((t) => opens.get(t))).toEqual([first, later, first, later, first, later]);
  expect(hours.every((t) => opens.get(t) === opens.get(t + 1))).toBe(true);
});

test('somebody is reminded the evening before, then two hours before, then no more', () => {
  const moment = at('15:00');
  const evening = at('18:00', '2026-03-19');
  expect(nextReminder(rules, moment, at('09:00', '2026-03-10'))).toEqual(evening);
  expect(nextReminder(rules, moment, evening)).toEqual(at('13:00'));
  expect(nextReminder(rules, moment, at('13:00'))).toBeUndefined();
});

describe('priority', () => {
  const of = (bornOn: string | undefined, ...licences: string[]) =>
    priorityFor(plainRules.priorities, { bornOn, licences }, day);
  test('begins on the sixtieth birthday', () => {
    expect(of('1966-03-20')).toBe('elder');
    expect(of('1966-03-21')).toBeUndefined();
  });
  test('is proved by a licence, never by what reception alone can see', () => {
    expect(of('1990-01-01', 'coach')).toBe('talent');
    expect(of(undefined)).toBeUndefined();
  });
});

test('too many times not coming limits booking for a while, counted from the last one', () => {
  const standing = { missed: 3, lastMissed: '2026-03-01' };
  expect(limitedUntil(rules, standing, day)).toBe('2026-05-30');
  expect(limitedUntil(rules, { ...standing, missed: 2 }, day)).toBeUndefined();
  expect(limitedUntil(rules, standing, '2026-05-31')).toBeUndefined();
});

test('noon parts the morning from the afternoon', () => {
  expect(liesIn('morning', quantumAt(at('11:55')))).toBe(true);
  expect(liesIn('morning', quantumAt(at('12:00')))).toBe(false);
  expect(liesIn('afternoon', quantumAt(at('12:00')))).toBe(true);
});

test('who booked first keeps the place when there is room for some only', () => {
  const booking = (id: string, t: number, minute: number) => ({
    ...{ booking_id: id, pool: 'p', lane: 0, t, quanta: 2 },
    made_at: new Date(Date.UTC(2026, 2, 1, 0, minute)),
  });
  const rooms = [1, 2, 3].map((t) => ({ pool: 'p', lane: 0, t, planned: 1 }));
  const stranded = strandedOf([booking('late', 1, 2), booking('early', 2, 1), booking('out', 3, 0)], rooms);
  expect(stranded.map((one) => one.booking_id)).toEqual(['out', 'late']);
});
