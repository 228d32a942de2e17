import { createHash, randomBytes } from 'node:crypto';
import type { NewTicket } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { dueOf, isTooEarly, kindOf, type TicketFacts } from '@tongban/queueing';
import { newId, type Tx } from '../../platform/index.ts';
import type { BookingFacts } from '../bookings/index.ts';
import type { Estimating } from './estimating.ts';
import { foreseen } from './foreseeing.ts';
import type { ItemFacts } from './items.ts';
import { aheadOf, newTicketView } from './new-ticket.ts';
import type { Parts, Priority } from './parts.ts';
import type { Place } from './places.ts';
import type { Snapshots } from './snapshot.ts';
import type { TicketRow } from './store/tables.ts';
import type { Telling } from './telling.ts';

/** 取号: what a ticket is taken for. A number, its key and its time come along where a kiosk gave it without network. */
export type TicketWish = {
  hall: string;
  item: string;
  personId?: string;
  priority?: Priority;
  phone?: string;
  /** 出件、“办不成事”: a queue of its own. */
  queue?: 'issue' | 'stuck';
  /** Letter of the numbers a kiosk gives. */
  prefix?: string;
  number?: string;
  key?: string;
  takenAt?: Date;
  /** The member of staff who gave it. */
  by?: string;
};
type Booked = { booking?: BookingFacts };
type TakingDeps = Parts & { telling: Telling; snapshots: Snapshots; estimating: Estimating };
export type Taking = ReturnType<typeof createTaking>;

/** 字头: first letters of numbers given here; those of kiosks come from the end of the alphabet. */
const prefixes = { 'walk-in': 'A', booked: 'B', late: 'B', priority: 'C' } as const;

/** 取号、签到: somebody joins the queue; a booking becomes a ticket in the same queue. */
export function createTaking(deps: TakingDeps) {
  const take = createTake(deps);
  return {
    take: (tx: Tx, wish: TicketWish): Promise<NewTicket> => take(tx, wish, {}),
    /** 签到: the ticket of a booking; asked again it is the same one. */
    async checkIn(
      tx: Tx,
      bookingId: string,
      hall: string,
      more: Pick<TicketWish, 'key' | 'by' | 'priority'> = {},
    ): Promise<NewTicket> {
      const booking = refuseUnfit(deps, (await deps.bookings.find(tx, { booking: bookingId }))[0], hall);
      const before = await deps.store.ofBooking(tx, deps.places.at(hall).at.city, bookingId);
      if (before !== undefined) return again(deps, before);
      const priority = more.priority ?? booking.priority;
      const wish = { hall, item: booking.item, personId: booking.personId, ...more };
      const given = await take(tx, { ...wish, ...(priority === undefined ? {} : { priority }) }, { booking });
      await deps.bookings.arrive(tx, bookingId, { ticketKey: given.key, at: deps.clock() });
      return given;
    },
  };
}

function createTake(deps: TakingDeps) {
  const { places, items, store, telling } = deps;
  return async (tx: Tx, wish: TicketWish, { booking }: Booked): Promise<NewTicket> => {
    const key = wish.key ?? randomBytes(24).toString('base64url');
    const before = await store.byKey(tx, digestOf(key));
    if (before !== undefined) return again(deps, before);
    const takenAt = wish.takenAt ?? deps.clock();
    const place = places.at(wish.hall, shanghaiDay(takenAt));
    const item = await items.facts(wish.item, place);
    await refuseElsewhere(deps, place, { item, wish });
    const blank = blankTicket(deps, { place, item, wish, key, takenAt, booking });
    const { row, outlook } = await foreseen(deps, tx, {
      blank,
      byStaff: wish.by !== undefined || wish.number !== undefined,
    });
    const inserted = await numbered(deps, tx, { row, wish });
    await telling.record(tx, { row: inserted, what: 'taken', by: wish.by });
    await telling.changed(tx, place.at, inserted.ticket_id);
    return newTicketView(deps, inserted, outlook);
  };
}

type Blank = {
  place: Place;
  item: ItemFacts;
  wish: TicketWish;
  key: string;
  takenAt: Date;
  booking: BookingFacts | undefined;
};

function blankTicket(
  { vault, hallRules }: Parts,
  { place, item, wish, key, takenAt, booking }: Blank,
): TicketRow {
  const ticketId = newId();
  const say = hallRules.priorities.find(({ id }) => id === wish.priority)?.say;
  const facts: Extract<TicketFacts, { on: 'taken' }> = {
    ...{ on: 'taken', at: takenAt },
    ...(booking === undefined ? {} : { bookedFor: booking.at }),
    ...(say === undefined ? {} : { priority: say }),
  };
  const { person_id, phone } = {
    person_id: wish.personId,
    phone: wish.phone === undefined ? undefined : vault.seal(`hall.ticket.phone|${ticketId}`, wish.phone),
  };
  return {
    ...{
      ...place.at,
      ticket_id: ticketId,
      number: '',
      item: item.item,
      needs: item.skills,
      person_id,
      phone,
    },
    ...{ key_hash: digestOf(key), key_sealed: vault.seal(`hall.ticket.key|${ticketId}`, key) },
    ...{ kind: kindOf(facts, hallRules), priority: wish.priority, queue: wish.queue },
    ...{ booking_id: booking?.booking, booked_for: booking?.at },
    ...{ state: 'waiting', ...dueOf(facts, hallRules), calls: 0, taken_at: takenAt, first_taken_at: takenAt },
    ...{ routed_to: undefined, window_id: undefined, note: undefined, called_at: undefined },
    ...{ first_called_at: undefined, started_at: undefined, ended_at: undefined, missed_at: undefined },
    ...{ parked_until: undefined, come_back_at: undefined, told_near: false },
    ...{ foreseen_p50: undefined, foreseen_p80: undefined },
  };
}

/** The same ticket for the same key or booking, as the queue stands now. */
async function again(deps: TakingDeps, row: TicketRow): Promise<NewTicket> {
  const snapshot = await deps.snapshots.of(deps.places.at(row.hall, row.day));
  const forecast = await deps.estimating.of(snapshot);
  return newTicketView(deps, row, { ahead: aheadOf(snapshot, row), found: forecast.of(row.ticket_id) });
}

/** Gives the ticket its number: the next of its letter, or the one a kiosk gave without network. */
async function numbered(
  { store }: Parts,
  tx: Tx,
  { row, wish }: { row: TicketRow; wish: TicketWish },
): Promise<TicketRow> {
  const given = wish.number === undefined ? undefined : /^([A-Z])(\d{3,4})$/.exec(wish.number);
  const prefix = given?.[1] ?? wish.prefix ?? prefixes[row.kind];
  const reached = given?.[2] === undefined ? {} : { reached: Number(given[2]) };
  const last = await store.number(tx, row, { prefix, ...reached });
  const number = wish.number ?? `${prefix}${String(last).padStart(3, '0')}`;
  const inserted = await store.insert(tx, { ...row, number });
  if (inserted !== undefined) return inserted;
  throw new Problem('hall.number-taken', 'conflict', '这个号已经有人了，重新取一个');
}

/** Refuses an item the hall does not serve, and a queue nobody will serve today any more. */
async function refuseElsewhere(
  { offices, hours }: Parts,
  { hall, at }: Place,
  { item, wish }: { item: ItemFacts; wish: TicketWish },
): Promise<void> {
  if (!offices.halls(hall.division, item).some(({ id }) => id === hall.id)) {
    throw new Problem('hall.not-here', 'conflict', '这个大厅不办这件事，从“附近大厅”里选一个能办的');
  }
  // A number that has been given already is kept, whenever it comes.
  if (wish.number !== undefined) return;
  const { open, says, nextOpens } = await hours.opening(hall.id);
  const again = nextOpens !== undefined && shanghaiDay(nextOpens) === at.day;
  if (!open && !again) throw new Problem('hall.closed', 'conflict', `${says}，改天再来或先预约`);
}

/** Refuses to check in what is not booked here today, or is still far off. */
function refuseUnfit(
  { clock, hallRules }: Parts,
  booking: BookingFacts | undefined,
  hall: string,
): BookingFacts {
  const now = clock();
  if (booking === undefined)
    throw new Problem('hall.no-booking', 'missing', '今天没有找到预约，可以取一个现场的号');
  if (booking.hall !== hall || shanghaiDay(booking.at) !== shanghaiDay(now)) {
    throw new Problem('hall.other-day', 'conflict', '这个预约不是今天这个大厅的');
  }
  if (booking.state !== 'booked' && booking.state !== 'arrived') {
    throw new Problem('hall.not-booked', 'conflict', '这个预约已经取消或用过了');
  }
  const { check_in: checkIn } = hallRules.booking;
  if (booking.state === 'booked' && isTooEarly(booking.at, now, checkIn)) {
    throw new Problem('hall.too-early', 'conflict', `最早提前 ${checkIn.early_minutes} 分钟签到，到时候再来`);
  }
  return booking;
}

/** What is kept of the key of a ticket page. */
export function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
