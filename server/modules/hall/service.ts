import type { Booking } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { BookingFacts } from '../bookings/index.ts';
import { createActing } from './acting.ts';
import { createEstimating } from './estimating.ts';
import { createFigures } from './figures.ts';
import { isHallCode } from './hall-code.ts';
import { createHallLive } from './hall-live.ts';
import { createHallNow } from './hall-now.ts';
import { createHours } from './hours.ts';
import { createItems } from './items.ts';
import { createManaging } from './managing.ts';
import { start } from './moves.ts';
import { keepQueue } from './near.ts';
import { createNearbyHalls } from './nearby.ts';
import type { Deps, Parts } from './parts.ts';
import { createPlaces } from './places.ts';
import { createReception } from './reception.ts';
import { createSlips } from './slips.ts';
import { createSnapshots } from './snapshot.ts';
import { createCallingStore } from './store/calling.ts';
import { createDayStore } from './store/day.ts';
import { createFigureStore } from './store/figures.ts';
import { createTicketStore } from './store/tickets.ts';
import { createTaking, type Taking } from './taking.ts';
import { createTelling, type Telling } from './telling.ts';
import { createTicketPage } from './ticket-page.ts';
import { createVisits } from './visits.ts';
import { createWindowQueue } from './window-queue.ts';
import { createWindows } from './windows.ts';

/** 叫到的人: who sits at the window with the ticket in hand, and what they came with. */
type CalledPerson = { personId: string; item: string; booking?: BookingFacts };
export type Hall = ReturnType<typeof createHall>;

/** 大厅: people take a number or check in, windows call them, and everybody sees how it goes. */
export function createHall(deps: Deps) {
  const { db } = deps;
  const store = {
    ...createTicketStore(db),
    ...createCallingStore(db),
    ...createDayStore(db),
    ...createFigureStore(db),
  };
  const parts: Parts = {
    ...deps,
    store,
    places: createPlaces(deps),
    items: createItems(deps),
    hours: createHours(deps),
  };
  const telling = createTelling(parts);
  const snapshots = createSnapshots(parts);
  const estimating = createEstimating(parts);
  const whole = { ...parts, telling, snapshots, estimating };
  const taking = createTaking(whole);
  const slips = createSlips(parts);
  const { liveOf, ...live } = createHallLive(whole);
  keepQueue(whole);
  return {
    ...live,
    ...taking,
    ...createTicketPage(whole),
    ...createMeeting({ ...parts, telling }),
    hallOfCaller: parts.places.hallOfCaller,
    acting: createActing(whole),
    windows: createWindows(whole),
    visits: createVisits(parts),
    windowQueue: createWindowQueue(parts),
    reception: createReception({ ...parts, taking, slips }),
    managing: createManaging(whole),
    now: createHallNow({ ...whole, liveOf }),
    figures: createFigures(parts),
    nearby: createNearbyHalls({ ...whole, liveOf }),
    slip: slips.pdf,
    checkInMyself: createSelfCheckIn({ ...parts, taking }),
    /** Whether somebody stands in the hall: they have typed the code its screens show. */
    isHere: (hall: string, typed: string): boolean =>
      isHallCode(deps.vault, { hall, typed, now: deps.clock() }),
  };
}

/** 自助签到: somebody who stands in the hall checks in with their own phone. */
function createSelfCheckIn({ bookings, taking, vault, clock }: Parts & { taking: Taking }) {
  return async (tx: Tx, caller: SignedIn, asked: { booking: string; hallCode: string }): Promise<Booking> => {
    const [found] = await bookings.find(tx, { booking: asked.booking });
    if (found === undefined || ![found.personId, found.bookedBy].includes(caller.personId)) {
      throw new Problem('hall.no-booking', 'missing', '没有找到这个预约');
    }
    const typed = { hall: found.hall, typed: asked.hallCode, now: clock() };
    if (!isHallCode(vault, typed)) {
      throw new Problem('hall.code', 'invalid', '签到码不对，看大厅屏幕上的 4 位数字', [
        { pointer: '/hallCode', code: 'wrong', message: '看大厅屏幕上的 4 位数字' },
      ]);
    }
    await taking.checkIn(tx, found.booking, found.hall);
    return bookings.view(tx, caller, found.booking);
  };
}

/** What the intake asks of the hall: whose ticket was called to this window. */
function createMeeting(deps: Parts & { telling: Telling }) {
  const { store, places, bookings } = deps;
  return {
    /** The person of the ticket in hand, and only while it is in hand; serving begins with it. */
    async personOf(tx: Tx, caller: SignedIn, ticket: string): Promise<CalledPerson> {
      const { window } = places.post(caller);
      const row = await store.lock(tx, ticket);
      const held = row?.window_id === window.id && (row.state === 'called' || row.state === 'serving');
      if (row === undefined || !held) throw new Problem('hall.not-in-hand', 'conflict', '这个号不在您的窗口');
      if (row.person_id === undefined) {
        throw new Problem('hall.no-person', 'conflict', '这个号没有刷证，请群众刷身份证');
      }
      await start(deps, tx, { row, by: caller.personId });
      const [booking] =
        row.booking_id === undefined ? [] : await bookings.find(tx, { booking: row.booking_id });
      return { personId: row.person_id, item: row.item, ...(booking === undefined ? {} : { booking }) };
    },
  };
}
