import { quantumAt, startOf } from '@tongban/queueing';
import { type Tx, transaction } from '../../platform/index.ts';
import type { Offering } from './offering.ts';
import type { Parts } from './parts.ts';
import { nextReminder } from './rules.ts';
import type { BookingRow } from './store/tables.ts';
import type { Box, View } from './view.ts';
import { hallWords } from './words.ts';

type Deps = Parts & { offering: Offering; box: Box } & Pick<View, 'itemWords' | 'bringOf'>;

/** 到点: holds lapse, people are reminded, who has not come is noted, and new days are laid out. */
export function createSweeping(deps: Deps) {
  const { store, clock, db, laying, offering, hallRules, jobs } = deps;
  /** Every hold is ended once, in a transaction of its own, and its time offered to those who wait. */
  const expire = async (row: BookingRow): Promise<void> => {
    await transaction(db, async (tx) => {
      if ((await store.bookings.lock(tx, row.booking_id)) === undefined) return;
      const { city, hall, day } = row;
      const waited = await offering.prepare(tx, [{ city, hall, day }]);
      const ended = await store.bookings.expire(tx, row, clock());
      if (ended === undefined) return;
      if (ended.wish_id !== undefined)
        await store.wishes.set(tx, { city, wish_id: ended.wish_id }, { state: 'ended' });
      for (const one of waited) await offering.offerAt(tx, one);
    });
  };
  const sweeping = {
    async expireHolds(): Promise<void> {
      for (const row of await store.bookings.lapsedHolds(clock())) await expire(row);
    },
    /** Nobody is noted as missing before the time and the minutes for coming late are over. */
    async noteMissed(): Promise<void> {
      const late = hallRules.booking.check_in.late_minutes * 60_000;
      await store.bookings.missBefore(quantumAt(new Date(clock().getTime() - late)), clock());
    },
    remind: () => transaction(db, (tx) => remindAll(deps, tx)),
  };
  jobs.every('bookings.expire-holds', '* * * * *', sweeping.expireHolds);
  jobs.every('bookings.note-missed', '*/5 * * * *', sweeping.noteMissed);
  jobs.every('bookings.remind', '* * * * *', sweeping.remind);
  jobs.every('bookings.offer', '* * * * *', offering.sweep);
  jobs.every('bookings.lay-ahead', '7 * * * *', async () => {
    await laying.layAhead();
  });
  return sweeping;
}

/** Tells everybody who is due, and when they are due next; a time that is past is not reminded of. */
async function remindAll(deps: Deps, tx: Tx): Promise<void> {
  const { store, clock, hallRules } = deps;
  const now = clock();
  for (const row of await store.bookings.lockToRemind(tx, now)) {
    const at = startOf(row.t);
    if (row.state === 'booked' && at > now) await remind(deps, tx, row);
    await store.bookings.setReminder(tx, row, nextReminder(hallRules.booking, at, now));
  }
}

async function remind(deps: Deps, tx: Tx, row: BookingRow): Promise<void> {
  const { notices, places, box, itemWords, bringOf } = deps;
  const hall = places.hall(row.hall);
  const { answers } = box.open('booking', row.booking_id, row.sealed);
  const at = startOf(row.t);
  await notices.tell(tx, {
    ...{
      personId: row.by_id,
      event: 'bookings.reminder',
      about: `booking:${row.booking_id}`,
      staleAfter: at,
    },
    facts: {
      item: await itemWords(row.item, row.city),
      hall: hallWords(hall),
      address: { zh: hall.address, en: hall.address_en },
      at: { moment: at },
      code: row.code,
      bring: await bringOf(row.item, row.city, answers),
    },
  });
}
