import { randomBytes } from 'node:crypto';
import { createUuids } from '@tongban/kernel';

/** Makes a new id: a UUIDv7, so that ids sort by the time they were made. */
export const newId: () => string = createUuids(() => new Date(), randomBytes);
