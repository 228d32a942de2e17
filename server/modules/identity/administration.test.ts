import { accessRoutes } from '@tongban/contract';
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, transaction } from '../../platform/index.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { createOffices } from '../offices/index.ts';
import {
  accountsHttp,
  createAdministration,
  createIdentity,
  createRegisterSimulator,
  createSmsSimulator,
  type Identity,
  identityHttp,
} from './index.ts';

const lake = {
  ...{ id: 'lake', name: '示例·东湖公安局', name_en: 'Demo Lake', kind: 'city-bureau' as const, level: 3 },
  ...{ division: '4419', covers: ['4419'], phone: '0769-00000000', code: '11990000DEM000014D' },
};
const offices = createOffices({
  ...{ divisions: [], local: [] },
  offices: { demo: true, organisations: [lake as never], halls: [] },
});
const secret = 'TONGBANTESTTONGBANTESTTONGBANTE2';
const security: SignedIn = { role: 'security-admin', personId: '01900000-0000-7000-8000-000000000001' };

let house: TestHouse;
let identity: Identity;
beforeAll(async () => {
  house = await createTestHouse((platform) => {
    const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
    identity = createIdentity({ ...platform, ports });
    identityHttp(platform.http, identity);
    // In this test callers are pretended for the administrator and real for those who are suspended.
    platform.http.identifyBy((arrival) => {
      const pretended = arrival.header('x-test-caller');
      return pretended === undefined ? identity.identify(arrival) : Promise.resolve(JSON.parse(pretended));
    });
    accountsHttp(platform.http, createAdministration({ ...platform, offices }));
  });
});
afterAll(() => house.stop());

let count = 0;
async function anAccount(): Promise<{ login: string; personId: string }> {
  count += 1;
  const login = `kayak${count}`;
  const personId = await transaction(house.db, (tx) =>
    identity.enrolStaff(tx, {
      ...{ name: `示例·同事${count}`, login, staffNumber: `99000${count}`, password: 'a long password' },
      totpSecret: secret,
      assignments: [{ role: 'clerk', office: 'lake', officeName: '示例·东湖公安局', branch: 'lake' }],
    }),
  );
  return { login, personId };
}

/** Signs in for real; each call moves the clock to the next code. */
async function signIn(login: string): Promise<{ status: number; code?: string; cookie: string }> {
  house.moveBy({ minutes: 1 });
  const totp = await generate({ secret, epoch: Math.floor(house.clock().getTime() / 1000) });
  const answer = await house.inject({
    ...{ method: 'POST', url: '/api/sign-in/staff' },
    payload: { login, password: 'a long password', totp },
  });
  const token = answer.cookies.find((cookie) => cookie.name === 'tongban_session')?.value ?? '';
  return { status: answer.statusCode, code: answer.json().code, cookie: `tongban_session=${token}` };
}
async function sessionOf(cookie: string) {
  const answer = await house.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
  return answer.json();
}

const call = () => house.as(security);
const appoint = (person: string, role: string, more: object = {}) =>
  call()(accessRoutes.appoint, { params: { person }, body: { role, organisation: 'lake', ...more } });

describe('accounts', () => {
  test('are found by login or name, with their posts', async () => {
    const { login, personId } = await anAccount();
    const [found] = (await call()(accessRoutes.accounts, { query: { q: login } })).accounts;
    expect(found).toMatchObject({ person: personId, login, suspended: false });
    expect(found?.posts).toMatchObject([{ role: 'clerk', office: '示例·东湖公安局' }]);
    expect(await call()(accessRoutes.accounts, { query: { q: '没有这个人' } })).toEqual({
      ...{ accounts: [], organisations: [{ id: 'lake', name: '示例·东湖公安局' }] },
    });
  });
  test('a post is given and acted from', async () => {
    const { login, personId } = await anAccount();
    const { assignment } = await appoint(personId, 'approver', { until: '2026-12-31' });
    const { cookie } = await signIn(login);
    const chosen = await house.inject({
      ...{ method: 'PUT', url: '/api/session/assignment', headers: { cookie } },
      payload: { assignment },
    });
    expect(chosen.json().assignment).toMatchObject({ id: assignment, role: 'approver', branch: 'lake' });
  });
  test('an unknown role, organisation, person or a past day is refused', async () => {
    const { personId } = await anAccount();
    await expect(appoint(personId, 'captain')).rejects.toMatchObject({ code: 'identity.role' });
    await expect(appoint(personId, 'clerk', { organisation: 'sea' })).rejects.toMatchObject({
      code: 'identity.organisation',
    });
    await expect(appoint(personId, 'clerk', { until: '2020-01-01' })).rejects.toMatchObject({
      code: 'identity.until',
    });
    await expect(appoint('01900000-0000-7000-8000-00000000000f', 'clerk')).rejects.toMatchObject({
      code: 'identity.account',
    });
  });
  test('nobody changes the own account', async () => {
    await expect(appoint(security.personId, 'admin')).rejects.toMatchObject({ code: 'identity.own-account' });
  });
  test('only a security administrator may see or change them', async () => {
    for (const role of ['admin', 'auditor', 'supervisor', 'clerk'] as const)
      await expect(house.as({ ...security, role })(accessRoutes.accounts, {})).rejects.toMatchObject({
        code: 'session.role',
      });
  });
});

describe('本人: which citizen the holder of an account is', () => {
  const [number, masked] = ['990101198804120014', '990***********0014'];
  const setNumber = (person: string, citizenNumber?: string) =>
    call()(accessRoutes.setNumber, {
      params: { person },
      body: citizenNumber === undefined ? {} : { citizenNumber },
    });
  const shown = async (login: string) =>
    (await call()(accessRoutes.accounts, { query: { q: login } })).accounts[0]?.citizenNumber;
  /** Who comes with this cookie, as every request finds it out. */
  const whoComes = async (cookie: string) => {
    const [, token] = cookie.split('=');
    const arrival = { method: 'GET', url: '/', ip: '127.0.0.1', header: () => undefined };
    return identity.identify({ ...arrival, cookies: { tongban_session: token } });
  };

  test('is kept sealed, shown masked, known with every request from then on, and taken back', async () => {
    const { login, personId } = await anAccount();
    const { cookie } = await signIn(login);
    const citizenId = await transaction(house.db, (tx) =>
      identity.enrolCitizen(tx, { name: '示例·本人', citizenNumber: number }),
    );
    expect(await whoComes(cookie)).not.toHaveProperty('citizenId');
    await setNumber(personId, ' 990101 19880412 0014 ');
    expect(await shown(login)).toBe(masked);
    expect(await whoComes(cookie)).toMatchObject({ role: 'clerk', personId, citizenId });
    await setNumber(personId);
    expect(await shown(login)).toBeUndefined();
    expect(await whoComes(cookie)).not.toHaveProperty('citizenId');
  });
  test('a number that cannot be one, or of another account, is refused', async () => {
    const [one, other] = [await anAccount(), await anAccount()];
    await expect(setNumber(one.personId, '990101198804120015')).rejects.toMatchObject({
      ...{ code: 'identity.citizen-number', kind: 'invalid' },
      faults: [{ pointer: '/citizenNumber' }],
    });
    await setNumber(one.personId, number);
    await expect(setNumber(other.personId, number)).rejects.toMatchObject({ code: 'identity.number-taken' });
    expect(await shown(other.login)).toBeUndefined();
  });
  test('nobody says it of themselves, and no other administrator may', async () => {
    await expect(setNumber(security.personId, number)).rejects.toMatchObject({
      code: 'identity.own-account',
    });
    const { personId: person } = await anAccount();
    const asAdmin = house.as({ ...security, role: 'admin' });
    await expect(asAdmin(accessRoutes.setNumber, { params: { person }, body: {} })).rejects.toMatchObject({
      code: 'session.role',
    });
  });
});

describe('三权分立', () => {
  test('no two of system, security and audit administrator are one person', async () => {
    const { personId } = await anAccount();
    const { assignment } = await appoint(personId, 'admin');
    await expect(appoint(personId, 'auditor')).rejects.toMatchObject({ code: 'identity.separation' });
    await expect(appoint(personId, 'security-admin')).rejects.toMatchObject({ code: 'identity.separation' });
    await appoint(personId, 'supervisor');
    await call()(accessRoutes.dismiss, { params: { assignment } });
    await appoint(personId, 'auditor');
  });
  test('two posts at once by two hands do not slip through', async () => {
    const { personId } = await anAccount();
    const both = await Promise.allSettled([appoint(personId, 'admin'), appoint(personId, 'auditor')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('what ends at once', () => {
  test('a session that acts from a post that was ended', async () => {
    const { login, personId } = await anAccount();
    const { assignment } = await appoint(personId, 'approver');
    const { cookie } = await signIn(login);
    await house.inject({
      ...{ method: 'PUT', url: '/api/session/assignment', headers: { cookie } },
      payload: { assignment },
    });
    await call()(accessRoutes.dismiss, { params: { assignment } });
    expect(await sessionOf(cookie)).toEqual({ kind: 'anyone' });
    const again = await signIn(login);
    expect((await sessionOf(again.cookie)).assignments).toHaveLength(1);
    await expect(call()(accessRoutes.dismiss, { params: { assignment } })).rejects.toMatchObject({
      code: 'identity.assignment',
    });
  });
  test('every session of a suspended account, until it is let in again', async () => {
    const { login, personId } = await anAccount();
    const { cookie } = await signIn(login);
    const suspend = (suspended: boolean) =>
      call()(accessRoutes.suspend, { params: { person: personId }, body: { suspended, reason: '调查' } });
    await suspend(true);
    expect(await sessionOf(cookie)).toEqual({ kind: 'anyone' });
    expect(await signIn(login)).toMatchObject({ status: 403, code: 'identity.suspended' });
    const [found] = (await call()(accessRoutes.accounts, { query: { q: login } })).accounts;
    expect(found?.suspended).toBe(true);
    await suspend(false);
    expect((await signIn(login)).status).toBe(200);
  });
  test('a post whose last day has passed plays no role any more', async () => {
    const { login, personId } = await anAccount();
    const { assignment } = await appoint(personId, 'approver', { until: '2026-03-02' });
    const { cookie } = await signIn(login);
    await house.inject({
      ...{ method: 'PUT', url: '/api/session/assignment', headers: { cookie } },
      payload: { assignment },
    });
    house.moveTo(new Date('2026-03-02T16:00:01Z'));
    const { cookie: later } = await signIn(login);
    expect((await sessionOf(later)).assignments).toHaveLength(1);
    house.moveTo(new Date('2026-03-02T03:00:00Z'));
  });
});
