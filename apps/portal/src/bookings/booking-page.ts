import { type Booking, bookingsRoutes } from '@tongban/contract';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { bookedPage, overPage } from './booked-page.tsx';
import { getBooking } from './find-booking.ts';
import { holdPage, lapsedPage } from './hold-page.tsx';

/** 预约: one address for its whole life: kept for a moment, booked, checked in, over. */
export async function showBooking(visit: Visit): Promise<PageAnswer> {
  return pageOf(visit, await getBooking(visit));
}

function pageOf(visit: Visit, booking: Booking): PageAnswer {
  switch (booking.state) {
    case 'held':
      return holdPage(visit, booking, []);
    case 'booked':
    case 'arrived':
      return bookedPage(visit, booking);
    case 'expired':
      return lapsedPage(visit, booking);
    case 'done':
    case 'missed':
    case 'cancelled':
      return overPage(visit, booking);
  }
}

/** 约好: the kept time becomes a booking; one that lapsed meanwhile says so. */
export async function takeConfirm(visit: Visit): Promise<PageAnswer> {
  const { booking = '' } = visit.params;
  try {
    await visit.call(bookingsRoutes.confirm, { params: { booking } });
    return leadTo(visit, `/bookings/${booking}`);
  } catch (error) {
    const faults = faultsFrom(error, 'confirm');
    const found = await getBooking(visit);
    return found.state === 'held' ? holdPage(visit, found, faults) : pageOf(visit, found);
  }
}
