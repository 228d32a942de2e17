import type { Db } from '../../../platform/index.ts';
import { createBookingStore } from './bookings.ts';
import { createDayStore } from './days.ts';
import { createSlotStore } from './slots.ts';
import { createTimedStore } from './timed.ts';
import { createWishStore } from './wishes.ts';

/** All SQL of bookings, by what it is about. */
export function createStore(db: Db) {
  return {
    slots: createSlotStore(db),
    days: createDayStore(db),
    bookings: createBookingStore(db),
    wishes: createWishStore(db),
    timed: createTimedStore(),
  };
}
export type Store = ReturnType<typeof createStore>;
