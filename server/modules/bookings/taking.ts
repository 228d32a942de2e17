import type { AnswerPair, Booking } from '@tongban/contract';
import { startOf } from '@tongban/queueing';
import { newId, publish, type SignedIn, type Tx } from '../../platform/index.ts';
import { type Claiming, newCode, type Start } from './claiming.ts';
import { bookingCancelled, bookingMade, bookingMoved } from './events.ts';
import type { Offering } from './offering.ts';
import type { Parts } from './parts.ts';
import { nextReminder } from './rules.ts';
import type { Claim, Standing } from './store/bookings.ts';
import type { BookingRow } from './store/tables.ts';
import { type Box, mayWith, stateOf, type View } from './view.ts';
import { refused } from './words.ts';

type BookWish = {
  hall: string;
  at: string;
  item: string;
  window?: string;
  answers?: AnswerPair[];
  draft?: string;
  person?: string;
  hold?: boolean;
};
type MoveWish = Pick<BookWish, 'hall' | 'at' | 'window'>;
export type TakingDeps = Parts & { claiming: Claiming; offering: Offering; box: Box; view: View['view'] };

/**
 * 预约: takes a time for somebody, changes it, gives it back. Locks are always taken in one order: the person, the booking,
 * the days, the times.
 */
export function createTaking(deps: TakingDeps) {
  return { ...createBooking(deps), ...createChanges(deps) };
}

function createBooking(deps: TakingDeps) {
  const { store, people, claiming, view } = deps;
  return {
    async book(tx: Tx, caller: SignedIn, wish: BookWish): Promise<Booking> {
      const start = await claiming.start(wish);
      const personId = await people.forWhom(caller, wish.item, wish.person);
      const standing = await claiming.standingIfRoom(tx, personId, start);
      const known = await people.facts([personId]);
      const priority = await people.priorityOf(personId, known.get(personId));
      const before = await findHold(deps, tx, standing);
      const claim = {
        ...claimFor(deps, { wish, start, before }),
        person_id: personId,
        by_id: caller.personId,
        priority,
      };
      const how = { place: start.place, priority: priority !== undefined, moves: before !== undefined };
      const taken = await claiming.takeOrRefuse(tx, claim, how);
      if (claim.state === 'booked') await publish(tx, bookingMade(aboutOf(claim)));
      if (claim.state === 'booked' && before !== undefined) await endWish(deps, tx, before, 'taken');
      const [booking] = await view([{ ...taken, wish_id: before?.wish_id }], caller.personId, known);
      if (booking === undefined) throw refused('bookings.missing', 'missing');
      return booking;
    },
    /** One of the caller's own: theirs, or made by them. Any other is as if it were not there. */
    async mine({ personId }: SignedIn, bookingId: string): Promise<BookingRow> {
      const row = await store.bookings.booking(undefined, bookingId);
      if (row === undefined || (row.person_id !== personId && row.by_id !== personId))
        throw refused('bookings.missing', 'missing');
      return row;
    },
  };
}

/** What a wish is kept as; over an unconfirmed hold of the same person and item it goes on under the same id. */
function claimFor(
  { claiming, clock, box }: TakingDeps,
  { wish, start, before }: { wish: BookWish; start: Start; before: BookingRow | undefined },
) {
  const bookingId = before?.booking_id ?? newId();
  return {
    ...claiming.placed(start, wish.hold === true ? 'held' : 'booked'),
    ...{ booking_id: bookingId, code: before?.code ?? newCode(), sequence: before?.sequence ?? 0 },
    ...{ window_id: wish.window, draft_id: wish.draft, made_at: clock() },
    sealed: box.seal('booking', bookingId, { answers: wish.answers ?? [] }),
  };
}

/** An unconfirmed hold is let go of by choosing another time; a booking is not. */
async function findHold(
  { store, hallRules }: TakingDeps,
  tx: Tx,
  { live, lives }: Standing,
): Promise<BookingRow | undefined> {
  const row = live?.state === 'held' ? await store.bookings.lock(tx, live.booking) : undefined;
  if (row === undefined && lives >= hallRules.booking.live_per_item) throw refused('bookings.twice');
  return row;
}

function createChanges(deps: TakingDeps) {
  const { clock, hallRules, claiming, offering, box } = deps;
  return {
    /** Confirms a hold; the booking it is to replace is given back in the same step. */
    async confirm(tx: Tx, caller: SignedIn, row: BookingRow): Promise<Booking> {
      if (row.state === 'held') await claiming.expectStillAllowed(tx, row);
      const { state, instead_id: instead } = await locked(deps, tx, row);
      if (state === 'held') await confirmHold(deps, tx, { row, instead });
      else if (state !== 'booked') throw refused('bookings.lapsed');
      return shown(deps, tx, { bookingId: row.booking_id, viewer: caller.personId });
    },
    /** 改期: takes the new time and gives the old one back, or changes nothing. */
    async move(
      tx: Tx,
      caller: SignedIn,
      { row, wish }: { row: BookingRow; wish: MoveWish },
    ): Promise<Booking> {
      const { answers } = box.open('booking', row.booking_id, row.sealed);
      const start = await claiming.start({ ...wish, item: row.item, answers });
      if (start.place.city !== row.city) throw refused('bookings.place');
      const claim = movedClaim(deps, { row, start, wish });
      await claiming.standing(tx, row.person_id, { ...start, besides: [row.booking_id] });
      const fresh = await locked(deps, tx, row);
      if (!mayWith(fresh, { now: clock(), hallRules }).move) throw refused('bookings.over');
      const waited = await offering.prepare(tx, [dayOfRow(fresh), dayOfRow(claim)]);
      const how = { place: start.place, priority: row.priority !== undefined, moves: true };
      await claiming.takeOrRefuse(tx, { ...claim, sequence: fresh.sequence + 1 }, how);
      await publish(tx, bookingMoved(aboutOf(claim)));
      for (const day of waited) await offering.offerAt(tx, day);
      return shown(deps, tx, { bookingId: row.booking_id, viewer: caller.personId });
    },
    /** Gives a time back; it is free at once, and those who wait are asked first. */
    async cancel(tx: Tx, caller: SignedIn, row: BookingRow): Promise<Booking> {
      const fresh = await locked(deps, tx, row);
      if (fresh.state !== 'cancelled') await giveUp(deps, tx, fresh);
      return shown(deps, tx, { bookingId: row.booking_id, viewer: caller.personId });
    },
  };
}

async function locked({ store }: TakingDeps, tx: Tx, row: BookingRow): Promise<BookingRow> {
  const found = await store.bookings.lock(tx, row.booking_id);
  if (found === undefined) throw refused('bookings.missing', 'missing');
  return found;
}

async function confirmHold(
  deps: TakingDeps,
  tx: Tx,
  { row, instead }: { row: BookingRow; instead: string | undefined },
): Promise<void> {
  const { store, clock, hallRules, offering } = deps;
  const now = clock();
  const replaced = instead === undefined ? undefined : await store.bookings.lock(tx, instead);
  const waited = replaced === undefined ? [] : await offering.prepare(tx, [dayOfRow(replaced)]);
  if (replaced !== undefined)
    await store.bookings.end(tx, replaced, { from: ['booked'], to: 'cancelled', now });
  const remindAt = nextReminder(hallRules.booking, startOf(row.t), now);
  const livePerItem = hallRules.booking.live_per_item;
  const done = await store.bookings.confirm(tx, row, { now, remindAt, livePerItem });
  if (done === undefined) throw refused('bookings.lapsed');
  await publish(tx, bookingMade(aboutOf(done)));
  await endWish(deps, tx, done, 'taken');
  for (const day of waited) await offering.offerAt(tx, day);
}

async function giveUp(deps: TakingDeps, tx: Tx, row: BookingRow): Promise<void> {
  const { store, clock, hallRules, offering } = deps;
  const now = clock();
  if (stateOf(row, now) === 'expired') throw refused('bookings.lapsed');
  if (!mayWith(row, { now, hallRules }).cancel) throw refused('bookings.over');
  const waited = await offering.prepare(tx, [dayOfRow(row)]);
  await store.bookings.end(tx, row, { from: ['held', 'booked'], to: 'cancelled', now });
  if (row.state === 'booked') await publish(tx, bookingCancelled(aboutOf(row)));
  else await endWish(deps, tx, row, 'ended');
  for (const day of waited) await offering.offerAt(tx, day);
}

function movedClaim(
  { claiming }: TakingDeps,
  { row, start, wish }: { row: BookingRow; start: Start; wish: MoveWish },
): Claim {
  const { booking_id, person_id, by_id, code, sequence, draft_id, sealed, made_at } = row;
  return {
    ...{ booking_id, person_id, by_id, code, sequence, draft_id, sealed, made_at },
    ...claiming.placed(start, 'booked'),
    window_id: wish.window,
  };
}

function dayOfRow({ city, hall, day }: Pick<BookingRow, 'city' | 'hall' | 'day'>) {
  return { city, hall, day };
}

async function endWish(
  { store }: TakingDeps,
  tx: Tx,
  { city, wish_id: wishId }: BookingRow,
  state: 'taken' | 'ended',
): Promise<void> {
  if (wishId !== undefined) await store.wishes.set(tx, { city, wish_id: wishId }, { state });
}

type Shown = { bookingId: string; viewer: string };

async function shown({ store, view }: TakingDeps, tx: Tx, { bookingId, viewer }: Shown): Promise<Booking> {
  const row = await store.bookings.booking(tx, bookingId);
  const [booking] = row === undefined ? [] : await view([row], viewer);
  if (booking === undefined) throw refused('bookings.missing', 'missing');
  return booking;
}

function aboutOf(row: Pick<BookingRow, 'booking_id' | 'person_id' | 'hall' | 'item' | 't'>) {
  const { booking_id: bookingId, person_id: personId, hall, item, t } = row;
  return { bookingId, personId, hall, item, at: startOf(t).toISOString() };
}
