import { type Booking, bookingsRoutes } from '@tongban/contract';
import type { Visit } from '../visit.ts';

/** The booking the address names, if it is the visitor's own. */
export function getBooking(visit: Visit): Promise<Booking> {
  return visit.call(bookingsRoutes.get, { params: { booking: visit.params.booking ?? '' } });
}

/** What stands for the same matter: another time can be chosen with the same answers. */
export function aimOf({ item, answers, draft }: Booking) {
  return { item, answers, draft };
}
