import {
  casesRoutes,
  draftsRoutes,
  intakeRoutes,
  isStreamReply,
  pathOf,
  type Role,
  type Route,
  rolesOf,
} from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { createKayakHouse, lakeAnswers } from './modules/cases/kayak-house.fixture.ts';
import { newId, type SignedIn } from './platform/index.ts';
import { can } from './platform/policy/can.ts';
import { placeOf, scopesFor } from './platform/policy/places.ts';
import type { Action, Kind, Resource } from './platform/policy/subject.ts';
import { table } from './platform/policy/table.ts';
import { createTestHouse } from './platform/testing.ts';
import { type Answer, createAsking } from './sample-request.fixture.ts';

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

/** How a thing stands to the one who asks. */
const relations = ['own', 'same branch', 'other branch'] as const;
type Relation = (typeof relations)[number];
type Sample = { readonly id: string; readonly facts: Omit<Resource, 'kind'>; readonly documents?: string[] };

const house = await createKayakHouse();
afterAll(house.stop);

const people = await settle();

/** Fills the house: two applicants, two branches, and cases, drafts, files and sittings of each. */
async function settle() {
  const [ann, bob, eve] = [
    await house.citizen('示例甲'),
    await house.citizen('示例乙'),
    await house.citizen('示例丙'),
  ];
  const clerk = await house.staff('clerk', { branch: 'lake/east' });
  const colleague = await house.staff('clerk', { branch: 'lake/east' });
  const far = await house.staff('clerk', { branch: 'lake/west' });
  const approver = await house.staff('approver', { branch: 'lake/east' });
  const held = await house.submitted(ann);
  await house.claim(clerk, held);
  const reviewed = await house.submitted(ann);
  await house.claim(clerk, reviewed);
  await house.mark(clerk, reviewed);
  await house.accept(clerk, reviewed);
  await house.claim(approver, reviewed);
  const loose = await house.submitted(bob);
  const away = await submittedIn('4401', bob);
  const sit = async (who: SignedIn, person: typeof ann, name: string) =>
    (
      await house.as(who)(intakeRoutes.begin, {
        body: { name, citizenNumber: person.citizenNumber, by: 'card' },
      })
    ).sitting;
  return {
    ...{ ann, bob, clerk, approver, held, reviewed, loose, away },
    sittings: [
      await sit(clerk, eve, '示例丙'),
      await sit(colleague, bob, '示例乙'),
      await sit(far, ann, '示例甲'),
    ],
    licences: [await house.giveCard(ann), await house.giveCard(bob)],
    ...{ colleague, far },
  };
}

async function submittedIn(division: string, person: SignedIn): Promise<string> {
  const body = { item: 'kayak', division, answers: lakeAnswers };
  const { draft } = await house.fill(person, await house.as(person)(draftsRoutes.begin, { body }));
  return (await house.submit(person, draft)).case;
}

function callerAs(role: Role): SignedIn {
  const { ann, clerk, approver } = people;
  const assignment = { id: newId(), branch: 'lake/east' };
  switch (role) {
    case 'citizen':
      return ann;
    case 'clerk':
      return clerk;
    case 'approver':
      return approver;
    case 'agent':
      return { role, personId: newId(), principalId: ann.personId };
    case 'enterprise':
      return { role, personId: ann.personId };
    default:
      return { role, personId: newId(), assignment };
  }
}

/** A thing of a kind as it stands to a role; made anew where asking for it may use it up. */
type Samples = Readonly<Record<string, (role: Role, relation: Relation) => Promise<Sample>>>;
const samples: Samples = {
  case: async (role, relation) => {
    const { held, reviewed, loose, away, ann, bob, clerk, approver } = people;
    if (relation === 'own' && role === 'approver')
      return aCase(reviewed, { ownerId: ann.personId, holderId: approver.personId, branch: 'lake/east' });
    if (relation === 'own')
      return aCase(held, { ownerId: ann.personId, holderId: clerk.personId, branch: 'lake/east' });
    if (relation === 'same branch')
      return aCase(loose, { ownerId: bob.personId, holderId: '', branch: 'lake/east' });
    return aCase(away, { ownerId: bob.personId, holderId: '', branch: 'lake/west' });
  },
  draft: async (_, relation) => {
    const owner = relation === 'own' ? people.ann : people.bob;
    return { id: (await house.begin(owner)).draft, facts: { ownerId: owner.personId } };
  },
  file: async (role, relation) => {
    const owner = relation === 'own' ? people.ann : people.bob;
    if (role === 'clerk' && relation === 'own')
      return { id: await house.upload(people.clerk), facts: { ownerId: people.clerk.personId } };
    const number = { own: people.held, 'same branch': people.loose, 'other branch': people.away }[relation];
    const { slots } = await house.as(owner)(casesRoutes.get, { params: { case: number } });
    const branch = relation === 'other branch' ? 'lake/west' : 'lake/east';
    return { id: slots[0]?.files[0]?.file ?? '', facts: { ownerId: owner.personId, branch } };
  },
  sitting: (_, relation) => {
    const holder = { own: people.clerk, 'same branch': people.colleague, 'other branch': people.far }[
      relation
    ];
    const id = people.sittings[relations.indexOf(relation)] ?? '';
    return Promise.resolve({
      id,
      facts: { holderId: holder.personId, branch: holder.assignment?.branch ?? '' },
    });
  },
  licence: (_, relation) => {
    const owner = relation === 'own' ? people.ann : people.bob;
    return Promise.resolve({
      id: people.licences[relation === 'own' ? 0 : 1] ?? '',
      facts: { ownerId: owner.personId },
    });
  },
};

async function aCase(id: string, facts: Sample['facts']): Promise<Sample> {
  const { rows } = await sql<{
    document: string;
  }>`select jsonb_array_elements(documents)->>'document' as document
    from cases.case where case_number = ${id}`.execute(house.db);
  return { id, facts: { ...facts, item: 'kayak' }, documents: rows.map((row) => row.document) };
}

/** What is said of a thing that is not there, or as good as not there. */
const missing: Readonly<Record<string, string>> = {
  ...{ case: 'cases.missing', draft: 'cases.draft', sitting: 'intake.missing' },
  ...{ file: 'files.missing', licence: 'licences.certificate' },
};

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
    const thing = await sample(role, relation);
    await judge(route, caller, { name, thing, relation });
  }
}

type Judged = { name: string; thing: Sample; relation: Relation };

async function judge(route: Route, caller: SignedIn, { name, thing, relation }: Judged): Promise<void> {
  const { reached, allowed } = expectedOf(route, caller, thing);
  if (reached && isStreamReply(route.reply)) return;
  const answer = await ask(route, {
    caller,
    params: { [name]: thing.id, document: thing.documents?.[0] ?? newId() },
  });
  const what = `${caller.role} ${relation}: ${answer.status} ${answer.code ?? ''}`;
  expect(answer.code, `${what}: the sample of a request does not fit`).not.toBe('request.invalid');
  if (!reached && !allowed) return expectDenied(answer, { status: 404, code: missing[name] ?? '' }, what);
  expect([401, answer.code === 'session.role'], what).not.toContain(answer.status);
  if (name !== 'licence') expect(answer.code, what).not.toBe(missing[name]);
  if (!allowed && scopeOf(route) === 'assigned') expect(answer.status, what).toBeGreaterThanOrEqual(400);
}

/** What the policy says of this caller and this thing: may it be seen at all, and may this be done with it. */
function expectedOf(
  route: Route,
  caller: SignedIn,
  { facts }: Sample,
): { reached: boolean; allowed: boolean } {
  const place = placeOf(route) as { kind: Kind; action: Action };
  const says = (action: Action, known: Sample['facts']) =>
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
