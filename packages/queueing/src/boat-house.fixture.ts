import type { Crowd } from './crowd.ts';
/** The house's default rules, as the queue and the estimate read them. */
export const hallRules = {
  booking: { check_in: { early_minutes: 30, late_minutes: 15 } },
  queue: {
    ...{ walk_in_minutes: 90, booked_minutes: 3, priority_minutes: 5, forward_minutes: 5 },
    rejoin: { places: 3, within_minutes: 30 },
  },
  estimate: { runs: 40, samples: 30, spread: 0.6, show_rate: 88 },
};

const window = (number: number, skills: readonly string[]) => ({
  ...{ id: `w${number}`, kind: 'comprehensive' as const, skills },
});

/**
 * A toy boat house: ten windows of three skill sets, six items of 4 to 30 minutes, half of the people booked, one in eight
 * of them never coming, and a morning peak.
 */
export function boatHouse(load: number): Crowd {
  return {
    windows: [
      ...[1, 2, 3, 4].map((number) => window(number, ['lake', 'river', 'sea'])),
      ...[5, 6, 7].map((number) => window(number, ['lake', 'river'])),
      ...[8, 9, 10].map((number) => window(number, ['sea', 'river'])),
    ],
    items: [
      { item: 'float-check', skills: ['lake'], minutes: 4, share: 0.24 },
      { item: 'kayak', skills: ['lake'], minutes: 12, share: 0.2 },
      { item: 'raft', skills: ['river'], minutes: 8, share: 0.2 },
      { item: 'ferry', skills: ['river'], minutes: 20, share: 0.12 },
      { item: 'sail', skills: ['sea'], minutes: 15, share: 0.16 },
      { item: 'crew', skills: ['sea'], minutes: 30, share: 0.08 },
    ],
    opens: new Date('2026-03-02T09:00:00+08:00'),
    minutes: 480,
    load,
    ...{ spread: 0.6, booked: 0.5, absent: 0.12, late: 0.05, priority: 0.08 },
    ...{ forwarded: 0.03, parked: 0.02, missed: 0.04 },
    peak: [1.45, 1.9, 1.55, 0.85, 0.65, 0.7, 0.6, 0.3],
  };
}
