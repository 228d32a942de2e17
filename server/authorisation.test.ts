import { isStreamReply, pathOf, type Role, type Route, rolesOf } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { createKayakHouse } from './modules/cases/kayak-house.fixture.ts';
import { createDevices, devicesHttp } from './modules/devices/index.ts';
import { newId, type SignedIn } from './platform/index.ts';
import { can } from './platform/policy/can.ts';
import { placeOf, scopesFor } from './platform/policy/places.ts';
import type { Action, Kind } from './platform/policy/subject.ts';
import { table } from './platform/policy/table.ts';
import { createTestHouse } from './platform/testing.ts';
import { type Answer, createAsking } from './sample-request.fixture.ts';
import {
  createSampleThings,
  missing,
  type Relation,
  relations,
  type SampleThing,
} from './sample-things.fixture.ts';

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

const { samples, callerAs } = await createSampleThings(house);

const ask = createAsking(house);

const routes = closedIn(house.platform.http.routes);
/** The first thing an address names is what it is about; the rest belongs to it. */
const primaryOf = (route: Route): string | undefined => /:(\w+)/.exec(route.path)?.[1];
const workers: readonly Role[] = [
  'citizen',
  'agent',
  'enterprise',
  'clerk',
  'approver',
  'dispatcher',
  'supervisor',
];

describe('nobody gets at what is not theirs', () => {
  test.each(routes.map((route) => [nameOf(route), route] as const))('%s', async (_, route) => {
    expect((await ask(route, {})).status).toBe(401);
    for (const role of Object.keys(table) as Role[]) {
      if (role === 'anyone' || rolesOf(route.access).includes(role)) continue;
      await expectDenied(await ask(route, { caller: callerAs(role) }), { status: 403, code: 'session.role' });
    }
    const name = primaryOf(route);
    for (const role of workers.filter((one) => rolesOf(route.access).includes(one)))
      if (name !== undefined) await askAll(route, role, name);
  });
});

async function askAll(route: Route, role: Role, name: string): Promise<void> {
  const sample = samples[name];
  const caller = callerAs(role);
  if (sample === undefined) {
    const answer = await ask(route, { caller });
    // Taking away what is not there is no refusal, but nothing else is found under an id nobody has.
    if (route.method !== 'DELETE')
      expect([nameOf(route), answer.status < 300]).toEqual([nameOf(route), false]);
    return;
  }
  for (const relation of relations) {
    const thing = await sample(caller, relation);
    await judge(route, caller, { name, thing, relation });
  }
}

type Judged = { name: string; thing: SampleThing; relation: Relation };

async function judge(route: Route, caller: SignedIn, { name, thing, relation }: Judged): Promise<void> {
  const { reached, allowed } = expectedOf(route, caller, thing);
  if (reached && isStreamReply(route.reply)) return;
  const answer = await ask(route, {
    caller,
    params: { [name]: thing.id, document: thing.documents?.[0] ?? newId() },
  });
  const what = `${caller.role} ${relation}: ${answer.status} ${answer.code ?? ''}`;
  if (route.method === 'DELETE') return expectStanding(thing, { answer, allowed, what });
  expect(answer.code, `${what}: the sample of a request does not fit`).not.toBe('request.invalid');
  if (!reached && !allowed) return expectDenied(answer, { status: 404, code: missing[name] ?? '' }, what);
  expect([401, answer.code === 'session.role'], what).not.toContain(answer.status);
  if (name !== 'licence') expect(answer.code, what).not.toBe(missing[name]);
  if (!allowed && scopeOf(route) === 'assigned') expect(answer.status, what).toBeGreaterThanOrEqual(400);
}

/** Taking away what is not there is no refusal, but what is another's is still there afterwards. */
async function expectStanding(
  { stands }: SampleThing,
  { answer, allowed, what }: { answer: Answer; allowed: boolean; what: string },
): Promise<void> {
  if (stands !== undefined) return expect(await stands(), what).toBe(!allowed);
  if (!allowed) expect(answer.status, what).toBeGreaterThanOrEqual(400);
}

/** What the policy says of this caller and this thing: may it be seen at all, and may this be done with it. */
function expectedOf(
  route: Route,
  caller: SignedIn,
  { facts }: SampleThing,
): { reached: boolean; allowed: boolean } {
  const place = placeOf(route) as { kind: Kind; action: Action };
  const says = (action: Action, known: SampleThing['facts']) =>
    can(caller, action, { kind: place.kind, ...known }).allow;
  if (scopeOf(route) !== 'own') return { reached: says('read', facts), allowed: says(place.action, facts) };
  // What is open to its owner alone is not reached by the branch it lies in.
  const owner = { ownerId: facts.ownerId ?? '' };
  const mine = caller.role === 'agent' || owner.ownerId === caller.personId;
  return { reached: mine && says('read', owner), allowed: mine && says(place.action, owner) };
}

function scopeOf({ access }: Route) {
  return access === 'public' ? 'public' : access.scope;
}

async function expectDenied(
  answer: Answer,
  expected: { status: number; code: string },
  what = '',
): Promise<void> {
  expect({ status: answer.status, code: answer.code }, what).toEqual(expected);
  const { rows } = await sql<{ result: string }>`select result from platform.audit
    where request_id = ${answer.requestId}`.execute(house.db);
  expect(rows, what).toEqual([{ result: 'denied' }]);
}
