import { drawMinutes, drawRest } from './duration.ts';
import {
  type Expected,
  expectedIn,
  expectedNow,
  type Unbooked,
  unbookedIn,
  unbookedNow,
} from './expected.ts';
import { type Groups, groupsOf } from './groups.ts';
import { byDue } from './next.ts';
import {
  durationIn,
  type Entry,
  type EstimateTicket,
  type EstimateWindow,
  minutesFrom,
  type Queue,
} from './queue.ts';

type Tell = (ticket: string, minutes: number) => void;

type Prepared = {
  readonly queue: Queue;
  readonly groups: Groups;
  readonly lines: readonly (readonly Entry[])[];
  readonly parked: readonly Entry[];
  readonly expected: readonly Expected[];
  readonly unbooked: readonly Unbooked[];
};
type State = {
  readonly prepared: Prepared;
  /** When each window is free; one with nobody left to serve never is. */
  readonly free: number[];
  readonly arrivals: readonly Entry[];
  /** By group, in the order of calling. */
  readonly lines: readonly Entry[][];
  readonly heads: number[];
  came: number;
  /** Tickets not called yet; a run is over with the last of them. */
  left: number;
};

const never = Number.POSITIVE_INFINITY;

/** Prepares the queue once; each run then plays the rest of the day with other chances and tells every call. */
export function createRun(queue: Queue): (tell: Tell) => void {
  const prepared = prepare(queue);
  return (tell) => play(begin(prepared), tell);
}

function prepare(queue: Queue): Prepared {
  const groups = groupsOf(queue.windows);
  const entryOf = (ticket: EstimateTicket): Entry => ({
    ticket: ticket.id,
    comes: Math.max(0, minutesFrom(queue.now, ticket.parkedUntil ?? queue.now)),
    duration: durationIn(queue, ticket.item),
    due: minutesFrom(queue.now, ticket.due),
    group: groups.of(ticket),
  });
  const entries = queue.tickets.toSorted(byDue).map(entryOf);
  const waiting = entries.filter(({ comes }) => comes === 0);
  const parked = entries.filter(({ comes }) => comes > 0);
  const [expected, unbooked] = [expectedIn(queue, groups), unbookedIn(queue, groups)];
  const lines = Array.from({ length: groups.count() }, (_, group) =>
    waiting.filter((entry) => entry.group === group),
  );
  return { queue, groups, lines, parked, expected, unbooked };
}

function begin(prepared: Prepared): State {
  const { queue, lines, parked, expected, unbooked } = prepared;
  const arrivals = [...parked, ...expectedNow(expected, queue), ...unbookedNow(unbooked, queue)].sort(
    (a, b) => a.comes - b.comes,
  );
  return {
    prepared,
    free: queue.windows.map((window) => freeAt(window, queue)),
    arrivals,
    lines: lines.map((line) => [...line]),
    heads: lines.map(() => 0),
    came: 0,
    left: queue.tickets.length,
  };
}

function freeAt({ busy, from }: EstimateWindow, queue: Queue): number {
  const opens = from === undefined ? 0 : Math.max(0, minutesFrom(queue.now, from));
  if (busy === undefined) return opens;
  const elapsed = -minutesFrom(queue.now, busy.since);
  return Math.max(opens, drawRest(durationIn(queue, busy.item), elapsed, queue.random()));
}

function play(state: State, tell: Tell): void {
  const { free } = state;
  while (state.left > 0) {
    const window = firstOf(free);
    if (free[window] === never) return;
    free[window] = serve(state, { window, now: free[window] ?? never }, tell);
  }
}

/** Lets a free window call whom it calls next, and answers when it is free again. */
function serve(state: State, at: { window: number; now: number }, tell: Tell): number {
  const { queue } = state.prepared;
  const opens = opensAt(queue, at.now);
  if (opens > at.now) return opens;
  admit(state, at.now);
  const entry = take(state, at.window);
  if (entry === undefined) return nextArrival(state, at.window);
  if (entry.ticket !== undefined) {
    tell(entry.ticket, at.now);
    state.left -= 1;
  }
  return at.now + drawMinutes(entry.duration, queue.random());
}

function firstOf(free: readonly number[]): number {
  let first = 0;
  for (let at = 1; at < free.length; at += 1) {
    if ((free[at] ?? never) < (free[first] ?? never)) first = at;
  }
  return first;
}

/** The smallest due among the first of every group the window may serve. */
function take({ prepared, lines, heads }: State, window: number): Entry | undefined {
  let best: Entry | undefined;
  for (const group of prepared.groups.servedBy(window)) {
    const entry = lines[group]?.[heads[group] ?? 0];
    if (entry !== undefined && (best === undefined || entry.due < best.due)) best = entry;
  }
  if (best !== undefined) heads[best.group] = (heads[best.group] ?? 0) + 1;
  return best;
}

/** Lets in those who have come by now, each at the place its due time gives. */
function admit(state: State, now: number): void {
  const { arrivals, lines, heads } = state;
  for (
    let next = arrivals[state.came];
    next !== undefined && next.comes <= now;
    next = arrivals[state.came]
  ) {
    state.came += 1;
    const line = lines[next.group] ?? [];
    line.splice(placeIn(line, next.due, heads[next.group] ?? 0), 0, next);
  }
}

/** Behind all in a line, from its head on, that are due no later. */
function placeIn(line: readonly Entry[], due: number, head: number): number {
  let [from, to] = [head, line.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((line[middle]?.due ?? never) <= due) from = middle + 1;
    else to = middle;
  }
  return from;
}

function nextArrival({ prepared, arrivals, came }: State, window: number): number {
  const served = prepared.groups.servedBy(window);
  const next = arrivals.find(({ group }, at) => at >= came && served.includes(group));
  return next?.comes ?? never;
}

function opensAt({ closed = [], now }: Queue, minutes: number): number {
  const shut = closed.find(
    ({ from, to }) => minutesFrom(now, from) <= minutes && minutes < minutesFrom(now, to),
  );
  return shut === undefined ? minutes : minutesFrom(now, shut.to);
}
