import { addDays, addMonths, ageOn } from '@tongban/calendar';
import type { HallRules } from '@tongban/catalogue/author';
import type { Booking } from '@tongban/contract';
import { type Day, shanghaiDay } from '@tongban/kernel';
import { momentOf, quantumAt, startOf } from '@tongban/queueing';

export type BookingRules = HallRules['booking'];
export type Priority = NonNullable<Booking['priority']>;

const quantaPerHour = 12;
const minute = 60_000;

/** The first quantum of a Shanghai day; a day has 288. */
export function firstOf(day: Day): number {
  return quantumAt(momentOf(day, '00:00'));
}

/** The Shanghai day a quantum lies in. */
export function dayOf(t: number): Day {
  return shanghaiDay(startOf(t));
}

/** 可约范围: from which quantum and up to which day somebody can book now. */
export function reachOf(rules: BookingRules, now: Date): { from: number; to: number; until: Day } {
  const until = addDays(shanghaiDay(now), rules.horizon_days);
  return {
    from: quantumAt(new Date(now.getTime() + rules.lead_minutes * minute - 1)) + 1,
    to: firstOf(addDays(until, 1)),
    until,
  };
}

/** Why a moment cannot be booked at all, however free it is. */
export function whyNotThen(
  rules: BookingRules,
  at: Date,
  now: Date,
): 'too-soon' | 'too-far' | 'start' | undefined {
  const { from, to } = reachOf(rules, now);
  if (at.getTime() % (rules.step_minutes * minute) !== 0) return 'start';
  if (quantumAt(at) < from) return 'too-soon';
  return quantumAt(at) >= to ? 'too-far' : undefined;
}

/**
 * 分批放号: when each hour of a day is released. The hours are dealt out to the stages by their shares, one after another,
 * so that every stage has some of the morning and some of the afternoon.
 */
export function releasesOf(rules: BookingRules, day: Day, quanta: readonly number[]): Map<number, Date> {
  const hours = [...new Set(quanta.map((t) => Math.floor(t / quantaPerHour)))].toSorted((a, b) => a - b);
  const stages = rules.release.map(({ share, days_before: before = rules.horizon_days, at }) => ({
    ...{ share, owed: 0 },
    opensAt: momentOf(addDays(day, -before), at),
  }));
  const opens = new Map<number, Date>();
  for (const hour of hours) {
    for (const stage of stages) stage.owed += stage.share;
    const [next] = stages.toSorted((a, b) => b.owed - a.owed);
    if (next === undefined) continue;
    next.owed -= 100;
    opens.set(hour, next.opensAt);
  }
  return new Map(quanta.flatMap((t) => entryFor(t, opens)));
}

function entryFor(t: number, opens: ReadonlyMap<number, Date>): [number, Date][] {
  const opensAt = opens.get(Math.floor(t / quantaPerHour));
  return opensAt === undefined ? [] : [[t, opensAt]];
}

/** 爽约: until which day somebody who has not come too often cannot book online; undefined when they can. */
export function limitedUntil(
  { no_shows: rule }: BookingRules,
  standing: { missed: number; lastMissed?: string },
  today: Day,
): Day | undefined {
  const { missed, lastMissed } = standing;
  if (missed < rule.times || lastMissed === undefined) return undefined;
  const until = addDays(lastMissed, rule.limited_days);
  return until >= today ? until : undefined;
}

/** From which quantum on somebody's not coming still counts. */
export function missesSince({ no_shows: rule }: BookingRules, today: Day): number {
  return firstOf(addMonths(today, -rule.within_months));
}

/** 提醒: when to remind somebody next of a time; undefined when no reminder is left. */
export function nextReminder({ remind }: BookingRules, at: Date, now: Date): Date | undefined {
  const evening = momentOf(addDays(shanghaiDay(at), -1), remind.day_before_at);
  const before = new Date(at.getTime() - remind.minutes_before * minute);
  return [evening, before].toSorted((a, b) => a.getTime() - b.getTime()).find((moment) => moment > now);
}

/** 绿色通道: the first class somebody belongs to by age or by a licence in force. */
export function priorityFor(
  classes: HallRules['priorities'],
  person: { bornOn: Day | undefined; licences: readonly string[] },
  today: Day,
): Priority | undefined {
  const age = person.bornOn === undefined ? undefined : ageOn(person.bornOn, today);
  const found = classes.find(({ from_age: from, under_age: under, licences = [], reception }) => {
    if (reception === true) return false;
    if (age !== undefined && from !== undefined && age >= from) return true;
    if (age !== undefined && under !== undefined && age < under) return true;
    return licences.some((type) => person.licences.includes(type));
  });
  return found?.id;
}

/** Whether checking in at a moment is not too early; late is late, but not refused while the day lasts. */
export function mayCheckIn({ check_in: rule }: BookingRules, at: Date, now: Date): boolean {
  const early = new Date(at.getTime() - rule.early_minutes * minute);
  return now >= early && shanghaiDay(at) === shanghaiDay(now);
}

const morning = 12;
/** Whether a start lies in the part of the day somebody waits for. */
export function liesIn(part: 'any' | 'morning' | 'afternoon', t: number): boolean {
  const hour = Math.floor((t - firstOf(dayOf(t))) / quantaPerHour);
  return part === 'any' || (part === 'morning') === hour < morning;
}
