import { outcomeView } from '@tongban/catalogue';
import type { AnswerPair, Booking, Words } from '@tongban/contract';
import { readAnswers } from '@tongban/guide';
import { maskCitizenNumber, maskName } from '@tongban/kernel';
import { startOf } from '@tongban/queueing';
import type { Person } from '../identity/index.ts';
import type { Ground } from './ground.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';
import { mayCheckIn, type Priority } from './rules.ts';
import type { BookingRow, State } from './store/tables.ts';

/** 密封内容: what somebody answered in the guide. */
export type Kept = { answers: AnswerPair[] };
export type View = ReturnType<typeof createView>;
/** What of a row is shown; also of one that has just been written and not been read again. */
type ShownRow = Pick<
  BookingRow,
  'city' | 'booking_id' | 'hall' | 't' | 'quanta' | 'item' | 'person_id' | 'state' | 'code' | 'sealed'
> &
  Partial<
    Pick<
      BookingRow,
      'window_id' | 'held_until' | 'wish_id' | 'instead_id' | 'priority' | 'draft_id' | 'ticket'
    >
  >;
type Edition = Awaited<ReturnType<Ground['catalogue']['current']>>;
type Shown = Ground & { places: Places; people: People };

/** Opens and seals what a booking or a wish keeps of its person. */
export function createBox({ vault }: Pick<Ground, 'vault'>) {
  const place = (of: 'booking' | 'wish', id: string) => `bookings.${of}.sealed|${id}`;
  const ticketPlace = (id: string) => `bookings.booking.ticket|${id}`;
  return {
    seal: (of: 'booking' | 'wish', id: string, kept: Kept) => vault.seal(place(of, id), JSON.stringify(kept)),
    open: (of: 'booking' | 'wish', id: string, sealed: Buffer): Kept =>
      JSON.parse(vault.open(place(of, id), sealed)) as Kept,
    sealTicket: (id: string, key: string) => vault.seal(ticketPlace(id), key),
    openTicket: (id: string, sealed: Buffer) => vault.open(ticketPlace(id), sealed),
  };
}
export type Box = ReturnType<typeof createBox>;

/** How a booking is shown: the same to the portal, at a kiosk and in a calendar. */
export function createView(shown: Shown & { box: Box }) {
  const { catalogue, people, box } = shown;
  const unanswered = new WeakMap<Edition, Words[]>();
  const names = async (item: string, city: string): Promise<string> =>
    (await catalogue.current(item, city)).folder.item.name;
  const itemWords = itemWordsIn(catalogue);
  /** 带这些来: the materials these answers ask for; most people book without answers, and for them it is known. */
  const bringOf = async (item: string, city: string, answers: readonly AnswerPair[]): Promise<Words[]> => {
    const edition = await catalogue.current(item, city);
    if (answers.length > 0) return materialsOf(edition, answers);
    const known = unanswered.get(edition) ?? materialsOf(edition, []);
    unanswered.set(edition, known);
    return known;
  };
  const view = async (
    rows: readonly ShownRow[],
    viewer: string | undefined,
    known?: ReadonlyMap<string, Person>,
  ): Promise<Booking[]> => {
    const persons = known ?? (await people.facts(rows.map((row) => row.person_id)));
    const viewed = rows.map(async (row): Promise<Booking> => {
      const { answers } = box.open('booking', row.booking_id, row.sealed);
      const person = persons.get(row.person_id);
      return {
        ...timeOf(shown, row),
        item: row.item,
        itemName: await names(row.item, row.city),
        code: row.code,
        person: {
          name: maskName(person?.name ?? ''),
          citizenNumber: maskCitizenNumber(person?.citizenNumber ?? ''),
          self: row.person_id === viewer,
        },
        offered: row.wish_id !== undefined,
        answers,
        bring: await bringOf(row.item, row.city, answers),
        ...(await insteadOf(shown, row)),
        ...optionalOf(row, box),
      };
    });
    return Promise.all(viewed);
  };
  return { view, names, itemWords, bringOf };
}

/** The name of an item in both languages, where it has both. */
function itemWordsIn(catalogue: Ground['catalogue']) {
  return async (item: string, city: string): Promise<Words> => {
    const { item: known, english } = (await catalogue.current(item, city)).folder;
    return english === undefined ? { zh: known.name } : { zh: known.name, en: english.name };
  };
}

function materialsOf(edition: Edition, answers: readonly AnswerPair[]): Words[] {
  const read = readAnswers(edition.guide, answers);
  const required = (locale: 'zh' | 'en') =>
    outcomeView(edition, read.answers, locale)
      .checklist.filter(({ state }) => state === 'required')
      .map(({ name }) => name);
  const english = required('en');
  const names = required('zh').map(({ text }, at) => [text, english[at]] as const);
  return [...new Map(names)].map(([zh, en]) => ({
    zh,
    ...(en === undefined || en.missing === true ? {} : { en: en.text }),
  }));
}

/** Where a booking stands now: a hold that has lapsed is over, whether or not it has been given back yet. */
export function stateOf(
  { state, held_until: until }: Pick<ShownRow, 'state' | 'held_until'>,
  now: Date,
): State {
  return state === 'held' && until !== undefined && until < now ? 'expired' : state;
}

/** What may be done with a booking now. */
export function mayWith(
  row: ShownRow,
  { now, hallRules }: { now: Date } & Pick<Ground, 'hallRules'>,
): Booking['may'] {
  const state = stateOf(row, now);
  const at = startOf(row.t);
  const isAhead = at > now;
  return {
    confirm: state === 'held',
    move: state === 'booked' && isAhead,
    cancel: (state === 'booked' && isAhead) || state === 'held',
    checkIn: state === 'booked' && mayCheckIn(hallRules.booking, at, now),
  };
}

/** A hold that was offered says which booking goes when it is confirmed, as long as that stands. */
async function insteadOf({ store, places }: Shown, row: ShownRow): Promise<Pick<Booking, 'instead'>> {
  if (row.state !== 'held' || row.instead_id === undefined) return {};
  const before = await store.bookings.booking(undefined, row.instead_id);
  if (before?.state !== 'booked') return {};
  return { instead: { at: startOf(before.t).toISOString(), hallName: places.hall(before.hall).name } };
}

function timeOf({ places, clock, hallRules }: Shown, row: ShownRow) {
  const hall = places.hall(row.hall);
  const now = clock();
  return {
    booking: row.booking_id,
    state: stateOf(row, now),
    ...{ hall: hall.id, hallName: hall.name, address: hall.address },
    ...(hall.transit === undefined ? {} : { transit: hall.transit }),
    at: startOf(row.t).toISOString(),
    until: startOf(row.t + row.quanta).toISOString(),
    may: mayWith(row, { now, hallRules }),
    ...windowOf(hall, row.window_id),
  };
}

function windowOf(hall: ReturnType<Places['hall']>, id: string | undefined) {
  const window = hall.windows.find((one) => one.id === id);
  return window === undefined ? {} : { window: window.id, windowName: window.name };
}

function optionalOf(row: ShownRow, box: Box) {
  return {
    ...(row.priority === undefined ? {} : { priority: row.priority as Priority }),
    ...(row.held_until === undefined ? {} : { heldUntil: row.held_until.toISOString() }),
    ...(row.draft_id === undefined ? {} : { draft: row.draft_id }),
    ...(row.ticket === undefined ? {} : { ticket: box.openTicket(row.booking_id, row.ticket) }),
  };
}
