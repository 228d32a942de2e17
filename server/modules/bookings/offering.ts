import { addDays } from '@tongban/calendar';
import { type Day, shanghaiDay } from '@tongban/kernel';
import { minutesPerQuantum, quantumAt, startOf } from '@tongban/queueing';
import { newId, type Tx, transaction } from '../../platform/index.ts';
import { type Claiming, newCode } from './claiming.ts';
import type { Parts } from './parts.ts';
import type { Place } from './places.ts';
import { firstOf, liesIn, reachOf } from './rules.ts';
import type { Claim } from './store/bookings.ts';
import type { WishRow } from './store/tables.ts';
import { lanesFor } from './times.ts';
import type { Box, View } from './view.ts';
import { hallWords } from './words.ts';

export type Offering = ReturnType<typeof createOffering>;
type Deps = Parts & { claiming: Claiming; box: Box; itemWords: View['itemWords'] };
type HallDay = { city: string; hall: string; day: Day };

/** At most so many starts are tried for one who waits. */
const mostTries = 4;

/** 候补: offers what is freed to those who wait, first come first, each for some minutes. */
export function createOffering(deps: Deps) {
  const { store, db, clock } = deps;
  const offer = createOffer(deps);

  /** Offers what is free on a day to those who wait for it. */
  const offerAt = async (tx: Tx, { city, hall, day }: HallDay): Promise<number> => {
    let offered = 0;
    for (const wish of await store.wishes.waiting(tx, { city, hall }, day))
      if (await offer(tx, wish, day)) offered += 1;
    return offered;
  };
  return {
    offer,
    offerAt,
    /** Locks the days that are about to change where somebody waits for one; tells which. */
    async prepare(tx: Tx, days: readonly HallDay[]): Promise<HallDay[]> {
      const distinct = [...new Map(days.map((one) => [`${one.hall} ${one.day}`, one])).entries()].toSorted();
      const waited: HallDay[] = [];
      for (const [, one] of distinct) if (await store.wishes.isWaitedFor(tx, one, one.day)) waited.push(one);
      if (waited.length === 0) return [];
      for (const [, { city, hall, day }] of distinct)
        await store.slots.holdDay(tx, { city, hall, from: firstOf(day) });
      return waited;
    },
    /** Offers at once what is free already on one of the days of a wish. */
    async offerFirst(tx: Tx, wish: WishRow): Promise<void> {
      for (const day of await freeDays(deps, wish)) if (await offer(tx, wish, day)) return;
    },
    /** Looks once more whether something is free for somebody who waits, and ends wishes whose days are over. */
    async sweep(): Promise<void> {
      await store.wishes.endBefore(shanghaiDay(clock()));
      for (const wish of await store.wishes.allWaiting()) {
        const [day] = await freeDays(deps, wish);
        if (day === undefined) continue;
        await transaction(db, async (tx) => {
          await store.slots.holdDay(tx, { city: wish.city, hall: wish.hall, from: firstOf(day) });
          await offerAt(tx, { city: wish.city, hall: wish.hall, day });
        });
      }
    },
  };
}

async function freeDays(deps: Deps, wish: WishRow): Promise<Day[]> {
  const { store, clock, hallRules } = deps;
  const place = await placeOf(deps, wish);
  const reach = reachOf(hallRules.booking, clock());
  const span = {
    from: Math.max(firstOf(wish.from_day), reach.from),
    to: Math.min(firstOf(addDays(wish.to_day, 1)), reach.to),
  };
  if (span.from >= span.to) return [];
  const pools = place.pools.map(({ pool }) => pool);
  const step = hallRules.booking.step_minutes / minutesPerQuantum;
  const rows = await store.slots.days(
    { city: wish.city, hall: wish.hall, pools, lanes: lanesFor(false), ...span },
    { length: place.length, step, now: clock() },
  );
  return rows
    .filter(({ free }) => free > 0)
    .map(({ day }) => day)
    .toSorted();
}

/** Where somebody waits, and how long their situation takes. */
function placeOf({ places, box }: Deps, { hall, item, wish_id, sealed }: WishRow): Promise<Place> {
  return places.at(hall, item, box.open('wish', wish_id, sealed));
}

/** Holds the first time of a day that suits somebody who waits; false when none does. */
function createOffer(deps: Deps) {
  const { store, times, claiming, clock, hallRules } = deps;
  return async (tx: Tx, wish: WishRow, day: Day): Promise<boolean> => {
    if (!(await claiming.mayOnDay(tx, wish, day))) return false;
    const place = await placeOf(deps, wish);
    const minutes = hallRules.booking.offer_minutes + hallRules.booking.lead_minutes;
    const soonest = quantumAt(new Date(clock().getTime() + minutes * 60_000));
    const starts = (await times.startsOn(place, { day, priority: false, tx }))
      .filter(({ t, free }) => free > 0 && t >= soonest && liesIn(wish.part, t))
      .toSorted((a, b) => a.t - b.t);
    for (const { t } of starts.slice(0, mostTries)) {
      const claim = claimFor(deps, { wish, place, t });
      const { outcome } = await claiming.take(tx, claim, { place, priority: false, moves: false });
      // Somebody who has booked this item meanwhile waits on, in case that is cancelled.
      if (outcome === 'item') return false;
      if (outcome !== 'taken') continue;
      await store.wishes.set(tx, wish, { state: 'offered', booking_id: claim.booking_id });
      await tell(deps, tx, { wish, claim, place });
      return true;
    }
    return false;
  };
}

type Offered = { wish: WishRow; place: Place; t: number };

function claimFor({ claiming, clock, hallRules, box }: Deps, { wish, place, t }: Offered): Claim {
  const bookingId = newId();
  const until = new Date(clock().getTime() + hallRules.booking.offer_minutes * 60_000);
  return {
    ...claiming.placed({ place, t }, 'held'),
    ...{ booking_id: bookingId, person_id: wish.person_id, by_id: wish.by_id, held_until: until },
    ...{ wish_id: wish.wish_id, instead_id: wish.instead_id, code: newCode(), sequence: 0, made_at: clock() },
    sealed: box.seal('booking', bookingId, box.open('wish', wish.wish_id, wish.sealed)),
  };
}

async function tell(
  { notices, itemWords }: Deps,
  tx: Tx,
  { wish, claim, place }: { wish: WishRow; claim: Claim; place: Place },
): Promise<void> {
  const until = claim.held_until ?? claim.claimed_at;
  await notices.tell(tx, {
    ...{ personId: wish.by_id, event: 'bookings.offered', about: `booking:${claim.booking_id}` },
    staleAfter: until,
    facts: {
      item: await itemWords(wish.item, wish.city),
      hall: hallWords(place.hall),
      at: { moment: startOf(claim.t) },
      until: { time: until },
    },
  });
}
