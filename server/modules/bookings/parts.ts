import type { Ground } from './ground.ts';
import type { Laying } from './laying.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';
import type { Times } from './times.ts';

/** What the parts of bookings share. */
export type Parts = Ground & { places: Places; laying: Laying; people: People; times: Times };
