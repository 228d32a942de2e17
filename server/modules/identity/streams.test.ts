import { accessRoutes, route, streamReply } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { sql } from 'kysely';
import { generate } from 'otplib';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announce, newId, type SignedIn, serve, topic, transaction } from '../../platform/index.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { createOffices } from '../offices/index.ts';
import {
  accountsHttp,
  createAdministration,
  createIdentity,
  createRegisterSimulator,
  createSmsSimulator,
  endExpiredSessions,
  type Identity,
  identityHttp,
} from './index.ts';

const secret = 'TONGBANTESTTONGBANTESTTONGBANTE2';
const Called = Type.Object({ number: Type.String() });
const calls = topic('kayaks.calls', Called);
const watch = route({
  method: 'GET',
  path: '/piers/calls',
  access: { roles: ['clerk'], scope: 'branch' },
  summary: 'Calls of a pier',
  reply: streamReply(Called),
});
const offices = createOffices({
  ...{ divisions: [], local: [] },
  offices: { demo: true, organisations: [], halls: [] },
});

let house: TestHouse;
let identity: Identity;
let origin: string;
let security: SignedIn;
beforeAll(async () => {
  house = await createTestHouse((platform) => {
    const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
    identity = createIdentity({ ...platform, ports });
    identityHttp(platform.http, identity);
    // Callers are pretended for the administrator and real for those who follow.
    platform.http.identifyBy((arrival) => {
      const pretended = arrival.header('x-test-caller');
      return pretended === undefined ? identity.identify(arrival) : Promise.resolve(JSON.parse(pretended));
    });
    accountsHttp(platform.http, createAdministration({ ...platform, offices }));
    endExpiredSessions(platform);
    serve(platform.http, watch, (_, _caller, { gone }) =>
      platform.live.listen({ topic: calls, key: 'lake' }, gone),
    );
  });
  origin = await house.listen();
  security = { role: 'security-admin', personId: newId() };
});
afterAll(() => house.stop());

const post = { role: 'clerk', office: 'lake', officeName: '示例单位', branch: 'lake' } as const;

/** A clerk with two posts, signed in, who follows the calls of the pier. */
async function following() {
  const login = `kayak${newId()}`;
  const personId = await transaction(house.db, (tx) =>
    identity.enrolStaff(tx, {
      ...{ name: '示例·同事', login, staffNumber: login, password: 'a long password', totpSecret: secret },
      assignments: [post, { ...post, branch: 'lake/east' }],
    }),
  );
  const totp = await generate({ secret, epoch: Math.floor(house.clock().getTime() / 1000) });
  const opened = await house.inject({
    ...{ method: 'POST', url: '/api/sign-in/staff' },
    payload: { login, password: 'a long password', totp },
  });
  const token = opened.cookies.find(({ name }) => name === 'tongban_session')?.value ?? '';
  const cookie = `tongban_session=${token}`;
  const stream = await fetch(origin + addressOf(watch, {}), { headers: { cookie } });
  const reader = stream.body?.getReader();
  await reader?.read();
  const { assignments, assignment } = opened.json();
  const over = () => reader?.read();
  const hears = async () => new TextDecoder().decode((await over())?.value);
  return { personId, cookie, assignment, assignments, over, hears };
}
const announceCall = (number: string) =>
  transaction(house.db, (tx) => announce(tx, { topic: calls, key: 'lake', data: { number } }));
const signOut = (cookie: string) =>
  house.inject({ method: 'POST', url: '/api/sign-out', headers: { cookie } });

describe('what is told live to a member of staff ends', () => {
  test('when the account is suspended', async () => {
    const { personId, over } = await following();
    const body = { suspended: true, reason: '调离' };
    await house.as(security)(accessRoutes.suspend, { params: { person: personId }, body });
    expect(await over()).toMatchObject({ done: true });
  });
  test('when the post is ended from which it was asked for', async () => {
    const { assignment, over } = await following();
    await house.as(security)(accessRoutes.dismiss, { params: { assignment: assignment.id } });
    expect(await over()).toMatchObject({ done: true });
  });
  test('when the person signs out', async () => {
    const { cookie, over } = await following();
    await signOut(cookie);
    expect(await over()).toMatchObject({ done: true });
  });
  test('when the person goes on from another post', async () => {
    const { cookie, assignment, assignments, over } = await following();
    const other = assignments.find(({ id }: { id: string }) => id !== assignment.id);
    await house.inject({
      ...{ method: 'PUT', url: '/api/session/assignment', headers: { cookie } },
      payload: { assignment: other.id },
    });
    expect(await over()).toMatchObject({ done: true });
  });
  test('when the session was left idle, but not while its time runs', async () => {
    const { cookie, hears, over } = await following();
    const round = () => house.platform.jobs.runTimer('identity.end-sessions');
    house.moveBy({ minutes: 20 });
    await house.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
    house.moveBy({ minutes: 20 });
    await round();
    await announceCall('A001');
    expect(await hears()).toContain('A001');
    house.moveBy({ minutes: 10 });
    await round();
    expect(await over()).toMatchObject({ done: true });
    const { rows } = await sql<{ open: number }>`select count(*)::int as open from identity.session
      where ended_at is null and expires_at <= ${house.clock()}`.execute(house.db);
    expect(rows).toEqual([{ open: 0 }]);
  });
  test('and is not begun again in a session that is over', async () => {
    const { cookie } = await following();
    await signOut(cookie);
    const again = await fetch(origin + addressOf(watch, {}), { headers: { cookie } });
    expect(again.status).toBe(401);
  });
});
