import { asMachine, type SignedIn, transaction } from '../../platform/index.ts';
import { createAtHall } from './at-hall.ts';
import { calendarFile } from './calendar-file.ts';
import { createClaiming } from './claiming.ts';
import { createComingBack } from './coming-back.ts';
import { createDayPlans } from './day-plan.ts';
import type { Deps } from './ground.ts';
import { createLaying } from './laying.ts';
import { createOffering } from './offering.ts';
import { createOwn } from './own.ts';
import type { Parts } from './parts.ts';
import { createPeople, linkDemoPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createStore } from './store/index.ts';
import { createSweeping } from './sweeping.ts';
import { createTaking } from './taking.ts';
import { tellBookers } from './telling.ts';
import { createTimes } from './times.ts';
import { createBox, createView } from './view.ts';

export type Bookings = ReturnType<typeof createBookings>;

/** 预约: the times of all halls as one pool of the city; who has taken them, who waits, and what days are like. */
export function createBookings(deps: Deps) {
  const parts = createParts(deps);
  const { view, names, itemWords, bringOf } = createView({ ...parts, box: parts.box });
  const claiming = createClaiming(parts);
  const offering = createOffering({ ...parts, claiming, itemWords });
  const shared = { ...parts, claiming, offering, view, names, itemWords, bringOf };
  const { people, laying, times } = parts;
  tellBookers(shared);
  const own = createOwn(shared);
  return {
    ...createTaking(shared),
    ...own,
    ...createAtHall(shared),
    ...createComingBack(parts),
    dayPlans: createDayPlans(shared),
    sweeping: createSweeping(shared),
    priorityOf: (personId: string) => people.priorityOf(personId),
    freeSlots: times.freeSlots,
    freeDays: times.freeDays,
    earliest: times.earliest,
    layAhead: laying.layAhead,
    openingOf: laying.openingOf,
    dayPlanOf: laying.dayPlanOf,
    /** The booking as a calendar file. */
    async calendar(caller: SignedIn, bookingId: string): Promise<string> {
      const row = await parts.store.bookings.booking(undefined, bookingId);
      const booking = await own.get(caller, bookingId);
      const { host } = new URL(deps.config.publicOrigin);
      return calendarFile(booking, { sequence: row?.sequence ?? 0, host, now: deps.clock() });
    },
    /** 演示: links the invented families, so that one can book for another. */
    linkDemo: (demo: Parameters<typeof linkDemoPeople>[2]) =>
      asMachine('startup', () =>
        transaction(deps.db, (tx) => linkDemoPeople(tx, { identity: deps.identity }, demo)),
      ),
  };
}

function createParts(deps: Deps): Parts & { box: ReturnType<typeof createBox> } {
  const ground = { ...deps, store: createStore(deps.db) };
  const placed = { ...ground, places: createPlaces(ground) };
  return {
    ...placed,
    ...{ laying: createLaying(placed), people: createPeople(ground), times: createTimes(placed) },
    box: createBox(ground),
  };
}
