import type { HallRules } from '@tongban/catalogue/author';
import type { HallAlert } from '@tongban/contract';
import { mayServe } from '@tongban/queueing';
import type { Forecast } from './estimating.ts';
import { minutesSince } from './queue-ticket.ts';
import { isInHand, isWaiting, type Snapshot, servingOf, type WindowNow, waitingOf } from './snapshot.ts';
import type { TicketRow } from './store/tables.ts';

type Facts = {
  snapshot: Snapshot;
  forecast: Forecast;
  /** When the hall closes for the day. */
  closing: Date | undefined;
  /** When each window last had somebody. */
  lastServed: ReadonlyMap<string, Date>;
  limits: HallRules['alerts'];
  now: Date;
};
const minuteMs = 60_000;

/** 大厅提醒: what a hall manager should look at now, the longest first. */
export function alertsOf(facts: Facts): HallAlert[] {
  const waiting = facts.snapshot.tickets.filter(isWaiting);
  const found = [
    ...noWindow(facts, waiting),
    ...longWaits(facts, waiting),
    ...idle(facts, waiting),
    ...late(facts, waiting),
  ];
  return found.toSorted((a, b) => a.since.localeCompare(b.since));
}

function longWaits({ limits, now }: Facts, waiting: readonly TicketRow[]): HallAlert[] {
  const limit = now.getTime() - limits.wait_minutes * minuteMs;
  const long = waiting.filter((row) => row.taken_at.getTime() < limit && row.come_back_at === undefined);
  const first = long.reduce<TicketRow | undefined>(
    (one, row) => (one === undefined || row.taken_at < one.taken_at ? row : one),
    undefined,
  );
  if (first === undefined) return [];
  const minutes = minutesSince(first.taken_at, now);
  return [
    {
      kind: 'long-wait',
      says: `${long.length} 人等了超过 ${limits.wait_minutes} 分钟，最久的 ${first.number} 已等 ${minutes} 分钟`,
      since: new Date(first.taken_at.getTime() + limits.wait_minutes * minuteMs).toISOString(),
      ticket: first.ticket_id,
    },
  ];
}

/** A window that is open and holds nobody while somebody waits whom it could serve. */
function idle({ snapshot, lastServed, limits, now }: Facts, waiting: readonly TicketRow[]): HallAlert[] {
  return snapshot.windows.flatMap((window) => {
    if (window.state !== 'open' || !isFree(snapshot, window)) return [];
    const mine = waiting.filter((row) => mayServe(servingOf(window), waitingOf(row)));
    const since = latest([window.row?.since, lastServed.get(window.facts.id), earliest(mine)]);
    if (since === undefined || mine.length === 0) return [];
    const minutes = minutesSince(since, now);
    if (minutes < limits.idle_minutes) return [];
    const says = `${window.facts.name}空了 ${minutes} 分钟，它能办的有 ${mine.length} 人在等`;
    return [{ kind: 'idle-window', says, since: since.toISOString(), window: window.facts.id }];
  });
}

function noWindow({ snapshot }: Facts, waiting: readonly TicketRow[]): HallAlert[] {
  const open = snapshot.windows.filter(({ state }) => state === 'open');
  const unserved = waiting.filter((row) => !open.some((one) => mayServe(servingOf(one), waitingOf(row))));
  const since = earliest(unserved);
  if (since === undefined) return [];
  const says =
    open.length === 0
      ? `${unserved.length} 人在等，没有窗口开着`
      : `${unserved.length} 人要办的事没有窗口能办`;
  return [{ kind: 'no-window', says, since: since.toISOString() }];
}

/** Those who would by now be called only after closing. */
function late({ forecast, closing, now }: Facts, waiting: readonly TicketRow[]): HallAlert[] {
  if (closing === undefined) return [];
  const after = waiting.filter((row) => {
    const found = forecast.of(row.ticket_id);
    return found !== undefined && now.getTime() + found.p50 * minuteMs > closing.getTime();
  });
  if (after.length === 0) return [];
  return [
    { kind: 'past-closing', says: `照现在的速度，${after.length} 人下班前轮不到`, since: now.toISOString() },
  ];
}

function isFree({ tickets }: Snapshot, { facts }: WindowNow): boolean {
  return !tickets.some((row) => isInHand(row) && row.window_id === facts.id);
}

function earliest(rows: readonly TicketRow[]): Date | undefined {
  return rows.reduce<Date | undefined>(
    (first, { taken_at: at }) => (first === undefined || at < first ? at : first),
    undefined,
  );
}

function latest(moments: readonly (Date | undefined)[]): Date | undefined {
  const known = moments.flatMap((one) => one ?? []);
  return known.length === 0 ? undefined : new Date(Math.max(...known.map((one) => one.getTime())));
}
