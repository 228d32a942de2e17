import { bookableRoutes, bookingsRoutes, type FreeSlot } from '@tongban/contract';
import { address, first } from '../address.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { findHall, readAim, timesAddress, timesFor } from './aim.ts';
import { refusedTime } from './refused-time.ts';
import { type TimesHere, timesPage } from './times-page.tsx';

/** 几点来: the times of one day, the earliest free one on top, full ones shown as full. */
export async function showTimes(visit: Visit): Promise<PageAnswer> {
  return timesPage(visit, await getTimes(visit));
}

async function getTimes(visit: Visit): Promise<TimesHere> {
  const { hall = '', day = '' } = visit.params;
  const window = first(visit.query, 'window');
  const aim = await readAim(visit);
  const query = timesFor(aim, window);
  const asksPeople = visit.session.kind === 'citizen' && aim.move === undefined;
  const [slots, { windows }, place, people] = await Promise.all([
    visit.call(bookableRoutes.slots, { params: { hall, day }, query }),
    visit.call(bookableRoutes.days, { params: { hall }, query }),
    findHall(visit, hall),
    asksPeople ? visit.call(bookingsRoutes.people, { query: { item: aim.item } }) : [],
  ]);
  return { aim, hall, hallName: place?.name, day, window, windows, slots: byStart(slots), people };
}

/** One row per start: where several windows are free at once, the person need not choose one. */
function byStart(slots: readonly FreeSlot[]): FreeSlot[] {
  const starts = new Map<string, FreeSlot>();
  for (const slot of slots) {
    const known = starts.get(slot.at);
    starts.set(slot.at, known === undefined ? slot : { ...known, free: known.free + slot.free });
  }
  return [...starts.values()];
}

/** The chosen time is held at once; a booking to be moved is first shown with its old and its new time. */
export async function takeTime(visit: Visit): Promise<PageAnswer> {
  const { hall = '', day = '' } = visit.params;
  const { form } = visit.request;
  const [at = '', key = ''] = (first(form, 'slot') ?? '').split(' ');
  const window = first(visit.query, 'window');
  const aim = await readAim(visit);
  if (visit.session.kind === 'anyone') {
    const next = timesAddress(aim, { hall, day }, { window, at });
    return leadTo(visit, address('/sign-in', [['next', next]]));
  }
  const time = { hall, at, ...(window === undefined ? {} : { window }) };
  if (aim.move !== undefined)
    return leadTo(visit, address(`/bookings/${aim.move}/move`, Object.entries(time)));
  const person = first(form, 'person');
  try {
    const body = {
      ...time,
      item: aim.item,
      hold: true,
      answers: aim.answers.map(([fact, value]): [string, string] => [fact, value]),
      ...(aim.draft === undefined ? {} : { draft: aim.draft }),
      ...(person === undefined ? {} : { person }),
    };
    const held = await visit.call(bookingsRoutes.book, { body }, key === '' ? {} : { key });
    return leadTo(visit, `/bookings/${held.booking}`);
  } catch (error) {
    return timesPage(visit, await getTimes(visit), refusedTime(error, 'times'));
  }
}
