import { pathOf, type Role } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { createFleet } from './modules/devices/fleet.ts';
import { fleetHttp } from './modules/devices/fleet-routes.ts';
import { createHallHouse } from './modules/hall/hall-house.fixture.ts';
import { createObjectMatrix } from './object-matrix.fixture.ts';
import { placeOf } from './platform/policy/places.ts';
import { createHallThings, missingInHall } from './sample-hall-things.fixture.ts';

const house = await createHallHouse(undefined, (platform, { offices, hall }) =>
  fleetHttp(platform.http, createFleet({ ...platform, offices, hall })),
);
afterAll(house.stop);

const workers: readonly Role[] = [
  ...(['citizen', 'agent', 'enterprise'] as const),
  ...(['clerk', 'hall-manager', 'supervisor', 'admin'] as const),
];
const judge = createObjectMatrix({ house, ...createHallThings(house), missing: missingInHall, workers });

const kinds = ['booking', 'queue', 'hall', 'day-plan', 'device'];
const routes = house.platform.http.routes.filter(
  (route) => route.access !== 'public' && kinds.includes(placeOf(route)?.kind ?? ''),
);

describe('nobody gets at what is not theirs in a hall', () => {
  test('every kind of thing a hall has is asked for', () => {
    expect([...new Set(routes.map((route) => placeOf(route)?.kind))].toSorted()).toEqual(kinds.toSorted());
  });
  test.each(routes.map((route) => [`${route.method} ${pathOf(route)}`, route] as const))(
    '%s',
    async (_, route) => judge(route),
  );
});
