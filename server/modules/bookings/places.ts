import type { AnswerPair } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { takesBookings } from '@tongban/queueing';
import type { Offices } from '../offices/index.ts';
import type { Ground } from './ground.ts';
import { quantaOf } from './slot-length.ts';

type Hall = NonNullable<ReturnType<Offices['hall']>>;
type Window = Hall['windows'][number];
/** 号池: windows that are booked together; one that can be chosen is a pool of its own. */
export type PlacePool = { pool: string; window?: { id: string; name: string } };
/** 能办的地方: one hall for one item, with the pools whose windows can do it. */
export type Place = {
  hall: Hall;
  branch: string;
  city: string;
  item: string;
  itemName: string;
  /** How many quanta the item takes in the situation asked about. */
  length: number;
  pools: readonly PlacePool[];
};
/** A window that was chosen, and what decides how long it takes. */
type Wish = { window?: string | undefined; answers?: readonly AnswerPair[] | undefined };
export type Places = ReturnType<typeof createPlaces>;

/** Finds where an item can be booked: one pool for the whole city. */
export function createPlaces({
  offices,
  catalogue,
  hallRules,
}: Pick<Ground, 'offices' | 'catalogue' | 'hallRules'>) {
  const hall = (id: string): Hall => {
    const found = offices.hall(id);
    if (found === undefined) throw new Problem('bookings.hall', 'missing', '没有这个大厅，重新选一个');
    return found;
  };
  const servedAt = async (
    at: Hall,
    item: string,
    answers: readonly AnswerPair[] = [],
  ): Promise<Place & { bookable: boolean }> => {
    const edition = await catalogue.current(item, at.city);
    const { line, hall: needs, channels } = edition.folder.item;
    const isTaken = offices.halls(at.city, { item, line }).some(({ id }) => id === at.id);
    return {
      ...{
        hall: at,
        city: at.city,
        item,
        branch: offices.organisation(at.organisation)?.branch ?? at.organisation,
      },
      itemName: edition.folder.item.name,
      length: quantaOf(hallRules, edition, answers),
      pools: isTaken ? poolsFor(at, needs.skills) : [],
      bookable: needs.booking && channels.hall,
    };
  };
  const placeAt = async (at: Hall, item: string, answers?: readonly AnswerPair[]): Promise<Place> => {
    const { bookable, ...place } = await servedAt(at, item, answers);
    if (!bookable) throw new Problem('bookings.item', 'conflict', '这件事不用预约大厅');
    return place;
  };
  return {
    hall,
    /** The pools that serve an item at a hall, also where nobody books it. */
    servedAt: (hallId: string, item: string): Promise<Place> => servedAt(hall(hallId), item),
    /** The pools of one hall for an item; refused where the hall does not take it. */
    async at(hallId: string, item: string, { window, answers }: Wish = {}): Promise<Place> {
      const place = await placeAt(hall(hallId), item, answers);
      const pools =
        window === undefined ? place.pools : place.pools.filter((one) => one.window?.id === window);
      if (pools.length === 0) throw new Problem('bookings.place', 'conflict', noPlace(window));
      return { ...place, pools };
    },
    /** Every hall of a city that takes an item. */
    async inCity(city: string, item: string): Promise<Place[]> {
      const { folder } = await catalogue.current(item, city);
      const halls = offices.halls(city, { item, line: folder.item.line });
      const places = await Promise.all(halls.map(({ id }) => placeAt(hall(id), item)));
      return places.filter(({ pools }) => pools.length > 0);
    },
  };
}

function noPlace(window: string | undefined): string {
  return window === undefined ? '这个大厅办不了这件事，换一个大厅' : '这个窗口不能预约这件事，换一个窗口';
}

/** Pools whose windows have all the skills an item needs: those with fewest skills first, windows to choose last. */
function poolsFor({ windows }: Hall, skills: readonly string[]): PlacePool[] {
  const fit = windows
    .filter(takesBookings)
    .filter((window) => skills.every((one) => window.skills.includes(one)));
  const groups = fit
    .filter((window) => window.choose !== true)
    .toSorted((a, b) => a.skills.length - b.skills.length)
    .map((window) => ({ pool: poolOf(window) }));
  const chosen = fit
    .filter((window) => window.choose === true)
    .map(({ id, name }) => ({ pool: id, window: { id, name } }));
  return [...new Map([...groups, ...chosen].map((one) => [one.pool, one])).values()];
}

/** The pool a window belongs to; the plan of a day names them alike. */
function poolOf(window: Window): string {
  return window.choose === true ? window.id : window.skills.toSorted().join('+');
}
