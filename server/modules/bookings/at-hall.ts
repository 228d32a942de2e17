import type { AnswerPair, Booking } from '@tongban/contract';
import { type Day, Problem } from '@tongban/kernel';
import { startOf } from '@tongban/queueing';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { firstOf, type Priority } from './rules.ts';
import type { BookingRow, State } from './store/tables.ts';
import type { Box, View } from './view.ts';
import { refused } from './words.ts';

/** 预约事实: a booking as the hall works with it. */
export type BookingFacts = {
  booking: string;
  personId: string;
  bookedBy: string;
  item: string;
  hall: string;
  at: Date;
  until: Date;
  state: State;
  priority?: Priority;
  window?: string;
  answers: AnswerPair[];
  draft?: string;
};
/** How somebody at the hall is known: by the booking, the eight figures, or who they are. */
export type Sought =
  | { booking: string }
  | { code: string; hall: string; day: Day }
  | { personId: string; hall: string; day: Day };
type Deps = Parts & { box: Box; view: View['view'] };

const quantaOfDay = 288;

/** 到厅: what the hall asks of bookings when people come. */
export function createAtHall(deps: Deps) {
  const { store, clock, box, view } = deps;
  const found = async (tx: Tx, bookingId: string): Promise<BookingRow> => {
    const row = await store.bookings.booking(tx, bookingId);
    if (row === undefined) throw refused('bookings.missing', 'missing');
    return row;
  };
  return {
    async find(tx: Tx, sought: Sought): Promise<BookingFacts[]> {
      return (await rowsOf(deps, tx, sought)).map((row) => factsOf(box, row));
    },
    /** 签到: the booking becomes a ticket; again with the same ticket changes nothing. */
    async arrive(
      tx: Tx,
      bookingId: string,
      { ticketKey, at }: { ticketKey: string; at: Date },
    ): Promise<void> {
      const row = await found(tx, bookingId);
      const done = await store.bookings.arrive(tx, row, {
        ticket: box.sealTicket(bookingId, ticketKey),
        now: at,
      });
      if (done === undefined) throw refused('bookings.over');
    },
    /** Ends a booking whose person has been served, or has not answered. */
    async finish(tx: Tx, bookingId: string, to: 'done' | 'missed'): Promise<void> {
      const row = await found(tx, bookingId);
      await store.bookings.end(tx, row, { from: ['booked', 'arrived'], to, now: clock() });
    },
    /** Who is booked for a day and not here yet, in order of time. */
    async expected(hall: string, day: Day, tx?: Tx): Promise<BookingFacts[]> {
      const span = spanOf(deps, hall, day);
      return (await store.bookings.liveAt(tx, span, ['booked'])).map((row) => factsOf(box, row));
    },
    /** The coming bookings of a person from a moment on. */
    async ofPerson(personId: string, { from }: { from: Date }): Promise<BookingFacts[]> {
      const rows = await store.bookings.ofPerson(personId, { states: ['booked', 'arrived'], order: 'asc' });
      return rows
        .filter((row) => row.person_id === personId && startOf(row.t + row.quanta) >= from)
        .map((row) => factsOf(box, row));
    },
    async view(tx: Tx, caller: SignedIn, bookingId: string): Promise<Booking> {
      const [booking] = await view([await found(tx, bookingId)], caller.personId);
      if (booking === undefined) throw new Problem('bookings.missing', 'missing', '没有找到这个预约');
      return booking;
    },
  };
}

/** A day of a hall as quanta. */
export function spanOf({ places }: Pick<Parts, 'places'>, hallId: string, day: Day) {
  const { city, id } = places.hall(hallId);
  return { city, hall: id, from: firstOf(day), to: firstOf(day) + quantaOfDay };
}

async function rowsOf({ store, places }: Deps, tx: Tx, sought: Sought): Promise<BookingRow[]> {
  if ('booking' in sought) {
    const row = await store.bookings.booking(tx, sought.booking);
    return row === undefined ? [] : [row];
  }
  const at = { city: places.hall(sought.hall).city, hall: sought.hall, day: sought.day };
  const rows =
    'code' in sought
      ? await store.bookings.byCode(tx, { ...at, code: sought.code })
      : await store.bookings.ofPersonAt(tx, { ...at, personId: sought.personId });
  return rows.filter(({ state }) => state !== 'held');
}

function factsOf(box: Box, row: BookingRow): BookingFacts {
  return {
    ...{
      booking: row.booking_id,
      personId: row.person_id,
      bookedBy: row.by_id,
      item: row.item,
      hall: row.hall,
    },
    ...{ at: startOf(row.t), until: startOf(row.t + row.quanta), state: row.state },
    answers: box.open('booking', row.booking_id, row.sealed).answers,
    ...(row.priority === undefined ? {} : { priority: row.priority as Priority }),
    ...(row.window_id === undefined ? {} : { window: row.window_id }),
    ...(row.draft_id === undefined ? {} : { draft: row.draft_id }),
  };
}
