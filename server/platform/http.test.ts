import { bytesBody, rawReply, route } from '@tongban/contract';
import { addressOf, createCall } from '@tongban/contract/client';
import { Problem } from '@tongban/kernel';
import { sql } from 'kysely';
import Type from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { newId } from './ids.ts';
import { serve } from './serve.ts';
import { createTestHouse } from './testing.ts';

const Kayak = Type.Object({ id: Type.String(), name: Type.String() });
const toy = {
  add: route({
    method: 'POST',
    path: '/kayaks',
    access: { roles: ['clerk'], scope: 'branch' },
    summary: 'Register a kayak',
    body: Type.Object({
      name: Type.String({ minLength: 2 }),
      paddles: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
    reply: Kayak,
    status: 201,
    audit: 'kayaks.add',
  }),
  list: route({
    method: 'GET',
    path: '/kayaks',
    access: 'public',
    summary: 'List kayaks',
    query: Type.Object({ limit: Type.Optional(Type.Integer({ maximum: 9 })) }),
    reply: Type.Array(Kayak),
  }),
  sink: route({
    method: 'PUT',
    path: '/kayaks/:kayak/sunk',
    access: { roles: ['clerk'], scope: 'branch', stepUpMinutes: 15 },
    summary: 'Sink a kayak',
    params: Type.Object({ kayak: Type.String() }),
  }),
  fill: route({
    method: 'PUT',
    path: '/kayaks/:kayak/hold',
    access: { roles: ['clerk'], scope: 'branch' },
    summary: 'Fill the hold',
    params: Type.Object({ kayak: Type.String() }),
    headers: Type.Object({ 'upload-offset': Type.String() }),
    body: bytesBody(10),
    reply: Type.Object({ offset: Type.String(), size: Type.Integer() }),
  }),
  picture: route({
    method: 'GET',
    path: '/kayaks/:kayak/picture',
    access: 'public',
    summary: 'Picture',
    params: Type.Object({ kayak: Type.String() }),
    reply: rawReply('image/svg+xml'),
  }),
  hurry: route({
    method: 'GET',
    path: '/hurry',
    access: 'public',
    summary: 'Few at a time',
    limit: { max: 2, seconds: 60 },
    reply: Type.Object({ ok: Type.Boolean() }),
  }),
  beat: route({
    method: 'GET',
    path: '/paddles/:device',
    access: 'public',
    summary: 'Few at a time from one machine',
    params: Type.Object({ device: Type.String() }),
    limit: { max: 1, seconds: 60 },
    reply: Type.Object({ ok: Type.Boolean() }),
  }),
};
const clerk = { role: 'clerk', personId: newId() } as const;
const added: string[] = [];
const house = await createTestHouse(({ http }) => {
  serve(http, toy.add, async ({ body }, caller, { transaction }) => {
    added.push(body.name);
    if (body.name === '沉艇') throw new Problem('kayaks.sunk', 'conflict', '这条艇已沉，换一条');
    if (body.name === '坏艇') throw new TypeError('secret detail');
    return transaction(async () => ({ id: newId(), name: body.name, owner: caller.personId }));
  });
  serve(http, toy.list, ({ query }) => [{ id: '1', name: `${query.limit ?? 0}` }]);
  serve(http, toy.sink, () => undefined);
  serve(http, toy.fill, async ({ body, headers }) => {
    let size = 0;
    for await (const chunk of body) size += chunk.byteLength;
    return { offset: headers['upload-offset'], size };
  });
  serve(http, toy.picture, () => ({ body: '<svg/>', contentType: 'image/svg+xml', filename: '皮划艇.svg' }));
  serve(http, toy.hurry, () => ({ ok: true }));
  serve(http, toy.beat, () => ({ ok: true }));
  http.addSentences({ 'kayaks.sunk': { zh: '这条艇已沉', en: 'This kayak has sunk; take another' } });
});
afterAll(house.stop);

async function post(payload: unknown, headers: Record<string, string> = {}) {
  return house.inject({
    method: 'POST',
    url: '/api/kayaks',
    payload: payload as object,
    headers: { ...house.headersOf(clerk), 'idempotency-key': newId(), ...headers },
  });
}
async function auditOf(action: string) {
  const { rows } = await sql<{ result: string; object: string; actor: string; code?: string }>`
    select result, object, actor, code from platform.audit where action = ${action} order by at, id`.execute(
    house.db,
  );
  return rows;
}

describe('access', () => {
  test('a route that does not say who may call it stops the start', async () => {
    const open = createTestHouse(({ http }) => http.fastify.get('/open', () => 'x'));
    await expect(open).rejects.toThrow('Route GET /open does not declare who may call it');
  });
  test('a route whose declaration is unsound stops the start', async () => {
    const unsound = { ...toy.add, reply: rawReply('text/csv') };
    await expect(
      createTestHouse(({ http }) => serve(http, unsound, () => ({ body: '', contentType: 'text/csv' }))),
    ).rejects.toThrow('a creating POST answers JSON');
  });
  test('a visitor who is not signed in is asked to sign in, and the attempt is on record', async () => {
    const refused = await house.inject({ method: 'POST', url: '/api/kayaks', payload: { name: '红艇' } });
    expect(refused.statusCode).toBe(401);
    expect(refused.json()).toMatchObject({ code: 'session.sign-in', detail: '登录后再办理这一步' });
    expect(await auditOf('kayaks.add')).toContainEqual(
      expect.objectContaining({ result: 'denied', actor: 'anyone' }),
    );
  });
  test('another role is refused', async () => {
    const asCitizen = house.as({ role: 'citizen', personId: newId() });
    await expect(asCitizen(toy.add, { body: { name: '红艇' } })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'session.role',
    });
  });
  test('a step that needs a fresh second factor is refused without one and taken with one', async () => {
    const asked = { params: { kayak: 'a' } };
    await expect(house.as(clerk)(toy.sink, asked)).rejects.toMatchObject({ code: 'session.step-up' });
    const proven = house.as({ ...clerk, steppedUpAt: house.clock() });
    expect(await proven(toy.sink, asked)).toBeUndefined();
  });
  test('a change sent from another site is refused', async () => {
    expect((await post({ name: '红艇' }, { 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({
      code: 'request.foreign-origin',
    });
    expect((await post({ name: '红艇' }, { origin: 'https://elsewhere.example' })).statusCode).toBe(403);
    expect((await post({ name: '红艇' }, { origin: 'null' })).statusCode).toBe(403);
  });
});

describe('shape', () => {
  test('every wrong field is named with its pointer', async () => {
    const answer = await post({ name: '艇', paddles: '2', colour: 'red' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'request.invalid',
      instance: answer.headers['x-request-id'],
    });
    expect(answer.json().errors).toEqual(
      expect.arrayContaining([
        { pointer: '/name', code: 'minLength', message: '太短' },
        { pointer: '/paddles', code: 'type', message: '填写的类型不对' },
        { pointer: '/colour', code: 'unknown', message: '没有这一项，删去再提交' },
      ]),
    );
  });
  test('an English reader is answered in English', async () => {
    const answer = await post({}, { 'accept-language': 'en-GB' });
    expect(answer.json()).toMatchObject({
      title: 'What you sent needs a change',
      errors: [{ pointer: '/name', message: 'This is missing' }],
    });
    expect((await post({ name: '沉艇' }, { cookie: 'lang=en' })).json().detail).toBe(
      'This kayak has sunk; take another',
    );
  });
  test('a query is read as the types wanted and refused when it does not fit', async () => {
    expect(await house.anyone(toy.list, { query: { limit: 3 } })).toEqual([{ id: '1', name: '3' }]);
    const refused = await house.inject('/api/kayaks?limit=10&colour=red');
    expect(
      refused
        .json()
        .errors.map((fault: { pointer: string }) => fault.pointer)
        .sort(),
    ).toEqual(['/query/colour', '/query/limit']);
  });
  test('keys the reply does not promise never leave the house', async () => {
    expect(Object.keys((await post({ name: '红艇' })).json())).toEqual(['id', 'name']);
  });
  test.each([
    ['text/plain', '{}', 415, 'request.media-type'],
    ['application/json', '{"name":', 400, 'request.malformed'],
    ['application/json', '{"__proto__":{},"name":"红艇"}', 400, 'request.malformed'],
    ['application/json', '{"name":"红\\u0000艇"}', 400, 'request.malformed'],
    ['application/json', '['.repeat(40) + ']'.repeat(40), 400, 'request.too-deep'],
    ['application/json', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413, 'request.too-large'],
  ])('a body of %s that cannot be read is refused', async (type, payload, status, code) => {
    const answer = await post(payload, { 'content-type': type });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });
  test('an address that cannot be read is refused', async () => {
    expect((await house.inject('/api/%E0%A4%A')).json()).toMatchObject({
      status: 400,
      code: 'request.malformed',
    });
    expect((await house.inject('/api/kayaks?limit=%00')).json()).toMatchObject({ status: 400 });
  });
  test('an unknown address is 404, a known one with another method 405', async () => {
    expect((await house.inject('/api/nothing')).json()).toMatchObject({
      status: 404,
      code: 'request.no-path',
    });
    const wrong = await house.inject({ method: 'DELETE', url: '/api/kayaks' });
    expect([wrong.statusCode, wrong.headers.allow]).toEqual([405, 'GET, POST']);
  });
});

describe('an act', () => {
  test('is on record once, with what it was about', async () => {
    const made = (await post({ name: '记录艇' })).json();
    const lines = (await auditOf('kayaks.add')).filter((line) => line.object.endsWith(made.id));
    expect(lines).toEqual([
      { result: 'done', object: `/api/kayaks/${made.id}`, actor: clerk.personId, code: undefined },
    ]);
  });
  test('that is refused by the service says why and is on record', async () => {
    expect((await post({ name: '沉艇' })).json()).toMatchObject({
      status: 409,
      code: 'kayaks.sunk',
      detail: '这条艇已沉，换一条',
    });
    expect(await auditOf('kayaks.add')).toContainEqual(
      expect.objectContaining({ result: 'refused', code: 'kayaks.sunk' }),
    );
  });
  test('that breaks tells nothing of the inside', async () => {
    const broken = await post({ name: '坏艇' });
    expect(broken.statusCode).toBe(500);
    expect(broken.payload).not.toContain('secret detail');
    expect(broken.json().code).toBe('server.fault');
  });
  test('an audit line can be neither changed nor removed', async () => {
    await expect(sql`update platform.audit set actor = 'x'`.execute(house.db)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`delete from platform.audit`.execute(house.db)).rejects.toThrow(/permission denied/);
  });
});

describe('bytes', () => {
  test('arrive as a stream with their headers', async () => {
    const answer = await house.as(clerk)(toy.fill, {
      params: { kayak: 'a' },
      headers: { 'upload-offset': '0' },
      body: Buffer.from('12345'),
    });
    expect(answer).toEqual({ offset: '0', size: 5 });
  });
  test('beyond the limit are refused', async () => {
    const asked = {
      params: { kayak: 'a' },
      headers: { 'upload-offset': '0' },
      body: Buffer.from('12345678901'),
    };
    await expect(house.as(clerk)(toy.fill, asked)).rejects.toMatchObject({ kind: 'too-large' });
  });
  test('leave as a download that can run nothing', async () => {
    const answer = await house.inject(addressOf(toy.picture, { params: { kayak: 'a' } }));
    expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''%E7%9A%AE");
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  });
});

test('more calls than the limit are turned away', async () => {
  await house.anyone(toy.hurry, {});
  await house.anyone(toy.hurry, {});
  await expect(house.anyone(toy.hurry, {})).rejects.toMatchObject({
    kind: 'too-many',
    code: 'request.too-many',
  });
});
test('machines of one hall, behind one address, are counted apart', async () => {
  await house.anyone(toy.beat, { params: { device: 'a' } });
  await house.anyone(toy.beat, { params: { device: 'b' } });
  await expect(house.anyone(toy.beat, { params: { device: 'a' } })).rejects.toMatchObject({
    kind: 'too-many',
  });
});
test('the description of the interface names every route, its roles and its key', async () => {
  const told = (await house.inject('/openapi.json')).json();
  expect(told.openapi).toBe('3.1.0');
  expect(told.paths['/api/kayaks'].post).toMatchObject({ 'x-roles': ['clerk'], operationId: 'post_kayaks' });
  expect(told.paths['/api/kayaks/{kayak}/hold'].put.requestBody.content).toHaveProperty(
    'application/octet-stream',
  );
  expect((await house.inject('/reference')).payload).toContain('/api/kayaks');
});
test('a client that cannot reach us is told so in words', async () => {
  const call = createCall(
    async () => ({
      status: 502,
      contentType: 'text/html',
      bytes: async () => new Uint8Array(),
      text: async () => '',
    }),
    newId,
  );
  await expect(call(toy.list, {})).rejects.toMatchObject({ code: 'server.unreachable', kind: 'unavailable' });
});
