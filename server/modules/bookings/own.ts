import type { Bookable, Booking, BookingWish } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { newId, type SignedIn, type Tx } from '../../platform/index.ts';
import { limitedUntil, missesSince } from './rules.ts';
import type { State, WishRow } from './store/tables.ts';
import type { TakingDeps } from './taking.ts';
import type { View } from './view.ts';
import { refused } from './words.ts';

type Deps = TakingDeps & { names: View['names'] };
type WishFor = {
  hall: string;
  item: string;
  from: string;
  to: string;
  part: WishRow['part'];
  person?: string;
  answers?: [string, string][];
  instead?: string;
};

const coming: readonly State[] = ['held', 'booked', 'arrived'];
const over: readonly State[] = ['done', 'missed', 'cancelled', 'expired'];

/** 我的预约: somebody's own bookings, wishes, and for whom they may book. */
export function createOwn(deps: Deps) {
  return { ...createLists(deps), ...createWishes(deps) };
}

function createLists(deps: Deps) {
  const { store, people, view } = deps;
  return {
    async list(caller: SignedIn, { past = false }: { past?: boolean }) {
      const wished = { states: past ? over : coming, order: past ? ('desc' as const) : ('asc' as const) };
      const rows = await store.bookings.ofPerson(caller.personId, wished);
      const bookings: Booking[] = await view(rows, caller.personId);
      const open = past ? [] : await store.wishes.open(caller.personId);
      // A hold that has lapsed is over, also before it is given back.
      const shown = past ? bookings : bookings.filter(({ state }) => state !== 'expired');
      return { bookings: shown, wishes: await Promise.all(open.map((wish) => wishView(deps, wish))) };
    },
    async get(caller: SignedIn, bookingId: string): Promise<Booking> {
      const row = await store.bookings.booking(undefined, bookingId);
      const isOwn = row?.person_id === caller.personId || row?.by_id === caller.personId;
      const [booking] = row !== undefined && isOwn ? await view([row], caller.personId) : [];
      if (booking === undefined) throw refused('bookings.missing', 'missing');
      return booking;
    },
    /** For whom the caller may book an item, and who cannot be booked now. */
    async bookable(caller: SignedIn, item: string): Promise<Bookable[]> {
      const self = caller.principalId ?? caller.personId;
      const related = (await people.relationsOf(caller, item)).map((row) => row.relative_id);
      const ids = [...new Set([self, ...related])];
      const persons = await people.facts(ids);
      return Promise.all(
        ids.map(async (person): Promise<Bookable> => {
          const known = persons.get(person);
          const priority = await people.priorityOf(person, known);
          return {
            ...{ person, name: known?.name ?? '', self: person === caller.personId },
            ...(priority === undefined ? {} : { priority }),
            ...(await whyNot(deps, person, item)),
          };
        }),
      );
    },
  };
}

/** What stands against a new booking of somebody now, in whichever city the item is served. */
async function whyNot({ store, clock, hallRules, offices }: Deps, person: string, item: string) {
  const rules = hallRules.booking;
  const today = shanghaiDay(clock());
  const cities = [...new Set(offices.allHalls().map(({ city }) => city))];
  const asked = { person, item, day: today, since: missesSince(rules, today) };
  const standings = await Promise.all(
    cities.map((city) => store.bookings.standing(undefined, { ...asked, city }, { alone: false })),
  );
  const [first] = standings;
  const limited = first === undefined ? undefined : limitedUntil(rules, first, today);
  if (limited !== undefined) return { why: `约了几次没有来，${limited} 以前不能网上预约` };
  const isFull = standings.some(
    ({ live, lives }) => live?.state === 'booked' && lives >= rules.live_per_item,
  );
  return isFull ? { why: `这件事已经有 ${rules.live_per_item} 个预约` } : {};
}

function createWishes(deps: Deps) {
  const { store, people, places, times, clock, box, offering } = deps;
  return {
    async wish(tx: Tx, caller: SignedIn, wished: WishFor): Promise<BookingWish> {
      const place = await places.at(wished.hall, wished.item);
      const { from, to } = within(times.wishable(), wished);
      const personId = await people.forWhom(caller, wished.item, wished.person);
      const instead = await findInstead(deps, tx, { ...wished, personId, city: place.city });
      const wishId = newId();
      const row = await store.wishes.insert(tx, {
        ...{ city: place.city, wish_id: wishId, hall: wished.hall, branch: place.branch, item: wished.item },
        ...{ person_id: personId, by_id: caller.personId, from_day: from, to_day: to, part: wished.part },
        ...{ state: 'waiting', instead_id: instead, made_at: clock() },
        sealed: box.seal('wish', wishId, { answers: wished.answers ?? [] }),
      });
      if (row === undefined) throw refused('bookings.wish');
      await offering.offerFirst(tx, row);
      return wishView(deps, (await store.wishes.wish(tx, wishId)) ?? row);
    },
    async endWish(tx: Tx, caller: SignedIn, wishId: string): Promise<void> {
      const row = await store.wishes.wish(tx, wishId);
      if (row === undefined || (row.by_id !== caller.personId && row.person_id !== caller.personId))
        throw refused('bookings.wish-missing', 'missing');
      await store.wishes.set(tx, row, { state: 'ended' });
    },
  };
}

/** The days of a wish that can be booked at all; refused when none can. */
function within(range: { from: string; to: string }, wished: { from: string; to: string }) {
  const from = [range.from, wished.from].toSorted().at(-1) ?? range.from;
  const to = [range.to, wished.to].toSorted()[0] ?? range.to;
  if (from > to) throw refused('bookings.wish-days', 'invalid');
  return { from, to };
}

/** The booking to give up for a freed time: the one named, or the live one of an item of which there may be no more. */
async function findInstead(deps: Deps, tx: Tx, wish: WishFor & { personId: string; city: string }) {
  const { store, clock, hallRules } = deps;
  const { instead, item, personId, city } = wish;
  if (instead === undefined) {
    const asked = { person: personId, city, item, day: shanghaiDay(clock()), since: 0 };
    const { live, lives } = await store.bookings.standing(tx, asked, { alone: false });
    return lives < hallRules.booking.live_per_item ? undefined : live?.booking;
  }
  const row = await store.bookings.booking(tx, instead);
  if (row === undefined || row.person_id !== personId || row.item !== item)
    throw refused('bookings.missing', 'missing');
  return row.booking_id;
}

async function wishView(
  { places, names }: Pick<Deps, 'places' | 'names'>,
  row: WishRow,
): Promise<BookingWish> {
  return {
    ...{ wish: row.wish_id, item: row.item, itemName: await names(row.item, row.city) },
    ...{ hall: row.hall, hallName: places.hall(row.hall).name },
    ...{ from: row.from_day, to: row.to_day, part: row.part, state: row.state },
    ...(row.booking_id === undefined || row.state !== 'offered' ? {} : { booking: row.booking_id }),
  };
}
