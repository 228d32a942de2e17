import Type from 'typebox';
import { fact } from '../../platform/index.ts';

const about = { about: Type.String(), purpose: Type.String(), personId: Type.String() };
const About = Type.Object(about);

/** A parcel was given to the courier. */
export const parcelSent = fact('deliveries.sent', Type.Object({ ...about, waybill: Type.String() }));

/** A parcel has reached whom it was for. */
export const parcelDelivered = fact('deliveries.delivered', About);

/** A parcel could not be delivered and comes back. */
export const parcelReturned = fact('deliveries.returned', About);

/** A parcel was declared lost. */
export const parcelLost = fact('deliveries.lost', About);

/** It was decided what follows a lost parcel. */
export const parcelSettled = fact('deliveries.settled', Type.Object({ ...about, remedy: Type.String() }));

/** Everything that happens to parcels and is told to people. */
export const parcelFacts = [parcelSent, parcelDelivered, parcelReturned, parcelLost, parcelSettled] as const;
