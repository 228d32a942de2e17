import type { ServingWindow, WaitingTicket } from '@tongban/queueing';
import { asMachine, type Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import type { Place, WindowFacts } from './places.ts';
import type { TicketRow, WindowRow } from './store/tables.ts';

/** A window as it stands today: what content says of it and what was set today. */
export type WindowNow = {
  facts: WindowFacts;
  state: WindowRow['state'];
  skills: readonly string[];
  row?: WindowRow;
};
/** 快照: the queue of a hall at one version; everything a page needs is read from it. */
export type Snapshot = {
  place: Place;
  version: number;
  announcement?: string;
  tickets: readonly TicketRow[];
  windows: readonly WindowNow[];
};
export type Snapshots = ReturnType<typeof createSnapshots>;

/** Reads queues of halls, each version once; inside a transaction what it has changed is seen too. */
export function createSnapshots({ store }: Pick<Parts, 'store'>) {
  const kept = new Map<string, Promise<Snapshot>>();
  const read = async (place: Place, tx?: Tx): Promise<Snapshot> => {
    const day = await store.day(place.at, tx);
    const [tickets, rows] = [await store.live(place.at, tx), await store.windows(place.at, tx)];
    const announcement = day?.announcement;
    return {
      ...{ place, version: day?.version ?? 0, tickets, windows: windowsNow(place, rows) },
      ...(announcement === undefined ? {} : { announcement }),
    };
  };
  return {
    /** The queue as a transaction sees it. */
    within: read,
    /** The queue as it was last committed. It is kept for everybody, so the house reads it in its own name. */
    of: (place: Place): Promise<Snapshot> =>
      asMachine('window', async () => {
        const { hall, day } = place.at;
        const known = await kept.get(hall)?.catch(() => undefined);
        if (known?.place.at.day === day) {
          const now = await store.day(place.at);
          if ((now?.version ?? 0) === known.version) return known;
        }
        const reading = read(place);
        kept.set(hall, reading);
        return reading;
      }),
  };
}

export function windowsNow({ hall }: Place, rows: readonly WindowRow[]): WindowNow[] {
  const byId = new Map(rows.map((row) => [row.window_id, row]));
  return hall.windows.map((facts) => {
    const row = byId.get(facts.id);
    const skills = row?.skills ?? facts.skills;
    return { facts, state: row?.state ?? 'closed', skills, ...(row === undefined ? {} : { row }) };
  });
}

/** A window as the order of calling sees it. */
export function servingOf({ facts, skills }: Pick<WindowNow, 'facts' | 'skills'>): ServingWindow {
  return { id: facts.id, kind: facts.kind, skills };
}

/** A ticket as the order of calling sees it. */
export function waitingOf(row: TicketRow): WaitingTicket {
  return {
    ...{ id: row.ticket_id, number: row.number, skills: row.needs, due: row.due },
    firstTakenAt: row.first_taken_at,
    ...(row.routed_to === undefined ? {} : { window: row.routed_to }),
    ...(row.queue === undefined ? {} : { queue: row.queue }),
  };
}

export const isWaiting = ({ state }: Pick<TicketRow, 'state'>): boolean => state === 'waiting';
/** 约时回来: told when to come back, and not called before. */
export const isToComeBack = (row: Pick<TicketRow, 'state' | 'come_back_at' | 'first_called_at'>): boolean =>
  row.state === 'parked' && row.come_back_at !== undefined && row.first_called_at === undefined;
export const isInHand = ({ state }: Pick<TicketRow, 'state'>): boolean =>
  state === 'called' || state === 'serving';
