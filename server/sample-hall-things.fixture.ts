import { bookingsRoutes, fleetRoutes, type Role } from '@tongban/contract';
import type { HallHouse } from './modules/hall/hall-house.fixture.ts';
import { pier, windowOf } from './modules/hall/pier.fixture.ts';
import { newId, type SignedIn } from './platform/index.ts';
import type { Relation, Sampling } from './sample-things.fixture.ts';

/** What is said of a thing of a hall that is not there, or as good as not there. */
export const missingInHall: Readonly<Record<string, readonly string[]>> = {
  ...{ booking: ['bookings.missing', 'hall.no-booking'], ticket: ['hall.ticket'] },
  ...{ window: ['hall.window'], device: ['devices.device'] },
};

const [east, west] = ['lake/east', 'lake/west'];
const branchOf = (relation: Relation) => (relation === 'other branch' ? west : east);

/** Two halls, and things of them as they stand to whoever works in the first one or comes to it. */
export function createHallThings(house: HallHouse) {
  const samples: Readonly<Record<string, Sampling>> = {
    booking: bookingsOf(house),
    ticket: async (_, relation) => {
      const hall = relation === 'other branch' ? 'west-pier' : pier;
      return { id: (await house.walkIn({ hall })).ticket, facts: { branch: branchOf(relation) } };
    },
    window: async (_, relation) => {
      const id = { own: windowOf(1), 'same branch': windowOf(2), 'other branch': 'west-w01' }[relation];
      return { id, facts: { branch: branchOf(relation) } };
    },
    device: devicesOf(house),
  };
  return { samples, callerAs: (role: Role) => callerAs(house, role) };
}

/** Applicants come as somebody new each time, so that none of them is kept by what was booked before. */
async function callerAs(house: HallHouse, role: Role): Promise<SignedIn> {
  const { personId } = await house.citizen();
  const assignment = { id: newId(), branch: east, office: 'east', window: windowOf(1) };
  switch (role) {
    case 'citizen':
    case 'enterprise':
      return { role, personId };
    case 'agent':
      return { role, personId: newId(), principalId: personId };
    default:
      return { role, personId: newId(), assignment };
  }
}

/** Bookings of today: of whoever asks, and of others. */
function bookingsOf(house: HallHouse): Sampling {
  let count = 0;
  return async ({ role, personId, principalId }, relation) => {
    const mine = role === 'agent' ? (principalId ?? '') : personId;
    const ownerId = relation === 'own' ? mine : (await house.citizen()).personId;
    const owner = { role: 'citizen', personId: ownerId } as const;
    // Spread over the morning, so that no time is full.
    const minutes = 30 + 15 * (count++ % 8);
    const at = new Date(Date.UTC(2026, 2, 2, 1, minutes)).toISOString();
    const { booking: id } = await house.book(owner, at);
    const stands = async () =>
      (await house.as(owner)(bookingsRoutes.get, { params: { booking: id } })).state === 'booked';
    return { id, facts: { ownerId }, stands };
  };
}

/** Machines of a hall: offered, and registered there by its manager. */
function devicesOf(house: HallHouse): Sampling {
  return async (_, relation) => {
    const away = relation === 'other branch';
    const manager: SignedIn = {
      ...{ role: 'hall-manager', personId: newId() },
      assignment: {
        ...{ id: newId(), branch: branchOf(relation), office: away ? 'west' : 'east' },
        window: away ? 'west-w01' : windowOf(1),
      },
    };
    const { device: id, code } = await house.anyone(fleetRoutes.offer, { body: { kind: 'board' } });
    await house.as(manager)(fleetRoutes.register, { body: { code, name: '大屏', allDay: false } });
    const stands = async () =>
      (await house.as(manager)(fleetRoutes.list, {})).some((row) => row.device === id);
    return { id, facts: { branch: branchOf(relation) }, stands };
  };
}
