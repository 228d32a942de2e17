import type { WaitRange } from '@tongban/contract';
import {
  type Duration,
  durationOf,
  type Estimate,
  type EstimateTicket,
  type EstimateWindow,
  estimate,
  rangeOf,
  seededRandom,
  type UnbookedRate,
} from '@tongban/queueing';
import { asMachine } from '../../platform/index.ts';
import type { BookingFacts } from '../bookings/index.ts';
import { gapsOf, type OpenSpan } from './hours.ts';
import type { ItemFacts } from './items.ts';
import { createLearned, type Learned } from './learned.ts';
import type { Parts } from './parts.ts';
import type { Place } from './places.ts';
import { isInHand, type Snapshot, servingOf, waitingOf } from './snapshot.ts';
import type { TicketRow } from './store/tables.ts';

/** 预估: what is foreseen of everybody who waits, and of whoever came now. */
export type Forecast = {
  readonly of: (ticketId: string) => Estimate | undefined;
  readonly newcomer?: Estimate;
};
export type Estimating = ReturnType<typeof createEstimating>;

/** How long a forecast of an unchanged queue is good: time itself moves on. */
const goodMs = 30_000;
/** How far the clock of Shanghai is ahead. */
const shanghaiMs = 8 * 3_600_000;
/** Nobody waits under this id: whoever would come now. */
const newcomerId = 'newcomer';

/** 等候预估: one forward run per version of a hall prices everybody who waits in it. */
export function createEstimating(parts: Parts) {
  const { clock } = parts;
  const known = createKnown(parts);
  const kept = new WeakMap<Snapshot, { at: number; forecast: Promise<Forecast> }>();
  const run = async (snapshot: Snapshot, newcomer: TicketRow | undefined): Promise<Forecast> => {
    return forecastOf(parts, snapshot, { newcomer, ...(await known(snapshot.place)) });
  };
  return {
    /** What is foreseen of a queue as it was committed; asked again for the same version, it is not run again. */
    of(snapshot: Snapshot): Promise<Forecast> {
      const before = kept.get(snapshot);
      const now = clock().getTime();
      if (before !== undefined && now - before.at < goodMs) return before.forecast;
      const forecast = run(snapshot, undefined);
      kept.set(snapshot, { at: now, forecast });
      return forecast;
    },
    /** What is foreseen for somebody who is just taking a ticket. */
    with: (snapshot: Snapshot, newcomer: TicketRow): Promise<Forecast> => run(snapshot, newcomer),
  };
}

type Known = {
  learned: Learned;
  expected: readonly BookingFacts[];
  closed: readonly OpenSpan[];
};

/** What the days before tell, once a day; who is still expected, at most half a minute old. */
function createKnown(parts: Parts) {
  const { bookings, clock, hours } = parts;
  const learnedAt = createLearned(parts);
  const awaited = new Map<string, { at: number; expected: Promise<BookingFacts[]> }>();
  const expectedAt = ({ at }: Place): Promise<BookingFacts[]> => {
    const before = awaited.get(at.hall);
    const now = clock().getTime();
    if (before !== undefined && Math.abs(now - before.at) < goodMs) return before.expected;
    const expected = asMachine('window', () => bookings.expected(at.hall, at.day));
    awaited.set(at.hall, { at: now, expected });
    expected.catch(() => awaited.delete(at.hall));
    return expected;
  };
  return async (place: Place): Promise<Known> => ({
    learned: await learnedAt(place),
    expected: await expectedAt(place),
    closed: gapsOf(await hours.spans(place.at)),
  });
}

async function forecastOf(
  parts: Parts,
  snapshot: Snapshot,
  { newcomer, learned, expected, closed }: Known & { newcomer: TicketRow | undefined },
): Promise<Forecast> {
  const { clock, hallRules, items } = parts;
  const { place, tickets, windows } = snapshot;
  const now = clock();
  const facts = await items.many(
    [...tickets, ...(newcomer === undefined ? [] : [newcomer]), ...expected].map(({ item }) => item),
    place,
  );
  const besides = await items.found(
    learned.came.map(({ item }) => item),
    place,
  );
  const lasting = new Map(
    [...besides, ...facts].map(([item, { minutes }]) => [
      item,
      durationOf(learned.durations.get(item) ?? [], minutes, hallRules.estimate),
    ]),
  );
  const late = hallRules.booking.check_in.late_minutes * 60_000;
  const found = estimate({
    ...{ now, rules: hallRules, random: seededRandom(snapshot.version + 1) },
    tickets: [
      ...tickets.filter(({ state }) => state === 'waiting' || state === 'parked').map(ticketOf),
      ...asking(parts, { newcomer, lasting, now }),
    ],
    windows: windows.filter(({ state }) => state === 'open').map((window) => windowOf(window, tickets)),
    durations: lasting,
    closed,
    offsets: learned.offsets,
    unbooked: unbookedAt(parts, { came: learned.came, facts: besides }),
    expected: expected
      .filter(({ at }) => at.getTime() + late > now.getTime())
      .map(({ at, item }) => ({ at, item, skills: facts.get(item)?.skills ?? [] })),
  });
  const own = found.get(newcomer?.ticket_id ?? newcomerId);
  return { of: (ticketId) => found.get(ticketId), ...(own === undefined ? {} : { newcomer: own }) };
}

/** Who is likely to come besides, by what came at this hour on the days before. */
function unbookedAt(
  { hallRules, clock }: Parts,
  { came, facts }: { came: Learned['came']; facts: ReadonlyMap<string, ItemFacts> },
): UnbookedRate[] {
  const { walk_in_minutes, priority_minutes } = hallRules.queue;
  const hour = new Date(clock().getTime() + shanghaiMs).getUTCHours();
  return came
    .filter((row) => row.hour === hour)
    .flatMap(({ item, soon, perHour }) => {
      const skills = facts.get(item)?.skills;
      const dueMinutes = soon ? priority_minutes : walk_in_minutes;
      return skills === undefined ? [] : [{ item, skills, perHour, dueMinutes }];
    });
}

function windowOf(window: Snapshot['windows'][number], tickets: readonly TicketRow[]): EstimateWindow {
  const current = tickets.find((row) => isInHand(row) && row.window_id === window.facts.id);
  const since = current?.called_at;
  return {
    ...servingOf(window),
    ...(current === undefined || since === undefined ? {} : { busy: { item: current.item, since } }),
  };
}

function ticketOf(row: TicketRow): EstimateTicket {
  return {
    ...waitingOf(row),
    item: row.item,
    ...(row.parked_until === undefined ? {} : { parkedUntil: row.parked_until }),
  };
}

/** Whoever is asked about beside those who wait: the one just taking a ticket, or anybody who might walk in now. */
function asking(
  { hallRules }: Parts,
  { newcomer, lasting, now }: { newcomer: TicketRow | undefined; lasting: Map<string, Duration>; now: Date },
): EstimateTicket[] {
  if (newcomer !== undefined) return [ticketOf(newcomer)];
  const due = new Date(now.getTime() + hallRules.queue.walk_in_minutes * 60_000);
  const [item = ''] = lasting.keys();
  return [{ id: newcomerId, number: '~', skills: [], due, firstTakenAt: now, item }];
}

/** The minutes as they are told to people. */
export function waitOf(found: Estimate | undefined): { wait?: WaitRange } {
  return found === undefined ? {} : { wait: rangeOf(found.p50, found.p80) };
}
