import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { identityRoutes } from '@tongban/contract';
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, transaction } from '../../platform/index.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import {
  createIdentity,
  createRegisterHttp,
  createRegisterSimulator,
  createSmsSimulator,
  identityHttp,
} from './index.ts';

const someone = { name: '示例甲', citizenNumber: '990101199003070015', phone: '19900001234' };
const secret = 'TONGBANTESTTONGBANTESTTONGBANTE2';

let house: TestHouse;
let identity: ReturnType<typeof createIdentity>;

beforeAll(async () => {
  house = await createTestHouse((platform) => {
    const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([someone]) };
    identity = createIdentity({ ...platform, ports });
    identityHttp(platform.http, identity);
  });
  await transaction(house.db, (tx) =>
    identity.enrolStaff(tx, {
      name: '示例·窗口',
      login: 'clerk',
      staffNumber: '990001',
      password: 'a long password',
      totpSecret: secret,
      assignments: [
        { role: 'clerk', office: 'hall', officeName: '示例大厅', branch: 'gd/dg' },
        { role: 'hall-manager', office: 'hall', officeName: '示例大厅', branch: 'gd/dg' },
      ],
    }),
  );
});
afterAll(() => house.stop());

async function codeFor(phone: string): Promise<string> {
  const sent = await house.anyone(identityRoutes.sendCode, { body: { phone } });
  return sent.simulatorCode ?? '';
}
const totp = () => generate({ secret, epoch: Math.floor(house.clock().getTime() / 1000) });
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) => {
  const found = answer.cookies.find((cookie) => cookie.name === 'tongban_session');
  return `tongban_session=${found?.value ?? ''}`;
};
const signInByWire = (body: object, kind: 'citizen' | 'staff') =>
  house.inject({ method: 'POST', url: `/api/sign-in/${kind}`, payload: body });
const callerOf = (cookie: string): Promise<Caller> =>
  identity.identify({
    method: 'GET',
    url: '/',
    ip: '127.0.0.1',
    cookies: { tongban_session: cookie.replace('tongban_session=', '') },
    header: () => undefined,
  });

describe('a citizen signs in', () => {
  test('with code, name and number; the session shows masked numbers only', async () => {
    const code = await codeFor(someone.phone);
    const answer = await signInByWire({ ...someone, code }, 'citizen');
    expect(answer.json()).toMatchObject({
      kind: 'citizen',
      name: '示例甲',
      citizenNumber: '990***********0015',
      phone: '199****1234',
    });
    expect(answer.body).not.toContain(someone.citizenNumber);
    expect(await callerOf(cookieOf(answer))).toMatchObject({ role: 'citizen' });
  });

  test('twice and is the same person', async () => {
    const first = await signInByWire(
      { ...someone, code: await codeFor('19900005555'), phone: '19900005555' },
      'citizen',
    );
    house.moveBy({ hours: 1, seconds: 1 });
    const second = await signInByWire({ ...someone, code: await codeFor(someone.phone) }, 'citizen');
    expect(second.json().personId).toBe(first.json().personId);
  });

  test('a code counts once, and an empty or odd one never', async () => {
    house.moveBy({ hours: 1, seconds: 1 });
    const code = await codeFor(someone.phone);
    for (const odd of [' ', '１２３４５６7', '000000x', `${code}0`]) {
      expect((await signInByWire({ ...someone, code: odd }, 'citizen')).statusCode).toBe(400);
    }
    expect((await signInByWire({ ...someone, code }, 'citizen')).statusCode).toBe(200);
    const again = await signInByWire({ ...someone, code }, 'citizen');
    expect(again.json()).toMatchObject({ code: 'identity.code-missing' });
  });

  test('after five wrong codes even the right one is refused', async () => {
    house.moveBy({ hours: 1, seconds: 1 });
    const code = await codeFor(someone.phone);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let time = 0; time < 5; time += 1) await signInByWire({ ...someone, code: wrong }, 'citizen');
    expect((await signInByWire({ ...someone, code }, 'citizen')).json()).toMatchObject({
      code: 'identity.code-spent',
    });
  });

  test('a code older than ten minutes is refused', async () => {
    house.moveBy({ hours: 1, seconds: 1 });
    const code = await codeFor(someone.phone);
    house.moveBy({ minutes: 10 });
    expect((await signInByWire({ ...someone, code }, 'citizen')).json()).toMatchObject({
      code: 'identity.code-expired',
    });
  });

  test('a sixth code within the hour is refused', async () => {
    for (let time = 0; time < 5; time += 1) await codeFor('19900007777');
    await expect(codeFor('19900007777')).rejects.toMatchObject({ code: 'identity.too-many-codes' });
  });

  test('a wrong number names the character, a short phone the digits', async () => {
    const answer = await signInByWire(
      { phone: '123', code: '123456', name: ' ', citizenNumber: '990101199003070016' },
      'citizen',
    );
    const said = answer.json().errors.map((error: { message: string }) => error.message);
    expect(said).toEqual(['填写姓名', '身份证号码第 18 位对不上，请核对', '手机号码应为 11 位数字']);
  });

  test('a name the register does not know with this number is refused without saying which is wrong', async () => {
    house.moveBy({ hours: 1, seconds: 1 });
    const code = await codeFor(someone.phone);
    const answer = await signInByWire({ ...someone, name: '别人', code }, 'citizen');
    expect(answer.json()).toMatchObject({
      code: 'identity.register-mismatch',
      detail: '姓名和身份证号码对不上，请照身份证再填一次',
    });
  });
});

describe('staff sign in', () => {
  test('with password and time-based code, acting from the first post', async () => {
    house.moveBy({ minutes: 1 });
    const answer = await signInByWire(
      { login: 'clerk', password: 'a long password', totp: await totp() },
      'staff',
    );
    expect(answer.json()).toMatchObject({ kind: 'staff', assignment: { role: 'clerk', branch: 'gd/dg' } });
    const caller = await callerOf(cookieOf(answer));
    expect(caller).toMatchObject({ role: 'clerk', assignment: { branch: 'gd/dg' } });
  });

  test('and change to another post of their own, and to no other', async () => {
    house.moveBy({ minutes: 1 });
    const answer = await signInByWire(
      { login: 'clerk', password: 'a long password', totp: await totp() },
      'staff',
    );
    const choose = (assignment: string) =>
      house.inject({
        method: 'PUT',
        url: '/api/session/assignment',
        headers: { cookie: cookieOf(answer) },
        payload: { assignment },
      });
    const { assignments, personId } = answer.json();
    expect((await choose(assignments[1].id)).json()).toMatchObject({ assignment: { role: 'hall-manager' } });
    expect((await choose(personId)).statusCode).toBe(404);
    expect(await callerOf(cookieOf(answer))).toMatchObject({ role: 'hall-manager' });
  });

  test('a code is not taken twice', async () => {
    house.moveBy({ minutes: 1 });
    const given = { login: 'clerk', password: 'a long password', totp: await totp() };
    expect((await signInByWire(given, 'staff')).statusCode).toBe(200);
    expect((await signInByWire(given, 'staff')).json()).toMatchObject({ code: 'identity.credentials' });
  });

  test('five wrong passwords lock the account for half an hour', async () => {
    house.moveBy({ minutes: 1 });
    const given = async (password: string) => ({ login: 'clerk', password, totp: await totp() });
    // The clock stands still, so each try needs its own step.
    for (let time = 0; time < 5; time += 1) {
      house.moveBy({ minutes: 1 });
      await signInByWire(await given('wrong'), 'staff');
    }
    house.moveBy({ minutes: 1 });
    expect((await signInByWire(await given('a long password'), 'staff')).json()).toMatchObject({
      code: 'identity.locked',
    });
    house.moveBy({ minutes: 31 });
    expect((await signInByWire(await given('a long password'), 'staff')).statusCode).toBe(200);
  });
});

describe('a session', () => {
  test('ends at sign-out and after half an hour without use', async () => {
    house.moveBy({ hours: 1, seconds: 1 });
    const first = cookieOf(await signInByWire({ ...someone, code: await codeFor(someone.phone) }, 'citizen'));
    await house.inject({ method: 'POST', url: '/api/sign-out', headers: { cookie: first } });
    expect(await callerOf(first)).toEqual({ role: 'anyone' });
    const second = cookieOf(
      await signInByWire({ ...someone, code: await codeFor(someone.phone) }, 'citizen'),
    );
    house.moveBy({ minutes: 31 });
    expect(await callerOf(second)).toEqual({ role: 'anyone' });
  });
});

describe('the outer services', () => {
  test('are asked by signed JSON; an unreadable or failing answer is an error, never a match', async () => {
    const heard: string[] = [];
    const answers = [{ match: true, division: '43' }, { match: false, why: 'name' }, 'odd'];
    const server = createServer((request, response) => {
      heard.push(String(request.headers['x-signature']));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answers.shift()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const peer = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: 'k', secret: 's' };
    const register = createRegisterHttp(peer);
    expect(await register.check(someone)).toEqual({ match: true, division: '43' });
    expect(await register.check(someone)).toEqual({ match: false, why: 'name' });
    await expect(register.check(someone)).rejects.toThrow('unreadable');
    expect(heard.every((signature) => /^[0-9a-f]{64}$/.test(signature))).toBe(true);
    server.close();
    await expect(register.check(someone)).rejects.toThrow();
  });
});
