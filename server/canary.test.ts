import { Writable } from 'node:stream';
import { identityRoutes, pathOf, type Route } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { createLog } from './platform/index.ts';
import { createTestHouse, type TestHouse } from './platform/testing.ts';

/** 金丝雀: the number of somebody invented whom the register knows, and a phone of nobody, sent into every corner. */
const number = '990101199405210025';
const person = '示例·林小满';
const phone = '19987654321';
const written: string[] = [];
const answered: string[] = [];
const codes: string[] = [];
let house: TestHouse;
let session = '';

const destination = new Writable({
  write(chunk, _encoding, done) {
    written.push(String(chunk));
    done();
  },
});

beforeAll(async () => {
  house = await createTestHouse(
    async (platform) => {
      await createApp(platform);
      const config = { access: 'public' as const };
      platform.http.fastify.get('/api/capsize', { config }, () => {
        throw new Error(`capsized with ${number} and ${phone}`, { cause: new Error(phone) });
      });
    },
    { log: createLog('trace', destination) },
  );
});
afterAll(() => house.stop());

type Knock = { method: string; url: string; body?: unknown; cookies?: string };

/** Sends a request; whatever comes back that is not a success is kept, headers and all. */
async function knock({ method, url, body, cookies = '' }: Knock) {
  const answer = await house.inject({
    method: method as 'GET',
    url,
    headers: { cookie: cookies, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  if (answer.statusCode >= 300) answered.push(`${JSON.stringify(answer.headers)} ${answer.payload}`);
  return answer;
}

const send = (route: Route, body: unknown) => knock({ method: route.method, url: pathOf(route), body });

async function code(): Promise<string> {
  const { simulatorCode } = (await send(identityRoutes.sendCode, { phone })).json<{
    simulatorCode: string;
  }>();
  codes.push(simulatorCode);
  return simulatorCode;
}

/** An address with a canary in the place of everything that would have to be known. */
const addressOf = (route: Route, canary: string) => pathOf(route).replace(/:[a-zA-Z]+/g, canary);

async function knockEverywhere(cookies: string): Promise<void> {
  const everything = {
    phone,
    citizenNumber: number,
    name: number,
    code: codes[0],
    reason: number,
    kayak: phone,
  };
  for (const route of house.platform.http.routes) {
    for (const canary of [number, phone]) {
      const url = `${addressOf(route, canary)}?q=${canary}&after=${canary}&actor=${number}`;
      const body = route.method === 'GET' || route.method === 'DELETE' ? {} : { body: everything };
      await knock({ method: route.method, url, cookies, ...body });
    }
  }
}

test('canaries never come to light, whatever is done with them', async () => {
  const wrong = { phone, code: '000000', name: person, citizenNumber: number };
  await code();
  await send(identityRoutes.signInCitizen, wrong);
  await send(identityRoutes.signInCitizen, { ...wrong, citizenNumber: number.slice(0, 17) });
  const signedIn = await send(identityRoutes.signInCitizen, { ...wrong, code: await code() });
  expect(signedIn.statusCode).toBe(200);
  session = String(signedIn.headers['set-cookie'] ?? '').split(';', 1)[0] ?? '';
  await send(identityRoutes.signInStaff, { login: number, password: phone, totp: '123456' });
  await send(identityRoutes.sendCode, { phone: { [number]: phone } });
  await send(identityRoutes.sendCode, `{"phone": "${phone}", ${number}`);
  await knock({ method: 'GET', url: `/api/kayaks/${number}?phone=${phone}` });
  await knock({ method: 'GET', url: `/api/capsize?phone=${phone}` });
  await knockEverywhere('');
  await knockEverywhere(session);
  await house.settle();

  expect(house.platform.http.routes.length).toBeGreaterThan(50);
  expect(answered.length).toBeGreaterThan(100);
  const { rows } = await sql<{
    line: string;
  }>`select concat_ws(' ', actor, role, assignment, branch, action, object,
    purpose, result, code, request_id, session) as line from platform.audit`.execute(house.db);
  const events = await sql<{ line: string }>`select data::text as line from platform.event`.execute(house.db);
  expect(rows.length).toBeGreaterThan(50);
  const places = {
    log: written,
    answers: answered,
    audit: rows.map(({ line }) => line),
    events: events.rows.map(({ line }) => line),
  };
  for (const [place, lines] of Object.entries(places)) {
    const found = lines.filter((line) => [number, phone].some((canary) => line.includes(canary)));
    expect({ place, found: found.slice(0, 5) }).toEqual({ place, found: [] });
    const spoken = lines.filter((line) =>
      codes.some((one) => new RegExp(`(?<!\\d)${one}(?!\\d)`).test(line)),
    );
    expect({ place, spoken: spoken.slice(0, 5) }).toEqual({ place, spoken: [] });
  }
  expect(written.join('')).toContain('capsized with 990***');
  expect(rows.map(({ line }) => line).join()).toContain('990***');
});
