/** 预约: times at the windows of all halls, who has taken them, and how the days of a hall are to be. */
export type { BookingFacts } from './at-hall.ts';
export type { Opening } from './laying.ts';
export { bookingsHttp } from './routes.ts';
export { bookingsBytes } from './sealed.ts';
export { type Bookings, createBookings } from './service.ts';
