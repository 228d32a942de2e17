import type { QueueTicket } from '@tongban/contract';
import { maskName } from '@tongban/kernel';
import { asMachine } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import type { Place } from './places.ts';
import type { TicketRow } from './store/tables.ts';

/** 排队的号: tickets as the desk sees them; names are masked, and all of them are read at once. */
export async function queueTickets(
  { items, identity, vault }: Parts,
  place: Place,
  rows: readonly TicketRow[],
): Promise<(row: TicketRow) => QueueTicket> {
  const ids = [...new Set(rows.flatMap(({ person_id: personId }) => personId ?? []))];
  // A hall manager reads nobody's name by themselves: the house looks it up and masks it.
  const people = await asMachine('window', () => identity.persons(ids));
  const facts = await items.many(
    rows.map(({ item }) => item),
    place,
  );
  return (row) => ({
    ...{ ticket: row.ticket_id, number: row.number, state: row.state, kind: row.kind, item: row.item },
    itemName: facts.get(row.item)?.name ?? row.item,
    ...named(people.get(row.person_id ?? '')?.name),
    ...{ why: row.why, calls: row.calls, known: row.person_id !== undefined },
    ...times(row),
    ...placed(row),
    ...noted({ vault }, row),
  });
}

function named(name: string | undefined): Pick<QueueTicket, 'person'> {
  return name === undefined ? {} : { person: maskName(name) };
}

/** Where a waiting ticket is sent counts, not the window that called it before. */
function placed({ priority, booking_id: booking, state, window_id: at, routed_to: to }: TicketRow) {
  const window = state === 'waiting' ? to : at;
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(booking === undefined ? {} : { booking }),
    ...(window === undefined ? {} : { window }),
  };
}

function noted({ vault }: Pick<Parts, 'vault'>, { note, ticket_id }: TicketRow): Pick<QueueTicket, 'note'> {
  return note === undefined ? {} : { note: vault.open(`hall.ticket.note|${ticket_id}`, note) };
}

type Times = Pick<
  QueueTicket,
  'takenAt' | 'firstTakenAt' | 'due' | 'bookedFor' | 'calledAt' | 'startedAt' | 'parkedUntil'
>;

function times(row: TicketRow): Times {
  return {
    ...{ takenAt: row.taken_at.toISOString(), firstTakenAt: row.first_taken_at.toISOString() },
    due: row.due.toISOString(),
    ...moment('bookedFor', row.booked_for),
    ...moment('calledAt', row.called_at),
    ...moment('startedAt', row.started_at),
    ...moment('parkedUntil', row.parked_until),
  };
}

/** A moment under its name, or nothing where there is none. */
export function moment<Name extends string>(name: Name, at: Date | undefined): { [N in Name]?: string } {
  return (at === undefined ? {} : { [name]: at.toISOString() }) as { [N in Name]?: string };
}

/** Whole minutes since a moment. */
export function minutesSince(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));
}
