import { bookingsBytes } from './modules/bookings/index.ts';
import { casesBytes } from './modules/cases/index.ts';
import { devicesBytes } from './modules/devices/index.ts';
import { hallBytes } from './modules/hall/index.ts';
import { identityBytes } from './modules/identity/index.ts';
import { licencesBytes } from './modules/licences/index.ts';
import { noticesBytes } from './modules/notices/index.ts';
import type { ModuleBytes } from './platform/index.ts';

const all: readonly ModuleBytes[] = [
  identityBytes,
  noticesBytes,
  licencesBytes,
  bookingsBytes,
  casesBytes,
  hallBytes,
  devicesBytes,
];

/** 密封列总表: every column of bytes in the house. A module that gets one adds it to its own list. */
export const houseBytes: ModuleBytes = {
  sealed: all.flatMap(({ sealed }) => sealed),
  other: all.flatMap(({ other }) => other),
};
