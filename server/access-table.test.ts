import {
  type Access,
  isBytesBody,
  isRawReply,
  isStreamReply,
  pathOf,
  type Role,
  type Route,
  roles,
  rolesOf,
} from '@tongban/contract';
import Fastify from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { anonymous, newId } from './platform/index.ts';
import { createShape } from './platform/shape.ts';
import { createTestHouse } from './platform/testing.ts';

const house = await createTestHouse((platform) => createApp(platform));
afterAll(house.stop);
const { routes } = house.platform.http;
const playedHeader = 'x-test-role';
/** Whoever names a role in the header plays it, as a person known for certain. */
house.platform.http.identifyBy(({ header }) => {
  const role = header(playedHeader) as Role | undefined;
  return Promise.resolve(
    role === undefined ? anonymous : { role, personId: newId(), steppedUpAt: new Date(0) },
  );
});

/** Asks an address with a blank in the place of everything that would have to be known. */
async function knock(route: Route, role?: Role): Promise<{ status: number; code: string | undefined }> {
  const answer = await house.inject({
    method: route.method,
    url: pathOf(route).replace(/:\w+/g, 'kayak'),
    headers: role === undefined ? {} : { [playedHeader]: role },
  });
  const told = String(answer.headers['content-type']).includes('problem+json') ? answer.json() : {};
  return { status: answer.statusCode, code: (told as { code?: string }).code };
}

const nameOf = (route: Route) => `${route.method} ${pathOf(route)}`;
const isOpen = ({ access }: Route) => rolesOf(access).includes('anyone');
const closedRoutes = routes.filter((route) => !isOpen(route));

test('every shape that is promised can be built, though a house builds each when it is first needed', async () => {
  const writers = Fastify();
  for (const { params, query, body, reply, method, path } of routes) {
    for (const asked of [params, query, isBytesBody(body) ? undefined : body])
      if (asked !== undefined) createShape(asked, { fromText: true })({});
    if (reply === undefined || isRawReply(reply) || isStreamReply(reply)) continue;
    const url = `/${method}${path}`;
    writers.route({ method, url, schema: { response: { '2xx': reply } }, handler: () => undefined });
  }
  await writers.ready();
  await writers.close();
});

describe('who may call what', () => {
  test('server/access-table.json shows it; if not, run vitest run server/access-table.test.ts -u', async () => {
    const rows = routes.map((route) => [nameOf(route), rowOf(route.access)] as const).sort(byName);
    const table = JSON.stringify(Object.fromEntries(rows), null, 2);
    await expect(`${table}\n`).toMatchFileSnapshot('access-table.json');
  });

  test('is declared for every address that is served', () => {
    const described = new Set(routes.map(nameOf));
    expect(described.size).toBe(routes.length);
    expect(closedRoutes.length).toBeGreaterThan(20);
  });

  test.each(closedRoutes.map((route) => [nameOf(route), route] as const))(
    '%s asks for a sign-in',
    async (_, route) => {
      expect(await knock(route)).toEqual({ status: 401, code: 'session.sign-in' });
    },
  );

  test.each(closedRoutes.map((route) => [nameOf(route), route] as const))(
    '%s refuses every role that is not named, and those alone',
    async (_, route) => {
      const admitted: Role[] = [];
      for (const role of roles) {
        const { status, code } = await knock(route, role);
        if (code === 'session.role') expect(status).toBe(403);
        else admitted.push(role);
      }
      expect(admitted).toEqual(roles.filter((role) => rolesOf(route.access).includes(role)));
    },
  );
});

function rowOf(access: Access) {
  if (access === 'public') return { scope: 'public', roles: 'anyone' };
  const { scope, stepUpMinutes } = access;
  const played = roles.filter((role) => access.roles.includes(role)).join(' ');
  return { scope, roles: played, ...(stepUpMinutes === undefined ? {} : { stepUpMinutes }) };
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
