import { randomInt } from 'node:crypto';
import { addDays } from '@tongban/calendar';
import type { AnswerPair } from '@tongban/contract';
import { type Day, shanghaiDay } from '@tongban/kernel';
import { quantumAt, startOf } from '@tongban/queueing';
import type { Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import type { Place } from './places.ts';
import { dayOf, firstOf, limitedUntil, missesSince, nextReminder, whyNotThen } from './rules.ts';
import type { Claim, Outcome, Standing } from './store/bookings.ts';
import type { BookingRow } from './store/tables.ts';
import { lanesFor } from './times.ts';
import { full, perDay, refused } from './words.ts';

/** A wish for one start at one place. */
export type Start = { place: Place; t: number };
export type Claiming = ReturnType<typeof createClaiming>;

/** A code another booking of the day has is drawn anew so often. */
const mostDraws = 6;

type How = { place: Place; priority: boolean; moves: boolean };

/** 占号: takes times for bookings; whether there is room the database alone decides. */
export function createClaiming(parts: Parts) {
  return { ...createChecks(parts), ...createStandings(parts), ...createTake(parts) };
}

/** What is looked at before a time is taken. */
function createChecks({ clock, hallRules, places }: Parts) {
  const rules = hallRules.booking;
  return {
    /** The start somebody wishes for; refused when nothing can begin then. */
    async start(wish: Wished): Promise<Start> {
      const place = await places.at(wish.hall, wish.item, wish);
      const at = new Date(wish.at);
      const why = whyNotThen(rules, at, clock());
      if (why !== undefined) throw refused(`bookings.${why}`);
      return { place, t: quantumAt(at) };
    },
    /** What a booking at a start is kept as, whoever it is for. */
    placed: ({ place, t }: Start, state: 'held' | 'booked') => {
      const now = clock();
      const heldUntil = new Date(now.getTime() + rules.hold_minutes * 60_000);
      return {
        ...{ city: place.city, hall: place.hall.id, branch: place.branch, item: place.item },
        ...{ day: dayOf(t), t, quanta: place.length, state, claimed_at: now },
        ...(state === 'held'
          ? { held_until: heldUntil }
          : { remind_at: nextReminder(rules, startOf(t), now) }),
      };
    },
  };
}
type Wished = {
  hall: string;
  at: string;
  item: string;
  window?: string | undefined;
  answers?: readonly AnswerPair[] | undefined;
};

/** What somebody has booked already, against what one person may have. */
function createStandings({ store, clock, hallRules, times }: Parts) {
  const rules = hallRules.booking;
  const asked = (person: string, { city, item, day }: { city: string; item: string; day: Day }) => {
    return { person, city, item, day, since: missesSince(rules, shanghaiDay(clock())) };
  };
  const allowed = (standing: Standing): Standing => {
    const limited = limitedUntil(rules, standing, shanghaiDay(clock()));
    if (limited !== undefined)
      throw refused('bookings.no-shows', 'conflict', noShows(standing.missed, limited));
    if (standing.onDay >= rules.per_day) throw perDay(rules.per_day);
    return standing;
  };
  return {
    /** Refuses at once where every lane is full, before anything is locked; else how the person stands, as `standing`. */
    async standingIfRoom(tx: Tx, person: string, { place, t }: Start): Promise<Standing> {
      const pools = place.pools.map(({ pool }) => pool);
      const span = { from: t, to: t + place.length };
      const reach = { city: place.city, hall: place.hall.id, pools, lanes: lanesFor(true), ...span };
      const wish = { ...asked(person, { city: place.city, item: place.item, day: dayOf(t) }), now: clock() };
      const standing = await store.slots.ask(tx, reach, wish);
      if (standing === undefined) throw full(await times.nextFree(place));
      return allowed(standing);
    },
    /** Whether somebody may have one more booking on a day, some left out; asked without waiting. */
    async mayOnDay(
      tx: Tx,
      of: { person_id: string; city: string; item: string; instead_id?: string | undefined },
      day: Day,
    ): Promise<boolean> {
      const besides = of.instead_id === undefined ? [] : [of.instead_id];
      const wish = { ...asked(of.person_id, { ...of, day }), besides };
      return (await store.bookings.standing(tx, wish, { alone: false })).onDay < rules.per_day;
    },
    /** Refuses somebody who has too many bookings that day or did not come too often; then the person's bookings wait. */
    async standing(
      tx: Tx,
      person: string,
      { place, t, besides = [] }: Start & { besides?: string[] },
    ): Promise<Standing> {
      const wish = { ...asked(person, { city: place.city, item: place.item, day: dayOf(t) }), besides };
      return allowed(await store.bookings.standing(tx, wish, { alone: true }));
    },
    /** What was offered may have become one too many since, of the day or of the item; then it is refused. */
    async expectStillAllowed(tx: Tx, row: BookingRow): Promise<void> {
      const besides = [row.booking_id, ...(row.instead_id === undefined ? [] : [row.instead_id])];
      const wish = { ...asked(row.person_id, row), besides };
      const { onDay, lives } = await store.bookings.standing(tx, wish, { alone: true });
      if (onDay >= rules.per_day) throw perDay(rules.per_day);
      if (lives >= rules.live_per_item) throw refused('bookings.twice');
    },
  };
}

type Taken = { outcome: Outcome; code: string };

function createTake({ store, clock, times, hallRules }: Parts) {
  const livePerItem = hallRules.booking.live_per_item;
  const take = async (tx: Tx, claim: Claim, { place, priority, moves }: How): Promise<Taken> => {
    const candidates = lanesFor(priority).flatMap((lane) => place.pools.map(({ pool }) => ({ pool, lane })));
    let taken: Taken = { outcome: 'code', code: claim.code };
    for (let draws = 0; taken.outcome === 'code' && draws < mostDraws; draws += 1) {
      const code = draws === 0 ? claim.code : newCode();
      const outcome = await store.bookings.take(tx, { ...claim, code }, { candidates, moves, livePerItem });
      taken = { outcome, code };
    }
    return taken;
  };
  return {
    take,
    /** Takes a time or refuses, with the next free one where it was full; answers the claim with the code it has now. */
    async takeOrRefuse<C extends Claim>(tx: Tx, claim: C, how: How): Promise<C> {
      let taken = await take(tx, claim, how);
      const isFull = taken.outcome === 'full';
      if (isFull && (await store.slots.giveBack(tx, dayAt(how.place, claim.day), clock())) > 0)
        taken = await take(tx, claim, how);
      await expectTaken(taken.outcome, () => times.nextFree(how.place));
      return { ...claim, code: taken.code };
    },
  };
}

async function expectTaken(
  outcome: Outcome,
  nextFree: () => Promise<Parameters<typeof full>[0]>,
): Promise<void> {
  switch (outcome) {
    case 'taken':
      return;
    case 'full':
    case 'code':
      throw full(await nextFree());
    case 'item':
      throw refused('bookings.twice');
    case 'time':
      throw refused('bookings.same-time');
    case 'gone':
      throw refused('bookings.over');
  }
}

function noShows(times: number, until: Day): string {
  const [, month, day] = addDays(until, 1).split('-').map(Number);
  return `有 ${times} 次约了没有来，${month} 月 ${day} 日起才能再网上预约。现在可以直接到大厅取号`;
}

/** A day of a hall as the store names it. */
function dayAt(place: Pick<Place, 'city'> & { hall: { id: string } }, day: Day) {
  return { city: place.city, hall: place.hall.id, from: firstOf(day) };
}

/** 签到码: eight figures, worth something at one hall on one day. */
export function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}
