import { type Duration, meanMinutes } from './duration.ts';
import type { Groups } from './groups.ts';
import { durationIn, type Entry, minutesFrom, type Queue } from './queue.ts';

/** Somebody booked and not yet here: when, in minutes from now, how they may come, and how likely they still do. */
export type Expected = {
  readonly at: number;
  readonly offsets: readonly number[];
  readonly chance: number;
  readonly duration: Duration;
  readonly group: number;
};

/** People who come without a booking: how many a minute, and as whom they queue. */
export type Unbooked = {
  readonly perMinute: number;
  readonly dueMinutes: number;
  readonly until: number;
  readonly duration: Duration;
  readonly group: number;
};

/** Where a hall has no record yet: most come some minutes before their time. */
const usual = [-20, -17, -14, -11, -8, -5, -2, 1, 4, 7, 10];

/** Those booked who can still come; the longer somebody is not here, the less likely they come at all. */
export function expectedIn(queue: Queue, groups: Groups): Expected[] {
  const offsets = queue.offsets?.length ? queue.offsets : usual;
  const reach = reachOf(queue);
  const shows = queue.rules.estimate.show_rate / 100;
  return queue.expected.flatMap((booked) => {
    const at = minutesFrom(queue.now, booked.at);
    const left = at > 60 ? offsets : offsets.filter((offset) => at + offset > 0);
    const still = left.length / offsets.length;
    if (still === 0 || at > reach) return [];
    const chance = (shows * still) / (1 - shows * (1 - still));
    return [
      { at, offsets: left, chance, duration: durationIn(queue, booked.item), group: groups.of(booked) },
    ];
  });
}

/** Who of them comes in one run, and when. */
export function expectedNow(expected: readonly Expected[], queue: Queue): Entry[] {
  const { random, rules } = queue;
  const { booked_minutes, walk_in_minutes } = rules.queue;
  const arrivals: Entry[] = [];
  for (const { at, offsets, chance, duration, group } of expected) {
    if (random() >= chance) continue;
    const offset = offsets[Math.floor(random() * offsets.length)] ?? 0;
    const comes = Math.max(0, at + offset);
    const isLate = offset > rules.booking.check_in.late_minutes;
    const due = isLate ? comes + walk_in_minutes / 2 : Math.max(at, comes) + booked_minutes;
    arrivals.push({ ticket: undefined, comes, duration, due, group });
  }
  return arrivals;
}

export function unbookedIn(queue: Queue, groups: Groups): Unbooked[] {
  const until = reachOf(queue);
  return (queue.unbooked ?? [])
    .filter(({ perHour }) => perHour > 0)
    .map(({ item, skills, perHour, dueMinutes }) => ({
      perMinute: perHour / 60,
      dueMinutes,
      until,
      duration: durationIn(queue, item),
      group: groups.of({ skills }),
    }));
}

/** Who of them comes in one run, each a chance time after the one before. */
export function unbookedNow(unbooked: readonly Unbooked[], { random }: Queue): Entry[] {
  const arrivals: Entry[] = [];
  for (const { perMinute, dueMinutes, until, duration, group } of unbooked) {
    const gap = () => -Math.log(1 - random()) / perMinute;
    for (let comes = gap(); comes < until; comes += gap()) {
      arrivals.push({ ticket: undefined, comes, duration, due: comes + dueMinutes, group });
    }
  }
  return arrivals;
}

/** How many minutes ahead people who come can still matter: twice what serving all who wait takes, and an hour. */
function reachOf(queue: Queue): number {
  const work = queue.tickets.reduce((sum, { item }) => sum + meanMinutes(durationIn(queue, item)), 0);
  return Math.min(240, 60 + (2 * work) / Math.max(1, queue.windows.length));
}
