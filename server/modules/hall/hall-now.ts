import type { HallNow } from '@tongban/contract';
import { asMachine, type SignedIn, type Tx } from '../../platform/index.ts';
import { alertsOf } from './alerts.ts';
import type { Estimating } from './estimating.ts';
import { hallCodeOf } from './hall-code.ts';
import type { createHallLive } from './hall-live.ts';
import { closingOf } from './hours.ts';
import type { Parts } from './parts.ts';
import { minutesSince, moment, queueTickets } from './queue-ticket.ts';
import {
  isInHand,
  isToComeBack,
  isWaiting,
  type Snapshot,
  type Snapshots,
  type WindowNow,
} from './snapshot.ts';
import type { TicketRow } from './store/tables.ts';

type Deps = Parts & {
  snapshots: Snapshots;
  estimating: Estimating;
  liveOf: ReturnType<typeof createHallLive>['liveOf'];
};
const missedMinutes = 30;
const mostShown = 200;

/** 大厅实时: everything a hall manager sees at one glance, read in a handful of queries however many wait. */
export function createHallNow(deps: Deps) {
  const { places, snapshots, estimating, store, bookings, hours, clock, vault, hallRules } = deps;
  return async (caller: SignedIn, tx?: Tx): Promise<HallNow> => {
    const place = places.of(caller);
    const snapshot = await (tx === undefined ? snapshots.of(place) : snapshots.within(place, tx));
    const now = clock();
    const { served, median } = await store.today(place.at);
    const byWindow = await store.byWindow(place.at);
    const waiting = snapshot.tickets.filter(isWaiting);
    const first = waiting.reduce((since, row) => Math.min(since, row.taken_at.getTime()), now.getTime());
    const missed = await store.aside(place.at, new Date(now.getTime() - missedMinutes * 60_000), tx);
    const lastServed = new Map(
      byWindow.flatMap((one) => (one.last === undefined ? [] : [[one.window_id, one.last] as const])),
    );
    return {
      ...{ hall: place.hall.id, hallName: place.hall.name, live: await deps.liveOf(snapshot) },
      hallCode: hallCodeOf(vault, place.hall.id, now),
      ...(waiting.length === 0 ? {} : { longestMinutes: minutesSince(new Date(first), now) }),
      servedToday: served,
      ...(median === undefined ? {} : { medianWaitMinutes: Math.round(median) }),
      ...(await listsOf(deps, snapshot, new Map(byWindow.map((one) => [one.window_id, one.served])))),
      waiting: waiting.length,
      parked: snapshot.tickets.filter((row) => row.state === 'parked' && !isToComeBack(row)).length,
      comeBack: snapshot.tickets.filter(isToComeBack).length,
      missed: missed.filter(({ state }) => state === 'missed').length,
      expected: (await bookings.expected(place.at.hall, place.at.day)).length,
      alerts: alertsOf({
        ...{ snapshot, lastServed, now, limits: hallRules.alerts },
        forecast: await estimating.of(snapshot),
        closing: closingOf(await hours.spans(place.at)),
      }),
      ...(snapshot.announcement === undefined ? {} : { announcement: snapshot.announcement }),
      asOf: now.toISOString(),
    };
  };
}

/** The windows and the head of the queue, with names of people masked and those of colleagues not. */
async function listsOf(
  deps: Deps,
  { place, tickets, windows }: Snapshot,
  served: ReadonlyMap<string, number>,
): Promise<Pick<HallNow, 'windows' | 'queue'>> {
  const current = new Map(tickets.filter(isInHand).map((row) => [row.window_id ?? '', row]));
  const waiting = tickets.filter(isWaiting).slice(0, mostShown);
  const view = await queueTickets(deps, place, [...waiting, ...current.values()]);
  const clerks = windows.flatMap(({ row }) => row?.clerk_id ?? []);
  const staff = await asMachine('window', () => deps.identity.persons([...new Set(clerks)]));
  const windowView = (one: WindowNow, held: TicketRow | undefined): HallNow['windows'][number] => {
    const clerk = staff.get(one.row?.clerk_id ?? '')?.name;
    return {
      ...{ window: one.facts.id, number: one.facts.number, name: one.facts.name, state: one.state },
      ...(clerk === undefined || one.state === 'closed' ? {} : { staff: clerk }),
      ...moment('since', one.row?.since),
      ...(held === undefined ? {} : { current: view(held) }),
      ...{ skills: [...one.skills], changedSkills: one.row?.skills !== undefined },
      servedToday: served.get(one.facts.id) ?? 0,
    };
  };
  return {
    windows: windows.map((one) => windowView(one, current.get(one.facts.id))),
    queue: waiting.map(view),
  };
}
