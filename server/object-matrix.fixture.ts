import { isStreamReply, pathOf, type Role, type Route, rolesOf } from '@tongban/contract';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { newId, type SignedIn } from './platform/index.ts';
import { can } from './platform/policy/can.ts';
import { placeOf } from './platform/policy/places.ts';
import type { Action, Kind } from './platform/policy/subject.ts';
import { table } from './platform/policy/table.ts';
import type { TestHouse } from './platform/testing.ts';
import { type Answer, createAsking } from './sample-request.fixture.ts';
import { type Relation, relations, type SampleThing, type Sampling } from './sample-things.fixture.ts';

/** Who asks, for what, and what is said of a thing that is not there or as good as not there. */
type Setting = {
  readonly house: TestHouse;
  readonly samples: Readonly<Record<string, Sampling>>;
  readonly callerAs: (role: Role) => SignedIn | Promise<SignedIn>;
  readonly missing: Readonly<Record<string, readonly string[]>>;
  /** The roles asked about each thing. */
  readonly workers: readonly Role[];
};
type Matrix = Setting & { readonly ask: ReturnType<typeof createAsking> };

/** 对象矩阵: asks a route as everybody, about things of their own, of their branch and of others, and holds it to the policy. */
export function createObjectMatrix(setting: Setting) {
  const matrix = { ...setting, ask: createAsking(setting.house) };
  const { ask, callerAs, workers } = matrix;
  return async (route: Route): Promise<void> => {
    expect((await ask(route, {})).status).toBe(401);
    for (const role of Object.keys(table) as Role[]) {
      if (role === 'anyone' || rolesOf(route.access).includes(role)) continue;
      const caller = await callerAs(role);
      await expectDenied(matrix, await ask(route, { caller }), { status: 403, codes: ['session.role'] });
    }
    const name = primaryOf(route);
    for (const role of workers.filter((one) => rolesOf(route.access).includes(one)))
      if (name !== undefined) await askAll(matrix, route, { name, caller: await callerAs(role) });
  };
}

/** The first thing an address names is what it is about; the rest belongs to it. */
const primaryOf = (route: Route): string | undefined => /:(\w+)/.exec(route.path)?.[1];

type About = { name: string; caller: SignedIn };

async function askAll(matrix: Matrix, route: Route, { name, caller }: About): Promise<void> {
  const { ask, samples } = matrix;
  const sample = samples[name];
  if (sample === undefined) {
    const answer = await ask(route, { caller });
    // Taking away what is not there is no refusal, but nothing else is found under an id nobody has.
    if (route.method !== 'DELETE')
      expect([pathOf(route), answer.status < 300]).toEqual([pathOf(route), false]);
    return;
  }
  for (const relation of relations) {
    const thing = await sample(caller, relation);
    await judge(matrix, route, { name, caller, thing, relation });
  }
}

type Judged = About & { thing: SampleThing; relation: Relation };

async function judge(matrix: Matrix, route: Route, judged: Judged): Promise<void> {
  const { name, caller, thing, relation } = judged;
  const { ask } = matrix;
  const absent = matrix.missing[name] ?? [];
  const { reached, allowed } = expectedOf(route, caller, thing);
  if (reached && isStreamReply(route.reply)) return;
  const answer = await ask(route, {
    caller,
    params: { [name]: thing.id, document: thing.documents?.[0] ?? newId() },
  });
  const what = `${caller.role} ${relation}: ${answer.status} ${answer.code ?? ''}`;
  if (route.method === 'DELETE') return expectStanding(thing, { answer, allowed, what });
  expect(answer.code, `${what}: the sample of a request does not fit`).not.toBe('request.invalid');
  if (!reached && !allowed) return expectDenied(matrix, answer, { status: 404, codes: absent, what });
  expect([401, answer.code === 'session.role'], what).not.toContain(answer.status);
  if (name !== 'licence') expect(absent, what).not.toContain(answer.code);
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
  { house }: Matrix,
  answer: Answer,
  { what = '', status, codes }: { status: number; codes: readonly string[]; what?: string },
): Promise<void> {
  expect(answer.status, what).toBe(status);
  expect(codes, what).toContain(answer.code);
  const { rows } = await sql<{ result: string }>`select result from platform.audit
    where request_id = ${answer.requestId}`.execute(house.db);
  expect(rows, what).toEqual([{ result: 'denied' }]);
}
