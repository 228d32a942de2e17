import type { TicketView, Told } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { dueOf, move, rejoinUntil } from '@tongban/queueing';
import type { Tx } from '../../platform/index.ts';
import { calmly } from './calm.ts';
import { type Estimating, waitOf } from './estimating.ts';
import { hallTopic } from './events.ts';
import { aheadOf } from './new-ticket.ts';
import type { Parts } from './parts.ts';
import { moment } from './queue-ticket.ts';
import { moved } from './refusing.ts';
import type { Snapshot, Snapshots } from './snapshot.ts';
import type { TicketRow } from './store/tables.ts';
import { digestOf } from './taking.ts';
import type { Telling } from './telling.ts';

type Deps = Parts & { telling: Telling; snapshots: Snapshots; estimating: Estimating };

/** 我的号: the page of a ticket, for whoever has its key; it says nothing of the person. */
export function createTicketPage(deps: Deps) {
  const { store, telling, live, clock, hallRules, bookings } = deps;
  const view = createView(deps);
  const held = async (tx: Tx, key: string): Promise<TicketRow> =>
    known(await store.lockByKey(tx, digestOf(key)));
  return {
    async ticketByKey(key: string): Promise<TicketView & { ticket: string }> {
      const row = known(await store.byKey(undefined, digestOf(key)));
      return { ...(await view(row)), ticket: row.ticket_id };
    },
    get: async (key: string): Promise<TicketView> => view(known(await store.byKey(undefined, digestOf(key)))),
    async watch(key: string, gone: AbortSignal): Promise<AsyncIterable<Told<{ changed: boolean }>>> {
      const { hall, ticket_id: ticket } = known(await store.byKey(undefined, digestOf(key)));
      return calmly(live.listen({ topic: hallTopic, key: hall }, gone), {
        isMine: (data) => data.ticket === ticket,
        gone,
      });
    },
    /** Leaving frees nobody’s place: all behind move up. */
    async leave(tx: Tx, key: string): Promise<TicketView> {
      const row = await held(tx, key);
      if (row.state === 'left') return view(row, tx);
      const left = await store.change(tx, row, {
        state: moved(row, 'leave'),
        ended_at: clock(),
        parked_until: null,
      });
      if (row.come_back_at !== undefined) {
        await bookings.endTimed(tx, { city: row.city, ticket: row.ticket_id }, 'gone');
      }
      await telling.record(tx, { row, what: 'left' });
      await telling.changed(tx, row, row.ticket_id);
      return view(left, tx);
    },
    /** 过号重排: some places back, within half an hour of the miss. */
    async rejoin(tx: Tx, key: string): Promise<TicketView> {
      const row = await held(tx, key);
      if (row.state === 'waiting') return view(row, tx);
      const state = moved(row, 'rejoin');
      if (!mayRejoin(deps, row)) {
        throw new Problem('hall.rejoin-over', 'conflict', '过号太久，不能再排回去，重新取一个号');
      }
      const waiting = await store.firstDues(tx, row, hallRules.queue.rejoin.places);
      const back = await store.change(tx, row, {
        ...{ state, calls: 0, called_at: null, ended_at: null, missed_at: null },
        ...dueOf({ on: 'rejoined', at: clock(), waiting }, hallRules),
      });
      await telling.record(tx, { row, what: 'rejoined' });
      await telling.changed(tx, row, row.ticket_id);
      return view(back, tx);
    },
  };
}

function createView(deps: Deps) {
  const { places, snapshots, estimating, items, clock } = deps;
  return async (row: TicketRow, tx?: Tx): Promise<TicketView> => {
    const place = places.at(row.hall, row.day);
    const snapshot = await (tx === undefined ? snapshots.of(place) : snapshots.within(place, tx));
    const { name } = await items.facts(row.item, place);
    const forecast = row.state === 'waiting' ? await estimating.of(snapshot) : undefined;
    return {
      ...{ number: row.number, state: row.state, hall: row.hall, hallName: place.hall.name, itemName: name },
      takenAt: row.taken_at.toISOString(),
      ...(row.state === 'waiting' ? { ahead: aheadOf(snapshot, row) } : {}),
      ...waitOf(forecast?.of(row.ticket_id)),
      ...moment('bookedFor', row.booked_for),
      ...moment('comeBackAt', row.come_back_at),
      ...windowOf(snapshot, row),
      ...moment('calledAt', row.called_at),
      ...{ calls: row.calls, kind: row.kind },
      ...(row.missed_at === undefined
        ? {}
        : moment('rejoinUntil', rejoinUntil(row.missed_at, deps.hallRules.queue))),
      ...(snapshot.announcement === undefined ? {} : { announcement: snapshot.announcement }),
      may: {
        leave: row.day === places.at(row.hall).at.day && move(row.state, 'leave').ok,
        rejoin: mayRejoin(deps, row),
      },
      asOf: clock().toISOString(),
    };
  };
}

/** Where to go: the window that calls, or the one this ticket was sent to. */
function windowOf({ place }: Snapshot, row: TicketRow): Pick<TicketView, 'window' | 'windowName' | 'where'> {
  const inHand = row.state === 'called' || row.state === 'serving';
  const id = inHand ? row.window_id : row.routed_to;
  const window = place.hall.windows.find((one) => one.id === id);
  if (window === undefined) return {};
  return {
    ...{ window: String(window.number), windowName: window.name },
    ...(window.where === undefined ? {} : { where: window.where }),
  };
}

function mayRejoin({ clock, hallRules }: Parts, { state, missed_at: missedAt }: TicketRow): boolean {
  if (state !== 'missed' || missedAt === undefined) return false;
  return clock() <= rejoinUntil(missedAt, hallRules.queue);
}

function known(row: TicketRow | undefined): TicketRow {
  if (row !== undefined) return row;
  throw new Problem('hall.key', 'missing', '这个号不在了。要办事就重新取号');
}
