import type { HallBooking } from '@tongban/contract';
import { timeWords } from '../clocks/moments.ts';
import { classOf } from '../queue/ticket-words.ts';
import { planWords } from './words.ts';

const { states } = planWords.booked;

/** Those of one hour, in order of time. */
export type BookedHour = { readonly hour: string; readonly bookings: readonly HallBooking[] };

/** The bookings of a day by the hour they begin in. */
export function byHour(bookings: readonly HallBooking[]): BookedHour[] {
  const hours = Map.groupBy(bookings, ({ at }) => `${timeWords(at).slice(0, 2)}:00`);
  return [...hours].map(([hour, own]) => ({ hour, bookings: own }));
}

/** What a booking is found by: any part of what its line shows; several words must all be there. */
export function foundBy(bookings: readonly HallBooking[], sought: string): readonly HallBooking[] {
  const words = sought.split(/\s+/).filter((word) => word !== '');
  return bookings.filter((one) => words.every((word) => lineOf(one).includes(word)));
}

/** How a state is called; one the desk has no word for is shown as it is. */
export function stateWord(state: string): string {
  return (states as Readonly<Record<string, string>>)[state] ?? state;
}

/** Why somebody goes first, if they do. */
export function priorityWord({ priority }: HallBooking): string {
  return priority === undefined ? '' : classOf({ kind: 'priority', priority });
}

function lineOf(one: HallBooking): string {
  const { at, person, itemName, windowName = '', state } = one;
  return [timeWords(at), person, itemName, windowName, stateWord(state), priorityWord(one)].join(' ');
}
