import type { BookableHall, FreeSlot, Hall, HallLive } from '@tongban/contract';
import type { Parts } from './parts.ts';
import type { Snapshot, Snapshots } from './snapshot.ts';

type Deps = Parts & { snapshots: Snapshots; liveOf: (snapshot: Snapshot) => Promise<HallLive> };
type Wish = { division: string; item?: string; near?: string };

/** 附近大厅: halls that take an item, the nearest first, with how busy they are and the earliest free time. */
export function createNearbyHalls(deps: Deps) {
  return async (wish: Wish): Promise<BookableHall[]> => {
    const { halls, earliest } = await taking(deps, wish);
    const found: BookableHall[] = [];
    for (const hall of halls)
      found.push(await viewOf(deps, hall, { near: wish.near, free: earliest.get(hall.id) }));
    return found.toSorted((a, b) => (a.metres ?? 0) - (b.metres ?? 0));
  };
}

/** The halls that take an item with their earliest free times, all of them asked for at once; without an item all halls. */
async function taking({ catalogue, offices, bookings }: Deps, { division, item }: Wish) {
  if (item === undefined) return { halls: offices.halls(division), earliest: new Map<string, FreeSlot>() };
  const { folder } = await catalogue.current(item, division);
  const halls = offices.halls(division, { item, line: folder.item.line });
  const { booking } = folder.item.hall;
  return {
    halls,
    earliest: booking ? await bookings.earliest(division.slice(0, 4), item) : new Map<string, FreeSlot>(),
  };
}

async function viewOf(
  { places, snapshots, liveOf }: Deps,
  { id, name, address, transit, hours, phone, demo }: Hall,
  { near, free }: { near: string | undefined; free: FreeSlot | undefined },
): Promise<BookableHall> {
  const place = places.at(id);
  const metres = metresTo(place.hall.location, near);
  return {
    ...{ hall: id, name, address, hours, demo, facilities: [...place.hall.facilities] },
    ...(transit === undefined ? {} : { transit }),
    ...(phone === undefined ? {} : { phone }),
    ...(metres === undefined ? {} : { metres }),
    live: await liveOf(await snapshots.of(place)),
    ...(free === undefined ? {} : { earliest: free }),
    windowChoice: place.hall.windows.some(({ choose }) => choose === true),
  };
}

const earthMetres = 6_371_000;

/** 直线距离: metres between two points of the earth (haversine); undefined where one of them is not known. */
function metresTo(
  to: { latitude: number; longitude: number } | undefined,
  near: string | undefined,
): number | undefined {
  const [latitude, longitude] = (near ?? '').split(',').map(Number);
  if (to === undefined || latitude === undefined || longitude === undefined) return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(latitude), radians(to.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const chord = half(b - a) + Math.cos(a) * Math.cos(b) * half(radians(to.longitude - longitude));
  return Math.round(2 * earthMetres * Math.asin(Math.sqrt(chord)));
}
