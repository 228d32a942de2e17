import type { NewTicket, QueueTicket } from '@tongban/contract';
import { checkCitizenNumber, maskName, Problem } from '@tongban/kernel';
import { asMachine, type SignedIn, type Tx, transaction } from '../../platform/index.ts';
import type { BookingFacts } from '../bookings/index.ts';
import type { Parts, Priority } from './parts.ts';
import type { Place } from './places.ts';
import { queueTickets } from './queue-ticket.ts';
import type { Slips } from './slips.ts';
import type { Taking } from './taking.ts';

type Deps = Parts & { taking: Taking; slips: Slips };
type Take = {
  item: string;
  person?: { name: string; citizenNumber: string };
  priority?: Priority;
  phone?: string;
  queue?: 'issue' | 'stuck';
};
type CheckedIn = {
  ticket?: NewTicket;
  choose: { booking: string; itemName: string; at: string; person: string }[];
};

/** 导办台: gives walk-ins a number, checks in who has booked, and finds a ticket that was lost. */
export function createReception(deps: Deps) {
  const { places, taking, store, slips } = deps;
  return {
    async take(tx: Tx, caller: SignedIn, { person, ...wish }: Take): Promise<NewTicket> {
      const { at } = places.of(caller);
      const personId = person === undefined ? undefined : await meet(deps, { ...person, ...phoneOf(wish) });
      const priority =
        wish.priority ?? (personId === undefined ? undefined : await priorityOf(deps, personId));
      const given = await taking.take(tx, {
        ...{ hall: at.hall, item: wish.item, by: caller.personId },
        ...(personId === undefined ? phoneOf(wish) : { personId }),
        ...(priority === undefined ? {} : { priority }),
        ...(wish.queue === undefined ? {} : { queue: wish.queue }),
      });
      await slips.print(tx, given.ticket);
      return given;
    },
    /** By booking code, citizen number or phone; of several bookings one is chosen first. */
    async checkIn(
      tx: Tx,
      caller: SignedIn,
      { by, booking }: { by: string; booking?: string },
    ): Promise<CheckedIn> {
      const place = places.of(caller);
      const found = await foundBy(deps, tx, place, by.trim());
      const chosen = booking === undefined ? found : found.filter((one) => one.booking === booking);
      if (chosen.length === 0)
        throw new Problem('hall.no-booking', 'missing', '今天没有找到预约，可以取一个现场的号');
      const [only, second] = chosen;
      if (only === undefined || second !== undefined) return { choose: await choices(deps, place, chosen) };
      const ticket = await taking.checkIn(tx, only.booking, place.at.hall, { by: caller.personId });
      await slips.print(tx, ticket.ticket);
      return { ticket, choose: [] };
    },
    async find(tx: Tx, caller: SignedIn, q: string): Promise<QueueTicket[]> {
      const place = places.of(caller);
      const typed = q.trim().toUpperCase();
      const person = checkCitizenNumber(typed).ok ? await personBy(deps, typed) : undefined;
      const rows = await store.search(place.at, {
        ...(person === undefined ? { number: typed } : { personId: person }),
        tx,
      });
      const view = await queueTickets(deps, place, rows);
      return rows.map(view);
    },
  };
}

function phoneOf({ phone }: { phone?: string }): { phone?: string } {
  return phone === undefined || phone.trim() === '' ? {} : { phone: phone.trim() };
}

/** Whoever shows their card is known from then on, whether or not a number is given in the end. */
function meet(
  { identity, db }: Deps,
  person: { name: string; citizenNumber: string; phone?: string },
): Promise<string> {
  return asMachine('sign-in', () => transaction(db, (tx) => identity.meet(tx, person)));
}

/** 绿色通道 by age or licence: the house looks, reception learns nothing but the result. */
function priorityOf({ bookings }: Deps, personId: string): Promise<Priority | undefined> {
  return asMachine('worker', () => bookings.priorityOf(personId));
}

async function personBy({ identity, db }: Deps, number: string): Promise<string | undefined> {
  const found = await asMachine('sign-in', () => transaction(db, (tx) => identity.findByNumber(tx, number)));
  return found?.personId;
}

async function foundBy(deps: Deps, tx: Tx, { at }: Place, by: string): Promise<BookingFacts[]> {
  const where = { hall: at.hall, day: at.day };
  const { bookings } = deps;
  const live = ({ state }: BookingFacts) => state === 'booked' || state === 'arrived';
  if (/^\d{8}$/.test(by)) return (await bookings.find(tx, { code: by, ...where })).filter(live);
  if (checkCitizenNumber(by).ok) {
    const personId = await personBy(deps, by);
    return personId === undefined ? [] : (await bookings.find(tx, { personId, ...where })).filter(live);
  }
  return /^1\d{10}$/.test(by) ? byPhone(deps, tx, { phone: by, ...where }) : [];
}

/** A phone is sealed and cannot be searched for, so it is compared with those of the people who are expected today. */
async function byPhone(
  { bookings, identity }: Deps,
  tx: Tx,
  { phone, hall, day }: { phone: string; hall: string; day: string },
): Promise<BookingFacts[]> {
  const expected = await bookings.expected(hall, day);
  const people = await asMachine('window', () =>
    identity.persons([...new Set(expected.map((one) => one.personId))]),
  );
  const theirs = expected.filter((one) => people.get(one.personId)?.phone === phone);
  const found: BookingFacts[] = [];
  for (const { booking } of theirs) found.push(...(await bookings.find(tx, { booking })));
  return found;
}

async function choices(
  { identity, items }: Deps,
  place: Place,
  found: readonly BookingFacts[],
): Promise<CheckedIn['choose']> {
  const people = await asMachine('window', () =>
    identity.persons([...new Set(found.map((one) => one.personId))]),
  );
  const facts = await items.many(
    found.map(({ item }) => item),
    place,
  );
  return found.map(({ booking, item, at, personId }) => ({
    ...{ booking, itemName: facts.get(item)?.name ?? item, at: at.toISOString() },
    person: maskName(people.get(personId)?.name ?? ''),
  }));
}
