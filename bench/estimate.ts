import {
  ahead,
  type Duration,
  durationOf,
  estimate,
  type HallMoment,
  rangeOf,
  type Stay,
  seededRandom,
  simulateDay,
  type UnbookedRate,
} from '@tongban/queueing';
import { boatHouse, hallRules } from '@tongban/queueing/boat-house';

/**
 * 预估测准: what walk-ins of simulated days are told when they take a number, and what they then wait, in minutes. The days
 * are a model, not a record of any hall; durations are learned from days before, not taken from the model. Beside ours, in
 * the same run: position × measured average ÷ windows, and position × 12 ÷ windows, as ZMS eappointment reckons.
 */
const loads = [0.75, 0.85, 0.95];
const learningDays = 10;
const days = Number(process.env.BENCH_DAYS ?? 12);
const openHours = 8;
const opens = boatHouse(1).opens.getTime();
const zmsMinutes = 12;
const minuteMs = 60_000;

type Asked = { p50: number; p80: number; average: number; zms: number };
type Told = Asked & { waited: number };
type Learned = {
  durations: ReadonlyMap<string, Duration>;
  offsets: readonly number[];
  /** By hour of the day. */
  unbooked: readonly (readonly UnbookedRate[])[];
  average: number;
};

const rows = loads.map(measure);
console.table(rows);
const estimateCpuMs = timeFullHall();
console.table({ estimateCpuMs });
const keys = Object.keys(rows[0] ?? {}).filter((key) => key !== 'load') as (keyof (typeof rows)[number])[];
const byLoad = keys.map((key) => [key, Object.fromEntries(rows.map((row) => [row.load, row[key]]))]);
console.log(JSON.stringify({ ...Object.fromEntries(byLoad), estimateCpuMs }));

function measure(load: number) {
  const random = seededRandom(Math.round(load * 1000));
  const day = { crowd: boatHouse(load), rules: hallRules, random };
  const learned = learn(Array.from({ length: learningDays }, () => simulateDay(day)).flat());
  const told = Array.from({ length: days }, () => tellDay(day, learned)).flat();
  const within = ({ waited, p80 }: Told) => waited <= p80;
  return {
    load,
    people: told.length,
    ...{ mae: mae(told, 'p50'), bias: bias(told, 'p50'), coverage: share(told, within) },
    ...{ maeAverage: mae(told, 'average'), biasAverage: bias(told, 'average') },
    ...{ maeZms: mae(told, 'zms'), biasZms: bias(told, 'zms') },
    saidRange: share(told, inRange),
  };
}

/** One day in which every walk-in is told an estimate, with the wait until the first call. */
function tellDay(day: Parameters<typeof simulateDay>[0], learned: Learned): Told[] {
  const asked = new Map<string, Asked>();
  const stays = simulateDay({
    ...day,
    onTaken(moment) {
      const { taken } = moment;
      const answer = taken.kind === 'walk-in' ? ask(moment, learned, day.random) : undefined;
      if (answer !== undefined) asked.set(taken.id, answer);
    },
  });
  return stays.flatMap((stay) => {
    const answer = asked.get(stay.id);
    if (answer === undefined || stay.calledAt === undefined || stay.enteredAt !== stay.firstTakenAt)
      return [];
    return [{ ...answer, waited: (stay.calledAt.getTime() - stay.enteredAt.getTime()) / minuteMs }];
  });
}

function ask(moment: HallMoment, learned: Learned, random: () => number): Asked | undefined {
  const found = estimate(queueOf(moment, learned, random)).get(moment.taken.id);
  if (found === undefined) return undefined;
  const line = ahead(moment.taken, moment.waiting, moment.windows) / moment.windows.length;
  return { ...found, average: line * learned.average, zms: line * zmsMinutes };
}

function queueOf({ now, waiting, windows, expected }: HallMoment, learned: Learned, random: () => number) {
  const booked = expected.map(({ at, item }) => ({ at, item: item.item, skills: item.skills }));
  const { durations, offsets } = learned;
  const unbooked = learned.unbooked[hourOf(now)] ?? [];
  const given = { now, tickets: waiting, windows, expected: booked, rules: hallRules, random };
  return { ...given, durations, offsets, unbooked };
}

function learn(stays: readonly Stay[]): Learned {
  const served = stays.filter(({ outcome }) => outcome !== 'missed');
  const minutes = served.map((stay) => ({ item: stay.item, minutes: handling(stay) }));
  const durations = [...Map.groupBy(minutes, ({ item }) => item)].map(([item, samples]) => {
    const measured = samples.map((sample) => sample.minutes);
    return [item, durationOf(measured, zmsMinutes, hallRules.estimate)] as const;
  });
  const average = mean(minutes.map((sample) => sample.minutes));
  return { durations: new Map(durations), offsets: offsetsOf(stays), unbooked: unbookedOf(stays), average };
}

/** How long after their time the last two hundred people booked came. */
function offsetsOf(stays: readonly Stay[]): number[] {
  return stays
    .filter(({ enteredAt, firstTakenAt }) => enteredAt === firstTakenAt)
    .flatMap(({ booking, enteredAt }) =>
      booking === undefined ? [] : (enteredAt.getTime() - booking.at.getTime()) / minuteMs,
    )
    .slice(-200);
}

/** By hour of the day, who comes without a booking: walk-ins, and those due sooner than they. */
function unbookedOf(stays: readonly Stay[]): UnbookedRate[][] {
  const { walk_in_minutes, priority_minutes } = hallRules.queue;
  const came = stays.filter(
    ({ booking, enteredAt, firstTakenAt }) => booking === undefined || enteredAt !== firstTakenAt,
  );
  const isFirst = ({ kind, enteredAt, firstTakenAt }: Stay) =>
    kind === 'walk-in' && enteredAt === firstTakenAt;
  return Array.from({ length: openHours }, (_, hour) => {
    const inHour = came.filter(({ enteredAt }) => hourOf(enteredAt) === hour);
    const [walkIns, others] = [inHour.filter(isFirst), inHour.filter((stay) => !isFirst(stay))];
    return [...ratesOf(walkIns, walk_in_minutes), ...ratesOf(others, priority_minutes)];
  });
}

function ratesOf(stays: readonly Stay[], dueMinutes: number): UnbookedRate[] {
  return [...Map.groupBy(stays, ({ item }) => item)].map(([item, those]) => ({
    ...{ item, skills: those[0]?.skills ?? [], perHour: those.length / learningDays, dueMinutes },
  }));
}

function hourOf(moment: Date): number {
  return Math.floor((moment.getTime() - opens) / 3_600_000);
}

function handling({ calledAt, freeAt }: Stay): number {
  return calledAt === undefined || freeAt === undefined
    ? 0
    : (freeAt.getTime() - calledAt.getTime()) / minuteMs;
}

/** CPU of one estimate of a full hall: a hundred waiting, ten busy windows, forty runs; the median of fifty. */
function timeFullHall(): number {
  const random = seededRandom(1);
  const crowd = boatHouse(1.25);
  let full: HallMoment | undefined;
  const onTaken = (moment: HallMoment) => {
    if (moment.waiting.length === 100) full ??= moment;
  };
  const learned = learn(simulateDay({ crowd, rules: hallRules, random, onTaken }));
  if (full === undefined) throw new Error('the hall never filled');
  const queue = queueOf(full, learned, random);
  const spent = Array.from({ length: 50 }, () => {
    const started = process.cpuUsage();
    estimate(queue);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return round(spent.toSorted((a, b) => a - b)[25] ?? 0);
}

function inRange({ waited, p50, p80 }: Told): boolean {
  const { from, to } = rangeOf(p50, p80);
  return from <= waited && waited <= to;
}

function mae(told: readonly Told[], by: 'p50' | 'average' | 'zms'): number {
  return round(mean(told.map((one) => Math.abs(one[by] - one.waited))));
}

/** Below zero: people wait longer than they were told. */
function bias(told: readonly Told[], by: 'p50' | 'average' | 'zms'): number {
  return round(mean(told.map((one) => one[by] - one.waited)));
}

function share(told: readonly Told[], holds: (one: Told) => boolean): number {
  return round(mean(told.map((one) => (holds(one) ? 100 : 0))));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
