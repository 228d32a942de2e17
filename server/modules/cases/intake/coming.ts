import type { Sitting } from '@tongban/contract';
import type { Platform } from '../../../platform/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Offices } from '../../offices/index.ts';
import type { Arrivals } from './arrivals.ts';

type Deps = Pick<Platform, 'clock'> & {
  arrivals: Pick<Arrivals, 'ofPerson'>;
  offices: Pick<Offices, 'hall'>;
  catalogue: Pick<Catalogue, 'current'>;
};
export type ComingBookings = (personId: string) => Promise<Sitting['bookings']>;

const hourMs = 3_600_000;

/** 预约: what the person at the window is booked for, from some hours ago on. */
export function createComing({ arrivals, offices, catalogue, clock }: Deps): ComingBookings {
  return async (personId) => {
    const from = new Date(clock().getTime() - 12 * hourMs);
    const booked = await arrivals.ofPerson(personId, { from });
    return Promise.all(
      booked.map(async ({ booking, item, hall, at, answers, draft }) => {
        const place = offices.hall(hall);
        const { folder } = await catalogue.current(item, place?.division ?? '');
        return {
          ...{ booking, item, name: folder.item.name, at: at.toISOString(), answers },
          hallName: place?.name ?? hall,
          ...(draft === undefined ? {} : { draft }),
        };
      }),
    );
  };
}
