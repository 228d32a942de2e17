import { pathOf, type Role, type Route, rolesOf } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { createKayakHouse } from './modules/cases/kayak-house.fixture.ts';
import { createDevices, devicesHttp } from './modules/devices/index.ts';
import { createObjectMatrix } from './object-matrix.fixture.ts';
import { placeOf, scopesFor } from './platform/policy/places.ts';
import { table } from './platform/policy/table.ts';
import { createTestHouse } from './platform/testing.ts';
import { createSampleThings, missing } from './sample-things.fixture.ts';

const nameOf = (route: Route) => `${route.method} ${pathOf(route)}`;
const closedIn = (routes: readonly Route[]) => routes.filter(({ access }) => access !== 'public');

describe('every route of the house and the policy say the same', () => {
  let routes: readonly Route[] = [];
  beforeAll(async () => {
    const whole = await createTestHouse((platform) => createApp(platform));
    routes = closedIn(whole.platform.http.routes);
    await whole.stop();
  });

  test('its address has a place in the policy; if not, add a line to platform/policy/places.ts', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.filter((route) => placeOf(route) === undefined).map(nameOf)).toEqual([]);
  });
  test('no route lets in a role to which the policy grants nothing of the kind, or further than it says', () => {
    expect(routes.flatMap((route) => rolesOf(route.access).flatMap((role) => excessOf(route, role)))).toEqual(
      [],
    );
  });
  test('nothing is granted that no route uses', () => {
    const used = new Set(routes.flatMap((route) => rolesOf(route.access).map((role) => useOf(route, role))));
    const granted = Object.entries(table).flatMap(([role, grants]) =>
      grants.flatMap(({ on, may }) => may.map((action) => `${role} ${action} ${on}`)),
    );
    expect([...new Set(granted)].filter((grant) => !used.has(grant))).toEqual([]);
  });

  const useOf = (route: Route, role: Role) => `${role} ${placeOf(route)?.action} ${placeOf(route)?.kind}`;
  function excessOf(route: Route, role: Role): string[] {
    const place = placeOf(route);
    const scope = route.access === 'public' ? 'public' : route.access.scope;
    const fits = table[role].some(
      ({ on, may, within }) =>
        on === place?.kind && may.includes(place.action) && scopesFor[within].includes(scope),
    );
    return fits ? [] : [`${nameOf(route)} ${role} ${scope}`];
  }
});

const house = await createKayakHouse(
  {},
  {
    also: (platform, { offices, files, cases }) => {
      const counters = [cases.intake, cases.issue];
      devicesHttp(platform.http, createDevices({ ...platform, offices, files, counters }));
    },
  },
);
afterAll(house.stop);

const caseworkers: readonly Role[] = [
  ...(['citizen', 'agent', 'enterprise'] as const),
  ...(['clerk', 'approver', 'dispatcher', 'supervisor'] as const),
];
const { samples, callerAs } = await createSampleThings(house);

const judge = createObjectMatrix({ house, samples, callerAs, missing, workers: caseworkers });

describe('nobody gets at what is not theirs', () => {
  test.each(closedIn(house.platform.http.routes).map((route) => [nameOf(route), route] as const))(
    '%s',
    async (_, route) => judge(route),
  );
});
