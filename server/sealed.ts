import { bookingsBytes } from './modules/bookings/index.ts';
import { casesBytes } from './modules/cases/index.ts';
import { deliveriesBytes } from './modules/deliveries/index.ts';
import { devicesBytes } from './modules/devices/index.ts';
import { forumsBytes } from './modules/forums/index.ts';
import { hallBytes } from './modules/hall/index.ts';
import { hotlineBytes } from './modules/hotline/index.ts';
import { hotlistBytes } from './modules/hotlist/index.ts';
import { identityBytes } from './modules/identity/index.ts';
import { licencesBytes } from './modules/licences/index.ts';
import { noticesBytes } from './modules/notices/index.ts';
import { open311Bytes } from './modules/open311/index.ts';
import { partnersBytes } from './modules/partners/index.ts';
import { ratingsBytes } from './modules/ratings/index.ts';
import type { ModuleBytes } from './platform/index.ts';

const all: readonly ModuleBytes[] = [
  identityBytes,
  noticesBytes,
  licencesBytes,
  bookingsBytes,
  casesBytes,
  deliveriesBytes,
  hallBytes,
  devicesBytes,
  ratingsBytes,
  partnersBytes,
  hotlineBytes,
  open311Bytes,
  hotlistBytes,
  forumsBytes,
];

/** 密封列总表: every column of bytes in the house. A module that gets one adds it to its own list. */
export const houseBytes: ModuleBytes = {
  sealed: all.flatMap(({ sealed }) => sealed),
  other: all.flatMap(({ other }) => other),
};
