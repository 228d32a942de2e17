import Type from 'typebox';
import { fact } from '../../platform/index.ts';

const About = Type.Object({
  bookingId: Type.String(),
  personId: Type.String(),
  hall: Type.String(),
  item: Type.String(),
  at: Type.String(),
});

/** Somebody has been promised a time. */
export const bookingMade = fact('bookings.made', About);
/** A promised time has been changed to another one. */
export const bookingMoved = fact('bookings.moved', About);
/** A promised time has been given back. */
export const bookingCancelled = fact('bookings.cancelled', About);
