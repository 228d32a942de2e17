import type { ModuleBytes } from '../../platform/index.ts';

const booking = { table: 'bookings.booking', key: ['city', 'booking_id'], bind: ['booking_id'] };

/** 密封列: what somebody answered, and the key of the ticket a booking became. */
export const bookingsBytes: ModuleBytes = {
  sealed: [
    { ...booking, column: 'sealed', name: 'bookings.booking.sealed' },
    { ...booking, column: 'ticket', name: 'bookings.booking.ticket' },
    {
      ...{ table: 'bookings.wish', column: 'sealed', key: ['city', 'wish_id'] },
      ...{ name: 'bookings.wish.sealed', bind: ['wish_id'] },
    },
  ],
  other: [],
};
